"""What comparing the claims of a ledger's file comes to, out of its index.

What the claims of an article tell, and what a group of articles came to, is kept under a digest of
all that it hangs on; so only groups in which something is new are compared again. Where no index
can be kept there is no answer, and the ledger has to be compared as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from claimtrack.conflicts import Around, Comparison, acquainted, compare, explained
from claimtrack.conflicts.events import Links, connected, linked
from claimtrack.conflicts.groups import Facts, events, facts, facts_of, line_of
from claimtrack.conflicts.results.aside import NOT_COMPARED
from claimtrack.conflicts.results.disputes import Cite, Cited, Disputes, arranged
from claimtrack.conflicts.results.event_names import Event, event_of, named
from claimtrack.conflicts.results.outcome import packed, unpacked
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.conflicts.statement.statement import Statement, Who, by_day
from claimtrack.ledger.files.article_texts import Texts, texts_of
from claimtrack.ledger.index.claim_json import tupled
from claimtrack.ledger.index.database import program
from claimtrack.ledger.index.derived import (
    Derived,
    Excerpt,
    Held,
    articles,
    by_article,
    claims,
    excerpt,
)
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.index.tables import among
from claimtrack.model import Ledger, Problem, Source
from claimtrack.registry import Registry
from claimtrack.runtime import no_collection

PARTS = (".", "about", "article", "conflicts", "german", "ledger", "lexicon", "registry")
"""The parts of the program on which it hangs what comparing comes to."""

_AT_ONCE = 1000
"""Articles whose claims are read together."""

_REMEMBERED = 2000
"""Articles whose statements stay in memory until they are compared; others are read again."""

_FACTS, _LINKS, _OUTCOMES, _EVENTS = "facts", "links", "outcomes", "events"


T = TypeVar("T")


class Survey(NamedTuple):
    """The disputes of a ledger, and the ledger without its articles and claims."""

    disputes: Disputes
    ledger: Ledger
    problems: tuple[Problem, ...]


def survey(path: Path, *, quiet: bool) -> Survey | None:
    """What comparing comes to, out of the index; None when only the file can tell.

    Only with ``quiet`` can those be made whole, too, that are no contradiction.
    """
    with no_collection():
        return from_index(path, lambda index: _survey(index, texts_of(path), quiet))


def event_links(path: Path) -> Links | None:
    """For each article those that tell of its event, out of the index; None without one."""
    with no_collection():
        return from_index(path, lambda index: _event_links(index, texts_of(path)))


def _event_links(index: Index, texts: Texts) -> Links:
    head, cached, mark = index.without_claims().ledger, Derived(index.db), _mark(index)
    if cached.is_of(mark, _LINKS):
        (line,) = cached.values(_LINKS).values()
        return {place: frozenset(near) for place, near in json.loads(line).items()}
    reading = _Comparison(index, head, articles(index), texts).facts_and_links(cached)
    cached.keep(mark, reading.lines)
    return reading.links


def event_names(path: Path, most: int | None = None) -> dict[str, str] | None:
    """What each article tells of, by its id, out of the index; None when only the file can tell.

    Nothing where more claims than ``most`` had to be read for it.
    """
    with no_collection():
        return from_index(path, lambda index: _event_names(index, texts_of(path), most))


def _event_names(index: Index, texts: Texts, most: int | None) -> dict[str, str]:
    head, cached, mark = index.without_claims().ledger, Derived(index.db), _mark(index)
    if cached.is_of(mark, _EVENTS):
        lines = cached.values(_EVENTS)
    else:
        new = _Comparison(index, head, articles(index), texts).events(cached, most)
        if new is None:
            return {}
        cached.keep(mark, new)
        lines = new[_EVENTS]
    read = (
        (Event(*event), articles_told) for event, articles_told in map(json.loads, lines.values())
    )
    return named(
        {article: event for event, articles_told in read for article in articles_told}, head.events
    )


def why(path: Path, first_id: str, second_id: str) -> Comparison | None:
    """Why two claims do, or do not, contradict each other; None when only the file can tell."""
    held = survey(path, quiet=True)
    if held is None:
        return None
    every = held.disputes
    conflicts = tuple(
        every.conflict(each) for each in every.outcomes if each.ids == {first_id, second_id}
    )
    with no_collection():
        pair = from_index(path, lambda index: _pair(index, texts_of(path), (first_id, second_id)))
    return pair and explained(pair.statements, conflicts, pair.around)


class _Pair(NamedTuple):
    """The statements of two claims, and what they are explained by."""

    statements: tuple[Statement, ...]
    around: Around


def _pair(index: Index, texts: Texts, ids: Sequence[str]) -> _Pair:
    head, cached = index.without_claims().ledger, Derived(index.db)
    comparison = _Comparison(index, head, articles(index), texts)
    profiles = {place: each.profile for place, each in comparison.facts(cached).items()}
    own = (each.claim for each in index.claims(*among("id", ids)))
    near = comparison.statements({claim.article or claim.id for claim in own})
    statements = tuple(each for each in near if each.claim.id in ids)
    return _Pair(statements, Around(_event_links(index, texts), profiles, head.events))


def _survey(index: Index, texts: Texts, quiet: bool) -> Survey:
    bare, known, cached = index.without_claims(), articles(index), Derived(index.db)
    if not bare.count:
        raise Unusual("no claims that could be compared")
    head, mark = bare.ledger, _mark(index)
    is_kept = cached.is_of(mark, _OUTCOMES)
    new = None if is_kept else _Comparison(index, head, known, texts).lines(cached)
    lines = new[_OUTCOMES] if new else cached.values(_OUTCOMES)
    outcomes = [outcome for line in lines.values() for outcome in unpacked(line)]
    every = quiet or bool(head.events)  # the names of events are sought by the claims of all pairs
    wanted = {
        ident
        for outcome in outcomes
        if every or outcome.contradicts or outcome.verdict == NOT_COMPARED
        for ident in outcome.claims
    }
    held = excerpt(index, wanted.union(*(outcome.claims for outcome in head.rulings)), known)
    if new:
        cached.keep(mark, new)
    files = {ident: index.file(name) for ident, name in held.names.items()} if index.folder else {}
    return Survey(
        arranged(outcomes, head, _citing(held)),
        replace(head, lines=held.lines, files=files),
        bare.problems,
    )


def _mark(index: Index) -> str:
    """What changes with the ledger and with the program."""
    digests = (index.digest(file) for file in index.tables.files)
    return " ".join((program(PARTS), *digests))


def _citing(held: Excerpt) -> Cite:
    def cite(ident: str) -> Cited:
        claim = held.claim(ident)
        return Cited(claim, held.lines[ident], held.source(claim.article or ident))

    return cite


class _FactsAndLinks(NamedTuple):
    """What the articles of a ledger tell, and of which events; with the lines to be kept."""

    facts: dict[str, Facts]
    links: Links
    lines: dict[str, dict[bytes, str]]


class _Comparison:
    """A ledger compared out of its index, with what was kept of the last time."""

    def __init__(self, index: Index, head: Ledger, known: dict[str, str], texts: Texts) -> None:
        self._held = by_article(index, known)
        self._reader = _Reader(index, head, self._held, known, texts)
        self._events = head.events
        own = (program(PARTS), head.actors, head.topics)
        context = repr(own).encode("utf-8", "surrogatepass")
        self._keys = {place: _digest(context, held.digest) for place, held in self._held.items()}

    def facts_and_links(self, cached: Derived) -> _FactsAndLinks:
        """The facts of all articles by their digests, and which articles tell of one event."""
        line_of_place = self._facts(self._keys, cached.values(_FACTS))
        known = _known(line_of_place)
        links = linked(
            {place: article_facts.profile for place, article_facts in known.items()}, self._events
        )
        near = json.dumps({place: sorted(own) for place, own in links.items()}, ensure_ascii=False)
        lines = {self._keys[place]: line for place, line in line_of_place.items()}
        basis = _digest(*lines, repr(self._events).encode("utf-8", "surrogatepass"))
        return _FactsAndLinks(known, links, {_FACTS: lines, _LINKS: {basis: near}})

    def facts(self, cached: Derived) -> dict[str, Facts]:
        """The facts of all articles that tell something."""
        return _known(self._facts(self._keys, cached.values(_FACTS)))

    def lines(self, cached: Derived) -> dict[str, dict[bytes, str]]:
        """The same with the outcomes of all groups."""
        reading = self.facts_and_links(cached)
        links = reading.links
        groups = {_group(group, self._keys, links): group for group in events(reading.facts, links)}

        def outcomes(statements: list[Statement]) -> str:
            return packed(compare(statements, links))

        return {
            **reading.lines,
            _OUTCOMES: self._of_groups(groups, cached.values(_OUTCOMES), outcomes),
        }

    def events(self, cached: Derived, most: int | None) -> dict[str, dict[bytes, str]] | None:
        """The same with the events and the articles that tell of them, in place of the outcomes.

        None where more claims than ``most`` had to be read for it.
        """
        facts, before = cached.values(_FACTS), cached.values(_EVENTS)
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
        return {**reading.lines, _EVENTS: self._of_groups(groups, before, _event)}

    def _is_more(self, most: int | None, places: Iterable[str]) -> bool:
        """True where some articles have more claims than ``most``."""
        return most is not None and sum(len(self._held[place].rows) for place in places) > most

    def _facts(self, keys: dict[str, bytes], before: dict[bytes, str]) -> dict[str, str]:
        new = [place for place, key in keys.items() if key not in before]
        lines = {place: before[key] for place, key in keys.items() if key in before}
        for some in _parts(new, lambda _: 1):
            read = facts(self._reader.read(some))
            lines |= {place: line_of(read.get(place)) for place in some}
            self._reader.forget_what_is_too_much()
        return lines

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


def _known(lines: Mapping[str, str]) -> dict[str, Facts]:
    return {place: own for place, line in lines.items() if (own := facts_of(line))}


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

    def read(self, places: Iterable[str]) -> list[Statement]:
        """The statements of those articles that were not read before."""
        new = [place for place in places if place not in self._told]
        self._told |= {place: [] for place in new}
        read = []
        for part in _parts(new, lambda _: 1):
            for statement in prepare(self._part(part), self._who, self._texts):
                self._told[statement.place].append(statement)
                read.append(statement)
        return read

    def forget_what_is_too_much(self) -> None:
        """Drops the articles read last, where more are at hand than memory should hold."""
        for place in [*self._told][_REMEMBERED:]:
            del self._told[place]

    def taken(self, place: str) -> list[Statement]:
        """The statements of an article, which are remembered no longer."""
        return self._told.pop(place)

    def _part(self, places: Sequence[str]) -> Ledger:
        """The ledger with some articles and their claims alone."""
        known = (self._known[place] for place in places if place in self._known)
        sources = tuple(Source(**tupled(json.loads(line))) for line in known)
        rows = (row for place in places for row in self._held[place].rows)
        return replace(self._head, sources=sources, claims=tuple(claims(self._index, rows)))

    @cached_property
    def _who(self) -> Who:
        return acquainted(Registry.shipped().widen(self._head.actors, self._head.topics))
