"""Numbers that are said to be wrong, and the one that is right: "keine 38, sondern sechs".

Shapes of the wrong one: "keine 38 Kilogramm, sondern sechs", "nicht von 38 Gästen, sondern von
sechs", "statt 38 Gästen seien sechs gekommen". It is nobody's figure; the noun left out of the
right one is its. None: "nicht nur 38, sondern sogar 60", "nicht einmal 38".
"""

from __future__ import annotations

import re

from claimtrack.german.document import Document

_NOT = re.compile(
    r"\b(?:[Kk]eine[nrms]?|[Nn]icht)\s"
    r"(?:(?:etwa|bloß)\s)?(?:(?:von|mit|auf|um|bei|für|in|an|zu|aus|nach|vor|über)\s)?\Z"
)
_BUT = re.compile(r"[^.!?;]*,\ssondern\s(?:[a-zäöüß]+\s){0,3}")
_INSTEAD = re.compile(
    r"\b(?:[Aa]n)?[Ss]tatt(?:\s(?:der|den|wie|zuvor|bisher|bislang|zunächst|ursprünglich"
    r"|[a-zäöüß]+(?:ten|nen)))*\s\Z"
)
_RIGHT = re.compile(r"[^.!?;,]*\s")
_NEAR = 40
"""Characters before a number in which nicht or statt is looked for."""
_FAR = 100
"""Characters between the wrong number and the right one, at the most."""


def is_wrong(document: Document, index: int) -> bool:
    """Whether the quantity at an index is said to be wrong."""
    return _instead(document, index) or _denied(document, index)


def is_right(document: Document, index: int) -> bool:
    """Whether the quantity at an index is what is right instead of the one before it."""
    if not index:
        return False
    if _denied(document, index - 1):
        return True
    between = _between(document, index - 1)
    return _instead(document, index - 1) and bool(between and _RIGHT.fullmatch(between))


def _denied(document: Document, index: int) -> bool:
    """Whether the number behind "sondern" comes next: "keine 38 …, sondern sechs"."""
    between = _between(document, index)
    negated = _NOT.search(document.text, *_before(document, index)) is not None
    return negated and bool(between and _BUT.fullmatch(between))


def _instead(document: Document, index: int) -> bool:
    return _INSTEAD.search(document.text, *_before(document, index)) is not None


def _before(document: Document, index: int) -> tuple[int, int]:
    start = document.quantities[index].start
    return max(0, start - _NEAR), start


def _between(document: Document, index: int) -> str:
    """What stands between a quantity and the next one; nothing where there is none near."""
    quantity, *rest = document.quantities[index : index + 2]
    if not rest or rest[0].start - quantity.end > _FAR:
        return ""
    return document.text[quantity.end : rest[0].start]
