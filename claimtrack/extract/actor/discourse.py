"""What an article has told of its people so far: names, offices, genders, and who has spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from claimtrack.extract.actor.people import Name
from claimtrack.extract.actor.trace import Fallen, Step
from claimtrack.german.document import Document
from claimtrack.german.lazy import lazy
from claimtrack.lexicon import classes
from claimtrack.model import Span
from claimtrack.registry import Registry
from claimtrack.registry.spelling import fold, sound

_SMALL = classes("actor_words")

_SHORTEST_SOUND = 5
_LONGEST_SPEECH = 4
"""Sentences of direct speech that a description reaches back over, at the most."""
_OPENING = ':–„“»«"‚‘(‹'


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody mentioned: where, who, and by which pronoun they can be taken up again.

    ``gender`` is m, f, n or empty (unknown); ``noun`` the common noun used, folded, if any;
    ``step`` is what named them.
    """

    start: int
    actors: tuple[str, ...]
    gender: str
    plural: bool
    noun: str = ""
    step: Step = "as written"


@dataclass
class Discourse:
    """An article's people and, growing in reading order, its speakers.

    ``acronyms`` are the short forms that the text introduces, with their long forms; ``fallen`` are
    those considered for the mention that is being resolved and not taken.
    """

    document: Document
    registry: Registry
    names: list[Name]
    acronyms: dict[str, str]
    speakers: list[Referent] = field(default_factory=list)
    fallen: list[Fallen] = field(default_factory=list)

    @property
    def body(self) -> str:
        """The text."""
        return self.document.text

    def sentence(self, at: int) -> int:
        """The number of the sentence in which a place lies."""
        return self.document.part_at(at)

    def spoken_before(self, at: int) -> int:
        """How many sentences of direct speech stand right before the sentence of a place."""
        here = self.sentence(at)
        count = 0
        while count < min(here, _LONGEST_SPEECH):
            start = self.document.starts[here - count - 1]
            if not any(span.start <= start < span.end for span in self._speech):
                break
            count += 1
        return count

    @lazy
    def _speech(self) -> list[Span]:
        """The spans of all words in marks, with their marks."""
        marks = (mark for sentence in self.document.sentences for mark in sentence.quotations)
        return [mark.span for mark in marks if mark.depth == 0]

    def begin_of_sentence(self, at: int) -> int:
        """The place where the sentence around a place begins."""
        return self.document.starts[self.sentence(at)]

    def opens(self, at: int) -> bool:
        """Whether a place begins a sentence, or what stands behind a colon or a mark."""
        before = self.body[self.begin_of_sentence(at) : at].rstrip()
        return not before or before[-1] in _OPENING

    def short_form(self, long: str) -> str | None:
        """The acronym that the text introduced for a long form."""
        return self._shorts.get(fold(long))

    def person(self, name: str) -> str | None:
        """The full name that a full name or a surname stands for in this text, if just one."""
        bearers = self.bearers(name)
        return next(iter(bearers)) if len(bearers) == 1 else None

    def is_named(self, tail: str) -> bool:
        """Whether just one person of the text has a name that ends so, as it stands."""
        return len(self._ends.get(fold(tail), ())) == 1

    def canonical(self, name: str) -> str:
        """The register's spelling of a full name, else the first of this text."""
        entry = self.registry.entry(name)
        if entry and entry.actor.kind == "person":
            return entry.actor.name
        return self._spellings.get(sound(fold(name)), name)

    def gender(self, actor: str) -> str:
        """The gender a name goes with, by this text or by the register."""
        gender = self._genders.get(actor, "")
        entry = self.registry.exact(actor)
        return gender or (entry.gender if entry else "")

    def bearers(self, name: str) -> frozenset[str]:
        """The people whose name ends so, else begins so; a genitive -s aside, then by sound."""
        key = fold(name)
        keys = [key, key.removesuffix("s")]
        keys += [sound(spelling) for spelling in keys if len(spelling) >= _SHORTEST_SOUND]
        for index in (self._ends, self._begins):
            for spelling in filter(None, keys):
                if spelling in index:
                    return frozenset(index[spelling])
        return frozenset()

    @lazy
    def offices(self) -> dict[str, list[Name]]:
        """By office the people to whom the text gives it, each where it does so first."""
        first: dict[tuple[str, str, str], Name] = {}
        for name in self.names:
            if name.office:
                first.setdefault((self.canonical(name.text), name.office, name.of), name)
        holders: dict[str, list[Name]] = {}
        for name in first.values():
            holders.setdefault(name.office, []).append(name)
        return holders

    @lazy
    def _ends(self) -> dict[str, set[str]]:
        return self._parts(lambda words, at: words[at:])

    @lazy
    def _begins(self) -> dict[str, set[str]]:
        return self._parts(lambda words, at: words[:at])

    def _parts(self, part: Callable[[list[str], int], list[str]]) -> dict[str, set[str]]:
        """People by a part of their name, as it is folded and as it sounds."""
        people: dict[str, set[str]] = {}
        for text in dict.fromkeys(name.text for name in self.names):
            words, full = fold(text).split(), self.canonical(text)
            for at in range(len(words)):
                key = " ".join(part(words, at))
                for form in {key, sound(key)} - {""}:
                    people.setdefault(form, set()).add(full)
        return people

    @lazy
    def _spellings(self) -> dict[str, str]:
        return {sound(fold(name.text)): name.text for name in reversed(self.names)}

    @lazy
    def _genders(self) -> dict[str, str]:
        gendered = [name for name in reversed(self.names) if name.gender]
        return {self.canonical(name.text): name.gender for name in gendered}

    @lazy
    def _shorts(self) -> dict[str, str]:
        return {fold(long): short for short, long in self.acronyms.items()}

    def is_person(self, actor: str) -> bool:
        """Whether an actor is a person, by this text or by the register."""
        entry = self.registry.exact(actor)
        known = entry is not None and entry.actor.kind == "person"
        return known or any(self.canonical(name.text) == actor for name in self.names)

    @lazy
    def objects(self) -> list[Referent]:
        """The people named where no subject is."""
        return [
            Referent(name.start, (who,), name.gender or self.gender(who), False)
            for name in self.names
            if not self._is_subject(name.start)
            for who in [self.person(name.text) or name.text]
        ]

    @lazy
    def in_passing(self) -> dict[int, list[Referent]]:
        """The people named anywhere as a subject may be, by the number of the sentence."""
        by_sentence: dict[int, list[Referent]] = {}
        for referent in self._subjects():
            by_sentence.setdefault(self.sentence(referent.start), []).append(referent)
        return by_sentence

    def _subjects(self) -> Iterator[Referent]:
        surnames: dict[str, Name] = {}
        for name in self.names:
            surnames.setdefault(name.text.split()[-1], name)
        if not surnames:
            return
        for token in self.document.tokens:
            bearer = surnames.get(token.text)
            if bearer is not None and self._is_subject(token.start):
                who = self.person(bearer.text) or bearer.text
                yield Referent(token.start, (who,), bearer.gender or self.gender(who), False)

    def people(self, start: int, end: int) -> list[Referent]:
        """The people named in a part of the text, each where they are first, with their office."""
        first: dict[str, Referent] = {}
        for name in self.names:
            if start <= name.start < end:
                who = self.person(name.text) or name.text
                gender, office = name.gender or self.gender(who), fold(name.office)
                first.setdefault(who, Referent(name.start, (who,), gender, False, office))
        return list(first.values())

    def _is_subject(self, at: int) -> bool:
        """Whether no preposition or oblique article stands before a name and its first names."""
        at = next((name.start for name in self.names if name.start <= at < name.end), at)
        tokens = self.document.tokens
        i = self.document.token_index(at) - 1
        while i >= 0 and tokens[i].text[0].isupper():
            i -= 1
        return i < 0 or tokens[i].low not in _SMALL["oblique"]
