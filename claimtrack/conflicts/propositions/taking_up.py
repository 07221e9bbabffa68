"""That somebody takes up what was said before and says that it was not so, without denying it.

Shapes: "einen solchen Hinweis habe er nie erhalten", "ein Brief dieses Inhalts existiere nicht",
"eine solche Anfrage liegt nicht vor", "mit dem Umzug hätten sie nichts zu tun", "davon habe man
nichts gewusst", "an den Gerüchten sei nichts dran"; of a sum of money "er habe keinen Cent
bekommen"; "hält das für überflüssig", "bezeichnete die Umfrage als nicht aussagekräftig";
"Zivilisten seien nicht getroffen worden".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.about.matters.amounts import unit_of
from claimtrack.conflicts.statement.word_lists import either, stems_of, whole_words
from claimtrack.model import Claim

DISOWNING, PENNILESS, DISMISSIVE, UNHARMED = "disowning", "penniless", "dismissive", "unharmed"
VIEWING = "viewing"
TAKING_UP = frozenset({DISOWNING, PENNILESS, DISMISSIVE, UNHARMED})
_NOTHING = whole_words("negation")
_CLAUSE = re.compile(r"[,;:.!?–]|\b(?:und|aber|sondern)\b")
_DEFINITE = r"(?:de[nmr]|diese[nmr]|all\w+|solche[nmr])"
"""Of something definite; "mit Geld nichts zu tun" is of nothing that was said."""
_THIS = r"(?<!\bin )(?<!\ban )(?<!\bbei )(?<!\bvor )(?<!\bzu )[Dd]iese[nrms]? (?=[A-ZÄÖÜ])"
"""What takes up something said; "in diesem Jahr" is a time."""
_SUCH = re.compile(rf"(?<!\w)(?:{either('such')}(?!\w)|{_THIS})")
_OCCURRED = whole_words("occurred", any_case=False)
_CAME_IN = re.compile(
    r"\b(?:lieg|lag|läg)\w*\b.*\bvor\b|\b(?:ging|geh)\w*\b.*\b(?:ein|zu)\b"
    r"|\b(?:kam|käm|komm|traf|träf|triff|treff)\w*\b.*\b(?:an|ein)\b"
)
"""The same, cut in two: "liegt keine solche Anfrage vor", "ging kein solcher Brief ein"."""
_UNHEARD_OF = re.compile(r"\bnoch (?:nie|niemals)\b", re.I)
"""What has never been before is no answer: "einen solchen Brand habe es noch nie gegeben"."""
_PART = re.compile(rf"(?<!\w)(?:{either('part_of_it')}|(?:mit|an) {_DEFINITE}|am)(?!\w)", re.I)
_NO_PART = whole_words("no_part")
_OF_IT = re.compile(rf"(?<!\w)(?:{either('of_it')}|(?:von|über) {_DEFINITE}|vom)(?!\w)", re.I)
_KNOWING = whole_words("knowing", any_case=False)
_IGNORANT = re.compile(r"\b(?:nichts|nie|niemals|keine\w*)\b", re.I)
_NO_COIN = re.compile(rf"\bkeine?n? (?:einzige[nrs]? |rote[nrs]? )?{either('coin')}(?!\w)", re.I)


_DISMISSING = whole_words("dismissing")
_IT = r"(?:das|dies|diese[nrs]?|die|den|der|sie|ihn|es)"
"""What takes something up as the object of a view, behind its verb; before it "das" alone does."""
_VIEW = rf"{either('judging')} (?:\w+ ){{0,3}}?{_IT}|(?:das|dies) {either('judging')}"
_IS_SO = r"(?:das|dies|diese[rs]? \w+) (?:sei|seien|ist|sind|wäre)"
_DISMISSES = re.compile(
    rf"(?<!\w)(?:(?:{_VIEW}) (?:.* )?(?:für|als)|{_IS_SO}) (?:.* )?{either('dismissing')}(?!\w)",
    re.I,
)
_VIEWS = re.compile(
    rf"(?<!\w)(?:{either('judging')}|stuft\w*|eingestuft)(?!\w).* (?:für|als) ", re.S
)
_UNHARMED = whole_words("unharmed", any_case=False)
_PEOPLE = whole_words("civilian")


def takes_up(words: str) -> Iterator[str]:
    """What a clause of some words does, by name: takes something up, and negates or rejects it."""
    if _DISMISSING.search(words) and any(map(_DISMISSES.search, _CLAUSE.split(words))):
        yield DISMISSIVE
    if not _NOTHING.search(words):
        return
    clauses = _CLAUSE.split(words)
    if any(map(_disowns, clauses)):
        yield DISOWNING
    if _NO_COIN.search(words):
        yield PENNILESS
    if any(map(_denies_harm, clauses)):
        yield UNHARMED


def is_view(words: str) -> bool:
    """Whether some words tell a view of whatever: "stuft das als harmlos ein"."""
    return bool(_VIEWS.search(words))


def _denies_harm(clause: str) -> bool:
    """Whether nobody was harmed: "Zivilisten seien nicht getroffen worden"."""
    harmed = _UNHARMED.search(clause) and _PEOPLE.search(clause)
    return bool(harmed and _NOTHING.search(clause))


def _disowns(clause: str) -> bool:
    return bool(_NOTHING.search(clause)) and (_is_such(clause) or _has_no_part(clause))


def _is_such(clause: str) -> bool:
    """Whether something is taken up, and has not been: "ein solcher Brief sei nie eingegangen"."""
    if not _SUCH.search(clause) or _UNHEARD_OF.search(clause):
        return False
    return bool(_OCCURRED.search(clause) or _CAME_IN.search(clause))


def _has_no_part(clause: str) -> bool:
    """Whether somebody has no part in something definite, or knows nothing of it."""
    if _NO_PART.search(clause) and _PART.search(clause):
        return True
    return bool(_OF_IT.search(clause) and _IGNORANT.search(clause) and _KNOWING.search(clause))


def is_of_money(claim: Claim) -> bool:
    """Whether a claim tells of a sum of money."""
    return any(unit_of(figure) in stems_of("coin") for figure in claim.figures)
