"""The keys of the review screen: one table, which bindings, footer and help are made of."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """Keys that do one thing: how they are printed, what they do, a word for the footer.

    ``names`` are the toolkit's, parted by commas. ``action`` is one of those in
    `claimtrack.review.actions`, called with what is ``given``. ``footer`` is empty for what only
    help shows.
    """

    shown: str
    names: str
    action: str
    does: str
    footer: str = ""
    given: tuple[str | int, ...] = ()


KEYS = (
    Key("a", "a", "accept", "accept, and go on to the next undecided claim", "accept"),
    Key("r", "r", "reject", "reject, and go on", "reject"),
    Key("Space", "space", "leave", "leave it new, and go on", "leave"),
    Key("R", "R", "reject_because", "reject with a reason, which is added to the note"),
    Key("u", "u", "undo", "undo the last decision, and return to its claim", "undo"),
    Key("j ↓", "j,down", "move", "the next claim; moving never decides", given=(1,)),
    Key("k ↑", "k,up", "move", "the claim before", given=(-1,)),
    Key("J", "J", "move_article", "the next article", given=(1,)),
    Key("K", "K", "move_article", "the article before", given=(-1,)),
    Key("PgDn", "pagedown", "scroll_text", "further down in the article", given=(1,)),
    Key("PgUp", "pageup", "scroll_text", "further up", given=(-1,)),
    Key("w", "w", "scroll_details", "the rest of the fields and reasons; at the end their start"),
    Key("e", "e", "edit", "change its fields in a form", "edit"),
    Key("[", "left_square_bracket", "border", "begin the quotation a word earlier",
        given=("start", -1)),
    Key("]", "right_square_bracket", "border", "begin it a word later", given=("start", 1)),
    Key("{", "left_curly_bracket", "border", "end the quotation a word earlier",
        given=("end", -1)),
    Key("}", "right_curly_bracket", "border", "end it a word later", given=("end", 1)),
    Key("1", "1", "credibility", "credibility: confirmed by others", given=("1",)),
    Key("2", "2", "credibility", "credibility: probably true", given=("2",)),
    Key("3", "3", "credibility", "credibility: possibly true", given=("3",)),
    Key("4", "4", "credibility", "credibility: doubtful", given=("4",)),
    Key("5", "5", "credibility", "credibility: improbable", given=("5",)),
    Key("6", "6", "credibility", "credibility: cannot be judged", given=("6",)),
    Key("t", "t", "tags", "tags"),
    Key("n", "n", "note", "a note"),
    Key("c", "c", "conflict", "its conflicts, one after the other", "conflicts"),
    Key("V", "V", "rule", "rule on the pair that is shown"),
    Key("g", "g", "gap", "the next gap: words that no claim accounts for", "gap"),
    Key("+", "plus", "add", "make a claim of the gap's sentence"),
    Key("x", "x", "pass_over", "no claim is missing in this gap"),
    Key("Esc", "escape", "back", "from a gap or a pair back to the claim"),
    Key("/", "slash", "filter", "choose claims: actor=Rutte,status=new", "filter"),
    Key("s", "s", "order", "order by article, by score, by topic"),
    Key("A", "A", "accept_all", "accept all new claims in the queue; asks for their number"),
    Key("o", "o", "editor", "open the editor at the claim, or at the first error"),
    Key("Tab", "tab", "queue", "show or hide the queue"),
    Key("?", "question_mark", "help", "these keys", "keys"),
    Key("q", "q", "leave_review", "quit; everything is written already", "quit"),
)  # fmt: skip
