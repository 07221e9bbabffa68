"""What a shape of the grammar has matched: its tokens, and the time that surrounds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claimtrack.german.dates.direction import Direction, direction
from claimtrack.german.dates.letters import Line, Word
from claimtrack.german.dates.time_thread import Thread

_SMALL = frozenset("aisbfzyugtO,(&")
_SHIFTS = {"L": -1, "T": 0, "N": 1, "<": -2, ">": 2}


class Found(NamedTuple):
    """Tokens ``first`` to ``last`` (included) and their EDTF value, None when unresolved.

    ``year`` says that the words name their year themselves.
    """

    first: int
    last: int
    value: str | None
    year: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens ``first`` to ``end`` (excluded) of a line that one shape matched."""

    line: Line
    first: int
    end: int
    thread: Thread

    @property
    def letters(self) -> str:
        """The letters of the phrase."""
        return self.line.letters[self.first : self.end]

    @property
    def at(self) -> int:
        """The character at which the phrase begins."""
        return self.line.starts[self.first]

    def around(self, by: int) -> str:
        """The letter ``by`` tokens before (-1, -2) or behind (1, 2) the phrase; "" outside."""
        i = self.end - 1 + by if by > 0 else self.first + by
        return self.line.letters[i] if 0 <= i < len(self.line.letters) else ""

    def words(self, letters: str) -> list[Word]:
        """The tokens that have one of these letters, in reading order."""
        return [self.line.word(i) for i in range(self.first, self.end)
                if self.line.letters[i] in letters]  # fmt: skip

    def value(self, letters: str) -> str:
        """The lexicon's value of the first token with one of these letters; "" without one."""
        found = self.words(letters)
        return found[0].value if found else ""

    def number(self, letters: str, other: int = 0) -> int:
        """The value of the first token with one of these letters as a number."""
        return int(self.value(letters) or other)

    @property
    def shift(self) -> str:
        """The first shift: L last, T this, N next, G following, E same, < last but one,
        > next but one; "" without one."""
        return next((letter for letter in self.letters if letter in "LTNGE<>"), "")

    def way(self) -> Direction:
        """Where the clause looks; "seit" looks back, "ab" ahead unless the verb says more."""
        before = self.around(-2 if self.around(-1) == "t" else -1) + self.letters[:1]
        if "s" in before:
            return "back"
        found = direction(self.line, self.first, self.end - 1)
        return "ahead" if found == "unknown" and "g" in before else found

    def named_year(self) -> int | None:
        """The year that the phrase names: 2014, "vergangenen Jahres", "des Vorjahres"."""
        if "Y" in self.letters:
            return int(self.words("Y")[-1].text)
        if self.thread.today is None:
            return None
        if "j" in self.letters and self.shift in _SHIFTS:
            return self.thread.today.year + _SHIFTS[self.shift]
        step = self.value("B").removeprefix("year")
        return self.thread.today.year + int(step) if step[:1] in ("+", "-") else None

    def year_of(self, span: Callable[[int], tuple[date, date]]) -> int | None:
        """The year of the days that ``span`` gives for each year: as named, else as meant."""
        named = self.named_year()
        return named if named is not None else self.thread.year_of(span, self.at, self.way())

    def whole(self, value: str | None, year: bool = False) -> list[Found]:
        """The phrase as one date, without the small words before it."""
        first = self.first
        while first < self.end - 1 and self.line.letters[first] in _SMALL:
            first += 1
        return [Found(first, self.end - 1, value, year or "Y" in self.letters)]

    def in_compound(self) -> bool:
        """Whether a hyphen ties the phrase to another word: Goldener-Sonntag-Markt."""
        line = self.line
        before = self.around(-1) == "-" and line.tight(self.first) and self.around(-2) in "xC"
        behind = self.around(1) == "-" and line.tight(self.end) and line.tight(self.end + 1)
        return before or (behind and self.around(2) in tuple("xCe"))
