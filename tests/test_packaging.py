"""What pyproject.toml promises and what the locks hold go together."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
DECLARED = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(DECLARED)
LOCKS = {
    "run": (),
    "dev": ("html", "review", "arrow", "xlsx", "test", "dev"),
    "lowest": ("html", "test"),
    "docs": ("docs",),
}
"""Each lock, and the extras that it holds besides what runs."""


def requirements(*extras: str) -> Iterator[Requirement]:
    """What the project needs to be built and to run, and what some extras add."""
    project = PROJECT["project"]
    lines = [*PROJECT["build-system"]["requires"], *project["dependencies"]]
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    yield from (found for line in lines if (found := Requirement(line)).name != project["name"])


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")


def locked(name: str) -> dict[str, list[Version]]:
    """The versions of each package in a lock; several where they hang on the Python."""
    found: dict[str, list[Version]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock(name), re.MULTILINE):
        found.setdefault(canonicalize_name(package), []).append(Version(version))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_each_locked_version_is_in_its_declared_range(name: str) -> None:
    versions = locked(name)
    for needed in requirements(*LOCKS[name]):
        of_package = versions.get(canonicalize_name(needed.name), [])
        assert of_package, f"{needed.name} is not in {name}.lock: make lock"
        wrong = [one for one in of_package if not needed.specifier.contains(one)]
        assert not wrong, f"{name}.lock has {wrong} for {needed}: make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_everything_in_a_lock_has_a_checksum_and_no_address(name: str) -> None:
    text = lock(name)
    parts = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(parts) >= len(list(requirements(*LOCKS[name])))
    assert [part.split()[0] for part in parts if "--hash=sha256:" not in part] == []
    assert re.findall(r"\S*(?://|--(?:index|extra|find|trusted))\S*", text) == []


def test_running_and_developing_are_locked_to_the_same_versions() -> None:
    developing = locked("dev")
    assert {name: developing.get(name) for name in locked("run")} == locked("run")


def test_what_builds_the_site_is_locked_to_the_same_versions() -> None:
    developing, building = locked("dev"), locked("docs")
    both = developing.keys() & building.keys()
    assert {name: building[name] for name in both} == {name: developing[name] for name in both}


def test_the_lowest_lock_holds_the_lower_end_of_each_range() -> None:
    """Or the first release behind it, as 2.9.0.post0 is for 2.9."""
    versions = locked("lowest")
    for needed in requirements(*LOCKS["lowest"]):
        (floor,) = (Version(one.version) for one in needed.specifier if one.operator == ">=")
        held = min(versions[canonicalize_name(needed.name)])
        assert (held.major, held.minor) == (floor.major, floor.minor), f"{needed}: {held}"


def test_every_dependency_says_what_it_is_for() -> None:
    declared = re.findall(r'^ {4}"([^"]*[<>=\]][^"]*)",(.*)$', DECLARED, re.MULTILINE)
    extras = PROJECT["project"]["optional-dependencies"].values()
    expected = [*PROJECT["project"]["dependencies"], *(one for extra in extras for one in extra)]
    assert [line for line, _ in declared] == expected
    assert [line for line, reason in declared if not re.match(r" *# \w.{4}", reason)] == []


def test_every_range_is_closed_at_both_ends() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    for needed in requirements(*extras):
        operators = {one.operator for one in needed.specifier}
        assert ">=" in operators, needed
        assert needed.name == "setuptools" or "<" in operators, needed


DERIVED = [
    path.stem
    for path in sorted((ROOT / "claimtrack" / "lexicon").glob("*.tsv"))
    if "CC BY" in "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:4])
]
"""The lists whose head says that they are derived from data under a licence of its own."""


def test_a_list_that_is_derived_has_its_licence_beside_it() -> None:
    assert DERIVED == ["verb_forms", "word_rarity"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in DERIVED:
        licence = f"claimtrack/lexicon/{name}.LICENSE.md"
        text = (ROOT / licence).read_text(encoding="utf-8")
        assert "creativecommons.org/licenses/by-sa/4.0" in text and "Changes: " in text
        assert licence in PROJECT["project"]["license-files"] and licence in readme
