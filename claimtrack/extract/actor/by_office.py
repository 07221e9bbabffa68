"""Offices: the person whom the text itself calls "der ukrainische Präsident", "der Minister"."""

from __future__ import annotations

from functools import cache

from claimtrack.extract.actor.discourse import Discourse
from claimtrack.extract.actor.people import Name
from claimtrack.extract.actor.phrase import SpeakerPhrase
from claimtrack.extract.actor.trace import Fallen
from claimtrack.lexicon import classes, table
from claimtrack.registry import bodies
from claimtrack.registry.spelling import fold, stems

_EITHER = ("ende", "ender")
"""Ends of nouns for men and women alike: Vorsitzende."""

_SMALL = classes("actor_words")
_WHERE = ("im ", "am ", "beim ", "auf ", "vor ", "nach ")
"""How words begin that say where somebody speaks, not of what an office is."""


def holder(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> str | None:
    """Who holds the office that a phrase names, by what the text said before the place ``at``.

    What the text says later counts when nothing was said before. Two people who could be meant
    are none; so is "ein Minister".
    """
    if phrase.plural or phrase.determiner.lower() in ("ein", "eine", "einer", "eines", "einem"):
        return None
    office = phrase.read.lemma if phrase.read else phrase.noun
    attribute = "" if phrase.attribute.startswith(_WHERE) else phrase.attribute
    of = " ".join((*phrase.adjectives, phrase.owner, attribute))
    fitting = [
        name
        for given, names in discourse.offices.items()
        for name in names
        if (same_office(office, given) or _leads_it(office, name)) and _same_owner(of, name)
    ]
    before = [name for name in fitting if name.start < at]
    able = before or _exact(fitting, office)
    held = _only(able, discourse)
    if held is None:
        several = dict.fromkeys(discourse.canonical(name.text) for name in able)
        why = f"not the only {office} of the text"
        discourse.fallen += [Fallen(candidate, why) for candidate in several]
    return held


def _only(names: list[Name], discourse: Discourse) -> str | None:
    holders = {discourse.canonical(name.text) for name in names}
    return holders.pop() if len(holders) == 1 else None


def _exact(names: list[Name], office: str) -> list[Name]:
    return [name for name in names if name.office == office]


def same_office(office: str, given: str) -> bool:
    """Whether a word for an office can take up another: Minister for Außenminister, Kanzler.

    A Verbandsvize is whoever is Vize-… of it, a woman as well.
    """
    a, b = office.lower(), given.lower()
    if a == b or b.endswith(a) or a.endswith(b):
        return True
    if a.endswith("vize"):
        return b.startswith("vize") or b.endswith("vize")
    masculine = a.removesuffix("in")
    siblings = _siblings(b.removesuffix("in").removeprefix("us-"))
    sibling = masculine.endswith(tuple(siblings)) or a in siblings
    return sibling and a.endswith("in") == b.endswith("in")


def _leads_it(office: str, name: Name) -> bool:
    """Whether an office is that of somebody who leads a body, by another word for leading it.

    Shapes: Verbandschefin of a Winzerverbandspräsidentin or a Präsidentin des Winzerverbands;
    Direktor of a Museumsleiter.
    """
    body, leads = _led(office)
    theirs, led = _led(name.office)
    either = office.endswith(_EITHER)
    if not (leads and led) or not (either or office.endswith("in") == _of_woman(name)):
        return False
    if not body:
        return bool(theirs) and {leads, led} <= _SMALL["heading"]
    owners = [theirs] if theirs else [_unlinked(word.lower()) for word in name.of.split()]
    return any(owner.endswith(body) for owner in owners)


def _of_woman(name: Name) -> bool:
    """Whether an office is a woman's, by its noun or her name: Direktorin, Vorsitzende."""
    return name.office.endswith("in") or (name.office.endswith(_EITHER) and name.gender == "f")


@cache
def _led(office: str) -> tuple[str, str]:
    """The body of an office's noun and the end by which it leads it, both may be empty."""
    low = office.lower().removesuffix("r") if office.endswith("ender") else office.lower()
    led = max((end for end in _SMALL["leading"] if low.endswith(end)), key=len, default="")
    return (_unlinked(low.removesuffix(led)), led) if led else ("", "")


def _unlinked(part: str) -> str:
    """The first part of a compound, or a genitive, without its -s: verbands, Verbandes."""
    return part.removesuffix("-").removesuffix("s").removesuffix("e")


@cache
def _siblings(office: str) -> frozenset[str]:
    """The other words for an office, or for the longest one that it ends in: Verkehrsminister."""
    listed = (known for known in _others() if office.endswith(known))
    return _others().get(max(listed, key=len, default=""), frozenset())


@cache
def _others() -> dict[str, frozenset[str]]:
    rows = table("offices")
    return {row[0].lower(): frozenset(row[1].lower().split()) for row in rows}


def _same_owner(of: str, name: Name) -> bool:
    """Whether what an office is of does not differ; nothing said goes with everything."""
    given = f"{name.of} {_prefix(name.office)}"
    words = {word for word in stems(fold(of)).split() if len(word) > 3}
    if not words:
        return True
    owner, owner_here = bodies.owner(of), bodies.owner(given)
    if owner and owner_here:
        return owner == owner_here
    if not _says_whose(given):
        return owner is not None or not _says_whose(of)
    return bool(words & set(stems(fold(given)).split()))


def _says_whose(of: str) -> bool:
    return any(word[:1].isupper() or bodies.state_of(word) for word in of.split())


def _prefix(office: str) -> str:
    return "USA" if office.startswith("US-") else ""
