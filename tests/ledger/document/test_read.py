"""Items of a ledger read by several processes: the same as by one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import pytest

from claimtrack.ledger.index import by_processes
from claimtrack.ledger.yaml.cut_items import Cut, cut

ITEMS = [f"- id: c{n}\n  claim: rund {n} Gäste\n  status: new\n" for n in range(200)]
ITEMS[70] = "- id: odd\n  claim: x\n  stance: denys\n"
ITEMS[150] = "- {id: open\n"
CUT = cut(("claims:\n" + "".join(ITEMS)).encode())


@pytest.fixture
def by_three(monkeypatch: pytest.MonkeyPatch) -> None:
    if not by_processes._may_fork():
        pytest.skip("no fork here")
    for name, value in {"MANY": 50, "_HANDED": 7, "_cores": lambda: 3}.items():
        monkeypatch.setattr(by_processes, name, value)


def _alone(found: Cut, numbers: Sequence[int]) -> list[Any]:
    return list(by_processes._one_by_one(found, numbers))


@pytest.mark.parametrize("numbers", [range(200), range(10, 190, 3), range(60)])
def test_several_processes_read_the_same(by_three: None, numbers: range) -> None:
    assert CUT
    found = list(by_processes.readings(CUT, numbers))
    assert found == _alone(CUT, numbers)
    assert [number for number, one in zip(numbers, found, strict=True) if one is None] == [
        number for number in numbers if number == 150
    ]


def test_where_one_is_killed_the_rest_is_read_here(
    by_three: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CUT
    here = os.getpid()

    def killed(found: Cut, numbers: Sequence[int]) -> Any:
        if os.getpid() != here and 100 in numbers:
            os._exit(9)
        return iter(_alone_before(found, numbers))

    _alone_before = by_processes._one_by_one
    wanted = _alone(CUT, range(200))
    monkeypatch.setattr(by_processes, "_one_by_one", killed)
    assert list(by_processes.readings(CUT, range(200))) == wanted
