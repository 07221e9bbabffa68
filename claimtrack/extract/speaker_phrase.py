"""The words of a speaker taken apart: determiner, adjectives, noun, name, what stands behind.

Shapes: "Der Chef des westlichen Militärbündnisses NATO, Mark Rutte,"; "Südkoreas Präsident Yoon
Suk Yeol"; "die südkoreanische Nachrichtenagentur Yonhap"; "westlichen Beamten"; "Laut
europäischen Beamten, die … sprachen"; "ein Sprecher des Auswärtigen Amtes"; "Selenskyj".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.extract.names import Word, cut, name_end, small
from claimtrack.german import nouns
from claimtrack.german.names import is_first_name
from claimtrack.registry import Registry

QUOTES = "„“”\"»«‚‘’'"
_ADJECTIVE = re.compile(r".{2,}(?:e|en|er|es|em)$")
_DERIVED = re.compile(r"(?:isch|lich|ig|al|ell|iv|är|end|sam|bar|haft|los)(?:e|en|er|es|em)$")
_SAYINGS = ("angaben", "aussagen", "informationen", "berichten", "berichte")
_BODY_OR_MEMBER = ("rat", "vorstand")
_BRACKET = re.compile(r"\s*\([^)]*\)?")


@dataclass(frozen=True, slots=True)
class SpeakerPhrase:
    """One noun phrase of a speaker. Empty strings and tuples for what it does not have.

    ``core`` is the phrase without determiner; ``owner`` a genitive before the noun
    (*Südkoreas*), ``noun`` the last common noun before a name, ``name`` what the noun is called
    or a bare name, ``attribute`` what hangs behind the noun (*des Auswärtigen Amtes*).
    ``person`` says whether the name is surely one of a person.
    """

    determiner: str = ""
    adjectives: tuple[str, ...] = ()
    owner: str = ""
    noun: str = ""
    read: nouns.Noun | None = None
    name: str = ""
    person: bool = False
    attribute: str = ""
    core: str = ""

    @property
    def plural(self) -> bool:
        """Whether the phrase stands for several: by noun form, determiner, weak endings."""
        if self.read is None or not self.read.plural:
            return False
        if not self.read.singular:
            return True
        low = self.determiner.lower()
        if low in ("dem", "des", "einem", "einen", "eines", "ein", "das"):
            return False
        if self.read.bends:
            return self._weak_plural(low)
        return low not in ("der", "dieser", "jener") and not self._one()

    def _weak_plural(self, low: str) -> bool:
        """Weak and adjectival nouns: der Experte, die/der/den Experten, Experten."""
        bent = self.noun.endswith("n")
        if self.read is not None and self.read.bends == "adj" and not bent:
            return not low and not self.noun.endswith("r") and not self._one()
        return bent

    def _one(self) -> bool:
        return any(adjective.endswith("r") for adjective in self.adjectives)


def pieces(text: str) -> list[str]:
    """A mention cut at its commas; brackets and relative clauses dropped."""
    parts = [part.strip() for part in _BRACKET.sub("", text).split(",")]
    kept: list[str] = []
    for part in filter(None, parts):
        if kept and _is_relative(part):
            break
        kept.append(part)
    return kept


def _is_relative(part: str) -> bool:
    """A clause, not an apposition: it opens with a pronoun and does not end in a noun or name."""
    words = [word for word in cut(part) if word.text[0].isalnum()]
    if not words or words[0].low not in small("relative"):
        return False
    return len(words) < 2 or not words[-1].capital


def parse(text: str, registry: Registry) -> SpeakerPhrase:
    """Take one piece of a mention (without commas) apart."""
    words = [word for word in cut(text) if word.text[0].isalnum()]
    words = _without_lead(words)
    determiner, words = _determiner(words)
    words = _without_participle(words)
    owner, words = _owner(words, registry)
    adjectives, words = _adjectives(words)
    core = " ".join(word.text for word in (*(Word(a, 0, 0) for a in adjectives), *words))
    head = _head(words, registry)
    if head is None:
        return _bare(words, determiner, adjectives, owner, core, registry)
    name, person, rest = _called(words, head, registry)
    return SpeakerPhrase(
        determiner=determiner,
        adjectives=adjectives,
        owner=owner,
        noun=words[head].text,
        read=nouns.read(words[head].text),
        name=name,
        person=person,
        attribute=rest,
        core=core,
    )


def only_adjectives(part: str) -> bool:
    """Whether words stop short of their noun: "Russische" of "russische und ukrainische"."""
    words = cut(part)
    return (
        bool(words)
        and _DERIVED.search(words[-1].text) is not None
        and not nouns.read(words[-1].text)
    )


def _without_lead(words: list[Word]) -> list[Word]:
    at = 0
    while at < len(words) - 1 and words[at].low in small("lead"):
        at += 1
    return words[at:]


def _determiner(words: list[Word]) -> tuple[str, list[Word]]:
    if not words:
        return "", words
    low = words[0].low
    kinds = ("definite", "indefinite", "possessive", "quantity")
    if len(words) > 1 and low in small("quantity") and words[1].low in ("der", "von"):
        return "", words
    if len(words) > 1 and any(low in small(kind) for kind in kinds):
        return words[0].text, words[1:]
    if len(words) > 1 and words[0].text.isdigit():
        return words[0].text, words[1:]
    return "", words


def _without_participle(words: list[Word]) -> list[Word]:
    """Drop a long attribute: "der 2004 verstorbene Präsident", "die in Bonn geborene Meier"."""
    first = words[0] if words else None
    if first is None or not (first.text.isdigit() or first.low in (small("preposition") | {"als"})):
        return words
    for at in range(len(words) - 2, 0, -1):
        bent = not words[at].capital and _ADJECTIVE.match(words[at].text)
        if bent and words[at + 1].capital and words[at].low not in small("definite"):
            return words[at + 1 :]
    return words


def _owner(words: list[Word], registry: Registry) -> tuple[str, list[Word]]:
    """A genitive before the noun: "Südkoreas Präsident", "Hannovers früherer Bürgermeister"."""
    if len(words) < 2 or not words[0].capital or not words[0].text.endswith(("s", "’", "'")):
        return "", words
    if is_first_name(words[0].text) or nouns.read(words[0].text):
        return "", words
    follows = next((word for word in words[1:] if word.capital), None)
    if follows is None or nouns.read(follows.text) is None or registry.exact(words[0].text + " x"):
        return "", words
    return words[0].text, words[1:]


def _adjectives(words: list[Word]) -> tuple[tuple[str, ...], list[Word]]:
    at = 0
    while at < len(words) - 1 and _is_adjective(words[at], at, words):
        at += 1
    if at and words[at].low in small("preposition"):
        at = 0
    return tuple(word.text for word in words[:at]), words[at:]


def _is_adjective(word: Word, at: int, words: list[Word]) -> bool:
    if word.low in ("und", "sowie", "oder"):
        follows = words[at + 1]
        return at > 0 and not follows.capital and _ADJECTIVE.match(follows.text) is not None
    if not word.capital or word.text.startswith("US-a"):
        return _ADJECTIVE.match(word.text) is not None and word.low not in small("definite")
    follows = words[at + 1]
    common = follows.capital and nouns.read(follows.text) is not None
    lower = not follows.capital and (
        follows.low in ("und", "sowie") or _ADJECTIVE.match(follows.text) is not None
    )
    noun = nouns.read(word.text)
    if is_first_name(word.text) or (noun and not (noun.bends == "adj" and common)):
        return False
    return (common or lower) and _ADJECTIVE.match(word.text) is not None


def _head(words: list[Word], registry: Registry) -> int | None:
    """The index of the last common noun of the run before a name or attribute."""
    head: int | None = None
    for at, word in enumerate(words):
        if not word.capital:
            if word.low == "und" and head is not None and _person_follows(words, at, registry):
                continue
            break
        if word.text in small("title") or (at == 0 and is_first_name(word.text) and len(words) > 1):
            if word.text not in small("title"):
                break
            continue
        noun = nouns.read(word.text)
        if head is None and (word.text in small("saying") or saying_part(word.text)):
            return at
        if noun is None or noun.kind == "none":
            break
        if head is not None and name_end(words, at, registry):
            break
        head = at if head is None or noun.kind == "person" else head
    return head


def _person_follows(words: list[Word], at: int, registry: Registry) -> bool:
    """Two offices of one person: "Vizekanzler und Finanzminister Lars Klingbeil"."""
    return any(name_end(words, i, registry) for i in range(at + 1, len(words)))


def saying_part(word: str) -> str:
    """Whose words a compound means: Polizeiangaben gives Polizei; else nothing."""
    for end in _SAYINGS:
        if word.lower().endswith(end) and len(word) > len(end) + 1:
            return word[: -len(end)].removesuffix("-")
    return ""


def _bare(
    words: list[Word],
    determiner: str,
    adjectives: tuple[str, ...],
    owner: str,
    core: str,
    registry: Registry,
) -> SpeakerPhrase:
    """A phrase without a common noun in front: a name, or a noun that no list has."""
    titled = bool(words) and words[0].text in small("title")
    while words and words[0].text in small("title"):
        words = words[1:]
    end = name_end(words, 0, registry) if words else 0
    person = bool(end) or titled
    if not end:
        end = next((i for i, w in enumerate(words) if not _nameable(w)), len(words))
    return SpeakerPhrase(
        determiner=determiner,
        adjectives=adjectives,
        owner=owner,
        name=" ".join(word.text for word in words[:end]),
        person=person,
        attribute=" ".join(word.text for word in words[end:]),
        core=core,
    )


def _nameable(word: Word) -> bool:
    return word.capital or word.text in small("particle") or word.text[0].isdigit()


def _called(words: list[Word], head: int, registry: Registry) -> tuple[str, bool, str]:
    """What follows the noun: its name, whether that is a person's, and the attribute."""
    at = head + 1
    titled = False
    while at < len(words) and words[at].text in small("title"):
        at, titled = at + 1, True
    noun = nouns.read(words[head].text)
    of_person = noun is not None and noun.kind == "person"
    if at < len(words) and (words[at].capital or words[at].low.startswith(("al-", "el-"))):
        if of_person and _of_known(words, at, registry):
            return "", False, " ".join(word.text for word in words[at:])
        full = name_end(words, at, registry)
        member = bool(full) and words[head].low.endswith(_BODY_OR_MEMBER)
        end = full or _name_run(words, at)
        name = " ".join(word.text for word in words[at:end])
        return name, of_person or titled or member, " ".join(word.text for word in words[end:])
    begin = _trailing_name(words, at, registry) if of_person else len(words)
    name = " ".join(word.text for word in words[begin:])
    return name, bool(name), " ".join(word.text for word in words[at:begin])


def _of_known(words: list[Word], at: int, registry: Registry) -> bool:
    """A genitive behind an office: "der Präsident Frankreichs", "die Außenminister Italiens"."""
    word = words[at].text
    if not word.endswith("s") or word.isupper() or (at + 1 < len(words) and words[at + 1].capital):
        return False
    entry = registry.exact(word)
    return entry is not None and entry.actor.kind != "person"


def _name_run(words: list[Word], at: int) -> int:
    end = at
    while end < len(words) and (_nameable(words[end]) or end == at):
        end += 1
    while end > at and words[end - 1].text in small("particle"):
        end -= 1
    return end


def _trailing_name(words: list[Word], at: int, registry: Registry) -> int:
    """Where a person's name begins at the end: "Vorsitzende der SPD Lars Klingbeil"."""
    for begin in range(at + 2, len(words) - 1):
        before = nouns.read(words[begin - 1].text)
        of_body = words[begin - 1].capital and not (before and before.kind == "person")
        named = of_body and is_first_name(words[begin].text)
        if named and name_end(words, begin, registry) == len(words):
            return begin
    return len(words)
