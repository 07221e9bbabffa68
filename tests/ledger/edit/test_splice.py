# ruff: noqa: E501, RUF005 - the tables are easier to read with a case to a line
"""Changes of a ledger's text: literal before and after, then the law over made-up ledgers."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.changes import Add, Change, Edit, Put, Remove, spliced
from claimtrack.ledger.edit.expected import contents
from claimtrack.ledger.edit.splice import changed, order
from claimtrack.ledger.edit.splice_field import column, line_end
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.yaml.emit import inline, item
from tests.laws import examples

ORDER = order("claims")


def put(field: str, value: object, index: int = 0) -> Put:
    return Put("claims", index, field, value, ORDER)  # type: ignore[arg-type]


def after(text: str, *changes: Change) -> str:
    return changed(read(text), changes).text


PUTS = {
    "a plain value": ("- id: a\n  claim: x\n", put("claim", "y"), "- id: a\n  claim: y\n"),
    "the value it has": ("- id:   'a'\n  claim: >\n    x\n", put("claim", "x\n"), None),
    "a field that is not there, gone": ("- id: a\n  claim: x\n", put("note", None), None),
    "a comment behind it stays": (
        "- id: a\n  claim: x   # why\n",
        put("claim", "y: z"),
        "- id: a\n  claim: 'y: z'   # why\n",
    ),
    "an empty field": (
        "- id: a\n  note:  # todo\n  claim: x\n",
        put("note", "done"),
        "- id: a\n  note: done  # todo\n  claim: x\n",
    ),
    "a null": ("- id: a\n  note: ~\n", put("note", "b"), "- id: a\n  note: b\n"),
    "quotes go when they need not be": (
        '- id: a\n  claim: "x"\n',
        put("claim", "it's"),
        "- id: a\n  claim: it's\n",
    ),
    "a folded scalar": (
        "- id: a\n  claim: >-  # mine\n    one\n    two\n\n  # next\n  note: n\n",
        put("claim", "three"),
        "- id: a\n  claim: three  # mine\n\n  # next\n  note: n\n",
    ),
    "a literal scalar that keeps its end": (
        "- id: a\n  claim: |+\n    one\n\n\n  note: n\n",
        put("claim", "three"),
        "- id: a\n  claim: three\n  note: n\n",
    ),
    "a plain scalar of two lines": (
        "- id: a\n  claim: one\n    two\n  note: n\n",
        put("claim", "three"),
        "- id: a\n  claim: three\n  note: n\n",
    ),
    "a new field takes its place in the order": (
        "- id: a\n  claim: x\n  article: b  # c\n  read: {rule: r}\n",
        put("said", "2024-10"),
        "- id: a\n  claim: x\n  said: 2024-10\n  article: b  # c\n  read: {rule: r}\n",
    ),
    "a new field behind one with a comment": (
        "- id: a\n  claim: x  # c\n  # d\n  read: {rule: r}\n",
        put("note", "n"),
        "- id: a\n  claim: x  # c\n  note: n\n  # d\n  read: {rule: r}\n",
    ),
    "a new first field": (
        "-   claim: x\n    note: y\n",
        put("id", "a"),
        "-   id: a\n    claim: x\n    note: y\n",
    ),
    "a new field behind a literal scalar": (
        "- claim: |\n    x\n\n\n  read: {rule: r}\n",
        put("note", "n"),
        "- claim: |\n    x\n  note: n\n\n\n  read: {rule: r}\n",
    ),
    "a file that ends without a line break": (
        "- id: a\n  claim: x",
        put("note", "n"),
        "- id: a\n  claim: x\n  note: n",
    ),
    "in braces": (
        "- {id: a, claim: x}  # c\n",
        put("claim", "y, z"),
        "- {id: a, claim: 'y, z'}  # c\n",
    ),
    "in braces, a new field": (
        "- {id: a, claim: x,  read: {rule: r}}\n",
        put("said", "2024"),
        "- {id: a, claim: x, said: 2024,  read: {rule: r}}\n",
    ),
    "in braces, a field without a value": (
        "- {id: a, note, claim: x}\n",
        put("note", "n"),
        "- {id: a, note: n, claim: x}\n",
    ),
    "a list in brackets": (
        "- id: a\n  tags: [x,  'y']  # c\n",
        put("tags", ["x", "y z", "1"]),
        "- id: a\n  tags: [x, y z, '1']  # c\n",
    ),
    "a list over several lines": (
        "- id: a\n  tags:\n  - x\n  - y  # c\n  note: n\n",
        put("tags", ["z"]),
        "- id: a\n  tags: [z]  # c\n  note: n\n",
    ),
    "figures": (
        "- id: a\n  figures:\n    - text: x\n      what: y\n  note: n\n",
        put("figures", [{"text": "etwa 10.000", "what": "Z"}, {"text": "1.500"}]),
        "- id: a\n  figures:\n    - {text: etwa 10.000, what: Z}\n    - {text: '1.500'}\n  note: n\n",
    ),
    "figures where there was an empty field": (
        "- id: a\n  figures:  # none yet\n  note: n\n",
        put("figures", [{"text": "x"}]),
        "- id: a\n  figures:  # none yet\n    - {text: x}\n  note: n\n",
    ),
    "a field goes": ("- id: a\n  note: n\n  claim: x\n", put("note", None), "- id: a\n  claim: x\n"),
    "a field goes, its comment stays": (
        "- id: a\n  note: n  # c\n  claim: x\n",
        put("note", None),
        "- id: a\n  # c\n  claim: x\n",
    ),
    "the first field goes": ("-  id: a\n   claim: x\n", put("id", None), "-  claim: x\n"),
    "the first field goes, comments stay": (
        "- id: a  # c\n  # d\n  claim: x\n",
        put("id", None),
        "- # c\n  # d\n  claim: x\n",
    ),
    "the last field of the file goes": (
        "- id: a\n  claim: x\n  note: n",
        put("note", None),
        "- id: a\n  claim: x\n",
    ),
    "in braces, a field goes": ("- {id: a, note: n}\n", put("note", None), "- {id: a}\n"),
    "in braces, the first goes": ("- {id: a, note: n}\n", put("id", None), "- {note: n}\n"),
    "an item that starts below its dash": (
        "-\n  id: a\n  claim: x\n",
        put("note", "n"),
        "-\n  id: a\n  claim: x\n  note: n\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["", "  ", "     "])
@pytest.mark.parametrize("case", PUTS)
def test_put(case: str, indent: str, newline: str) -> None:
    before, change, expected = PUTS[case]
    head, tail = "# head\n\nclaims:  # all\n", "\n# tail\nversion: 1\n"
    end = "" if before[-1] != "\n" else tail

    def whole(text: str) -> str:
        lines = text.split("\n")
        body = "\n".join(indent + line if line.strip() else line for line in lines)
        return (head + body + (end if text.endswith("\n") else "")).replace("\n", newline)

    new = after(whole(before), change)
    assert new == whole(before if expected is None else expected)


REFUSED = {
    "a comment in a list": ("- id: a\n  tags:\n  - x  # c\n  - y\n", put("tags", ["z"])),
    "a comment behind the field's name": ("- id: a\n  tags:  # c\n  - x\n", put("tags", ["z"])),
    "a comment in brackets": ("- id: a\n  tags: [x,  # c\n    y]\n", put("tags", ["z"])),
    "the only field": ("- claim: a\n", put("claim", None)),
    "an item with a comment": ("- id: a\n  # mine\n  claim: x\n", Remove("claims", 0)),
    "an item with a comment behind": ("- id: a\n  claim: x  # mine\n", Remove("claims", 0)),
    "an item with a comment at its end": ("- id: a\n  claim: x\n\n  # mine\n", Remove("claims", 0)),
    "an item that cannot be read": ("- id: a\n  claim: [x\n", put("note", "n")),
    "an item with two equal fields": ("- id: a\n  id: b\n", put("note", "n")),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    before, change = REFUSED[case]
    with pytest.raises(RefusedError):
        after("claims:\n" + before, change)


NEW = {"id": "n", "quote": "no: 1", "figures": [{"text": "1.5"}], "at": "1-2"}
LINES = ("- id: n", "  quote: 'no: 1'", "  figures:", "    - {text: '1.5'}", "  at: 1-2")


def new(indent: int = 2, gap: int = 2) -> str:
    first, *rest = LINES
    dash = first.replace("- ", "-" + " " * (gap - 1))
    return "\n".join(
        " " * indent + line for line in (dash, *(" " * (gap - 2) + one for one in rest))
    )


ADDS = {
    "an empty file": (
        "", None,
        f"# yaml-language-server: $schema=claims.schema.json\nversion: 1\n\nclaims:\n{new()}\n",
    ),
    "no such section": ("version: 1\n", None, f"version: 1\n\nclaims:\n{new()}\n"),
    "no such section, no line break at the end": ("version: 1", None, f"version: 1\n\nclaims:\n{new()}\n"),
    "no such section, lists elsewhere start at once": (
        "topics:\n- name: x\n", None, f"topics:\n- name: x\n\nclaims:\n{new(0)}\n",
    ),
    "an empty section": (
        "claims:  # mine\n\n# end\ntopics:\n", None, f"claims:  # mine\n{new()}\n\n# end\ntopics:\n",
    ),
    "an empty list": ("claims: []  # mine\n", None, f"claims:  # mine\n{new()}\n"),
    "at the end": (
        "claims:\n  - id: a\n    claim: x\n\n# end\nversion: 1\n", None,
        f"claims:\n  - id: a\n    claim: x\n{new()}\n\n# end\nversion: 1\n",
    ),
    "behind the first": (
        "claims:\n  - id: a\n    claim: x\n\n  # of b\n  - id: b\n", 0,
        f"claims:\n  - id: a\n    claim: x\n{new()}\n\n  # of b\n  - id: b\n",
    ),
    "behind its deeper comments": (
        "claims:\n  - id: a  # 1\n    # 2\n\n      # 3\n  # of b\n  - id: b\n", 0,
        f"claims:\n  - id: a  # 1\n    # 2\n\n      # 3\n{new()}\n  # of b\n  - id: b\n",
    ),
    "no line break at the end": ("claims:\n- id: a", None, f"claims:\n- id: a\n{new(0)}"),
    "wide dashes": (
        "claims:\n    -   id: a\n        claim: x\n", None,
        f"claims:\n    -   id: a\n        claim: x\n{new(4, 4)}\n",
    ),
    "behind a literal scalar": (
        "claims:\n  - claim: |\n      x\n\n\n  - id: b\n", 0,
        f"claims:\n  - claim: |\n      x\n{new()}\n\n\n  - id: b\n",
    ),
    "behind an item that cannot be read": (
        "claims:\n  - id: [a\n  # c\n", None, f"claims:\n  - id: [a\n{new()}\n  # c\n",
    ),
    "in brackets": (
        "claims: [{id: a}]\n", None,
        "claims: [{id: a}, {id: n, quote: 'no: 1', figures: [{text: '1.5'}], at: 1-2}]\n",
    ),
    "in brackets, a line each": (
        "claims: [\n  {id: a},\n  {id: b}\n]\n", 0,
        "claims: [\n  {id: a},\n"
        "  {id: n, quote: 'no: 1', figures: [{text: '1.5'}], at: 1-2},\n  {id: b}\n]\n",
    ),
    "JSON": (
        '{"version": "1"}\n', None,
        '{"version": "1", claims: [{id: n, quote: \'no: 1\', figures: [{text: \'1.5\'}], at: 1-2}]}\n',
    ),
    "JSON with a list of nothing": (
        "{version: 1, claims: }\n", None,
        "{version: 1, claims: [{id: n, quote: 'no: 1', figures: [{text: '1.5'}], at: 1-2}] }\n",
    ),
    "JSON with an empty list": (
        "{claims: [], version: 1}\n", None,
        "{claims: [{id: n, quote: 'no: 1', figures: [{text: '1.5'}], at: 1-2}], version: 1}\n",
    ),
    "a file that can only be read whole": (
        'claims:\n- note: "a\n- b"\n- id: c\n', 0,
        f'claims:\n- note: "a\n- b"\n{new(0)}\n- id: c\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", ADDS)
def test_add(case: str, newline: str) -> None:
    before, behind, expected = ADDS[case]
    if not before and newline == "\r\n":
        pytest.skip("a new file has no line breaks to keep")
    text = before.replace("\n", newline)
    if newline == "\r\n" and "\r\n" not in text:
        pytest.skip("no line break to go by")
    assert after(text, Add("claims", NEW, behind)) == expected.replace("\n", newline)


REMOVES = {
    "the first": ("claims:\n  # a\n  - id: a\n    b: |\n      x\n\n  - id: c\n", 0, "claims:\n  # a\n\n  - id: c\n"),
    "the last": ("claims:\n- id: a\n- id: c\n# e", 1, "claims:\n- id: a\n# e"),
    "the only one": ("claims:\n- id: a", 0, "claims:\n"),
    "in brackets": ("claims: [{id: a}, {id: b}, {id: c}]", 1, "claims: [{id: a}, {id: c}]"),
    "the first in brackets": ("claims: [{id: a}, {id: b}]", 0, "claims: [{id: b}]"),
    "the only one in brackets": ("claims: [{id: a}]", 0, "claims: []"),
}  # fmt: skip


@pytest.mark.parametrize("case", REMOVES)
def test_remove(case: str) -> None:
    before, index, expected = REMOVES[case]
    assert after(before, Remove("claims", index)) == expected


def test_several_changes_come_out_in_order() -> None:
    text = "claims:\n- id: a\n  claim: x\n- id: b\n  claim: y\n"
    new_text = after(
        text,
        Add("claims", {"id": "c"}, 0),
        Add("claims", {"id": "d"}, 0),
        put("stance", "denies"),
        put("said", "2024"),
        Remove("claims", 1),
        Add("articles", {"id": "z"}),
    )
    assert new_text == (
        "claims:\n- id: a\n  claim: x\n  said: 2024\n  stance: denies\n- id: c\n- id: d\n"
        "\narticles:\n- id: z\n"
    )


def test_what_goes_in_one_list_leaves_another_alone() -> None:
    text = "topics:\n- name: x\nclaims:\n- id: a\n# c\n- id: b\n"
    new = after(text, Remove("topics", 0), Add("claims", {"id": "n"}, 0))
    assert new == "topics:\nclaims:\n- id: a\n- id: n\n# c\n- id: b\n"


def test_a_new_field_stands_behind_one_that_changes() -> None:
    text = "claims:\n- id: a\n  quote: x\n  stance: denies\n  note: n\n"
    expected = text.replace("denies", "asserts\n  confidence: likely")
    assert after(text, put("stance", "asserts"), put("confidence", "likely")) == expected


def test_a_new_field_never_stands_behind_one_that_goes() -> None:
    text = "claims:\n- id: a\n  quote: x\n  stance: denies\n  note: n\n"
    goes, comes = put("stance", None), put("confidence", "likely")
    for changes in ((goes, comes), (comes, goes)):
        expected = "claims:\n- id: a\n  quote: x\n  confidence: likely\n  note: n\n"
        assert after(text, *changes) == expected


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [("\nx", 0, 0), ("x\n", 0, 1), ("x", 0, 1), ("x\r\ny", 0, 1), ("x\r\ny", 3, 4), ("", 0, 0)],
)
def test_where_a_line_ends(text: str, at: int, end: int) -> None:
    assert line_end(text, at) == end


@pytest.mark.parametrize(("text", "at", "expected"), [("ab", 1, 1), ("\nab", 2, 1), ("a\nb", 2, 0)])
def test_how_far_a_character_stands_from_the_start_of_its_line(
    text: str, at: int, expected: int
) -> None:
    assert column(text, at) == expected


REPLACED = {
    "the last": ("- id: a\n- id: b\n# e\n", 1, "- id: a\n- id: new\n# e\n"),
    "the last without a line break": ("- id: a\n- id: b", 1, "- id: a\n- id: new\n"),
    "the first": ("- id: a\n\n# c\n- id: b\n", 0, "- id: new\n\n# c\n- id: b\n"),
    "the only one": ("- id: a\n", 0, "- id: new\n"),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", REPLACED)
def test_an_item_may_come_behind_one_that_goes(case: str, newline: str) -> None:
    before, index, expected = (
        part.replace("\n", newline) if isinstance(part, str) else part for part in REPLACED[case]
    )
    head = f"claims:{newline}"
    changes = (Remove("claims", int(index)), Add("claims", {"id": "new"}, int(index)))
    assert after(f"{head}{before}", *changes) == f"{head}{expected}"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(RefusedError):
        spliced("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


HOSTILE = st.sampled_from(
    ["no", "x: y", "#x", "a #b", "- a", "'", '"', "a\tb", "a\nb", "🙂", "0o7", "~", "null", "12:30"]
    + ["", " ", "...", "---", "&a", "*b", "!c", "%d", "@e", "`", "{", "]", "1.500", "a:", "\u2028"]
    + ["\x00", "\x85", "\u00a0", "\\", "a\r\nb", "?", "? a", ": b", "<<", "=", "|", ">-", "\ufeff"]
)
VALUES = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cs"]), max_size=12)).filter(
    bool
)
FIELDS = st.dictionaries(st.sampled_from(ORDER[1:8]), VALUES, min_size=1, max_size=4)
COMMENTS = st.sampled_from(["", "\n", "# c\n", "  # d: 'e\n", "\n\n    # - f\n"])


@st.composite
def ledgers(draw: st.DrawFn) -> str:
    column = draw(st.integers(0, 4))
    gap = draw(st.integers(2, 5))
    items = [{"id": f"i{number}", **draw(FIELDS)} for number in range(draw(st.integers(1, 5)))]
    style = draw(st.sampled_from(["lines", "lines", "braces", "brackets"]))
    text = draw(COMMENTS) + "version: 1\nclaims:"
    if style == "brackets":
        text += " [" + draw(st.sampled_from([", ", ",\n  "])).join(map(inline, items)) + "]\n"
    else:
        text += "  # all\n"
        for one in items:
            shown = (
                " " * column + "- " + inline(one) if style == "braces" else item(one, column, gap)
            )
            text += draw(COMMENTS) + shown + "\n"
    text += draw(COMMENTS) + draw(st.sampled_from(["", "topics:\n- name: x\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@st.composite
def changes(draw: st.DrawFn, count: int) -> Change:
    index = draw(st.integers(0, count - 1))
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return Add("claims", {"id": "new", **draw(FIELDS)}, draw(st.sampled_from([None, index])))
    if kind == 1:
        return Remove("claims", index)
    return put(draw(st.sampled_from(ORDER[1:])), draw(st.none() | VALUES), index)


@settings(
    derandomize=True, max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow]
)
@given(st.data())
def test_all_other_bytes_stay(data: st.DataObject) -> None:
    text = data.draw(ledgers())
    before = read(text)
    assert not before.troubles
    change = data.draw(changes(len(before.entries("claims"))))
    try:
        new_text = changed(before, [change]).text
    except RefusedError as refusal:
        assert "comment" in str(refusal) or "only field" in str(refusal)
        return
    index = len(before.entries("claims")) - 1 if isinstance(change, Add) else change.index
    if isinstance(change, Add) and change.after is not None:
        index = change.after
    start, end = _around(before, index)
    assert new_text.startswith(text[:start])
    assert new_text.endswith(text[end:])
    assert text.count("#") <= new_text.count("#") or not isinstance(change, Add)
    others = [one.node for i, one in enumerate(before.entries("claims")) if i != index]
    kept = [one.node for one in read(new_text).entries("claims")]
    assert all(node in kept for node in others)


def _around(document: Document, index: int) -> tuple[int, int]:
    """What a change of an item may touch: its lines; in brackets also the commas around it."""
    entries = document.entries("claims")
    if document.sections["claims"].column is not None:
        return entries[index].start, entries[index].end
    start = entries[index - 1].end if index else entries[0].start
    end = entries[index + 1].start if index + 1 < len(entries) else entries[index].end
    return start, end


@settings(derandomize=True, max_examples=examples(300))
@given(FIELDS, st.integers(0, 4), st.integers(2, 5))
def test_what_is_printed_reads_back(fields: dict[str, str], column: int, gap: int) -> None:
    document = read("claims:\n" + item(fields, column, gap) + "\n")
    assert document.troubles == ()
    assert contents(document)["claims"] == [fields]


def test_what_is_broken_is_named_where_nothing_can_be_written() -> None:
    broken = read("claims:\n- {id: a, claim: x}\nrulings:\n  {\n- {claims: [a, b]}\n")
    with pytest.raises(RefusedError, match=r"^claims.yaml:\d+:\d+: .*nothing was written$"):
        changed(broken, [Add("rulings", {"claims": ["a", "b"], "verdict": "update"})])


BESIDE_TROUBLE = {
    "inside an item": ("claims:\n- {id: a, claim: [}\n- id: b\n", "\ntopics:\n- name: t\n"),
    "at the start of an item": ("claims:\n\t- id: a\n", "\ntopics:\n - name: t\n"),
    "behind the last item": ("claims:\n- id: a\nclaims:\n- id: b\n", None),
    "beside a list in brackets": ("claims: [{id: a}, ]]\n", None),
}  # fmt: skip


@pytest.mark.parametrize("case", BESIDE_TROUBLE)
def test_a_new_list_beside_what_is_broken(case: str) -> None:
    before, expected = BESIDE_TROUBLE[case]
    new_list = Add("topics", {"name": "t"})
    if expected is None:
        with pytest.raises(RefusedError, match=r"fix this first; nothing was written$"):
            after(before, new_list)
    else:
        assert after(before, new_list) == before + expected


@pytest.mark.parametrize(("gap", "expected"), [(2, 2), (3, 3), (8, 8), (9, 2)])
def test_a_new_item_stands_as_far_behind_its_dash_as_the_last(gap: int, expected: int) -> None:
    text = f"claims:\n-{' ' * (gap - 1)}id: a\n{' ' * gap}claim: x\n"
    new = after(text, Add("claims", {"id": "b", "claim": "y"}))
    pad = " " * expected
    assert new == f"{text}-{pad[1:]}id: b\n{pad}claim: y\n"


def test_a_new_item_behind_one_whose_fields_stand_below_its_dash() -> None:
    text = "claims:\n-\n    id: a\n    claim: x\n"
    assert after(text, Add("claims", {"id": "b", "claim": "y"})) == f"{text}- id: b\n  claim: y\n"
