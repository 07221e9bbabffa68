"""Parts of an archive: the shard of each, its lines, its file, which is renamed when complete.

A part that is there is whole, so a run that was killed goes on with those that are missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from claimtrack.export import in_place_of
from claimtrack.model import Article, Claim, Problem
from claimtrack.render import contract
from claimtrack.render.contract import Json
from claimtrack.render.json import dumps

MOST = 99_999
"""The most shards: their numbers have five digits."""

_TYPED = re.compile(r"(\d{1,5})/(\d{1,5})")
_PART = re.compile(r"part-\d{5}-of-(\d{5})\.\w+")


class Shard(NamedTuple):
    """One of ``total`` shards, the same on every machine and in any order; from 1.

    >>> shard = Shard(1, 8)
    >>> [name for name in ("nato", "beben", "wahl", "streik", "flut") if shard.holds(name)]
    ['beben', 'wahl']
    >>> shard.part("jsonl")
    'part-00001-of-00008.jsonl'
    """

    number: int
    total: int

    def holds(self, key: str) -> bool:
        """True for about one of ``total`` keys, and in exactly one shard for each.

        A key is an article's id; of what could not be read and has none it is ``FILE:LINE``.
        """
        digest = sha256(key.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.total == self.number - 1

    def part(self, form: str) -> str:
        """The name of the file that this shard is read into."""
        return f"part-{self.number:05}-of-{self.total:05}.{form}"


def parse_shard(text: str) -> Shard:
    """The shard that ``K/N`` names; ValueError where it names none."""
    match = _TYPED.fullmatch(text)
    shard = Shard(int(match[1]), int(match[2])) if match else Shard(0, 0)
    if not 1 <= shard.number <= shard.total:
        raise ValueError(f"{text!r} is not a shard K/N with K from 1 to N, and N at most {MOST}")
    return shard


def foreign_parts(folder: Path, count: int) -> Iterator[str]:
    """The names of parts in a folder that come of another number of shards."""
    for file in sorted(folder.glob("part-*")):
        match = _PART.fullmatch(file.name)
        if match and int(match[1]) != count:
            yield file.name


SCHEMA = "claimtrack.reading/1"
"""A line: ``article`` is what is known of the article besides its text, ``claims`` are
``claimtrack.claim/1``. Where something could not be read, ``article`` is null and ``error`` says
what, where, and, if that is known, in which article."""

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
