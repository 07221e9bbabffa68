"""The names of many actors in all their spellings: which of them a name may mean.

The tables are made when a look-up first gets as far as them, and each for all names at once:
most names are found as they are written, and a command pays for no more than it asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from claimtrack.model import Actor
from claimtrack.registry.spelling import SHORTEST_TYPO_NAME, fold, one_typo, sound, sounds, stems

Places = tuple[int, ...]
"""Where actors stand in the sequence that they were given in."""

_SHORTEST_SOUND = 6
_TYPO_WORD = 6
"""Letters of the word in which a person's name may be mistyped: surnames are often near."""


class Lookup:
    """Finds actors by their names; the first ``own`` of them go before all others."""

    def __init__(self, actors: Iterable[Actor], own: int) -> None:
        self._actors = tuple(actors)
        self._own = own

    def find(self, keys: Iterable[str]) -> Places:
        """The actors that folded names may mean, by the first way that finds any.

        As written or with a genitive -s, the words without endings, the sound, one typing error.
        """
        ways = (self.exactly, self._in_stems, self._by_sound, self._mistyped)
        meant = (way(key) for way in ways for key in keys)
        return next((places for places in meant if places), ())

    def exactly(self, key: str) -> Places:
        """The actors called so, with a genitive -s or without; names go before aliases."""
        for form in (key, key.removesuffix("s")):
            names, aliases = self.named(form), self.known_as(form)
            if not (names or aliases):
                continue
            ours = tuple(at for at in (*names, *aliases) if at < self._own)
            return ours or names or aliases
        return ()

    def named(self, key: str) -> Places:
        """The actors of which this is the name."""
        return self._names.get(key, ())

    def known_as(self, key: str) -> Places:
        """The actors of which this is an alias."""
        return self._aliases.get(key, ())

    def _in_stems(self, key: str) -> Places:
        return self._stems.get(stems(key), ()) if " " in key else ()

    def _by_sound(self, key: str) -> Places:
        return self._sounds.get(sound(key), ()) if len(key) >= _SHORTEST_SOUND else ()

    def _mistyped(self, key: str) -> Places:
        if len(key) < SHORTEST_TYPO_NAME:
            return ()
        initials = _initials(key)
        # One error a word at the most, each of which puts in or leaves out one letter.
        lengths = range(len(key) - len(initials), len(key) + len(initials) + 1)
        near = self._by_initials.get(initials, ())
        return tuple(
            {at for known, at in near if len(known) in lengths and self._off_by_one(key, known, at)}
        )

    def _off_by_one(self, key: str, known: str, at: int) -> bool:
        kind = self._actors[at].kind
        if kind == "person":
            return one_typo(key, known, edits=1, shortest=_TYPO_WORD)
        return kind != "state" and one_typo(key, known)

    @cached_property
    def _names(self) -> dict[str, Places]:
        return _table((fold(actor.name), at) for at, actor in enumerate(self._actors))

    @cached_property
    def _aliases(self) -> dict[str, Places]:
        return _table(
            (fold(alias), at) for at, actor in enumerate(self._actors) for alias in actor.aliases
        )

    @cached_property
    def _stems(self) -> dict[str, Places]:
        return self._respelled(stems)

    @cached_property
    def _sounds(self) -> dict[str, Places]:
        return self._respelled(sounds)

    @cached_property
    def _by_initials(self) -> dict[str, list[tuple[str, int]]]:
        forms: dict[str, list[tuple[str, int]]] = {}
        for key, at in self._forms():
            if len(key) >= SHORTEST_TYPO_NAME - 1:
                forms.setdefault(_initials(key), []).append((key, at))
        return forms

    def _forms(self) -> Iterator[tuple[str, int]]:
        """Every folded name and alias, with the place of its actor."""
        for table in (self._names, self._aliases):
            for key, places in table.items():
                for at in places:
                    yield key, at

    def _respelled(self, respell: Callable[[str], str]) -> dict[str, Places]:
        """All names in a rougher spelling; ``respell`` takes them together, a line each."""
        forms = tuple(self._forms())
        lines = respell("\n".join(key for key, _ in forms)).split("\n")
        return _table((line, at) for line, (_, at) in zip(lines, forms, strict=True))


def _table(forms: Iterable[tuple[str, int]]) -> dict[str, Places]:
    table: dict[str, Places] = {}
    for key, at in forms:
        places = table.get(key, ())
        if key and at not in places:
            table[key] = (*places, at)
    return table


def _initials(key: str) -> str:
    return "".join([word[0] for word in key.split()])
