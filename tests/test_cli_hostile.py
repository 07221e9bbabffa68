"""Nothing from outside acts: every command, with hostile text wherever text can come from.

The commands are those of the program's own register, their formats and options those of their own
help, the fields those of the ledger's own format: what is added to any of them is tried here too.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args
from unicodedata import category

import pytest
import typer
import yaml
from pydantic import BaseModel

from claimtrack.cli.app import COMMANDS, program
from claimtrack.cli.console import output
from claimtrack.cli.console.streams import behind
from claimtrack.ledger.format.entries import ENTRIES, names
from claimtrack.render import FORMATS
from claimtrack.render.screen import STYLES, _style
from tests.conftest import Ran, Run
from tests.test_cli import HOME

EVIL = "evil.example"
FRAGMENTS = (
    "\x1b[5mESC\x1b[0m",
    "\x9b5mCSI\x9d0;OSC\x9c",
    "\x07\x08\x0b\x0c\x0e\x7f",
    f"\x1b]8;;https://{EVIL}\x1b\\link\x1b]8;;\x1b\\",
    "\u202eRLO\u2066LRI\u2069\u200fRLM",
    "zero\u200b\u200d\u2060\ufeffwidth",
    "\u2028LS\u2029PS\x85NEL",
    "<script>alert(1)</script>",
    "| ` ]]> &amp; **bold** [a](b)",
    f"[red]rich[/red] [link=https://{EVIL}]x[/link]",
    "=1+1;=2\t+3",
    "\r\n# heading\n- item\r",
)
TYPED = " ".join(FRAGMENTS)
"""What can be typed as an argument or stand in a name: all but the end of a C string."""
HOSTILE = f"{TYPED}\x00"
"""The same as YAML can spell it."""
WORD = re.sub(r"\s", "", TYPED)
"""The same without a blank, as an id may be."""
NAME = WORD.replace("/", "")
"""The same as the name of a file."""
ID = NAME.replace("=", "")
"""The same as a part of an id that `set` takes for one, and not for a field."""
LONGEST_NAME = 200
NO_UTF8 = os.fsdecode(b"\x1b[5m\xff\x9b.md")

TERMINAL = {"COLUMNS": "160", "LINES": "50", "TERM": "xterm-256color", "COLORTERM": "truecolor"}


# What may be there ------------------------------------------------------------------------------


def our_codes() -> re.Pattern[str]:
    """Our own colours, and links to files; nothing else begins with an ESC."""
    from rich.color import ColorSystem

    painted = (_style(name).render("x", color_system=ColorSystem.TRUECOLOR) for name in STYLES)
    codes = {code for text in painted for code in re.findall(r"\x1b\[[\d;]*m", text)}
    link = r"\x1b\]8;id=\d+-?\d*;file://[!-~]+\x1b\\|\x1b\]8;;\x1b\\"
    return re.compile("|".join([*map(re.escape, sorted(codes)), link]))


OURS = our_codes()


def foreign(text: str, *, coloured: bool = False) -> str:
    """The characters of an output that could act, or cannot be seen."""
    rest = OURS.sub("", text) if coloured else text
    harmful = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return "".join(char for char in rest if char != "\n" and category(char) in harmful)


def sound(ran: Ran, form: str, told: str, *, coloured: bool = False) -> None:
    """Asserts that a command came to an end of its own and showed nothing that acts."""
    assert ran.code in (0, 1, 2), f"{told}: {ran.err}"
    for text in (ran.out, ran.err):
        assert not foreign(text, coloured=coloured), f"{told}: {foreign(text, coloured=coloured)!a}"
    if ran.code < 2:
        READERS.get(form, lambda _: None)(ran.out)


def markdown(text: str) -> None:
    """Nothing in it is markup but tables, headings and what is bold."""
    from markdown_it import MarkdownIt

    blocks = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    kinds = {block.type for block in blocks}
    known = ("table", "thead", "tbody", "tr", "th", "td", "heading", "paragraph")
    assert kinds <= {"inline", *(f"{one}_{end}" for one in known for end in ("open", "close"))}
    runs = {run.type for block in blocks for run in block.children or ()}
    assert runs <= {"text", "text_special", "strong_open", "strong_close"}
    assert not re.search("<script|]\\(", re.sub(r"\\.", "", text))


def table(text: str, delimiter: str = ",") -> None:
    """No cell is a formula, whatever parts cells; all rows are as long as the first."""
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    assert len({len(row) for row in rows}) <= 1
    parts = [part for line in text.split("\n") for part in line.split(";")]
    for cell in (*(cell for row in rows for cell in row), *parts):
        assert not re.match(r"[\s\"]*[=+@]", cell)


def picture(text: str) -> None:
    """Nothing in it is an element or a link but what a picture is drawn with."""
    drawn = {"svg", "title", "style", "rect", "text", "g", "line", "path", "circle"}
    for element in ET.fromstring(text).iter():
        assert element.tag.rpartition("}")[2] in drawn
        assert EVIL not in "".join([*element.attrib, *element.attrib.values()])
    assert not foreign(text)


class Page(HTMLParser):
    """The elements of a page, each with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))


def webpage(text: str) -> None:
    """Nothing in it is a script or style but its own two; it leads and reaches nowhere else."""
    elements = Page(text).elements
    assert sum(tag == "script" for tag, _ in elements) == 1
    assert sum(tag == "style" for tag, _ in elements) == 1
    active = {"iframe", "object", "embed", "img", "base", "audio", "video", "foreignobject", "use"}
    assert not {tag for tag, _ in elements} & active
    for _, attributes in elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        for name in ("href", "src", "xlink:href", "action"):
            assert attributes.get(name, "#").startswith(("#", "data:,"))
    assert not foreign(text)


READERS: dict[str, Any] = {
    "json": json.loads,
    "sarif": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.split("\n") if line],
    "yaml": yaml.safe_load,
    "csv": table,
    "md": markdown,
}
"""How what was printed is read again, for each format that has rules."""


# A ledger with hostile text in each of its fields -----------------------------------------------

SOUND: dict[str, dict[str, Any]] = {
    "articles": {
        "id": "a",
        "file": "articles/a.md",
        "published": "2024-05-01",
        "outlet": "Welt",
        "passed": "0-3 Bei dem",
    },
    "actors": {"name": "Amt"},
    "topics": {"name": "Lage"},
    "claims": {
        "id": "c",
        "actor": "Amt",
        "quote": "bei dem Beben in {} seien {} Menschen ums Leben gekommen",
        "said": "2024-05-01",
    },
    "rulings": {"claims": ["c-plain-0", "c-plain-1"], "verdict": "update"},
    "events": {"name": "Beben", "articles": ["a-plain-0"], "apart": ["a-plain-1"]},
}
"""An entry of each list that is right."""
COUNTS = ("300", "mindestens 900")
"""Two entries are made for each field: claims that count the same, and differ."""


def shapes(entry: type[BaseModel], name: str) -> Iterator[Any]:
    """A field with hostile text: by itself, in a list, in each field of what it holds."""
    field = next(one for key, one in entry.model_fields.items() if name in (key, one.alias))
    is_list = "tuple" in str(field.annotation)
    inner = next(nested(field.annotation), None)
    if inner is None:
        yield [HOSTILE, HOSTILE] if is_list else HOSTILE
        return
    for below in names(inner):
        for shape in shapes(inner, below):
            yield [{below: shape}] if is_list else {below: shape}


def nested(annotation: Any) -> Iterator[type[BaseModel]]:
    """The kinds of mapping that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from nested(part)


def filled(section: str, key: str, number: int, fields: dict[str, Any]) -> dict[str, Any]:
    """An entry that is right but for some fields; ``key`` and ``number`` part it from others."""
    made = dict(SOUND[section])
    if "id" in made:
        made["id"] = f"{made['id']}-{key}-{number}"
    if "name" in made:
        made["name"] = f"{made['name']} {key} {number}"
    if section == "claims":
        count = COUNTS[number]
        made |= {"actor": f"{('Amt', 'Ärztekammer')[number]} {key}", "topic": f"Lage {key}"}
        made["article"] = f"a-plain-{number}"
        made["quote"] = made["quote"].format("Hatay", count)
        made["figures"] = [{"text": count, "what": "Menschen", "state": "killed"}]
    return made | {name: blended(made.get(name), value) for name, value in fields.items()}


def blended(right: Any, hostile: Any) -> Any:
    """What is right and what is hostile in one: fields filled up, words that go on as hostile."""
    if isinstance(right, str) and isinstance(hostile, str) and " " in right:
        return f"{right} {hostile}"
    if isinstance(right, list) and isinstance(right[0], dict):
        return [{**right[0], **one} for one in hostile]
    return hostile


def free(section: str) -> dict[str, Any]:
    """Every field of a kind of entry that takes any text, with hostile text."""
    entry, found = ENTRIES[section], {}
    for name in set(names(entry)) - {"id"}:
        for shape in shapes(entry, name):
            right = filled(section, "x", 0, {name: shape})
            try:
                entry.model_validate(right)
            except ValueError:
                continue
            found[name] = shape
    return found


def entries() -> dict[str, list[dict[str, Any]]]:
    """A ledger: for each field entries that are right but for it, and some that are all hostile."""
    found: dict[str, list[dict[str, Any]]] = {}
    for section, entry in ENTRIES.items():
        each = [("plain", {}), ("unknown", {HOSTILE: HOSTILE}), (ID, free(section))]
        for name in names(entry):
            each += [(f"{name}{at}", {name: s}) for at, s in enumerate(shapes(entry, name))]
        found[section] = [filled(section, key, at, fields) for key, fields in each for at in (0, 1)]
    return found


ARTICLE = """---
title: {front}
outlet: {front}
author: {front}
published: 2024-05-01
---
Bei dem schweren Beben in der Provinz sind nach den Angaben der Behörden viele Menschen gestorben.
Die Helfer suchten am Montag weiter nach Vermissten, und das Wetter war dabei sehr schlecht.

Das Amt sagte, es gebe in der Stadt {body} mindestens 300 Tote. „Die Lage {body} ist ernst“, sagte
Anna {body} Weber am Montag. Laut der {body} Polizei seien noch 900 Soldaten {body} im Einsatz.
"""


def article() -> str:
    """An article that is hostile in front and in its text."""
    front, body = re.sub(r"[\r\n]", " ", TYPED), re.sub(r"[\r\n]", " ", FRAGMENTS[0] + FRAGMENTS[4])
    return ARTICLE.format(front=json.dumps(front), body=body)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a hostile ledger, a folder of ledgers, and articles; the working directory."""
    text = json.dumps({"version": "1", **entries()}, indent=1)
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    folder = tmp_path / f"folder{NAME}"[:LONGEST_NAME]
    folder.mkdir()
    (folder / f"{NAME[: LONGEST_NAME - 60]}.yaml").write_text(text, encoding="utf-8")
    (folder / f"-{NAME[: LONGEST_NAME - 60]}.yaml").write_text("claims: [{claim: x, actor: A}]\n")
    (tmp_path / "articles").mkdir()
    for name in ("a.md", f"{NAME[: LONGEST_NAME - 60]}.md", f"-{NAME[:40]}.txt"):
        (tmp_path / "articles" / name).write_text(article(), encoding="utf-8")
    heads = ["actor", "words", "tags", TYPED, "source", "said", "figure"]
    wrong = [[TYPED if at in (column, 6) else "" for column in range(7)] for at in range(7)]
    for name, rows in (("rows.csv", wrong), ("sound.csv", [[TYPED] * 4, [TYPED, "x"]])):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([heads, *rows])
    with suppress(OSError):  # not every system has names that are no UTF-8
        (tmp_path / "articles" / NO_UTF8).write_text(article(), encoding="utf-8")
        place = folder / NO_UTF8.replace(".md", ".yaml")
        place.write_text(json.dumps({"claims": [{"id": "alone", "claim": HOSTILE}]}))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    return tmp_path


# The commands -----------------------------------------------------------------------------------

CLAIM, OTHER = f"c-{ID}-0", f"c-{ID}-1"
COLUMNS = "id,via,cites,kind,hedge,reported,about,figures,topic,status,tags,note,rule"
FOLDER = f"folder{NAME}"[:LONGEST_NAME]
GIVEN: dict[str, Sequence[Sequence[str]]] = {
    "ingest": [["articles"], ["articles/a.md", "--ledger", "new.yaml"]],
    "extract": [["articles", "--nested"]],
    "import": [
        ["sound.csv", "--ledger", "new.yaml"],
        ["rows.csv"],
        ["rows.csv", "--article", "a-plain-0", "--dry-run"],
        ["rows.csv", "--map", "source=-", "--map", f"{TYPED}=note", "--where", "said is null"],
    ],
    "explain": [["articles/a.md"], [f"Das Amt sagte, es gebe {TYPED} 300 Tote."]],
    "list": [[], ["--columns", COLUMNS], ["--rows", "figures"]],
    "show": [[CLAIM, OTHER, "c-plain-0", "c-note0-0"]],
    "timeline": [[], ["--by", "about"], ["--topic", "Lage figures2", "--svg", f"{NAME[:40]}.svg"]],
    "conflicts": [["--all"], [CLAIM, OTHER], [CLAIM, "c-plain-0"]],
    "event": [["join", f"a-{ID}-0", "a-title0-0", "--name", TYPED], ["apart", TYPED, TYPED]],
    "rule": [[CLAIM, OTHER, "--verdict", "update", "--why", TYPED, "--by", TYPED]],
    "diff": [[f"a-{ID}-0", "a-plain-0"], ["--a", "text=300", "--b", "text=900"]],
    "coverage": [["a-plain-0"], ["--all"]],
    "report": [["-o", f"{NAME[:40]}.html"], ["--all", "--context", "full", "-o", "page.html"]],
    "export": [["sqlite", "-o", f"{NAME[:40]}.db"], ["parquet", "-o", NAME[:40]]],
    "completion": [["bash"], ["zsh"], ["fish"]],
    "check": [[], ["--fix"], ["--coverage"]],
    "set": [[CLAIM, f"note={TYPED}", f"tags={TYPED}"], ["note=x", "--topic", "Lage"]],
    "accept": [[CLAIM, OTHER], ["--topic", "Lage"]],
    "reject": [[CLAIM], ["--actor", TYPED]],
    "note": [[CLAIM, TYPED]],
    "tag": [[CLAIM, TYPED], [TYPED, "--topic", "Lage"]],
    "add": [["--claim", TYPED, "--actor", TYPED, "--topic", TYPED, "--tag", TYPED]],
    "article": [[f"a-{ID}-0", f"outlet={TYPED}"], ["a-plain-0", f"title={TYPED}"]],
    "actor": [[TYPED, f"aliases={TYPED}"], [TYPED, f"of={TYPED}"]],
    "topic": [[TYPED, f"words={TYPED}"]],
    "edit": [[], [CLAIM]],
    "undo": [["--dry-run"], []],
    "merge-file": [["claims.yaml", "articles/a.md", "claims.yaml", "--name", TYPED]],
}
"""How a command is called so that it has something to show, where it needs more than a ledger."""
WALKED = [name for name in COMMANDS if name != "review"]
"""All but the one with a screen of its own; tests/review/test_screen.py puts hostile text on it."""
BEFORE = {"undo": ["accept", CLAIM]}
"""What is done before, so that a command has something to do."""

GROUP: Any = typer.main.get_command(program())


def options(command: str) -> list[Any]:
    """The options of a command that take a value."""
    params = GROUP.commands[command].params
    return [one for one in params if one.param_type_name == "option" and not one.is_flag]


def formats(command: str) -> list[str]:
    """What ``--format`` takes, out of its own help; nothing where there is no such option."""
    given = [one.metavar for one in options(command) if "--format" in one.opts]
    return given[0].split("|") if given else []


def calls(command: str) -> Iterator[tuple[str, list[str]]]:
    """Each way of calling a command in each of its formats, and the format."""
    for arguments in GIVEN.get(command, [[]]):
        for form in formats(command) or [""]:
            yield form, [command, *(["--format", form] if form else []), *arguments]


def test_the_register_is_walked() -> None:
    assert list(GROUP.commands) == list(COMMANDS)
    assert formats("list") == [*FORMATS]
    assert {"--actor", "--ledger"} <= {name for one in options("list") for name in one.opts}


def test_every_field_is_hostile_somewhere() -> None:
    for section, entry in ENTRIES.items():
        text = json.dumps(entries()[section])
        for name in names(entry):
            assert re.search(rf'"{name}": [\[{{]*(?:"\w+": )*"?[^"]*\\u001b', text), (section, name)


@pytest.mark.parametrize("command", WALKED)
def test_no_command_lets_anything_through_in_a_pipe(run: Run, hostile: Path, command: str) -> None:
    if command in BEFORE:
        run(*BEFORE[command])
    codes = []
    for form, words in calls(command):
        ran = run(*words)
        sound(ran, form, f"{words!a}")
        codes.append(ran.code)
    assert min(codes) < 2, f"no call of {command} comes to its end: say how in GIVEN"
    for file in hostile.glob("*.svg"):
        picture(file.read_text(encoding="utf-8"))
    for file in hostile.glob("*.html"):
        webpage(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("rows", ["claims", "figures"])
def test_nor_does_a_table_for_german_settings(run: Run, hostile: Path, rows: str) -> None:
    ran = run("list", "--rows", rows, "--format", "csv", "--locale", "de")
    text = ran.out.removeprefix("\ufeff").replace("\r\n", "\n")
    assert ran.code == 0 and not foreign(text)
    table(text, ";")


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both standard streams say that they are one, until the test ends."""
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(behind(stream), "isatty", lambda: True, raising=False)


def test_the_bar_beside_a_long_run_is_ours_alone(
    run: Run, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm-256color")
    on_a_terminal(monkeypatch)
    ran = run("ingest", "articles", "--ledger", "new.yaml")
    assert "articles" in ran.err
    assert re.search(r"\x1b\[\?25l", ran.err), "no bar"
    assert "\x1b[5m" not in ran.err
    bar = re.compile(r"\x1b\[(?:\?25[lh]|1A|2K|[\d;]*m)|\r")
    assert not foreign(bar.sub("", ran.err))


@pytest.mark.parametrize("command", WALKED)
def test_no_command_lets_anything_through_on_a_terminal(
    run: Run, hostile: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in TERMINAL.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(output, "PATIENCE", 1e9)
    for form, words in calls(command):
        on_a_terminal(monkeypatch)
        sound(run(*words), form, f"{words!a}", coloured=form in ("", "table", "text"))


IN_FOLDERS = [name for name in WALKED if any("--ledger" in one.opts for one in options(name))]
REFUSED = ("ingest", "import", "coverage")
"""What no call does in a folder with faults and without its articles."""


@pytest.mark.parametrize("command", IN_FOLDERS)
def test_no_command_lets_anything_through_of_a_folder(
    run: Run, hostile: Path, command: str
) -> None:
    if command in BEFORE:
        run(*BEFORE[command], "--ledger", FOLDER)
    codes = []
    for form, words in calls(command):
        ran = run(*words, "--ledger", FOLDER)
        sound(ran, form, f"{words!a}")
        codes.append(ran.code)
    assert min(codes) < 2 or command in REFUSED, f"no call of {command} comes to its end"


@pytest.mark.parametrize("command", WALKED)
def test_no_command_lets_anything_through_that_was_typed(
    run: Run, hostile: Path, command: str
) -> None:
    """A value of each option, more arguments than it takes, arguments alone, an unknown option."""
    arguments = list(GIVEN.get(command, [[]])[0])
    typed = [[*arguments, one.opts[0], TYPED] for one in options(command)]
    typed += [
        [*arguments, TYPED],
        *([TYPED] * n for n in range(1, 4)),
        [f"--{TYPED}"],
        [f"-{WORD}"],
    ]
    for words in typed:
        sound(run(command, *words), "", f"{command} {words!a}")


@pytest.mark.parametrize("number", ["9" * 400, "9999^99", "0^-1", "1e400", "-" + "9" * 400])
@pytest.mark.parametrize("command", ["list", "conflicts", "timeline", "check"])
def test_no_number_is_too_large(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, number: str
) -> None:
    monkeypatch.chdir(tmp_path)
    figures = [{"text": f"{number} Menschen", "what": "Menschen", "state": "killed"}]
    figures = [figures[0], {**figures[0], "text": "300", "value": number, "max": number}]
    quote = f"bei dem Beben seien 300 oder {number} Menschen ums Leben gekommen"
    claims = [
        {"id": f"c-{at}", "actor": f"Amt {at}", "topic": "Lage", "quote": quote, "figures": [one]}
        for at, one in enumerate(figures)
    ]
    Path("claims.yaml").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    for form in formats(command):
        sound(run(command, "--format", form), form, f"{command} {form}")


ODD_WAYS = {
    "a traceback": "raise ValueError(EVIL)",
    "a warning": "import warnings; warnings.warn(EVIL)",
    "a log line": "import logging; logging.getLogger('x').warning(EVIL)",
    "a line printed by a library": "print(EVIL); print(EVIL, file=sys.stderr)",
}


@pytest.mark.parametrize("way", ODD_WAYS)
@pytest.mark.parametrize("debug", ["", "1"])
def test_whoever_writes_passes_the_door(way: str, debug: str) -> None:
    script = (
        "import sys\n"
        "from claimtrack.cli import app, main\n"
        f"EVIL = {WORD!a}\n"
        f"def topics():\n    {ODD_WAYS[way]}\n"
        "app.function = lambda name: topics\n"
        "sys.argv[1:] = ['topics']\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**HOME, "CLAIMTRACK_DEBUG": debug},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "␛[5mESC" in done.stderr or "\\x1b[5mESC" in done.stderr
    assert not foreign(done.stdout + done.stderr)


@pytest.mark.parametrize("words", [[TYPED], [f"--{TYPED}"], ["--help", TYPED], [WORD, "--help"]])
def test_what_names_no_command_does_nothing(run: Run, hostile: Path, words: list[str]) -> None:
    sound(run(*words), "", f"{words!a}")
