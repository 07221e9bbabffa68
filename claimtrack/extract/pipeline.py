"""From an article to its claims: what is said, then by whom, when, how sure and how many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimtrack.article.plain_text import plain_text
from claimtrack.extract.actor.trace import Finding
from claimtrack.extract.as_written import mention_at, written, written_finding
from claimtrack.extract.candidate import Candidate, Spans, words_at
from claimtrack.extract.candidates.find import candidates
from claimtrack.extract.candidates.hint_flags import Hint
from claimtrack.extract.candidates.hints import hints
from claimtrack.extract.candidates.join import closed
from claimtrack.extract.figure.added import with_added
from claimtrack.extract.figure.elliptic import with_nouns_left_out
from claimtrack.extract.figure.figures import placed_figures
from claimtrack.extract.figure.scope import scope
from claimtrack.extract.figure.times import with_times
from claimtrack.extract.figure.unit_left_out import with_units
from claimtrack.extract.meaning.answer_pointers import Statement
from claimtrack.extract.meaning.answers import answered
from claimtrack.extract.meaning.confidence import read_confidence
from claimtrack.extract.meaning.dates import read_about, read_said
from claimtrack.extract.meaning.frame_end import end_of_frame
from claimtrack.extract.meaning.stance import read_stance, stance_of_words
from claimtrack.extract.meaning.taken_back import takes_back
from claimtrack.extract.paragraphs import paragraphs
from claimtrack.extract.roles import Roles, findings_of, roles_of
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.outlet_names import is_outlet
from claimtrack.extract.ways.hearsay import PLANNED
from claimtrack.extract.ways.konjunktiv import FREE
from claimtrack.extract.ways.number_verbs import put_numbers
from claimtrack.german.document import Document, read
from claimtrack.model import Article, Claim, Figure, Mention, Reading, Span
from claimtrack.registry import Registry
from claimtrack.runtime import no_collection

_ELLIPTIC = frozenset({"so", "marks+so"})
"""Rules whose frame has no verb and so tells no time."""


def extract(article: Article, registry: Registry | None = None) -> tuple[Claim, ...]:
    """The claims of an article in order of their words.

    Offsets count characters of ``article.body``, end exclusive, and each quotation is exactly its
    spans. The same article and registry give the same claims.
    """
    return tuple(claim for claim, _ in extract_traced(article, registry))


@no_collection()
def extract_traced(
    article: Article, registry: Registry | None = None
) -> tuple[tuple[Claim, Finding | None], ...]:
    """The claims as :func:`extract` gives them, each with how its actor was found.

    None where no words of the text point to an actor.
    """
    plain = plain_text(article.body)
    read_claims, answers, findings = _plain_claims(replace(article, body=plain.text), registry)
    claims = written(read_claims, answers, plain, article.body)
    return tuple(
        zip(claims, (written_finding(finding, plain) for finding in findings), strict=True)
    )


def _plain_claims(
    article: Article, registry: Registry | None
) -> tuple[list[Claim], list[tuple[int, ...]], list[Finding | None]]:
    """The claims of an article whose body is plain text, with offsets of that text; no ids yet.

    With them the places in the list of the claims that each speaks to, nearest first, and how the
    actor of each was found.
    """
    register = registry or Registry.shipped()
    document, sentences = read_article(article)
    settled = [_closed(article.body, candidate) for candidate in candidates(sentences)]
    parts = [roles_of(sentences[c.sentence], c, register) for c in settled]
    findings = findings_of(document, parts, register)
    who = {mention: finding.actors for mention, finding in findings.items()}
    put = _put_in(sentences, settled)
    claims: list[Claim] = []
    last: tuple[Claim, Candidate] | None = None
    last_said: str | None = None
    for candidate, roles in zip(settled, parts, strict=True):
        figures = _figures(sentences, candidate, put)
        day = end_of_frame(sentences[candidate.sentence], candidate)
        claim = _claim(document, article, candidate, roles, who, (last_said, day), figures)
        claim = _carried_by_itself(claim, roles, register)
        if last is not None:
            if candidate.carried or candidate.rule in _ELLIPTIC:
                claim = _going_on(claim, last[0])
            claim = _told_on(claim, candidate, *last)
        last_said = claim.said or last_said
        claims.append(claim)
        if claim.within is None:
            last = claim, candidate
    statements = [
        Statement(claim, candidate, sentences[candidate.sentence])
        for claim, candidate in zip(claims, settled, strict=True)
    ]
    statements = [
        one._replace(claim=replace(one.claim, stance="denies")) if back else one
        for one, back in zip(statements, takes_back(statements), strict=True)
    ]
    traced = [
        _carried(findings.get(roles.speaker), candidate)
        for candidate, roles in zip(settled, parts, strict=True)
    ]
    return [one.claim for one in statements], answered(statements), traced


def _carried_by_itself(claim: Claim, roles: Roles, registry: Registry) -> Claim:
    """A claim whose actor is an outlet that reported it, with that outlet as its relay too."""
    if not roles.reports_itself:
        return claim
    outlets = (name for name in claim.actors if is_outlet(name, registry))
    via = tuple(dict.fromkeys((*claim.via, *outlets)))
    return replace(claim, via=via) if via != claim.via else claim


def _closed(body: str, candidate: Candidate) -> Candidate:
    spans = closed(body, candidate.spans)
    return candidate if spans == candidate.spans else candidate._replace(spans=spans)


def _carried(finding: Finding | None, candidate: Candidate) -> Finding | None:
    """How the actor of a candidate was found; carried where another claim's words name them."""
    if finding is None or finding.carried == candidate.carried:
        return finding
    return replace(finding, carried=candidate.carried)


def _put_in(
    sentences: Sequence[Sentence], settled: Sequence[Candidate]
) -> dict[int, frozenset[int]]:
    """Where the numbers that a verb puts begin, by the sentences that figures are looked for in."""
    near = {at for candidate in settled for at in _near(candidate)}
    return {at: _numbers_put(sentences[at]) for at in sorted(near)}


def _numbers_put(sentence: Sentence) -> frozenset[int]:
    """Where the numbers of a sentence begin that a verb puts; it may be cut for nothing else."""
    if not sentence.has_number or not hints(sentence) & Hint.NUMBER_VERB:
        return frozenset()
    clauses = range(len(sentence.clauses))
    return frozenset(quantity.start for i in clauses for quantity in put_numbers(sentence, i))


def _near(candidate: Candidate) -> range:
    """The sentences that a candidate's figures are read in: its own and the one before."""
    return range(max(0, candidate.sentence - 1), candidate.last + 1)


def _figures(
    sentences: Sequence[Sentence], candidate: Candidate, put: Mapping[int, frozenset[int]]
) -> tuple[Figure, ...]:
    """The figures of a candidate, each with what narrows it."""
    near = [sentences[at] for at in _near(candidate)]
    starts = frozenset[int]().union(*(put[at] for at in _near(candidate)))
    placed = placed_figures(near[0].document, candidate.spans, starts)
    placed = with_nouns_left_out(sentences, candidate, placed, starts)
    placed = with_added(near[0].document, candidate, placed)
    placed = with_units(near[0].document, placed)
    placed = with_times(near, candidate.spans, placed)
    is_act = candidate.kind == "reported"
    return tuple(_narrowed(figure, span, near, is_act) for figure, span in placed)


def _narrowed(figure: Figure, span: Span, near: Sequence[Sentence], is_act: bool) -> Figure:
    """A figure with the scope that its own sentence gives it."""
    own = next((s for s in near if s.whole.start <= span.start < s.whole.end), None)
    return replace(figure, scope=scope(own, span, told=is_act)) if own else figure


def _told_on(claim: Claim, candidate: Candidate, last: Claim, before: Candidate) -> Claim:
    """A claim right behind another by the same actors, which tells no time of its own.

    It was carried by the same outlet ("…, sagte X der dpa. „…“, fügte er hinzu."), a sentence
    without a frame leans on the same paper ("…, heißt es in dem Bericht. Zudem …"). ``last`` is the
    claim before, no quotation inside another, and ``before`` its candidate.
    """
    if claim.via or claim.within or not claim.actors:
        return claim
    near = candidate.sentence - before.last == 1
    goes_on = near and last.actors == claim.actors and claim.said in (None, last.said)
    if not goes_on or claim.cites:
        return claim
    leaned = last.cites if candidate.rule == FREE and candidate.carried else ()
    return replace(claim, via=last.via, cites=leaned)


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
        Sentence(sentence, document, turns[bisect_right(starts, sentence.tokens[0].start) - 1])
        for sentence in document.sentences
    ]


def _claim(
    document: Document,
    article: Article,
    candidate: Candidate,
    roles: Roles,
    who: dict[Spans, tuple[str, ...]],
    told: tuple[str | None, Spans],
    figures: tuple[Figure, ...],
) -> Claim:
    body, (last_said, day) = article.body, told
    words = words_at(body, candidate.spans)
    own = _frame(body, candidate, candidate.frame[-1:])
    stance = stance_of_words(words) if candidate.own else read_stance(candidate.stance, words, own)
    planned = candidate.speaker if candidate.rule == PLANNED else ()
    around = own or words_at(body, planned)
    direct = candidate.kind == "direct"
    confidence, hedge = read_confidence(words, around, stance, direct=direct)
    return Claim(
        id="",
        article=article.id,
        actors=who.get(roles.speaker, ()),
        via=tuple(dict.fromkeys(name for spans in roles.via for name in who.get(spans, ()))),
        cites=tuple(name for spans in roles.cites for name in who.get(spans, ())),
        kind=candidate.kind,
        stance=stance,
        confidence=confidence,
        hedge=hedge,
        said=read_said(document, (*_frame_spans(candidate, candidate.frame), *day), last_said),
        reported=article.published,
        about=read_about(document, candidate.spans),
        figures=figures,
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
