"""Articles as JSON lines: ``{"id": …, "title": …, "published": …, "text": …}`` a line."""

from __future__ import annotations

import json
import re

from claimtrack.article.field_names import is_field
from claimtrack.article.frontmatter import FrontMatter
from claimtrack.article.intake import UnfitError

_SURROGATE = re.compile("[\ud800-\udfff]")
_HINT = 'a line is one object: {"id": …, "title": …, "published": …, "text": …}'


def parse(source: str, line: int) -> tuple[FrontMatter, str]:
    """What is known of the article of a line, and its text; fields of other names are ignored.

    Raises UnfitError with a plain reason when the line holds no article.
    """
    try:
        value = json.loads(source)
    except json.JSONDecodeError as why:
        raise UnfitError(f"not JSON at column {why.colno}: {why.msg}", _HINT) from why
    except (RecursionError, ValueError) as why:
        raise UnfitError("not JSON that can be read: too deep or too long", _HINT) from why
    if not isinstance(value, dict):
        raise UnfitError("not a JSON object", _HINT)
    text = value.get("text")
    if not isinstance(text, str):
        raise UnfitError('no "text", or it is not a string', _HINT)
    if _SURROGATE.search(text):
        raise UnfitError('"text" holds half of a character (a lone surrogate)', _HINT)
    fields = {name: _words(value[name]) for name in value if is_field(name)}
    partial = frozenset(name for name in fields if not _is_flat(value[name]))
    return FrontMatter(fields, dict.fromkeys(fields, line), partial=partial), text


def _is_flat(value: object) -> bool:
    """True if a field holds nothing, a word, a number, or a list of these."""
    items = value if isinstance(value, list) else [value]
    return all(
        item is None or (isinstance(item, str | int) and not isinstance(item, bool))
        for item in items
    )


def _words(value: object) -> tuple[str, ...]:
    """A field as words: numbers are spelled, what is neither nor a list of them is left out."""
    if isinstance(value, list):
        return tuple(word for item in value if not isinstance(item, list) for word in _words(item))
    if isinstance(value, str | int) and not isinstance(value, bool):
        return tuple(filter(None, [_SURROGATE.sub("\ufffd", str(value))]))
    return ()
