"""A merge without what nobody touched comes to the same as one of the whole texts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack import ledger
from claimtrack.ledger.errors import UnmergeableError
from claimtrack.ledger.git_merge import unchanged
from claimtrack.ledger.git_merge.threeway import merge_texts
from claimtrack.ledger.git_merge.unchanged import Stretch, leave_out, put_back
from tests.ledger.git_merge.people_at_work import Work, done, works

NAMES = ("ours", "theirs")


def item(name: str, note: str = "n") -> str:
    return f"  - id: {name}\n    claim: x\n    note: {note}\n\n"


def text(*items: str, tail: str = "# end\n") -> str:
    return f"version: 1\nclaims:\n{''.join(items)}{tail}"


ITEMS = [item(name) for name in "abcdefgh"]
BASE = text(*ITEMS)
TEXTS: dict[str, tuple[str, str, list[str]]] = {
    "nobody changed anything": (BASE, BASE, ["bcdefg"]),
    "one claim in the middle": (BASE.replace("id: d", "id: d # so"), BASE, ["b", "fg"]),
    "one claim each": (
        BASE.replace("id: a", "id: a # so"), BASE.replace("id: h", "id: h # so"), ["cdef"],
    ),
    "a claim between": (text(*ITEMS[:4], item("n"), *ITEMS[4:]), BASE, ["bc", "fg"]),
    "another order": (BASE, text(*ITEMS[4:], *ITEMS[:4]), ["b", "f"]),
    "one claim twice": (text(ITEMS[2], *ITEMS), BASE, ["efg"]),
    "a comment": (BASE, text(*ITEMS[:6], "  # on g\n", *ITEMS[6:]), ["bcd"]),
    "nothing is the same": (text(*(item(name, "o") for name in "abcdefgh")), BASE, []),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_what_is_left_out(case: str) -> None:
    ours, theirs, expected = TEXTS[case]
    left = leave_out(BASE.encode(), ours.encode(), theirs.encode(), least=3)
    stretches = left.stretches if left else ()
    names = ["".join(line[-1:] for line in stretch.text.decode().split("\n") if "id:" in line)
             for stretch in stretches]  # fmt: skip
    assert names == expected
    for part, whole in zip(left.texts if left else (), (BASE, ours, theirs), strict=False):
        left_out = sum(len(stretch.text) for stretch in stretches)
        assert len(part) == len(whole.encode()) - left_out
    if left:
        assert put_back(left.texts[1], stretches) == ours.encode()


@pytest.mark.parametrize(("least", "is_left_out"), [(8, True), (9, False)])
def test_a_short_stretch_is_not_worth_it(least: int, is_left_out: bool) -> None:
    assert bool(leave_out(*[BASE.encode()] * 3, least=least)) == is_left_out


@pytest.mark.parametrize("other", ["version: 1\n", "{claims: []}\n", "claims:\n- a\n...\n- b\n"])
def test_what_cannot_be_cut_is_merged_whole(other: str) -> None:
    assert leave_out(BASE.encode(), BASE.encode(), other.encode(), least=3) is None


def test_what_has_no_place_any_more_is_not_put_back() -> None:
    assert put_back(b"a\nb\n", [Stretch(b"a\n", b"x\n", b"c\n")]) is None
    there = [Stretch(b"c\n", b"y\n", b"d\n"), Stretch(b"a\n", b"x\n", b"b\n")]
    assert put_back(b"a\nb\nc\nd\n", there) == b"a\nx\nb\nc\ny\nd\n"


def test_a_broken_claim_is_told_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged.leave_out, "__defaults__", (3,))
    broken = BASE.replace("  - id: h\n", "  - id: [h\n").encode()
    with pytest.raises(UnmergeableError):
        ledger.merge_contents(broken, broken, broken.replace(b"id: a", b"id: a # so"), NAMES)


WORK = works(places=9, most=3)


def worked(who: str, work: Work) -> bytes:
    """A ledger of ten claims after somebody's work on it."""
    blocks = [f"  # on {name}\n{item(name)}" for name in "abcdefghij"]
    return text(*done(blocks, who, work, item)).encode()


@settings(derandomize=True, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(WORK, WORK)
def test_leaving_out_changes_nothing(ours: Work, theirs: Work) -> None:
    base, own, new = worked("", []), worked("o", ours), worked("t", theirs)
    left = leave_out(base, own, new, least=3)
    whole = merge_texts(base.decode(), own.decode(), new.decode(), NAMES)
    if left:
        old, ours_left, theirs_left = (part.decode() for part in left.texts)
        part = merge_texts(old, ours_left, theirs_left, NAMES)
        back = put_back(part.text.encode(), left.stretches)
        assert back is None or (back.decode(), part.conflicts) == (whole.text, whole.conflicts)
