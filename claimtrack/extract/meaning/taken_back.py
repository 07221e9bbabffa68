"""Words that deny what somebody else has just said, though no word of denial stands in them.

Shapes: "Er habe das Wort nie benutzt", "Nie habe sie Akten verkauft", "Man habe keine Akten
verkauft", where the speaker tells of oneself and a noun of it stands in what somebody else said
before: not "Er habe nie aufgegeben", said of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.extract.meaning.answer_pointers import Statement
from claimtrack.lexicon.stems import capitalised, stem

_NEVER = re.compile(
    r"(?:(?:Er|Sie|Man|Ich|Wir|er|sie|man|ich|wir) (?:hat|hab\w+|hätten?|sei\w*|bin|ist|sind)\b"
    r"[^,;:.]*? (?:nie|niemals)\b"
    r"|(?:Nie|Niemals) (?:hat|hab\w+|hätten?|sei\w*) (?:er|sie|man|ich|wir)\b)"
)
_NONE = re.compile(
    r"(?:Er|Sie|Man|Ich|Wir|er|sie|man|ich|wir) (?:hat|hab\w+|hätten?)\b"
    r"[^,;:.]*? kein(?:e|en|em|er|es)? (?:[a-zäöüß]+ )?([A-ZÄÖÜ][\w-]+)"
)
_TOLD = frozenset({"asserts", "accuses"})
_NEAR = 3
"""How many sentences before what is denied stands, at the most."""


def takes_back(statements: Sequence[Statement]) -> list[bool]:
    """For each statement of an article whether it denies what somebody else said before it."""
    return [
        one.claim.stance == "asserts"
        and not one.claim.within
        and any(_denies(one, there) for there in statements[max(0, at - _NEAR) : at])
        for at, one in enumerate(statements)
    ]


def _denies(one: Statement, there: Statement) -> bool:
    near = 0 <= one.candidate.sentence - there.candidate.last <= _NEAR
    others = bool(there.claim.actors) and there.claim.actors != one.claim.actors
    if not near or not others or there.claim.within:
        return False
    words = one.claim.words.strip('„“»«"')
    none = _NONE.match(words)
    if none is None and _NEVER.match(words) is None:
        return False
    said = frozenset(capitalised(there.claim.words))
    if none is not None:
        return there.claim.stance in _TOLD and stem(none[1]) in said
    return not said.isdisjoint(capitalised(words))
