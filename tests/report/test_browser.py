"""The page as its readers have it: in a real browser, offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from claimtrack.report import claim_table
from claimtrack.report.language import language
from tests import needs
from tests.conftest import Run
from tests.report.pages import made, shipped
from tests.test_cli_hostile import hostile

__all__ = ["hostile"]
pytestmark = needs.browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (400, 900, 1400)
SCHEMES = ("light", "dark")
LEDGER = "data/claims.yaml"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=needs.CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class Visit:
    """A page that is looked at, and all that it asked for, said, or popped up."""

    def __init__(self, browser: Browser, file: Path, **options: Any) -> None:
        self.context = browser.new_context(offline=True, **options)
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.said: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.address = file.absolute().as_uri()
        self.page.goto(self.address)

    def _dismiss(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def quiet(self) -> bool:
        """Whether it asked for nothing but its file, and nothing was said or popped up."""
        return self.requests == [self.address] and not self.said and not self.dialogs


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the shipped ledger; it is the working directory."""
    shipped(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def page(run: Run, folder: Path) -> Path:
    """The report on the shipped ledger, quiet pairs too."""
    made(run, "--all", ledger=LEDGER)
    return folder / "page.html"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_fits_every_screen_and_asks_for_nothing(
    chromium: Browser, page: Path, width: int, scheme: Any
) -> None:
    screen: Any = {"width": width, "height": 900}
    visit = Visit(chromium, page, viewport=screen, color_scheme=scheme)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width
    outside = """() => [...document.querySelectorAll("main *")].filter((node) =>
        !node.closest(".plot, .claims thead") &&
        node.getBoundingClientRect().right > innerWidth + 1).length"""
    assert visit.page.evaluate(outside) == 0
    assert visit.quiet()


@needs.axe
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_everybody_can_read_it(
    run: Run, chromium: Browser, folder: Path, scheme: Any, lang: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    made(run, "--all", "--lang", lang, ledger=LEDGER)
    visit = Visit(chromium, folder / "page.html", bypass_csp=True, color_scheme=scheme)
    visit.page.add_style_tag(content="* { content-visibility: visible !important; }")
    tags = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
    answer = Axe().run(visit.page, options=tags).response
    broken = {one["id"]: [node["html"] for node in one["nodes"]] for one in answer["violations"]}
    assert broken == {}
    assert len(answer["passes"]) > 10


LANDED = """(id) => {
    const mark = document.getElementById(id);
    const pieces = [mark, ...document.querySelectorAll(`[data-of="${id}"]`)];
    const box = mark.getBoundingClientRect();
    const nav = document.querySelector("nav").getBoundingClientRect();
    return {
        text: pieces.map((piece) => piece.textContent).join(" ").replace(/\\s+/g, " "),
        seen: box.height > 0 && box.top >= nav.bottom - 1 && box.top < innerHeight,
        lit: pieces.every((piece) =>
            getComputedStyle(piece).backgroundColor === "rgb(255, 213, 74)"),
    };
}"""


@pytest.mark.parametrize("script", [True, False])
def test_links_of_all_sides_land_on_the_words(chromium: Browser, page: Path, script: bool) -> None:
    quotes = {
        " ".join(str(claim["quote"]).replace(" … ", " ").split())
        for claim in yaml.safe_load(Path(LEDGER).read_text(encoding="utf-8"))["claims"]
    }
    visit = Visit(chromium, page, java_script_enabled=script)
    links = visit.page.locator(".question a.to")
    count = links.count()
    assert count > 50
    for at in range(count):
        links.nth(at).click()
        ident = str(links.nth(at).get_attribute("href"))[1:]
        landed = visit.page.evaluate(LANDED, ident)
        assert landed["text"] in quotes
        assert landed["seen"], ident
        assert landed["lit"] or not script, ident
    assert visit.quiet()


def test_filters_choose_rows(chromium: Browser, page: Path) -> None:
    from playwright.sync_api import expect

    visit = Visit(chromium, page)
    form = visit.page
    all_ = form.locator("#claim-table tbody tr").count()

    def rows() -> list[str]:
        visible = "#claim-table tbody tr:not([hidden])"
        return [str(text) for text in form.locator(visible).all_text_contents()]

    assert len(rows()) == all_
    form.fill("#filter-text", "südkorea NIS")
    told = rows()
    assert 0 < len(told) < all_
    assert all("südkorea" in row.casefold() and "nis" in row.casefold() for row in told)
    assert form.text_content("#count") == f"{len(told)} of {all_} claims"
    form.fill("#filter-text", "SUDKOREA nis")
    assert rows() == told
    form.click("button[type=reset]")
    expect(form.locator("#count")).to_have_text(f"{all_} of {all_} claims", timeout=60_000)
    assert len(rows()) == all_
    for stance in ("denies", "asserts"):
        form.select_option("select[name=stance]", stance)
        assert 0 < len(rows()) < all_
        assert all(f" {stance}" in row for row in rows())
    form.select_option("select[name=stance]", "")
    titles = form.locator("#articles article > h3").all_text_contents()
    assert form.locator("select[name=article] option").all_text_contents() == ["all", *titles]
    form.select_option("select[name=article]", label=titles[1])
    facts = str(form.locator("#articles article > p").nth(1).text_content())
    assert facts.endswith(f" {len(rows())} claims")
    form.select_option("select[name=article]", "")
    form.check("#filter-disputed")
    assert all("question " in row for row in rows())
    assert visit.quiet()


def test_a_long_table_shows_its_first_rows_and_more_when_asked(
    run: Run, chromium: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_table, "AT_ONCE", 30)
    (folder / "data/articles/nato-bestaetigt-entsendung.md").unlink()
    made(run, ledger=LEDGER)
    visit = Visit(chromium, folder / "page.html")
    rows = visit.page.locator("#claim-table tbody tr")
    all_ = rows.count()

    def visible() -> int:
        return sum(row.is_visible() for row in rows.all())

    assert visible() == 30
    assert visit.page.text_content("#count") == f"{all_} of {all_} claims"
    visit.page.click("#more")
    assert visible() == 60
    visit.page.fill("#filter-text", "NATO")
    assert visible() == visit.page.locator("#claim-table tbody tr:not([hidden])").count() > 0
    visit.page.fill("#filter-text", "zzz")
    assert visible() == 0
    words = visit.page.locator("#claim-table q[id]").last
    visit.page.evaluate("id => { location.hash = id; }", words.get_attribute("id"))
    words.wait_for(state="visible")
    assert words.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 213, 74)"
    assert visit.quiet()


def test_a_link_to_a_row_that_a_filter_hides_shows_it(chromium: Browser, page: Path) -> None:
    visit = Visit(chromium, page)
    visit.page.fill("#filter-text", "zzz")
    assert visit.page.locator("#claim-table tbody tr:not([hidden])").count() == 0
    link = visit.page.locator("#articles ul a[href^='#c']").first
    link.click()
    row = visit.page.locator(str(link.get_attribute("href")))
    assert row.is_visible()


def test_without_its_script_all_is_there(chromium: Browser, page: Path) -> None:
    visit = Visit(chromium, page, java_script_enabled=False)
    assert not visit.page.locator("#filters").is_visible()
    rows = visit.page.locator("#claim-table tbody tr")
    assert rows.count() == len(yaml.safe_load(Path(LEDGER).read_text(encoding="utf-8"))["claims"])
    assert rows.last.is_visible()


def test_on_paper_hidden_rows_stay_hidden_and_a_line_says_so(chromium: Browser, page: Path) -> None:
    visit = Visit(chromium, page)
    visit.page.fill("#filter-text", "Rutte")
    visit.page.emulate_media(media="print")
    assert not visit.page.locator("#filters").is_visible()
    assert not visit.page.locator("nav").is_visible()
    assert visit.page.locator("#printed").is_visible()
    assert "a filter hides the rest" in str(visit.page.text_content("#printed"))
    size = "document.querySelector('.claims q').computedStyleMap().get('font-size').value"
    assert 9 < visit.page.evaluate(size) * 0.75 < 11.5, "points"
    assert len(visit.page.pdf()) > 20_000


@pytest.mark.parametrize("lang", ["de", "en"])
def test_hostile_text_does_nothing(run: Run, chromium: Browser, hostile: Path, lang: str) -> None:
    options = ("--all", "--context", "full", "--lang", lang, "--limit", "9999")
    text = made(run, *options)
    assert "alert(1)" in text
    visit = Visit(chromium, hostile / "page.html")
    title = f"{language(lang)('title')} · claims.yaml"
    assert visit.page.title() == title
    visit.page.fill("#filter-text", "<script>alert(1)</script>")
    assert visit.page.locator("#claim-table tbody tr:not([hidden])").count() > 0
    for link in visit.page.locator(".question a.to").all()[:20]:
        link.click()
    assert visit.quiet()
    assert visit.page.title() == title
