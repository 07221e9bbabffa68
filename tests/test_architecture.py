"""Imports run one way: who may import whom, read from the source with `ast`."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import claimtrack

ROOT = Path(claimtrack.__file__).parent
VALUES = {"model", "edtf"}
WORDS = VALUES | {"lexicon"}

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "edtf": set(),
    "lexicon": {"text"},
    "runtime": set(),
    "yamlparser": set(),
    "fields": {"model"},
    "ids": {"model", "fields"},
    "text": {"model", "fields"},
    "german": WORDS,
    "registry": WORDS | {"german"},
    "article": WORDS | {"runtime", "yamlparser"},
    "extract": WORDS | {"german", "article", "registry", "ids", "runtime"},
    "ledger": WORDS
    | {"german.numbers", "article", "fields", "ids", "text", "runtime", "yamlparser"},
    "about": WORDS,
    "coverage": WORDS | {"german", "article", "extract", "ledger"},
    "conflicts": WORDS
    | {"german.animacy", "german.verbs", "german.tokens", "german.numbers", "german.dates"}
    | {"registry", "ids"}
    | {"about", "ledger", "runtime", "text"},
    "analysis": WORDS | {"registry", "about", "conflicts", "fields", "text"},
    "render": VALUES
    | {"conflicts", "analysis", "coverage", "fields", "lexicon.column_names", "text"},
    "report": VALUES | {"german", "article", "conflicts", "analysis", "coverage", "text", "render"},
    "importing": VALUES | {"article", "fields", "ledger", "lexicon.column_names", "text"},
    "export": VALUES | {"conflicts", "fields", "ids", "render"},
    "archive": VALUES | {"article", "registry", "extract", "about", "runtime", "render", "export"},
    "review": WORDS
    | {"german", "article", "extract", "registry", "ledger", "conflicts", "coverage", "render"}
    | {"ids"},
}
"""For each part of the package, the parts it may import; `cli` may import all."""

ROOMS: dict[str, tuple[str, ...]] = {
    "ledger": (
        "errors", "yaml", "format", "document", "edit", "checks", "reingest", "git_merge", "files",
        "index", "queries", "writes", "merges", "__init__",
    ),
    "conflicts": (
        "weights", "verdicts", "statement", "event_profiles", "events", "event_reasons",
        "proposition", "figures", "finding", "propositions", "kinds", "groups", "results",
        "comparison", "explanation", "__init__", "stored", "regrouping", "cache",
    ),
    "extract": (
        "candidate", "reporting_words", "actor", "interview", "paragraphs", "sentence",
        "pointing_words", "reach", "speaker", "figure", "ways", "candidates", "meaning",
        "as_written", "roles", "pipeline", "__init__",
    ),
    "german": (
        "__init__", "lazy", "verbs", "words", "tokens", "quotations", "nouns", "names",
        "animacy", "attributes", "case", "complements", "phrases", "numbers", "dates", "finite",
        "predicates", "clauses", "joining", "cutting", "weak_verbs", "sentence", "document",
    ),
}  # fmt: skip
"""The rooms of a part, each of which imports from those before it alone."""

CLI_ROOMS = (
    "console", "arguments", "contrasting", "looking", "by_hand", "ingesting", "sending_out",
    "upkeep",
)  # fmt: skip
"""The rooms of the command line, each of which imports from those before it alone, beside the
modules that have no room: how a ledger is found and opened, settings, failures."""

MOST_MODULES = 40
"""In a folder: more than that nobody looks through."""


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).with_suffix("").parts[0], path


@cache
def parsed(path: Path) -> ast.Module:
    """A module, which many tests look at."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """The imports of a module, wherever in it they stand."""
    return tuple(
        node for node in ast.walk(parsed(path)) if isinstance(node, ast.Import | ast.ImportFrom)
    )


def imported(path: Path) -> Iterator[str]:
    """The parts of claimtrack that a module imports, as ``a`` or ``a.b``."""
    for node in imports(path):
        if isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError(f"{path}: relative import")
        if isinstance(node, ast.ImportFrom) and node.module == "claimtrack":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("claimtrack."):
            package = str(node.module).removeprefix("claimtrack.")
            yield from {_module(package, alias.name) for alias in node.names}
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("claimtrack"):
                    yield alias.name.removeprefix("claimtrack").removeprefix(".") or "claimtrack"


def _names_imported(path: Path, package: str) -> set[str]:
    """The names that a module imports from a package."""
    return {
        alias.name
        for node in imports(path)
        if isinstance(node, ast.ImportFrom) and node.module == package
        for alias in node.names
    }


def test_only_the_reach_reads_what_a_ledger_names() -> None:
    """A ledger may be a stranger's: what reads any path is for the paths that a user gives."""
    unbounded = {"read", "iter_articles", "reading"}
    reading = {
        path.relative_to(ROOT).as_posix()
        for _, path in modules()
        if unbounded & _names_imported(path, "claimtrack.article")
    }
    assert reading == {"archive/reader.py", "cli/ingesting/extraction.py"}


def _module(package: str, name: str) -> str:
    """The module that ``from package import name`` loads: ``name`` may be one of the package."""
    home = ROOT.joinpath(*package.split("."))
    inside = (home / f"{name}.py").exists() or (home / name).is_dir()
    return f"{package}.{name}" if inside else package


def allowed(part: str, name: str) -> bool:
    may = MAY_IMPORT[part] | {part}
    return any(name == one or name.startswith(f"{one}.") for one in may)


BOUND = [(part, path) for part, path in modules() if part not in ("cli", "__init__", "__main__")]


@pytest.mark.parametrize(("part", "path"), BOUND, ids=lambda value: str(value)[-40:])
def test_imports_run_one_way(part: str, path: Path) -> None:
    wrong = [name for name in imported(path) if not allowed(part, name)]
    assert not wrong, f"{path.relative_to(ROOT)} imports {', '.join(wrong)}"


DOORS = {
    f"render/{name}.py" for name in ("safe", "screen", "json", "yaml", "csv", "md", "svg", "html")
}
"""The modules that may call text harmless: each escapes what it is handed."""


def test_only_doors_call_text_harmless() -> None:
    for _, path in modules():
        text = path.read_text(encoding="utf-8")
        if path.relative_to(ROOT).as_posix() not in DOORS:
            assert not re.search(r"\b(?:SafeText|Element)\(", text), path


def test_only_the_door_writes_to_a_standard_stream() -> None:
    """Nor does any program that is called: what it says is taken and told."""
    direct = r"\bprint\(|\becho\(|sys\.__?std|\bstd(?:out|err)\.(?:write|buffer)|os\.write\("
    for _, path in modules():
        text = re.sub(r"^ *(?:>>> |#).*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert not re.search(direct, text), path
        for call in re.findall(r"subprocess\.run\((.*)", text):
            assert "capture_output=True" in call or path.name == "editors.py", path


def test_every_part_has_its_row() -> None:
    found = {part for part, _ in modules()} - {"cli", "__init__", "__main__"}
    assert found == set(MAY_IMPORT)


@pytest.mark.parametrize("part", ROOMS)
def test_rooms_import_one_way(part: str) -> None:
    rooms = ROOMS[part]
    for path in sorted((ROOT / part).rglob("*.py")):
        room = path.relative_to(ROOT / part).with_suffix("").parts[0]
        names = (name.split(".") for name in imported(path) if name.split(".")[0] == part)
        used = {name[1] if len(name) > 1 else "__init__" for name in names}
        later = set(rooms[rooms.index(room) + 1 :])
        assert not used & later, f"{path.relative_to(ROOT)} imports {used & later}"


def test_rooms_of_the_command_line_import_one_way() -> None:
    folders = {path.parent.name for path in (ROOT / "cli").glob("*/__init__.py")}
    assert folders == {*CLI_ROOMS, "completion"}
    for at, room in enumerate(CLI_ROOMS):
        for path in (ROOT / "cli" / room).glob("*.py"):
            used = {name.split(".")[1] for name in imported(path) if name.startswith("cli.")}
            later = used & {*CLI_ROOMS[at + 1 :]}
            assert not later, f"{path.relative_to(ROOT)} imports {later}"


def test_no_folder_has_more_modules_than_one_looks_through() -> None:
    count = Counter(path.parent for _, path in modules() if path.name != "__init__.py")
    assert [folder for folder, held in count.items() if held > MOST_MODULES] == []


def module_of(name: str) -> str:
    """The module that an import means: ``a.b`` may be a module, or a name of ``a``."""
    place = ROOT / name.replace(".", "/")
    if place.with_suffix(".py").exists():
        return name
    return (
        f"{name}.__init__"
        if (place / "__init__.py").exists()
        else module_of(name[: name.rfind(".")])
    )


def test_no_modules_of_the_ledger_need_each_other() -> None:
    """Nor for their types alone."""
    needs = {}
    for path in sorted((ROOT / "ledger").rglob("*.py")):
        own = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found = {module_of(name) for name in imported(path) if name.startswith("ledger.")}
        needs[own] = found - {own}
    while needs:
        free = {own for own, found in needs.items() if not found & needs.keys()}
        assert free, f"a circle among {sorted(needs)}"
        needs = {own: found for own, found in needs.items() if own not in free}


def test_the_guide_shows_the_table() -> None:
    """Lines of ``part, part ← what they may import``, with names for two groups of parts."""
    guide = (ROOT.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    groups = {"values": VALUES, "words": WORDS, "nothing": set[str]()}
    shown: dict[str, set[str]] = {}
    for parts, listed in re.findall(r"^([a-z, ]+?) +← ([a-z_., ]+)$", guide, re.MULTILINE):
        names = listed.split(", ")
        may = set[str]().union(*(groups.get(name, {name}) for name in names))
        shown |= dict.fromkeys(parts.split(", "), may)
    assert shown == MAY_IMPORT
    orders = re.findall(r"^([a-z]+): +([a-z_, \n]+)$", guide, re.MULTILINE)
    assert {part: tuple(re.split(r",\s+", rooms.strip())) for part, rooms in orders} == ROOMS


def test_the_table_has_no_circle() -> None:
    order: list[str] = []
    rest = {part: {name.split(".")[0] for name in may} for part, may in MAY_IMPORT.items()}
    while rest:
        free = sorted(part for part, may in rest.items() if may <= set(order))
        assert free, f"a circle among {sorted(rest)}"
        order += free
        for part in free:
            del rest[part]


def test_nothing_imports_the_command_line() -> None:
    for part, path in modules():
        if part not in ("cli", "__main__"):
            assert not [name for name in imported(path) if name.split(".")[0] == "cli"]


@pytest.mark.parametrize(
    "heavy",
    ["pydantic", "yaml", "rich", "dateutil", "typer", "textual", "pyarrow", "openpyxl", "sqlite3"],
)
def test_heavy_packages_are_imported_where_they_are_used(heavy: str) -> None:
    """Not while modules load, except where the whole module is about that package."""
    at_home = {
        "pydantic": {"ledger"},
        "yaml": {"ledger", "yamlparser"},
        "typer": {"cli"},
        "rich": {"review"},
        "textual": {"review"},
        "pyarrow": {"export", "importing", "archive"},
        "openpyxl": {"importing"},
        "sqlite3": {"export", "importing"},
    }.get(heavy, set())
    for part, path in modules():
        if part not in at_home:
            names = {name.split(".")[0] for name in _at_load(parsed(path))}
            assert heavy not in names, f"{path.relative_to(ROOT)} loads {heavy} at once"


def test_choosing_and_showing_claims_need_no_heavy_package() -> None:
    """What a command does with claims once it has them, and every `--help`."""
    code = (
        "import sys; from claimtrack import registry; from claimtrack.about import topics\n"
        "from claimtrack.analysis import filters\n"
        "from claimtrack.cli import app; app.program()\n"
        "from claimtrack.render import claims, json, show, table\n"
        "found = registry.Registry.shipped().matches('nato', 'Mark Rutte')\n"
        "heavy = {'pydantic', 'yaml', 'rich', 'dateutil', 'socket', 'claimtrack.article'}\n"
        "print(found, sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "True []\n"


def test_showing_conflicts_that_are_known_needs_nothing_that_compares() -> None:
    """What an unchanged ledger is shown with, out of its index."""
    code = (
        "import sys; from claimtrack.cli.contrasting import dispute_filters, disputes\n"
        "from claimtrack.conflicts.cache import survey\n"
        "from claimtrack.render import conflict, conflict_md, pairs\n"
        "dispute_filters.check(dispute_filters.Asked(kinds=('stance',), verdicts=('tension',)))\n"
        "parts = ('claimtrack.german', 'claimtrack.lexicon', 'claimtrack.conflicts.figures')\n"
        "print([name for name in sys.modules if name.startswith(parts)])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def _at_load(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
