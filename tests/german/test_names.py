import pytest

from claimtrack.german.names import gender, is_first_name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Wolodymyr", "m"),
        ("Angela", "f"),
        ("Annalena", "f"),
        ("Hans-Werner", "m"),
        ("Jean-Claude", "m"),
        ("Kim", None),
        ("Andrea", None),
        ("Tisch", None),
        ("", None),
    ],
)
def test_gender(name: str, told: str | None) -> None:
    assert gender(name) == told


def test_a_name_that_tells_no_gender_is_still_a_name() -> None:
    assert is_first_name("Sascha")
    assert not is_first_name("Haushalt")
