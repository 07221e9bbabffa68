"""Where a speaker behind the verb ends, before what only looks like more of the phrase.

- The object: a noun without an article looks like a name. "Für Freitag kündigt der Wetterdienst
  Regen an", "Am Abend meldete die Feuerwehr Hochwasser in zwei Kellern", where a verb that cannot
  do without an object has no other: not "Den Brand meldete die Feuerwehr Neustadt", "Am Abend
  meldete die Feuerwehr Neustadt, …".
- What something is called: "Das nannte der Trainer „Quatsch mit Soße“".
- Where somebody speaks: "sagte der Manager in einer Telefonkonferenz", "sagte die Ministerin im
  Landtag"; not "sagte der Fraktionschef im Landtag", "sagte der Botschafter in Wien".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.reach import complement
from claimtrack.extract.sentence import Sentence
from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.names import is_first_name
from claimtrack.german.phrases import Phrase
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_INDEFINITE = frozenset({"einer", "einem"})
_NAMELESS = frozenset({"person", "organisation"})
"""Sorts of nouns that speak without a name behind them."""


def ends_at(sentence: Sentence, i: int, phrase: Phrase) -> int | None:
    """The token before which the subject of clause ``i`` ends inside a phrase; None for its end."""
    predicate = sentence.clauses[i].predicate
    if predicate is None or predicate.passive or predicate.finite is None:
        return None
    if phrase.start < predicate.finite:
        return None
    place = _place(sentence.tokens, phrase)
    if place is not None:
        return place
    if not _WORDS["dubbing"].isdisjoint(predicate.lemmas):
        return _mark_in(sentence.tokens, phrase)
    if _WORDS["asks_object"].isdisjoint(predicate.lemmas) or not _lacks_object(sentence, i, phrase):
        return None
    return _last_noun(sentence.tokens, phrase)


def _place(tokens: Sequence[Token], phrase: Phrase) -> int | None:
    """Where in a phrase it is told where a person is, who is known without; None for nowhere."""
    at = phrase.core
    if at >= phrase.end - 1 or tokens[at].low not in _WORDS["inside"] | _WORDS["inside_joined"]:
        return None
    if speaker_noun(tokens[phrase.head].text) != "person":
        return None
    if tokens[at + 1].low in _INDEFINITE:
        return at
    noun = next((token.low for token in tokens[at + 1 : phrase.end] if token.word.capital), "")
    posted = tokens[phrase.head].low.endswith(tuple(_WORDS["posted"]))
    return at if noun.endswith(tuple(_WORDS["sitting"])) and not posted else None


def _mark_in(tokens: Sequence[Token], phrase: Phrase) -> int | None:
    """The mark behind a noun of the phrase that goes with no name; None where it has none."""
    if tokens[phrase.start - 1].text in MARKS:
        return None
    inside = range(phrase.start + 1, phrase.end)
    at = next((j for j in inside if tokens[j].text in MARKS), None)
    if at is None or at < phrase.head < phrase.core - 1 or tokens[at - 1].low in _WORDS["naming"]:
        return None
    return None if speaker_noun(tokens[at - 1].text) == "outlet" else at


def _lacks_object(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether clause ``i`` has nothing but its subject, and no words to report."""
    clause = sentence.clauses[i]
    if clause.kind != "main" or clause.verb_first:
        return False
    behind = sentence.clauses[i + 1 : i + 2]
    if any(other.before == ":" or other.kind == "quote" for other in behind):
        return False
    words = sentence.words(i)
    if complement(sentence, i) is not None or "sich" in words:
        return False
    if any(word[0].isdigit() for word in words):
        return False  # "meldete die Polizei Dornau über 300 Fälle"
    others = (one for one in sentence.phrases(i) if one.governed is None and one != phrase)
    return all(time_noun(sentence.tokens[other.head].low) for other in others)


def _last_noun(tokens: Sequence[Token], phrase: Phrase) -> int | None:
    """The last word of a phrase, where it is a noun behind who speaks, and no name that is known.

    Behind an outlet it is one: "die Zeitung The Guardian".
    """
    last = phrase.core - 1
    if last - 1 < phrase.start or not tokens[last].word.capital:
        return None
    kinds = {speaker_noun(token.text) for token in tokens[phrase.start : last]}
    speaks = not kinds.isdisjoint(_NAMELESS) and "outlet" not in kinds
    named = speaker_noun(tokens[last].text) is not None or tokens[last].text.isupper()
    return last if speaks and not named and not is_first_name(tokens[last - 1].text) else None
