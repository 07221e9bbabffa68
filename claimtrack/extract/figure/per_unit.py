"""By what a number is measured: "520.000 Keime je 100 Milliliter", "63 Fälle pro 1.000 Einwohner".

The number behind je, pro, per or auf is no figure of its own but narrows the one beside it. None:
"zahlten je 300 Euro" (each of them), "stieg von 7 auf 100 Liter" (a level).
"""

from __future__ import annotations

import re

from claimtrack.extract.figure.counted_noun import noun_of
from claimtrack.german.document import Document
from claimtrack.model import Span

_ALWAYS = re.compile(r"\b(?:pro|per)\s\Z")
_BEHIND_COUNTED = re.compile(r"\s(je|auf)\s\Z")
_FRONTED = re.compile(r"\bauf\s(?:je\s)?\Z", re.IGNORECASE)
_COMING = r"(?:kam|kamen|komme|kommen|kommt|kämen|entfiel|entfielen|entfallen|entfällt)"
_COME = re.compile(rf"\s{_COMING}\s")
_COME_BEFORE = re.compile(rf"\b{_COMING}\s(?:[a-zäöüß]+\s)?auf\s\Z", re.IGNORECASE)
_FROM = re.compile(r"\bvon\s(?:[a-zäöüß]+\s)?\Z")
_NEAR = 30
"""Characters before a number in which its preposition is looked for."""

_LEAST = 10
"""The least round number that something is measured by behind auf: "auf 10 Einwohner"."""


def per_unit(document: Document, index: int) -> Span | None:
    """The words that say by what another number is measured, if the quantity at ``index`` does.

    With the preposition before them: "je 100 Milliliter", "auf 1.000 Einwohner"; else None.
    """
    quantity = document.quantities[index]
    before = document.text[max(0, quantity.start - _NEAR) : quantity.start]
    word = _ALWAYS.search(before) or _behind_counted(document, index, before)
    word = word or (_FRONTED.search(before) if _is_fronted(document, index) else None)
    if word is None:
        return None
    start = quantity.start - len(before) + word.start()
    start += document.text[start] == " "
    counted = None if quantity.unit else noun_of(document, index)
    behind = counted is not None and counted.start >= quantity.end
    return Span(start, counted.end if counted and behind else quantity.end)


def measured(document: Document, index: int) -> int:
    """The index of the quantity that the one at ``index`` measures: the next if it is in front."""
    return index + 1 if _is_fronted(document, index) else index - 1


def _behind_counted(document: Document, index: int, before: str) -> re.Match[str] | None:
    """The preposition right behind what a number counts, before the one at ``index``."""
    word = _BEHIND_COUNTED.search(before)
    if word is None or not index:
        return None
    quantity, counted = document.quantities[index], document.quantities[index - 1]
    noun = noun_of(document, index - 1)
    end = noun.end if noun else counted.end
    if end != quantity.start - len(before) + word.start():
        return None
    text = document.text[max(0, counted.start - _NEAR) : counted.start]
    level = _FROM.search(text) or counted.unit == quantity.unit is not None
    level = level or "percent" in (counted.kind, quantity.kind) or quantity.kind == "money"
    return None if word[1] == "auf" and (level or not _is_round(quantity.value)) else word


def _is_fronted(document: Document, index: int) -> bool:
    """Whether a round number opens what another comes to: "Auf 1.000 Einwohner kommen 14 Fälle"."""
    quantity = document.quantities[index]
    following = document.quantities[index + 1 : index + 2]
    noun = noun_of(document, index)
    if not following or noun is None or not _is_round(quantity.value):
        return False
    between = document.text[noun.end : following[0].start]
    before = document.text[max(0, quantity.start - _NEAR) : quantity.start]
    come_before = between.isspace() and _COME_BEFORE.search(before)
    return bool(come_before or (_FRONTED.search(before) and _COME.fullmatch(between)))


def _is_round(value: float | None) -> bool:
    """Whether a number is ten, a hundred, a thousand and so on."""
    return value is not None and value >= _LEAST and str(int(value)).strip("0") == "1"
