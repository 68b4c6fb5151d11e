"""The HTML report in a real browser: filters, keys, links, nothing loaded, nothing run, readable by everybody."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.model import Report
from claimcheck.readers import read
from claimcheck.renderers.html import render

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOSTILE = """\
A <img src=x onerror=alert(1)> heading

At least 41 miners were killed, <script>window.ran=1</script> Ana Duarte said.
"""
CARDS = ".card:not([hidden])"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium (apt-get install chromium)"),
]
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install '.[browser]'")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample's report with its sources, two texts in one report, and a text that would like to be markup."""
    folder = tmp_path_factory.mktemp("pages")
    article = read(ROOT / "articles" / "marn-prison-fire.md")
    sample = claimcheck.check(article, ledger=ROOT / "claims.yaml", corpus=ROOT / "corpus")
    hostile = claimcheck.check(claimcheck.parse(HOSTILE))
    reports = {"sample": sample, "hostile": hostile, "two": Report((*sample.documents, *hostile.documents))}
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(render(report), "utf-8")
    return {name: folder / f"{name}.html" for name in reports}


@pytest.fixture
def show(browser: Any, files: dict[str, Path]) -> Iterator[Open]:
    """Opens a page, and holds afterwards that it has loaded nothing and complained about nothing."""
    pages: list[tuple[Any, list[str], list[str]]] = []

    def open_(name: str = "sample", *, fragment: str = "", width: int = 1280, **context: Any) -> Any:
        page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        address = files[name].as_uri() + fragment
        page.goto(address)
        pages.append((page, asked, said))
        return page

    yield open_
    for page, asked, said in pages:
        assert [url.partition("#")[0] for url in asked] == [page.url.partition("#")[0]]
        assert said == []
        page.context.close()


def shown(page: Any) -> int:
    return int(page.locator(CARDS).count())


def test_the_filters_show_what_they_say(show: Open) -> None:
    page = show()
    everything = shown(page)
    for button in page.locator(".tags button").all():
        promised = int(re.sub(r"\D", "", button.inner_text()))
        button.click()
        assert shown(page) == promised
        assert page.locator("#shown").inner_text() == f"{promised} of {everything} claims"
        button.click()
    for choice in page.locator("select[data-by]").all():
        for option in choice.locator("option").all()[1:]:
            promised = int(option.inner_text().rsplit("(", 1)[1].rstrip(")"))
            choice.select_option(option.get_attribute("value"))
            assert shown(page) == promised > 0
        choice.select_option("")
    page.locator("#words").fill("prison director")
    assert 0 < shown(page) < everything
    page.locator("#clear").click()
    assert shown(page) == everything


def test_two_filters_hold_together(show: Open) -> None:
    page = show()
    page.locator("select[data-by=kind]").select_option("casualty")
    casualties = shown(page)
    page.locator(".tags button").first.click()
    assert 0 < shown(page) < casualties
    assert page.locator(".text a.off").count() > 0


def test_the_keys_lead_from_claim_to_claim(show: Open) -> None:
    page = show()
    ids = page.locator(".card").evaluate_all("cards => cards.map(card => card.id)")
    page.keyboard.press("j")
    page.keyboard.press("ArrowRight")
    assert page.locator(".card.open").get_attribute("id") == ids[1]
    assert page.url.endswith(f"#{ids[1]}")
    assert page.locator(".card.open dl").first.is_visible()
    page.keyboard.press("k")
    assert page.locator(".card.open").get_attribute("id") == ids[0]
    page.keyboard.press("Escape")
    assert page.locator(".card.open").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("jkj?")
    assert page.locator("#words").input_value() == "jkj?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_a_link_to_a_claim_opens_it_and_words_lead_to_their_claims(show: Open) -> None:
    page = show()
    ids = page.locator(".card").evaluate_all("cards => cards.map(card => card.id)")
    page = show(fragment=f"#{ids[-1]}")
    assert page.locator(".card.open").get_attribute("id") == ids[-1]
    page.locator(".text a").first.click()
    assert page.locator(".card.open").get_attribute("id") in ids[:2]
    page.locator(".tables a.icon").first.click()
    assert page.locator(".card.open").count() == 1


def test_what_is_in_a_text_stays_text(show: Open) -> None:
    page = show("hostile")
    assert page.evaluate("window.ran") is None
    assert "<script>window.ran=1</script>" in page.locator("article").inner_text()
    assert page.locator("article img, article script").count() == 0


def test_without_its_script_everything_can_be_read(show: Open) -> None:
    page = show(java_script_enabled=False)
    cards = page.locator(".card").count()
    assert page.locator(".card > dl:visible").count() == cards
    assert not page.locator("#filters").is_visible()
    assert page.locator("table.casualties").is_visible()


def test_on_paper_everything_is_unfolded(show: Open) -> None:
    page = show()
    page.locator(".tags button").first.click()
    page.emulate_media(media="print")
    assert page.locator(".card > dl:visible").count() == page.locator(".card").count()
    assert not page.locator("#filters").is_visible()


@pytest.mark.parametrize("width", [320, 390, 800])
def test_nothing_sticks_out_of_a_narrow_window(show: Open, width: int) -> None:
    page = show("two", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci --prefix tests/browser)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["sample", "two"])
def test_axe_finds_nothing_that_keeps_somebody_out(show: Open, name: str, width: int, scheme: str) -> None:
    page = show(name, width=width, color_scheme=scheme)
    page.keyboard.press("j")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found["violations"]] == []
