"""The articles of a ledger that change: those that are known are not read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.ledger.files.read_ledger import load_file
from claimtrack.ledger.index import read_rest
from claimtrack.ledger.index.database import state
from claimtrack.ledger.index.facets import noted_facet
from claimtrack.ledger.index.ledger_index import Index, from_index

X = "- {id: x, published: 2024-05-01, outlet: Blatt}\n"
Y = "- id: y\n  title: Der Pegel steigt\n  # as printed\n  published: 2023\n"
Z = "- {id: z, title: 'Ein Damm: noch dicht'}\n"
CLAIMS = "claims:\n- {id: a, claim: b, article: x}\n- {id: c, claim: d, article: z}\n"


def ledger(*articles: str, above: str = "version: 1\n", below: str = "") -> str:
    return f"{above}articles:\n{''.join(articles)}{CLAIMS}{below}"


LEDGERS = {
    "two": ledger(X, Y),
    "one more at the end": ledger(X, Y, Z),
    "one more in front": ledger(Z, X, Y),
    "another order": ledger(Y, X),
    "one gone": ledger(Y),
    "one twice": ledger(X, Y, X),
    "another day": ledger(X.replace("05-01", "05-02"), Y),
    "all deeper": ledger(*(f"  {line}\n" for text in (X, Y) for line in text.splitlines())),
    "a broken one": ledger(X, Y.replace("title:", "titel:"), Z),
    "no YAML": ledger(X, Y.replace("Der", "[Der"), Z),
    "no mapping": ledger(X, "- w\n", Y),
    "in brackets": f"articles: [{X[2:-1]}, {Z[2:-1]}]\n{CLAIMS}",
    "none": CLAIMS,
    "below the claims": f"{CLAIMS}articles:\n{X}{Y}",
    "two lists": ledger(X, Y, below=f"articles:\n{Z}"),
    "a ruling": ledger(X, Y, below="rulings:\n- {claims: [a, c], verdict: update}\n"),
    "a broken ruling": ledger(X, Y, below="rulings:\n- {claims: [a, c], verdict: upset}\n"),
    "remarks": ledger("# the first\n", X, "# the second\n", Y, above="---\n# all\n"),
}


READ_WHOLE = ("no YAML",)
"""Those that the index leaves to the file."""


@pytest.mark.parametrize("first", LEDGERS)
def test_whatever_becomes_of_articles_shows(tmp_path: Path, first: str) -> None:
    path = tmp_path / "claims.yaml"
    for second in LEDGERS:
        for name in (first, second):
            path.write_text(LEDGERS[name], encoding="utf-8")
            found = from_index(path, Index.load)
            assert (found is None) == (name in READ_WHOLE), name
            assert not found or (found.ledger, found.problems) == load_file(path)


@pytest.mark.parametrize(
    ("after", "new"),
    [
        ([X, Y, Z], ["z"]),
        ([Z, X, Y], ["z"]),
        ([Y], []),
        ([Y, X], []),
        ([X, Y.replace("2023", "2024")], ["y"]),
        ([X, Y.replace("# as", "# so")], ["y"]),
        # Where something is wrong all are read, so that each problem has its line.
        ([X, Y, Z.replace("title", "titel")], ["x", "y"]),
    ],
)
def test_only_new_articles_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: list[str], new: list[str]
) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(ledger(X, Y), encoding="utf-8")
    assert from_index(path, Index.count) == 2
    read, article = list[str](), read_rest._article
    monkeypatch.setattr(
        read_rest, "_article", lambda mark, source: read.append(source.id) or article(mark, source)
    )
    path.write_text(ledger(*after), encoding="utf-8")
    assert from_index(path, Index.count) == 2
    assert read == new


def test_what_stays_in_front_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    numbers = []
    query = "SELECT number FROM sources ORDER BY number"
    for articles in ([X, Y], [X, Y, Z], [X, Z]):
        path.write_text(ledger(*articles), encoding="utf-8")
        numbers.append(from_index(path, lambda index: index.db.execute(query).fetchall()))
    (two, three, last) = numbers
    assert two and three and last
    assert three[:2] == two and last[:1] == two[:1]


BARE = "- {id: z}\n"
LATER = X.replace("05-01", "05-02")


@pytest.mark.parametrize(
    ("after", "is_noted"),
    [
        ([X, Y, Z], True),
        ([X, Y, BARE, "- {id: v, published: 2021}\n"], True),
        ([X, BARE], True),
        ([X, Y.replace("2023", "2024"), BARE], True),
        ([LATER, Y, X], True),
        ([X, Y], True),
        ([X, Y, BARE.replace("}", ", published: 2021}")], False),
        ([LATER, Y, BARE], False),
        ([X, Y, LATER], False),
        ([Y, BARE], False),
    ],
)
def test_days_are_noted_again_where_claims_have_another(
    tmp_path: Path, after: list[str], is_noted: bool
) -> None:
    path = tmp_path / "claims.yaml"
    for articles in ([X, Y, BARE], after):
        path.write_text(ledger(*articles), encoding="utf-8")
        noted = from_index(path, lambda index: str(state(index.db, "day of")))
        days = from_index(path, _days)
        expected = {claim.reported for claim in load_file(path)[0].claims if claim.reported}
        assert days is not None and set(days.values()) == expected
    assert (noted != "None") == is_noted


def _days(index: Index) -> dict[int, str]:
    """The days of the claims that there are, as they are noted."""
    assert noted_facet(index, "day")
    sound = index.sound()
    return {row: day for row, day in index.words("day").items() if row in sound}
