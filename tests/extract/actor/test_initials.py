"""Initialisms beside the compound that they stand for, and letters of none."""

import pytest

from claimtrack.extract import extract
from claimtrack.extract.actor.initials import spelled_out
from claimtrack.german.document import read
from claimtrack.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Landeskriminalamt ermittelt. Das LKA schweigt.", {"LKA": "Landeskriminalamt"}),
        ("Die Leitung des Landesumweltamtes und das LUA.", {"LUA": "Landesumweltamt"}),
        ("Die Oberpostdirektion prüft, die OPD wartet.", {"OPD": "Oberpostdirektion"}),
        ("Der Landessportbund tagte. Der LSB wächst.", {"LSB": "Landessportbund"}),
        ("Das Landesumweltamt war vor Ort. Der LKV wartet.", {}),
        ("Das Verkehrsgericht tagte. Der VGB klagt.", {}),
        ("Landesumweltamt und Landesuntersuchungsamt warten auf das LUA.", {}),
        ("Das Landesmuseum ist zu. Die LMU wartet.", {}),
        ("Das Landeskriminalamt ermittelt.", {}),
    ],
)
def test_what_letters_stand_for(text: str, expected: dict[str, str]) -> None:
    assert spelled_out(read(text)) == expected


def test_both_forms_are_one_actor() -> None:
    text = "Das Landeskriminalamt sagte, es sei gut. Laut dem LKA sind zwei Türen offen."
    actors = {name for claim in extract(Article("text", text)) for name in claim.actors}
    assert actors == {"Landeskriminalamt"}
