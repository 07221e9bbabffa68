"""Lines of a hard-wrapped text: which line breaks stand inside a sentence.

Every function keeps the length of the text, so that all offsets stay.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from claimtrack.article import signs
from claimtrack.lexicon import classes, table

_BREAK = re.compile(r"(?<=\S)[^\S\n\u2028]*[\n\u2028][^\S\n\u2028]*(?=\S)")
"""One line break between two lines with something on them; a blank line parts paragraphs."""

_BREAKS = re.compile(r"[\n\u2028]")
_NEAR = 250
"""Characters before and behind a break that are looked at; a wrapped line has fewer."""

_LAST_WORD = re.compile(r"[\w.,]+$")
_FIRST_WORD = re.compile(r"\w+")
_OPENS_NOTHING = frozenset("-–—•*#+>|=0123456789")


def joined_lines(body: str) -> str:
    """The body with a blank for each line break that stands inside a sentence.

    Shapes: "nach Angaben der⏎Feuerwehr" (the line ends in a word that needs another one), "sind
    noch⏎vermisst" (the next begins with a small letter), "rund 300⏎Menschen seien" (a number and
    what it counts). A heading above its text is left alone, as are lists and tables.
    """
    lines = _BREAKS.split(body)
    if not any(line.strip() and following.strip() for line, following in pairwise(lines)):
        return body  # as most texts are: a blank line between any two
    wrapped = signs.wrapped([line for line in lines if line.strip()])
    return _BREAK.sub(lambda gap: _blank(body, gap, wrapped), body)


def _blank(body: str, gap: re.Match[str], wrapped: bool) -> str:
    line = _BREAKS.split(body[max(0, gap.start() - _NEAR) : gap.start()])[-1]
    following = _BREAKS.split(body[gap.end() : gap.end() + _NEAR])[0]
    inside = _goes_on(line, following) or (wrapped and signs.full(line.strip()))
    return " " * len(gap.group()) if inside else gap.group()


def _goes_on(line: str, following: str) -> bool:
    """True if a sentence runs over the end of a line into the following one."""
    if signs.prose(line) or following[:1] in _OPENS_NOTHING:
        return False
    if following[:1].islower():
        # Below a short line a small letter may open a list: "wir:\nwasser".
        return len(line.split()) > 2
    if (last := _LAST_WORD.search(line)) is None:
        return False
    if last.group().lower() in _needs_more():
        return True
    return bool(_number().search(line)) and _counted(line, following)


def _counted(line: str, following: str) -> bool:
    """True if a number that ends a line counts what the following one begins with.

    A noun of more than one, a capital and no article: "rund 300⏎Menschen seien verletzt". The
    line has a clause of its own, as headings have not.
    """
    first = _FIRST_WORD.match(following)
    return (
        first is not None
        and first.group().lower() not in _all_small()
        and "," in line
        and signs.full(line.strip())
    )


@cache
def _needs_more() -> frozenset[str]:
    """Words that cannot end a sentence or heading: articles, prepositions, conjunctions.

    What can be the prefix of a verb can: "Mauer stürzt ein".
    """
    known = classes("function_words")
    wanted = ("article", "determiner", "preposition", "coordinator", "complementizer")
    return frozenset().union(*(known[name] for name in wanted)) - known["prefix"]


@cache
def _number() -> re.Pattern[str]:
    """A number at the end of a line, in digits or in words: "10.000", "dreihundert"."""
    parts = sorted((row[0] for row in table("number_words")), key=len, reverse=True)
    spelled = "|".join([*parts, "hundert", "tausend", "und"])
    return re.compile(rf"(?<!\S)(?:\d[\d.,']*|(?:{spelled})+)$")


@cache
def _all_small() -> frozenset[str]:
    return frozenset().union(*classes("function_words").values())
