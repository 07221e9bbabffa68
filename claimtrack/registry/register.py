"""The register: find a name, ask whether two names mean one actor, widen by a ledger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from claimtrack.german import nouns
from claimtrack.lexicon import table
from claimtrack.lexicon.by_word import by_word
from claimtrack.model import Actor, Topic
from claimtrack.registry import bodies
from claimtrack.registry.lookup import Lookup, Places
from claimtrack.registry.spelling import fold, stems

_ARTICLES = {"der": "m", "die": "f", "pl": "pl", "": "n"}


class Entry(NamedTuple):
    """An actor with what only the register knows.

    ``gender`` is m, f, n, pl or empty; ``offices`` are held at some time, so they help to find
    somebody and never say who holds one.
    """

    actor: Actor
    gender: str = ""
    offices: tuple[str, ...] = ()


@cache
def shipped() -> tuple[Entry, ...]:
    """All entries of the register: states, people, bodies."""
    return (*_states(), *_persons(), *_bodies())


def _states() -> Iterator[Entry]:
    for name, capital, _adjective, _people, metonyms, other_names, article in table("countries"):
        seats = () if name == "Belgien" else (capital,)  # Brüssel more often means the EU
        aliases = (*_split(other_names), *seats, *_split(metonyms))
        yield Entry(Actor(name, _but(name, aliases), "state"), _ARTICLES[article])


def _persons() -> Iterator[Entry]:
    for name, gender, of, aliases, offices in table("actor_persons"):
        actor = Actor(name, _but(name, _split(aliases)), "person", of or None)
        yield Entry(actor, gender, _split(offices))


def _bodies() -> Iterator[Entry]:
    for name, kind, of, aliases, gender in table("actor_bodies"):
        yield Entry(Actor(name, _but(name, _split(aliases)), kind, of or None), gender)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _but(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(alias for alias in aliases if alias != name)


_FRAME = re.compile(r"^[\s„“”\"»«‚‘’']+|[\s„“”\"»«‚‘’'.,;:]+$")
_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|the)\s+", re.I)
_OF = re.compile(r"^(?:des|der|von|vom)\s+")
_REMEMBERED = 1 << 13
"""Names whose entry is kept at hand."""


@dataclass(frozen=True, eq=False)
class Registry:
    """Actors and topics; the first ``own`` entries are a ledger's and go before the shipped.

    Two registers are never alike: comparing and hashing their thousands of entries would cost more
    than what is kept by register.
    """

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...] = ()
    own: int = 0

    @staticmethod
    @cache
    def shipped() -> Registry:
        """The register that comes with the package."""
        return Registry(shipped())

    def widen(self, actors: Iterable[Actor], topics: Iterable[Topic] = ()) -> Registry:
        """This register with a ledger's actors and topics before it.

        An actor that the register knows by the same name keeps the register's other names too,
        under the name, kind and owner that the ledger gives. A ledger that has neither gets this
        register itself, with all that was looked up in it.
        """
        actors, topics = tuple(actors), tuple(topics)
        if not (actors or topics):
            return self
        added, replaced = [], set()
        for actor in actors:
            at = self._named(actor)
            added.append(_merged(actor, self.entries[at]) if at is not None else Entry(actor))
            replaced.add(at)
        left = tuple(entry for at, entry in enumerate(self.entries) if at not in replaced)
        return Registry((*added, *left), (*topics, *self.topics), len(added))

    def find(self, name: str) -> Actor | None:
        """The actor a name means, or None when nobody or more than one fits.

        Tried in this order: as written (without article, quotation marks, case, accents), its
        genitive, its words without endings, a state's body by pattern, how it sounds, one
        typing error a word.
        """
        entry = self.entry(name)
        return entry.actor if entry else self._body(name)

    @cached_property
    def exact(self) -> Callable[[str], Entry | None]:
        """The entry of a name or alias but for case, accents and a genitive -s, if just one.

        An acronym that is a noun as well must be in capitals: "der BUND", not "der Bund".
        """
        return lru_cache(maxsize=_REMEMBERED)(self._exactly)

    def _exactly(self, name: str) -> Entry | None:
        return _if_spelled_so(self._one(self._lookup.exactly(fold(name))), name)

    @cached_property
    def may_open_person(self) -> Callable[[str], bool]:
        """Tells whether a word is the first of any person's name: asked of nearly all words."""
        return by_word(self._opens_person)

    def _opens_person(self, word: str) -> bool:
        first = fold(word).partition(" ")[0]
        return first in self._openers or first.removesuffix("s") in self._openers

    @cached_property
    def _openers(self) -> frozenset[str]:
        return frozenset(
            fold(name).partition(" ")[0]
            for entry in self.entries
            if entry.actor.kind == "person"
            for name in _all_names(entry.actor)
        )

    @cached_property
    def entry(self) -> Callable[[str], Entry | None]:
        """As :meth:`find`, with what the register knows beside; no bodies by pattern.

        Looking up a name that was asked for before costs nothing: texts repeat their names.
        """
        return lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def _look_up(self, name: str) -> Entry | None:
        bare = _FRAME.sub("", name)
        keys = tuple(dict.fromkeys(fold(form) for form in (bare, _ARTICLE.sub("", bare)) if form))
        return _if_spelled_so(self._one(self._lookup.find(keys)), _ARTICLE.sub("", bare))

    def canonical(self, name: str) -> str:
        """The register's name for a name, or its folded spelling: equal for one and the same."""
        actor = self.find(name)
        return actor.name if actor else fold(name)

    def matches(self, query: str, actor: str) -> bool:
        """True if words typed by a user mean this actor.

        By name or alias in any spelling, by part of a name (``rutte``), by an office once held
        (``NATO-Generalsekretär``), or as the state or body the actor belongs to.
        """
        typed = _words(query)
        if not typed:
            return False
        if _within(typed, _words(actor)):
            return True
        known = self.entry(actor)
        if known and (self._by_name(typed, known) or self._by_office(typed, known)):
            return True
        meant = self.find(query)
        return meant is not None and meant.name in self._owners(actor, known)

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The names and aliases of agencies, papers and stations, in lower case."""
        return frozenset(
            name.lower()
            for entry in self.entries
            if entry.actor.kind == "outlet"
            for name in _all_names(entry.actor)
        )

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup((entry.actor for entry in self.entries), self.own)

    def _named(self, actor: Actor) -> int | None:
        """The entry that a ledger's actor replaces: called so, or named among its aliases."""
        places = set(self._lookup.known_as(fold(actor.name)))
        for name in _all_names(actor):
            places.update(self._lookup.named(fold(name)))
        return places.pop() if len(places) == 1 else None

    def _one(self, places: Places) -> Entry | None:
        """The only candidate; a ledger's goes before shipped ones, a name before an alias."""
        chosen = tuple(at for at in places if at < self.own) or places
        return self.entries[chosen[0]] if len(chosen) == 1 else None

    def _body(self, name: str) -> Actor | None:
        cited = bodies.body(_FRAME.sub("", name))
        if cited is None:
            return None
        known = self.exact(cited)
        return known.actor if known else Actor(cited, (), "organisation", bodies.owner(cited))

    def _owners(self, name: str, known: Entry | None) -> Iterator[str | None]:
        """The actor, then the bodies and states it belongs to, by the register and its words."""
        yield name
        yield known.actor.of if known else None
        yield bodies.owner(name)
        head, _, rest = name.partition(" ")
        if head[:1].isupper() and rest:
            attribute = self.find(_OF.sub("", rest))
            yield attribute.name if attribute else None

    def _by_name(self, typed: list[str], known: Entry) -> bool:
        return any(_within(typed, _words(name)) for name in _all_names(known.actor))

    def _by_office(self, typed: list[str], known: Entry) -> bool:
        of = known.actor.of or ""
        belongs = _words(f"{of} {bodies.adjective_of(of) or ''}")
        stemmed = [word if word in belongs else stems(word) for word in typed]
        return any(
            _within(words, [*_words(office), *belongs])
            for office in known.offices
            for words in (typed, stemmed)
        )


def _merged(actor: Actor, entry: Entry) -> Entry:
    aliases = tuple(dict.fromkeys((*actor.aliases, *entry.actor.aliases)))
    kind, of = actor.kind or entry.actor.kind, actor.of or entry.actor.of
    return entry._replace(actor=Actor(actor.name, aliases, kind, of, actor.reliability))


def _all_names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _words(text: str) -> list[str]:
    return fold(text).split()


def _within(typed: list[str], words: list[str]) -> bool:
    """True if every word asked for begins a word of the name; genitive -s does not count."""
    return all(
        any(word.startswith(start) or word == start.removesuffix("s") for word in words)
        for start in typed
    )


def _if_spelled_so(entry: Entry | None, name: str) -> Entry | None:
    """The entry, None for an acronym that is no name as it is spelled: "Bund" is no BUND."""
    if entry is None or name.isupper() or not entry.actor.name.isupper():
        return entry
    noun = fold(name) == fold(entry.actor.name) and nouns.read(name) is not None
    return None if noun else entry
