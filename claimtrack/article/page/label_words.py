"""The words with which pages label things, as patterns."""

from __future__ import annotations

import re
from functools import cache

from claimtrack.lexicon import classes


@cache
def label(name: str) -> re.Pattern[str]:
    """A word of a class of ``page_words.tsv``, and up to a few that stand between it and a day."""
    return re.compile(rf"(?<![\w-])(?:{_spelled(name)})(?![\w-])[^\d\n]{{0,30}}", re.IGNORECASE)


@cache
def members(name: str) -> frozenset[str]:
    """The words of a class of ``page_words.tsv``, in lower case."""
    return frozenset(word.replace("_", " ") for word in classes("page_words")[name])


def _spelled(name: str) -> str:
    words = sorted(members(name), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
