"""Speakers that a claim does not name itself: who spoke before, whom a pronoun points to."""

from __future__ import annotations

from collections.abc import Container, Sequence

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.reporting_words import reporting_noun
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker import recipient
from claimtrack.extract.speaker.weight import BODY, DOCUMENT, NOBODY, OBJECT, PERSON, PLACE, weight
from claimtrack.extract.speaker.who_speaks import own_subject, speaking_subject
from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.phrases import phrases
from claimtrack.lexicon import classes

HEARSAY = "sollen"
"""The rule of a sentence that passes on what others say."""

_INDEFINITE = frozenset({"ein", "eine", "einem", "einer", "eines"})

_PERSONAL = frozenset({"er", "sie"})

_WORDS = classes("speech_words")
_GO_ON = (BODY, PERSON)
"""Weights of who may go on to speak without having spoken yet; a pronoun is too unsure."""

_GIVE = (*_GO_ON, PLACE)
"""Those of whose words only the sort is named: "Die Stadt sperrt zu. …, so die Begründung"."""

_STARTING = frozenset({"konjunktiv+free", "marks+alone"})
"""Rules of what may open a speech before anybody is named."""

_ACCOUNTS = frozenset({"according", "wie", HEARSAY})
"""Rules of claims that an article leans on rather than quotes."""

_PUBLIC = frozenset({"organisation", "outlet", "document"})

REACH = 3
"""How many sentences a speaker is carried on over, at the most."""


def last_speaking(found: Sequence[Candidate], sentence: Sentence) -> Candidate | None:
    """The last claim before a sentence, within reach, that has a speaker; no nested quotation."""
    for candidate in reversed(found):
        if candidate.within is not None:
            continue
        if candidate.last < sentence.index - REACH:
            return None
        if candidate.speaker and not _pronominal(candidate, sentence.body):
            return candidate
    return None


def _pronominal(candidate: Candidate, body: str) -> bool:
    """Whether the speaker is only pointed to: "seiner Meinung nach"."""
    first = body[slice(*candidate.speaker[0])].lower()
    return candidate.rule == "according" and first.startswith(("sein", "ihr"))


def with_speaker(
    candidate: Candidate, sentence: Sentence, previous: Sentence | None, last: Candidate | None
) -> Candidate:
    """A candidate of a sentence with ``who`` speaks.

    A continuation has the speaker of a claim in the sentence before, else the subject of that
    sentence if it can speak, else the ``last`` speaker near by. What *sollen* passes on is nobody's
    unless somebody's report goes on: the accused are no source of what they are accused of.
    """
    if not candidate.carried and not _mere_document(candidate, sentence):
        who = candidate.who or antecedent(sentence, candidate.speaker) or candidate.speaker
        return candidate._replace(who=who)
    near = last is not None and sentence.index - last.last <= 1
    who = last.who if last is not None and near else ()
    if candidate.rule == HEARSAY:
        passes_on = last is not None and (
            _account_goes_on(sentence, last) or (near and _passes_on(sentence, previous, last))
        )
        who = last.who if last is not None and passes_on else ()
    elif not who and previous is not None:
        who = told_by(previous, _GO_ON if candidate.speaker or not candidate.cue else _GIVE) or (
            _document_of(previous) if candidate.rule == "hence" else ()
        )
    from_before = bool(who)
    if not who and last is not None and candidate.rule != HEARSAY:
        who = last.who
    speaker = candidate.speaker or who
    via = candidate.via
    if from_before:  # who goes on to speak still speaks to the same paper
        via = via or (last.via if last is not None and near else ())
        via = via or (recipient.told(previous) if previous is not None else ())
    return candidate._replace(speaker=speaker, who=who or speaker, via=via)


def _passes_on(sentence: Sentence, previous: Sentence | None, last: Candidate) -> bool:
    """Whether a report goes on with "X soll …": in its paragraph, and not about who gave it.

    "Er soll …" behind somebody's own words is said of that one, by others; behind an accusation,
    or words of a body, it is theirs.
    """
    if previous is None or previous.paragraph != sentence.paragraph:
        return False
    accuses = last.stance == "accuses" or _weight_of(last, previous) == BODY
    return accuses or not _PERSONAL & {token.low for token in sentence.tokens[:3]}


def _account_goes_on(sentence: Sentence, last: Candidate) -> bool:
    """Whether "X soll …" goes on with an account that the article leans on, a sentence between.

    "Nach Angaben der Polizei brannte ein Haus. Drei starben. Zwei sollen im Keller gewesen sein."
    A body, an outlet or a paper gives it; of a person's words the next sentence may be free.
    """
    if last.rule not in _ACCOUNTS:
        return False
    words = sentence.document.words_in(last.who[0])
    kinds = {speaker_noun(word.text) for word in words if word.word.upper}
    nameless = any(reporting_noun(word.low) for word in words)
    return "person" not in kinds and (nameless or not _PUBLIC.isdisjoint(kinds))


def _weight_of(candidate: Candidate, sentence: Sentence) -> float:
    here = candidate.speaker and sentence.whole.start <= candidate.speaker[0].start
    return _heaviest(sentence, candidate.speaker) if here else NOBODY


def looking_ahead(found: Sequence[Candidate], sentences: Sequence[Sentence]) -> list[Candidate]:
    """The claims, those that go on with nobody given to whom the next sentence names.

    Shapes: "Früher sei die Furcht groß gewesen. Nun hofften alle, sagt X."; "„…“ Mit diesen Worten
    verließ X den Saal." Whoever a person just named could be goes before.
    """
    return [_named_behind(at, found, sentences) for at in range(len(found))]


def _named_behind(at: int, found: Sequence[Candidate], sentences: Sequence[Sentence]) -> Candidate:
    candidate, before = found[at], found[max(0, at - 3) : at]
    here, following = (
        sentences[candidate.sentence],
        sentences[candidate.last + 1 : candidate.last + 2],
    )
    starts = candidate.carried and not candidate.frame and candidate.rule in _STARTING
    near = any(one.last >= candidate.sentence - 1 and one.within is None for one in before)
    if not (starts and following) or near or following[0].paragraph != here.paragraph:
        return candidate
    previous = sentences[candidate.sentence - 1] if candidate.sentence else None
    if candidate.who and previous and _heaviest(previous, candidate.who) == PERSON:
        return candidate
    who = _opened_up(following[0])
    if not who and candidate.kind != "direct":
        near_by = (one for one in found[at + 1 :] if one.sentence == following[0].index)
        who = next((one.who for one in near_by if one.rule == "inverted"), ())
    return candidate._replace(speaker=who, who=who) if who else candidate


def _opened_up(sentence: Sentence) -> Spans:
    """Who spoke before a sentence that says so: "Mit diesen Worten verließ X den Saal"."""
    lows = [token.low for token in sentence.tokens[:4]]
    said = lows[:1] == ["mit"] and lows[1:2] and lows[1].startswith("dies")
    return told_by(sentence) if said and not _WORDS["said_words"].isdisjoint(lows) else ()


def told_by(sentence: Sentence, able: Container[float] = _GO_ON) -> Spans:
    """The subject of a sentence that may go on to speak in the next one, if it can speak at all.

    Behind a verb that reports anybody can ("Der Bericht kritisiert die Regeln."), behind others who
    has one of the weights ``able``: a person or a body ("Der Minister reiste ab.").
    """
    mains = (i for i, c in enumerate(sentence.clauses) if c.kind == "main" and c.predicate)
    i = next(mains, None)
    if i is None:
        return ()
    predicate = sentence.clauses[i].predicate
    if predicate is None or predicate.konjunktiv:
        return ()
    if predicate.passive and sentence.cues[i] is None:
        return ()
    if predicate.modal == "sollen":
        return ()  # whoever "soll …" is talked about
    found = speaking_subject(sentence, i)
    tokens = sentence.document.tokens_in(found[0]) if found else ()
    if not tokens or any(token.low in _WORDS["victims"] for token in tokens):
        return ()
    heavy, reports = _heaviest(sentence, found), sentence.cues[i] is not None
    return found if heavy in able or (reports and heavy > OBJECT) else ()


def _document_of(sentence: Sentence) -> Spans:
    """The paper that is the subject: "Darauf deutet eine Studie der Universität hin"."""
    for i, clause in enumerate(sentence.clauses):
        if clause.kind == "main" and clause.predicate is not None:
            mention = own_subject(sentence, i)
            return mention if mention and _heaviest(sentence, mention) >= DOCUMENT else ()
    return ()


def _heaviest(sentence: Sentence, mention: Spans) -> float:
    """The weight of the heaviest phrase of a mention: of "der Chef, Hans Meier" the name's."""
    inside = sentence.within(mention[0])
    if not inside:
        return NOBODY
    inner = phrases(sentence.tokens, inside.start, inside.stop)
    return max((weight(sentence.tokens, phrase) for phrase in inner), default=NOBODY)


def antecedent(sentence: Sentence, spans: Spans) -> Spans:
    """What a relative pronoun points to: the phrase before its clause; () for other mentions."""
    if len(spans) != 1:
        return ()
    for i, clause in enumerate(sentence.clauses[1:]):
        if clause.kind != "rel" or clause.opener is None:
            continue
        if sentence.token_span(clause.opener) == spans[0]:
            return tuple(sentence.phrase_span(phrase) for phrase in sentence.phrases(i)[-1:])
    return ()


def _mere_document(candidate: Candidate, sentence: Sentence) -> bool:
    """The paper of whoever spoke before: "hieß es in der am Montag gezeigten Stellungnahme"."""
    if len(candidate.speaker) != 1 or candidate.rule == "according":
        return False
    words = sentence.document.words_in(candidate.speaker[0])
    if not words:
        return False
    *before, noun = words
    if words[0].low in _INDEFINITE and noun.low in _WORDS["leant_on"]:
        return False  # "aus einem Gutachten": a new one, unlike "in einer Stellungnahme"
    named = any(word.word.upper and not time_noun(word.low) for word in before)
    return not named and speaker_noun(noun.text) == "document"
