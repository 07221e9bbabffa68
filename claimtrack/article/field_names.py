"""The names that people give the fields of an article: ``datum``, ``quelle``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from claimtrack.article import agencies
from claimtrack.article.frontmatter import FrontMatter
from claimtrack.article.intake import UnfitError
from claimtrack.lexicon import classes

FIELDS = ("id", "title", "outlet", "author", "agencies", "published", "retrieved", "url")
"""The fields that an article has, by their own names."""
_NEAR = 0.9
"""How alike a name must be to that of a field to be a slip of the pen."""


def understood(head: FrontMatter) -> FrontMatter:
    """The fields under their own names.

    ``doubts`` name slips, second values of one field, and values that are no words.

    A name in another case or language is understood ("Datum", "autor"); ``quelle`` and ``source``
    are an address, agencies or an outlet, as the value says. What is no field stays as it is.
    """
    fields: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    doubts = list(head.doubts)
    for written in sorted(head.fields, key=lambda name: name not in FIELDS):
        name, values = _meaning(written, head.fields[written])
        line = head.lines.get(written, 0)
        if name not in fields:
            fields[name], lines[name] = values, line
        elif values and fields[name] != values:
            message = f'"{written}" is ignored: the {name} is given twice'
            doubts.append(UnfitError(message, f"keep the one that is right, as `{name}`", line))
        doubts.extend(_slips(name, line))
        if written in head.partial and name in FIELDS:
            doubts.append(_no_words(written, values, line))
    return replace(head, fields=fields, lines=lines, doubts=tuple(doubts))


def _no_words(written: str, values: tuple[str, ...], line: int) -> UnfitError:
    """What is said of a field that holds a mapping, a list inside a list, a reference."""
    subject = f'a part of "{written}"' if values else f'"{written}"'
    message = f"{subject} is ignored: it is neither a word nor a list of words"
    return UnfitError(message, f"write it as one line, `{written}: …`", line)


def is_field(written: str) -> bool:
    """True if a name stands for a field of an article."""
    return written.casefold() in _names()


def _meaning(written: str, values: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The field that a name stands for, and the values as that field holds them."""
    name = _names().get(written.casefold(), written)
    if name == "source":
        signed = agencies.signed(f"({', '.join(values)})")
        if values and re.match(r"https?://", values[0]):
            return "url", values[:1]
        return ("agencies", signed) if signed and _only_agencies(values) else ("outlet", values)
    return name, values


def _only_agencies(values: tuple[str, ...]) -> bool:
    parts = re.split(r"\s*[/,;&]\s*|\s+und\s+", ", ".join(values))
    return all(agencies.is_agency(part) for part in parts if part)


def _slips(name: str, line: int) -> Iterator[UnfitError]:
    """A name that no field has, but for a letter."""
    known = _names()
    if name in known or name in FIELDS:
        return
    for near in get_close_matches(name.casefold(), known, 1, _NEAR):
        message = f'"{name}" is not a field of an article'
        yield UnfitError(message, f"did you mean `{known[near]}`?", line)


@cache
def _names() -> dict[str, str]:
    """The field that each name stands for, in lower case."""
    named = {word: name for name, words in classes("article_fields").items() for word in words}
    return {**named, **{name: name for name in (*FIELDS, "source", "archive")}}
