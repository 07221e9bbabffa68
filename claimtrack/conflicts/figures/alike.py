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


def wording(left: Count, right: Count, _: Links) -> str | None:
    """Why their words leave open whether two figures count the same; None where they do not.

    People and forces of whom it is said what came of them need no more; nor do things with which
    one thing is done. A sum ("der Schaden") needs words alike, or none on one side but its name
    and on the other but the titles'.
    """
    if left.matter.sort in ("people", "forces") and left.matter.state and right.matter.state:
        return None
    if _is_one_deed(left, right):
        return None
    if left.matter.sort == "sum":
        left_words, right_words = _told_of(left, right), _told_of(right, left)
        scene = left.statement.title_gist | right.statement.title_gist
        bare = not (left_words and right_words) and left_words | right_words <= scene
        alike = likeness(left_words, right_words) >= _SUMS_ALIKE or bare
    else:
        counted = {left.matter.population}
        alike = likeness(left.statement.gist - counted, right.statement.gist - counted) >= _ALIKE
    if alike:
        return None
    return f"their words do not show that they count the same {left.matter.label}"


def _is_one_deed(left: Count, right: Count) -> bool:
    """Whether one thing is done with things in one state: "Stellen streichen", "abbauen"."""
    state = left.matter.state
    return bool(
        state and state == right.matter.state and left.statement.acts & right.statement.acts
    )


_SETTING = re.compile(r"(?:Nach|Bei|Beim|Wegen|Infolge) ")


def _told_of(count: Count, partner: Count) -> frozenset[str]:
    """What words tell of a sum beyond its name, the event of the titles and that it was measured.

    "Der Schaden belaufe sich auf" and "Nach dem Brand in Wesel beziffert er den Schaden auf" tell
    nothing more: the damage of the event.
    """
    content = count.statement.gist - measured() - {count.matter.population} - count.statement.places
    text = proposition(count.statement.claim)
    if not _SETTING.match(text):
        return content
    before = text.partition(count.figure.text)[0]
    titles = count.statement.title_gist | partner.statement.title_gist
    return content - titles.intersection(gist_of(senses(before)))
