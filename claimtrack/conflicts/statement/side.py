"""Which side of its proposition a claim stands on, and whether it tells of what is to come."""

from __future__ import annotations

import re

from claimtrack.conflicts.statement.course import step
from claimtrack.conflicts.statement.infinitives import is_participle
from claimtrack.conflicts.statement.word_lists import classes_in, either, whole_words
from claimtrack.model import Claim

NEGATIVE = frozenset({"denies", "doubts", "withholds"})
POSITIVE = frozenset({"asserts", "confirms", "announces", "accuses"})
PLAINEST = ("confirms", "announces", "accuses")
"""How plainly a denial is opposed: confirming is plainer than charging, that than saying."""


def _first(pattern: str, unless: str = r"\Z") -> str:
    """A pattern of a text up to the first place where another stands, and that.

    What is sought behind it is so sought once, not behind each such place again. It fails where
    ``unless`` stands before.
    """
    return rf"^(?s:(?!{pattern}|{unless}).)*+{pattern}"


_EVIDENCE = re.compile(rf"\bkeine(?:n|rlei)? (?:\w+ )?{either('evidence')}\b")
_NOT_SHOWN = re.compile(rf"{_first(_EVIDENCE.pattern)}.*\b{either('shown')}\b")
"""That somebody showed no evidence says nothing of whether it is so."""
_REFUSED = re.compile(
    r"^(?!.*(?:Vorw[uü]rf|[Bb]ericht|[Bb]ehauptung|schuldigung|Darstellung))"
    r"(?:.*\b(?:abgelehnt\w*|ablehn\w+|(?:ver)?weiger\w+)\b"
    r"|" + _first(r"\blehn\w+\b") + r".*\bab\b)"
)
"""A wish is refused, not denied; charges are "abgelehnt" too, and denied by it."""
_SILENT = whole_words("silent", any_case=False)
"""To say nothing is no side; not to confirm something is one."""
_DONE_WRONG = r"(?!(?<=falsch) (?!gewesen|geworden)(?:\w*ge|be|ver|er|ent|zer|miss)\w+(?:t|en)\b)"
_UNTRUE = re.compile(rf"(?<!\w){either('untrue')}(?!\w){_DONE_WRONG}")
"""What is not so; "falsch abgerechnet" tells how something was done."""
_TRUE = whole_words("true", any_case=False)
_NEGATION = whole_words("negation")
_NO_NEGATION = re.compile(
    r"\bnicht (?:mehr )?(?:nur|allein|bloß|zuletzt|auszuschließen)\b"
    r"|\bkeine?[nmrs]? andere[nmrs]?(?= \w+ als\b)|\bnichts (?=andere[rs]? als\b)"
    r"|\bnicht (?=(?:für möglich gehalten|erwartet|gedacht|geahnt|vorstellen können)\b)"
    r"|\bvon wegen (?:kein\w*|nicht|nie|nichts)\b",
    re.I,
)
_SOUND = re.compile(
    r"((?:prüf|wart|kontroll|inspi|untersuch|besichtig|besehen)\w*\b[^.;:]*?)\b(?:nichts|keine\w*)"
    r"(?=(?: \w+){0,3}? (?:gefunden|fand\w*|festgestellt|entdeckt|beanstandet|ergeben)\b)",
    re.I,
)
"""To look something over and find nothing is to say that it is sound: it negates no other word."""
_RATHER = re.compile(_first(r"\b(?:nicht|kein\w*)\b") + r".*\bsondern\b", re.I)
"""One thing is put in the place of another: both are said at once."""
_NOT, _SENDS, _EXCLUDES = r"\bnicht\b", rf"\b{either('sends')}\b", rf"\b{either('excluding')}\b"
_DROPS_OUT = rf"\b{either('dropping_out')}\b"
_FROM = r"\bnicht\b|\baus (?:de[mr]|ihre[mr]|seine[mr])\b"
"""Out of what somebody goes who does not stay: "scheide zum Jahresende aus dem Amt aus"."""
_DENIES = re.compile(
    rf"^(?:(?!\bnicht\b).)*\b{either('denying')}\b"
    rf"|{_first(_SENDS, _NOT)}.*\bzurück$|{_first(_EXCLUDES, _NOT)}.*\baus$"
    rf"|{_first(_DROPS_OUT, _FROM)}(?:(?!{_FROM}).)*\baus\.?$"
)
"""A denial told by somebody else: "sein Mandant bestreite, …"; "nicht bestreiten" is none.

What is no cause: "ein technischer Defekt scheide aus".
"""
_DENIALS = ("denying", "sends", "excluding", "dropping_out")
"""Of their words one stands in every denial that is told."""
_DENYING = whole_words("denying", any_case=False)
_INFINITIVE = re.compile(r"(?:\bzu \w+n|\w+zu\w+n)$")
_MERELY_THOUGHT = whole_words("thought")
_STILL_TO_COME = whole_words("ahead", any_case=False)
_FUTURE = re.compile(r"\bwerde\b(?:.* |)(\w+)\W*$")
"""The future, or a passive: the last word tells."""


def side(claim: Claim) -> int:
    """1 for the proposition, -1 against it, 0 where the words do not settle it.

    "bestritt, dass", "keine Beweise" and "sei haltlos" are against; so is a negation in the main
    clause of what is asserted; what somebody is blamed for not doing is for. A negation further
    in, a negated denial, evidence that others did not show, a refusal, a mere thought ("würde",
    "falls") and an ``unclear`` claim are left alone.
    """
    if _is_no_denial(claim):
        return 0
    if claim.stance in NEGATIVE:
        return -1
    if claim.stance not in POSITIVE or claim.confidence in ("unclear", "unlikely"):
        return 0
    words, known = claim.words, classes_in(claim.words)
    if _rejects(words) or _denies(words):
        return -1
    if claim.stance == "accuses":
        return 1
    negated_denial = "denying" in known and _DENYING.search(_main(words))
    is_open = negated_denial or _MERELY_THOUGHT.search(words)
    return 0 if is_open else _negated(positive(words) if "negation" in known else words)


def _is_no_denial(claim: Claim) -> bool:
    if claim.stance == "denies":
        negated = _NEGATION.search(positive(claim.words)) and not _in_own_words(claim)
        return bool(negated or _REFUSED.search(claim.words) or _refuses(claim))
    if claim.stance == "withholds" and _SILENT.search(claim.words):
        return True
    return "kein" in claim.words and bool(_NOT_SHOWN.search(claim.words))


def _refuses(claim: Claim) -> bool:
    """Whether somebody will not do what the words say: "lehnte es ab, die Akten zu prüfen"."""
    cue = claim.cue.text if claim.cue else ""
    text = claim.words.rstrip('.“”" ')
    return bool(_INFINITIVE.search(text) and _REFUSED.search(cue))


def _in_own_words(claim: Claim) -> bool:
    """Whether a denial says itself how it is: "dementierte: Die Stadt sei nicht gefallen".

    With "dass", as an infinitive or summed up, the words are what is denied.
    """
    words = claim.words.rstrip('.“”" ')
    if claim.kind == "reported" or words.startswith(("dass ", "daß ", "ob ")):
        return False
    return not _INFINITIVE.search(words)


def _rejects(text: str) -> bool:
    """Missing evidence, or "falsch" said of something in the main clause."""
    if "keine" in text and _EVIDENCE.search(text):
        return True
    return "untrue" in classes_in(text) and bool(_UNTRUE.search(_main(text)))


def _denies(text: str) -> bool:
    """Whether a denial is told in the main clause."""
    return not classes_in(text).isdisjoint(_DENIALS) and bool(_DENIES.search(_main(text)))


def positive(text: str) -> str:
    """The text without the "nicht" that negates nothing: "nicht nur", "von wegen nicht".

    Nor does one who is amazed negate anything: "das haben wir nicht für möglich gehalten"; nor who
    looked something over: "man habe den Damm geprüft und nichts gefunden".
    """
    return _SOUND.sub(r"\1", _NO_NEGATION.sub("", text))


def _main(text: str) -> str:
    return text.removeprefix("dass ").partition(",")[0]


def is_plain(claim: Claim, side: int) -> bool:
    """Whether its side is told by what the actor does, by missing evidence or a denial told.

    "sei nicht geschehen" may negate anything; it is held against nearly the same words only.
    """
    if claim.stance in NEGATIVE or side == 1:
        return True
    return _rejects(claim.words) or _denies(claim.words)


def matter_of_fact(text: str) -> str:
    """The words of a claim without those that only reject or deny: what it rejects is left.

    Of a denial told ("sein Mandant bestreite, …") what is denied.
    """
    known = classes_in(text)
    denial = _DENYING.search(_main(text)) if "denying" in known else None
    if denial:
        return text[denial.end() :]
    return _UNTRUE.sub(" ", text) if "untrue" in known else text


def is_on_a_claim(claim: Claim) -> bool:
    """Whether a claim can be about another claim: it confirms, denies, or calls it true or not."""
    if claim.stance in NEGATIVE or claim.stance == "confirms":
        return True
    untrue = "untrue" in classes_in(claim.words) and _UNTRUE.search(claim.words)
    return bool(untrue or _TRUE.search(claim.words))


def _negated(text: str) -> int:
    if "sondern" in text.casefold() and _RATHER.search(text):
        return 0
    if "negation" not in classes_in(text):
        return 1
    main, _, rest = text.removeprefix("dass ").partition(",")
    if _NEGATION.search(main):
        return -1
    return 0 if _NEGATION.search(rest) else 1


def is_ahead(claim: Claim) -> bool:
    """Whether a claim tells of what is to come: "wolle", "plane", "12.000 sollen folgen".

    "werde geschlossen" does, "werde gefoltert" may; a passive is left to the words around it.
    """
    if any(figure.state and step(figure.state) == 0 for figure in claim.figures):
        return True
    if _STILL_TO_COME.search(claim.words):
        return True
    future = _FUTURE.search(_main(claim.words)) if "werde" in claim.words else None
    return bool(future and not is_participle(future[1]))
