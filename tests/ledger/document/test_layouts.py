# ruff: noqa: E501 - the scraps are easier to read side by side
"""Ledgers in every layout that YAML knows, with a wound or two: what is read is what PyYAML reads.

Or a problem is told, at a place in the text.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.ledger import load
from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.changes import Add, Put
from claimtrack.ledger.edit.splice import changed, order
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.files.read_ledger import load_file
from tests.ledger.other_tools import readable, sees_the_same

WORDS = st.sampled_from(
    ["eins", "Der Pegel", "10.000", "no", "~", "„Ja“", "x\xa0y", "a#b", "a-b", "...x", "- x", "x: y",
     "x #y", "#x", "'", "it's", '"', "[x", "{", "<<<<<<< x", "=======", "---", "%x", "\u200bx", "",
     "0o7", "12:30", "&a", "*a", "!x", "|", ">", "?", ":", "@x", "`x", "x\ty", "🙂", "\xadx", "ä"]
)  # fmt: skip
COMMENTS = st.sampled_from(["# c", "# - id: c", "#", "# claims:", "# ...", "# \xa0x", "# 'x"])


@st.composite
def values(draw: st.DrawFn, deep: str) -> str:
    """What stands behind the colon of a field, ``deep`` being the indentation of what is below."""
    one, two = draw(WORDS), draw(WORDS)
    style = draw(st.integers(0, 13))
    single, double = one.replace("'", "''"), one.replace('"', '\\"')
    return (
        f" {one}", f" {one}", f" '{single}'", f' "{double}"', f" |\n{deep}  {one}\n\n{deep}   {two}",
        f" >-\n{deep}  {one}\n{deep}  {two}", f" |+\n{deep}  {one}\n", f" {one}\n{deep} {two}",
        f" '{single}\n\n{deep}{single}'", f' "{double}\n{deep}\\\n  x"', f" [{one}, {two}]",
        f" [{one},\n{deep}{two},\n]", f"\n{deep}- {one}\n{deep}- {two}", f" {{text: {one}, min:\n {two}}}",
    )[style]  # fmt: skip


@st.composite
def claims(draw: st.DrawFn, ident: str, margin: str, gap: str) -> str:
    """An item: its dash behind the ``margin``, its fields a ``gap`` behind the dash."""
    inner = f"{margin} {gap}"
    deep = inner + draw(st.sampled_from(["", "  "]))
    lines = [f"{margin}-{gap}id: {ident}", f"{inner}claim: x"]
    for name in draw(st.lists(st.sampled_from(["note", "tags", "via", "topic"]), unique=True)):
        tail = draw(st.sampled_from(["", "", " # c", "  "]))
        lines.append(f"{inner}{name}:{draw(values(deep))}{tail}")
        if draw(st.integers(0, 5)) == 0:
            lines.append(draw(st.sampled_from(["", "  ", inner, margin])) + draw(COMMENTS))
        if draw(st.integers(0, 5)) == 0:
            lines.append(draw(st.sampled_from(["", "  ", "\t"])))
    return "\n".join(lines) + "\n"


@st.composite
def ledgers(draw: st.DrawFn) -> str:
    """A ledger of up to three claims."""
    margin, gap = " " * draw(st.integers(0, 5)), " " * draw(st.integers(1, 4))
    top = draw(
        st.sampled_from(["", "", "# c\n", "---\n", "%YAML 1.1\n---\n", "\n# c\n--- # d\n\n"])
    )
    head = draw(st.sampled_from(["claims:\n", "claims: # c\n", '"claims":\n\n# c\n', "claims :\n"]))
    items = [draw(claims(ident, margin, gap)) for ident in "abc"[: draw(st.integers(0, 3))]]
    end = draw(
        st.sampled_from(["", "# c\n", "rulings: []\n", "topics:\n", "...\n", "...\n# c\n", "  # c"])
    )
    text = f"{top}version: 1\n{head}{''.join(items)}{end}"
    breaks = draw(st.sampled_from(["\n", "\n", "\r\n", "mixed"]))
    if breaks != "mixed":
        return text.replace("\n", breaks)
    return "".join(line + draw(st.sampled_from(["\n", "\r\n"])) for line in text.split("\n"))


SCRAPS = st.sampled_from(
    ["\r", "\x85", "\u2028", "\u2029", "\xa0", "\u3000", "\u200b", "\ufeff", "\t", "\x0b", "\x0c", "\n", " ",
     "...\n", "\n...\n", "---\n", "\n---\n", "%YAML 1.1\n", "<<<<<<< a\n", "\n=======\n", "- ", ": ", "#", " #",
     "'", '"', "[", "]", "\n- claim: x\n", "\nclaims:\n", "\n  - id: d\n    claim: y\n", "\n\xa0\xa0x: y\n"]
)  # fmt: skip
WOUNDS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3), SCRAPS), max_size=2)


def wounded(text: str, wounds: list[tuple[int, int, str]]) -> str:
    for at, length, scrap in wounds:
        start = at % (len(text) + 1)
        text = text[:start] + scrap + text[start + length :]
    return text


PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=1500, suppress_health_check=PATIENT)
@given(ledgers(), WOUNDS)
def test_what_is_read_is_what_other_tools_read(
    text: str, wounds: list[tuple[int, int, str]]
) -> None:
    text = wounded(text, wounds)
    sees_the_same(text)
    for problem in open_book("c.yaml", [read(text)]).problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1


@settings(max_examples=300, suppress_health_check=PATIENT)
@given(ledgers(), WOUNDS)
def test_the_index_says_what_the_file_says(text: str, wounds: list[tuple[int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.yaml"
        path.write_bytes(wounded(text, wounds).encode())
        assert load(path) == load_file(path)


NEW = {"id": "neu", "claim": "neu"}
CHANGES = st.sampled_from(
    [Put("claims", 0, "note", "neu: 'x", order("claims")), Put("claims", 0, "tags", None),
     Put("claims", 0, "tags", ["x", "y"], order("claims")), Add("claims", NEW), Add("claims", NEW, 0),
     Add("rulings", {"claims": ["a", "b"], "verdict": "update"}), Add("actors", {"name": "neu"})]
)  # fmt: skip


@settings(max_examples=1500, suppress_health_check=PATIENT)
@given(ledgers(), WOUNDS, CHANGES)
def test_what_is_written_is_what_other_tools_read(
    text: str, wounds: list[tuple[int, int, str]], change: Put | Add
) -> None:
    before = read(wounded(text, wounds))
    needed = (change.index if isinstance(change, Put) else change.after or -1) + 1
    if len(before.entries("claims")) < needed:
        return
    try:
        after = changed(before, [change])
    except LedgerError:
        return
    assert readable(after.text) or not readable(before.text)
    assert sees_the_same(after.text) or open_book("c.yaml", [before]).problems
