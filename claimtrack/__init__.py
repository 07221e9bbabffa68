"""claimtrack: who said what, when, with what confidence, read out of German news."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

__version__ = "0.1.0"
__all__ = ["read_article", "read_shard"]


def read_article(line: str | bytes, file: str = "-", number: int = 1) -> dict[str, Any]:
    """Reads one article into its claims; the unit of work for whatever runs many.

    ``line`` is JSON: ``{"id": …, "title": …, "published": "2024-10-14", "text": …}``, of which
    ``text`` alone is needed. ``file`` and ``number`` (from 1) say where it stands, and name an
    article without an id. Nothing is opened, nothing is kept between two calls but word lists,
    and the same line gives the same record.

    The record is a ``claimtrack.reading/1``: ``article`` is what is known of it besides its text,
    ``claims`` are ``claimtrack.claim/1``, ``error`` is None. Nothing is raised: where the line
    cannot be read, ``article`` is None, ``claims`` is empty, and ``error`` holds ``article`` (its
    id, or None), ``file``, ``line`` and ``message``.

    >>> record = read_article('{"id": "rat", "text": "Rat Amann sagte, es werde Zeit."}')
    >>> record["claims"][0]["actor"], record["claims"][0]["quote"]["spans"]
    ('Amann', [[17, 30]])
    >>> read_article("{", "archiv.jsonl", 7)["error"]["line"]
    7
    """
    from claimtrack.archive.reader import read_line

    raw = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
    return read_line(raw, file, number)


def read_shard(
    paths: Iterable[str | os.PathLike[str]],
    shard: str,
    folder: str | os.PathLike[str],
    form: str = "jsonl",
) -> str:
    """Reads a share of an archive into a part and returns its path, as ``extract --shard`` does.

    ``paths`` are files or folders of articles, ``shard`` is ``K/N``, ``form`` is "jsonl" or
    "parquet". The part is a line (or row) for each article of the shard, as `read_article` returns
    it. It is written under another name and renamed when it is whole; one that is there is left
    as it is, so that whatever was killed is called again. What cannot be read is a line with an
    error. Raises ValueError for a shard that is none, OSError where the part cannot be written.
    """
    from pathlib import Path

    from claimtrack.archive import reader

    return str(reader.read_shard([Path(path) for path in paths], shard, Path(folder), form))
