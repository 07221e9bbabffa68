"""The gaps of a ledger's articles, placed in their files, counted, told as problems: coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, did_you_mean, one_of
from claimtrack.model import Ledger, Problem, Source, Span
from claimtrack.render.text_columns import shorten

if TYPE_CHECKING:
    from claimtrack.coverage import Gap, Surveyed
    from claimtrack.render.coverage import PlacedGap

_AROUND = 40
"""Characters of the sentence that are shown on either side of a number."""
_SHOWN = 80
"""Cells of a gap's words in the message of a problem."""


def sources(ledger: Ledger, typed: Sequence[str]) -> tuple[Source, ...]:
    """The articles with these ids or parts of ids, in the order of the ledger; all, if none."""
    wanted = {ident for part in typed for ident in _meant(ledger, part)}
    return tuple(source for source in ledger.sources if not typed or source.id in wanted)


def _meant(ledger: Ledger, part: str) -> list[str]:
    ids = [source.id for source in ledger.sources]
    meant = [part] if part in ids else [ident for ident in ids if part and part in ident]
    if not meant:
        hint = did_you_mean(part, ids) or "`claimtrack articles` shows ids"
        raise Failure(f"no article {part!r} in {ledger.path}", hint)
    return meant


def survey(ledger: Ledger, articles: Iterable[Source], unread: list[Problem]) -> list[Surveyed]:
    """Articles held against their claims; one that cannot be is added to ``unread``."""
    from claimtrack.coverage import survey
    from claimtrack.ledger.files.reach import reach

    held = []
    for surveyed in survey(ledger, articles, reach(Path(ledger.path)).read):
        if isinstance(surveyed, Problem):
            unread.append(surveyed)
        else:
            held.append(surveyed)
    return held


def placed(ledger: Ledger, held: Surveyed) -> Iterator[PlacedGap]:
    """The gaps of an article with their words and lines."""
    from claimtrack.cli.looking.claim_place import place_of
    from claimtrack.render.coverage import PlacedGap

    body, file = held.article.body, opening.shortened(held.file)
    for gap in held.account.gaps:
        place = place_of(file, Path(ledger.path), body, gap.at.start)
        line = place.removeprefix(f"{file}:")
        yield PlacedGap(
            gap,
            _words(body, gap.at),
            context(body, gap),
            _words(body, gap.stretch.sentence),
            str(file),
            int(line) if line.isdigit() else 0,
        )


def context(body: str, gap: Gap) -> str:
    """A gap's words as people read them: a number among the words that stand around it."""
    words, sentence = _words(body, gap.at), gap.stretch.sentence
    if gap.stretch.kind != "figure":
        return words
    glyphs = output.glyphs()
    before = _words(body, Span(sentence.start, gap.at.start))
    after = _words(body, Span(gap.at.end, sentence.end))
    left = (
        before if len(before) <= _AROUND else glyphs.ellipsis + before[-_AROUND:].partition(" ")[2]
    )
    marked = f"{left} {glyphs.opening}{words}{glyphs.closing} {after}"
    return shorten(marked.strip(), len(left) + len(words) + 2 * _AROUND)


def _words(body: str, span: Span) -> str:
    return " ".join(body[slice(*span)].split())


def pass_over(ledger: Ledger, source: Source, typed: str) -> None:
    """Note in the ledger that a stretch of an article, typed as START-END, misses no claim."""
    from claimtrack.cli.failure import refusals
    from claimtrack.ledger import pass_over

    unread: list[Problem] = []
    held = survey(ledger, [source], unread)
    if unread:
        raise Failure(str(unread[0]), unread[0].hint or "")
    article = held[0].article
    span = _range(typed, len(article.body))
    with refusals():
        changed = pass_over(Path(ledger.path), article, [span])
    verdict = "passed over" if changed else "already so"
    output.write([f"{source.id}: {typed} {verdict}: {_words(article.body, span)}"])


def _range(typed: str, length: int) -> Span:
    start, _, end = typed.partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= length):
        raise Failure(f"--pass: {typed!r} is not a range of the article's {length} characters")
    return Span(int(start), int(end))


def counted(held: Sequence[Surveyed], kinds: Sequence[str]) -> Iterator[str]:
    """For each kind how many stretches of the articles no claim accounts for."""
    for kind in kinds:
        total = sum(article.account.counts[kind] for article in held)
        states = Counter(
            gap.state
            for article in held
            for gap in article.account.gaps
            if gap.stretch.kind == kind and not gap.stretch.brief
        )
        waiting = [f"{states['open']} open"]
        waiting += [f"{states[state]} {state}" for state in ("declined", "passed") if states[state]]
        name = "speech acts" if kind == "speech" else f"{kind}s"
        yield f"{name}: {', '.join(waiting)} of {total}"


def problems(ledger: Ledger) -> list[Problem]:
    """The open gaps of all articles as problems of their files, and what could not be read."""
    unread: list[Problem] = []
    held = survey(ledger, ledger.sources, unread)
    return [
        *unread,
        *(_problem(gap) for article in held for gap in placed(ledger, article) if waits(gap)),
    ]


def waits(gap: PlacedGap) -> bool:
    """Whether a gap waits for somebody to look at it."""
    return gap.gap.state == "open" and not gap.gap.stretch.brief


def _problem(gap: PlacedGap) -> Problem:
    kind = {"speech": "speech act"}.get(gap.gap.stretch.kind, gap.gap.stretch.kind)
    start, end = gap.gap.at
    return Problem(
        gap.file,
        gap.line,
        gap.line and 1,
        f"no claim accounts for this {kind}: {shorten(gap.words, _SHOWN)}",
        severity="warning",
        code="coverage",
        hint=f"{gap.gap.stretch.why}; `add` writes a claim, `passed: [{start}-{end}]` says that "
        "none is missing",
    )


def coverage(
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE…]", help="Ids of articles; part of an id is enough."),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="WORD", help="figure, quotation, speech. Repeatable."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Also show declined and passed gaps, and one or two words in quotation marks.",
        ),
    ] = False,
    passing: Annotated[
        str | None,
        typer.Option(
            "--pass", metavar="START-END", help="Record that no claim is missing there in ARTICLE."
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there is an open gap.")
    ] = False,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show figures, quotations and speech acts that no claim covers.

    Looks only at an article's paragraphs. A gap is not a mistake: narration needs no claim. A gap
    under a rejected claim counts as declined. `--pass` records in the ledger that no claim is
    missing.

    \b
    Examples:
      claimtrack coverage
      claimtrack coverage nato-bestaetigt --kind figure --kind quotation
      claimtrack coverage --format jsonl --exit-code
      claimtrack coverage nato-bestaetigt --pass 1165-1174
    """
    from claimtrack.coverage import KINDS
    from claimtrack.render.coverage import gaps as listing

    kinds = [one_of(word.casefold(), KINDS, "--kind") for word in kind or KINDS]
    opened = opening.ledger(ledger)
    chosen = sources(opened, articles or ())
    if passing is not None:
        if len(chosen) != 1:
            raise Failure("--pass needs one article", "name it by its id")
        pass_over(opened, chosen[0], passing)
        return
    unread: list[Problem] = []
    held = survey(opened, chosen, unread)
    shown = [
        gap
        for article in held
        for gap in placed(opened, article)
        if gap.gap.stretch.kind in kinds and (everything or waits(gap))
    ]
    output.show(listing(shown), form)
    output.remark(*(f"warning: {problem}" for problem in unread))
    if form == "table":
        output.below(*counted(held, kinds))
    if unread:
        raise typer.Exit(2)
    if exit_code and any(map(waits, shown)):
        raise typer.Exit(1)
