"""Two sources side by side: what both have and how it differs, and what only one has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.analysis.claim_diff import Difference, differing_words, is_one
from claimtrack.analysis.diff import Diff, Match
from claimtrack.analysis.facing import RANK, Facing
from claimtrack.conflicts.verdicts import Gap, gap
from claimtrack.model import Claim, Span
from claimtrack.render import wording
from claimtrack.render.conflict_side import apart, quotation
from claimtrack.render.marked import folded, marked
from claimtrack.render.screen import Piece, Screen, line
from claimtrack.render.text_columns import width

Link = Callable[[Claim], str | None]


def views(diff: Diff, a: str, b: str, screen: Screen, link: Link) -> Iterator[str]:
    """The lines: what both have and tell differently, the same, what they count; then the rest.

    A claim that two versions of a ledger have unchanged is not shown. ``link`` gives the address
    of a claim's line, or None.
    """
    differing = diff.differing
    shown = (match for match in diff.matched if match.differences or not is_one(match.a, match.b))
    alike = [match for match in shown if match not in differing]
    page = _Page(screen, link, _several(diff))
    for title, matches in (("In both, with differences", differing), ("In both", alike)):
        yield from _title(title, len(matches), screen)
        for match in matches:
            yield from _match(match, page)
    yield from _title("On the same thing", len(diff.faced), screen)
    for facing in diff.faced:
        yield from _facing(facing, page)
    for name, claims in ((a, diff.only_a), (b, diff.only_b)):
        yield from _title(f"Only in {name}", len(claims), screen)
        for claim in claims:
            yield from _claim(claim, [Piece(claim.words)], " ", page)
            yield ""


class _Page(NamedTuple):
    """What is written on, the addresses of claims, those that are shown with their article."""

    screen: Screen
    link: Link
    several: frozenset[str]


def _several(diff: Diff) -> frozenset[str]:
    """The ids of the claims of a side that is of more than one article."""
    pairs: list[Match | Facing] = [*diff.matched, *diff.faced]
    sides = [*(pair.a for pair in pairs), *diff.only_a], [*(pair.b for pair in pairs), *diff.only_b]
    wide = (side for side in sides if len({claim.article for claim in side}) > 1)
    return frozenset(claim.id for side in wide for claim in side)


def _title(title: str, count: int, screen: Screen) -> Iterator[str]:
    if count:
        text = f"{title} ({count})"
        yield line(screen, Piece(text, "heading"))
        yield line(screen, Piece(screen.glyphs.line * width(text), "faint"))


def _match(match: Match, page: _Page) -> Iterator[str]:
    """Both claims, their words once where they are the same, and the fields that differ."""
    yield from (_versions if is_one(match.a, match.b) else _tellings)(match, page)
    for difference in match.differences:
        if difference.field != "wording":
            yield from folded("    ", _difference(difference, match, page.screen), page.screen)
    if match.agencies:
        carried = f"both articles carry {', '.join(match.agencies)}"
        yield from folded("    ", [Piece(carried, "faint")], page.screen)
    yield ""


def _versions(match: Match, page: _Page) -> Iterator[str]:
    """One claim as two versions of a ledger have it."""
    yield from _head(match.b, " ", page)
    if match.a.words == match.b.words:
        yield from _quoted([Piece(match.b.words)], page)
        return
    for letter, pieces in zip("AB", _wordings(match, page), strict=True):
        yield from _quoted(pieces, page, letter)


def _tellings(match: Match, page: _Page) -> Iterator[str]:
    """One claim as two articles tell it."""
    first, second = _wordings(match, page)
    yield from _head(match.a, "A", page)
    if match.a.words != match.b.words:
        yield from _quoted(first, page)
    yield from _claim(match.b, second, "B", page)


def _wordings(match: Match, page: _Page) -> Iterator[list[Piece]]:
    """Both wordings, the words marked that the other has not, where they are mostly alike."""
    spans = differing_words(match.a.words, match.b.words)
    shown = spans if _is_alike(match, spans) else ((), ())
    for claim, own in zip((match.a, match.b), shown, strict=True):
        yield marked(claim.words, 0, [(span, "quote") for span in own], page.screen.glyphs)


def _is_alike(match: Match, spans: Sequence[Sequence[Span]]) -> bool:
    """True if the shorter wording is mostly in the longer one: else nearly all would be marked."""
    pairs = zip((match.a.words, match.b.words), spans, strict=True)
    size, changed = min((len(text), sum(end - start for start, end in own)) for text, own in pairs)
    return 2 * changed <= size


def _difference(difference: Difference, match: Match, screen: Screen) -> Iterator[Piece]:
    field, *both = difference
    first, second = (_value(field, value, screen) for value in both)
    yield Piece(f"{field}: ", "faint")
    yield Piece(first, "warn")
    yield Piece(" against ", "faint")
    yield Piece(second, "warn")
    apart_by = _gap(match) if field == "figures" else None
    if apart_by:
        yield Piece(f" {screen.glyphs.sep} {apart(apart_by)}", "number")


def _value(field: str, value: str, screen: Screen) -> str:
    if field in ("said", "about") and value:
        return wording.day(value, screen.glyphs)
    return value or "nothing"


def _gap(match: Match) -> Gap | None:
    """How far the figures of two claims lie apart where each has one."""
    near = [figure.near for claim in (match.a, match.b) for figure in claim.figures]
    one_each = len(match.a.figures) == len(match.b.figures) == 1
    return gap(near[0], near[1]) if one_each and near[0] and near[1] else None


def _facing(facing: Facing, page: _Page) -> Iterator[str]:
    for letter, claim, figure in zip("AB", (facing.a, facing.b), facing.figures, strict=True):
        quoted = quotation(claim, figure, page.screen.glyphs) if figure else [Piece(claim.words)]
        yield from _claim(claim, quoted, letter, page)
    verdict = [Piece(facing.verdict, facing.verdict), Piece(f": {facing.reason}")]
    yield from folded("    ", verdict, page.screen)
    yield ""


def _claim(claim: Claim, quoted: Sequence[Piece], letter: str, page: _Page) -> Iterator[str]:
    """Who, when, how; then the words."""
    yield from _head(claim, letter, page)
    yield from _quoted(quoted, page)


def _quoted(pieces: Sequence[Piece], page: _Page, letter: str = " ") -> Iterator[str]:
    bar = page.screen.glyphs.bar
    yield from folded(f"{letter} {bar} ", pieces, page.screen, f"  {bar} ")


def _head(claim: Claim, letter: str, page: _Page) -> Iterator[str]:
    """Who, when, how, of which article where there are several, and the id."""
    glyphs = page.screen.glyphs
    when = wording.said(claim, glyphs)
    article = claim.article if claim.id in page.several else None
    parts = [
        Piece(wording.chain(claim, glyphs), "actor"),
        *([Piece(when)] if when else []),
        Piece(claim.stance, claim.stance),
        Piece(claim.confidence, claim.confidence),
        *([Piece(article, "faint")] if article else []),
        Piece(claim.id, "id", page.link(claim)),
    ]
    sep = Piece(f" {glyphs.sep} ", "faint")
    pieces = [piece for part in parts for piece in (sep, part)][1:]
    yield from folded(f"{letter} ", pieces, page.screen, "  ")


def summary(diff: Diff, a: str = "A", b: str = "B") -> str:
    """One line: ``4 in both (3 of them differ), 12 only in A, 17 only in B``.

    Those on the same thing are counted by what they come to: ``2 on … (1 conflict, 1 agree)``.
    """
    both, differ = len(diff.matched), len(diff.differing)
    aside = f" ({differ} of them differ{'s' if differ == 1 else ''})" if differ else ""
    counts = Counter(facing.verdict for facing in diff.faced)
    verdicts = ", ".join(wording.verdicts(name, counts[name]) for name in RANK if counts[name])
    faced = [f"{len(diff.faced)} on the same thing ({verdicts})"] if diff.faced else []
    alone = [f"{len(diff.only_a)} only in {a}", f"{len(diff.only_b)} only in {b}"]
    return ", ".join([f"{both} in both{aside}", *faced, *alone])
