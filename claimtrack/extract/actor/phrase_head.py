"""The noun of a speaker's phrase and the name that goes with it.

Shapes: "Seismologin Dr. Maria Lehner", "Vizekanzler und Finanzminister X", "Nachrichtenagentur
Yonhap", "Vorsitzende der SPD Lars Klingbeil", "Außenminister Frankreichs" (no name).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract import reporting_words
from claimtrack.extract.actor.people import BODY_OR_MEMBER, before_particle, name_end
from claimtrack.german import nouns
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.names import is_first_name
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.registry import Registry

_SMALL = classes("actor_words")

_PARTS = tuple(_SMALL["part"])
_COURT = tuple(_SMALL["court"])
_SAYINGS = tuple(_SMALL["saying_end"])


def head_at(words: Sequence[Token], registry: Registry) -> int | None:
    """The index of the last common noun of the run before a name or attribute."""
    head: int | None = None
    for at, word in enumerate(words):
        if not word.word.upper:
            if word.low == "und" and head is not None and _person_follows(words, at, registry):
                continue
            break
        last = at + 1 == len(words) or not words[at + 1].word.upper  # "die Schwester einer Wirtin"
        last = last and head is None and nouns.read(word.text) is not None
        if (word.text in _SMALL["title"] and not last) or (
            at == 0 and is_first_name(word.text) and len(words) > 1
        ):
            if word.text not in _SMALL["title"]:
                break
            continue  # a title, unless it is all there is: "die Professorin"
        noun = nouns.read(word.text)
        if head is None and names_speech(word.text):
            return at
        if noun is None or noun.kind == "none":
            break
        if head is not None and (name_end(words, at, registry) or before_surname(words, at - 1)):
            break
        head = at if head is None or noun.kind == "person" else head
    return head


def before_surname(words: Sequence[Token], at: int) -> bool:
    """Whether a noun that bends as an adjective stands before a surname that looks like a noun.

    Shapes: "die Abgeordnete Hartmann", "der Angeklagte Walter", "Abgeordnete Zimmermann"; not "die
    Vorsitzende Richterin", "Angeklagte Soldaten".
    """
    part, name = nouns.read(words[at].text), nouns.read(words[at + 1].text)
    if part is None or part.bends != "adj" or not part.lemma.lower().endswith(_PARTS):
        return False
    if is_first_name(words[at + 1].text):
        return True
    if name is None or name.kind != "person" or not name.singular or name.bends == "adj":
        return False
    return not name.lemma.lower().endswith(_COURT)


def _person_follows(words: Sequence[Token], at: int, registry: Registry) -> bool:
    """Two offices of one person: "Vizekanzler und Finanzminister Lars Klingbeil"."""
    return any(name_end(words, i, registry) for i in range(at + 1, len(words)))


def names_speech(word: str) -> bool:
    """Whether a noun means words whose holder speaks: Angaben, Vorwurf, Polizeiangaben."""
    if word in _SMALL["saying"] or saying_part(word):
        return True
    return word.lower() in reporting_words.nouns() and speaker_noun(word) is None


def saying_part(word: str) -> str:
    """Whose words a compound means: Polizeiangaben, Regierungsangaben; else nothing."""
    for end in _SAYINGS:
        if word.lower().endswith(end) and len(word) > len(end) + 1:
            part = word[: -len(end)].removesuffix("-")
            return part if nouns.read(part) else _without_link(part)
    return ""


def _without_link(part: str) -> str:
    """The first part of a compound without its linking -s: Regierungs gives Regierung."""
    bare = part.removesuffix("s")
    return bare if nouns.read(bare) else part


def in_name(words: Sequence[Token], at: int) -> bool:
    """Whether a name goes on: "Lula da Silva" does, "Bewertung von Experten" does not."""
    if words[at].text in _SMALL["particle"] and at:
        return before_particle(words[at - 1].text, words[at].text) or not nouns.read(words[-1].text)
    return _nameable(words[at])


def _nameable(word: Token) -> bool:
    return word.word.capital or word.text in _SMALL["particle"] or word.text[0].isdigit()


def called(
    words: Sequence[Token], head: int, registry: Registry
) -> tuple[Sequence[Token], bool, Sequence[Token]]:
    """What follows the noun: its name, whether that is a person's, and the attribute."""
    at = head + 1
    titled = False
    while at < len(words) and words[at].text in _SMALL["title"]:
        at, titled = at + 1, True
    noun = nouns.read(words[head].text)
    of_person = noun is not None and noun.kind == "person"
    if at < len(words) and (words[at].word.capital or words[at].low.startswith(("al-", "el-"))):
        if of_person and _of_known(words, at, registry):
            return (), False, words[at:]
        full = name_end(words, at, registry)
        member = bool(full) and words[head].low.endswith(BODY_OR_MEMBER)
        end = full or _name_run(words, at)
        return words[at:end], of_person or titled or member, words[end:]
    begin = _trailing_name(words, at, registry) if of_person else len(words)
    return words[begin:], begin < len(words), words[at:begin]


def _of_known(words: Sequence[Token], at: int, registry: Registry) -> bool:
    """A genitive behind an office: "der Präsident Frankreichs", "die Außenminister Italiens"."""
    word = words[at].text
    goes_on = at + 1 < len(words) and words[at + 1].word.upper
    if not word.endswith("s") or word.isupper() or goes_on:
        return False
    entry = registry.exact(word)
    return entry is not None and entry.actor.kind != "person"


def _name_run(words: Sequence[Token], at: int) -> int:
    end = at
    while end < len(words) and (_nameable(words[end]) or end == at):
        end += 1
    while end > at and words[end - 1].text in _SMALL["particle"]:
        end -= 1
    return end


def _trailing_name(words: Sequence[Token], at: int, registry: Registry) -> int:
    """Where a person's name begins at the end: "Vorsitzende der SPD Lars Klingbeil"."""
    for begin in range(at + 2, len(words) - 1):
        before = nouns.read(words[begin - 1].text)
        of_body = words[begin - 1].word.upper and not (before and before.kind == "person")
        named = of_body and is_first_name(words[begin].text)
        if named and name_end(words, begin, registry) == len(words):
            return begin
    return len(words)
