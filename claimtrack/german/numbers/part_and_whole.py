"""Numbers that belong together: X der Y, X von Y (part and whole), weitere N (more)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.german.numbers.quantity import Quantity

_PART = re.compile(r"\s(?:der|von|von den|von insgesamt|der insgesamt|von ehemals)\s")
_MORE_BEFORE = re.compile(
    r"\b(?:[Ww]eiter(?:e[nr]?)|[Zz]usätzlich(?:e[nr]?)?|noch einmal|nochmals)\s\Z"
)
_MORE_AFTER = re.compile(r"\s(?:weitere[nr]?|zusätzliche[nr]?|andere[nr]?)\b")
_PARTS = frozenset({"cardinal", "vague", "range", "fraction", "percent"})
_WHOLES = frozenset({"cardinal", "vague", "range"})


def with_roles(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The same quantities, parts and wholes marked: X der Y, X von Y, weitere N."""
    whole = False
    for index, quantity in enumerate(found):
        following = found[index + 1 : index + 2]
        part = bool(following) and _is_part(text, quantity, following[0])
        role = "part" if part else "whole" if whole else _more(text, quantity)
        whole = part
        yield quantity._replace(role=role) if role else quantity


def _is_part(text: str, part: Quantity, whole: Quantity) -> bool:
    if part.kind not in _PARTS or whole.kind not in _WHOLES:
        return False
    return whole.start - part.end < 20 and bool(_PART.fullmatch(text, part.end, whole.start))


def _more(text: str, quantity: Quantity) -> str | None:
    before = _MORE_BEFORE.search(text, max(0, quantity.start - 14), quantity.start)
    return "more" if before or _MORE_AFTER.match(text, quantity.end) else None
