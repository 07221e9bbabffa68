"""Which articles belong to which shard: by a checksum, the same on every machine and in any order.

>>> shard = Shard(1, 8)
>>> [name for name in ("nato", "beben", "wahl", "streik", "flut") if shard.holds(name)]
['beben', 'wahl']
>>> shard.part("jsonl")
'part-00001-of-00008.jsonl'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

MOST = 99_999
"""The most shards: their numbers have five digits."""

_TYPED = re.compile(r"(\d{1,5})/(\d{1,5})")
_PART = re.compile(r"part-\d{5}-of-(\d{5})\.\w+")


class Shard(NamedTuple):
    """One of ``total`` shards; numbers begin with 1."""

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


def parse(text: str) -> Shard:
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
