"""One name for an outlet, whatever its pages call it: "SPIEGEL ONLINE", "FAZ.NET"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

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
