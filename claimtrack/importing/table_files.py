"""The rows of one file, by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimtrack.importing import delimited, records
from claimtrack.importing.row import LARGEST, Row, UnreadableError
from claimtrack.model import Problem

SUFFIXES = (".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".parquet")


def rows(file: Path) -> Iterator[Row | Problem]:
    """The rows of a file in their order, and what is wrong with others.

    Raises UnreadableError for a file that cannot be read as a whole, OSError, and
    ModuleNotFoundError where the package for its kind is missing.
    """
    kind = file.suffix.lower()
    if kind not in SUFFIXES:
        raise UnreadableError("this kind of file cannot be imported", f"use {', '.join(SUFFIXES)}")
    if not file.is_file():
        raise UnreadableError("no such file" if not file.exists() else "no file", "check the path")
    if kind == ".xlsx":
        from claimtrack.importing import xlsx

        yield from xlsx.rows(file)
    elif kind == ".parquet":
        from claimtrack.importing import parquet

        yield from parquet.rows(file)
    elif kind == ".jsonl":
        with file.open("rb") as stream:
            yield from records.of_lines(file, iter(lambda: stream.readline(LARGEST + 1), b""))
    else:
        if file.stat().st_size > LARGEST:
            raise UnreadableError(f"larger than {LARGEST >> 20} MB", "split it into several files")
        read = records.of_array if kind == ".json" else delimited.rows
        yield from read(file, file.read_bytes())
