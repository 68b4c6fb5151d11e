"""The checksum of what a file or a claim says.

From the interpreter's own module where there is one: `hashlib` loads OpenSSL first, which takes longer than to read the
sums of a page.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # from Python 3.12 on
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256


def checksum(content: bytes | str) -> str:
    """The SHA-256 of the bytes, or of the text in UTF-8, as 64 hex digits."""
    return sha256(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content).hexdigest()
