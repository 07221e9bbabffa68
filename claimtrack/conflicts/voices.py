"""Who is bound by a statement, so that a later one can take it back."""

from __future__ import annotations

import re

from claimtrack.concepts import senses
from claimtrack.conflicts.statements import Statement
from claimtrack.origin import is_anonymous

_OFFICIAL = re.compile(r"(?:offiziell|amtlich|staatlich|regierung)", re.I)


def voices(statement: Statement) -> frozenset[str]:
    """Who is bound by what is said: each actor, and whom officials speak for.

    "offizielle Quellen in Peru und Chile", "die amtliche Nachrichtenagentur Syriens" speak for
    these states.
    """
    named = {name for name in statement.actors if not is_anonymous(name)}
    for name in statement.claim.actors:
        if is_anonymous(name) and _OFFICIAL.match(name):
            named |= {word.nation for word in senses(name) if word.nation}
    return frozenset(named)
