"""What words share beneath their stems."""

from __future__ import annotations

import pytest

from claimtrack.about.roots import roots, roots_of
from claimtrack.lexicon.stems import stem


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("Meldung", "gemeldet", True),
        ("Spielergehälter", "Gehalt", True),
        ("Warnsignale", "Signal", True),
        ("beworfen", "geworfen", True),
        ("bezahlt", "Zahlung", True),
        ("mitgeboten", "geboten", True),
        ("Alarmanlage", "Alarm", True),
        ("Wildvogel-These", "Wildvögel", True),
        ("Räumung", "geräumt", True),
        ("Mietminderungen", "Minderung", True),
        ("Bewerbungen", "bewerben", True),
        ("Minderung", "Rungen", False),
        ("Meldung", "gemahlen", False),
        ("Gehalt", "Gehege", False),
        ("Signal", "Sigmund", False),
    ],
)
def test_words_of_one_root_meet(one: str, other: str, meet: bool) -> None:
    assert bool(roots(stem(one)) & roots(stem(other))) is meet


def test_a_short_word_is_its_own_root() -> None:
    assert roots("amt") == {"amt"}
    assert roots_of(("amt", "rat")) == {"amt", "rat"}
    assert roots_of(()) == frozenset()
