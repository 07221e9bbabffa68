# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""Two people's ledgers merged: literal texts, then the law that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.ledger.parts import UnmergeableError, parts
from claimtrack.ledger.reader import read
from claimtrack.ledger.threeway import Merged, merge_texts

BASE = """\
# the base
version: 1

articles:
  - {id: z, wrote: aa bb}

claims:
  # on a
  - id: a
    actor: Weber
    claim: x  # mine
    stance: asserts
    tags: [eins, zwei]

  # on b
  - id: b
    claim: y
  - id: c
    claim: z
"""


def merge(ours: str, theirs: str, base: str = BASE) -> Merged:
    return merge_texts(base, ours, theirs, ("ours", "theirs"))


def edited(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


D = "  - id: d\n    claim: new\n"
E = "  - id: e\n    claim: newer\n"
CLEAN: dict[str, tuple[str, ...]] = {
    "nobody changed anything": (BASE, BASE, BASE),
    "only they did": (BASE, edited(("claim: y", "claim: yy # why")), edited(("claim: y", "claim: yy # why"))),
    "only we did": (edited(("claim: y", "claim: yy")), BASE, edited(("claim: y", "claim: yy"))),
    "both the same": (edited(("claim: y", "claim: yy")),) * 3,
    "different claims": (
        edited(("claim: y", "claim: yy")),
        edited(("claim: z", "claim: zz")),
        edited(("claim: y", "claim: yy"), ("claim: z", "claim: zz")),
    ),
    "different fields of one claim": (
        edited(("asserts", "denies"), ("# on a", "# on a!")),
        edited(("actor: Weber", "actor: Anna Weber"), ("x  # mine", "x  # mine\n    note: n")),
        edited(("asserts", "denies\n    note: n"), ("# on a", "# on a!"), ("actor: Weber", "actor: Anna Weber"))
        .replace("    note: n\n    tags: [eins, zwei]\n", "    tags: [eins, zwei]\n    note: n\n"),
    ),
    "tags of both": (
        edited(("[eins, zwei]", "[eins, zwei, drei]")),
        edited(("[eins, zwei]", "[zwei, vier]")),
        edited(("[eins, zwei]", "[zwei, drei, vier]")),
    ),
    "what was written by both": (
        edited(("wrote: aa bb", "wrote: aa bb cc")),
        edited(("wrote: aa bb", "wrote: aa bb dd")),
        edited(("wrote: aa bb", "wrote: aa bb cc dd")),
    ),
    "new claims of both": (
        edited(("  - id: c", D + "  - id: c")),
        BASE + E,
        edited(("  - id: c", D + "  - id: c")) + E,
    ),
    "new claims in one place": (BASE + D, BASE + E, BASE + E + D),
    "a claim that they deleted": (edited(("claim: z", "claim: zz")), edited(("  - id: b\n    claim: y\n", "")),
                                  edited(("claim: z", "claim: zz"), ("  - id: b\n    claim: y\n", ""))),
    "a claim that both deleted": (edited(("  - id: b\n    claim: y\n", "")),) * 3,
    "a new section": (BASE, BASE + "rulings:\n  - {claims: [a, b], verdict: update}\n",
                      BASE + "rulings:\n  - {claims: [a, b], verdict: update}\n"),
    "a comment at the top": (edited(("# the base", "# ours")), BASE + D, edited(("# the base", "# ours")) + D),
    "our order": (
        edited(("  - id: b\n    claim: y\n  - id: c\n    claim: z\n", "  - id: c\n    claim: z\n  - id: b\n    claim: y\n")),
        edited(("claim: z", "claim: zz")),
        edited(("  - id: b\n    claim: y\n  - id: c\n    claim: z\n", "  - id: c\n    claim: zz\n  - id: b\n    claim: y\n")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CLEAN)
def test_what_goes_together(case: str, newline: str) -> None:
    ours, theirs, expected = (text.replace("\n", newline) for text in CLEAN[case])
    assert merge(ours, theirs, BASE.replace("\n", newline)) == Merged(expected, ())


CONFLICTS: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "one field": (
        edited(("asserts", "denies")),
        edited(("asserts", "doubts"), ("Weber", "Anna Weber")),
        edited(
            ("Weber", "Anna Weber"),
            (
                "    stance: asserts\n",
                "<<<<<<< ours\n    stance: denies\n=======\n    stance: doubts\n>>>>>>> theirs\n",
            ),
        ),
        ("a: stance",),
    ),
    "a field that one took away": (
        edited(("    stance: asserts\n", "")),
        edited(("asserts", "doubts")),
        edited(
            (
                "    stance: asserts\n",
                "<<<<<<< ours\n=======\n    stance: doubts\n>>>>>>> theirs\n",
            )
        ),
        ("a: stance",),
    ),
    "a claim that they deleted and we changed": (
        edited(("claim: y", "claim: yy")),
        edited(("  - id: b\n    claim: y\n", "")),
        edited(
            (
                "  - id: b\n    claim: y\n",
                "<<<<<<< ours\n  - id: b\n    claim: yy\n=======\n>>>>>>> theirs\n",
            )
        ),
        ("b",),
    ),
    "a claim that we deleted and they changed": (
        edited(("  - id: b\n    claim: y\n", "")),
        edited(("claim: y", "claim: yy")),
        edited(
            (
                "  - id: b\n    claim: y\n",
                "<<<<<<< ours\n=======\n  - id: b\n    claim: yy\n>>>>>>> theirs\n",
            )
        ),
        ("b",),
    ),
    "two new claims with one id": (
        BASE + D,
        BASE + D.replace("new", "other"),
        BASE
        + "  - id: d\n<<<<<<< ours\n    claim: new\n=======\n    claim: other\n>>>>>>> theirs\n",
        ("d: claim",),
    ),
    "a comment of theirs beside a change of ours": (
        edited(("claim: y", "claim: yy")),
        edited(("claim: y", "claim: y  # theirs")),
        edited(
            (
                "    claim: y\n",
                "<<<<<<< ours\n    claim: yy\n=======\n    claim: y  # theirs\n>>>>>>> theirs\n",
            )
        ),
        ("b",),
    ),
    "two comments at the top": (
        edited(("# the base", "# ours")),
        edited(("# the base", "# theirs")),
        edited(("# the base\n", "<<<<<<< ours\n# ours\n=======\n# theirs\n>>>>>>> theirs\n")),
        ("the beginning",),
    ),
}


@pytest.mark.parametrize("case", CONFLICTS)
def test_what_does_not_go_together(case: str) -> None:
    ours, theirs, expected, told = CONFLICTS[case]
    assert merge(ours, theirs) == Merged(expected, told)


@pytest.mark.parametrize("broken", ["claims:\n- [", "{claims: []}", "x", "claims:\n- x\n"])
def test_a_broken_ledger_is_not_merged_by_item(broken: str) -> None:
    for texts in ((broken, BASE), (BASE, broken)):
        with pytest.raises(UnmergeableError):
            merge(*texts)


def test_other_indentation_is_not_merged_by_item() -> None:
    with pytest.raises(UnmergeableError):
        merge(BASE, BASE.replace("\n  ", "\n      ").replace("claim: z\n", "claim: z\n" + D))


ITEMS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.dictionaries(
        st.sampled_from(["actor", "claim", "note"]), st.sampled_from(["x", "y: z", "#"]), min_size=1
    ),
    min_size=1,
)


def written(items: dict[str, dict[str, str]]) -> str:
    from claimtrack.ledger.printing import item

    lines = (item({"id": name, **fields}, 2) + "\n" for name, fields in items.items())
    return "claims:\n" + "".join(lines)


@settings(derandomize=True, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(ITEMS, ITEMS, ITEMS)
def test_no_claim_and_no_change_is_lost(
    base: dict[str, dict[str, str]],
    ours: dict[str, dict[str, str]],
    theirs: dict[str, dict[str, str]],
) -> None:
    result = merge(written(ours), written(theirs), written(base))
    for name in {*ours, *theirs}:
        deleted = name in base and (base[name] in (ours.get(name), theirs.get(name)))
        if not (deleted and (name not in ours or name not in theirs)):
            assert f"- id: {name}\n" in result.text
    if result.conflicts:
        assert result.text.count("<<<<<<< ours") == result.text.count(">>>>>>> theirs") > 0
        return
    assert not read(result.text).troubles
    found = {
        str(part.fields["id"]): part.fields for part in parts(result.text).values() if part.fields
    }
    for name, fields in found.items():
        was, one, two = (side.get(name, {}) for side in (base, ours, theirs))
        for field in ("actor", "claim", "note"):
            expected = two.get(field) if one.get(field) == was.get(field) else one.get(field)
            assert fields.get(field) == expected
