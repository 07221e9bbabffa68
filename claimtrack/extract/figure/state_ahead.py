"""Whether what a verb says of counted things is still to come: then it is planned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack import lexicon
from claimtrack.extract.figure.state_words import Hit, hits
from claimtrack.german.tokens import Token
from claimtrack.lexicon.states import PLANNED, states


def timed(state: str | None, hit: Hit, words: Sequence[Token]) -> str | None:
    """The state that a word among words gives; a deed still to come is planned."""
    if state and states()[state].deed and _is_ahead(hit, words):
        return PLANNED
    return state


def _is_ahead(hit: Hit, words: Sequence[Token]) -> bool:
    """Whether the clause puts its verb as a plan.

    Shapes: zu schicken, einzusetzen (not "entsandt zu haben") · will, soll, wird schicken · sollen
    mobilisiert werden (not "soll getötet worden sein") · plant die Entsendung von.
    """
    texts = [word.text for word in words]
    at = next(index for index, word in enumerate(words) if word.start == hit.start)
    later = set(texts[at + 1 :])
    tenses = lexicon.classes("state_tenses")
    if texts[at - 1 : at] == ["zu"] or re.match(r"[a-zäöü]+zu\w+n\Z", hit.word):
        return True
    plans = any(PLANNED in plan.states for plan in hits("verb", words))
    if hit.word[0].isupper():
        return plans or bool(tenses["wish"] & set(texts))
    if (
        tenses["past"] & set(texts)
        or set(texts[at + 1 : at + 2]) & tenses["done"]
        or (later & tenses["last"] and "werden" not in later)
    ):
        return False
    if tenses["ahead"] & set(texts):
        return hit.word.endswith("n") or "werden" in texts
    return plans and not tenses["done"] & later
