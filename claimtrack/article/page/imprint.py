"""Who wrote an article and who printed it: one name for an outlet, the persons in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from claimtrack.article import agencies
from claimtrack.article.page.label_words import members
from claimtrack.lexicon import table

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "&": "", "+": ""})
_SUFFIX = re.compile(r"\.(?:de|at|ch|com|net|org|eu|info|tv|news|li)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|–—·•»›/-]\s+|\s+:\s+")
_WORDS = 2


def outlet(names: Iterable[str | None], url: str | None = None) -> str | None:
    """The register's name for the first of some names that it knows, else the first name.

    Legal forms, ``@`` and the ending of an address are no part of a name. The host of ``url`` is
    looked up like a name; where there is no other it is the name.
    """
    bare = [name for name in map(_bare, filter(None, names)) if name]
    host = _host(url)
    known = (registered(name) for name in (*bare, *([host] if host else [])))
    return next(filter(None, known), None) or next(iter(bare), None) or host


def registered(name: str) -> str | None:
    """The register's name for what may be an outlet, or None."""
    whole = next((_outlets()[key] for key in _keys(name) if key in _outlets()), None)
    first, _, rest = name.partition(" ")
    if whole is None and rest:  # "RND RedaktionsNetzwerk Deutschland"
        short = registered(first)
        return short if short and short == registered(rest) else None
    return whole


def split(title: str, names: Iterable[str | None]) -> tuple[str, str | None]:
    """A title without the outlet that stands before or behind it, and that outlet.

    "Hafen gesperrt | Politik | SPIEGEL ONLINE" is the title "Hafen gesperrt | Politik": what is a
    section's name only the visible headline tells.
    """
    own = {key for name in names if name for key in _keys(name)}
    parts = _PARTS.split(title)
    marks = _PARTS.findall(title)
    for at in (len(parts) - 1, 0):
        part = parts[at].strip()
        if len(parts) > 1 and (registered(part) or own & set(_keys(part))):
            rest = parts[:at] + parts[at + 1 :]
            between = marks[:-1] if at else marks[1:]
            joined = "".join(map("".join, zip(rest, [*between, ""], strict=True)))
            return joined.strip(), part
    return title, None


def behind(title: str, headline: str | None) -> str | None:
    """What a page's title has behind the headline, if that can be an outlet's name."""
    parts = _PARTS.split(title)
    if len(parts) < 2 or not headline or parts[0].strip() != headline.strip():
        return None
    last = parts[-1].strip()
    return last if len(last.split()) >= _WORDS or _SUFFIX.search(last) else None


def _bare(name: str) -> str:
    """A name without legal forms and the like."""
    words = name.strip().lstrip("@").split()
    while len(words) > 1 and words[-1].strip(",").casefold() in members("firm"):
        words.pop()
    return " ".join(words).strip(" ,")


def _keys(name: str) -> Iterator[str]:
    """The spellings under which a name may stand in the register, the fullest first."""
    bare = _bare(name)
    yield _folded(bare)
    words = [word for word in re.split(r"[\s._-]+", _SUFFIX.sub("", bare)) if word]
    yield _folded("".join(words))
    core = [word for word in words if word.casefold() not in members("extra")]
    if core:
        yield _folded("".join(core))


def _folded(name: str) -> str:
    return re.sub(r"\W|_", "", name.casefold().translate(_SPELLED))


def _host(url: str | None) -> str | None:
    """The host of an address without "www."; None without one."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www|m|amp|mobil|mobile)\.", "", host) if host else None


@cache
def _outlets() -> dict[str, str]:
    """The outlets of the register by their folded names, with and without an article."""
    by_key: dict[str, str] = {}
    for row in table("actor_bodies"):
        if row[1] == "outlet":
            for name in (row[0], *row[3].split("|")):
                for key in (_folded(name), _folded(re.sub(r"^(?:Der|Die|Das|The) ", "", name))):
                    if key:
                        by_key.setdefault(key, row[0])
    return by_key


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
        and not registered(name)
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
