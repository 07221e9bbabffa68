"""What belongs to a noun and stands behind it: more of its name, genitives, phrases.

Shapes of names: "Präsident Wladimir Putin", "Ursula von der Leyen", "Dilma da Costa", "Institute
for Peace", "Apotheker ohne Grenzen", "J. Becker", "der Abgeordnete Ernst Maier (SPD)", "die
Zeitschrift „Der Spiegel“". Shapes of complements: "des Ministeriums",
"westlicher Regierungen", "aus Wien", "für Verkehr"; of coordinations: "und Bürgermeister",
"sowohl Moskau als auch Kiew", "weder Moskau noch Kiew".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.german import nouns
from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.attributes import bare_noun, framed_noun, is_attribute, is_noun, noun_from
from claimtrack.german.names import gender, is_first_name, is_thing
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_BELONGING = classes("grammar_words")["belonging"]
_GENITIVE = classes("grammar_words")["genitive"]
_LOOSE = classes("grammar_words")["loosely_belonging"]
_PARTICLE = classes("grammar_words")["particle"]
_FOREIGN_PARTICLE = classes("grammar_words")["foreign_particle"]
_BEHIND_PARTICLE = classes("grammar_words")["behind_particle"]
_POSSESSIVE = frozenset(["dessen", "deren"])
_ABSTRACT = ("ung", "heit", "keit", "schaft", "tion", "tät", "nis")
_LONGER_THAN_NAMES = 8
"""Letters of a noun with such an ending that is no surname (Jung, Hornung)."""

_AND = frozenset(["und", "sowie", "oder"])
_COMPARING = frozenset(["als", "wie"])
_CORRELATE = 8
"""Tokens from "weder" to its "noch" inside one phrase."""
BRACKETED = 7
"""Tokens from a bracket to the one that closes it; longer ones are remarks, not affiliations."""
_TITLE = 7
"""Tokens from a quotation mark to the one that closes it, in the title of a work or outlet."""
_PART_OF_TIME = frozenset({"anfang", "mitte", "ende"})
_SHORTENED = 3
"""Letters of the longest word that a full stop shortens inside a name (St., Dr., Hon.)."""


def name_from(sentence: Sequence[Token], noun: int, end: int) -> tuple[int, int]:
    """The run of nouns and names that begins at ``noun``: its last one and the index behind all.

    What stands in brackets or marks is part of the run, but never its last noun. A full name ends
    before an object: "hat Landrat Ole Brück Schäden eingeräumt", "räumte Landrat Brück Fehler ein".
    """
    head, i = noun, noun + 1
    while i < end and (further := _further(sentence, i, end)):
        if i - 2 >= noun and _opens_name(sentence[i - 2]) and is_thing(sentence[i].text):
            break
        if _other_noun(sentence, noun, i) or opens_date(sentence, i, end):
            break
        if i == noun + 1 and _thing_beside(sentence, noun):
            break
        if sentence[i].word.capital:
            head = i
        i = further
    return head, i


def opens_date(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether a part of a month or year begins behind a name: "rechnet Katja Böhling Ende Mai"."""
    if sentence[i].low not in _PART_OF_TIME or i + 1 >= end:
        return False
    behind = sentence[i + 1]
    return time_noun(behind.low) or behind.text[0].isdigit()


def _other_noun(sentence: Sequence[Token], noun: int, i: int) -> bool:
    """Whether a noun in the plural at i is no name of the place right before.

    "nach dem Willen der Stadt Familien anlocken".
    """
    if i != noun + 1:
        return False
    people = nouns.read(sentence[i].text)
    body = nouns.read(sentence[noun].text)
    many = people is not None and people.plural and not people.singular
    return many and body is not None and body.kind == "place" and body.singular


def _thing_beside(sentence: Sequence[Token], noun: int) -> bool:
    """Whether what stands behind a person noun is another thing: "die Experten Abkühlung"."""
    low = sentence[noun + 1].low
    abstract = len(low) >= _LONGER_THAN_NAMES and low.endswith(_ABSTRACT)
    read = nouns.read(sentence[noun].text)
    return abstract and read is not None and read.kind == "person" and read.bends != "adj"


def _opens_name(token: Token) -> bool:
    """Whether just one name follows a word: a first name, or an office ("Landrat Brück")."""
    return is_first_name(token.text) or speaker_noun(token.text) == "person"


def phrase_end(sentence: Sequence[Token], core: int, end: int) -> int:
    """The index behind all genitives, phrases and coordinations that follow a noun's ``core``."""
    i = core
    while i < end and (noun := _complement(sentence, i, end)) is not None:
        _, i = name_from(sentence, noun, end)
    return i


def bracket_end(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind a short bracket without a verb that opens at i: "(SPD)"; else 0."""
    for j in range(i + 1, min(end, i + BRACKETED)):
        if sentence[j].text == ")":
            return j + 1
        if sentence[j].word.finite and not sentence[j].word.capital:
            return 0
    return 0


def _further(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind what goes on with a name at i; 0 where it has ended."""
    token = sentence[i]
    if token.word.capital:
        return i + 1 if is_noun(sentence, i) else 0
    if token.text == "(":
        return bracket_end(sentence, i, end)
    if token.low == "ohne":
        return _without_borders(sentence, i, end)
    if token.text == ".":
        return i + 1 if _shortens(sentence, i, end) else 0
    if token.low in _PARTICLE:
        return _particle_end(sentence, i, end)
    return (_title_end if token.text in MARKS else compound_end)(sentence, i, end)


def compound_end(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind the noun of a compound with a name in marks: „Bild“-Zeitung; else 0."""
    if i >= end or sentence[i].text != "-":
        return 0
    closed = sentence[i - 1].text in MARKS and sentence[i - 1].end == sentence[i].start
    tied = i + 1 < end and sentence[i].end == sentence[i + 1].start
    return i + 2 if closed and tied and sentence[i + 1].word.capital else 0


def _shortens(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether the full stop at i shortens the word before it, and the name goes on."""
    return i + 1 < end and len(sentence[i - 1].text) <= _SHORTENED and sentence[i + 1].word.capital


def _particle_end(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind the small words inside a name ("von der", "for the", "da"); else 0.

    German ones stand behind a first name: "Polizei von Köln" is no name.
    """
    j = i + 1
    while j < end and sentence[j].low in _BEHIND_PARTICLE:
        j += 1
    named = j < end and sentence[j].word.capital and not sentence[j].word.classes
    foreign = sentence[i].low in _FOREIGN_PARTICLE and sentence[i - 1].word.capital
    return j if named and (foreign or gender(sentence[i - 1].text) is not None) else 0


def _without_borders(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind "ohne Grenzen", as bodies are called (Apotheker ohne Grenzen); else 0."""
    return i + 2 if i + 1 < end and sentence[i + 1].text == "Grenzen" else 0


def _title_end(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind a capitalised title in marks that opens at i: „Der Spiegel“; else 0."""
    for j in range(i + 2, min(end, i + _TITLE)):
        if sentence[j].text in MARKS:
            return j + 1 if sentence[i + 1].word.capital else 0
    return 0


def _complement(sentence: Sequence[Token], i: int, end: int) -> int | None:
    """The noun of the complement that begins at i, None where none does."""
    low = sentence[i].low
    if low in _GENITIVE:
        noun = framed_noun(sentence, i + 1, end)
        return noun if noun is not None and _genitive(sentence, i, noun) else None
    if low in _BELONGING:
        noun = noun_from(sentence, i + 1, end)
        return noun if noun is not None and _belongs(sentence, i, noun) else None
    if joining := _joining(sentence, i, end):
        behind = i + joining
        possessive = behind < end and sentence[behind].low in _POSSESSIVE
        return noun_from(sentence, behind + possessive, end)
    return bare_noun(sentence, i, end) if _genitive_adjective(sentence, i, end) else None


def _genitive(sentence: Sequence[Token], i: int, noun: int) -> bool:
    """Whether "der" at i opens a genitive: "der neuen Stelle", "der Stelle", not "der Schluss"."""
    before = sentence[noun - 1]
    if sentence[i].low != "der":
        return True
    if noun - 1 > i and before.word.letters and is_attribute(before):
        return not before.low.endswith("e")
    read = nouns.read(sentence[noun].text)
    return read is None or read.plural or read.gender not in ("m", "n")


def _joining(sentence: Sequence[Token], i: int, end: int) -> int:
    """How many words from i join two nouns: "und", "als auch", "noch" behind "weder"; else 0."""
    low = sentence[i].low
    if low in _AND:
        return 1
    if low in _COMPARING:
        return 2 if i + 1 < end and sentence[i + 1].low == "auch" else 0
    before = sentence[max(0, i - _CORRELATE) : i] if low == "noch" else ()
    return int(any(token.low == "weder" for token in before))


def _belongs(sentence: Sequence[Token], i: int, noun: int) -> bool:
    """Whether a phrase with the preposition at i belongs to the noun before it.

    "der Minister für Verkehr", "die Polizei in Köln", "Angaben von X"; not of a time ("am Montag"),
    with a number ("bei 20 Prozent"), nor of a place that is none ("im Einsatz", "in Anspielung"),
    nor what a verb speaks of ("hat die Behörde vom Fund berichtet").
    """
    number = any(token.text[0].isdigit() for token in sentence[i + 1 : noun + 1])
    if number or time_noun(sentence[noun].low):
        return False
    kind = speaker_noun(sentence[noun].text)
    if sentence[i].low == "vom":
        return kind is not None
    if sentence[i].low not in _LOOSE:
        return True
    if kind is None and (is_thing(sentence[noun].text) or sentence[noun].low.endswith(_ABSTRACT)):
        return False
    if kind in ("place", "organisation", "outlet"):
        return True
    people_or_land = kind is None or sentence[i].low == "in"
    return people_or_land and noun == i + 1


def _genitive_adjective(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether an adjective in -er before a noun makes a genitive: "Angaben westlicher Staaten"."""
    token = sentence[i]
    return (
        token.low.endswith("er")
        and not token.word.classes
        and not token.word.capital
        and i + 1 < end
        and sentence[i + 1].word.capital
    )
