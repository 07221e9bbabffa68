"""Swiss spelling: which ss of a text stands for the ß that the German lexicons write."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimtrack.lexicon import pairs, table

_DOUBLE = re.compile(r"ss", re.IGNORECASE)

_LONGEST = 64
"""Letters of a word that may be a verb form; the longest of the table has half as many."""


def swiss(body: str) -> bool:
    """Tell whether a body may be in Swiss spelling: it has ss and no ß anywhere."""
    return "ss" in body and "ß" not in body


@lru_cache(maxsize=1 << 14)
def sharp_at(word: str) -> int | None:
    """Where in a word ss stands for ß: 4 in "Gemäss", 2 in "liess"; None where ss is ss.

    A small word counts as a verb where the table of verbs has it with ß alone; other words by the
    parts of ``sharp_s.tsv``: Aussenminister, Massnahmen; not Messe, Masse, Aussendung.
    """
    low = word.lower()
    if low in pairs("verb_forms"):
        return None
    if match := _parts().search(low):
        return match.start() + match.group().index("ss")
    if word != low or len(word) > _LONGEST:  # a noun is no verb form: Masse
        return None
    for double in _DOUBLE.finditer(low):
        sharp = f"{low[: double.start()]}ß{low[double.end() :]}"
        if sharp in pairs("verb_forms"):
            return double.start()
    return None


def sharpened(word: str) -> str:
    """A Swiss word as it is spelled elsewhere; any other word as it is."""
    at = sharp_at(word)
    return word if at is None else f"{word[:at]}ß{word[at + 2 :]}"


@cache
def _parts() -> re.Pattern[str]:
    rows = sorted(table("sharp_s"), key=lambda row: -len(row[0]))
    return re.compile("|".join(_part(*row) for row in rows))


def _part(part: str, behind: str, before: str) -> str:
    not_before = "" if before == "-" else f"(?<!{before})"
    not_behind = "" if behind == "-" else f"(?!{behind})"
    return f"{not_before}{re.escape(part.replace('ß', 'ss'))}{not_behind}"
