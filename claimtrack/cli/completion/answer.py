"""The answer to a shell: what the word at the cursor can become, a line each."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.completion.option_values import FIRST, table

if TYPE_CHECKING:
    import sqlite3

MOST = 200
"""More answers than that help nobody."""

FILES = "/"
"""The line that has the shell complete the name of a file."""
WORD = "="
"""What a line with a word begins with: no word can be taken for anything else."""
MEANING = "~"
"""What a line begins with that says which name the word before it stands for."""

SETTING = "setting"
"""The arguments of `set`: ids of claims, then fields with a value."""

WRITING = ("add", "set", "edit", "rule", "event", "import", "ingest")
"""Commands that put into a ledger what they are given."""

_FIELDS = {
    "status": "words:new accepted rejected",
    "credibility": "words:1 2 3 4 5 6",
    "actor": "index:actor",
    "via": "index:via",
    "cites": "index:actor",
    "topic": "index:topic",
    "tags": "index:tag",
}
"""What completes the value of a field behind ``claimtrack set ID FIELD=``."""


def answer(words: Sequence[str], *, spelled: bool = False) -> None:
    """Writes what the last of some words can become, the words being those behind the program's.

    With ``spelled`` names keep the letters that were typed. Never says anything else, and never
    fails.
    """
    from claimtrack.cli.console import streams

    with suppress(Exception):
        if streams.install():
            answers = lines(words)
            streams.show(sys.stdout, as_typed(answers, words) if spelled else answers)
            sys.stdout.flush()


def lines(words: Sequence[str]) -> list[str]:
    """The lines of the answer; words from a ledger are on one line and have no power."""
    from claimtrack.render.safe import terminal

    words = [*words] or [""]
    last, before = words[-1], words[:-1]
    if not before:
        return _worded(_matching((*table(), "--help", "--version"), last))
    options = table().get(before[0])
    if options is None:
        return []
    kind, typed, lead = _asked(options, before, last)
    if kind == "file":
        return [FILES]
    candidates = (terminal(word) for word in _candidates(kind, typed, _named(before)))
    return _worded(f"{lead}{word}" for word in _matching(candidates, typed))


def as_typed(answers: Sequence[str], words: Sequence[str]) -> list[str]:
    """An answer for a shell that drops names without the very letters that were typed.

    They get these letters (``sudkorea``), which filters take as well, and a line says what the name
    is. What is written into a ledger stays as it is.
    """
    typed = words[-1] if words else ""
    if words[:1] and words[0] in WRITING:
        return list(answers)
    answered = []
    for line in answers:
        spelled = _spelled(line, typed)
        is_other = spelled != line
        answered += [spelled, f"{MEANING}{line.removeprefix(WORD)}"] if is_other else [line]
    return answered


def _spelled(name: str, typed: str) -> str:
    """A name with the letters that were typed for a stretch of it, in place of its accents."""
    from claimtrack.text import folded

    if typed.casefold() in name.casefold():
        return name
    wanted = folded(typed)
    ends = range(len(name) + 1)
    pairs = ((at, end) for at in ends for end in ends[at:] if folded(name[at:end]) == wanted)
    start, end = next(pairs, (0, 0))
    return f"{name[:start]}{typed}{name[end:]}" if end else name


def _asked(options: Mapping[str, str], before: Sequence[str], last: str) -> tuple[str, str, str]:
    """What completes the last word, what of it was typed, and what stands before that in it.

    Shapes: ``--actor Ru``, ``--actor=Ru``, ``--actor = Ru`` as bash parts it, ``status=acc``.
    """
    known = {**_FIELDS, **options} if before[0] == "set" else options
    name, sign, value = last.partition("=")
    if last == "=" or before[-1] == "=":
        of = before[-1] if last == "=" else before[-2]
        return known.get(of, "-"), "" if last == "=" else last, ""
    if sign and name in known:
        return known[name], value, f"{name}="
    taken = options.get(before[-1], "flag") if before[-1].startswith("-") else "flag"
    if taken != "flag":
        return taken, last, ""
    if last.startswith("-"):
        return f"words:{' '.join(option for option in options if option != FIRST)}", last, ""
    return options[FIRST], last, ""


def _candidates(kind: str, typed: str, ledger: str | None) -> Iterable[str]:
    sort, _, name = kind.partition(":")
    if sort == "words":
        return name.split(" ")
    if kind == SETTING:
        return (*stored("id", typed, ledger), *(f"{field}=" for field in _FIELDS))
    return stored(name, typed, ledger) if sort == "index" else ()


def _named(words: Sequence[str]) -> str | None:
    for at, word in enumerate(words):
        if word == "--ledger" and at + 1 < len(words):
            value = [part for part in words[at + 1 : at + 3] if part != "="]
            return value[0] if value else None
        if word.startswith("--ledger="):
            return word.partition("=")[2]
    return None


def _matching(words: Iterable[str], typed: str) -> list[str]:
    """The words that begin with what was typed, whatever case and umlauts; a part of theirs too.

    "sud" means Südkorea, "rutte" Mark Rutte.
    """
    from claimtrack.text import folded

    wanted = folded(typed)
    plain = [word for word in dict.fromkeys(words) if word]
    begin = [word for word in plain if folded(word).startswith(wanted)]
    inside = [
        word for word in plain if wanted and f" {wanted}" in folded(word) and word not in begin
    ]
    return sorted(begin)[:MOST] + sorted(inside)[: MOST - len(begin[:MOST])]


def _worded(words: Iterable[str]) -> list[str]:
    return [f"{WORD}{word}" for word in words]


PATIENCE = 0.05
"""Seconds to wait for a process that writes the index."""

PLACES = ("claims.yaml", "data/claims.yaml")
_FACETS = ("actor", "via", "topic", "article", "tag")


def stored(kind: str, prefix: str, ledger: str | None) -> list[str]:
    """What the index of a ledger has of a kind; of ids only those that begin so.

    Kinds: the facets of claims (actor, via, topic, article, tag), ``outlet``, ``id``. Nothing where
    the index is missing, in use, damaged or of another program: Tab is no place for an error.
    """
    try:
        import sqlite3

        from claimtrack.ledger.index.database import shelf_of

        path = _ledger(ledger)
        file = shelf_of(path) if path else None
        if file is None or not file.is_file():
            return []
        address = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as db:
            return [word for word in _ASKED[kind](db, prefix) if isinstance(word, str)]
    except Exception:
        return []


def _ledger(named: str | None) -> Path | None:
    """The ledger that was typed, that of the environment, else the nearest one."""
    given = named or os.environ.get("CLAIMTRACK_LEDGER")
    if given:
        return Path(given).expanduser()
    here = Path.cwd()
    places = (folder / place for folder in (here, *here.parents) for place in PLACES)
    return next((place for place in places if place.is_file()), None)


def _facet(name: str) -> Callable[[sqlite3.Connection, str], Iterator[str]]:
    def words(db: sqlite3.Connection, _: str) -> Iterator[str]:
        """The words of a facet that a claim has."""
        query = (
            "SELECT word FROM words WHERE facet = ? AND EXISTS"
            " (SELECT 1 FROM marks WHERE marks.number = words.number)"
        )
        yield from (word for (word,) in db.execute(query, (name,)))
        if name == "topic":
            yield from _topics(db)
        if name == "article":
            yield from (ident for (ident,) in db.execute("SELECT DISTINCT id FROM sources"))

    return words


def _topics(db: sqlite3.Connection) -> Iterator[str]:
    for (value,) in db.execute("SELECT value FROM state WHERE name = 'others'"):
        yield from (topic["name"] for topic in json.loads(value)["topics"])


def _outlets(db: sqlite3.Connection, _: str) -> Iterator[str]:
    for (record,) in db.execute("SELECT record FROM sources"):
        yield json.loads(record).get("outlet")


def _ids(db: sqlite3.Connection, prefix: str) -> Iterator[str]:
    query = "SELECT DISTINCT id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 200"
    yield from (ident for (ident,) in db.execute(query, (prefix, f"{prefix}\U0010ffff")))


_ASKED: dict[str, Callable[[sqlite3.Connection, str], Iterator[str]]] = {
    **{name: _facet(name) for name in _FACETS},
    "outlet": _outlets,
    "id": _ids,
}
