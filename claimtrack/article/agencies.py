"""News agencies as they sign a text: "(dpa/AFP)", "Quelle: ntv.de, mes/dpa", "Von A. B., dpa"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claimtrack.article import written_days
from claimtrack.lexicon import table

_LONGEST = 120
"""Characters of a line that can be a signature and no sentence."""
_BETWEEN = re.compile(r"\s*(?:[/,;|&+()\[\]·•]|\b(?:und|and|sowie|mit)\b)\s*", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:(?:mit|unter\s+Verwendung\s+von)\s+(?:Agentur\w*|Material\w*|Inhalte\w*)"
    r"(?:\s+(?:von|der|des)(?:\s+(?:der|den|des))?)?"
    r"|Quellen?|Agentur(?:en)?|Text|Von|By|Autor(?:in)?|©|Copyright)(?![\w-])[:\s]*",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[\w.-]{1,12}(?::[\w/-]+)?|\d[\d.:]*\s?Uhr")
_FRAME = " \t.:()[]–—-\xa0"


def signed(line: str) -> tuple[str, ...]:
    """The agencies that a line signs for, by their names in the register; none in a sentence.

    A line of abbreviations ("mes/dpa/AFP"), one in brackets ("(Quelle: APA/sda/dpa)"), one that
    opens as signatures do ("Mit Material von dpa und AFP", "Von Eva Muster und dpa").
    """
    line = line.strip()
    opening = _OPENS.match(line.lstrip("(["))
    if len(line) > _LONGEST or line.endswith(("!", "?")):
        return ()
    bare = line.lstrip("([")[opening.end() if opening else 0 :]
    items = [item.strip(_FRAME) for item in _BETWEEN.split(bare)]
    items = [item for item in items if item]
    closed = line[:1] in "([" and line.rstrip(". ")[-1:] in ")]"
    if not (opening or closed or all(map(_is_short, items))):
        return ()
    return named(items)


def _is_short(item: str) -> bool:
    """True if a part of a line is an abbreviation, a day or an hour."""
    return bool(_SHORT.fullmatch(item) or is_agency(item) or written_days.only(item))


def named(items: Iterable[str]) -> tuple[str, ...]:
    """The agencies among some names, each once, by their names in the register."""
    known = _names()
    names = (known.get(item.split(":")[0].casefold()) for item in items)
    return tuple(dict.fromkeys(name for name in names if name and name != "-"))


def is_agency(name: str) -> bool:
    """True if a name is an agency's, or that of a service through which others send."""
    return name.split(":")[0].casefold() in _names()


@cache
def spelled() -> str:
    """All ways in which agencies sign, as alternatives of a pattern, longest first."""
    return "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))


@cache
def _names() -> dict[str, str]:
    return {row[1].casefold(): row[2] for row in table("debris") if row[0] == "agency"}
