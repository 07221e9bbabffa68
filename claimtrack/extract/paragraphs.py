"""What is read of an article: its paragraphs, without labels, times and datelines.

An entry of a ticker is read behind its time: "14.32 Uhr: …", "[14:32] …", "+++ 14.32 Uhr: … +++",
"**14.32 Uhr:** …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from claimtrack.article import Block, blocks
from claimtrack.extract.interview import Turn, turns
from claimtrack.model import Article, Span

_TIME = re.compile(
    r"(?:\*\*|__)?(?P<marks>\+\+\+\s*|\[\s*)?(?:[A-Z][a-zä]+, )?\d{1,2}[.:]\d{2}(?P<hour> Uhr)?"
    r"(?:\s*\])?"
    r"(?:\*\*|__)?(?P<parted>\s*[:–—|-])?(?:\*\*|__)?\s*(?=\S)"
)


_STOPS = ".!?"
_NEAR_END = 3
"""Characters behind the words of an entry in which its closing plus signs are looked for."""


def paragraphs(article: Article) -> Iterator[Turn]:
    """The stretches to read of an article whose body is plain text, in order.

    Headlines, captions and page debris are left out. An answer in an interview says whose it is.
    """
    found = blocks(article)
    interview = turns(article.body, found)
    for block, following in zip_longest(found, found[1:]):
        if block.start in interview:
            yield interview[block.start]
        elif (entry := _entry(article.body, block)) is not None:
            if not _heads(article.body, entry, following):
                yield Turn(entry)
        elif block.kind == "paragraph":
            yield Turn(Span(block.dateline.end if block.dateline else block.start, block.end))


def _heads(body: str, entry: Span, following: Block | None) -> bool:
    """Whether an entry is the headline of the paragraph behind it: "+++ 9:05 Uhr: Brand +++"."""
    if body[entry.end - 1] in _STOPS or "+" not in body[entry.end : entry.end + _NEAR_END]:
        return False
    if following is None or following.kind != "paragraph":
        return False
    return _entry(body, following) is None


def _entry(body: str, block: Block) -> Span | None:
    """The words of a ticker's entry behind its time and between its plus signs, if it is one."""
    time = _TIME.match(body, block.start, block.end)
    if time is None or block.kind not in ("paragraph", "headline"):
        return None
    end = block.start + len(body[block.start : block.end].rstrip("+ "))
    marked = time["marks"] or (time["hour"] and time["parted"])
    return Span(time.end(), end) if marked and time.end() < end else None
