"""The pages of docs/ hang together: nav, links, anchors; and they need nothing from elsewhere."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml

from tests.pages import PAGES, ROOT

SITE: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
OF_SITE = [path for path in PAGES if path.startswith("docs/")]
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
OF_A_MACHINE = re.compile(r"(?<![\w~.])/(?:home|root|work|tmp|Users|opt|mnt)/|\b[A-Z]:\\")


def in_nav(entries: list[Any]) -> Iterator[str]:
    """The pages in a navigation, however deep."""
    for entry in entries:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            yield from in_nav(value) if isinstance(value, list) else [value]


def anchors(page: str) -> set[str]:
    """The ids that Python-Markdown gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", page), re.MULTILINE)
    return {slug(heading) for heading in headings}


def slug(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def broken(path: str, page: str) -> list[str]:
    """The links of a page that lead nowhere in the project."""
    return [link for link in LINK.findall(FENCED.sub("", page)) if not leads(path, link)]


def leads(path: str, link: str) -> bool:
    target, _, anchor = link.partition("#")
    if "://" in target:
        return True
    file = posixpath.normpath(PurePosixPath(path).parent / target) if target else path
    inside = path == "README.md" or file in OF_SITE
    return inside and (ROOT / file).exists() and (not anchor or anchor in anchors(PAGES[file]))


def test_every_page_stands_in_the_navigation_once() -> None:
    assert sorted(f"docs/{path}" for path in in_nav(SITE["nav"])) == sorted(OF_SITE)


def test_every_page_can_be_reached_from_the_readme_and_the_first_page() -> None:
    """But for the first page itself, and the README, which is no page of the site."""
    for start in ("README.md", "docs/index.md"):
        folder = PurePosixPath(start).parent
        links = {posixpath.normpath(folder / link) for link in LINK.findall(PAGES[start])}
        assert {*OF_SITE} - links <= {"docs/index.md"}, start


@pytest.mark.parametrize("path", PAGES)
def test_every_link_and_anchor_leads_somewhere(path: str) -> None:
    assert broken(path, PAGES[path]) == []


@pytest.mark.parametrize(
    ("link", "right"),
    [
        ("ledger.md", True),
        ("ledger.md#the-fields-of-a-claim", True),
        ("tours/analyst.md", True),
        ("https://www.loc.gov/standards/datetime/", True),
        ("ledger.md#no-such-heading", False),
        ("no-such-page.md", False),
        ("../README.md", False),  # is there, but not in the site
        ("#no-such-heading", False),
    ],
)
def test_links_that_lead_nowhere_are_noticed(link: str, right: bool) -> None:
    assert (broken("docs/index.md", f"[words]({link})") == []) is right


@pytest.mark.parametrize("path", PAGES)
def test_no_page_names_a_path_of_a_machine(path: str) -> None:
    assert OF_A_MACHINE.findall(PAGES[path]) == []


@pytest.mark.parametrize("path", OF_SITE)
def test_a_page_has_one_title_and_is_short(path: str) -> None:
    text = FENCED.sub("", PAGES[path])
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert len(PAGES[path].splitlines()) < 260


def test_the_readme_is_a_short_way_in() -> None:
    assert len(PAGES["README.md"].splitlines()) <= 150


def test_the_site_asks_for_nothing_from_elsewhere() -> None:
    """No fonts of others, no repository whose stars are counted, no pictures, no scripts."""
    assert SITE["theme"]["font"] is False
    assert not {"repo_url", "extra_javascript", "extra_css"} & SITE.keys()
    assert [path for path in PAGES if re.search(r"!\[|<(?:img|script|iframe)", PAGES[path])] == []


def test_the_site_is_built_where_nothing_is_kept() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert f"{SITE['site_dir'].partition('/')[0]}/" in ignored
