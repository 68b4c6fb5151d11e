"""E-mail, and web pages that a browser has saved in the form of one.

Of a mail the body that is text is read, without the signature; the subject is its title.
"""

from __future__ import annotations

import datetime
import re
from email.message import EmailMessage, MIMEPart

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document, Properties
from claimcheck.patterns import compiled
from claimcheck.readers.decoding import decode
from claimcheck.readers.html import charset_of, parse_html
from claimcheck.readers.plain import parse_plain
from claimcheck.readers.tracing import Trace
from claimcheck.records import replace

_SIGNATURE = compiled(r"^-- ?$", re.MULTILINE)
_SOFT = compiled(r"=\r?\n")  # a line's end that is none of the text's, also in the middle of a letter
_QUOTED_PRINTABLE = compiled(r"=[ \t]{0,9}\r?\n|(?:=[0-9A-Fa-f]{2}(?:=\r?\n(?==[0-9A-Fa-f]{2}))?){1,200}|\r\n?")
_LINE_END = compiled(r"\r\n?")


def read(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    """The text of a message; its lines lead to the file unless the message is written in base64."""
    source, message = _open(content, path)
    if not message.get("From") and not message.get("Subject"):
        raise ClaimcheckError("is not an e-mail: it has neither From nor Subject (save it as .eml)", path=path)
    part = _body(message, ("plain", "html"), path)
    words = _words(part, path)
    if signature := _SIGNATURE.search(words):
        words = words[: signature.start()].strip("\n")
    sent = _sent(message)
    is_html = part is not None and part.get_content_subtype() == "html"
    document = (parse_html if is_html else parse_plain)(words, path=path, date=date or sent)
    sender = message["From"].addresses[0].display_name if message["From"] and message["From"].addresses else ""
    about = Properties(authors=(sender,) if sender else (), created=sent)
    subject = " ".join(str(message["Subject"] or "").split())
    return (replace(_traced(document, words, source, part), title=subject or document.title, properties=about),)


def _body(message: EmailMessage, kinds: tuple[str, ...], path: str) -> MIMEPart | None:
    """The part that is read; the library stumbles over a part that says it has parts and has none."""
    try:
        return message.get_body(preferencelist=kinds)
    except AttributeError:
        raise ClaimcheckError("its parts cannot be told apart (save it anew)", path=path) from None


def read_page(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    """The page in a file in which a browser has saved it with all that belongs to it."""
    source, message = _open(content, path)
    part = _body(message, ("html",), path)
    if part is None:
        raise ClaimcheckError("holds no web page (save the page anew)", path=path)
    words = _words(part, path)
    document = parse_html(words, path=path, date=date)
    about = document.properties
    address = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "")
    if address.startswith("http"):
        about = replace(about, url=about.url or address)
    return (replace(_traced(document, words, source, part), properties=about),)


def _open(content: bytes, path: str) -> tuple[str, EmailMessage]:
    import email.policy

    if not content.strip():
        raise ClaimcheckError("is empty", path=path)
    source = decode(content, path=path, encoding="cp1252")
    return source, email.message_from_bytes(content, policy=email.policy.default)


def _words(part: MIMEPart | None, path: str) -> str:
    """The text of a part, with line feeds alone. Where it names no encoding, the page itself may, else it is UTF-8."""
    content = part.get_payload(decode=True) if part is not None else b""
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise ClaimcheckError("holds no text", path=path)
    words = decode(content, path=path, encoding=part.get_content_charset() or charset_of(content) or "cp1252")
    return _LINE_END.sub("\n", words).strip("\n")


def _sent(message: EmailMessage) -> datetime.date | None:
    found = message.get("Date")
    day = getattr(found, "datetime", None)
    return day.date() if day else None


def _traced(document: Document, words: str, source: str, part: MIMEPart | None) -> Document:
    """The document with places in the file, else with its paragraphs counted."""
    encoding = str(part["Content-Transfer-Encoding"] or "") if part is not None else ""
    quoted = encoding.strip().lower() == "quoted-printable"
    return Trace(source, _QUOTED_PRINTABLE if quoted else _LINE_END, _meaning).lead_back(document, words)


def _meaning(match: re.Match[str]) -> str:
    found = match[0]
    if "=" not in found:
        return "\n"
    bytes_ = _SOFT.sub("", found).replace("=", "").strip()
    return bytes.fromhex(bytes_).decode("utf-8", "replace")
