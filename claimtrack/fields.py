"""The fields of a claim, a row each: whose it is, of what sort, and where it is shown.

What a field holds is said by its type in :mod:`claimtrack.model` and by its place in the file's
format (``ledger/format/entries.py``). All else follows from its row here: how it is written and
typed, whether a new reading may change it, its column, its option in ``add``, its line in ``show``,
whether a diff and a search look at it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES

Whose = Literal["key", "words", "reading", "analyst", "parser"]
"""Ids; the article's words; what the parser proposes and the analyst decides; what is the analyst's
own and no new reading touches; what only the parser needs."""

Sort = Literal["text", "word", "grade", "day", "names", "ids", "figures", "ranges", "notes"]
"""What a value is: free text, one of a few words, a digit, EDTF, a list of names or of ids, …"""


class Field(NamedTuple):
    """A field of a claim.

    ``attribute`` is what the model calls it where that is another name; ``column`` the width of its
    column in lists (0: it has none); ``differs`` whether two claims that are matched may differ in
    it in a diff, or only one entry in two ledgers; ``option`` the help of its option in ``add``
    ("": it has none), called ``flag`` where that is not its name, with ``metavar`` for its value.
    """

    name: str
    whose: Whose
    sort: Sort
    attribute: str = ""
    column: int = 0
    differs: Literal["no", "matched", "one entry"] = "one entry"
    searched: bool = False
    option: str = ""
    flag: str = ""
    metavar: str = "TEXT"
    choices: tuple[str, ...] = ()

    @property
    def of_claim(self) -> str:
        """The attribute of :class:`~claimtrack.model.Claim` that holds it."""
        return self.attribute or self.name

    @property
    def is_list(self) -> bool:
        """True for a field of several values, which are typed with commas between."""
        return self.sort in ("names", "ids")


FIELDS: tuple[Field, ...] = (
    Field("id", "key", "word", differs="no", column=26),
    Field(
        "actor", "reading", "names", "actors", 26, "matched", option="Who makes the claim.",
        metavar="NAME",
    ),
    Field(
        "via", "reading", "names", column=20, differs="matched", metavar="NAME",
        option="Who passed the claim on, nearest to the article first.",
    ),
    Field(
        "cites", "reading", "names", column=20, differs="matched", metavar="NAME",
        option="Whom the actor relies on.",
    ),
    Field(
        "claim", "analyst", "text", differs="no", searched=True,
        option="The claim in your own words.",
    ),
    Field("quote", "words", "text", differs="no", searched=True),
    Field(
        "said", "reading", "day", column=13, differs="matched", metavar="DAY",
        option="When it was said: EDTF, 18.10.2024, gestern …",
    ),
    Field(
        "about", "reading", "day", column=21, differs="matched", metavar="DAY",
        option="The time it is about.",
    ),
    Field(
        "stance", "reading", "word", column=9, differs="matched", metavar="WORD",
        option="What the actor does", choices=STANCES,
    ),
    Field(
        "confidence", "reading", "word", column=11, differs="matched", metavar="WORD",
        option="How certain the speaker is", choices=tuple(CONFIDENCE),
    ),
    Field(
        "hedge", "reading", "text", column=20, searched=True,
        option="The words that express the confidence.",
    ),
    Field(
        "answers", "reading", "ids", column=26, metavar="ID",
        option="A claim that it responds to, nearest first.",
    ),
    Field(
        "figures", "reading", "figures", column=30, differs="matched", flag="figure",
        metavar="FIGURE",
        option='A figure, what it counts and its state: "rund 300 Soldaten killed".',
    ),
    Field(
        "kind", "reading", "word", column=13, metavar="WORD", option="How it is reported",
        choices=KINDS,
    ),
    Field("article", "key", "word", differs="no"),
    Field(
        "at", "words", "ranges", differs="no", metavar="START-END",
        option="Which occurrence, if the words occur more than once.",
    ),
    Field("topic", "analyst", "text", column=24, option="What it is about."),
    Field(
        "status", "analyst", "word", column=8, differs="matched", metavar="WORD",
        option="What you decided", choices=STATUSES,
    ),
    Field(
        "credibility", "analyst", "grade", column=11, metavar="1-6",
        option="Admiralty number of the claim.",
    ),
    Field(
        "tags", "analyst", "names", column=20, flag="tag", metavar="WORD",
        option="A tag.",
    ),
    Field("note", "analyst", "text", column=30, searched=True, option="Your remark."),
    Field("read", "parser", "notes", differs="no"),
)  # fmt: skip
"""In the order in which a new claim is written. What a claim says in its words (``quote``, else
``claim``) is compared as its wording, not as a field."""

BY_NAME = {field.name: field for field in FIELDS}


def of(*whose: Whose) -> tuple[Field, ...]:
    """The fields that are somebody's, in order."""
    return tuple(field for field in FIELDS if field.whose in whose)


def as_text(field: Field, claim: object) -> str:
    """The value of a field of one line: names and ids parted by commas, "" for nothing.

    Not for figures, ranges and the parser's notes.
    """
    value = getattr(claim, field.of_claim)
    return ", ".join(value) if isinstance(value, tuple) else value or ""
