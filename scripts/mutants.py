"""The changes that ``mutate.py`` tries: which there are in a module, and how each is made.

A comparison widened or turned, ``and`` for ``or``, a condition negated, a filter left out, a number
one larger, ``min`` for ``max``, a ``yield`` dropped. Docstrings, annotations and decorators stay.
"""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COMBINED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_LONGEST = 70

Change = Callable[[], object]


class Mutant(NamedTuple):
    """The nth change of a function, or of a number of the module, which is named "= NAME"."""

    path: Path
    target: str
    nth: int
    line: int
    before: str


def sample(paths: list[Path], size: int, seed: str = "") -> list[Mutant]:
    """The first changes of some modules by the checksum of a seed and of what they change.

    It hangs on the changed code alone: a line that is added elsewhere exchanges no other change.
    """
    seen: Counter[str] = Counter()

    def order(mutant: Mutant) -> bytes:
        text = f"{seed}{mutant.path.name} {mutant.target} {mutant.before}"
        seen[text] += 1
        return hashlib.sha256(f"{text} {seen[text]}".encode()).digest()

    every = [mutant for path in paths for mutant in mutants(path)]
    return sorted(every, key=order)[:size]


def mutants(path: Path) -> Iterator[Mutant]:
    """Every change of a module, in the order of its text."""
    for target, node in targets(ast.parse(path.read_text(encoding="utf-8"))):
        for nth, (where, _) in enumerate(_changes(node)):
            yield Mutant(path, target, nth, where.lineno, _short(ast.unparse(where)))


def changed(mutant: Mutant) -> tuple[ast.Module, str]:
    """The module with the change made, and what stands in its place, in words."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    node = next(node for name, node in targets(tree) if name == mutant.target)
    where, change = list(_changes(node))[mutant.nth]
    change()
    return ast.fix_missing_locations(tree), _short(ast.unparse(where))


def targets(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """The functions and methods of a module by qualified name, and its numbers as "= NAME"."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            own = (inner for inner in node.body if isinstance(inner, ast.FunctionDef))
            yield from ((f"{node.name}.{inner.name}", inner) for inner in own)
        elif isinstance(node, ast.Assign) and _is_of_numbers(node.value):
            yield "= " + ast.unparse(node.targets[0]), node


def _is_of_numbers(value: ast.expr) -> bool:
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return bool(parts) and all(
        isinstance(part, ast.Constant) and _is_number(part.value) for part in parts
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _changes(target: ast.stmt) -> Iterator[tuple[Any, Change]]:
    """Each change that can be made inside a target: the node that shows it, and what makes it."""
    for node in _nodes(target):
        yield from ((node, change) for change in _of(node))


def _nodes(target: ast.stmt) -> Iterator[ast.AST]:
    if not isinstance(target, ast.FunctionDef):
        yield from _walk(target)
        return
    for part in (*target.body, *target.args.defaults, *filter(None, target.args.kw_defaults)):
        if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)):
            yield from _walk(part)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """All that a node holds, but ``strict=True``: that guards, it decides nothing."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.keyword) and child.arg == "strict"):
            yield from _walk(child)


def _of(node: ast.AST) -> Iterator[Change]:
    yield from _of_operators(node)
    match node:
        case ast.If() | ast.IfExp() | ast.While():
            yield _setter(node, "test", ast.UnaryOp(ast.Not(), node.test))
        case ast.Constant(value=bool()):
            yield _setter(node, "value", not node.value)
        case ast.Constant() if _is_number(node.value):
            yield _setter(node, "value", _larger(node.value))
        case ast.GeneratorExp() | ast.ListComp() | ast.SetComp() | ast.DictComp():
            yield from (each.ifs.clear for each in node.generators if each.ifs)
        case ast.Call(func=ast.Name(id="min" | "max" | "any" | "all" as name)):
            yield _setter(node, "func", ast.Name(_CALLED[name], ast.Load()))
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield _setter(node, "value", ast.YieldFrom(ast.Tuple([], ast.Load())))


def _of_operators(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare():
            for n, operator in enumerate(node.ops):
                if type(operator) in _COMPARED:
                    yield _setter(node.ops, n, _COMPARED[type(operator)]())
        case ast.BoolOp():
            yield _setter(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.BinOp() if type(node.op) in _COMBINED and not _is_type(node):
            yield _setter(node, "op", _COMBINED[type(node.op)]())


def _setter(owner: Any, name: Any, value: object) -> Change:
    if isinstance(owner, list):
        return lambda: owner.__setitem__(name, value)
    return lambda: setattr(owner, name, value)


def _is_type(node: ast.BinOp) -> bool:
    """Whether it is an alternative of types: "str | None"."""
    return isinstance(node.op, ast.BitOr) and "None" in ast.unparse(node)


def _larger(value: Any) -> Any:
    return value + 1 if isinstance(value, int) else round(value * 1.5 + 0.01, 6)
