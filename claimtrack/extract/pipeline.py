"""From an article to its claims: what is said, then by whom, when, how sure and how many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimtrack.article.plain_text import plain_text
from claimtrack.extract.actor.finding import Finding
from claimtrack.extract.actor.resolve import trace
from claimtrack.extract.as_written import answering, mention_at, written, written_finding
from claimtrack.extract.candidate import Candidate, Spans, words_at
from claimtrack.extract.candidates.find import candidates
from claimtrack.extract.candidates.join import closed
from claimtrack.extract.figure.elliptic import with_nouns_left_out
from claimtrack.extract.figure.figures import Placed, placed_figures
from claimtrack.extract.figure.scope import scope
from claimtrack.extract.meaning.answers import Statement, answered
from claimtrack.extract.meaning.confidence import read_confidence
from claimtrack.extract.meaning.dates import read_about, read_said
from claimtrack.extract.meaning.stance import read_stance, stance_of_words
from claimtrack.extract.paragraphs import paragraphs
from claimtrack.extract.reporting_words import nouns
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.chain import carries, cited, relays
from claimtrack.extract.ways.hearsay import PLANNED
from claimtrack.extract.ways.numbers import put_numbers
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.document import Document, read
from claimtrack.lexicon import classes
from claimtrack.model import Article, Claim, Figure, Mention, Reading, Span
from claimtrack.registry import Registry
from claimtrack.registry.bodies import state_of

_SMALL = classes("actor_words")

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
    read_claims, answers, findings = _plain_claims(replace(article, body=plain.text), registry)
    claims = answering(tuple(written(read_claims, plain, article.body)), answers)
    return tuple(zip(claims, (written_finding(one, plain) for one in findings), strict=True))


def _plain_claims(
    article: Article, registry: Registry | None
) -> tuple[list[Claim], list[tuple[int, ...]], list[Finding | None]]:
    """The claims of an article whose body is plain text, with offsets of that text; no ids yet.

    With them the places in the list of the claims that each speaks to, nearest first, and how the
    actor of each was found.
    """
    register = registry or Registry.shipped()
    document, sentences = read_article(article)
    found = [replace(c, spans=closed(article.body, c.spans)) for c in candidates(sentences)]
    roles = [_roles(sentences[c.sentence], c, register) for c in found]
    traced = _findings(document, roles, register)
    who = {mention: one.actors for mention, one in traced.items()}
    put = _put_in(sentences, found)
    claims: list[Claim] = []
    last: tuple[Claim, Candidate] | None = None
    told: str | None = None
    for candidate, role in zip(found, roles, strict=True):
        claim = _claim(document, article, candidate, role, who, told)
        if last is not None:
            if candidate.carried or candidate.rule in _ELLIPTIC:
                claim = _going_on(claim, last[0])
            claim = _told_on(claim, candidate, *last)
        claim = replace(claim, figures=_figures(sentences, candidate, put))
        told = claim.said or told
        claims.append(claim)
        if claim.within is None:
            last = claim, candidate
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


def _put_in(sentences: Sequence[Sentence], found: Sequence[Candidate]) -> dict[int, frozenset[int]]:
    """Where the numbers that a verb puts begin, by the sentences that figures are looked for in."""
    near = {at for candidate in found for at in _near(candidate)}
    return {
        at: frozenset(
            quantity.start
            for i in range(len(sentences[at].clauses))
            for quantity in put_numbers(sentences[at], i)
        )
        for at in sorted(near)
    }


def _near(candidate: Candidate) -> range:
    """The sentences that a candidate's figures are read in: its own and the one before."""
    return range(max(0, candidate.sentence - 1), candidate.last + 1)


def _figures(
    sentences: Sequence[Sentence], candidate: Candidate, put: Mapping[int, frozenset[int]]
) -> tuple[Figure, ...]:
    """The figures of a candidate, each with what narrows it."""
    near = [sentences[at] for at in _near(candidate)]
    starts = frozenset[int]().union(*(put[at] for at in _near(candidate)))
    found = placed_figures(near[0].document, candidate.spans, starts)
    told = candidate.kind == "reported"
    placed = with_nouns_left_out(sentences, candidate, found)
    return tuple(_narrowed(one, near, told) for one in placed)


def _narrowed(one: Placed, near: Sequence[Sentence], told: bool) -> Figure:
    own = next((s for s in near if s.whole.start <= one.span.start < s.whole.end), None)
    return replace(one.figure, scope=scope(own, one.span, told=told)) if own else one.figure


def _told_on(claim: Claim, candidate: Candidate, last: Claim, before: Candidate) -> Claim:
    """A claim right behind another by the same actors, which tells no time of its own.

    It was carried by the same outlet: "…, sagte X der dpa. „…“, fügte er hinzu." ``last`` is the
    claim before, no quotation inside another, and ``before`` its candidate.
    """
    if claim.via or claim.within or not claim.actors:
        return claim
    near = candidate.sentence - before.last == 1
    goes_on = near and last.actors == claim.actors and claim.said in (None, last.said)
    return replace(claim, via=last.via) if goes_on and not claim.cites else claim


def _going_on(claim: Claim, last: Claim) -> Claim:
    """A claim that goes on with the one before it, by the same actors, was said on the same day.

    Shapes: a sentence in the Konjunktiv without a frame; "…, so X", which has no time of its own.
    """
    if claim.said or last.actors != claim.actors:
        return claim
    return replace(claim, said=last.said)


def sentences_of(article: Article) -> list[Sentence]:
    """The sentences of the paragraphs of an article whose body is plain text.

    Headlines, captions and page debris are left out; an answer in an interview knows its turn.
    """
    return read_article(article)[1]


def read_article(article: Article) -> tuple[Document, list[Sentence]]:
    """The text of an article read once, and its sentences as :func:`sentences_of` gives them."""
    turns = list(paragraphs(article))
    document = read(article.body, [turn.words for turn in turns], article.published)
    starts = [turn.words.start for turn in turns]
    return document, [
        Sentence(sentence, document, turns[bisect_right(starts, sentence.whole.start) - 1])
        for sentence in document.sentences
    ]


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


def _findings(
    document: Document, roles: Sequence[_Roles], registry: Registry
) -> dict[Spans, Finding]:
    """Every mention of a role with how its actors were found, resolved in reading order."""
    mentions = {m for role in roles for m in (role.speaker, *role.via, *role.cites) if m}
    ordered = sorted(mentions)
    silent = {m for role in roles for m in role.via} - {role.speaker for role in roles}
    named = zip(ordered, trace(document, ordered, registry, silent), strict=True)
    return {
        mention: replace(one, actors=(), steps=("nobody",))
        if _nobody(document.text, mention)
        else one
        for mention, one in named
    }


_GENITIVE = ("s", "’", "'")


def _nobody(body: str, mention: Spans) -> bool:
    """Whether a mention is a noun of speech without an owner: "Vorwürfe", "die Befürchtung".

    A state's adjective is an owner, and a genitive: "russische Angaben", "Hubers Ansicht".
    """
    words = words_at(body, mention).split()
    noun = words[-1]
    owned = words[0].lower().startswith(_OWNERS) or any(map(state_of, words[:-1]))
    owned = owned or (len(words) > 1 and words[0].istitle() and words[0].endswith(_GENITIVE))
    speech = noun.lower() in nouns() or noun in _SMALL["saying"]
    return speech and speaker_noun(noun) is None and len(words) <= 2 and not owned


def _claim(
    document: Document,
    article: Article,
    candidate: Candidate,
    role: _Roles,
    who: dict[Spans, tuple[str, ...]],
    told: str | None,
) -> Claim:
    body = article.body
    words = words_at(body, candidate.spans)
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
        said=read_said(document, _frame_spans(candidate, candidate.frame), told),
        reported=article.published,
        about=read_about(document, candidate.spans),
        within=candidate.within,
        quote=Mention(words, candidate.spans),
        speaker=mention_at(body, candidate.speaker),
        cue=mention_at(body, candidate.cue),
        read=Reading(candidate.rule, candidate.score),
    )


def _frame(body: str, candidate: Candidate, frame: Spans) -> str:
    """The reporting clause without the claim's words; of a reported act the act itself.

    Of two coordinated clauses ("bestätigte am Montag … und sagte") the last is the claim's own:
    the day is common to both, what was done is not.
    """
    spans = _frame_spans(candidate, frame)
    if candidate.kind == "reported":
        return words_at(body, spans)
    return " ".join(body[slice(*span)] for span in spans)


def _frame_spans(candidate: Candidate, frame: Spans) -> Spans:
    """The spans of a frame, see :func:`_frame`."""
    if candidate.kind == "reported":
        return candidate.spans
    return tuple(part for span in frame for part in _without(span, candidate.spans))


def _without(span: Span, holes: Spans) -> list[Span]:
    pieces, at = [], span.start
    for hole in holes:
        if hole.start < span.end and hole.end > span.start:
            pieces.append((at, max(at, hole.start)))
            at = max(at, hole.end)
    pieces.append((at, span.end))
    return [Span(start, end) for start, end in pieces if end > start]
