"""The noun that a number counts: behind it, before it, shared with another number or left out."""

from __future__ import annotations

import re

from claimtrack import lexicon
from claimtrack.extract.figure.state_words import hits, words_of
from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.document import Document
from claimtrack.german.numbers import Counted, Quantity, counted_after
from claimtrack.german.verbs import read
from claimtrack.model import Span

COUNTS = frozenset({"cardinal", "range", "vague", "fraction"})
"""The kinds of quantity that count something."""

SUMS = frozenset(
    {"percent", "money", "mass", "volume", "area", "energy", "power", "magnitude"}
    | {"speed", "temperature", "pressure", "loudness", "dose"}
)
"""The kinds that measure something."""

_SKIPPED = re.compile(
    r"(?:\s(?:weitere[rn]?|andere[rn]?|zusätzliche[rn]?|mehr|insgesamt))?"
    r"(?:\s(?:der|von den|von|dieser|aller|ihrer|seiner|an))?(?=\s)"
)
_SHARE_OF = re.compile(r"\s(?:des|eines|dieses|ihres|seines)(?=\s)")
_OF_TIME = re.compile(
    r"(?:(?:[Jj]ahr|[Mm]onat|[Tt]ag|[Jj]ahrhundert|[Jj]ahrzehnt|[Ss]piel|[Ww]eg)e?s|[Ss]aison)\Z"
)
_STRENGTH = re.compile(r"\b(?:Stärke|Magnitude|Erdbebenstärke|Bebenstärke)\b")
_STRONGEST = 10  # of any earthquake
_PART_IN_ROW = re.compile(r"\b(?:ander|erst|zweit|dritt|letzt|nächst)e[rn]?\s\Z")
_PREPOSITION = re.compile(r"\b(von|mit|auf)\s(?:den\s)?\Z")
_OF_THOSE = re.compile(r"\b(?:[Vv]on|[Uu]nter)\s(?:den|diesen|ihren|seinen)\s(?:insgesamt\s)?\Z")
_IT_WAS = re.compile(r"\b(?:seien|sind|waren|wären|werden)\ses\s(?:noch\s|nur\s|bereits\s)?\Z")
_NEAR = 160  # characters back to a noun that is left out
_ELIDED = re.compile(
    r"((?:\s[a-zäöüß][\w-]*)*\s[a-zäöüß][\w-]*e([nrm]?))(?:\s(?:und|oder|sowie)|,)\s"
)
_PARTITIVE = re.compile(r"\s(?:der|des|von|von den|dieser|aller|ihrer|seiner|an)\s")
_NUMBER_OF = re.compile(r"\b(?:Zahl|Anzahl|Gesamtzahl|Höchstzahl)\s(?:der|von|aller)(?=\s)")
_NUMBER_NOUN = re.compile(r"\b[A-ZÄÖÜ]\w+zahl(?:en)?\b")
_FIRST = re.compile(r"\W*(?:Auf|Mit)\s(?:[a-zäöüß]+\s){0,2}\Z")
_BREAK = re.compile(r",(?!\d)|[;:]")
_PUT_ON = re.compile(
    r"\b(?:die|ihre|seine)\s((?:[a-zäöüß]+en\s)*([A-ZÄÖÜ][\w-]+))"
    r"(?:\s[a-zäöüß]+(?!\s\w+\s(?:auf|mit)\s))?\s(?:auf|mit)\s\Z"
)
_FRONTED = re.compile(
    r"([A-ZÄÖÜ][\w-]+(?:e|en|er|n|s))\s(?:seien|sind|waren|wurden|werden|gebe es|gibt es|gab es"
    r"|habe man|hat man|haben wir)\s(?:[a-zäöüß]+\s){0,3}\Z"
)
_BODIES = frozenset({"organisation", "outlet", "place"})
_NO_NOUN_BEHIND = re.compile(r"(?:\s[a-zäöüß]+)*(?:[.,;:!?“”«»]|\Z)")


def noun_of(document: Document, index: int) -> Counted | None:
    """What is counted: behind the number, behind the whole of a part, or before: Zahl der Toten."""
    found = document.quantities
    while found[index].role == "part":
        index += 1
    quantity = found[index]
    skipped = _SKIPPED.match(document.text, quantity.end)
    shares = quantity.kind in ("percent", "mass", "volume")
    if quantity.kind in SUMS and not (shares and _PARTITIVE.match(document.text, quantity.end)):
        return _behind_sum(document, quantity)
    behind = counted_after(document.text, skipped.end() if skipped else quantity.end)
    return (
        behind
        or _share_of(document, quantity)
        or _shared(document, index)
        or _before(document, quantity)
        or _behind_verb(document, quantity)
    )


def _share_of(document: Document, quantity: Quantity) -> Counted | None:
    """ein Drittel des Stadtgebiets; not "die zweite Hälfte des Films", "die Hälfte des Jahres"."""
    match = _SHARE_OF.match(document.text, quantity.end) if quantity.kind == "fraction" else None
    if not match or _PART_IN_ROW.search(document.text, max(0, quantity.start - 10), quantity.start):
        return None
    behind = counted_after(document.text, match.end())
    return None if behind and _OF_TIME.search(document.text, behind.start, behind.end) else behind


def _shared(document: Document, index: int) -> Counted | None:
    """81 bestätigte und 24 wahrscheinliche Fälle: adjectives alike in ending, one noun."""
    own = _elided(document, index)
    behind = counted_after(document.text, document.quantities[index + 1].end) if own else None
    if not own or not behind or behind.start == behind.noun:
        return None
    alike = document.text[behind.start : behind.noun].split()[-1].endswith("e" + own[2])
    verb = any(word in lexicon.words("number_no_adjectives") for word in own[1].split())
    return Counted(own.start(1) + 1, behind.noun, behind.end) if alike and not verb else None


def _elided(document: Document, index: int) -> re.Match[str] | None:
    """The adjectives between a number and the next that is bound to it."""
    one, *rest = document.quantities[index : index + 2]
    return _ELIDED.fullmatch(document.text, one.end, rest[0].start) if rest else None


def noun_left_out(document: Document, index: int) -> Counted | None:
    """The noun of a number before: 17 weitere · sprach von 200 Gästen, die Presse von 500."""
    quantity = document.quantities[index]
    if quantity.kind in COUNTS and index and (whole := _whole_before(document, index)):
        return whole
    after = _PREPOSITION.search(document.text, max(0, quantity.start - 9), quantity.start)
    if quantity.kind not in COUNTS or not (after or quantity.role == "more"):
        return None
    for earlier in range(index - 1, -1, -1):
        before = document.quantities[earlier]
        if quantity.start - before.end > _NEAR or before.kind in SUMS:
            return None
        phrase = noun_of(document, earlier) if before.kind in COUNTS else None
        if phrase and phrase.end < quantity.start:
            same = _PREPOSITION.search(document.text, max(0, before.start - 9), before.start)
            parallel = after and same and after[1] == same[1]
            bare = Counted(phrase.noun, phrase.noun, phrase.end)
            return bare if parallel or (not after and not _says_state(document, phrase)) else None
    return None


def _whole_before(document: Document, index: int) -> Counted | None:
    """What is counted of a whole named before, or at another time.

    "Von den 402 Festgenommenen seien 141 frei"; "38 Nester habe man gefunden, im Vorjahr seien es
    elf gewesen".
    """
    before, quantity = document.quantities[index - 1 : index + 1]
    compared = _IT_WAS.search(document.text, max(0, quantity.start - 30), quantity.start)
    led = compared or _OF_THOSE.search(document.text, max(0, before.start - 20), before.start)
    phrase = noun_of(document, index - 1) if led and before.kind in COUNTS else None
    if phrase is None or phrase.end > quantity.start or quantity.start - before.end > _NEAR:
        return None
    if not compared and _BREAK.search(document.text, phrase.end, quantity.start):
        return None
    return Counted(phrase.noun, phrase.noun, phrase.end)


def _says_state(document: Document, phrase: Counted) -> bool:
    """Whether the noun is one of the dead, the injured …, which others need not be."""
    return any(True for _ in hits("noun", words_of(document, phrase.noun, phrase.end)))


def _behind_sum(document: Document, quantity: Quantity) -> Counted | None:
    """20.000 Tonnen Getreide, 500 Millionen Euro Schulden: the noun right behind, no name."""
    behind = counted_after(document.text, quantity.end)
    return behind if behind and behind.start == behind.noun else None


def _before(document: Document, quantity: Quantity) -> Counted | None:
    """Die Zahl der Toten stieg auf 300; die Opferzahl liegt bei 20."""
    start = document.part_span(quantity.start).start
    for end in _BREAK.finditer(document.text, start, quantity.start):
        start = end.end()
    of = list(_NUMBER_OF.finditer(document.text, start, quantity.start))
    if of:
        return counted_after(document.text, of[-1].end())
    noun = _NUMBER_NOUN.search(document.text, start, quantity.start)
    if not noun and "," in quantity.text and (quantity.value or _STRONGEST) < _STRONGEST:
        noun = _STRENGTH.search(document.text, start, quantity.start)
    return Counted(noun.start(), noun.start(), noun.end()) if noun else None


def _behind_verb(document: Document, quantity: Quantity) -> Counted | None:
    """Auf 300 schätzte die Polizei die Zahl der Toten; mit 20 gab das Amt die Opferzahl an.

    Only where the number opens its part of the sentence.
    """
    part = document.part_span(quantity.start)
    if quantity.kind not in COUNTS or not _FIRST.match(document.text, part.start, quantity.start):
        return None
    cut = _BREAK.search(document.text, quantity.end, part.end)
    end = cut.start() if cut else part.end
    if of := _NUMBER_OF.search(document.text, quantity.end, end):
        return counted_after(document.text, of.end())
    noun = _NUMBER_NOUN.search(document.text, quantity.end, end)
    return Counted(noun.start(), noun.start(), noun.end()) if noun else None


def object_before(document: Document, quantity: Quantity) -> Counted | None:
    """What a verb puts a number on: "bezifferte die Verletzten auf neun", "gab die Toten mit 4 an".

    Only where the number counts, and no noun behind it says what. The noun may be who counts, too:
    "kam die Polizei auf 300".
    """
    start = document.part_span(quantity.start).start
    found = _PUT_ON.search(document.text, start, quantity.start)
    if quantity.kind not in COUNTS or found is None or time_noun(found[2].lower()):
        return None
    if found[2].endswith(("Zahl", "zahl")):
        return None  # of what was told of before
    if speaker_noun(found[2]) in _BODIES or _comes(document.text[start : found.start()]):
        return None
    return Counted(found.start(1), found.start(2), found.end(2))


def _comes(lead: str) -> bool:
    """Whether the verb right before who counts is kommen, which has no object."""
    *_, last = ["", *lead.split()]
    verb = read(last.lower())
    return verb is not None and "kommen" in verb.lemmas


def fronted(document: Document, quantity: Quantity) -> Counted | None:
    """The noun that opens the sentence, parted from its number: "Bäume seien 40 gefällt worden"."""
    start = document.part_span(quantity.start).start
    found = _FRONTED.match(document.text, start, quantity.start)
    behind = _NO_NOUN_BEHIND.match(document.text, quantity.end)
    if quantity.kind not in COUNTS or not found or not behind or time_noun(found[1].lower()):
        return None
    return Counted(found.start(1), found.start(1), found.end(1))


def own_adjectives(document: Document, index: int, phrase: Counted) -> Span:
    """The adjectives that are the number's own, without those of a second number."""
    own = _elided(document, index)
    shared = own is not None and own.end() < phrase.noun
    return Span(phrase.start, own.end(1) if own and shared else phrase.noun)
