"""What is wrong with a claim beyond its format whatever the rest of the ledger says.

So that can be asked of a claim when it is read, and need not be asked again of the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.ledger.format.to_model import meaning
from claimtrack.ledger.yaml.characters import at_the_edge, named
from claimtrack.model import Claim, Figure

DELETE = "delete it: it makes this a different name"


def edge_told(char: str) -> str:
    """What is wrong with a name that has a character at its edge that nobody sees."""
    return f"{named(char)} at the edge of a name"


class Wrong(NamedTuple):
    """What is wrong with a field of a claim, where the field is, and what may be done about it."""

    message: str
    code: str
    path: tuple[str | int, ...]
    hint: str


def wrong_alone(claim: Claim) -> Iterator[Wrong]:
    """All that is wrong with a claim whatever else there is; each is worth a warning."""
    yield from no_number(claim)
    yield from open_bound(claim)
    yield from unseen_edge(claim)


def no_number(claim: Claim) -> Iterator[Wrong]:
    """A figure whose words name no number and that has no bounds either."""
    for index, figure in enumerate(claim.figures):
        if figure.near is None and figure.value is None:
            message, hint = f"no number in “{figure.text}”", "set “min” and “max”"
            yield Wrong(message, "no-number", ("figures", index, "text"), hint)


def open_bound(claim: Claim) -> Iterator[Wrong]:
    """One bound of an analyst takes the place of both that the words have."""
    for index, figure in enumerate(claim.figures):
        for bound, missing, side in _half(figure):
            message = f"“{bound}” without “{missing}”: no {side} bound"
            hint = f"set “{missing}”, too: your own bounds replace those of the words"
            yield Wrong(message, "bounds", ("figures", index, bound), hint)


def _half(figure: Figure) -> Iterator[tuple[str, str, str]]:
    """The bound that is set and the one that is missing, unless the words are open there, too.

    Words such as “mindestens 300” are; “viele” names no bound and does not say that there is none.
    """
    if (figure.low is None) == (figure.high is None):
        return
    far = meaning(figure.text)[2]
    if figure.high is None and (far is None or far.high is not None):
        yield "min", "max", "upper"
    if figure.low is None and far and far.low:
        yield "max", "min", "lower"


def unseen_edge(claim: Claim) -> Iterator[Wrong]:
    """A name with a character at its edge that nobody sees is another name."""
    lists = ("actor", claim.actors), ("via", claim.via), ("cites", claim.cites)
    topic, article = (claim.topic or "",), (claim.article or "",)
    words = ("tags", claim.tags), ("topic", topic), ("article", article)
    for field, names in (*lists, *words):
        for index, name in enumerate(names):
            if char := at_the_edge(name):
                yield Wrong(edge_told(char), "character", (field, index), DELETE)
