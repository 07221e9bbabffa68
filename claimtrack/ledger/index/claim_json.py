"""A claim as a line of JSON, for the index: what is usual is left out."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from claimtrack.model import Claim, Figure, Interval, Mention, Reading, Span

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
READ = json.JSONDecoder().raw_decode
"""The first value of a text, and where it ends. Half of what json.loads takes, which also looks for
what stands around it: there is nothing around what the index has written."""
_USUAL = {field.name: field.default for field in fields(Claim)}
_NAMES = tuple(name for name in _USUAL if name not in ("id", "reported", "within"))
_TUPLES = tuple(name for name, usual in _USUAL.items() if usual == () and name != "figures")


def packed(claim: Claim) -> str:
    """A claim without its id and the day of its report, which depend on the rest of the ledger."""
    values: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(claim, name)
        if value != _USUAL[name]:
            values[name] = _PACK[name](value) if name in _PACK else value
    return _JSON.encode(values)


def unpacked(line: str, ident: str, published: Mapping[str, str | None]) -> Claim:
    """The claim of a line, with the day on which its article was published.

    Raises ValueError, KeyError or TypeError for a line that is damaged.
    """
    values, _ = READ(line)
    for name in values:
        if name in _UNPACK:
            values[name] = _UNPACK[name](values[name])
    article = values.get("article")
    reported = published[article] if article else None
    return Claim(id=ident, reported=reported, **values)


def named_by(claim: Claim) -> tuple[str | None, str | None, str]:
    """Actor, article and words of a claim, of which its id is made when it has none."""
    return (claim.actors[0] if claim.actors else None), claim.article, claim.quoted


def _pack_mention(mention: Mention) -> list[Any]:
    return [mention.text, mention.spans]


def _mention(packed: Sequence[Any]) -> Mention:
    text, spans = packed
    return Mention(text, tuple([Span(start, end) for start, end in spans]))


def _pack_figure(figure: Figure) -> list[Any]:
    bounds = [figure.value, figure.near, figure.far, figure.low, figure.high]
    return [figure.text, figure.what, figure.state, *bounds, *figure.scope]


def _figure(packed: Sequence[Any]) -> Figure:
    text, what, state, value, near, far, low, high, *scope = packed
    bounds = value, _interval(near), _interval(far), low, high
    return Figure(text, what, state, *bounds, tuple(scope))


def _interval(packed: Sequence[Any] | None) -> Interval | None:
    return None if packed is None else Interval(*packed)


_PACK: dict[str, Any] = {
    "figures": lambda figures: [_pack_figure(figure) for figure in figures],
    "quote": _pack_mention,
    "speaker": _pack_mention,
    "cue": _pack_mention,
    "read": lambda read: [read.rule, read.score, read.stamp],
}
_UNPACK: dict[str, Any] = {
    **dict.fromkeys(_TUPLES, tuple),
    "figures": lambda figures: tuple([_figure(figure) for figure in figures]),
    "quote": _mention,
    "speaker": _mention,
    "cue": _mention,
    "read": lambda read: Reading(*read),
}


def checksum(*words: str | None) -> int:
    """Tells whether what was kept is still what was written."""
    text = "\n".join([word or "" for word in words])
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def tupled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What JSON gives back of a value's fields, as the value has them."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }


class Published(dict[str, str | None]):
    """The days on which articles were published, each looked up when it is first asked for."""

    def __init__(self, look_up: Callable[[str], str | None]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, article: str) -> str | None:
        self[article] = self._look_up(article)
        return self[article]
