"""Who has been spoken of: what pronouns and "der Präsident", "das Ministerium" go back to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from claimtrack.extract.names import Name, small
from claimtrack.registry import Registry
from claimtrack.registry.spelling import fold, sound

SENTENCES_BACK = 4
"""How many sentences a pronoun reaches back."""

_END = re.compile(r"[.!?…][\"“”»«’‘)]*\s+(?=[„“»\"‚]?[A-ZÄÖÜ])|\n+")


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody mentioned: where, who, and by which pronoun they can be taken up again.

    ``gender`` is m, f, n or empty (unknown); ``noun`` the common noun used, folded, if any.
    """

    start: int
    actors: tuple[str, ...]
    gender: str
    plural: bool
    noun: str = ""


Opener = Callable[[int], Referent | None]


@dataclass(slots=True)
class Discourse:
    """An article's people and, growing in reading order, its speakers."""

    body: str
    registry: Registry
    names: list[Name]
    acronyms: dict[str, str]
    speakers: list[Referent] = field(default_factory=list)
    bounds: list[int] = field(default_factory=list)
    passing: dict[int, list[Referent]] | None = None

    def __post_init__(self) -> None:
        self.bounds = [0, *(match.end() for match in _END.finditer(self.body))]

    def sentence(self, at: int) -> int:
        """The number of the sentence in which a place lies."""
        return bisect_right(self.bounds, at) - 1

    def begin_of_sentence(self, at: int) -> int:
        """The place where the sentence around a place begins."""
        return self.bounds[self.sentence(at)]

    def person(self, name: str) -> str | None:
        """The full name that a full name or a surname stands for in this text, if just one."""
        key = fold(name)
        for match in (_ends, _begins):
            found = {self.canonical(one.text) for one in self.names if match(one.text, key)}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def ambiguous(self, name: str) -> bool:
        """Whether a surname is borne by several people of this text."""
        key = fold(name)
        return len({self.canonical(one.text) for one in self.names if _ends(one.text, key)}) > 1

    def canonical(self, name: str) -> str:
        """The register's spelling of a full name, else the first of this text."""
        entry = self.registry.entry(name)
        if entry and entry.actor.kind == "person":
            return entry.actor.name
        key = sound(fold(name))
        return next((one.text for one in self.names if sound(fold(one.text)) == key), name)

    def gender(self, actor: str) -> str:
        """The gender a name goes with, by this text or by the register."""
        told = next(
            (n.gender for n in self.names if n.gender and self.canonical(n.text) == actor), ""
        )
        entry = self.registry.entry(actor)
        return told or (entry.gender if entry else "")

    def antecedent(self, at: int, fits: Fits, opener: Opener) -> tuple[str, ...]:
        """Who a pronoun at a place takes up: the last fitting speaker, sentence by sentence.

        In earlier sentences people in passing count after speakers, the first named first; then
        whoever the sentence opens with (``opener`` is asked by its number).
        """
        here = self.sentence(at)
        for number in range(here, max(-1, here - SENTENCES_BACK - 1), -1):
            spoke = [one for one in self.speakers if self.sentence(one.start) == number]
            found = [one for one in reversed(spoke) if one.start < at]
            if number < here:
                found += self._in_passing().get(number, [])
                first = opener(number)
                found += [first] if first else []
            chosen = _choose(found, fits)
            if chosen:
                return chosen
        return ()

    def _in_passing(self) -> dict[int, list[Referent]]:
        """People named anywhere as a subject may be, by sentence."""
        if self.passing is None:
            self.passing = {}
            for referent in self._subjects():
                self.passing.setdefault(self.sentence(referent.start), []).append(referent)
        return self.passing

    def _subjects(self) -> Iterator[Referent]:
        surnames: dict[str, Name] = {}
        for name in self.names:
            surnames.setdefault(name.text.split()[-1], name)
        if not surnames:
            return
        pattern = r"\b(?:" + "|".join(map(re.escape, surnames)) + r")\b"
        for match in re.finditer(pattern, self.body):
            name = surnames[match.group()]
            if self._is_subject(match.start()):
                who = self.person(name.text) or name.text
                yield Referent(match.start(), (who,), name.gender or self.gender(who), False)

    def _is_subject(self, at: int) -> bool:
        """Whether no preposition or oblique article stands before a name and its first names."""
        before = self.body[max(0, at - 60) : at].split()
        while before and before[-1][:1].isupper() and before[-1][-1:] not in ",.;:":
            before.pop()
        return not before or before[-1].lower().strip('„“"') not in small("oblique")


@dataclass(frozen=True, slots=True)
class Fits:
    """What a pronoun can stand for: genders in the singular, and whether a plural."""

    genders: frozenset[str]
    plural: bool

    def __call__(self, one: Referent) -> bool:
        """Whether a referent surely fits."""
        return self.plural if one.plural else one.gender in self.genders


def pronoun(word: str, neighbour: str) -> Fits | None:
    """What a pronoun can stand for, or None when the word is no pronoun that names anybody.

    ``neighbour`` is the word beside it that may be its verb: its ending tells "sie sagten" from
    "sie sagte".
    """
    low = word.lower()
    genders = {
        letter for letter, kind in (("m", "he"), ("f", "she"), ("n", "it")) if low in small(kind)
    }
    many = low in small("they")
    if not genders and not many:
        return None
    plural_verb = neighbour.endswith(("en", "ten")) or neighbour in ("sind", "seien", "taten")
    if many and plural_verb:
        return Fits(frozenset(), True)
    return Fits(frozenset(genders), many and not genders)


def _choose(found: list[Referent], fits: Fits) -> tuple[str, ...]:
    sure = next((one.actors for one in found if fits(one)), None)
    if sure:
        return sure
    unsure = {one.actors for one in found if not one.gender and not one.plural}
    personal = fits.genders & {"m", "f"}
    return unsure.pop() if len(unsure) == 1 and personal else ()


def _ends(full: str, key: str) -> bool:
    """Whether a name ends in another, a genitive -s aside, however it is transliterated."""
    whole = f" {fold(full)}"
    if whole.endswith((f" {key}", f" {key.removesuffix('s')}")):
        return True
    return len(key) >= 5 and sound(whole).endswith(
        (f" {sound(key)}", f" {sound(key.removesuffix('s'))}")
    )


def _begins(full: str, key: str) -> bool:
    return fold(full).startswith((f"{key} ", f"{key.removesuffix('s')} "))
