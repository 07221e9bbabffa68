"""A ledger compared out of its index: only the groups of articles in which something changed.

What was derived of each article, and of each group, is a line by the digest of all it hangs on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple, TypeVar

from claimtrack.conflicts.comparison import acquainted, compare
from claimtrack.conflicts.events import Links, connected, linked
from claimtrack.conflicts.groups import Facts, events, facts, facts_of, line_of
from claimtrack.conflicts.results.event_names import event_of
from claimtrack.conflicts.results.packing import packed
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.conflicts.statement.statement import Statement, Who, by_day
from claimtrack.conflicts.stored import EVENTS, FACTS, LINKS, OUTCOMES, made_by
from claimtrack.ledger.files.article_texts import Texts
from claimtrack.ledger.index.claim_json import tupled
from claimtrack.ledger.index.derived import (
    Derived,
    Held,
    by_article,
    claims,
)
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.model import Ledger, Source
from claimtrack.registry import Registry

_AT_ONCE = 1000
"""Articles whose claims are read together."""
_REMEMBERED = 100_000
"""Statements that stay in memory until they are compared, some 2 kB each; others are read again."""
_TEXT = 1000
"""So many characters of an article's text count as one statement more."""
T = TypeVar("T")


class FactsAndLinks(NamedTuple):
    """What the articles of a ledger tell, and of which events; with the lines to be kept."""

    facts: dict[str, Facts]
    links: Links
    lines: dict[str, dict[bytes, str]]


class StoredComparison:
    """A ledger compared out of its index, with what was kept of the last time."""

    def __init__(self, index: Index, head: Ledger, known: dict[str, str], texts: Texts) -> None:
        self._held = by_article(index, known)
        self._reader = _Reader(index, head, self._held, known, texts)
        self._events = head.events
        own = (made_by(), head.actors, head.topics)
        context = repr(own).encode("utf-8", "surrogatepass")
        self._keys = {place: _digest(context, held.digest) for place, held in self._held.items()}

    def facts_and_links(self, cached: Derived) -> FactsAndLinks:
        """The facts of all articles by their digests, and which articles tell of one event."""
        line_of_place, known = self._facts(cached.values(FACTS))
        links = linked(
            {place: article_facts.profile for place, article_facts in known.items()}, self._events
        )
        near = json.dumps({place: sorted(own) for place, own in links.items()}, ensure_ascii=False)
        lines = {self._keys[place]: line for place, line in line_of_place.items()}
        basis = _digest(*lines, repr(self._events).encode("utf-8", "surrogatepass"))
        return FactsAndLinks(known, links, {FACTS: lines, LINKS: {basis: near}})

    def facts(self, cached: Derived) -> dict[str, Facts]:
        """The facts of all articles that tell something."""
        return self._facts(cached.values(FACTS))[1]

    def lines(self, cached: Derived) -> dict[str, dict[bytes, str]]:
        """The same with the outcomes of all groups."""
        reading = self.facts_and_links(cached)
        links = reading.links
        groups = {_group(group, self._keys, links): group for group in events(reading.facts, links)}

        def outcomes(statements: list[Statement]) -> str:
            return packed(compare(statements, links))

        return {
            **reading.lines,
            OUTCOMES: self._of_groups(groups, cached.values(OUTCOMES), outcomes),
        }

    def events(self, cached: Derived, most: int | None) -> dict[str, dict[bytes, str]] | None:
        """The same with the events and the articles that tell of them, in place of the outcomes.

        None where more claims than ``most`` had to be read for it.
        """
        facts, before = cached.values(FACTS), cached.values(EVENTS)
        if self._is_more(most, (place for place, key in self._keys.items() if key not in facts)):
            return None
        reading = self.facts_and_links(cached)
        groups = {
            _digest(b"event", *(self._keys[place] for place in group)): group
            for group in connected(reading.facts, reading.links)
        }
        new = [place for key, group in groups.items() if key not in before for place in group]
        if self._is_more(most, new):
            return None
        return {**reading.lines, EVENTS: self._of_groups(groups, before, _event)}

    def _is_more(self, most: int | None, places: Iterable[str]) -> bool:
        """True where some articles have more claims than ``most``."""
        return most is not None and sum(len(self._held[place].rows) for place in places) > most

    def _facts(self, before: dict[bytes, str]) -> tuple[dict[str, str], dict[str, Facts]]:
        """A line for each article, and the facts of those that tell something."""
        new = [place for place, key in self._keys.items() if key not in before]
        lines = {place: before[key] for place, key in self._keys.items() if key in before}
        known = {place: own for place, line in lines.items() if (own := facts_of(line))}
        for some in _parts(new, lambda _: 1):
            read = facts(self._reader.read(some))
            lines |= {place: line_of(read.get(place)) for place in some}
            known |= {place: read[place] for place in some if place in read}
            self._reader.forget_what_is_too_much()
        return lines, known

    def _of_groups(
        self,
        groups: dict[bytes, list[str]],
        before: dict[bytes, str],
        derive: Callable[[list[Statement]], str],
    ) -> dict[bytes, str]:
        """A line for each group of articles: as it was before, else derived of its statements."""
        lines = {key: before[key] for key in groups if key in before}
        new = [key for key in groups if key not in before]
        for some in _parts(new, lambda key: len(groups[key])):
            self._reader.read(place for key in some for place in groups[key])
            lines |= {key: derive(self.statements(groups[key])) for key in some}
        return lines

    def statements(self, group: Iterable[str]) -> list[Statement]:
        """The statements of some articles by day and id."""
        places = [*group]
        self._reader.read(places)
        own = (statement for place in places for statement in self._reader.taken(place))
        return sorted(own, key=by_day)


def _event(statements: Sequence[Statement]) -> str:
    """The event of some articles as a line of JSON, and those of them that are articles."""
    articles = sorted({statement.place for statement in statements if statement.claim.article})
    return json.dumps([event_of(statements), articles], ensure_ascii=False)


def _parts(items: Iterable[T], articles: Callable[[T], int]) -> Iterator[list[T]]:
    """Items that come to so many articles at a time that it pays to read them together."""
    part: list[T] = []
    count = 0
    for item in items:
        part.append(item)
        count += articles(item)
        if count >= _AT_ONCE:
            yield part
            part, count = [], 0
    if part:
        yield part


def _digest(*parts: bytes) -> bytes:
    """A digest of some parts, of which only the last may be of any length."""
    return sha256(b"".join(parts)).digest()


def _group(group: Sequence[str], keys: dict[str, bytes], links: Links) -> bytes:
    ties = repr([sorted(links[place]) for place in group]).encode("utf-8", "surrogatepass")
    return _digest(*(keys[place] for place in group), ties)


def _size(own: Sequence[Statement]) -> int:
    """What the statements of an article, and its text, take of the memory for all."""
    layout = own[0].layout if own else None
    return len(own) + (len(layout.text) // _TEXT if layout else 0)


class _Reader:
    """The statements of a ledger's articles, each read once as far as memory allows."""

    def __init__(
        self,
        index: Index,
        head: Ledger,
        held: dict[str, Held],
        known: dict[str, str],
        texts: Texts,
    ) -> None:
        self._index = index
        self._head = head
        self._held = held
        self._known = known
        self._texts = texts
        self._told: dict[str, list[Statement]] = {}
        self._size = 0

    def read(self, places: Iterable[str]) -> list[Statement]:
        """The statements of those articles that were not read before."""
        new = [place for place in places if place not in self._told]
        self._told |= {place: [] for place in new}
        read = []
        for part in _parts(new, lambda _: 1):
            for statement in prepare(self._part(part), self._who, self._texts):
                self._told[statement.place].append(statement)
                read.append(statement)
        self._size += sum(_size(self._told[place]) for place in new)
        return read

    def forget_what_is_too_much(self) -> None:
        """Drops the articles read last, where more are at hand than memory should hold."""
        while self._size > _REMEMBERED:
            _, own = self._told.popitem()
            self._size -= _size(own)

    def taken(self, place: str) -> list[Statement]:
        """The statements of an article, which are remembered no longer."""
        own = self._told.pop(place)
        self._size -= _size(own)
        return own

    def _part(self, places: Sequence[str]) -> Ledger:
        """The ledger with some articles and their claims alone."""
        known = (self._known[place] for place in places if place in self._known)
        sources = tuple(Source(**tupled(json.loads(line))) for line in known)
        rows = (row for place in places for row in self._held[place].rows)
        return replace(self._head, sources=sources, claims=tuple(claims(self._index, rows)))

    @cached_property
    def _who(self) -> Who:
        return acquainted(Registry.shipped().widen(self._head.actors, self._head.topics))
