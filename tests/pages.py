"""What the README and the pages of docs/ show: commands, programs, and what they print.

``python -m tests.pages [PAGE…]`` runs them, and writes anew what they print where a page shows all
of it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
}
"""The text of each page by its path in the project."""

_SHOWN = re.compile(
    r"^<!-- what `(?P<command>[^`\n]+)` printed -->\n```(?:text|json)\n(?P<printed>.*?)^```$"
    r"|^```console\n(?P<console>.*?)^```$"
    r"|^```python\n(?P<python>.*?)^```$(?:\n\n```text\n(?P<result>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_TYPED = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_TOOL = f"""#!/bin/sh
exec '{sys.executable}' -c 'from claimtrack.cli import main; main()' "$@"
"""


class Step(NamedTuple):
    """One thing that a reader does, what it prints, and where in the page that stands."""

    command: str
    printed: str
    """"" where the page shows no output."""
    span: tuple[int, int]
    language: str = "sh"


def steps(page: str) -> Iterator[Step]:
    """Everything that a page has its reader do, from top to bottom."""
    for shown in _SHOWN.finditer(page):
        if shown["command"]:
            yield Step(shown["command"], shown["printed"], shown.span("printed"))
        elif shown["python"]:
            result = shown["result"] or ""
            yield Step(shown["python"], result, shown.span("result"), "python")
        else:
            start = shown.start("console")
            for typed in _TYPED.finditer(shown["console"]):
                span = (start + typed.start(2), start + typed.end(2))
                yield Step(typed[1], typed[2], span)


def clone(folder: Path) -> Path:
    """A folder with the data that ship, and a ``claimtrack`` to call."""
    shutil.copytree(ROOT / "data", folder / "data")
    tool = folder / "bin" / "claimtrack"
    tool.parent.mkdir()
    tool.write_text(_TOOL, encoding="utf-8")
    tool.chmod(0o755)
    return folder


def done(step: Step, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a step in a clone, on a screen of 96 columns and with no settings but its own."""
    environment = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "COLUMNS": "96",
        **{f"XDG_{name}_HOME": str(folder / name) for name in ("CACHE", "STATE", "CONFIG")},
        **{f"GIT_{who}_NAME": "Ada Berg" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "ada@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    called = [sys.executable, "-c"] if step.language == "python" else ["sh", "-c"]
    return subprocess.run(
        [*called, step.command], cwd=folder, env=environment, capture_output=True, text=True
    )


def whole(printed: str) -> bool:
    """Whether a page shows all that was printed: no lines left out, nor values of a record."""
    return not printed.startswith("{") and "…" not in printed.splitlines()


def rewritten(page: str, folder: Path) -> str:
    """A page with what its steps print now, where it shows all of that."""
    pieces, at = [], 0
    for step in steps(page):
        ran = done(step, folder)
        ran.check_returncode()
        if step.printed and whole(step.printed):
            pieces += [page[at : step.span[0]], ran.stdout.strip("\n") + "\n"]
            at = step.span[1]
    return "".join(pieces) + page[at:]


if __name__ == "__main__":
    for path in sys.argv[1:] or PAGES:
        text = PAGES[path]
        with tempfile.TemporaryDirectory() as folder:
            new = rewritten(text, clone(Path(folder)))
        (ROOT / path).write_text(new, encoding="utf-8")
        print(path, "as it was" if new == text else "written anew")
