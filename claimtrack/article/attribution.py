"""Headline, agencies, place and day of an article, as its own text gives them.

Only what is not known yet is taken from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimtrack.article import agencies, datelines, signs
from claimtrack.article.datelines import Dateline
from claimtrack.article.debris import blocks
from claimtrack.model import Article

_HEAD = 12
"""Lines at the start of a text among which author and dateline are looked for."""
_FOOT = 6
"""Lines at the end of a text among which agencies sign."""
_KICKER = 3
"""Words below which a headline may be the word above one."""


def headline(body: str) -> str | None:
    """The headline that a text opens with, the marks of Markdown dropped; None without one.

    It stands above the first paragraph; of a word and a headline below it the headline is taken.
    """
    heads: list[str] = []
    for block in blocks(body):
        if block.kind == "paragraph":
            longer = (head for head in heads if len(head.split()) >= _KICKER)
            return next(longer, next(iter(heads), None))
        if block.kind == "headline":
            heads.append(body[block.start : block.end].lstrip("# ").rstrip("# "))
    return None


def completed(article: Article) -> Article:
    """The article with the agencies that sign it and the day of its dateline, if unknown.

    ``remarks`` of the article then say what was taken from where; ``meta["place"]`` is the place.
    """
    dateline = _dateline(article.body)
    signed = article.agencies or tuple(dict.fromkeys(signing(article.body)))
    day = dateline.day.edtf if dateline and dateline.day else None
    published = article.published or day
    place = dateline.place if dateline else None
    return replace(
        article,
        agencies=signed,
        published=published,
        meta={**({"place": place} if place else {}), **article.meta},
        remarks=tuple(_remarks(article, signed, dateline)),
    )


def signing(body: str) -> Iterator[str]:
    """The agencies of a text's dateline, of the lines around it, of the bracket that closes it."""
    dateline = _dateline(body)
    yield from dateline.agencies if dateline else ()
    lines = _lines(body)
    for line in [
        *(line for line in lines[:_HEAD] if not line.startswith("Quelle")),
        *lines[-_FOOT:],
    ]:
        tag = signs.agency_tag(line)
        yield from agencies.signed(line if tag is None else line[tag:])


def _dateline(body: str) -> Dateline | None:
    return next(filter(None, map(datelines.read, _lines(body)[:_HEAD])), None)


def _lines(body: str) -> list[str]:
    return [line for line in map(str.strip, body.split("\n")) if line]


def _remarks(article: Article, signed: tuple[str, ...], dateline: Dateline | None) -> Iterator[str]:
    """In words what was taken from the text, and what its dateline leaves open."""
    if signed and not article.agencies:
        yield f"agencies: {', '.join(signed)}, which sign the text"
    if dateline and dateline.day and not article.published:
        if dateline.day.edtf:
            yield f"published: {dateline.day.edtf}, the day of its dateline"
        else:
            day = f"{dateline.day.day}.{dateline.day.month}."
            yield f"its dateline names the {day} without a year: give it with --published"
