"""Words that a paper or an outlet passes on, as people mark them: once more as the relay's own.

A claim names such a relay beside its speaker (``via``). Shapes: "laut Reuters sagte X, dass …",
where the relay's words are X's frame and X's words; "das „Blatt“ zitiert X mit den Worten „…“",
where they are X's words alone. Whom X told ("sagte X der dpa") is not marked and no such relay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fitting import Said, Tokens

from claimtrack.article.plain_text import PlainText, plain_text
from claimtrack.extract import sentences_of
from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.candidates.find import WAYS, candidates
from claimtrack.extract.roles import roles_of
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.chain import OUTER, carries
from claimtrack.lexicon import classes
from claimtrack.model import Article
from claimtrack.registry import Registry

RULE = "relay"
_CITING = classes("speech_words")["citing"]


def passed_on(article: Article, tokens: Tokens) -> Iterator[Said]:
    """The words of an article that relays pass on, with the relay as their speaker."""
    plain = plain_text(article.body)
    sentences = sentences_of(replace(article, body=plain.text))
    for candidate in candidates(sentences):
        sentence = sentences[candidate.sentence]
        for words, relay, cue in _relays(sentence, candidate):
            places = (_places(plain, spans, tokens) for spans in (words, relay, cue))
            yield Said(*places, kind=candidate.kind, rule=RULE, words=_text(sentence, words))


def _relays(sentence: Sentence, candidate: Candidate) -> Iterator[tuple[Spans, Spans, Spans]]:
    """The words, the mention and the cue of every relay around a candidate."""
    direct = candidate.kind == "direct"
    outer = (frame for way in WAYS for frame in way.find(sentence)) if candidate.via else ()
    for frame in outer:
        around = frame.speaker in candidate.via and (frame.rule in OUTER or frame.relay)
        if around and carries(sentence.document, frame.speaker):
            yield candidate.spans if direct else frame.spans, frame.speaker, frame.cue
    if direct and _cites(sentence, candidate):
        for mention in roles_of(sentence, candidate, Registry.shipped()).via:
            yield candidate.spans, mention, candidate.cue


def _cites(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the verb of a candidate's frame is one of quoting somebody else."""
    verbs = {span.start for span in candidate.cue}
    return any(
        cue is not None and cue.lemma in _CITING and span.start in verbs
        for i, cue in enumerate(sentence.cues)
        for span in sentence.verb_spans(i)
    )


def _places(plain: PlainText, spans: Spans, tokens: Tokens) -> frozenset[int]:
    return tokens.of([plain.written(span) for span in spans])


def _text(sentence: Sentence, spans: Spans) -> str:
    return " … ".join(sentence.body[span.start : span.end] for span in spans)
