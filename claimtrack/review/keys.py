"""The keys of the review screen: one table, which bindings, footer and help are made of."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """Keys that do one thing: how they are printed, what they do, a word for the footer.

    ``names`` are the toolkit's, parted by commas. ``footer`` is empty for what only help shows.
    """

    shown: str
    names: str
    action: str
    does: str
    footer: str = ""


KEYS = (
    Key("a", "a", "accept", "accept, and go on to the next undecided claim", "accept"),
    Key("r", "r", "reject", "reject, and go on", "reject"),
    Key("Space", "space", "leave", "leave it new, and go on", "leave"),
    Key("R", "R", "reject_because", "reject with a reason, which goes into the note"),
    Key("u", "u", "undo", "take back the last decision, and return to its claim", "undo"),
    Key("j ↓", "j,down", "move(1)", "the next claim; moving never decides"),
    Key("k ↑", "k,up", "move(-1)", "the claim before"),
    Key("J", "J", "article(1)", "the next article"),
    Key("K", "K", "article(-1)", "the article before"),
    Key("e", "e", "edit", "change its fields in a form", "edit"),
    Key("[", "left_square_bracket", "border('start', -1)", "begin the quotation a word earlier"),
    Key("]", "right_square_bracket", "border('start', 1)", "begin it a word later"),
    Key("{", "left_curly_bracket", "border('end', -1)", "end the quotation a word earlier"),
    Key("}", "right_curly_bracket", "border('end', 1)", "end it a word later"),
    Key("1", "1", "credibility('1')", "credibility: confirmed by others"),
    Key("2", "2", "credibility('2')", "credibility: probably true"),
    Key("3", "3", "credibility('3')", "credibility: possibly true"),
    Key("4", "4", "credibility('4')", "credibility: doubtful"),
    Key("5", "5", "credibility('5')", "credibility: improbable"),
    Key("6", "6", "credibility('6')", "credibility: cannot be judged"),
    Key("t", "t", "tags", "tags"),
    Key("n", "n", "note", "a note"),
    Key("c", "c", "conflict", "its conflicts, one after the other", "conflicts"),
    Key("V", "V", "rule", "rule on the pair that is shown"),
    Key("g", "g", "gap", "the next gap: words that no claim accounts for", "gap"),
    Key("+", "plus", "add", "write a claim out of the gap's sentence"),
    Key("x", "x", "pass_over", "no claim is missing in this gap"),
    Key("/", "slash", "filter", "choose claims: actor=Rutte,status=new", "filter"),
    Key("s", "s", "order", "order by article, by score, by topic"),
    Key("A", "A", "accept_all", "accept all new claims of the queue; asks for their number"),
    Key("o", "o", "editor", "open the editor at the claim, or at the first error"),
    Key("Tab", "tab", "queue", "show or hide the queue"),
    Key("?", "question_mark", "help", "these keys", "keys"),
    Key("q", "q", "leave_review", "quit; everything is written already", "quit"),
)
