"""The changes that `make mutate` tries, and whether they reach the loaded program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield
    for name in ("mutants", "mutate"):
        sys.modules.pop(name, None)


CHANGES = [
    ("def f(a):\n    return a < 3", ["a <= 3", "4"]),
    ("def f(a, b):\n    return a and b", ["a or b"]),
    ("def f(a):\n    if a:\n        yield a", ["if not a: yield a", "yield from ()"]),
    ("def f(a: int = 2) -> str | None:\n    '''3 of them.'''", ["3"]),
    ("def f(a):\n    return [b for b in a if b]", ["[b for b in a]"]),
    ("def f(a, b):\n    return zip(a, b, strict=True)", []),
    ("class A:\n    def f(self):\n        return min(1.0, self.x)", ["max(1.0, self.x)", "1.51"]),
    ("LEAST, MOST = 1, 2\nNAME = 'x'\nOTHER = f(3)", ["2", "3"]),
]


@pytest.mark.parametrize(("source", "wanted"), CHANGES)
def test_changes(tmp_path: Path, source: str, wanted: list[str]) -> None:
    from mutants import changed, mutants  # type: ignore[import-not-found]

    path = tmp_path / "module.py"
    path.write_text(source, encoding="utf-8")
    assert [changed(mutant)[1] for mutant in mutants(path)] == wanted


def test_a_sample_hangs_on_the_changed_code_alone(tmp_path: Path) -> None:
    from mutants import sample

    path = tmp_path / "module.py"
    path.write_text("def f(a):\n    return a < 3 or a > 9 or a == 5\n", encoding="utf-8")
    before = [mutant.before for mutant in sample([path], 3)]
    path.write_text("X = f(1)\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert [mutant.before for mutant in sample([path], 3)] == before
    orders = {tuple(mutant.before for mutant in sample([path], 9, seed)) for seed in "abcdef"}
    assert len(orders) > 1
    assert len({tuple(sorted(order)) for order in orders}) == 1


@pytest.mark.parametrize(
    ("module", "target", "call"),
    [
        ("edtf.py", "overlap", lambda m: m.overlap("2024-10-01", "2024-10-02")),
        ("lexicon/stems.py", "stem", lambda m: m.stem("Häuser")),
        ("german/words.py", "look_up", lambda m: m.look_up("Häuser")),
    ],
)
def test_a_change_reaches_the_loaded_function(module: str, target: str, call: object) -> None:
    """Also one behind a cache."""
    import importlib

    from mutants import mutants
    from mutate import _function, make

    path = SCRIPTS.parent / "claimtrack" / module
    name = module.removesuffix(".py").replace("/", ".")
    loaded = importlib.import_module(f"claimtrack.{name}")
    function = _function(vars(loaded)[target])
    code = function.__code__
    try:
        mutant = next(each for each in mutants(path) if each.target == target)
        assert make(mutant) == {target}
        assert function.__code__ is not code
    finally:
        function.__code__ = code


def test_a_change_reaches_what_a_parameter_is_without_an_argument() -> None:
    from mutants import mutants
    from mutate import make

    from claimtrack.cli.failure import near

    before = near.__defaults__
    path = SCRIPTS.parent / "claimtrack" / "cli" / "failure.py"
    try:
        make(next(each for each in mutants(path) if (each.target, each.before) == ("near", "3")))
        assert (before, near.__defaults__) == ((3,), (4,))
    finally:
        near.__defaults__ = before
