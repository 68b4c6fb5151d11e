"""E-mail: the body that is text, without the signature; the subject is its title."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from email.message import EmailMessage

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document, Properties
from claimcheck.readers.decoding import decode
from claimcheck.readers.html import parse_html
from claimcheck.readers.plain import parse_plain
from claimcheck.readers.tracing import Trace

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED_PRINTABLE = re.compile(r"=[ \t]{0,9}\r?\n|(?:=[0-9A-Fa-f]{2}){1,200}|\r\n?")
_LINE_END = re.compile(r"\r\n?")


def read(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    """The text of a message; its lines lead to the file unless the message is written in base64."""
    import email.policy

    if not content.strip():
        raise ClaimcheckError("is empty", path=path)
    source = decode(content, path=path, encoding="cp1252")
    message = email.message_from_bytes(content, policy=email.policy.default)
    if not message.get("From") and not message.get("Subject"):
        raise ClaimcheckError("is not an e-mail: it has neither From nor Subject (save it as .eml)", path=path)
    sent = _sent(message)
    part = message.get_body(preferencelist=("plain", "html"))
    try:
        words = str(part.get_content()) if part is not None else ""
    except (LookupError, ValueError, KeyError) as error:
        raise ClaimcheckError(f"its text cannot be read: {error} (save the text as .txt)", path=path) from None
    words = _LINE_END.sub("\n", words)
    if signature := _SIGNATURE.search(words):
        words = words[: signature.start()]
    words = words.strip("\n")
    if not words.strip():
        raise ClaimcheckError("holds no text", path=path)
    is_html = part is not None and part.get_content_subtype() == "html"
    document = (parse_html if is_html else parse_plain)(words, path=path, date=date or sent)
    traced = _traced(document, words, source, str(part["Content-Transfer-Encoding"] or "") if part is not None else "")
    sender = message["From"].addresses[0].display_name if message["From"] and message["From"].addresses else ""
    about = Properties(authors=(sender,) if sender else (), created=sent)
    subject = " ".join(str(message["Subject"] or "").split())
    return (replace(traced, title=subject or traced.title, properties=about),)


def _sent(message: EmailMessage) -> datetime.date | None:
    found = message.get("Date")
    day = getattr(found, "datetime", None)
    return day.date() if day else None


def _traced(document: Document, words: str, source: str, encoding: str) -> Document:
    """The document with places in the file, else with its paragraphs counted."""
    quoted = encoding.strip().lower() == "quoted-printable"
    trace = Trace(source, _QUOTED_PRINTABLE if quoted else _LINE_END, _meaning)
    return trace.lead_back(document, words)


def _meaning(match: re.Match[str]) -> str:
    found = match[0]
    if "=" not in found:
        return "\n"
    if "\n" in found:
        return ""
    return bytes.fromhex(found.replace("=", "")).decode("utf-8", "replace")
