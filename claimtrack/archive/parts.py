"""Parts of an archive: written under a temporary name and renamed when complete.

A part that is there is whole, so a run that was killed goes on with those that are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimtrack.export.writing import in_place_of
from claimtrack.model import Article, Claim, Problem
from claimtrack.render import contract
from claimtrack.render.contract import Json
from claimtrack.render.json import dumps

SCHEMA = "claimtrack.reading/1"

_OF_ARTICLE = ("id", "file", "title", "published", "outlet", "author", "url", "sha256")


def reading(article: Article, claims: Iterable[Claim], topics: Mapping[str, str]) -> contract.Json:
    """The line of an article; ``topics`` is what its claims are about, by their ids."""
    known: contract.Json = {name: getattr(article, name) for name in _OF_ARTICLE}
    return {
        "schema": SCHEMA,
        "article": {**known, "agencies": list(article.agencies)},
        "claims": [contract.claim_record(claim, topics.get(claim.id)) for claim in claims],
        "error": None,
    }


def errors(problems: Iterable[Problem]) -> Iterator[contract.Json]:
    """The lines of what could not be read, by file and line, however many processes read it."""
    for problem in sorted(problems, key=lambda at: (at.file, at.line, at.message)):
        yield error(problem)


def error(problem: Problem) -> contract.Json:
    """The line of what could not be read; ``line`` counts from 1, 0 is the file as a whole."""
    of = ("article", "file", "line", "message")
    fields = {name: getattr(problem, name) for name in of}
    return {"schema": SCHEMA, "article": None, "claims": [], "error": fields}


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
