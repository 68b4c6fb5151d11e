"""What every page of ours begins with: a head by which it can load nothing, with its style and its script inside."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from claimcheck import __version__
from claimcheck.renderers.html.markup import Markup, element, text


def head(title: str, *, styles: Sequence[str], scripts: Sequence[str] = ()) -> Markup:
    """The head; `scripts` are those that the body holds, which may run."""
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src {_sources(styles)}",
            *([f"script-src {_sources(scripts)}"] if scripts else []),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name_="color-scheme", content="light dark"),
        element("meta", name_="referrer", content="no-referrer"),
        element("meta", name_="generator", content=f"claimcheck {__version__}"),
        element("title", text(title)),
        *(element("style", asset(name)) for name in styles),
    )


def whole(head: Markup, body: Markup) -> str:
    """The whole file."""
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def footer() -> Markup:
    return element("footer", element("p", text(f"claimcheck {__version__} · made offline; this file loads nothing")))


@cache
def asset(name: str) -> Markup:
    """A style or script as it stands in the package: the only markup that is not made here."""
    return Markup(resources.files("claimcheck.renderers.html").joinpath(name).read_text(encoding="ascii"))


def _sources(names: Sequence[str]) -> str:
    return " ".join(f"'{_digest(asset(name))}'" for name in names)


def _digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
