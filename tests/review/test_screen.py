"""The review screen: keys in, bytes of the ledger out."""

from __future__ import annotations

import asyncio
import difflib
import json
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("textual", reason="textual is not installed")

from textual.suggester import Suggester
from textual.widgets import Static
from textual.worker import WorkerCancelled

from claimtrack import ledger
from claimtrack.cli.by_hand import reviewing
from claimtrack.model import Article, Ledger
from claimtrack.review import fresh_reading
from claimtrack.review.actions.gaps_and_pairs import conflict
from claimtrack.review.dialogs import Choices, Names
from claimtrack.review.fresh_reading import Quarrels
from claimtrack.review.keys import KEYS
from claimtrack.review.look import theme
from claimtrack.review.panes import Details, Queue, Text, footer, name_in
from claimtrack.review.review_app import Review
from tests.conftest import Run
from tests.test_cli_hostile import FRAGMENTS, foreign

ROOT = Path(__file__).parents[2]
ARTICLE = """---
title: Beben in der Provinz Hatay
published: 2023-02-07
---
Das Amt sagte, es gebe mindestens 300 Tote. Am Morgen kamen 40 Helfer.

Die Ministerin erklärte: „Die Lage ist sehr ernst.“ Der Verband bestritt das.
"""
BODY = ARTICLE.partition("---\n")[2].partition("---\n")[2]


def at(words: str) -> str:
    start = BODY.index(words)
    return f"{start}-{start + len(words)}"


LEDGER = f"""version: 1   # ours

articles:
  - id: beben
    file: beben.md
    published: 2023-02-07

claims:
  - id: amt-000001
    actor: Amt          # which one?
    quote: es gebe mindestens 300 Tote
    figures:
      - {{text: mindestens 300, what: Tote, state: killed}}
    article: beben
    at: {at("es gebe mindestens 300 Tote")}
    read: {{rule: verb+konjunktiv, score: 0.93, speaker: {at("Das Amt")}, cue: {at("sagte")}}}

  - id: ministerin-000002
    actor: Ministerin
    quote: „Die Lage ist sehr ernst.“
    kind: direct
    article: beben
    at: {at("„Die Lage ist sehr ernst.“")}

  # a remark between
  - id: verband-000003
    actor: Verband
    quote: Der Verband bestritt das
    stance: denies
    article: beben
    at: {at("Der Verband bestritt das")}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "beben.md").write_text(ARTICLE, encoding="utf-8")
    file = tmp_path / "claims.yaml"
    file.write_text(LEDGER, encoding="utf-8")
    return file


Then = Callable[[Review, Any], Awaitable[None]]


def review(
    path: Path, *keys: str, size: tuple[int, int] = (140, 40), then: Then | None = None
) -> Review:
    """The screen after these keys; ``…`` waits for what goes on beside it."""

    def everything(found: Ledger) -> tuple[Any, ...]:
        return found.claims

    app = Review(path, reviewing.services("ab"), everything, "article")

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                if key == "…":
                    await settle(app)
                    await pilot.pause()
                else:
                    await pilot.press(key)
                    await pilot.pause()
            if then:
                await then(app, pilot)

    asyncio.run(run())
    return app


async def settle(app: Review) -> None:
    """Waits for what goes on beside the screen, the reading of the article among it."""
    source = app.session.source(app.session.current)
    while source and isinstance(app.article(source), Article) and source.id not in app.readings:
        await asyncio.sleep(0.01)
    with suppress(WorkerCancelled):
        await app.workers.wait_for_complete()


def changes(path: Path, before: str = LEDGER) -> list[str]:
    """The lines that went and came, without what stands between."""
    now = path.read_text(encoding="utf-8")
    lines = difflib.unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm="")
    return [" ".join(line.split()) for line in lines if line[:2] not in ("--", "++", "@@")]


def typed(text: str) -> list[str]:
    names = {" ": "space", ",": "comma", "=": "equals_sign"}
    return [names.get(char, char) for char in text]


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (["a"], ["+ status: accepted"]),
        (["r"], ["+ status: rejected"]),
        (["a", "r", "a"], ["+ status: accepted", "+ status: rejected", "+ status: accepted"]),
        (["space"], []),
        (["j", "k", "J", "K", "down", "up", "s", "tab", "tab"], []),
        (["j", "a"], ["+ status: accepted"]),
        (["a", "u"], []),
        (["a", "a", "a", "u", "u", "u", "u"], []),
        (["R", *typed("zu vage"), "enter"], ["+ status: rejected", "+ note: zu vage"]),
        (["R", *typed("zu"), "escape"], []),
        (["3"], ["+ credibility: 3"]),
        (["3", "5"], ["+ credibility: 5"]),
        (["3", "3"], []),
        (["t", *typed("nato,a b"), "enter"], ["+ tags: [nato, a b]"]),
        (["n", *typed("zweite Quelle?"), "enter"], ["+ note: zweite Quelle?"]),
        (["e", "tab", *typed("dpa"), "enter"], ["+ via: [dpa]"]),
        (["e", "escape"], []),
        (["e", "ctrl+s"], []),
        (["question_mark", "a", "escape"], []),  # keys are for what is asked
        (["j", "e", *["tab"] * 3, *typed("7.2.2023"), "enter"], ["+ said: 2023-02-07"]),
        (["j", "e", *["tab"] * 3, *typed("bald"), "enter"], []),
    ],
    ids=lambda value: " ".join(value)[:40],
)
def test_keys_in_bytes_out(path: Path, keys: list[str], lines: list[str]) -> None:
    review(path, *keys)
    assert changes(path) == lines


@pytest.mark.parametrize(
    ("keys", "quote"),
    [
        (["left_curly_bracket"], "es gebe mindestens 300"),
        (["right_curly_bracket"], "es gebe mindestens 300 Tote."),
        (["left_square_bracket"], "sagte, es gebe mindestens 300 Tote"),  # not with its comma
        (["left_square_bracket"] * 2, "Amt sagte, es gebe mindestens 300 Tote"),
        (["right_square_bracket"], "gebe mindestens 300 Tote"),
        (["right_square_bracket"] * 9, "Tote"),
        (["left_curly_bracket"] * 9, "es"),
    ],
)
def test_borders(path: Path, keys: list[str], quote: str) -> None:
    """Words and place change together, and both are the article's."""
    app = review(path, *keys)
    claim = ledger.load(path)[0].claims[0]
    assert claim.quote and claim.quote.text == quote
    assert BODY[slice(*claim.quote.spans[0])] == quote
    assert not ledger.check(path)
    assert {line.split()[1] for line in changes(path)} == {"quote:", "at:"}
    assert app.session.current and app.session.current.id == "amt-000001"


def test_borders_of_words_that_moved_stay(path: Path) -> None:
    (path.parent / "beben.md").write_text(ARTICLE.replace("Das Amt", "Das ganze Amt"), "utf-8")
    review(path, "right_curly_bracket")
    assert changes(path) == []


def test_every_border_is_taken_back(path: Path) -> None:
    review(path, *["right_curly_bracket", "right_square_bracket", "left_curly_bracket"], *["u"] * 3)
    assert path.read_text(encoding="utf-8") == LEDGER


def test_all_shipped_claims_a_key_each(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "claims.yaml"
    raw = path.read_bytes()
    count = len(ledger.load(path)[0].claims)
    review(path, *["a"] * count)
    lines = changes(path, raw.decode())
    assert lines == ["+ status: accepted"] * count


# Gaps --------------------------------------------------------------------------------------------


def test_a_gap_is_passed_over(path: Path) -> None:
    review(path, "…", "g", "x", "…")
    assert changes(path) == [f"+ passed: [{at('40')} 40]"]


def test_passing_over_is_taken_back(path: Path) -> None:
    review(path, "…", "g", "x", "…", "u")
    assert changes(path) == []


def test_a_claim_out_of_a_gap(path: Path) -> None:
    app = review(path, "…", "g", "plus", "tab", *typed("Feuerwehr"), "enter", "…")
    claim = next(one for one in ledger.load(path)[0].claims if one.actors == ("Feuerwehr",))
    assert claim.quote and claim.quote.text == "Am Morgen kamen 40 Helfer"
    assert [(figure.text, figure.what) for figure in claim.figures] == [("40", "Helfer")]
    assert claim.article == "beben" and not ledger.check(path)
    assert app.session.current == claim
    assert all(line.startswith("+") for line in changes(path))


def test_a_gap_that_is_shown_is_not_decided_on(path: Path) -> None:
    """What keys of claims would change is not in view then; Escape brings it back."""
    blind = ["a", "r", "space", "e", "R", "3", "t", "n", "left_curly_bracket", "c"]
    app = review(path, "…", "g", *[key for name in blind for key in (name, "z")])
    assert changes(path) == [] and app.gap and app.session.list.at == 0
    app = review(path, "…", "g", "escape", "a")
    assert changes(path) == ["+ status: accepted"] and app.gap is None


def test_behind_a_claim_out_of_a_gap_it_goes_on_where_one_was(path: Path) -> None:
    app = review(path, "…", "g", "plus", "tab", *typed("Wehr"), "enter", "…", "a", "a")
    accepted = [claim.actors for claim in ledger.load(path)[0].claims if claim.status != "new"]
    assert sorted(accepted) == [("Amt",), ("Wehr",)]
    assert app.session.current and app.session.current.id == "ministerin-000002"


def test_what_is_usual_is_not_written_into_a_claim(path: Path) -> None:
    review(path, "…", "g", "plus", "tab", *typed("Wehr"), "enter", "…")
    names = {line.split()[1 + (line.split()[1] == "-")] for line in changes(path)} - {"+", "-"}
    assert not names & {"stance:", "confidence:", "status:"} and "kind:" in names


def test_a_claim_out_of_a_gap_is_taken_back(path: Path) -> None:
    app = review(path, "…", "g", "plus", "tab", *typed("Wehr"), "enter", "…", "u")
    assert path.read_text(encoding="utf-8") == LEDGER
    assert app.session.list.ids == list(app.session.claims) and len(app.session.claims) == 3
    assert app.session.current and app.session.current.id == "amt-000001"


def test_a_claim_out_of_a_gap_stands_at_its_place(path: Path) -> None:
    app = review(path, "…", "j", "j", "g", "plus", "tab", *typed("Wehr"), "enter", "…")
    assert [ident.split("-")[0] for ident in app.session.list.ids] == [
        "amt", "wehr", "ministerin", "verband",
    ]  # fmt: skip
    assert app.session.list.at == 1


def test_what_is_taken_back_is_shown_beyond_the_choice(path: Path) -> None:
    app = review(path, "a", "slash", *typed("stance=denies"), "enter", "u")
    assert app.session.current and app.session.current.id == "amt-000001"


def test_gaps_that_are_left_are_told(path: Path) -> None:
    (path.parent / "zwei.md").write_text(ARTICLE.replace("300", "301"), encoding="utf-8")
    second = LEDGER.partition("claims:\n")[2].replace("beben", "zwei").replace("00000", "10000")
    head, claims = LEDGER.split("\nclaims:\n")
    two = "  - {id: zwei, file: zwei.md, published: 2023-02-08}\n"
    path.write_text(f"{head}{two}\nclaims:\n{claims}\n{second}", encoding="utf-8")

    async def then(app: Review, pilot: Any) -> None:
        told = str(app.screen_stack[0].query_one("#message", Static).render())
        assert told == "1 gap left in beben: K goes back, g shows them"

    review(path, "…", "a", "a", "a", then=then)


def test_no_gap_is_left(path: Path) -> None:
    app = review(path, "…", "g", "x", "…", "g")
    assert app.gap is None


# Choosing ----------------------------------------------------------------------------------------


def test_a_filter_and_all_of_it_accepted(path: Path) -> None:
    asked = ["slash", *typed("stance=denies"), "enter"]
    review(path, *asked, "A", "2", "enter")  # it is one claim: the number is refused
    assert changes(path) == []
    review(path, *asked, "A", "1", "enter")
    assert changes(path) == ["+ status: accepted"]
    assert ledger.load(path)[0].claims[2].status == "accepted"


def test_what_was_decided_is_not_new_to_a_filter(path: Path) -> None:
    app = review(path, "a", "a", "slash", *typed("status=new"), "enter")
    assert app.session.list.ids == ["verband-000003"]


def test_another_choice_begins_at_its_first_claim(path: Path) -> None:
    app = review(path, "j", "j", "slash", *typed("stance=asserts"), "enter")
    assert (app.session.list.ids[1:], app.session.list.at) == (["ministerin-000002"], 0)


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (["A", "3", "enter"], "3 claims accepted; u undoes all of them"),
        (["A", "3", "enter", "u"], "undone: status of 3 claims"),
        (["a", "u"], "undone: status of amt-000001"),
        (["a", "a", "a"], "all claims are decided; q quits, / chooses others"),
        (["e", "tab", *typed("dpa"), "enter"], "changed: via"),
        (["left_curly_bracket", "u"], "undone: quote of amt-000001"),
        (["…", "g", "x", "…", "u"], "undone: “40” passed over"),
        (["…", "g"], "gap 1 of 1: + makes it a claim, x passes it over"),
        (["V"], "no pair is shown: c shows the conflicts"),
        (["t", *typed("x, y"), "enter"], "tags: x, y"),
        (["n", *typed("so"), "enter"], "noted: so"),
        (["3"], "credibility 3"),
        (["3", "3"], "no credibility"),
        (["R", *typed("so"), "enter"], "amt-000001 rejected, with the reason in its note"),
        (["left_curly_bracket"], "quoted: es gebe mindestens 300"),
        (["a", "k", "a"], "amt-000001 was accepted before"),
        (["…", "g", "x"], "“40” passed over; no gap is left in this article"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_a_key_says(path: Path, keys: list[str], reply: str) -> None:
    async def then(app: Review, pilot: Any) -> None:
        assert str(app.screen_stack[0].query_one("#message", Static).render()) == reply

    review(path, *keys, then=then)


@pytest.mark.parametrize("wrong", ["colour=red", "actor=Niemand", "since=bald"])
def test_a_filter_that_will_not_do(path: Path, wrong: str) -> None:
    app = review(path, "slash", *typed(wrong), "enter", "escape")
    assert len(app.session.list.ids) == 3


def test_orders(path: Path) -> None:
    assert review(path).session.list.ids == ["amt-000001", "ministerin-000002", "verband-000003"]
    assert review(path, "s").order == "score"
    assert review(path, "s", "s", "s").order == "article"


# Conflicts ---------------------------------------------------------------------------------------


def test_a_ruling_on_the_pair_that_is_shown(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "claims.yaml"
    before = path.read_text(encoding="utf-8")

    async def then(app: Review, pilot: Any) -> None:
        app.session.list.go("isw-gzfvns")
        conflict(app)
        while app.quarrels is None:
            await settle(app)
            await pilot.pause()
        for key in ("c", "V", "enter", "down", "down", "enter", "tab", *typed("erste Welle")):
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()

    review(path, then=then)
    added = "\n".join(changes(path, before))
    assert "isw-gzfvns" in added and "why: erste Welle" in added and "by: ab" in added
    assert all(line.startswith("+") for line in changes(path, before))


def test_a_conflict_that_is_asked_for_is_in_view(tmp_path: Path) -> None:
    """On a small terminal too, where the fields alone fill the pane; the status counts them."""
    shutil.copytree(ROOT / "data", tmp_path / "data")

    async def then(app: Review, pilot: Any) -> None:
        app.session.list.go("isw-gzfvns")
        conflict(app)
        while app.quarrels is None:
            await settle(app)
            await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        assert "mehrere tausend" in shown(app, Details)
        line = app.session.ledger.lines["isw-gzfvns"]
        assert f"claims.yaml:{line}" in shown(app, Details)
        assert "conflict" in str(app.query_one("#status", Static).render())

    review(tmp_path / "data" / "claims.yaml", size=(80, 24), then=then)


# Other hands -------------------------------------------------------------------------------------


def test_a_file_that_others_write_is_read_again(path: Path) -> None:
    async def then(app: Review, pilot: Any) -> None:
        ledger.set_fields(path, ["verband-000003"], {"note": "anders"})
        app.watch_file()
        await pilot.press("a")

    app = review(path, "j", then=then)
    assert app.session.claims["verband-000003"].note == "anders"
    assert sorted(changes(path)) == ["+ note: anders", "+ status: accepted"]


def test_a_claim_that_others_changed_is_shown_and_not_decided(path: Path) -> None:
    async def then(app: Review, pilot: Any) -> None:
        ledger.set_fields(path, ["amt-000001"], {"note": "anders"})
        await pilot.press("a")
        await pilot.pause()
        shown = "".join(run.text for line in app.query_one(Details).made for run in line)
        assert "CHANGED OUTSIDE" in shown and "anders" in shown

    review(path, then=then)
    assert changes(path) == ["+ note: anders"]


def test_a_broken_file_is_told_and_not_written(path: Path) -> None:
    async def then(app: Review, pilot: Any) -> None:
        path.write_text("claims: [", encoding="utf-8")
        app.watch_file()
        await pilot.press("a")
        assert path.read_text(encoding="utf-8") == "claims: ["
        assert app.session.current
        path.write_text(LEDGER, encoding="utf-8")
        app.watch_file()
        await pilot.press("a")

    review(path, then=then)
    assert changes(path) == ["+ status: accepted"]


# The screen --------------------------------------------------------------------------------------


def shown(app: Review, pane: type[Any]) -> str:
    """The lines of a pane that are in view."""
    found = app.screen_stack[0].query_one(pane)
    return "\n".join(found.render_line(y).text for y in range(found.size.height))


@pytest.mark.parametrize("wanted", [True, False])
def test_without_colours(path: Path, monkeypatch: pytest.MonkeyPatch, wanted: bool) -> None:
    """Nothing that is painted has a colour where the user wants none; words stay marked."""
    if not wanted:
        monkeypatch.setenv("NO_COLOR", "1")

    async def then(app: Review, pilot: Any) -> None:
        for key in ("", "e", "question_mark"):
            await pilot.press(*filter(None, [key]))
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            styles = [part.style for strip in strips for part in strip if part.style]
            hues = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
            assert any(not colour.is_default for colour in hues) == wanted
            assert any(style.reverse for style in styles)
            await pilot.press("escape")

    review(path, "…", then=then)


@pytest.mark.parametrize(
    ("name", "cells", "text"),
    [
        ("Anna Weber", 10, "Anna Weber"),
        ("Anna Weber", 9, "…Weber"),
        ("Anna Weber", 5, "Anna…"),
        ("Parlament von Velinia", 12, "Parlament…"),
    ],
)
def test_of_a_long_name_the_end_is_shown(name: str, cells: int, text: str) -> None:
    assert name_in(name, cells) == text


@pytest.mark.parametrize(
    ("size", "panes"),
    [((140, 40), {Queue, Text, Details}), ((100, 30), {Queue, Text, Details}),
     ((99, 30), {Text, Details}), ((80, 24), {Text, Details})],
)  # fmt: skip
def test_panes(path: Path, size: tuple[int, int], panes: set[type[Any]]) -> None:
    async def then(app: Review, pilot: Any) -> None:
        await pilot.pause()
        views = [app.query_one(pane) for pane in (Queue, Text, Details)]
        assert {type(view) for view in views if view.display} == panes
        text = shown(app, Text)
        assert "mindestens 300 Tote" in " ".join(text.split())
        assert "verb+konjunktiv" in shown(app, Details)
        if size[0] < 100:
            await pilot.press("tab")
            await pilot.pause()
            assert "Ministerin" in shown(app, Queue)

    review(path, size=size, then=then)


SCREENS = {
    "wide": ((140, 20), ["a", "…"]),
    "narrow": ((80, 24), ["…"]),
    "gap": ((100, 20), ["…", "g"]),
    "form": ((100, 30), ["j", "e"]),
}


@pytest.mark.parametrize("name", SCREENS)
def test_the_whole_screen(path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every cell, as text; after a change meant so, ``SCREENS=write pytest`` writes them anew.

    Without conflicts: which claims contradict each other is no matter of the screen.
    """
    monkeypatch.setattr(fresh_reading, "quarrels", lambda *_: Quarrels())
    size, keys = SCREENS[name]
    file = Path(__file__).parent / "screens" / f"{name}.txt"

    async def then(app: Review, pilot: Any) -> None:
        while app.quarrels is None or "beben" not in app.readings:
            await settle(app)
            await pilot.pause(0.02)
        wanted = file.read_text(encoding="utf-8") if file.exists() else ""
        for _ in range(100):  # what was painted last may not be on the screen yet
            await pilot.pause(0.02)
            strips = app.screen._compositor.render_strips()
            lines = "".join(f"{strip.text.rstrip()}\n" for strip in strips)
            if lines == wanted:
                break
        if os.environ.get("SCREENS") == "write":
            file.write_text(lines, encoding="utf-8")
        assert lines == file.read_text(encoding="utf-8")

    review(path, *keys, size=size, then=then)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
def test_nothing_from_outside_acts(path: Path, size: tuple[int, int]) -> None:
    evil = " ".join(FRAGMENTS[:7]).replace("\r", " ").replace("\n", " ").replace("\x00", "")
    (path.parent / "beben.md").write_text(ARTICLE.replace("Helfer", f"Helfer {evil}"), "utf-8")
    text = LEDGER.replace("actor: Verband", f"actor: {json.dumps('Verband' + evil)}")
    text = text.replace("published:", f"title: {json.dumps(evil)}\n    published:")
    path.write_text(text, encoding="utf-8")

    async def then(app: Review, pilot: Any) -> None:
        for key in ("j", "j", "e", "escape", "question_mark", "escape"):
            await pilot.press(key)
            await pilot.pause()
            assert not foreign(app.export_screenshot())
            for pane in (Queue, Text, Details):
                assert not foreign(shown(app, pane))

    review(path, size=size, then=then)


def test_another_size_lays_all_out_anew(path: Path) -> None:
    async def then(app: Review, pilot: Any) -> None:
        narrow = app.query_one(Text).laid
        await pilot.resize_terminal(160, 40)
        await pilot.pause()
        await pilot.pause()
        text, details = app.query_one(Text), app.query_one(Details)
        assert text.laid[0].end > narrow[0].end
        assert max(line.end - line.start for line in text.laid) <= text.cells
        assert max(sum(len(run.text) for run in line) for line in details.made) <= details.cells

    review(path, "j", size=(100, 30), then=then)


def test_words_longer_than_the_pane_are_cut_not_lost(path: Path) -> None:
    long = "Bundesverteidigungsministeriumssprecherin"
    path.write_text(LEDGER.replace("actor: Verband", f"topic: {long}\n    actor: Verband"), "utf-8")

    async def then(app: Review, pilot: Any) -> None:
        lines = ["".join(run.text for run in line) for line in app.query_one(Details).made]
        assert max(map(len, lines)) <= app.query_one(Details).cells
        assert long in "".join(line[9:] for line in lines)

    review(path, "j", "j", size=(100, 30), then=then)


def test_pages_of_article_and_details(path: Path) -> None:
    (path.parent / "beben.md").write_text(ARTICLE + "\n\nMehr." * 60, encoding="utf-8")

    async def then(app: Review, pilot: Any) -> None:
        text, details = app.query_one(Text), app.query_one(Details)
        seen = []
        for key in ("pagedown", "pageup", *["w"] * 6):
            await pilot.press(key)
            await pilot.pause()
            seen.append((text.scroll_offset.y, details.scroll_offset.y))
        assert seen[0][0] > 3 and seen[1][0] == 0
        assert seen[2][1] > 0 and 0 in [details for _, details in seen[3:]]
        await pilot.press("pagedown")
        app.paint()  # as when the article was read meanwhile
        assert text.scroll_offset.y == seen[0][0]

    review(path, size=(80, 14), then=then)
    assert changes(path) == []


@pytest.mark.parametrize(("columns", "last"), [(78, "conflicts"), (40, "reject"), (160, "filter")])
def test_the_footer_has_whole_keys(columns: int, last: str) -> None:
    line = footer(columns)
    assert line.startswith("? keys  q quit") and line.endswith(last) and len(line) <= columns


@pytest.mark.parametrize(
    ("told", "name"),
    [("15;0", "dark"), ("0;15", "light"), ("0;default;7", "light"), (None, "dark"), ("", "dark")],
)
def test_the_colours_of_the_terminal(told: str | None, name: str) -> None:
    assert theme({} if told is None else {"COLORFGBG": told}) == f"ansi-{name}"


@pytest.mark.parametrize(
    ("suggester", "typed", "whole"),
    [
        (Names(["Mark Rutte", "Nato"]), "mark", "Mark Rutte"),
        (Names(["Mark Rutte", "Nato"]), "Nato, Ma", "Nato, Mark Rutte"),
        (Names(["Mark Rutte"]), "Mark Rutte, ", None),
        (Names(["a\x1b[2J"]), "a", None),
        (Choices({"actor": ["Nato"], "status": ["new"]}), "act", "actor="),
        (Choices({"actor": ["Nato"], "status": ["new"]}), "actor=N", "actor=Nato"),
        (Choices({"actor": ["Nato"], "status": ["new"]}), "actor=Nato,status=n",
         "actor=Nato,status=new"),
        (Choices({"actor": ["Nato"]}), "status=n", None),
    ],
)  # fmt: skip
def test_what_is_typed_is_completed(suggester: Suggester, typed: str, whole: str | None) -> None:
    completed = asyncio.run(suggester.get_suggestion(typed))
    # what was typed stays as it is; the case of a name is that of the ledger's
    assert completed == whole or (completed or "").casefold() == (whole or "").casefold()


def test_an_article_that_cannot_be_read(path: Path) -> None:
    (path.parent / "beben.md").unlink()

    async def then(app: Review, pilot: Any) -> None:
        assert "beben.md" in shown(app, Text)

    review(path, "a", then=then)
    assert changes(path) == ["+ status: accepted"]


def test_an_empty_ledger(path: Path) -> None:
    path.write_text("version: 1\n", encoding="utf-8")
    keys = [name for key in KEYS for name in key.names.split(",")[:1] if key.shown not in "oq"]
    pressed = [key for name in keys for key in (name, "escape")]
    review(path, *pressed)
    assert path.read_text(encoding="utf-8") == "version: 1\n"


def test_the_page_on_the_screen_tells_every_key() -> None:
    below = (ROOT / "docs" / "review.md").read_text(encoding="utf-8").partition("## Keys")[2]
    for key in KEYS:
        for shown in key.shown.split():
            assert f"`{shown}`" in below, key


# The command -------------------------------------------------------------------------------------


def test_without_textual_one_line_says_what_to_install(
    run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("claimtrack.review", "textual"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual", None)
    ran = run("review")
    assert ran.code == 2 and ran.out == ""
    (line,) = ran.err.splitlines()
    assert line.endswith("needs textual: pip install 'claimtrack[review]'")


def test_without_a_terminal(run: Run, quake: Path) -> None:
    ran = run("review")
    assert ran.code == 2 and "terminal" in ran.err
