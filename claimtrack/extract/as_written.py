"""Claims as the body writes them: the way back from the plain text that was read.

Words and places are those of the article's own characters, gendered and Swiss words are spelled as
there; only then a claim has its id and the stamp of its reading, which rest on its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.article.plain_text import PlainText
from claimtrack.extract.actor.trace import Finding
from claimtrack.extract.candidate import Spans, words_at
from claimtrack.ids import claim_id, stamp
from claimtrack.model import Claim, Mention, Reading


def written(
    claims: Sequence[Claim], answers: Sequence[tuple[int, ...]], plain: PlainText, body: str
) -> Iterator[Claim]:
    """The claims with their words cut from the body as it stands, their ids and stamps.

    ``answers`` are the places in the list of the claims that each speaks to.
    """
    if plain.text != body:
        claims = [_cut(claim, plain, body) for claim in claims]
    names = _names(claims)
    for claim, name, indexes in zip(claims, names, answers, strict=True):
        read = claim.read
        assert read is not None
        if indexes:
            claim = replace(claim, answers=tuple(names[i] for i in indexes))
        yield replace(claim, id=name, read=Reading(read.rule, read.score, stamp(claim)))


def _cut(claim: Claim, plain: PlainText, body: str) -> Claim:
    """The claim with its words as the body has them."""
    quote, speaker, cue = (
        mention_at(body, tuple(map(plain.written, mention.spans))) if mention else None
        for mention in (claim.quote, claim.speaker, claim.cue)
    )
    within = plain.written(claim.within) if claim.within else None
    as_written = replace(claim, quote=quote, speaker=speaker, cue=cue, within=within)
    return _spelled(as_written, plain)


def _spelled(claim: Claim, plain: PlainText) -> Claim:
    """The claim with gendered and Swiss words spelled as the body has them."""
    if not plain.spellings:
        return claim
    figures = tuple(
        replace(
            f,
            text=plain.spelled(f.text),
            what=f.what and plain.spelled(f.what),
            scope=tuple(map(plain.spelled, f.scope)),
        )
        for f in claim.figures
    )
    actors, via, cites = (
        tuple(map(plain.spelled, names)) for names in (claim.actors, claim.via, claim.cites)
    )
    hedge = claim.hedge and plain.spelled(claim.hedge)
    return replace(claim, figures=figures, actors=actors, via=via, cites=cites, hedge=hedge)


def _names(claims: Sequence[Claim]) -> list[str]:
    """The ids of the claims."""
    names: list[str] = []
    taken: set[str] = set()
    for claim in claims:
        assert claim.quote is not None
        first = claim.actors[0] if claim.actors else None
        names.append(claim_id(first, claim.article or "", claim.quote.text, taken))
        taken.add(names[-1])
    return names


def written_finding(finding: Finding | None, plain: PlainText) -> Finding | None:
    """A finding with its place in the body as it stands, spelled as there."""
    if finding is None or finding.at is None or not (plain.starts or plain.spellings):
        return finding
    actors = tuple(map(plain.spelled, finding.actors))
    return replace(finding, at=plain.written(finding.at), actors=actors)


def mention_at(body: str, spans: Spans) -> Mention | None:
    """The words of spans of a body; None where there are none."""
    return Mention(words_at(body, spans), spans) if spans else None
