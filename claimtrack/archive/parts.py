"""Parts of an archive: written under a temporary name and renamed when complete.

A part that is there is whole, so a run that was killed goes on with those that are missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimtrack.export.writing import in_place_of
from claimtrack.render.contract import Json
from claimtrack.render.json import dumps

FORMS = ("jsonl", "parquet")


def write(lines: Iterable[Json], file: Path) -> None:
    """Writes a part, a line at a time; the name of the file ends in one of `FORMS`.

    Parquet needs pyarrow. What runs that were killed left of this part is removed; a run that is
    alive and whose unfinished file is removed so finds the part there, with the same bytes.
    """
    try:
        with in_place_of(file) as unfinished:
            _write(lines, file.suffix, unfinished)
    except FileNotFoundError:
        if not file.exists():
            raise
    for left in file.parent.glob(f".{file.name}.claimtrack-*"):
        left.unlink(missing_ok=True)


def _write(lines: Iterable[Json], suffix: str, unfinished: Path) -> None:
    if suffix == ".parquet":
        from claimtrack.archive import parquet_parts

        parquet_parts.write(lines, unfinished)
    else:
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{dumps(line)}\n" for line in lines)
