# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""Two people's ledgers merged: literal texts, then the law that nothing is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.ledger.document.read import read
from claimtrack.ledger.errors import UnmergeableError
from claimtrack.ledger.git_merge import threeway
from claimtrack.ledger.git_merge.ledger_parts import Key, parts
from claimtrack.ledger.git_merge.threeway import Merged, merge_texts
from tests.laws import examples
from tests.ledger.git_merge.people_at_work import Work, done, works

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
    "a tag that we took away": (
        edited(("[eins, zwei]", "[zwei, drei]")),
        edited(("[eins, zwei]", "[eins, zwei, vier]")),
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
    "new claims in one place": (BASE + D, BASE + E, BASE + D + E),
    "new claims in one place, beside one that they deleted": (
        BASE + D,
        edited(("  - id: b\n    claim: y\n", "")) + E,
        edited(("  - id: b\n    claim: y\n", "")) + D + E,
    ),
    "new claims in one place, beside one that we deleted": (
        edited(("  - id: b\n    claim: y\n", "")) + D,
        BASE + E,
        edited(("  - id: b\n    claim: y\n", "")) + D + E,
    ),
    "a claim that they deleted": (edited(("claim: z", "claim: zz")), edited(("  - id: b\n    claim: y\n", "")),
                                  edited(("claim: z", "claim: zz"), ("  - id: b\n    claim: y\n", ""))),
    "a claim that both deleted": (edited(("  - id: b\n    claim: y\n", "")),) * 3,
    "a new section": (BASE, BASE + "rulings:\n  - {claims: [a, b], verdict: update}\n",
                      BASE + "rulings:\n  - {claims: [a, b], verdict: update}\n"),
    "a new section in the middle goes to the end": (
        BASE + D, edited(("\nclaims:\n", "topics:\n  - {name: t}\n\nclaims:\n")),
        BASE + D + "topics:\n  - {name: t}\n",
    ),
    "a comment at the top": (edited(("# the base", "# ours")), BASE + D, edited(("# the base", "# ours")) + D),
    "their order": (
        edited(("claim: z", "claim: zz")),
        edited(("\n  # on b\n  - id: b\n    claim: y\n", ""), ("  # on a", "  # on b\n  - id: b\n    claim: y\n  # on a")),
        edited(("\n  # on b\n  - id: b\n    claim: y\n", ""), ("  # on a", "  # on b\n  - id: b\n    claim: y\n  # on a"),
               ("claim: z", "claim: zz")),
    ),
    "a comment above the next claim": (
        edited(("claim: x", "claim: xx")),
        edited(("# on b", "# on b, later")),
        edited(("claim: x", "claim: xx"), ("# on b", "# on b, later")),
    ),
    "a comment that they took away above a claim of both": (
        edited(("claim: y", "claim: yy")),
        edited(("  # on b\n", ""), ("claim: y\n", "claim: y\n    note: n\n")),
        edited(("  # on b\n", ""), ("claim: y\n", "claim: yy\n    note: n\n")),
    ),
    "new claims above a comment at the end": (BASE + D + "# end\n", BASE + E, BASE + D + E + "# end\n"),
    "comments of both above a claim": (
        edited(("# on b", "# on b\n  # ours")), edited(("# on b", "# on b")), edited(("# on b", "# on b\n  # ours")),
    ),
    "a claim without an id": (
        BASE + "  - claim: ohne\n    note: n\n", BASE + "  - claim: ohne\n    actor: A\n",
        BASE + "  - actor: A\n    claim: ohne\n    note: n\n",
    ),
    "a ruling of both on one pair": (
        BASE + "rulings:\n  - {claims: [a, b], verdict: update}\n",
        BASE + "rulings:\n  - {claims: [a, b], verdict: update, by: ab}\n",
        BASE + "rulings:\n  - {claims: [a, b], verdict: update, by: ab}\n",
    ),
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


BRACKETS = """\
version: 1
# of the list
articles: [
  {id: z},
]
# of claims
claims:
"""


def test_a_list_in_brackets_ends_above_the_next_comment() -> None:
    base = BRACKETS + D
    ours = base.replace("# of claims", "# of all claims")
    theirs = base.replace("{id: z},", "{id: z},\n  {id: y},")
    both = ours.replace("{id: z},", "{id: z},\n  {id: y},")
    assert merge(ours, theirs, base) == Merged(both, ())


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
    "a ruling on one pair": (
        BASE + "rulings:\n  - {claims: [b, a], verdict: update}\n",
        BASE + "rulings:\n  - {claims: [b, a], verdict: tension}\n",
        BASE
        + "rulings:\n<<<<<<< ours\n  - {claims: [b, a], verdict: update}\n=======\n"
        + "  - {claims: [b, a], verdict: tension}\n>>>>>>> theirs\n",
        ("a, b: verdict",),
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


def test_their_line_breaks_become_ours() -> None:
    ours, theirs = edited(("claim: y", "claim: yy")), edited(("claim: z", "claim: zz")) + D
    both = edited(("claim: y", "claim: yy"), ("claim: z", "claim: zz")) + D
    assert merge(ours, theirs.replace("\n", "\r\n")).text == both
    assert merge(ours.replace("\n", "\r\n"), theirs).text == both.replace("\n", "\r\n")


@pytest.mark.parametrize("broken", ["claims:\n- [", "{claims: []}", "x", "claims:\n- x\n"])
def test_a_broken_ledger_is_not_merged_by_item(broken: str) -> None:
    for texts in ((broken, BASE), (BASE, broken)):
        with pytest.raises(UnmergeableError):
            merge(*texts)


def test_a_merge_that_would_lose_a_claim_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever went wrong before: the merged text is looked at."""
    lost = Key("claims", "b")
    monkeypatch.setattr(
        threeway, "sequence", lambda old, mine, other: (k for k in mine if k != lost)
    )
    with pytest.raises(UnmergeableError, match="“b” would be lost"):
        merge(BASE + D, BASE)
    without_b = edited(("  - id: b\n    claim: y\n", ""))
    assert merge(without_b + D, BASE).conflicts == merge(BASE + D, without_b).conflicts == ()


def moved(text: str, by: int) -> str:
    """A ledger whose lists stand further right, or left, comments between their items as well."""
    if by < 0:
        return re.sub(rf"^ {{{-by}}}", "", text, flags=re.M)
    return re.sub(r"^(?=  )", " " * by, text, flags=re.M)


@pytest.mark.parametrize("by", [-2, 2, 6])
@pytest.mark.parametrize("case", CLEAN)
def test_the_indentation_of_lists_is_ours(case: str, by: int) -> None:
    ours, theirs, expected = CLEAN[case]
    assert merge(ours, moved(theirs, by)) == Merged(expected, ())
    assert merge(ours, moved(theirs, by), moved(BASE, by)) == Merged(expected, ())
    assert merge(moved(ours, by), theirs) == Merged(moved(expected, by), ())


@pytest.mark.parametrize("by", [-2, 2])
@pytest.mark.parametrize("case", CONFLICTS)
def test_conflicts_stand_at_our_indentation(case: str, by: int) -> None:
    ours, theirs, expected, told = CONFLICTS[case]
    assert merge(ours, moved(theirs, by)) == Merged(expected, told)


BLOCK = "    note: |\n      one\n\n        two\n    tags:\n    - x\n    - y: z\n"
QUOTED = "    note: 'one\n\n      two\n   '\n    about: >2-\n      x\n"


@pytest.mark.parametrize("extra", [BLOCK, QUOTED])
@pytest.mark.parametrize("by", [-2, 1, 6])
def test_words_over_several_lines_move_with_their_item(extra: str, by: int) -> None:
    base = f"claims:\n{D}{extra}{E}"
    ours, theirs = base.replace("newer", "newest"), base.replace("claim: new\n", "claim: old\n")
    expected = theirs.replace("newer", "newest")
    assert merge(ours, moved(theirs, by), base) == Merged(expected, ())
    assert merge(moved(ours, by), theirs, base).text.split() == expected.split()


def test_only_comments_that_differ_in_more_than_indentation_are_changes() -> None:
    theirs = moved(edited(("claim: y", "claim: yy")), -2).replace("# on b", "      # on b")
    assert merge(edited(("claim: z", "claim: zz")), theirs).conflicts == ()


ITEMS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.dictionaries(
        st.sampled_from(["actor", "claim", "note"]), st.sampled_from(["x", "y: z", "#"]), min_size=1
    ),
    min_size=1,
)


def written(items: dict[str, dict[str, str]]) -> str:
    from claimtrack.ledger.yaml.emit import item

    lines = (item({"id": name, **fields}, 2) + "\n" for name, fields in items.items())
    return "claims:\n" + "".join(lines)


@settings(
    derandomize=True, max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow]
)
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


WORK = works(places=5, most=5)


def worked(who: str, work: Work) -> str:
    """A ledger of five claims after somebody's work on it; the claims are blocks of lines."""
    blocks = [f"  # on {name}\n  - id: {name}\n    claim: x\n    note: n\n" for name in "abcde"]
    return "claims:\n" + "".join(done(blocks, who, work, "  - id: {}\n    claim: neu\n".format))


def taken(text: str, side: int) -> str:
    """A merged text in which every conflict is settled for one side."""
    kept, at = [], 2
    for line in text.splitlines(keepends=True):
        marks = {"<<<<<<< ours\n": 0, "=======\n": 1, ">>>>>>> theirs\n": 2}
        at = marks.get(line, at)
        if line not in marks and at in (side, 2):
            kept.append(line)
    return "".join(kept)


@settings(
    derandomize=True, max_examples=examples(400), suppress_health_check=[HealthCheck.too_slow]
)
@given(WORK, WORK)
def test_whatever_two_people_do(ours: Work, theirs: Work) -> None:
    base, mine, other = worked("", []), worked("o", ours), worked("t", theirs)
    result = merge(mine, other, base)
    old, one, two = ({**parts(text)} for text in (base, mine, other))
    for side, here, there in ((0, one, two), (1, two, one)):
        settled = parts(taken(result.text, side))
        for key, part in here.items():
            deleted = key in old and key not in there
            assert key in settled or (deleted and part.text == old[key].text) or key.name is None
    assert {*re.findall(r"# [ot]\d", mine + other)} <= {*re.findall(r"# [ot]\d", result.text)}
    if not result.conflicts:
        assert not read(result.text).troubles
