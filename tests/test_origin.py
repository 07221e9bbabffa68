"""Where claims come from, and how many independent sources that makes."""

from __future__ import annotations

import pytest

from claimtrack.about.origin import is_anonymous, origin
from claimtrack.model import Claim, Source

POST, ECHO = (Source(name, outlet=name, agencies=("dpa",)) for name in ("Post", "Echo"))
OWN = Source("Blatt", outlet="Blatt")


def claim(*actors: str, via: tuple[str, ...] = (), cites: tuple[str, ...] = ()) -> Claim:
    return Claim("c", article="x", actors=actors, via=via, cites=cites)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ((claim("Minister Rau", via=("CNN",)), POST), (claim("Minister Rau"), OWN), 1),
        ((claim("Minister Rau"), POST), (claim("Minister Blau"), POST), 2),
        ((claim("Yonhap", cites=("NIS",)), POST), (claim("NIS"), OWN), 1),
        ((claim("Experten"), POST), (claim("Experten"), ECHO), 1),
        ((claim("Experten"), POST), (claim("Experten"), OWN), 2),
        ((claim("Post", cites=("Geheimdienstquellen",)), POST),
         (claim("Blatt", cites=("Geheimdienstquellen",)), OWN), 2),
        ((claim("Südkoreanischer Geheimdienst"), POST),
         (claim("südkoreanischer Geheimdienst"), OWN), 1),
        ((claim(), POST), (claim(), ECHO), 1),
        ((claim("Minister Rau", cites=("Satellitenbilder",)), POST),
         (claim("Minister Rau"), OWN), 1),
    ],
)  # fmt: skip
def test_independent(one: tuple[Claim, Source], other: tuple[Claim, Source], count: int) -> None:
    assert len({origin(*one), origin(*other)}) == count


def test_joined_actors_are_one_origin_in_any_order() -> None:
    assert origin(claim("Russland", "Nordkorea")) == origin(claim("Nordkorea", "Russland"))


@pytest.mark.parametrize(
    ("name", "anonymous"),
    [("westliche Beamte", True), ("eine Geheimdienstquelle", True), ("Augenzeugen", True),
     ("Mark Rutte", False), ("Südkoreanischer Geheimdienst", False)],
)  # fmt: skip
def test_anonymous(name: str, anonymous: bool) -> None:
    assert is_anonymous(name) == anonymous
