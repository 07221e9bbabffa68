"""``--format yaml``: a list of records in block style.

Strings stand plain only where no reader of YAML, 1.1 or 1.2, can take them for something else;
all others are JSON strings, which YAML reads as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from claimtrack.render import safe
from claimtrack.render.listing import Flow
from claimtrack.render.safe import SafeText
from claimtrack.render.screen import Screen

_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß][\wÄÖÜäöüß.-]*(?: [\wÄÖÜäöüß(][\wÄÖÜäöüß.,()-]*)*", re.ASCII)
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])


def render(listing: Flow, screen: Screen) -> Iterator[SafeText]:
    """The lines of the document."""
    empty = True
    for record in listing.records:
        empty = False
        for index, text in enumerate(_mapping(record)):
            yield safe.yaml_text(f"{'  ' if index else '- '}{text}")
    if empty:
        yield SafeText("[]")


def _mapping(value: Mapping[str, object]) -> Iterator[str]:
    for key, item in value.items():
        yield from _entry(f"{key}:", item)


def _entry(lead: str, item: object) -> Iterator[str]:
    if isinstance(item, Mapping) and item:
        yield lead
        yield from (f"  {text}" for text in _mapping(item))
    elif isinstance(item, Sequence) and any(isinstance(part, Mapping) for part in item):
        yield lead
        for part in item:
            for index, text in enumerate(_mapping(part)):
                yield f"  {'  ' if index else '- '}{text}"
    else:
        yield f"{lead} {_scalar(item)}"


def _scalar(item: object) -> str:
    if isinstance(item, str):
        plain = _PLAIN.fullmatch(item) and item.casefold() not in _WORDS
        return item if plain else json.dumps(item, ensure_ascii=False)
    if isinstance(item, list | tuple):
        return f"[{', '.join(_scalar(part) for part in item)}]"
    return json.dumps(item)
