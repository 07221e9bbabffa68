"""From an article to its claims: what is said, then by whom, when, how sure and how many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrack.article.plain_text import PlainText, plain_text
from claimtrack.extract.actors import trace
from claimtrack.extract.answers import Statement, answered
from claimtrack.extract.assemble import candidates
from claimtrack.extract.bare import with_nouns_left_out
from claimtrack.extract.brackets import closed
from claimtrack.extract.candidate import Candidate, Spans, words_at
from claimtrack.extract.chain import carries, cited, relays
from claimtrack.extract.confidence import read_confidence
from claimtrack.extract.cues import nouns
from claimtrack.extract.figures import Placed, placed_figures
from claimtrack.extract.paragraphs import paragraphs
from claimtrack.extract.passage import Sentence, read
from claimtrack.extract.said import read_about, read_said
from claimtrack.extract.scope import scope
from claimtrack.extract.stance import read_stance, stance_of_words
from claimtrack.extract.tracing import Finding
from claimtrack.extract.ways.hearsay import PLANNED
from claimtrack.extract.ways.numbers import put_numbers
from claimtrack.extract.words import small
from claimtrack.german.animacy import speaker_noun
from claimtrack.identity import claim_id, stamp
from claimtrack.model import Article, Claim, Figure, Mention, Reading, Span
from claimtrack.registry import Registry
from claimtrack.registry.bodies import state_of

_OWNERS = ("sein", "ihr", "unser", "mein", "dessen", "deren")
"""How possessives begin: "seiner Aussage nach" is somebody's."""

_ELLIPTIC = frozenset({"so", "marks+so"})
"""Rules whose frame has no verb and so tells no time."""


@dataclass(frozen=True, slots=True)
class _Roles:
    """The mentions of one candidate: who speaks, who carried it, whom the speaker leans on."""

    speaker: Spans
    via: tuple[Spans, ...]
    cites: tuple[Spans, ...]


def extract(article: Article, registry: Registry | None = None) -> tuple[Claim, ...]:
    """The claims of an article in order of their words.

    Offsets count characters of ``article.body``, end exclusive, and each quotation is exactly its
    spans. The same article and registry give the same claims.
    """
    return tuple(claim for claim, _ in extract_traced(article, registry))


def extract_traced(
    article: Article, registry: Registry | None = None
) -> tuple[tuple[Claim, Finding | None], ...]:
    """The claims as :func:`extract` gives them, each with how its actor was found.

    None where no words of the text point to an actor.
    """
    plain = plain_text(article.body)
    claims, answers, findings = _plain_claims(replace(article, body=plain.text), registry)
    written = _answering(tuple(_written(claims, plain, article.body)), answers)
    return tuple(zip(written, (_written_finding(one, plain) for one in findings), strict=True))


def _written_finding(finding: Finding | None, plain: PlainText) -> Finding | None:
    """A finding with its place in the body as it stands, spelled as there."""
    if finding is None or finding.at is None:
        return finding
    actors = tuple(map(plain.spelled, finding.actors))
    return replace(finding, at=plain.written(finding.at), actors=actors)


def _plain_claims(
    article: Article, registry: Registry | None
) -> tuple[list[Claim], list[tuple[int, ...]], list[Finding | None]]:
    """The claims of an article whose body is plain text, with offsets of that text; no ids yet.

    With them the places in the list of the claims that each speaks to, nearest first, and how the
    actor of each was found.
    """
    register = registry or Registry.shipped()
    sentences = sentences_of(article)
    found = [replace(c, spans=closed(article.body, c.spans)) for c in candidates(sentences)]
    roles = [_roles(sentences[c.sentence], c, register) for c in found]
    traced = _findings(article.body, roles, register)
    who = {mention: one.actors for mention, one in traced.items()}
    claims: list[Claim] = []
    told: str | None = None
    for candidate, role in zip(found, roles, strict=True):
        claim = _claim(article, candidate, role, who, told)
        if claims and (candidate.carried or candidate.rule in _ELLIPTIC):
            claim = _going_on(claim, claims)
        claim = _told_on(claim, candidate, claims, found)
        claim = replace(claim, figures=_figures(sentences, candidate))
        told = claim.said or told
        claims.append(claim)
    statements = [
        Statement(claim, candidate, sentences[candidate.sentence])
        for claim, candidate in zip(claims, found, strict=True)
    ]
    return (
        claims,
        answered(statements),
        [_finding(c, role, traced) for c, role in zip(found, roles, strict=True)],
    )


def _finding(candidate: Candidate, role: _Roles, traced: dict[Spans, Finding]) -> Finding | None:
    """How the actor of a candidate was found; carried where another claim's words name them."""
    finding = traced.get(role.speaker)
    return finding and replace(finding, carried=candidate.carried)


def _figures(sentences: Sequence[Sentence], candidate: Candidate) -> tuple[Figure, ...]:
    """The figures of a candidate, each with what narrows it."""
    near = sentences[max(0, candidate.sentence - 1) : candidate.last + 1]
    put = {one.start for s in near for i in range(len(s.clauses)) for one in put_numbers(s, i)}
    found = placed_figures(near[0].body, candidate.spans, put)
    told = candidate.kind == "reported"
    placed = with_nouns_left_out(sentences, candidate, found)
    return tuple(_narrowed(one, near, told) for one in placed)


def _narrowed(one: Placed, near: Sequence[Sentence], told: bool) -> Figure:
    own = next((s for s in near if s.whole.start <= one.span.start < s.whole.end), None)
    return replace(one.figure, scope=scope(own, one.span, told=told)) if own else one.figure


def _answering(claims: Sequence[Claim], answers: Sequence[tuple[int, ...]]) -> tuple[Claim, ...]:
    """The claims with the ids of those that they speak to, and the stamps of their reading."""
    return tuple(
        _stamped(replace(claim, answers=tuple(claims[index].id for index in indexes)))
        for claim, indexes in zip(claims, answers, strict=True)
    )


def _stamped(claim: Claim) -> Claim:
    assert claim.read is not None
    return replace(claim, read=replace(claim.read, stamp=stamp(claim)))


def _written(claims: Sequence[Claim], plain: PlainText, body: str) -> Iterator[Claim]:
    """The claims with their ids and their words cut from the body as it stands."""
    taken: set[str] = set()
    for claim in claims:
        quote, speaker, cue = (
            _mention(body, tuple(map(plain.written, mention.spans))) if mention else None
            for mention in (claim.quote, claim.speaker, claim.cue)
        )
        within = plain.written(claim.within) if claim.within else None
        as_written = replace(claim, quote=quote, speaker=speaker, cue=cue, within=within)
        yield _named(_spelled(as_written, plain), taken)


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


def _told_on(
    claim: Claim, candidate: Candidate, claims: Sequence[Claim], found: Sequence[Candidate]
) -> Claim:
    """A claim right behind another by the same actors, which tells no time of its own.

    It was carried by the same outlet: "…, sagte X der dpa. „…“, fügte er hinzu."
    """
    before = [at for at, one in enumerate(claims) if one.within is None]
    if claim.via or claim.within or not before or not claim.actors:
        return claim
    last = claims[before[-1]]
    near = candidate.sentence - found[before[-1]].last == 1
    goes_on = near and last.actors == claim.actors and claim.said in (None, last.said)
    return replace(claim, via=last.via) if goes_on and not claim.cites else claim


def _going_on(claim: Claim, before: Sequence[Claim]) -> Claim:
    """A claim that goes on with the one before it, by the same actors, was said on the same day.

    Shapes: a sentence in the Konjunktiv without a frame; "…, so X", which has no time of its own.
    """
    last = next((one for one in reversed(before) if one.within is None), None)
    if claim.said or last is None or last.actors != claim.actors:
        return claim
    return replace(claim, said=last.said)


def sentences_of(article: Article) -> list[Sentence]:
    """The sentences of the paragraphs of an article whose body is plain text.

    Headlines, captions and page debris are left out; an answer in an interview knows its turn.
    """
    turns = list(paragraphs(article))
    sentences = read(article.body, [turn.words for turn in turns])
    starts = [turn.words.start for turn in turns]
    for sentence in sentences:
        sentence.turn = turns[bisect_right(starts, sentence.whole.start) - 1]
    return sentences


def _roles(sentence: Sentence, candidate: Candidate, registry: Registry) -> _Roles:
    if candidate.carried and not candidate.frame:
        return _Roles(candidate.who, candidate.via, ())
    near = tuple((span,) for span in relays(sentence, candidate, registry))
    far = tuple((span,) for span in cited(sentence, candidate))
    outer = tuple(
        spans
        for spans in candidate.via
        if spans != candidate.speaker and carries(sentence.body, spans)
    )
    inner = tuple(spans for spans in near if not _overlap(spans, outer))
    return _Roles(candidate.who, (*outer, *inner), far)


def _overlap(spans: Spans, others: Sequence[Spans]) -> bool:
    return any(
        span.start < other.end and other.start < span.end
        for span in spans
        for group in others
        for other in group
    )


def _findings(body: str, roles: Sequence[_Roles], registry: Registry) -> dict[Spans, Finding]:
    """Every mention of a role with how its actors were found, resolved in reading order."""
    mentions = {m for role in roles for m in (role.speaker, *role.via, *role.cites) if m}
    ordered = sorted(mentions)
    silent = {m for role in roles for m in role.via} - {role.speaker for role in roles}
    named = zip(ordered, trace(body, ordered, registry, silent), strict=True)
    return {
        mention: replace(one, actors=(), steps=("nobody",)) if _nobody(body, mention) else one
        for mention, one in named
    }


def _nobody(body: str, mention: Spans) -> bool:
    """Whether a mention is a noun of speech without an owner: "Vorwürfe", "die Befürchtung".

    A state's adjective is an owner: "russische Angaben".
    """
    words = words_at(body, mention).split()
    noun = words[-1]
    owned = words[0].lower().startswith(_OWNERS) or any(map(state_of, words[:-1]))
    speech = noun.lower() in nouns() or noun in small("saying")
    return speech and speaker_noun(noun) is None and len(words) <= 2 and not owned


def _claim(
    article: Article,
    candidate: Candidate,
    role: _Roles,
    who: dict[Spans, tuple[str, ...]],
    told: str | None,
) -> Claim:
    body = article.body
    words = words_at(body, candidate.spans)
    frame = _frame(body, candidate, candidate.frame)
    own = _frame(body, candidate, candidate.frame[-1:])
    stance = stance_of_words(words) if candidate.own else read_stance(candidate.stance, words, own)
    planned = candidate.speaker if candidate.rule == PLANNED else ()
    confidence, hedge = read_confidence(words, own or words_at(body, planned), stance)
    return Claim(
        id="",
        article=article.id,
        actors=who.get(role.speaker, ()),
        via=tuple(dict.fromkeys(name for spans in role.via for name in who.get(spans, ()))),
        cites=tuple(name for spans in role.cites for name in who.get(spans, ())),
        kind=candidate.kind,
        stance=stance,
        confidence=confidence,
        hedge=hedge,
        said=read_said(frame, article.published, told) if frame else None,
        reported=article.published,
        about=read_about(words, article.published),
        within=candidate.within,
        quote=Mention(words, candidate.spans),
        speaker=_mention(body, candidate.speaker),
        cue=_mention(body, candidate.cue),
        read=Reading(candidate.rule, candidate.score),
    )


def _named(claim: Claim, taken: set[str]) -> Claim:
    """The claim with its id."""
    assert claim.quote is not None
    first = claim.actors[0] if claim.actors else None
    name = claim_id(first, claim.article or "", claim.quote.text, taken)
    taken.add(name)
    return replace(claim, id=name)


def _frame(body: str, candidate: Candidate, frame: Spans) -> str:
    """The reporting clause without the claim's words; of a reported act the act itself.

    Of two coordinated clauses ("bestätigte am Montag … und sagte") the last is the claim's own:
    the day is common to both, what was done is not.
    """
    if candidate.kind == "reported":
        return words_at(body, candidate.spans)
    return " ".join(body[a:b] for span in frame for a, b in _without(span, candidate.spans))


def _without(span: Span, holes: Spans) -> list[tuple[int, int]]:
    pieces, at = [], span.start
    for hole in holes:
        if hole.start < span.end and hole.end > span.start:
            pieces.append((at, max(at, hole.start)))
            at = max(at, hole.end)
    pieces.append((at, span.end))
    return [(a, b) for a, b in pieces if b > a]


def _mention(body: str, spans: Spans) -> Mention | None:
    return Mention(words_at(body, spans), spans) if spans else None
