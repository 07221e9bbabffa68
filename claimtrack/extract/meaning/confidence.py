"""How sure a claim is put, and the German words that this rests on.

Two scopes count: the claim's own clause (the speaker hedges) and the frame (the article does).
A hedge inside a noun phrase or in a clause that hangs on the claim hedges that part alone.
Of several hedges the weakest decides; without one the claim is ``stated``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimtrack.extract.meaning.phrase_patterns import Found, Phrases, own_clause, phrases
from claimtrack.german.numbers.spelled import cardinal, fold
from claimtrack.lexicon import classes
from claimtrack.model import CONFIDENCE

_LEXICON = "hedges"
_IN_CLAIM = ("adverb", "both", "claim")
_IN_FRAME = ("adverb", "both", "frame")
_REACH = 80
"""Characters around a hedge in which its negation or its article is looked for."""
_NEGATION = re.compile(
    r"\b(?:nicht|nie|niemals|kein\w*|weder|ohne|kaum)(?:[^\w-]+[\w-]+){0,4}\W*$",
    re.IGNORECASE,
)
_NEGATED_BEHIND = re.compile(r"^(?:[^\w,.;:!?-]+[\w-]+){0,4}?[^\w,.;:!?-]+(?:nicht|weder)\b")
_WORD_BEFORE = re.compile(r"([\w-]+)\W*$")
_NUMBER_BEHIND = re.compile(r"\s(?:mehr als |über |rund |etwa |bis zu |fast |mindestens )?(\w+)")
_HEARSAY = re.compile(r"(?<![\w-])[Ss]oll(?:en)?(?![\w-])")
_HAS_BEEN = re.compile(r"(?<![\w-])haben(?![\w-])|(?:\wt|en|bereit) sein(?![\w-])")
_AHEAD = frozenset({"announces", "demands", "warns"})
"""Stances of what lies ahead, with which *sollen* is a plan or an aim."""

_PLANNED = re.compile(r"\w(?:t|en)[“”\"»«‘]? werden(?! sein)(?!\w)")
_OURSELVES = re.compile(r"(?<![\w-])(?:[Ww]ir|[Ii]ch|[Ii]hr|[Mm]an)(?![\w-])")


def read_confidence(
    words: str, frame: str, stance: str, *, direct: bool = False
) -> tuple[str, str | None]:
    """The confidence of a claim and the hedge it rests on (None for a plain statement).

    ``words`` are the claim's words (several spans joined by a blank or `` … ``), ``frame`` the
    reporting clause around them without the words (empty when there is none), ``stance`` what
    the actor does, negation already read
    (``direct`` speech demands with *sollen*): only ``confirms`` makes "bestätigte" a
    confirmation. The scale is that of `claimtrack.model.CONFIDENCE`; ``unclear`` is the weakest.
    """
    hedges = [*_in_claim(words, stance), *_in_frame(frame, stance)]
    hedges += () if direct else _hearsay(words, frame, stance)
    if not hedges:
        return "stated", None
    return min(hedges, key=lambda hedge: CONFIDENCE[hedge[0]] or 0)


def _in_claim(words: str, stance: str) -> Iterator[tuple[str, str]]:
    known = phrases(_LEXICON, (*_IN_CLAIM, "act") if stance == "confirms" else _IN_CLAIM)
    joined = words.replace(" … ", " ")
    return _hedges(own_clause(joined), known) if known.any_in(joined) else iter(())


def _in_frame(frame: str, stance: str) -> Iterator[tuple[str, str]]:
    places = (*_IN_FRAME, "act") if stance == "confirms" else _IN_FRAME
    return _hedges(frame, phrases(_LEXICON, places))


def _hedges(text: str, known: Phrases) -> Iterator[tuple[str, str]]:
    """Confidence and words of each hedge in a text that counts for the whole of it."""
    for hedge in known.find(text):
        if hedge.phrase.value == "-" or _within_noun_phrase(text, hedge) or _negated(text, hedge):
            continue
        yield hedge.phrase.value, text[hedge.start : hedge.end].strip(" ,„“”\"»«‚‘’'›‹")


def _within_noun_phrase(text: str, hedge: Found) -> bool:
    """Whether an adverb stands behind an article or preposition: "die angeblich toten Tiere"."""
    if hedge.phrase.place != "adverb":
        return False
    behind = _NUMBER_BEHIND.match(text, hedge.end)
    if behind and (behind[1][0].isdigit() or cardinal(fold(behind[1]))):
        return False  # "mit angeblich mehr als 40 Tonnen": the number is what is told
    before = _WORD_BEFORE.search(_before(text, hedge))
    return before is not None and before.group(1).lower() in _noun_openers()


def _negated(text: str, hedge: Found) -> bool:
    """Whether a sign of proof is negated: "keine Beweise", "bestätigte das nicht"."""
    if hedge.phrase.value != "confirmed":
        return False
    return bool(
        _NEGATION.search(_before(text, hedge))
        or re.search(r"\bkein\w*\b|\bnicht\b", text[hedge.start : hedge.end])
        or _NEGATED_BEHIND.search(text[hedge.end : hedge.end + _REACH])
    )


def _before(text: str, hedge: Found) -> str:
    return text[max(0, hedge.start - _REACH) : hedge.start]


def _hearsay(words: str, frame: str, stance: str) -> Iterator[tuple[str, str]]:
    """*sollen* of a claim that nobody holds: "Er soll geflohen sein", not "soll gebaut werden".

    Behind a frame, which may announce or demand, only what is or was: "laut Anklage soll er …
    gestohlen haben".
    """
    if "oll" not in words or not _HEARSAY.search(words) or (frame.strip() and stance in _AHEAD):
        return
    own = own_clause(words.replace(" … ", " "))
    verb = _HEARSAY.search(own)
    if not verb or (frame.strip() and not _HAS_BEEN.search(own)):
        return
    if not _PLANNED.search(own) and not _OURSELVES.search(own):
        yield "alleged", verb.group()


@cache
def _noun_openers() -> frozenset[str]:
    """Words that open a noun phrase; "für" also stands before what is held for likely."""
    known = classes("function_words")
    return (known["article"] | known["determiner"] | known["preposition"]) - {"für"}
