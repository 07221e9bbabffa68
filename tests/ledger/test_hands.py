"""Hands and commands at one ledger in turn: thousands of steps, each held to the same laws.

A hand does anything to the lines of the file; a command does what it says and touches no other
byte, or refuses and touches none. Whatever stands there is read, or told with its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.ledger.checks.checked_ledger import case_of
from claimtrack.ledger.checks.mend import mended
from claimtrack.ledger.checks.rules import findings
from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, Placed
from claimtrack.ledger.edit.add_claim import added
from claimtrack.ledger.edit.add_ruling import ruled
from claimtrack.ledger.edit.set_fields import edited
from claimtrack.ledger.edit.splice_list import item_end
from claimtrack.ledger.edit.wanted import as_typed, with_note, with_tags, without_tags
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.files.history import patch
from claimtrack.ledger.files.paths import decode, encode
from claimtrack.ledger.git_merge.threeway import merge_texts
from claimtrack.ledger.yaml.lines import problem
from claimtrack.model import Article, Claim, Problem, Ruling
from tests.laws import examples
from tests.ledger.readings import article, book, claims, ingested, merged

START = (
    "# mine\n"
    + ingested().removesuffix("\n")
    + """  # the last of the machine's

  # by hand
  - id: hand
    claim: 'no: one'  # sure
    tags: [eins, "zwei"]
    note: >-
      folded
      text
  - {id: flow, actor: [A, B], claim: x, figures: [{text: rund 20, what: Boote}]}
  # the last
topics:
- name: Pegel   # a topic
  words: [Pegel]
rulings:
  - {claims: [hand, flow], verdict: update}
"""
)

NESTED = "[" * 3000 + "]" * 3000
BOMB = "&a [&b [*a, *a], *b, *b]"
VALUES = (
    "no", "x: y", "#x", "- a", "'", '"', "a\tb", "a\nb", "🙂", "0o7", "~", "null", "10.000",
    "12:30", "0,8", "&a", "*a", "!x", "{", "[", "|", ">-", "%", "@", "`", "?", "---", "...", "a #b",
    "a:", " a", "a ", "\x00", "\u2028", "\ufeff", "\udce4", "ä" * 200, "a, b", "]", "}", "1e5", "=",
    "\r\n",
)  # fmt: skip
LINES = (
    "# a comment", "", "    # deeper", "\t", "  - id: neu\n    claim: neu", "  - claim: ohne",
    "    note: x", "    stance: denies", "    stance: lügt", "claims:", "topics: []", "version: 1",
    "    said: 31.2.", "    at: 5-3", "  - x", "  -", "x", "---", "...", "'", "    tags: &a [x]",
    "    tags: *a", f"    note: {NESTED}", f"    note: {BOMB}", "    note: \x00", "    note: |+",
    "      text of it", "    id: hand", "  - {id: offen, claim: x", "    {", "<<<<<<< ours",
)  # fmt: skip


def lines_of(text: str) -> list[str]:
    return text.splitlines(keepends=True) or ["\n"]


def inserted(text: str, at: int, what: int) -> str:
    lines = lines_of(text)
    lines.insert(at % (len(lines) + 1), LINES[what % len(LINES)] + "\n")
    return "".join(lines)


def retyped(text: str, at: int, what: int) -> str:
    """A value typed as it comes, in quotes or without."""
    lines = lines_of(text)
    value = VALUES[what % len(VALUES)]
    typed = (value, f"'{value}'", f'"{value}"', f"{value}  # typed")[what % 4]
    field = re.match(r"(\s*-?\s*\w+:)[^\r\n]*", lines[at % len(lines)])
    if field:
        lines[at % len(lines)] = f"{field[1]} {typed}\n"
    return "".join(lines)


def on_a_line(change: Callable[[str], str]) -> Callable[[str, int, int], str]:
    def work(text: str, at: int, what: int) -> str:
        lines = lines_of(text)
        lines[at % len(lines)] = change(lines[at % len(lines)])
        return "".join(lines)

    return work


def sections_moved(text: str, at: int, what: int) -> str:
    sections = re.split(r"^(?=\w+:)", text, flags=re.M)
    cut = at % len(sections)
    return "".join((*sections[cut:], *sections[:cut]))


def items_moved(text: str, at: int, what: int) -> str:
    items = re.split(r"^(?=  - id: )", text, flags=re.M)
    items.insert(what % len(items), items.pop(at % len(items)))
    return "".join(items)


HANDS: dict[str, Callable[[str, int, int], str]] = {
    "insert": inserted,
    "type": retyped,
    "delete": on_a_line(lambda line: ""),
    "duplicate": on_a_line(lambda line: line + line),
    "indent": on_a_line(lambda line: "  " + line),
    "dedent": on_a_line(lambda line: line.removeprefix(" ")),
    "comment": on_a_line(lambda line: line.rstrip("\r\n") + "  # why\n"),
    "quote": on_a_line(lambda line: re.sub(r": (\w[^'\"#\r\n]*)$", r": '\1'", line)),
    "join": on_a_line(lambda line: line.rstrip("\r\n")),
    "CRLF": lambda text, at, what: re.sub(r"\r?\n", "\r\n", text),
    "LF": lambda text, at, what: text.replace("\r\n", "\n"),
    "BOM": lambda text, at, what: text if text.startswith("\ufeff") else "\ufeff" + text,
    "sections": sections_moved,
    "items": items_moved,
    "cut": lambda text, at, what: text[: at * len(text) // 1000],
}
"""What a hand does, by a number for the place and one for what."""


def read_articles(file: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    return (article(),), ()


def chosen(found: Book, at: int) -> tuple[Claim, Placed] | None:
    """A claim that can be named."""
    pairs = list(found.pairs())
    names = Counter(claim.id for claim, _ in pairs)
    return pairs[at % len(pairs)] if pairs and names[pairs[at % len(pairs)][0].id] == 1 else None


FIELDS = ("note", "claim", "actor", "topic", "hedge", "said", "stance", "tags", "status", "quote")


def sets(text: str, at: int, what: int) -> str:
    """A field is set, dropped or added to: the claim says so, and nothing else changed."""
    found = book(text)
    pair = chosen(found, at)
    if pair is None:
        return text
    (claim, placed), value = pair, VALUES[what % len(VALUES)]
    field = FIELDS[what % len(FIELDS)]
    wanted = (
        as_typed({field: value}), as_typed({field: ""}), with_note(value), with_tags([value]),
        without_tags(["eins", value]), as_typed({"status": "accepted"}),
        as_typed({"status": "rejected"}),
    )[(at + what) % 7]  # fmt: skip
    result = edited(found, [claim.id], wanted)
    if not result.documents:
        return text
    after = result.documents[0].text
    start, end = placed.entry.start, item_end_of(placed)
    assert after[:start] == text[:start]
    assert after.endswith(text[end:])
    assert len(after) - len(text[end:]) >= start
    again = book(after).ledger
    assert [one for one in again.claims if one.id != claim.id] == [
        one for one in found.ledger.claims if one.id != claim.id
    ]
    entry = book(after).claims[found.claims.index(placed)]
    before = dict(placed.node)
    meant = {**before, **wanted(placed.value)}  # type: ignore[dict-item, arg-type]
    assert dict(entry.node) == {name: one for name, one in meant.items() if one is not None}
    return after


def item_end_of(placed: Placed) -> int:
    section = placed.document.sections[placed.section]
    return item_end(placed.document, section, placed.entry)


def adds(text: str, at: int, what: int) -> str:
    values = {"claim": VALUES[what % len(VALUES)], "note": VALUES[at % len(VALUES)]}
    found = book(text)
    result = added(found, Path("claims.yaml"), values, read_articles)
    after = result.documents[0].text
    new = next(one for one in book(after).ledger.claims if one.id == result.claims[0])
    assert (new.claim, new.note) == (values["claim"], values["note"] or None)
    assert len(book(after).ledger.claims) == len(found.ledger.claims) + 1
    assert_only_more(text, after)
    return after


def quotes(text: str, at: int, what: int) -> str:
    values = {"article": "pegel", "quote": ("Anlass  zur Sorge", "bis Freitag")[what % 2]}
    after = added(book(text), Path("claims.yaml"), values, read_articles).documents[0].text
    assert_only_more(text, after)
    return after


def rules(text: str, at: int, what: int) -> str:
    found = book(text)
    one, other = chosen(found, at), chosen(found, what)
    if one is None or other is None or one[0].id == other[0].id:
        return text
    pair = one[0].id, other[0].id
    result = ruled(found, Ruling(pair, "tension", VALUES[what % len(VALUES)]))
    if not result.documents:
        return text
    after = result.documents[0].text
    rulings = book(after).ledger.rulings
    assert any({*pair} == {*each.claims} and each.verdict == "tension" for each in rulings)
    if not result.replaced:
        assert_only_more(text, after)
    return after


def ingests(text: str, at: int, what: int) -> str:
    """What the parser finds is merged; ingesting twice is ingesting once."""
    found = [one for bit, one in enumerate(claims()) if what >> bit & 1]
    result = merged(text, found, prune=bool(at % 2), restore=at % 3 == 0)
    if not result.documents:
        return text
    after = result.documents[0].text
    again = merged(after, found, prune=bool(at % 2), restore=at % 3 == 0)
    assert again.documents == ()
    for claim, placed in book(text).pairs():
        if claim.id in ("hand", "flow", "neu"):
            assert text[placed.entry.start : item_end_of(placed)] in after
    return after


def mends(text: str, at: int, what: int) -> str:
    result = mended(case_of(book(text), Path("claims.yaml"), read_articles))
    after = result.documents[0].text if result.documents else text
    assert bool(result.remarks) == (after != text)
    return after


def merges(text: str, at: int, what: int) -> str:
    """Somebody else's change of the same ledger comes in; ours stays."""
    theirs = sets(text, what, at)
    ours = adds(text, at, what)
    result = merge_texts(text, ours, theirs, ("ours", "theirs"))
    assert result.conflicts == () or "<<<<<<< ours" in result.text
    return result.text


COMMANDS: dict[str, Callable[[str, int, int], str]] = {
    "set": sets,
    "set again": sets,
    "add": adds,
    "quote": quotes,
    "rule": rules,
    "ingest": ingests,
    "fix": mends,
    "merge-file": merges,
}
"""What a command does; each holds itself to its own law."""


def assert_only_more(before: str, after: str) -> None:
    """All lines are still there, in order; only a list in brackets grows within its lines.

    A file of blank lines alone is an empty one.
    """
    left = iter(after.splitlines())
    for line in before.splitlines() if before.strip() else ():
        assert line in left or re.search(r"[\[\]{}]", line)


def comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.splitlines() if line.lstrip().startswith("# "))


def told(found: Book) -> Iterator[Problem]:
    """Every problem of a ledger, as check has them."""
    yield from found.problems
    case = case_of(found, Path("claims.yaml"), read_articles)
    for one in findings(case):
        document: Document = one.placed.document
        yield problem(document.file, document.lines, one.trouble, one.severity)


def assert_told(text: str) -> None:
    """Every problem has a place in the file, and what is set aside has a problem."""
    found = book(text)
    ends = re.split(r"\r\n?|\n", text)
    for one in told(found):
        assert 1 <= one.line <= len(ends)
        assert 1 <= one.column <= len(ends[one.line - 1]) + 1
        assert one.message
    assert found.problems or not found.ledger.aside


STEP = st.tuples(
    st.sampled_from([*HANDS, *COMMANDS, *COMMANDS, "checkout"]),
    st.integers(0, 999),
    st.integers(0, 999),
)


@settings(
    derandomize=True,
    deadline=None,
    max_examples=examples(130),
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(STEP, min_size=30, max_size=40))
def test_hands_and_commands_in_turn(steps: list[tuple[str, int, int]]) -> None:
    text = sound = START
    for name, at, what in steps:
        if name == "checkout":  # git gives the last good version back
            text = sound
        elif name in HANDS:
            text = decode(encode(HANDS[name](text, at, what)))
        else:
            text = commanded(name, text, at, what)
        assert_told(text)
        sound = sound if book(text).problems else text


def commanded(name: str, text: str, at: int, what: int) -> str:
    """The text after a command, which can be taken back; the same text where it refuses."""
    try:
        after = COMMANDS[name](text, at, what)
    except LedgerError:
        return text
    assert not comments(text) - comments(after)
    old, new = encode(text), encode(after)
    assert b"".join(patch(Path("claims.yaml"), old, new).undone(new) or ()) == old
    return after
