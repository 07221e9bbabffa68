"""Words that a person typed, looked up in an article: as a keyboard has them, not as print does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from claimtrack.ledger.document.relocate import places
from claimtrack.ledger.errors import LookupFailedError
from claimtrack.ledger.format.quoted import GAP
from claimtrack.model import Span

_MARKS = ("\"„“”«»‹›‚‘’'`´", "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}–—\N{MINUS SIGN}")
"""Signs for which others may be typed: quotation marks and apostrophes, hyphens and dashes."""

_SOFT = "\N{SOFT HYPHEN}"
_SHOWN = 5
_NEAR = 0.4
"""So much of the letters has to stand in common words for a passage to be called near."""


def looked_up(typed: str, body: str) -> tuple[Span, ...]:
    """The only place of some words; of words with gaps (“ … ”) those of their pieces in turn.

    White space may differ, and so may quotation marks, dashes and soft hyphens where the words do
    not stand there letter for letter. Raises LookupFailedError, which tells the places when there
    are several, and what is near when there is none.
    """
    whole = _at_words(places(typed, body) or _alike(typed, body), body)
    if len(whole) > 1:
        raise LookupFailedError(
            f"the words occur {len(whole)} times: type more of them, or choose one"
            f" with --at: {'; '.join(_after(span, body) for span in whole[:_SHOWN])}"
        )
    if whole:
        return tuple(whole)
    pieces = re.sub(r"\s(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s", GAP, typed).split(GAP)
    stands = [_at_words(_alike(piece, body), body) for piece in pieces]
    for piece, there in zip(pieces, stands, strict=True):
        if not there:
            raise LookupFailedError(f"the article does not have these words{_near(piece, body)}")
    chains = list(_chains(stands))
    if not chains:
        raise LookupFailedError("the article does not have these words in this order")
    return min(chains, key=lambda chain: chain[-1].end - chain[0].start)


def at_place(typed: str, at: str, body: str) -> tuple[Span, ...]:
    """The ranges that were named (``46-55``, or several with commas between).

    Raises LookupFailedError for a range that is none, or when words were typed as well and do not
    stand there.
    """
    spans = tuple(_range(part.strip(), body) for part in at.split(","))
    there = GAP.join(body[span.start : span.end] for span in spans)
    if typed and not re.fullmatch(_pattern(typed), there):
        raise LookupFailedError(f"at {at} the article has: {' '.join(there.split())}")
    return spans


def _range(typed: str, body: str) -> Span:
    start, _, end = typed.partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(body)):
        raise LookupFailedError(f"“{typed}” is not a range of the article's {len(body)} characters")
    return Span(int(start), int(end))


def _alike(typed: str, body: str) -> list[Span]:
    """Everywhere that some words stand, whatever signs are printed where these were typed."""
    return [Span(*match.span()) for match in re.finditer(_pattern(typed), body)]


def _at_words(spans: list[Span], body: str) -> list[Span]:
    """The places where no word is cut, if there are such."""
    whole = [
        span
        for span in spans
        if not re.match(r"\w\B", body[max(0, span.start - 1) : span.start + 1])
        and not re.match(r"\w\B", body[span.end - 1 : span.end + 1])
    ]
    return whole or spans


def _pattern(typed: str) -> str:
    words = unicodedata.normalize("NFC", typed).replace(_SOFT, "").split()
    return r"\s+".join(f"{_SOFT}?".join(map(_sign, word)) for word in words) or r"(?!)"


def _sign(char: str) -> str:
    """A character, or what may be printed for it; umlauts also as letter and dots apart."""
    for marks in _MARKS:
        if char in marks:
            return f"[{re.escape(marks)}]"
    apart = unicodedata.normalize("NFD", char)
    return re.escape(char) if apart == char else f"(?:{re.escape(char)}|{re.escape(apart)})"


def _chains(places: list[list[Span]]) -> Iterator[tuple[Span, ...]]:
    """From each place of the first piece on, the next place of each other piece."""
    for first in places[0]:
        chain = [first]
        for there in places[1:]:
            later = next((span for span in there if span.start >= chain[-1].end), None)
            if later:
                chain.append(later)
        if len(chain) == len(places):
            yield tuple(chain)


def _after(span: Span, body: str) -> str:
    before = " ".join(body[max(0, span.start - 30) : span.start].split())
    return f"{span.start}-{span.end} (after “{before}”)"


def _near(typed: str, body: str) -> str:
    """The passage that shares most of the words, as the end of a message."""
    words = re.findall(r"\w+", typed.lower())
    printed = [(match.group().lower(), match) for match in re.finditer(r"\w+", body)]
    best, at = (0.0, False), 0
    for start in _starts(words, [word for word, _ in printed]):
        window = [word for word, _ in printed[start : start + len(words)]]
        score = _shared(words, window)
        best, at = max(
            (best, at), ((score, window[0] == words[0]), start), key=lambda scored: scored[0]
        )
    if best[0] < _NEAR:
        return ""
    first, final = printed[at][1], printed[min(at + len(words), len(printed)) - 1][1]
    there = " ".join(body[first.start() : final.end()].split())
    return f"; similar words at {first.start()}-{final.end()}: {there}"


def _shared(words: list[str], window: list[str]) -> float:
    """The share of the letters, 0 to 1, that stand in words which both have in one order."""
    blocks = SequenceMatcher(None, words, window, autojunk=False).get_matching_blocks()
    common = sum(len(word) for at, _, size in blocks for word in words[at : at + size])
    return 2 * common / sum(map(len, (*words, *window)))


def _starts(words: list[str], printed: list[str]) -> Iterable[int]:
    """Where a passage may begin so that one of the words is in its place."""
    wanted: dict[str, list[int]] = {}
    for offset, word in enumerate(words):
        wanted.setdefault(word, []).append(offset)
    starts = {at - offset for at, word in enumerate(printed) for offset in wanted.get(word, ())}
    return sorted(start for start in starts if start >= 0)
