"""Hints of reporting: what its words say about a sentence before anything in it is read.

Two of three sentences report nothing, and their words tell: no verb of saying, no Konjunktiv, no
"laut". ``find.WAYS`` names for each way the hints of which a sentence must have one. Where it has
none the way is not asked, and a sentence that no way is asked about is never cut into clauses. So a
hint may be given too often but never too seldom.

A word gives a hint alone ("bestritt") or in the company of others ("kam … auf", "teilte … mit",
"nahm … Stellung"). What each word gives is looked up once, not each time it occurs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from claimtrack.extract.candidates.hint_flags import TOGETHER, Hint
from claimtrack.extract.pointing_words import ends_in
from claimtrack.extract.reach import ANSWERS
from claimtrack.extract.reporting_words import ACTS, adjectives, nouns, reporting_noun, verbs
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.source_end import opinion_noun
from claimtrack.extract.ways.number_verbs import number_verbs
from claimtrack.german.finite import OPENING_MARKS
from claimtrack.german.tokens import SPELLING
from claimtrack.german.verbs import Form
from claimtrack.german.weak_verbs import weak_preterite
from claimtrack.german.words import Word, look_up
from claimtrack.lexicon import classes, table, words
from claimtrack.lexicon.by_word import by_word, endings

Company = frozenset[str]
"""Words of which one must stand in the sentence for a word to give a hint; empty: none need."""

_SPEECH, _ANSWERS = classes("speech_words"), classes("answer_words")
_FUNCTION = classes("function_words")
_ALONE: Company = frozenset()
_ENDING = 4
"""Letters by which a word is told that cannot end in a noun of a list."""

_KONJUNKTIV, _EITHER = int(Form.KONJUNKTIV), int(Form.EITHER)


def hints(sentence: Sentence) -> int:
    """The hints that the words of a sentence give, as flags of :class:`Hint`; it keeps them."""
    if sentence.hinted is None:
        sentence.hinted = _read(sentence)
    return sentence.hinted


def _read(sentence: Sentence) -> int:
    """As :func:`hints`, out of the words."""
    given = Hint.MARKS if sentence.quotations else 0
    asking: list[tuple[int, Company]] = []
    hinting = filter(None, map(_of_word, map(SPELLING, sentence.tokens)))
    for alone, beside in (*hinting, *_of_openers(sentence)):
        given |= alone
        asking += beside
    if asking:
        given = _in_company(given, asking, sentence.lows)
    for first, second, third in TOGETHER:
        if given & first and given & second:
            given |= third
    return given


def _in_company(given: int, asking: Iterable[tuple[int, Company]], lows: frozenset[str]) -> int:
    """The hints with those that words give beside others; of "Presse-Agentur" the last part."""
    parts = [low.rpartition("-")[2] for low in lows if "-" in low]
    near = lows.union(parts) if parts else lows
    for hint, company in asking:
        if not given & hint and not company.isdisjoint(near):
            given |= hint
    return given


Given = tuple[int, tuple[tuple[int, Company], ...]]
"""The hints that a word gives alone, and those that it gives beside others."""


@by_word
def _of_word(spelling: str) -> Given | None:
    """The hints of a word inside a sentence, where none with a capital is a verb; mostly None."""
    word = look_up(spelling.rstrip(".") or spelling)
    alone = _of_spelling(word.low)
    if word.verb is not None and word.verb.inner_zu:
        alone |= Hint.ZU
    return _given(alone) if word.capital else _as_verb(word, alone)


@by_word
def _of_verb(low: str) -> Given | None:
    """The hints of a word in lower case as a verb."""
    return _as_verb(look_up(low), 0)


def _given(alone: int, beside: Iterable[tuple[int, Company]] = ()) -> Given | None:
    return (alone, tuple(beside)) if alone or beside else None


def _of_openers(sentence: Sentence) -> Iterator[Given]:
    """The hints of verbs with a capital: the first word, and one behind a mark that opens words."""
    tokens = sentence.tokens
    places = [0]
    if sentence.quotations or ":" in sentence.lows:
        places += [i for i in range(1, len(tokens)) if tokens[i - 1].text in OPENING_MARKS]
    for i in places:
        given = _of_verb(tokens[i].low) if tokens[i].word.capital else None
        if given is not None:
            yield given


def _of_spelling(low: str) -> int:
    """The hints that a word gives whether it has a capital or not, alone."""
    given = _listed().get(low, 0)
    if low[-_ENDING:] in _noun_ends():
        if reporting_noun(low) is not None:
            given |= Hint.REPORTING_NOUN
        if opinion_noun(low):
            given |= Hint.VIEW
        if ends_in(low, _ANSWERS["reckoned"]):
            given |= Hint.RECKONING
    return given | Hint.NONE if low.startswith("kein") else given


@cache
def _noun_ends() -> frozenset[str]:
    """The last letters of the nouns that give a hint at the end of a compound, too."""
    return endings([*nouns(), *words("opinion_nouns"), *_ANSWERS["reckoned"]], _ENDING)


def _as_verb(word: Word, alone: int) -> Given | None:
    """The hints of a word that may be a verb, with those that it gives otherwise."""
    verb = word.verb
    if verb is None:
        return _given(alone | Hint.UNLISTED if weak_preterite(word) else alone)
    beside: list[tuple[int, Company]] = []
    for lemma in verb.lemmas:
        for hint, company in _of_lemmas().get(lemma, ()):
            if company:
                beside.append((hint, company))
            else:
                alone |= hint
    if verb.form & _KONJUNKTIV:
        alone |= Hint.KONJUNKTIV
    if verb.form & _EITHER:
        alone |= Hint.EITHER
    return _given(alone, beside)


@cache
def _listed() -> dict[str, int]:
    """The hints of each word that is listed for any."""
    given: dict[str, int] = {}
    for hint, members in _BY_WORD:
        for word in members:
            given[word] = given.get(word, 0) | hint
    return given


Rows = Iterator[tuple[str, Company]]
"""Infinitives, each with what must stand beside its forms."""


@cache
def _of_lemmas() -> dict[str, list[tuple[int, Company]]]:
    """By infinitive the hints of its forms: of mitteilen, and of teilen beside mit."""
    given: dict[str, list[tuple[int, Company]]] = {"wollen": [(Hint.WOLLEN, _SPEECH["perfect"])]}
    for hint, rows in _BY_LEMMA:
        for lemma, company in rows():
            given.setdefault(lemma, []).append((hint, company))
            for at in range(1, len(lemma) - 1):
                given.setdefault(lemma[at:], []).append((hint, frozenset([lemma[:at]])))
    return given


def _every(lemmas: Iterable[str], company: Company = _ALONE) -> Rows:
    return ((lemma, company) for lemma in lemmas)


def _reporting() -> Rows:
    yield from ((lemma, cue.beside) for lemma, cues in verbs().items() for cue in cues)
    yield from _every(_SPEECH["overhearing"], frozenset({"zu"}))


def _plain() -> Rows:
    return _every(_SPEECH["plain"])


def _summing_up() -> Rows:
    """The verbs of reported acts, and those that answer what stands before: "…, was X bestritt"."""
    for lemma, cues in verbs().items():
        sums_up = (cue for cue in cues if cue.stance in ANSWERS or not ACTS.isdisjoint(cue.frames))
        yield from ((lemma, cue.beside) for cue in sums_up)


def _denying() -> Rows:
    yield from ((row[0], _beside_denial(row[2], row[3])) for row in table("denial_verbs"))
    yield from _every(_ANSWERS["viewing"], _ANSWERS["against"] | _ANSWERS["contrast"])
    yield from _every(_ANSWERS["denial_verb"], _ANSWERS["denial_noun"])


def _beside_denial(asks: str, beside: str) -> Company:
    """What stands beside a verb of denial: of several words the longest, which is the rarest."""
    if beside != "-":
        return frozenset([max(beside.split(), key=len)])
    return _ANSWERS["false"] if asks == "false" else _ALONE


def _putting() -> Rows:
    yield from ((lemma, _beside_number(*verb)) for lemma, verb in number_verbs().items())
    yield from _every(_ANSWERS["being_known"], frozenset({"bekannt"}))
    yield from _every(_ANSWERS["made_known_to"] | _ANSWERS["lying_before"] | _ANSWERS["coming_in"])


def _beside_number(governors: frozenset[str], _subject: str, beside: frozenset[str]) -> Company:
    """What stands beside a verb that puts numbers; nothing where they are its object."""
    if beside:
        return beside
    return _ALONE if any(word.startswith("-") for word in governors) else governors


def _counting() -> Rows:
    return _every(_ANSWERS["counting"])


_BY_LEMMA: tuple[tuple[int, Callable[[], Rows]], ...] = (
    (Hint.VERB, _reporting),
    (Hint.ACT, _summing_up),
    (Hint.ANY_MOOD, _plain),
    (Hint.DENIAL, _denying),
    (Hint.NUMBER_VERB, _putting),
    (Hint.COUNTING, _counting),
)
"""The hints that the forms of some verbs give; of a separable verb its stem, beside its prefix."""

_BY_WORD: tuple[tuple[int, Iterable[str]], ...] = (
    (Hint.ADJECTIVE, adjectives()),
    (Hint.SOURCE, ("laut", "gemäß", "zufolge", "sicht")),
    (Hint.HENCE, _SPEECH["hence"] | {"wonach"}),
    (Hint.SOLLEN, _SPEECH["hearsay"]),
    (Hint.ALLEGEDLY, _SPEECH["allegedly"]),
    (Hint.SO, ("so",)),
    (Hint.FOR, ("für",)),
    (Hint.OPEN, _SPEECH["open"] | _SPEECH["settled"]),
    (Hint.HEARD, ("rede", "hören")),
    (Hint.DASS, _FUNCTION["complementizer"]),
    (Hint.QUESTION, _FUNCTION["question"]),
    (Hint.ZU, ("zu",)),
    (Hint.ANY_MOOD, (":",)),
    (Hint.NACH, ("nach", "laut")),
    (Hint.VIEW, _SPEECH["view"] | _SPEECH["views"]),
    (Hint.VON, ("von",)),
    (Hint.NONE, ("nichts",)),
    (Hint.KNOWLEDGE, _ANSWERS["knowledge"]),
)
"""The hints that some words give, whether they have a capital or not."""
