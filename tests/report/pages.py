"""Pages made for tests, and what a page holds, read without a browser."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

from tests.conftest import Run

DATA = Path(__file__).parents[2] / "data"
VOID = {"br", "input", "link", "meta"}
CELLS = frozenset({"td", "th"})
ENDED_BY = {
    "td": CELLS,
    "th": CELLS,
    "tr": CELLS | {"tr"},
    "thead": CELLS | {"tr"},
    "tbody": CELLS | {"tr", "thead", "tbody"},
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "option": {"option"},
}
"""What each element ends, by its beginning, that is open then: the rules of HTML on end tags."""
OPEN_ENDED = CELLS | {"tr", "thead", "li", "dt", "dd", "option"}
"""What ends with the element that it is in."""
PARENTS = {
    "td": {"tr"},
    "th": {"tr"},
    "tr": {"thead", "tbody"},
    "li": {"ol", "ul"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "option": {"select"},
}
"""What each such element may stand in."""


def shipped(folder: Path) -> Path:
    """A copy of the shipped ledger with its articles in a folder; the ledger's path."""
    shutil.copytree(DATA, folder / "data")
    return folder / "data" / "claims.yaml"


def made(run: Run, *options: str, ledger: str = "claims.yaml", file: str = "page.html") -> str:
    """The text of a page that the command writes."""
    ran = run("report", "--ledger", ledger, "-o", file, *options)
    assert ran.code == 0, ran.err
    return Path(file).read_text(encoding="utf-8")


class Node:
    """An element: its name, attributes, and the elements and texts in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside: list[Node | str] = []

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    def all(self, tag: str = "") -> list[Node]:
        """All elements in it, of one name if one is given, in order."""
        found: list[Node] = []
        for part in self.inside:
            if isinstance(part, Node):
                found += [part] if tag in ("", part.tag) else []
                found += part.all(tag)
        return found

    def named(self, ident: str) -> Node:
        """The element with an id; the only one."""
        (node,) = (node for node in self.all() if node.attributes.get("id") == ident)
        return node


class _Reader(HTMLParser):
    """Builds nodes, and sees that every element is closed in its turn, or by rule of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attributes) == len(attrs), f"an attribute twice in {tag}"
        while self._open[-1].tag in ENDED_BY.get(tag, ()):
            self._open.pop()
        within = self._open[-1].tag
        assert within in PARENTS.get(tag, {within}), f"{tag} in {within}"
        self._open[-1].inside.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open[-1].tag != tag and self._open[-1].tag in OPEN_ENDED:
            self._open.pop()
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def read(text: str) -> Node:
    """The elements of a page; fails where one is not closed, or closed out of turn."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert len(reader._open) == 1, reader._open[-1].tag
    return reader.root


def marked(page: Node, link: str) -> str:
    """The words that a link like ``#m7`` leads to, in all of their pieces."""
    first = page.named(link.removeprefix("#"))
    rest = [node for node in page.all("mark") if node.attributes.get("data-of") == link[1:]]
    return " ".join(node.text for node in (first, *rest))
