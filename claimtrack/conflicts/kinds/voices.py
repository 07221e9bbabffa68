"""Who is bound by a statement, so that a later one can take it back."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.about.origin import is_anonymous
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import either
from claimtrack.lexicon.concepts import senses

_SPOKEN_FOR = re.compile(r"(?:\w+)?[Ss]precher(?:in)? (?:der|des|von) (.+)")
_ATTRIBUTE = re.compile(r"([A-ZÄÖÜ][a-zäöüß]+) (?:der|des|von|in|aus) .+")
_SPOKESMAN = "precher"


def _short(name: str) -> str | None:
    """Whom a spokesman speaks for; a role without what it is of: "Betreiber (des Kraftwerks)"."""
    if spoken := _SPOKEN_FOR.fullmatch(name):
        return spoken[1]
    role = _ATTRIBUTE.fullmatch(name)
    return role[1] if role and _SPOKESMAN not in role[1] else None


_OFFICIAL = re.compile(either("official"), re.I)


@lru_cache(maxsize=4096)
def voices(statement: Statement) -> frozenset[str]:
    """Who is bound by what is said: each actor, and whom officials speak for.

    "offizielle Quellen in Peru und Chile", "die amtliche Nachrichtenagentur Syriens" speak for
    these states, "ein Sprecher der Rebellen" for the rebels, and "Betreiber" is whom the article
    called "Betreiber des Kraftwerks".
    """
    named = {name for name in statement.actors if not is_anonymous(name)}
    named |= {whom for name in named if (whom := _short(name))}
    for name in statement.claim.actors:
        if is_anonymous(name) and _OFFICIAL.match(name):
            named |= {word.nation for word in senses(name) if word.nation}
    return frozenset(named)
