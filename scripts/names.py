"""How the package names things: fillers among its variables, names of modules that stand twice.

usage: names.py [--most PERCENT] [PART…]

A *filler* is a name that says nothing of the thing ("one", "found", "told"): counted are all names
that are bound, as variables, parameters and in loops. A module is hidden where its package has a
function or value of its name. Without PART all of claimtrack is looked at. Exits with 1 where
fillers are more than ``--most`` percent, or where a module is hidden.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "claimtrack"

FILLERS = frozenset(
    {
        "one", "ones", "other", "others", "found", "told", "kept", "mine", "theirs", "asked",
        "thing", "things", "stuff", "data", "obj", "tmp", "foo",
    }
)  # fmt: skip
"""Names that say that there is something, not what."""


def bound(tree: ast.AST) -> Iterator[str]:
    """The names that a module binds: variables, loops, parameters; no imports, no classes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg


def modules(parts: list[str]) -> Iterator[Path]:
    """The files of some parts, as ``ledger.edit``; of all without any."""
    for part in parts or ["."]:
        place = ROOT / part.replace(".", "/") if part != "." else ROOT
        yield from [place.with_suffix(".py")] if not place.is_dir() else sorted(place.rglob("*.py"))


def hidden(paths: list[Path]) -> Iterator[str]:
    """Modules that cannot be reached as an attribute, since their package binds their name."""
    for path in paths:
        if path.name != "__init__.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        names |= {
            alias.asname or alias.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module != _package(path)
            for alias in node.names
        }
        for place in sorted(path.parent.iterdir()):
            is_module = place.suffix == ".py" or (place / "__init__.py").exists()
            if is_module and place.stem in names and place.stem != "__init__":
                yield str(place.relative_to(ROOT))


def _package(path: Path) -> str:
    return ".".join(("claimtrack", *path.parent.relative_to(ROOT).parts))


def main() -> int:
    """Prints the counts; 1 where there is too much of something."""
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--most", type=float, default=100.0)
    typed = parser.parse_args()
    counts: Counter[str] = Counter()
    rooms: dict[str, Counter[bool]] = defaultdict(Counter)
    stems: dict[str, list[str]] = defaultdict(list)
    paths = list(modules(typed.parts))
    for path in paths:
        names = list(bound(ast.parse(path.read_text(encoding="utf-8"))))
        counts.update(names)
        place = path.relative_to(ROOT)
        rooms[place.parts[0]].update(name in FILLERS for name in names)
        if path.name != "__init__.py":
            stems[path.stem].append(place.as_posix())
    share = 100 * sum(counts[name] for name in FILLERS) / counts.total()
    for room, seen in sorted(rooms.items()):
        print(f"{100 * seen[True] / max(1, seen.total()):6.1f} %  {seen.total():6}  {room}")
    print(f"{share:6.1f} %  {counts.total():6}  in all")
    often = sorted(((counts[name], name) for name in FILLERS if counts[name]), reverse=True)
    print("fillers:", ", ".join(f"{name} {count}" for count, name in often[:15]))
    twice = {stem: places for stem, places in stems.items() if len(places) > 1}
    print(f"module names that stand twice: {len(twice)}")
    print(*(f"  {stem}: {', '.join(places)}" for stem, places in sorted(twice.items())), sep="\n")
    out_of_sight = list(hidden(paths))
    print(f"modules hidden by a name of their package: {len(out_of_sight)}", *out_of_sight)
    return int(share > typed.most or bool(out_of_sight))


if __name__ == "__main__":
    sys.exit(main())
