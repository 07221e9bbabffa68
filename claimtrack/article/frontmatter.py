"""The YAML that heads a Markdown article: a flat mapping of words or lists of words.

Read from the parser's events, so that every value stays the text it is, equal keys are seen,
and neither depth nor aliases can hurt: what is deeper than a list is skipped, what is deeper than a
ledger may be is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claimtrack.article.intake import UnfitError

if TYPE_CHECKING:
    import yaml

_HINT = "correct the lines above the text"
_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIELD = re.compile(r"""^([\w-]+:[ \t]+)([^\s"'\[\]{}&*!|>%@`#?,-].*)$""", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]#")
_COLON_INSIDE = re.compile(r":(?:[ \t]|\Z)")
"""What YAML takes for another mapping inside a value: `title: Rat: Das Geld reicht`."""
_LONGEST = 100_000
"""Characters of a front matter; what is longer is none."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that head an article, each with its line, and where the body begins.

    ``partial`` are the names of fields that hold something else than words, which is left out;
    ``doubts`` are what a person should know of fields that were not understood.
    """

    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: int = 0
    partial: frozenset[str] = frozenset()
    doubts: tuple[UnfitError, ...] = ()

    def one(self, name: str) -> str | None:
        """The value of a field, several joined by a comma; None when it is absent or empty."""
        return ", ".join(self.fields.get(name, ())) or None


def split(text: str) -> FrontMatter:
    """The front matter of a text, empty when it has none; raises UnfitError.

    ``body`` is the offset after the line that closes the front matter.
    """
    opening = _OPEN.match(text)
    if not opening:
        return FrontMatter()
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        raise UnfitError('the front matter is not closed by a line "---"', _HINT, 1)
    if closing.start() - opening.end() > _LONGEST:
        raise UnfitError(f"the front matter is longer than {_LONGEST:,} characters", _HINT, 1)
    front, partial = FrontMatter(body=closing.end()), set()
    for name, line, values in _entries(text[opening.end() : closing.start()]):
        if name in front.fields:
            raise UnfitError(f'the field "{name}" occurs twice', _HINT, line)
        front.fields[name] = tuple(value for value in values if value)
        front.lines[name] = line
        if None in values:
            partial.add(name)
    return replace(front, partial=frozenset(partial))


_Values = tuple[str | None, ...]
"""The words of a field; None stands for what is no word."""


def _entries(source: str) -> Iterator[tuple[str, int, _Values]]:
    """Name, line in the file and values of each field."""
    import yaml

    from claimtrack import yamlparser

    source = _FIELD.sub(_quoted, source)
    try:
        yield from _fields(yaml.parse(source, Loader=yamlparser.Parser))
    except yaml.YAMLError as why:
        if deep := yamlparser.too_deep(source, why):
            raise _too_deep(deep) from why
        mark = getattr(why, "problem_mark", None)
        reason = getattr(why, "problem", None) or "not YAML"
        raise UnfitError(f"front matter: {reason}", _HINT, _line(mark)) from why


def _quoted(line: re.Match[str]) -> str:
    """A line with a value that holds a colon in quotes, since nobody thinks of quoting those."""
    comment = _COMMENT.search(line[2])
    end = comment.start() if comment else len(line[2])
    value = line[2][:end].rstrip(" \t")
    if not _COLON_INSIDE.search(value):
        return line[0]
    quoted = value.replace("'", "''")
    return f"{line[1]}'{quoted}'{line[2][len(value) :]}"


def _fields(events: Iterator[yaml.Event]) -> Iterator[tuple[str, int, _Values]]:
    """The fields of the one flat mapping that the events may spell."""
    import yaml

    around = yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentStartEvent
    nodes = (event for event in events if not isinstance(event, around))
    first = next(nodes, None)
    if first is None or isinstance(first, yaml.DocumentEndEvent):
        return
    if not isinstance(first, yaml.MappingStartEvent):
        raise _not_flat(first)
    for key in nodes:
        if isinstance(key, yaml.MappingEndEvent):
            return
        if not isinstance(key, yaml.ScalarEvent):
            raise _not_flat(key)
        yield key.value, _line(key.start_mark), tuple(_values(nodes))


def _values(nodes: Iterator[yaml.Event]) -> Iterator[str | None]:
    """The value of a field: one scalar, or the scalars of one list; None for what is deeper."""
    import yaml

    from claimtrack.yamlparser import DEPTH

    outer = node = next(nodes)
    depth = 0
    while True:
        depth += isinstance(node, yaml.CollectionStartEvent)
        depth -= isinstance(node, yaml.CollectionEndEvent)
        if depth >= DEPTH:  # the mapping of the fields is the first level
            raise _too_deep(node.start_mark)
        if isinstance(node, yaml.ScalarEvent | yaml.AliasEvent):
            flat = depth <= isinstance(outer, yaml.SequenceStartEvent)
            yield node.value if flat and isinstance(node, yaml.ScalarEvent) else None
        if not depth:
            return
        node = next(nodes)


def _not_flat(event: yaml.Event) -> UnfitError:
    return UnfitError("front matter: not lines of `name: value`", _HINT, _line(event.start_mark))


def _too_deep(mark: Any) -> UnfitError:
    from claimtrack.yamlparser import TOO_DEEP

    return UnfitError(f"front matter: {TOO_DEEP}", _HINT, _line(mark))


def _line(mark: Any | None) -> int:
    """The line in the file: marks count from 0, below the line that opens."""
    return int(mark.line) + 2 if mark else 1
