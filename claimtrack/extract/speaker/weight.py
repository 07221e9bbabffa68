"""How well a noun phrase can speak: one scale from nobody to a person.

People, bodies and outlets come from the noun lists; a name that no list knows may speak, an agent
noun (der Betreiber) perhaps, a thing hardly, what is only talked of (Geld, Zweifel) least. Whoever
asks for a speaker names the least weight.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.names import is_first_name, is_thing
from claimtrack.german.phrases import Phrase, of_them
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

NOBODY = -9.0
OBJECT = 0.1
THING = 0.2
PLACE = 0.9
ADJECTIVE = 0.5
AGENT_NOUN = 0.9
DOCUMENT = 1.2
LONG_NOUN = 1.6
NAME = 2.0
LONG_NAME = 2.2
BODY = 2.5
PRONOUN = 2.6
PERSON = 3.0

_PAIR = 2
_WORDS = classes("speech_words")
_KINDS = {
    "person": PERSON,
    "organisation": BODY,
    "outlet": BODY,
    "document": DOCUMENT,
    "place": PLACE,
}
_ABSTRACT = ("heit", "keit", "schaft", "tion", "tät", "ismus", "ungen")
"""Endings of nouns for what can't speak; no surname has one (unlike -ung: Jung, Hornung)."""

_AGENT_ENDINGS = tuple(_WORDS["agent_ending"])
_SINGULAR_ENDINGS = tuple(_WORDS["singular_ending"])


def weight(tokens: Sequence[Token], phrase: Phrase) -> float:
    """The place of a phrase of the sentence on the scale."""
    head = tokens[phrase.head]
    alone = phrase.end - phrase.start == 1
    if head.low in _WORDS["nobody"] and (alone or not head.word.capital):
        return NOBODY
    if alone and "subject_pronoun" in head.word.classes:
        return PRONOUN
    if head.low in _WORDS["share"] or of_them(tokens, phrase.head):
        return _of_share(tokens, phrase)
    if not head.word.capital:
        return ADJECTIVE
    if time_noun(head.low):
        return LONG_NAME if _in_marks(tokens, phrase) else NOBODY  # „Die Zeit“
    words = tokens[phrase.start : phrase.core]
    kinds = (speaker_noun(token.text) for token in words if token.word.capital)
    listed = max((_KINDS[kind] for kind in kinds if kind is not None), default=NOBODY)
    only_place = listed == PLACE and len(words) > 2
    return _unlisted(words) if only_place or listed == NOBODY else listed


def _in_marks(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether marks stand right around the name of a phrase."""
    around = (
        *tokens[max(0, phrase.start - 1) : phrase.start],
        *tokens[phrase.core : phrase.core + 1],
    )
    return len(around) == _PAIR and all(token.text in MARKS for token in around)


def _of_share(tokens: Sequence[Token], phrase: Phrase) -> float:
    """A share of people speaks as they do: "ein Drittel der Eltern", "eine von ihnen"."""
    people = [speaker_noun(token.text) for token in tokens[phrase.core : phrase.end]]
    every = tokens[phrase.start].low in _WORDS["every"]
    return PERSON if every or "person" in people or of_them(tokens, phrase.head) else OBJECT


def _unlisted(tokens: Sequence[Token]) -> float:
    """The weight of a noun or name that no list knows."""
    if any(is_first_name(token.text) for token in tokens):
        return PERSON
    first, head = tokens[0], tokens[-1]
    if is_thing(head.text) or head.low.endswith(_ABSTRACT):
        return OBJECT
    acronym = head.text.isupper()
    if first.word.capital and not first.word.classes and (len(tokens) > 1 or acronym):
        return LONG_NAME
    if first.word.capital and not first.word.classes:
        return NAME
    if len(tokens) > 2 or acronym:
        return LONG_NOUN
    agent = first.low in ("der", "ein") and head.low.endswith(_AGENT_ENDINGS)
    return AGENT_NOUN if agent else THING


def is_abstract(word: str) -> bool:
    """Whether a noun is for what nobody is called, by its ending: Terrorismus, Klarstellung."""
    return word.lower().endswith((*_ABSTRACT, "ung"))


def plural(tokens: Sequence[Token], phrase: Phrase) -> bool | None:
    """Whether a phrase is plural, by its coordination, determiner or number; None when unclear."""
    first = tokens[phrase.start].low
    if any(token.low in _WORDS["several"] for token in tokens[phrase.core : phrase.end]):
        return True
    if first in _WORDS["singular"]:
        return False
    if first in _WORDS["plural"]:
        return True
    if first == "die" and tokens[phrase.head].low.endswith(_SINGULAR_ENDINGS):
        return False
    return None
