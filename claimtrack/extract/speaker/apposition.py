"""What stands beside a speaker and says who that is.

Shapes: "der Generalsekretär, Mark Rutte, sagte"; "wie die Leiterin des Amts, Ina Korn, mitteilt";
"sagte Lothar Nicht, Dezernent der Stadt"; "X (SPD)"; the second comma left out: "Lothar Nicht,
Dezernent der Stadt sagte"; two speakers: "sagten Ina Korn, Leiterin des Zoos, und Veit Lamm". An
outlet in the dative that is told is no part of the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.ending import ends_at
from claimtrack.extract.speaker.weight import LONG_NAME, weight
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.names import is_first_name
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.model import Span

JOINING = frozenset({"und", "sowie"})
"""Words between two speakers."""

_ARTICLES = classes("function_words")["article"]
_PLACE = 3
"""Words of a place at the most: "vor Ort", "in der Region"."""


def with_apposition(sentence: Sentence, i: int, phrase: Phrase) -> Span:
    """The span of a phrase of clause ``i`` with the apposition beside it."""
    sooner = ends_at(sentence, i, phrase)
    if sooner is not None:
        return sentence.span(phrase.start, sooner)
    outlet = told_outlet(sentence.tokens, phrase)
    end = phrase.end if outlet is None else outlet
    if outlet is None and _placed_name(sentence, i, end):
        end = sentence.clauses[i].end
    return sentence.span(_name_before(sentence, i, phrase), _end(sentence, i, phrase, end))


def behind_so(sentence: Sentence, i: int, phrase: Phrase) -> int:
    """Behind the apposition to the speaker of "so X" in clause ``i``, the phrase's end without one.

    What goes on behind the frame may be a noun as well: "Der Rat sei, so Korn, Schuld daran".
    """
    piece = _next_piece(sentence, i) if phrase.end == sentence.clauses[i].end else None
    stop = piece or sentence.clauses[i].end
    return beside(sentence.tokens, phrase, phrase.end, stop) or phrase.end


def _end(sentence: Sentence, i: int, phrase: Phrase, end: int) -> int:
    """Behind the apposition that follows a phrase, at ``end`` where none does."""
    if end != sentence.clauses[i].end:
        return beside(sentence.tokens, phrase, end, sentence.clauses[i].end) or end
    if not _apposition(sentence, i + 1, phrase):
        behind = _next_piece(sentence, i)
        return (behind and beside(sentence.tokens, phrase, end, behind)) or end
    end = sentence.clauses[i + 1].end
    if _second_speaker(sentence, i, i + 2):
        end = sentence.clauses[i + 2].end
    return end


def _placed_name(sentence: Sentence, i: int, end: int) -> bool:
    """Whether only a place parts an office from its name: "der Leiter vor Ort, Samuel Okwu, …"."""
    clause, behind = sentence.clauses[i], _next_piece(sentence, i)
    if behind is None or not end < clause.end <= end + _PLACE:
        return False
    name = next(iter(sentence.phrases(i + 1)), None)
    whole = name is not None and (name.start, name.end) == (clause.end + 1, behind)
    named = name is not None and whole and is_name(sentence.tokens, name)
    return named and "preposition" in sentence.tokens[end].word.classes


def _next_piece(sentence: Sentence, i: int) -> int | None:
    """The end of the piece without a verb behind clause ``i``; None where a verb is in it."""
    following = sentence.clauses[i + 1 : i + 2]
    piece = following and following[0].kind == "frag" and following[0].before == ","
    return following[0].end if piece else None


def beside(tokens: Sequence[Token], phrase: Phrase, end: int, stop: int) -> int | None:
    """Behind an apposition within one clause, which a comma parts from the phrase; else None.

    One of both is a name and the other says what this person is; behind it the clause goes on with
    a comma, a verb or no noun ("…, General Karl Kunz am Abend").
    """
    if end + 1 >= stop or tokens[end].text != ",":
        return None
    other = next(phrases(tokens, end + 1, stop), None)
    if other is None or other.start != end + 1 or other.governed is not None:
        return None
    if not _two_of_one(tokens, phrase, other):
        return None
    joined = other.end < stop and tokens[other.end].low in JOINING
    return None if joined else other.end


def _two_of_one(tokens: Sequence[Token], one: Phrase, other: Phrase) -> bool:
    """Whether of two phrases one names a person and one says which: no two names of a list."""
    named = is_name(tokens, one), is_name(tokens, other)
    if named == (True, True):
        return False
    if not any(named):
        return _titled(tokens, other) and not _titled(tokens, one)
    plain = other if named[0] else one
    return _is_person(tokens, plain)


def is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a full name and nothing else: "Jiri Dvorak", not "Leiter Dvorak".

    A surname may be a noun of people as well: "Hanna Vogt".
    """
    words = [token.word for token in tokens[phrase.start : phrase.core] if token.word.letters]
    plain = all(word.capital and not word.classes for word in words)
    first = tokens[phrase.start].text
    given = is_first_name(first) or speaker_noun(first) not in ("person", "organisation")
    return len(words) > 1 and plain and given


def _titled(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a name stands behind what the person is: "General Karl Kunz", no article before."""
    return phrase.core - phrase.start > 2 and _is_person(tokens, phrase) and _bare(tokens, phrase)


def _bare(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.start].low not in _ARTICLES


def _is_person(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the noun of a phrase is one of people: "Sprecherin der Stadt", "der Dekan"."""
    nouns = (token.text for token in tokens[phrase.start : phrase.core] if token.word.capital)
    return any(speaker_noun(noun) == "person" for noun in nouns)


def _name_before(sentence: Sentence, i: int, phrase: Phrase) -> int:
    """Where the speaker begins whose apposition opens clause ``i`` without a comma behind it.

    "Lothar Nicht, Dezernent der Stadt sagte", "Die Leiterin des Amts, Ina Korn verwies auf …".
    """
    clause = sentence.clauses[i]
    if i == 0 or clause.before != "," or phrase.start != clause.start:
        return phrase.start
    before = sentence.clauses[i - 1]
    if (
        before.kind != "frag"
        or before.before not in ("", ":")
        or not _bare(sentence.tokens, phrase)
    ):
        return phrase.start
    first = next(iter(sentence.phrases(i - 1)), None)
    whole = first is not None and (first.start, first.end) == (before.start, before.end)
    if first is None or not whole or not _two_of_one(sentence.tokens, first, phrase):
        return phrase.start
    return first.start


def _apposition(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether clause ``i`` is a noun phrase between marks that says who the one before it is."""
    if i >= len(sentence.clauses):
        return False
    clause = sentence.clauses[i]
    if clause.kind != "frag" or clause.before not in (",", "("):
        return False
    if i + 1 == len(sentence.clauses):
        last = next(iter(sentence.phrases(i)), None)
        whole = last is not None and (last.start, last.end) == (clause.start, clause.end)
        return last is not None and whole and _says_who(sentence.tokens, phrase, last)
    if sentence.clauses[i + 1].before not in (",", ")", ""):
        return False
    first_word = sentence.tokens[clause.start].word
    return first_word.capital or bool(first_word.classes & {"article", "determiner"})


def _says_who(tokens: Sequence[Token], phrase: Phrase, last: Phrase) -> bool:
    return is_name(tokens, last) or _two_of_one(tokens, phrase, last)


def _second_speaker(sentence: Sentence, i: int, behind: int) -> bool:
    """Whether the piece behind an apposition goes on with "und X" for a verb in the plural."""
    predicate = sentence.clauses[i].predicate
    if behind >= len(sentence.clauses) or predicate is None or not predicate.plural:
        return False
    clause = sentence.clauses[behind]
    if clause.kind != "frag" or sentence.tokens[clause.start].low not in JOINING:
        return False
    first = next(iter(sentence.phrases(behind)), None)
    return first is not None and weight(sentence.tokens, first) >= LONG_NAME


def told_outlet(tokens: Sequence[Token], phrase: Phrase) -> int | None:
    """Where in a phrase the outlet that was told begins: a dative that looks like a genitive.

    "ein Sprecher des Ministeriums der Nachrichtenagentur Reuters": at "der Nachrichtenagentur".
    """
    for i in range(phrase.core, phrase.end - 1):
        if tokens[i].low in ("der", "dem") and speaker_noun(tokens[i + 1].text) == "outlet":
            return i
    return None
