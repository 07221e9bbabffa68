"""The YAML parser of ledgers and front matter, and how deep they may nest whichever it is.

libyaml 0.2.6 gives up at 1,000 levels, older ones and PyYAML's own parser go on; each reads ahead
of the events that it hands out by up to 1,024 characters of a line. So a text can be refused before
anybody who counts events sees its seventeenth level, and whether it is hangs on the version.
"""

from __future__ import annotations

from typing import Any

import yaml

DEPTH = 17
"""How many lists and mappings may stand in each other; a ledger's own format needs five."""

TOO_DEEP = "nested too deep"

Parser: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
"""libyaml's event parser when it is there, the pure one otherwise."""


def too_deep(text: str, error: yaml.YAMLError) -> Any | None:
    """The mark of the first list or mapping that nests too deep in front of a parser's error.

    None where the text in front of the error keeps to :data:`DEPTH`, or the error has no place.
    """
    stopped = getattr(error, "problem_mark", None)
    if stopped is None:
        return None
    depth = 0
    try:
        for event in yaml.parse(text[: stopped.index], Loader=Parser):
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > DEPTH:
                return event.start_mark
            depth -= isinstance(event, yaml.CollectionEndEvent)
    except yaml.YAMLError:  # the text was cut inside of something
        pass
    return None
