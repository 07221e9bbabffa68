"""A ledger's text cut at its top-level fields and at the items of their lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from claimtrack.ledger.document import Document, Entry, Section, inline
from claimtrack.ledger.yaml.cut_items import FIELD
from claimtrack.ledger.yaml.lines import Lines, Trouble
from claimtrack.ledger.yaml.markers import content_end, misplaced_end
from claimtrack.ledger.yaml.nodes import Items, Map
from claimtrack.ledger.yaml.parse import Composed, compose, unread

_PREAMBLE = re.compile(
    r"(?:[ \t]*(?:#[^\n]*+)?\r?\n|%[^\n]*\n|(?:---|\.\.\.)[ \t]*(?:#[^\n]*+)?\r?\n)*\Z"
)
_MARKED = re.compile(r"^(?:%|---)", re.M)
_BARE = re.compile(r"[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)")
_FIRST = re.compile(r"^[ \t]*(?=[^ \t\r\n#])", re.M)
_DASHED = re.compile(r"-(?=[ \t\r\n]|\Z)")
_TABBED = re.compile(r"^ *\t", re.M)


REMEMBERED = 2048
"""Pieces that this process does not parse again: the head of a ledger of some 30,000 claims."""


@lru_cache(REMEMBERED)
def compose_once(piece: str) -> Composed:
    """What ``compose`` makes of a piece, remembered for the next time that the piece is read.

    For what one process reads again and again: a change reads all but the claims, and so does the
    index after it. Nobody may change the nodes.
    """
    return compose(piece)


class Pieces:
    """The text cut at its top-level fields and their items, up to the end of its document.

    ``odd`` turns true when a piece is good YAML but not one item, or not one field: the file as a
    whole decides then.
    """

    def __init__(
        self,
        text: str,
        lines: Lines,
        known: dict[str, Composed],
        parse: Callable[[str], Composed] = compose,
    ) -> None:
        self.text = text
        self.parse = parse
        self.lines = lines
        self.known = known
        self.troubles: list[Trouble] = []
        self.odd = False
        self.end = content_end(text)
        self.fields = list(FIELD.finditer(text, 0, self.end))

    @property
    def first(self) -> int:
        """Where the first field starts."""
        return self.fields[0].start() if self.fields else self.end

    def divisible(self) -> bool:
        """Whether nothing but comments stands before the first field."""
        return bool(_PREAMBLE.match(_closed(self.text[: self.first])))

    def document(self, file: str) -> Document:
        """Every piece read by itself; a second section of one name is reported and left out."""
        self._around()
        sections: dict[str, Section] = {}
        ends = [*(match.start() for match in self.fields), self.end][1:]
        for match, end in zip(self.fields, ends, strict=True):
            name = match["plain"] or match["quoted"] or ""
            if name in sections:
                message = f"“{name}” occurs twice here"
                self.troubles.append(Trouble(match.start(), message, "duplicate-key"))
            else:
                sections[name] = self._section(name, match, end)
        self.troubles.sort(key=lambda trouble: trouble.at)
        troubles = tuple(self.troubles)
        return Document(file, self.text, self.lines, sections, troubles, None, self.known)

    def _around(self) -> None:
        """What stands above the first field and behind the end of the document."""
        if _MARKED.search(self.text, 0, self.first):
            self._compose(0, self.first)
        else:
            self._comments(0, self.first)
        self._comments(self.end, len(self.text))
        if misplaced := misplaced_end(self.text):
            self.troubles.append(misplaced)

    def _comments(self, start: int, end: int) -> None:
        """A stretch without content: even there not every character can stand."""
        for trouble in unread(self.text[start:end]):
            self.troubles.append(trouble._replace(at=trouble.at + start))

    def _section(self, name: str, match: re.Match[str], end: int) -> Section:
        start, after = match.start(), match.end()
        bare = _BARE.match(self.text, after, end)
        first = _FIRST.search(self.text, bare.end(), end) if bare else None
        gap = first.start() if first else end
        if bare and _TABBED.search(self.text, bare.end(), gap):
            self._compose(start, gap)  # a blank line that YAML does not take for one
        if bare and not first:
            self._comments(after, end)
            return Section(name, start, after, end)
        if first and _DASHED.match(self.text, first.end(), end):
            self._comments(after, first.start())
            column = first.end() - first.start()
            return Section(
                name, start, after, end, column=column, entries=self._items(column, first, end)
            )
        return self._single(name, start, after, end)

    def _items(self, column: int, first: re.Match[str], end: int) -> tuple[Entry, ...]:
        dash = re.compile(rf"^ {{{column}}}-(?=[ \t\r\n]|\Z)", re.M)
        starts = [match.start() for match in dash.finditer(self.text, first.start(), end)]
        starts = starts or [first.start()]  # a tab before the dash: let YAML say so
        bounds = zip(starts, [*starts[1:], end], strict=True)
        return tuple(self._item(start, stop) for start, stop in bounds)

    def _item(self, start: int, end: int) -> Entry:
        composed = self._compose(start, end)
        items = composed.root
        single = isinstance(items, Items) and len(items) == 1
        self.odd |= not single and not composed.troubles
        node = items[0] if isinstance(items, Items) and single else None
        return Entry(node, start, start, end, sound=single and not composed.troubles)

    def _single(self, name: str, start: int, after: int, end: int) -> Section:
        composed = self._compose(start, end)
        root = composed.root
        single = isinstance(root, Map) and len(root) == 1
        self.odd |= not single and not composed.troubles
        node = next(iter(root.values()), None) if isinstance(root, Map) else None
        entries = tuple(inline(node, start)) if isinstance(node, Items) else ()
        return Section(name, start, after, end, start, node, None, entries)

    def _compose(self, start: int, end: int) -> Composed:
        piece = self.text[start:end]
        composed = self.known.get(piece)
        if composed is None:
            composed = self.known[piece] = self.parse(piece)
        self.troubles += (trouble._replace(at=trouble.at + start) for trouble in composed.troubles)
        return composed


def _closed(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
