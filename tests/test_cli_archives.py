"""Archives: claims leave as their articles are read, in memory that does not grow with them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

import pytest

from claimtrack.model import Claim
from claimtrack.render import FORMATS, STREAMED, renderer, streamed
from claimtrack.render.claims import COLUMNS, USUAL, claims
from claimtrack.render.listing import flow
from claimtrack.render.screen import UNICODE, Screen
from tests.conftest import Run
from tests.test_cli import HOME, TOOL
from tests.test_cli_batches import sentence

PATIENCE = 120
"""Seconds after which a line that does not come is given up on a busy machine."""


def line(number: int) -> str:
    return json.dumps({"id": f"a{number}", "published": "2024-01-02", "text": sentence(number)})


@contextmanager
def piped(*options: str) -> Iterator[tuple[IO[str], Queue[str]]]:
    """The command reading standard input: what feeds it, and its lines as they come."""
    command = [*TOOL, "extract", "-", *options]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=HOME, **pipes) as process:
        assert process.stdin and process.stdout
        lines = Queue[str]()
        reader = Thread(target=_take, args=(process.stdout, lines), daemon=True)
        reader.start()
        yield process.stdin, lines
        process.stdin.close()
        reader.join(PATIENCE)
        assert process.wait(PATIENCE) == 0


def _take(source: IO[str], lines: Queue[str]) -> None:
    for text in source:
        lines.put(text)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("form", "heads"), [("jsonl", 0), ("csv", 1), ("md", 2), ("yaml", 0), ("json", 1)]
)
def test_the_first_claim_leaves_before_the_second_article_is_fed(
    form: str, heads: int, jobs: str
) -> None:
    with piped("--format", form, "--jobs", jobs) as (feed, lines):
        feed.write(f"{line(1)}\n")
        feed.flush()
        for _ in range(heads):
            lines.get(timeout=PATIENCE)
        if form != "json":  # the comma behind a record tells that there is a next one
            assert lines.get(timeout=PATIENCE).strip()
        feed.write(f"{line(2)}\n")


PEAK = """
import re, resource, sys
from claimtrack import extract
from claimtrack.cli import main
from claimtrack.model import Claim
if sys.argv.pop(1) == "large":
    def large(article, registry):
        return (Claim(article.id, article=article.id, claim="Es regnet", note=article.id * 5_000),)
    extract.extract = large
try:
    main()
except SystemExit:
    pass
own = re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())
workers = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write(str(max(int(own[1]), workers.ru_maxrss)))
"""
"""A run that says its peak; "large" gives every article one claim of 25 kB and reads nothing.

Not by its own ``ru_maxrss``, which begins with the size of the process that started it: of these
tests, which is larger than what is measured.
"""


def peak(archive: Path, claims: str, *options: str) -> int:
    """The most kilobytes that reading an archive took, in the process that took most."""
    command = [sys.executable, "-c", PEAK, claims, "extract", str(archive), *options]
    printed = archive.with_suffix(".out")
    with printed.open("w") as out:
        done = subprocess.run(
            command, stdout=out, stderr=subprocess.PIPE, text=True, env=HOME, check=True
        )
    assert printed.stat().st_size
    return int(done.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc, and counts in kilobytes")
@pytest.mark.parametrize(
    ("claims", "form", "jobs"),
    [("read", "jsonl", "1"), ("large", "jsonl", "2")] + [("large", form, "1") for form in STREAMED],
)
def test_memory_does_not_grow_with_the_input(
    claims: str, form: str, jobs: str, tmp_path: Path
) -> None:
    """800 articles more: at 25 kB each 20 MB, if they were held."""
    peaks = []
    for count in (200, 1_000):
        archive = tmp_path / f"{count}.jsonl"
        archive.write_text("\n".join(map(line, range(1_000, 1_000 + count))), encoding="utf-8")
        peaks.append(peak(archive, claims, "--format", form, "--jobs", jobs))
    assert peaks[1] - peaks[0] < 6_000


@pytest.mark.parametrize("form", STREAMED)
@pytest.mark.parametrize("sizes", [(), (0,), (1,), (0, 2, 0, 1), (3,)])
def test_what_comes_in_parts_is_shown_as_if_it_came_at_once(
    form: str, sizes: tuple[int, ...]
) -> None:
    numbers = iter(range(9))
    parts = [[Claim(f"c{next(numbers)}", claim="Es regnet") for _ in range(size)] for size in sizes]
    columns = tuple(COLUMNS[name] for name in USUAL)
    rows = flow(columns, (claims(part, UNICODE) for part in parts))
    whole = claims([item for part in parts for item in part], UNICODE)
    assert list(streamed(form)(rows, Screen())) == list(renderer(form)(whole, Screen()))


def test_a_table_alone_waits_for_all_of_its_rows() -> None:
    assert set(FORMATS) - set(STREAMED) == {"table"}
    with pytest.raises(ValueError, match="table"):
        streamed("table")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md", "yaml"])
def test_nothing_is_printed_where_reading_cannot_begin(form: str, run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.jsonl"
    article.write_text(line(1), encoding="utf-8")
    ran = run("extract", str(article), "--published", "gestern", "--format", form)
    assert (ran.code, ran.out) == (2, "")
    assert "write it as 2024-10-14" in ran.err


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_broken_line_stops_no_format(form: str, jobs: str, run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "archiv.jsonl"
    archive.write_text("\n".join([line(1), "{", line(2)]), encoding="utf-8")
    ran = run("extract", str(archive), "--format", form, "--jobs", jobs)
    assert ran.code == 2
    assert "die Schule werde" in ran.out
    assert "die Halle werde" in ran.out
    assert f"{archive}:2:1: not JSON" in ran.err.replace("error: ", "")
