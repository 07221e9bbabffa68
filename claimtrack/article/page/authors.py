"""Who wrote an article: names from bylines, without firms, places, offices and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimtrack.article import agencies
from claimtrack.article.page import outlet
from claimtrack.article.page.label_words import members
from claimtrack.lexicon import table

_BETWEEN = re.compile(r"\s*(?:[;/|&+•·]|\b(?:und|and|sowie|mit)\b)\s*")
OPENS = re.compile(
    r"^(?:(?:ein|eine)\s+\w+\s+von|von|by|text|autor(?:in)?|autor:innen|redaktion|protokoll|"
    r"interview|geschrieben\s+von|zusammengestellt\s+von)(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
"""What a line of authors opens with."""
_BEHIND = re.compile(r"\s*(?:\(|\[|<|@|\b(?:in|aus|zurzeit|z\.\s?Zt\.)\s+[A-ZÄÖÜ]|\d).*$")
_NAME = re.compile(
    r"(?:(?:Dr|Prof)\.\s)*[A-ZÄÖÜ][\w.'’-]*(?:\s(?:von|van|de|der|den|zu|al|el|di|da|ten|[A-ZÄÖÜ][\w.'’-]*)){1,4}"
)


def authors(bylines: Iterable[str], outlets: Iterable[str | None] = ()) -> tuple[str, ...]:
    """The persons among what a page calls its authors, each once, in order.

    "Von Eva Muster, Jan Kubik und dpa" are two, "Eva Muster, Wellstädter Bote, Wien" is one.
    Firms, outlets, newsrooms, agencies, places, offices, addresses and single words are nobody;
    behind a comma only what begins with a known first name is somebody, unless a comma parts all.
    """
    own = {name.casefold() for name in outlets if name}
    people = (name for value in bylines for name in _people(value, own))
    return tuple(dict.fromkeys(people))


def _people(value: str, own: set[str]) -> Iterator[str]:
    for piece in _BETWEEN.split(OPENS.sub("", value.strip())):
        first, *more = piece.split(",")
        for at, part in enumerate((first, *more)):
            name = _BEHIND.sub("", OPENS.sub("", part.strip())).strip(" .:–-")
            if is_person(name, own) and (at == 0 or _called(name)):
                yield name


def is_person(name: str, own: set[str] = frozenset()) -> bool:  # type: ignore[assignment]
    """True if words read as the name of a person: two capitalised words or more, and no outlet."""
    words = name.split()
    return bool(
        _NAME.fullmatch(name)
        and name.casefold() not in own
        and not outlet.registered(name)
        and not agencies.is_agency(name)
        and not (len(words[0]) > 1 and words[0].isupper() and not name.isupper())
        and words[0].casefold() not in members("place")
        and not {word.casefold().strip(".") for word in words}
        & (members("newsroom") | members("role") | members("firm"))
    )


def _called(name: str) -> bool:
    """True if a name begins with a first name that is known."""
    return name.split()[0].strip(".") in _first_names()


def _first_names() -> frozenset[str]:
    return frozenset(name for row in table("first_names") for name in row[1].split())
