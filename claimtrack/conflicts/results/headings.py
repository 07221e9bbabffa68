"""What a finding is filed under: the analyst's topic, else what both sides talk about and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.proposition import shared
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.lexicon.concepts import label
from claimtrack.lexicon.stems import stem, words


class Heading(NamedTuple):
    """What is disputed and the place that tells it from others; ``Tote (Denizli)`` in print."""

    what: str | None
    place: str | None = None

    def __str__(self) -> str:
        return f"{self.what} ({self.place})" if self.place else self.what or ""


def headings(findings: Sequence[Finding]) -> list[str | None]:
    """The topic of each finding, in their order.

    A claim in two findings ties them together: where one names the place of what they are about
    and the other does not, both are filed under it.
    """
    unplaced = [_heading(finding) for finding in findings]
    return [str(heading) or None for heading in _placed(unplaced, findings)]


def _placed(unplaced: Iterable[Heading], findings: Sequence[Finding]) -> list[Heading]:
    """Places handed on from claim to claim; a claim that stands under two places hands on none."""
    known, heads = _places(unplaced, findings), list(unplaced)
    waiting: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for at, heading in enumerate(heads):
        if not heading.place:
            for ident in findings[at].ids:
                waiting[heading.what, ident].append(at)
    reached = [key for key in known if key in waiting]
    while reached:
        key = reached.pop()
        places = known[key]
        for at in waiting.pop(key, ()) if len(places) == 1 else ():
            if heads[at].place:
                continue
            heads[at] = heads[at]._replace(place=next(iter(places)))
            for ident in findings[at].ids:
                known.setdefault((key[0], ident), places)
                reached.append((key[0], ident))
    return heads


def _places(
    unplaced: Iterable[Heading], findings: Iterable[Finding]
) -> dict[tuple[str | None, str], set[str]]:
    """For what is disputed and each claim in it the places that its findings name."""
    known: dict[tuple[str | None, str], set[str]] = {}
    for heading, finding in zip(unplaced, findings, strict=True):
        if heading.place:
            for ident in sorted(finding.ids):
                known.setdefault((heading.what, ident), set()).add(heading.place)
    return known


def _heading(finding: Finding) -> Heading:
    """The analyst's topic, else what both sides count or talk about, with its owner or place.

    What is only done, nobody knows where, is named by the title of the article.
    """
    left, right = finding.pair
    if left.topic or right.topic:
        return Heading(left.topic or right.topic)
    both = [finding.counts[0].matter] if finding.counts else shared(left, right)
    if both and both[0].owners:
        return Heading(both[0].name)
    places = [as_written(place, finding.pair) for place in sorted(left.scene & right.scene)]
    what = both[0].name if both else _act(left, right) or _noun(left, right)
    if not both and left.place == right.place and left.source and not (what and places):
        return Heading(left.source.title or what)
    return Heading(what, places[0] if what and places else None)


def _act(left: Statement, right: Statement) -> str | None:
    """The German label of what is done on both sides."""
    return next((label(act) for act in sorted(left.acts & right.acts)), None)


def _noun(left: Statement, right: Statement) -> str | None:
    """The first noun that both sides share."""
    both = left.gist & right.gist
    nouns = (word for word in words(left.claim.words)[1:] if word[:1].isupper())
    return next((word for word in nouns if stem(word) in both), None)


def as_written(place: str, statements: Iterable[Statement]) -> str:
    """A place as titles, else claims, have it, not as its stem."""
    known = list(statements)
    sources = (statement.source for statement in known)
    titles = [source.title for source in sources if source and source.title]
    texts = (*titles, *(statement.claim.words for statement in known))
    return next(filter(None, (_written(place, text) for text in texts)), place)


@lru_cache(maxsize=50_000)
def _written(place: str, text: str) -> str | None:
    """The first word of a text that a stem is of: asked anew for every pair of a large event."""
    return next((word for word in words(text) if stem(word) == place), None)
