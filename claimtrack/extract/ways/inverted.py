"""The words first, the frame behind or inside them.

Shapes: "Das sei falsch, sagte X"; "…, sagte X: bei 40"; "Er habe, sagte X, nichts
gewusst"; "Der Deich, sagte X, halte"; "…, so X"; "…, wie X mitteilte"; "Wie X mitteilte, …"; "…,
heißt es in dem Bericht"; "…, das entschied X"; "…, so glaubt X". Which verbs behind
their words make a frame is in ``verb_behind``.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, framed
from claimtrack.extract.reach import last_clause
from claimtrack.extract.reporting_words import Cue, nouns
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.apposition import behind_so
from claimtrack.extract.speaker.outlet_names import outlet_end
from claimtrack.extract.speaker.source_phrase import find_sources
from claimtrack.extract.speaker.subject import best_subject
from claimtrack.extract.speaker.weight import BODY, weight
from claimtrack.extract.speaker.who_speaks import own_subject, subject
from claimtrack.extract.ways.unlisted_verbs import by_any_verb, by_counting
from claimtrack.extract.ways.verb_behind import by_listed_verb
from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.attributes import ARTICLES
from claimtrack.german.clauses import konjunktiv, tells_on
from claimtrack.german.cutting import JOINERS
from claimtrack.german.nouns import read as read_noun
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.german.weak_verbs import weak_preterite
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_GOING_ON = classes("actor_words")["going_on"]
_SHORTEST = 4
_PARTED = frozenset({",", "–", "-"})
"""Marks between words and a frame behind or inside them."""

_FRAMING = frozenset({"so", "wie"})
_ARTICLE_AND_NOUN = 2
_GENDERS = {"er": "m", "sie": "f", "es": "n"}
_SCORES = {"so": 0.95}
"""Trust in the shapes that can hardly be anything else."""


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for every frame that stands behind, inside or (with wie) before its words."""
    if not _may_stand_behind(sentence):
        return
    for i in range(len(sentence.clauses)):
        frame = _frame(sentence, i)
        spans = () if frame is None else _words(sentence, i, frame.shape)
        if frame is not None and spans:
            candidate = framed(
                frame,
                kind="indirect",
                rule=frame.shape,
                spans=spans,
                sentence=sentence.index,
                score=_SCORES.get(frame.shape, 0.9),
            )
            cue = sentence.cues[i]
            nobody = not frame.speaker and cue is not None and cue.lemma in _WORDS["impersonal"]
            if _only_names_words(sentence, frame):
                candidate, nobody = candidate._replace(speaker=()), True
            relay = cue is not None and _passes_on(sentence, i, cue)
            yield candidate._replace(carried=nobody, relay=relay, who=_doer(sentence, i, frame))


def _may_stand_behind(sentence: Sentence) -> bool:
    """Whether any clause may be a frame: with so or wie, or a verb right behind a comma or a dash.

    Or one behind a participle, where an infinitive may begin without a comma.
    """
    if not _FRAMING.isdisjoint(sentence.lows):
        return True
    tokens, led = sentence.tokens, False
    for token in tokens:
        low, verb = token.low, token.word.verb
        if led and (verb is not None or low in _WORDS["pointing"] or weak_preterite(token.word)):
            return True
        led = low in _PARTED or (led and (not token.word.letters or low in JOINERS))
        led = led or (verb is not None and verb.participle)
    return False


def _doer(sentence: Sentence, i: int, frame: Frame) -> tuple[Span, ...]:
    """Whom the pronoun of a wie-clause behind its words takes up: who does what they tell.

    "Die Kantonspolizei Uri sucht Zeugen, wie sie mitteilt": gender and number must agree.
    """
    if frame.shape != "wie" or i == 0 or len(frame.speaker) != 1:
        return ()
    pronoun = sentence.body[slice(*frame.speaker[0])].lower()
    best = best_subject(sentence, i - 1)
    if pronoun not in _GENDERS or best is None or weight(sentence.tokens, best) < BODY:
        return ()
    own, before = sentence.clauses[i].predicate, sentence.clauses[i - 1].predicate
    noun = read_noun(sentence.tokens[best.start + _opened(sentence, best)].text)
    if noun is None or own is None or before is None or own.plural != before.plural:
        return ()
    agrees = own.plural or noun.gender == _GENDERS[pronoun]
    return own_subject(sentence, i - 1) if agrees else ()


def _opened(sentence: Sentence, phrase: Phrase) -> bool:
    return bool(sentence.tokens[phrase.start].word.classes & ARTICLES)


def _only_names_words(sentence: Sentence, frame: Frame) -> bool:
    """Whether a frame says of what sort the words are: "so die Begründung", "lautet ihr Fazit"."""
    if frame.shape == "wie" or len(frame.speaker) != 1:
        return False
    words = sentence.body[slice(*frame.speaker[0])].split()
    noun = words[-1].lower()
    named = noun in nouns() or noun in _WORDS["said_words"]
    return len(words) <= _ARTICLE_AND_NOUN and named and speaker_noun(words[-1]) is None


def _passes_on(sentence: Sentence, i: int, cue: Cue) -> bool:
    """Whether frame ``i`` is an outlet's that tells what others say: "…, meldet Reuters"."""
    best = best_subject(sentence, i) if cue.lemma in _WORDS["relaying"] else None
    if best is None:
        return False
    inside = range(best.start, best.core)
    return any(outlet_end(sentence.tokens, at, best.core) is not None for at in inside)


def _frame(sentence: Sentence, i: int) -> Frame | None:
    """Clause ``i`` as a frame, if it is one."""
    clause = sentence.clauses[i]
    if clause.kind in ("w", "sub"):
        return _wie(sentence, i)
    if i > 0 and clause.kind == "frag" and clause.before in (",", "–", ""):
        return _so(sentence, i)
    if i > 0 and clause.kind == "main" and clause.before in _PARTED:
        return by_listed_verb(sentence, i) or by_any_verb(sentence, i) or by_counting(sentence, i)
    return None


def _wie(sentence: Sentence, i: int) -> Frame | None:
    """Frames with wie: "wie X mitteilte", "wie es heißt", "wie aus dem Bericht hervorgeht"."""
    clause, cue = sentence.clauses[i], sentence.cues[i]
    if sentence.opening(i) != "wie" or cue is None or not set("dk") & set(cue.frames):
        return None
    before = sentence.clauses[i - 1].kind if i else ""
    if before == "dass" and konjunktiv(clause):  # itself told: "dass es so sei, wie X es schildere"
        return None
    opener = clause.start if clause.opener is None else clause.opener
    spans = (sentence.token_span(opener), *sentence.verb_spans(i))
    speaker = subject(sentence, i) or _source(sentence, i)
    return Frame("wie", (sentence.clause_span(i),), speaker, spans, cue.stance)


def _source(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The source in a phrase: "wie von der Polizei mitgeteilt wurde"."""
    for phrase in sentence.phrases(i):
        if phrase.governed in _WORDS["wie_source"]:
            return (sentence.phrase_span(phrase),)
    return ()


def _so(sentence: Sentence, i: int) -> Frame | None:
    """Nothing but "so" and a noun phrase, times and sources aside.

    Shapes: "so X", "so X weiter", "so X am Montag", "so X laut einem Bericht".
    """
    clause, tokens = sentence.clauses[i], sentence.tokens
    if tokens[clause.start].low != "so" or clause.end - clause.start < 2:
        return None
    found = list(phrases(tokens, clause.start + 1, clause.end))
    if not found or found[0].start > clause.start + 2 or found[0].governed:
        return None
    times = [one.start - 1 for one in found[1:] if time_noun(tokens[one.head].low)]
    sources = [source.start for source in find_sources(sentence) if source.start > found[0].start]
    later = [j for j in range(found[0].core, clause.end) if tokens[j].low == "nach"]
    end = min([*times, *sources, *later, clause.end])
    while end > found[0].core and tokens[end - 1].low in _GOING_ON:
        end -= 1
    named = found[0]._replace(end=end)
    speaker = (sentence.span(named.start, behind_so(sentence, i, named)),)
    noun = nouns().get(tokens[found[0].head].low)
    cue = (sentence.token_span(clause.start),)
    stance = noun.stance if noun else "asserts"
    return Frame("so", (sentence.clause_span(i),), speaker, cue, stance)


def _words(sentence: Sentence, i: int, shape: str) -> tuple[Span, ...]:
    """The words around frame ``i``: what stands before it and what goes on behind it."""
    clauses = sentence.clauses
    first = _first(sentence, i)
    spans: list[Span] = []
    if first < i:
        spans.append(sentence.span(clauses[first].start, clauses[i - 1].end))
    behind = _behind_frame(sentence, i, shape) if spans else i + 1
    if behind < len(clauses) and _resumes(sentence, behind, shape, led=bool(spans)):
        last = last_clause(sentence, behind) if spans else _rest(sentence, behind)
        spans.append(sentence.span(clauses[behind].start, clauses[last].end))
    return tuple(span for span in spans if span.end - span.start >= _SHORTEST)


def _first(sentence: Sentence, i: int) -> int:
    """The clause with which the words before frame ``i`` begin, ``i`` where there are none."""
    clauses = sentence.clauses
    first = i
    while first > 0 and clauses[first].before not in (";", ":"):
        if clauses[first - 1].kind == "quote" or (first < i and tells_on(clauses[first])):
            break
        first -= 1
    return first


def _behind_frame(sentence: Sentence, i: int, shape: str) -> int:
    """The clause that goes on behind frame ``i``, what says who its speaker is passed over.

    "Am Montag, so X, der den Fall führt, seien dort …"; nothing goes on behind "…, so X, die auch
    angab, dass …".
    """
    clauses = sentence.clauses
    behind = i + 1
    while shape != "wie" and behind < len(clauses) and clauses[behind].kind == "rel":
        behind += 1
    resumed = behind == i + 1 or (behind < len(clauses) and clauses[behind].verb_first)
    return behind if resumed else len(clauses)


def _resumes(sentence: Sentence, first: int, shape: str, *, led: bool) -> bool:
    """Whether the words go on with clause ``first``; ``led`` says that some stand before it."""
    following = sentence.clauses[first]
    behind = sentence.clauses[first:]
    if led and shape != "wie" and all(clause.kind in ("frag", "tail") for clause in behind):
        # not "…, sagte X, Leiter von Y, am Abend": what the speaker is, and when
        return _adds(sentence, first)
    if following.before in (";", ":") or following.kind == "quote":
        return False
    if not led:
        return True
    return not tells_on(following)


def _adds(sentence: Sentence, first: int) -> bool:
    """Whether a piece behind a frame adds to the words before it: ": bei 40", ", nämlich 40".

    After a colon, or opened by a word such as nämlich or "und zwar"; other pieces tell who or when.
    """
    clause, words = sentence.clauses[first], sentence.words(first)
    opened = words[:2] == ["und", "zwar"] or not _WORDS["adding"].isdisjoint(words[:1])
    return clause.kind == "frag" and (clause.before == ":" or opened)


def _rest(sentence: Sentence, first: int) -> int:
    """The last clause up to a colon, a semicolon or direct speech."""
    clauses = sentence.clauses
    last = first
    while last + 1 < len(clauses):
        if clauses[last + 1].before in (";", ":") or clauses[last + 1].kind == "quote":
            break
        last += 1
    return last
