"""One claim in full: who, when, how certain, how many, and its words in their sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.fields import FIELDS, as_text
from claimtrack.model import CONFIDENCE, Claim, Figure, Source, Span
from claimtrack.render import wording
from claimtrack.render.marked import Marks, marked
from claimtrack.render.marked import fold as fold_pieces
from claimtrack.render.screen import Glyphs, Piece, Screen, line
from claimtrack.render.text_columns import fold

LABEL = 12

_ELSEWHERE = frozenset(
    {
        "id", "actor", "via", "cites", "claim", "quote", "said", "about", "stance", "confidence",
        "hedge", "answers", "figures", "kind", "article", "at", "topic", "read",
    }
)  # fmt: skip
"""Fields that are shown with others, or in a way of their own."""


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """The event that an article tells of: its name, the ids of the other articles on it.

    ``is_derived`` where no analyst said so; ``apart`` are articles that an analyst set apart.
    """

    name: str
    others: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    is_derived: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a claim stands.

    ``place`` is ``file:line`` in the ledger, ``link`` the address of that line, ``where``
    ``file:line`` in the article; ``context`` the sentences around the words and ``offset`` where
    they begin in the body; ``moved`` says that the article no longer has the words there;
    ``event`` is what the article tells of.
    """

    place: str | None = None
    link: str | None = None
    source: Source | None = None
    where: str | None = None
    context: str | None = None
    offset: int = 0
    topic: str | None = None
    moved: bool = False
    event: ToldEvent | None = None


def view(claim: Claim, setting: Setting, screen: Screen) -> Iterator[str]:
    """The lines that show a claim."""
    place = Piece(f"  {setting.place}", "faint", setting.link) if setting.place else Piece("")
    yield line(screen, Piece(claim.id, "id"), place)
    for label, pieces in _facts(claim, setting, screen.glyphs):
        yield from _fact(label, pieces, screen)
    yield ""
    yield from _words(claim, setting, screen)


def _facts(claim: Claim, setting: Setting, glyphs: Glyphs) -> Iterator[tuple[str, list[Piece]]]:
    yield "who", [Piece(wording.chain(claim, glyphs), "actor")]
    yield "stance", [Piece(claim.stance, claim.stance)]
    yield "confidence", _confidence(claim)
    yield "said", _said(claim)
    if claim.about:
        yield "about", [Piece(wording.day_in_words(claim.about))]
    for index, figure in enumerate(claim.figures):
        yield ("" if index else "figures"), _figure(figure, glyphs)
    for index, ident in enumerate(claim.answers):
        yield ("" if index else "answers"), [Piece(ident, "id")]
    if topic := claim.topic or setting.topic:
        yield "topic", [Piece(topic), Piece("" if claim.topic else " (derived)", "faint")]
    if setting.event:
        yield "event", _event(setting.event)
    yield from _decided(claim)
    yield "source", _source(claim, setting)
    if claim.read:
        rule = f"{claim.read.rule}, score {claim.read.score:.2f}, {claim.kind}"
        yield "read by", [Piece(rule, "faint")]


MOST_NAMED = 4
"""Articles that are named beside an event; of more the rest is counted."""


def _event(event: ToldEvent) -> list[Piece]:
    pieces = [Piece(event.name), Piece(" (derived)" if event.is_derived else "", "faint")]
    if event.others:
        rest = len(event.others) - MOST_NAMED
        named = [*event.others[:MOST_NAMED], *([f"{rest} more"] if rest > 0 else [])]
        pieces.append(Piece(f", as in {', '.join(named)}", "faint"))
    if event.apart:
        pieces.append(Piece(f"; not that of {', '.join(event.apart)}", "faint"))
    return pieces


def _confidence(claim: Claim) -> list[Piece]:
    number = CONFIDENCE.get(claim.confidence)
    pieces = [Piece(claim.confidence, claim.confidence)]
    if number is not None:
        pieces.append(Piece(f" ({number} of 100)", "faint"))
    return [*pieces, Piece(f" by „{claim.hedge}“")] if claim.hedge else pieces


def _said(claim: Claim) -> list[Piece]:
    reported = f"reported {wording.day_in_words(claim.reported)}" if claim.reported else ""
    if claim.said:
        pieces = [Piece(wording.day_in_words(claim.said))]
        return [*pieces, Piece(f", {reported}", "faint")] if reported else pieces
    return [Piece("no day named", "faint"), Piece(f", {reported}" if reported else "")]


def _figure(figure: Figure, glyphs: Glyphs) -> list[Piece]:
    what = " ".join(filter(None, [figure.what, f"({figure.state})" if figure.state else None]))
    pieces = [Piece(f"„{figure.text}“", "number"), Piece(f" {what}" if what else "")]
    if figure.scope:
        pieces.append(Piece(f", {', '.join(figure.scope)}"))
    if figure.near:
        pieces.append(Piece(f" = {wording.interval(figure.near, glyphs)}"))
    if figure.far and figure.far != figure.near:
        pieces.append(Piece(f", at the widest {wording.interval(figure.far, glyphs)}", "faint"))
    return pieces


def _decided(claim: Claim) -> Iterator[tuple[str, list[Piece]]]:
    """What has no line of its own above: most of what the analyst added."""
    for field in FIELDS:
        value = "" if field.name in _ELSEWHERE else as_text(field, claim)
        if value and value != ("new" if field.name == "status" else ""):
            style = ("good" if value == "accepted" else "bad") if field.name == "status" else ""
            yield field.name, [Piece(value, style)]


def _source(claim: Claim, setting: Setting) -> list[Piece]:
    if not claim.article:
        return [Piece("written by hand", "faint")]
    pieces = [Piece(claim.article)]
    source = setting.source
    if source:
        known = [source.outlet, source.published, ", ".join(source.agencies)]
        reliability = f"reliability {source.reliability}" if source.reliability else None
        pieces += [Piece(f", {fact}", "faint") for fact in (*known, reliability) if fact]
    if setting.where:
        pieces.append(Piece(f", {setting.where}", "faint"))
    return pieces


def _fact(label: str, pieces: list[Piece], screen: Screen) -> Iterator[str]:
    for number, folded in enumerate(fold_pieces(pieces, screen.columns - LABEL - 2)):
        lead = f"  {'' if number else label:<{LABEL}}"
        yield line(screen, Piece(lead, "faint"), *folded)


def _words(claim: Claim, setting: Setting, screen: Screen) -> Iterator[str]:
    """The analyst's wording, then the quotation in its context, or by itself without one."""
    cells = screen.columns - 4
    if claim.claim:
        for text in fold(claim.claim, cells):
            yield line(screen, "    ", Piece(text, "actor"))
        if claim.quote:
            yield ""
    if claim.quote:
        for pieces in fold_pieces(_quotation(claim, setting, screen.glyphs), cells):
            yield line(screen, Piece(f"  {screen.glyphs.bar} ", "faint"), *pieces)
    if setting.moved:
        yield line(screen, "  ", Piece("the article no longer has these words there", "warn"))


def _quotation(claim: Claim, setting: Setting, glyphs: Glyphs) -> list[Piece]:
    quote = claim.quote
    if quote is None or setting.context is None:
        text = quote.text if quote else ""
        return marked(text, 0, [(Span(0, len(text)), "quote")], glyphs)
    return marked(setting.context, setting.offset, _marks(claim), glyphs)


def _marks(claim: Claim) -> Marks:
    parts = (("speaker", claim.speaker), ("cue", claim.cue), ("quote", claim.quote))
    return [(span, style) for style, mention in parts if mention for span in mention.spans]
