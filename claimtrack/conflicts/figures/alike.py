"""Whether the words of two figures show that they count the same, where no state says so."""

from __future__ import annotations

import re

from claimtrack.conflicts.events import Links
from claimtrack.conflicts.statement.content import gist_of, proposition
from claimtrack.conflicts.statement.statement import Count
from claimtrack.conflicts.statement.word_lists import measured
from claimtrack.lexicon.concepts import senses
from claimtrack.lexicon.stems import likeness

_ALIKE = 0.3
"""Where no state says what happened to them, words must be this much alike."""
_SUMS_ALIKE = 0.4


def wording(one: Count, other: Count, _: Links) -> str | None:
    """Why their words leave open whether two figures count the same; None where they do not.

    People and forces of whom it is said what came of them need no more; nor do things with which
    one thing is done. A sum ("der Schaden") needs words alike, or none on one side but its name
    and on the other but the titles'.
    """
    if one.matter.sort in ("people", "forces") and one.matter.state and other.matter.state:
        return None
    if _is_one_deed(one, other):
        return None
    if one.matter.sort == "sum":
        mine, theirs = _told_of(one, other), _told_of(other, one)
        scene = one.statement.title_gist | other.statement.title_gist
        bare = not (mine and theirs) and mine | theirs <= scene
        alike = likeness(mine, theirs) >= _SUMS_ALIKE or bare
    else:
        counted = {one.matter.population}
        alike = likeness(one.statement.gist - counted, other.statement.gist - counted) >= _ALIKE
    if alike:
        return None
    return f"their words do not show that they count the same {one.matter.label}"


def _is_one_deed(one: Count, other: Count) -> bool:
    """Whether one thing is done with things in one state: "Stellen streichen", "abbauen"."""
    state = one.matter.state
    return bool(state and state == other.matter.state and one.statement.acts & other.statement.acts)


_SETTING = re.compile(r"(?:Nach|Bei|Beim|Wegen|Infolge) ")


def _told_of(count: Count, other: Count) -> frozenset[str]:
    """What words tell of a sum beyond its name, the event of the titles and that it was measured.

    "Der Schaden belaufe sich auf" and "Nach dem Brand in Wesel beziffert er den Schaden auf" tell
    nothing more: the damage of the event.
    """
    told = count.statement.gist - measured() - {count.matter.population} - count.statement.places
    text = proposition(count.statement.claim)
    if not _SETTING.match(text):
        return told
    before = text.partition(count.figure.text)[0]
    titles = count.statement.title_gist | other.statement.title_gist
    return told - titles.intersection(gist_of(senses(before)))
