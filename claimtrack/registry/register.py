"""The register: find a name, ask whether two names mean one actor, widen by a ledger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from claimtrack.model import Actor, Topic
from claimtrack.registry import bodies
from claimtrack.registry.entries import Entry, shipped
from claimtrack.registry.spelling import SHORTEST_TYPO_NAME, fold, one_typo, sound, stems

Index = dict[str, tuple[int, ...]]

_FRAME = re.compile(r"^[\s„“”\"»«‚‘’']+|[\s„“”\"»«‚‘’'.,;:]+$")
_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|the)\s+", re.I)
_SHORTEST_SOUND = 6
_REMEMBERED = 4096
"""Names whose entry is kept at hand."""
_TYPO_WORD = 6
"""Letters of the word in which a person's name may be mistyped: surnames are often near."""


@dataclass(frozen=True)
class Registry:
    """Actors and topics; the first ``own`` entries are a ledger's and go before the shipped."""

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
        under the name, kind and owner that the ledger gives.
        """
        added, replaced = [], set()
        for actor in actors:
            at = self._named(actor)
            added.append(_merged(actor, self.entries[at]) if at is not None else Entry(actor))
            replaced.add(at)
        kept = tuple(entry for at, entry in enumerate(self.entries) if at not in replaced)
        return Registry((*added, *kept), (*topics, *self.topics), len(added))

    def find(self, name: str) -> Actor | None:
        """The actor a name means, or None when nobody or more than one fits.

        Tried in this order: as written (without article, quotation marks, case, accents), its
        genitive, its words without endings, a state's body by pattern, how it sounds, one
        typing error a word.
        """
        entry = self.entry(name)
        return entry.actor if entry else self._body(name)

    def exact(self, name: str) -> Entry | None:
        """The entry of this name or alias but for case, accents and a genitive -s, if just one."""
        found = self._exactly(fold(name))
        return self._one(found) if found else None

    def entry(self, name: str) -> Entry | None:
        """As :meth:`find`, with what the register knows beside; no bodies by pattern."""
        return self._remembered(name)

    @cached_property
    def _remembered(self) -> Callable[[str], Entry | None]:
        """Looking up a name that was asked for before costs nothing: texts repeat their names."""
        return lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def _look_up(self, name: str) -> Entry | None:
        bare = _FRAME.sub("", name)
        keys = tuple(dict.fromkeys(fold(one) for one in (bare, _ARTICLE.sub("", bare)) if one))
        for way in (self._exactly, self._in_stems, self._by_sound, self._mistyped):
            for key in keys:
                found = way(key)
                if found is not None:
                    return self._one(found)
        return None

    def canonical(self, name: str) -> str:
        """The register's name for a name, or its folded spelling: equal for one and the same."""
        actor = self.find(name)
        return actor.name if actor else fold(name)

    def matches(self, query: str, actor: str) -> bool:
        """Whether words typed by a user mean this actor.

        By name or alias in any spelling, by part of a name (``rutte``), by an office once held
        (``NATO-Generalsekretär``), or as the state or body the actor belongs to.
        """
        asked = _words(query)
        if not asked:
            return False
        known = self.entry(actor)
        names = (actor, *((known.actor.name, *known.actor.aliases) if known else ()))
        if any(_within(asked, _words(one)) for one in names):
            return True
        if known and self._by_office(asked, known):
            return True
        meant = self.find(query)
        if meant is None:
            return False
        return meant.name in (actor, *self._owners(actor, known))

    def near(self, query: str, names: Iterable[str]) -> list[str]:
        """The names most like the query, best first, at most three: for "did you mean"."""
        from difflib import SequenceMatcher

        asked = sound(fold(query))

        def likeness(name: str) -> float:
            whole = sound(fold(name))
            parts = (whole, *whole.split())
            return max(SequenceMatcher(None, asked, part).ratio() for part in parts)

        ranked = sorted(
            ((likeness(name), name) for name in set(names)), key=lambda x: (-x[0], x[1])
        )
        return [name for score, name in ranked if score >= 0.7][:3]

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The names and aliases of agencies, papers and stations, in lower case."""
        return frozenset(
            name.lower()
            for entry in self.entries
            if entry.actor.kind == "outlet"
            for name in _all_names(entry.actor)
        )

    def _named(self, actor: Actor) -> int | None:
        """The entry that a ledger's actor replaces: called so, or named among its aliases."""
        found = set(self._aliases.get(fold(actor.name), ()))
        for name in _all_names(actor):
            found.update(self._names.get(fold(name), ()))
        return found.pop() if len(found) == 1 else None

    def _one(self, found: tuple[int, ...]) -> Entry | None:
        """The only candidate; a ledger's goes before shipped ones, a name before an alias."""
        ours = tuple(at for at in found if at < self.own)
        chosen = ours or found
        return self.entries[chosen[0]] if len(chosen) == 1 else None

    def _exactly(self, key: str) -> tuple[int, ...] | None:
        for form in (key, key.removesuffix("s")):
            names, aliases = self._names.get(form, ()), self._aliases.get(form, ())
            ours = tuple(at for at in (*names, *aliases) if at < self.own)
            found = ours or names or aliases
            if found:
                return found
        return None

    def _in_stems(self, key: str) -> tuple[int, ...] | None:
        return self._stems.get(stems(key)) if " " in key else None

    def _by_sound(self, key: str) -> tuple[int, ...] | None:
        return self._sounds.get(sound(key)) if len(key) >= _SHORTEST_SOUND else None

    def _mistyped(self, key: str) -> tuple[int, ...] | None:
        if len(key) < SHORTEST_TYPO_NAME:
            return None
        hits = {
            at
            for known, at in self._initials.get(_initial(key), ())
            if self._off_by_one(key, known, self.entries[at])
        }
        return tuple(hits) or None

    def _off_by_one(self, key: str, known: str, entry: Entry) -> bool:
        if entry.actor.kind == "person":
            return one_typo(key, known, edits=1, shortest=_TYPO_WORD)
        return entry.actor.kind != "state" and one_typo(key, known)

    def _body(self, name: str) -> Actor | None:
        cited = bodies.body(_FRAME.sub("", name))
        if cited is None:
            return None
        known = self.exact(cited)
        return known.actor if known else Actor(cited, (), "organisation", bodies.owner(cited))

    def _owners(self, name: str, known: Entry | None) -> set[str]:
        """The bodies and states an actor belongs to, by the register and by its own words."""
        found = {known.actor.of} if known else set()
        found.add(bodies.owner(name))
        head, _, rest = name.partition(" ")
        if head[:1].isupper() and rest:
            attribute = self.find(re.sub(r"^(?:des|der|von|vom)\s+", "", rest))
            found.add(attribute.name if attribute else None)
        return {owner for owner in found if owner}

    def _by_office(self, asked: list[str], known: Entry) -> bool:
        of = known.actor.of or ""
        belongs = _words(f"{of} {bodies.adjective_of(of) or ''}")
        stemmed = [one if one in belongs else stems(one) for one in asked]
        return any(
            _within(one, [*_words(office), *belongs])
            for office in known.offices
            for one in (asked, stemmed)
        )

    @cached_property
    def _names(self) -> Index:
        return _index(self.entries, lambda actor: (actor.name,), fold)

    @cached_property
    def _aliases(self) -> Index:
        return _index(self.entries, lambda actor: actor.aliases, fold)

    @cached_property
    def _stems(self) -> Index:
        return _index(self.entries, _all_names, lambda name: stems(fold(name)))

    @cached_property
    def _sounds(self) -> Index:
        return _index(self.entries, _all_names, lambda name: sound(fold(name)))

    @cached_property
    def _initials(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for at, entry in enumerate(self.entries):
            for name in _all_names(entry.actor):
                key = fold(name)
                if len(key) >= SHORTEST_TYPO_NAME - 1:
                    found.setdefault(_initial(key), []).append((key, at))
        return found


def _merged(actor: Actor, entry: Entry) -> Entry:
    aliases = tuple(dict.fromkeys((*actor.aliases, *entry.actor.aliases)))
    kind, of = actor.kind or entry.actor.kind, actor.of or entry.actor.of
    return entry._replace(actor=Actor(actor.name, aliases, kind, of, actor.reliability))


def _all_names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _index(
    entries: tuple[Entry, ...],
    names: Callable[[Actor], tuple[str, ...]],
    key: Callable[[str], str],
) -> Index:
    found: Index = {}
    for at, entry in enumerate(entries):
        for form in {key(name) for name in names(entry.actor)} - {""}:
            found[form] = (*found.get(form, ()), at)
    return found


def _initial(key: str) -> str:
    return "".join(word[0] for word in key.split())


def _words(text: str) -> list[str]:
    return fold(text).split()


def _within(asked: list[str], words: list[str]) -> bool:
    """Whether every word asked for begins a word of the name; genitive -s does not count."""
    return all(
        any(word.startswith(one) or word == one.removesuffix("s") for word in words)
        for one in asked
    )
