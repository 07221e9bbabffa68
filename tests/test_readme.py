"""Every command that the README and the pages of docs/ show is run, in a copy of the data."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import claimtrack
from tests.pages import PAGES, ROOT, Step, clone, done, steps

EVERYTHING = "\n".join(PAGES.values())
NOT_RUN = {
    "make run": "what this clone is made with",
    "make test": "what runs this",
    "pip install .": "needs a network",
    "claimtrack --help": "shown beside it",
    "claimtrack review --status new --order score": "needs a terminal; tests/review",
    "claimtrack edit": "needs an editor; tests/test_cli_changing.py",
    "datasette claims.db -m claims.metadata.json": "a server; tests/export",
    "duckdb -c \"SELECT actor, unnest(figures) FROM 'tables/claims.parquet'\"": "tests/export",
    "seq 1 64 | xargs -P2 -I{} claimtrack extract archive.jsonl --shard {}/64 --output parts": (
        "needs somebody's archive; tests/archive"
    ),
    'claimtrack import aussagen.xlsx --article nato-bestaetigt --map "Behörde=actor"': (
        "needs openpyxl and somebody's table; tests/importing"
    ),
}
"""The lines in blocks of ``sh``, which are not run here, and why."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_followed_from_top_to_bottom(path: str, tmp_path: Path) -> None:
    """Each command runs after those above it, and prints what stands below it."""
    folder = clone(tmp_path)
    for step in steps(PAGES[path]):
        skip_what_cannot_run(step)
        ran = done(step, folder)
        assert ran.returncode == 0, f"{step.command}\n{ran.stderr}"
        assert "no claims yet" not in ran.stderr, step.command
        assert "claimtrack: " not in ran.stderr, f"{step.command}\n{ran.stderr}"
        if step.printed:
            assert_printed(step.printed, ran.stdout)


def skip_what_cannot_run(step: Step) -> None:
    if "import pandas" in step.command:
        pytest.importorskip("pandas", reason="pandas is not installed")
    for package in ("duckdb", "dask", "distributed"):
        if re.search(rf"\b{package}\b", step.command) and step.language == "python":
            pytest.importorskip(package, reason=f"{package} is not installed")
    if "parquet" in step.command:
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    if step.command.startswith("git ") and shutil.which("git") is None:
        pytest.skip("git is not installed")


def assert_printed(shown: str, printed: str) -> None:
    """What a page shows is what was printed, but for lines and values that ``…`` leaves out."""
    if shown.startswith("{"):
        assert_shown(json.loads(shown), json.loads(printed))
        return
    for piece in re.split(r"^…$", shown, flags=re.MULTILINE):
        before, shown_lines, after = printed.partition(piece.strip("\n"))
        assert shown_lines or not piece.strip("\n"), f"not printed:\n{piece}\nbut:\n{printed}"
        printed = after
        if "\n…\n" not in f"\n{shown}":
            assert (before.strip(), after.strip()) == ("", "")


def assert_shown(told: object, printed: object) -> None:
    """Whether a record is as printed: same keys, same values, but for what ``…`` leaves out."""
    if isinstance(told, dict):
        assert isinstance(printed, dict)
        assert "…" in told or list(told) == list(printed)
        for name in told.keys() - {"…"}:
            assert_shown(told[name], printed[name])
    elif isinstance(told, list):
        assert isinstance(printed, list) and len(told) == len(printed)
        for one, other in zip(told, printed, strict=True):
            assert_shown(one, other)
    elif isinstance(told, str) and told.endswith("…"):
        assert str(printed).startswith(told.removesuffix("…"))
    else:
        assert told == printed


def test_the_pages_show_commands_and_records() -> None:
    commands = [step for page in PAGES.values() for step in steps(page)]
    assert len([step for step in commands if "claimtrack " in step.command]) > 60
    assert len([step for step in commands if step.printed.startswith("{")]) == 2
    assert any(step.printed for step in steps(PAGES["README.md"]))


@pytest.mark.parametrize("path", PAGES)
def test_what_is_not_run_says_why(path: str) -> None:
    """Commands stand behind ``$`` in a console, or are known not to run."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGES[path], re.MULTILINE | re.DOTALL)
    lines = [line.partition("  #")[0].strip() for line in "\n".join(blocks).splitlines()]
    assert [line for line in lines if line and line not in NOT_RUN] == []


def test_no_reason_outlives_its_command() -> None:
    assert [line for line in NOT_RUN if line not in EVERYTHING] == []


def test_the_pages_name_claims_that_are_there() -> None:
    ledger = (ROOT / "data" / "claims.yaml").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:isw|nis|selenskyj|yonhap|rutte)-[0-9a-z]{6}\b", EVERYTHING))
    assert named
    assert {name for name in named if f"id: {name}\n" not in ledger} == set()


def test_every_command_and_format_is_told_of() -> None:
    from claimtrack.cli.app import COMMANDS as COMMAND_NAMES
    from claimtrack.render import FORMATS

    for name in COMMAND_NAMES:
        assert re.search(rf"claimtrack {name}\b|`{name}`", EVERYTHING), name
    for form in FORMATS:
        assert f"`{form}`" in EVERYTHING


def test_every_record_is_on_the_page_for_programs() -> None:
    """The names of contracts in the code are those that programs are promised."""
    package = Path(claimtrack.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    named = set(re.findall(r"\bclaimtrack\.[\w.]+/\d+", code)) - {"claimtrack.sqlite/1"}
    assert {name for name in named if name not in PAGES["docs/programs.md"]} == set()


EXAMPLES = re.findall(
    r"^\|.*?([A-Z„][^|]+[.“]) \| `(\w+)` \|$", PAGES["docs/german.md"], re.MULTILINE
)


def test_how_german_is_read_has_its_examples() -> None:
    assert len(EXAMPLES) == 11


@pytest.mark.parametrize(("text", "word"), EXAMPLES)
def test_the_examples_of_the_page_on_german_are_read_so(text: str, word: str) -> None:
    record = claimtrack.read_article(json.dumps({"text": text, "published": "2024-10-28"}))
    (claim,) = (each for each in record["claims"] if each["within"] is None)
    assert word in (claim["kind"], claim["confidence"])
