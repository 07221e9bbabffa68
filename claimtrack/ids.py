"""Names that last: ids for claims and articles, stamps that tell the parser's work from a hand's.

All are made from content alone, so that two people who read the same article get the same ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from claimtrack.fields import of
from claimtrack.model import Claim, Figure

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Base 32 after Crockford: no i, l, o, u, which are read as 1, 1, 0, v."""

_LONGEST_NAME = 24
_GERMAN = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a",
        "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    }
)  # fmt: skip
_BRACKET = re.compile(r"\([^)]*(?:\)|\Z)")
_SUFFIX = re.compile(r"[ivxlcdm]+\.|[ivx]{2,}|[js]r\.?|\d+\.?", re.I)


_LATER = tuple(
    field
    for field in of("reading")
    if field.name
    not in (
        "actor", "via", "cites", "kind", "stance", "confidence", "hedge", "said", "about",
        "figures",
    )
)  # fmt: skip


def claim_id(actor: str | None, article: str, words: str, taken: Container[str]) -> str:
    """An id such as ``selenskyj-7k2f9q``: who says it, and a hash of article and words.

    ``claim-…`` when nobody is named. An id in ``taken`` is made longer, never numbered, so that
    the order in which claims are read does not matter.
    """
    name = _surname(actor) if actor else "claim"
    number = int.from_bytes(_hash(article, words), "big")
    letters = (ALPHABET[number >> shift & 31] for shift in range(250, -1, -5))
    ident = f"{name}-{''.join(islice(letters, 6))}"
    while ident in taken and (letter := next(letters, "")):
        ident += letter
    return ident


class Taken:
    """Ids in use: those of a ledger, however it has them at hand, and those given since."""

    def __init__(self, *of_ledger: Container[str]) -> None:
        self._of_ledger = of_ledger
        self._given: set[str] = set()

    def __contains__(self, ident: object) -> bool:
        return ident in self._given or any(ident in ids for ids in self._of_ledger)

    def add(self, ident: str) -> None:
        """Notes an id that was given."""
        self._given.add(ident)


def article_id(name: str) -> str:
    """A stem or title as an id: ASCII, lower case, hyphens; ``article`` if nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_fold(name)).strip("-") or "article"


def trace(words: str) -> str:
    """Six hex digits of a quotation: how an article remembers what was ever written for it.

    White space does not count, nor does the reading: a claim that a person deleted stays away
    when the parser comes to read it otherwise.
    """
    return _hash(" ".join(words.split())).hex()[:6]


def stamp(claim: Claim) -> str:
    """Six hex digits of a claim's words and reading.

    A claim whose stamp is still the one noted in its ``read`` was not touched since the parser
    wrote it. Places in the article are left out, because a corrected article moves them; so are
    intervals, which follow from a figure's words.
    """
    return _hash(*_reading(claim)).hex()[:6]


def ruling_stamp(claim: Claim) -> str:
    """Six hex digits of all that a claim says in a comparison, for who decides on it.

    That is its stamp, and with an analyst's own wording, which is read instead of the quotation,
    another one.
    """
    if not claim.claim:
        return stamp(claim)
    return _hash(*_reading(claim), " ".join(claim.claim.split())).hex()[:6]


def _reading(claim: Claim) -> Iterator[str]:
    yield " ".join(claim.quote.text.split()) if claim.quote else ""
    for names in (claim.actors, claim.via, claim.cites):
        yield "\n".join(names)
    for word in (claim.kind, claim.stance, claim.confidence, claim.hedge, claim.said, claim.about):
        yield word or ""
    # Fields that came later count where they hold something: a claim without keeps its stamp.
    for field in _LATER:
        if value := getattr(claim, field.of_claim):
            yield "\n".join((field.name, *((value,) if isinstance(value, str) else value)))
    for figure in claim.figures:
        yield "\n".join(_figure(figure))


def _figure(figure: Figure) -> Iterator[str]:
    yield figure.text
    yield figure.what or ""
    yield figure.state or ""
    yield "" if figure.low is None else f"{figure.low:g}"
    yield "" if figure.high is None else f"{figure.high:g}"
    yield from figure.scope


def ascii_fold(text: str) -> str:
    """Lower case without umlauts (ä → ae, ß → ss) and accents; what has no ASCII is dropped."""
    spelled = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", spelled)
    return plain.encode("ascii", "ignore").decode("ascii")


@lru_cache(maxsize=4096)
def _surname(actor: str) -> str:
    """The last word that tells somebody apart: not "XVI.", "jr.", nor what is in brackets."""
    words = _BRACKET.sub(" ", actor).split()
    while len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        words.pop()
    name = article_id(words[-1])[:_LONGEST_NAME].strip("-") if words else ""
    return name if name and name != "article" else "claim"


def _hash(*parts: str) -> bytes:
    whole = "\0".join(parts).encode("utf-8", "surrogatepass")
    return sha256(whole).digest()


def digest(*content: bytes | memoryview) -> str:
    """A hash of a file's content, whole or in parts."""
    checksum = sha256()
    for part in content:
        checksum.update(part)
    return checksum.hexdigest()


class Named(NamedTuple):
    """Of a claim, what its id is, and else what it is made of."""

    id: str | None
    actor: str | None
    article: str | None
    words: str


def idents(claims: Iterable[Named]) -> Iterator[str]:
    """The ids of a ledger's claims, in their order; each made of its claim's content if missing."""
    known = list(claims)
    taken = {claim.id for claim in known if claim.id}
    for claim in known:
        ident = claim.id or claim_id(claim.actor, claim.article or "", claim.words, taken)
        taken.add(ident)
        yield ident
