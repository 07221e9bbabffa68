"""Several speakers in one mention: "Südkorea und der Ukraine", "sowohl Moskau als auch Kiew"."""

from __future__ import annotations

import re

from claimtrack.extract.actor.phrase import SpeakerPhrase, only_adjectives, parse, pieces
from claimtrack.registry import Registry

_AND = re.compile(r"(?<!\s)\s+(?:und|sowie|als auch|wie auch|noch)\s+")

_AND_BEHIND = re.compile(r",\s+(?:und|sowie)\s+")
"""Between two speakers of whom the first has an apposition."""


def coordinated(text: str, registry: Registry) -> list[str]:
    """Cut "Südkorea und der Ukraine" in two; "US- und Nato-Vertreter" is one phrase."""
    if "," in text:
        return _with_appositions(text, registry)
    parts = _AND.split(text)
    if len(parts) < 2 or registry.exact(text):
        return [text]
    parts[0] = re.sub(r"^(?:sowohl|weder)\s+", "", parts[0], flags=re.I)
    phrases = [parse(part, registry) for part in parts]
    if not all(_stands_alone(part, phrase) for part, phrase in zip(parts, phrases, strict=True)):
        return [text]
    return parts if _alike(phrases) else [text]


def _with_appositions(text: str, registry: Registry) -> list[str]:
    """Cut "Mia Lund (34), Chefin der Firma, und Tom Berg (40)" in two; else whole."""
    parts = _AND_BEHIND.split(text)
    if len(parts) != 2:
        return [text]
    first, second = (parse(pieces(part)[0], registry) for part in parts if pieces(part))
    return parts if first.name and (second.person or second.noun) else [text]


def _stands_alone(part: str, phrase: SpeakerPhrase) -> bool:
    if part.endswith("-") or only_adjectives(part) or not any(map(str.isalpha, part)):
        return False
    return bool(phrase.noun) or phrase.name[:1].isupper()


def _alike(phrases: list[SpeakerPhrase]) -> bool:
    """Whether the parts are speakers each, not one with two attributes or two offices."""
    first, *rest = phrases
    open_attribute = bool(first.attribute) and not any(phrase.person for phrase in rest)
    one_office = bool(first.noun) and not first.name and any(p.noun and p.person for p in rest)
    pair = first.read and rest[0].read and first.read.lemma + "in" == rest[0].read.lemma
    swapped = first.read and rest[0].read and rest[0].read.lemma + "in" == first.read.lemma
    return not (open_attribute or one_office or pair or swapped)
