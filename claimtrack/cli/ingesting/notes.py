"""What is noted of a sentence: its clauses, marks, dates, figures, candidates and claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimtrack.cli.console import output
from claimtrack.model import Article, Claim, Mention, Span
from claimtrack.render import wording
from claimtrack.render.contract import claim_record
from claimtrack.render.explain_view import Note

if TYPE_CHECKING:
    from claimtrack.extract.actor.trace import Finding
    from claimtrack.extract.candidates.explain import Fate
    from claimtrack.extract.sentence import Sentence
    from claimtrack.german.predicates import Predicate


def clauses(sentence: Sentence) -> Iterator[Note]:
    """Each clause with its kind, the mood of its finite verb, the verb it means."""
    for clause in sentence.clauses:
        at = sentence.span(clause.start, clause.end)
        mood, verb = _mood(clause.predicate), _verb(clause.predicate)
        value = ", ".join(filter(None, (clause.kind, mood, verb)))
        facts = {"kind": clause.kind, "mood": mood or None, "verb": verb or None}
        yield Note("clause", sentence.body[slice(*at)], value, at, facts)


def _mood(predicate: Predicate | None) -> str:
    from claimtrack.german.verbs import Form

    if predicate is None:
        return ""
    if predicate.finite is None:
        return "infinitive"
    if predicate.konjunktiv:
        return "Konjunktiv I" if predicate.konjunktiv_one else "Konjunktiv II"
    return "preterite or Konjunktiv II" if predicate.form & Form.EITHER else "indicative"


def _verb(predicate: Predicate | None) -> str:
    """The verbs that a predicate can be, with its modal, in the passive, negated."""
    if predicate is None:
        return ""
    signs = (predicate.negated, "not"), (predicate.passive, "passive")
    features = [sign for given, sign in signs if given]
    return " ".join((*features, *filter(None, [predicate.modal]), "/".join(predicate.lemmas)))


def marks(sentence: Sentence) -> Iterator[Note]:
    """Each pair of quotation marks: a sentence of speech, or words woven into one."""
    for mark in sentence.quotations:
        kind = "direct speech" if mark in sentence.speech else "a fragment"
        value = f"{kind}, in other marks" if mark.depth else kind
        facts = {"kind": kind, "depth": mark.depth}
        yield Note("marks", sentence.body[slice(*mark.span)], value, mark.span, facts)


def candidates(fates: Iterable[Fate], sentence: Sentence) -> Iterator[Note]:
    """Each candidate: rule, score, speaker and words; whether it stands, and why not."""
    from claimtrack.extract.candidate import words_at

    for fate in fates:
        candidate, body = fate.candidate, sentence.body
        who = words_at(body, candidate.speaker) or "nobody"
        text = f"{candidate.rule} {candidate.score:.2f}: {who} | {words_at(body, candidate.spans)}"
        facts = {
            "rule": candidate.rule,
            "score": candidate.score,
            "kept": fate.kept,
            "why": fate.why or None,
            "rival": fate.rival.rule if fate.rival else None,
            "spans": [list(span) for span in candidate.spans],
            "speaker": [list(span) for span in candidate.speaker],
            "cue": [list(span) for span in candidate.cue],
        }
        label = "kept" if fate.kept else "fallen"
        yield Note(label, text, fate.why, Span(candidate.start, candidate.end), facts)


def dates(article: Article, start: int, end: int) -> Iterator[Note]:
    """The dates of a stretch of the body, resolved as far as they can be."""
    from claimtrack.german.dates import find_dates

    for date in find_dates(article.body[start:end], article.published):
        at = Span(start + date.start, start + date.end)
        yield Note("date", date.text, date.value or "?", at, {"value": date.value})


def figures(body: str, start: int, end: int) -> Iterator[Note]:
    """The numbers of a stretch of the body that count something, and what is meant by them."""
    from claimtrack.german.numbers import COUNTED, find_quantities

    for quantity in find_quantities(body[start:end]):
        if quantity.kind in COUNTED:
            value = wording.interval(quantity.near, output.glyphs())
            yield Note(
                "figure", quantity.text, value, Span(start + quantity.start, start + quantity.end)
            )


def claim(claim: Claim, finding: Finding | None) -> Iterator[Note]:
    """A claim where its words begin: who and how, its words, the rule and the words behind it.

    ``finding`` says how its actor was found.
    """
    if claim.quote is None:
        return
    at = claim.quote.spans[0]
    who = wording.chain(claim, output.glyphs())
    when = f", said {claim.said}" if claim.said else ""
    head = f"{who}: {claim.stance}, {claim.confidence}{when}"
    yield Note("claim", head, "", at, {**claim_record(claim), "found": _found(finding)})
    yield Note("  words", claim.quote.text, "", at)
    for figure in claim.figures:
        counted = " ".join(filter(None, [figure.text, figure.what]))
        narrowed = ", ".join(filter(None, [figure.state, *figure.scope]))
        yield Note("  figure", counted, narrowed, at)
    for ident in claim.answers:
        yield Note("  answers", ident, "", at)
    for label, mention in (("  speaker", claim.speaker), ("  cue", claim.cue)):
        yield from _mentioned(label, mention, at)
        if finding and label == "  speaker":
            yield from _traced(finding, at)
    if claim.hedge:
        yield Note("  hedge", claim.hedge, claim.confidence, at)
    if claim.read:
        yield Note("  rule", f"{claim.read.rule}, score {claim.read.score:.2f}", "", at)


def _found(finding: Finding | None) -> dict[str, object] | None:
    """How an actor was found, for programs; null where no words point to one."""
    if finding is None:
        return None
    return {
        "mention": finding.mention,
        "at": list(finding.at) if finding.at else None,
        "steps": list(finding.steps),
        "carried": finding.carried,
        "fallen": [{"actor": passed.actor, "why": passed.why} for passed in finding.fallen],
    }


def _traced(finding: Finding, at: Span) -> Iterator[Note]:
    """How an actor was found, for people: the step, where from, and who fell."""
    place = f" at {finding.at.start}" if finding.at else ""
    carried = ", carried on" if finding.carried else ""
    yield Note("  found", f"{finding.mention}{place}{carried}", " and ".join(finding.steps), at)
    for passed in finding.fallen:
        yield Note("  not", passed.actor, passed.why, at)


def _mentioned(label: str, mention: Mention | None, at: Span) -> Iterator[Note]:
    if mention:
        yield Note(label, mention.text, "", at)
