"""What is wrong with a claim beyond its format whatever the rest of the ledger says.

So that can be asked of a claim when it is read, and need not be asked again of the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, Protocol, TypeVar

from claimtrack.ledger.format.to_model import meaning
from claimtrack.ledger.yaml.characters import at_the_edge, named
from claimtrack.model import Claim, Figure

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

DELETE = "delete it: it makes this a different name"


def edge_told(char: str) -> str:
    """What is wrong with a name that has a character at its edge that nobody sees."""
    return f"{named(char)} at the edge of a name"


class Held(Protocol[T_co]):
    """A claim, and how a trouble with one of its fields is told."""

    @property
    def claim(self) -> Claim:
        """The claim."""

    def trouble(
        self,
        message: str,
        code: str,
        *path: str | int,
        hint: str | None = None,
        severity: Literal["error", "warning"] = "error",
    ) -> T_co:
        """Something wrong with one of its fields."""


def wrong_alone(held: Held[T]) -> Iterator[T]:
    """All that is wrong with a claim whatever else there is."""
    yield from no_number(held)
    yield from open_bound(held)
    yield from unseen_edge(held)


def is_suspect(claim: Claim) -> bool:
    """Whether anything is."""
    return any(wrong_alone(_Untold(claim)))


class _Untold(NamedTuple):
    """A claim of which it is only asked whether anything is wrong with it."""

    claim: Claim

    def trouble(self, *_: object, **__: object) -> bool:
        """There is."""
        return True


def no_number(held: Held[T]) -> Iterator[T]:
    """A figure whose words name no number and that has no bounds either."""
    for index, figure in enumerate(held.claim.figures):
        if figure.near is None and figure.value is None:
            message, hint = f"no number in “{figure.text}”", "set “min” and “max”"
            path = ("figures", index, "text")
            yield held.trouble(message, "no-number", *path, hint=hint, severity="warning")


def open_bound(held: Held[T]) -> Iterator[T]:
    """One bound of an analyst takes the place of both that the words have."""
    for index, figure in enumerate(held.claim.figures):
        for bound, missing, side in _half(figure):
            message = f"“{bound}” without “{missing}”: no {side} bound"
            hint = f"set “{missing}”, too: your own bounds replace those of the words"
            path = ("figures", index, bound)
            yield held.trouble(message, "bounds", *path, hint=hint, severity="warning")


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


def unseen_edge(held: Held[T]) -> Iterator[T]:
    """A name with a character at its edge that nobody sees is another name."""
    claim = held.claim
    lists = ("actor", claim.actors), ("via", claim.via), ("cites", claim.cites)
    topic, article = (claim.topic or "",), (claim.article or "",)
    words = ("tags", claim.tags), ("topic", topic), ("article", article)
    for field, names in (*lists, *words):
        for index, name in enumerate(names):
            if char := at_the_edge(name):
                yield held.trouble(
                    edge_told(char), "character", field, index, hint=DELETE, severity="warning"
                )
