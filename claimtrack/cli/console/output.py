"""Where output goes: records to standard output, remarks to standard error."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack.cli.console import streams
from claimtrack.cli.console.streams import behind
from claimtrack.cli.failure import Failure

if TYPE_CHECKING:
    from claimtrack.render.listing import Flow, Listing
    from claimtrack.render.screen import Glyphs, Screen


def prepare() -> None:
    """Make both streams take any text, and let nothing through that acts on a terminal.

    Remarks to a closed standard error go nowhere. A closed standard output is a Failure: what a
    command has to say would be lost.
    """
    if not streams.install():
        raise Failure("standard output is closed")


def remark_warnings() -> None:
    """Make remarks of the program's own warnings: what to know about a command that went well."""
    shown = warnings.showwarning

    def show(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
        if category.__module__.startswith("claimtrack."):
            remark(f"warning: {message}")
        else:
            shown(message, category, *place, **more)

    warnings.showwarning = show
    warnings.filterwarnings("always", category=UserWarning, module=r"claimtrack\.")


def screen() -> Screen:
    """Standard output as it is: a terminal with its width and colours, else plain lines.

    ``COLUMNS`` sets a width for a pipe too; ``NO_COLOR`` and ``TERM=dumb`` switch colour off.
    """
    from claimtrack.render.screen import Screen, plain

    if _coloured():
        from claimtrack.render.screen import painter

        return Screen(_width(), painter(), glyphs())
    return Screen(_width(), plain, glyphs())


def _coloured() -> bool:
    plain_asked = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if plain_asked or not sys.stdout.isatty():
        return False
    return _set("colour") != "never"


def pager() -> str | None:
    """The pager that the user set, asked for only where output could be paged."""
    return _set("pager") if sys.stdout.isatty() else None


def _set(name: str) -> str | None:
    from claimtrack.cli.settings import settings

    return settings().text(name)


def _width() -> int | None:
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return max(get_terminal_size().columns, 20)
    return None


def glyphs() -> Glyphs:
    """Signs that standard output can write."""
    from claimtrack.render.screen import ASCII, UNICODE

    try:
        "…─├●≤⟦←╌↺".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ASCII
    return UNICODE


def linked() -> bool:
    """Whether links can be followed: on a terminal that shows colour."""
    return _coloured()


def show(listing: Listing, form: str, locale: str = "en") -> None:
    """Write a listing in one of the formats; ``locale`` counts where that is csv."""
    from claimtrack.render import renderer

    if form == "csv" and locale == "de":
        from claimtrack.render.csv import german

        write(german(listing, screen()))
    else:
        write(renderer(form)(listing, screen()))


def stream(rows: Flow, form: str) -> None:
    """Write rows as they come, in a format that can (`render.STREAMED`)."""
    from claimtrack.render import streamed

    write(streamed(form)(rows, screen()))


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output; leave quietly when nobody reads them any more."""
    try:
        streams.show(sys.stdout, lines)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon()
    except OSError:
        _let_go()  # what could not be written would be tried again at the end
        raise


def send() -> None:
    """Send off what was written so far to whoever reads it; a pager gets it when it starts."""
    sys.stdout.flush()


def remark(*lines: str) -> None:
    """Write lines to standard error: counts, legends, what is near."""
    sys.stdout.flush()
    streams.show(sys.stderr, filter(None, lines))
    sys.stderr.flush()


def below(*lines: str) -> None:
    """Remarks below what a command showed; on a terminal a blank line sets them off."""
    if sys.stdout.isatty() and sys.stderr.isatty():
        streams.show(sys.stderr, [""])
    remark(*lines)


def fail(failure: Failure) -> None:
    """Say what went wrong and what to do about it."""
    remark(f"claimtrack: {failure.message}", f"  {failure.hint}" if failure.hint else "")


def abandon() -> None:
    """Leave quietly when the reader of the pipe has gone, as any filter does."""
    _let_go()
    sys.exit(141)


def _let_go() -> None:
    """Let what is still to be written to standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def counted(number: int, single: str, many: str | None = None) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number} {single if number == 1 else many or single + 's'}"


def listed(names: Sequence[str]) -> str:
    """``a, b and c``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


T = TypeVar("T")

PATIENCE = 0.5
"""Seconds that a run may last before a bar is worth its sight, and the time to load it."""


def with_progress(done: Iterable[T], total: Callable[[], int | None]) -> Iterator[T]:
    """What is done, one by one, with a bar beside it when it takes long.

    ``total`` says how many there will be, or None when nobody knows; asked once, if at all.
    """
    if not sys.stderr.isatty():
        yield from done
        return
    begun, rest = monotonic(), iter(done)
    for number, item in enumerate(rest, start=1):
        yield item
        if monotonic() - begun >= PATIENCE:
            yield from _with_bar(rest, number, total())


def _with_bar(rest: Iterator[T], number: int, total: int | None) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("articles", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=behind(sys.stderr)), transient=True) as bar:
        task = bar.add_task("", total=total, completed=number)
        for item in rest:
            bar.advance(task)
            yield item
