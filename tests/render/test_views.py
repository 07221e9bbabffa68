"""Views of single things: what stands on the lines, at a width and in a pipe."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.analysis.diff import Diff, Difference, Match
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.verdicts import Gap
from claimtrack.model import Claim, Figure, Interval, Mention, Reading, Ruling, Source, Span
from claimtrack.render import conflict, diff_view, explain_view, overview, show, wording
from claimtrack.render.conflict_md import notes
from claimtrack.render.screen import ASCII, UNICODE, Piece, Screen

NOWHERE = (lambda side: "claims.yaml", lambda side: None)
BODY = "Die Polizei sprach von rund 7.000 Menschen, so ein Sprecher. Es regnete."
QUOTE = Mention("rund 7.000 Menschen", (Span(23, 42),))
POLICE = Claim(
    "polizei-aaaaaa",
    article="demo",
    actors=("Polizei",),
    via=("dpa",),
    kind="indirect",
    confidence="likely",
    hedge="wohl",
    said="2024-05-01",
    reported="2024-05-02",
    about="../2024-05-01",
    figures=(Figure("rund 7.000", "Menschen", "attending", 7000, Interval(6300, 7700), None),),
    status="rejected",
    tags=("demo",),
    note="prüfen",
    quote=QUOTE,
    speaker=Mention("Die Polizei", (Span(0, 11),)),
    cue=Mention("sprach von", (Span(12, 22),)),
    read=Reading("acts", 0.8),
)
HOSTS = Claim(
    "veranstalter-bbbbbb",
    article="demo",
    actors=("Veranstalter",),
    reported="2024-05-02",
    figures=(Figure("mindestens 20.000", "Teilnehmer", "attending", 20000),),
    quote=Mention("mindestens 20.000 Teilnehmer seien gekommen", ()),
)


def lines(view: object) -> list[str]:
    return list(view)  # type: ignore[call-overload]


def test_a_claim_whole() -> None:
    setting = show.Setting(
        place="claims.yaml:7",
        source=Source("demo", outlet="Bote", published="2024-05-02", reliability="C"),
        where="articles/demo.txt:1",
        context=BODY[:60],
        topic="Teilnehmer",
    )
    assert lines(show.view(POLICE, setting, Screen())) == [
        "polizei-aaaaaa  claims.yaml:7",
        "  who         dpa ← Polizei",
        "  stance      asserts",
        "  confidence  likely (68 of 100) by „wohl“",
        "  said        2024-05-01, reported 2024-05-02",
        "  about       on or before 2024-05-01",
        "  figures     „rund 7.000“ Menschen (attending) = 6,300–7,700",
        "  topic       Teilnehmer (derived)",
        "  status      rejected",
        "  tags        demo",
        "  note        prüfen",
        "  source      demo, Bote, 2024-05-02, reliability C, articles/demo.txt:1",
        "  read by     acts, score 0.80, indirect",
        "",
        "  │ Die Polizei sprach von ⟦rund 7.000 Menschen⟧, so ein Sprecher.",
    ]


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (show.ToldEvent("Brand"), "Brand (derived)"),
        (show.ToldEvent("Brand", tuple("abcd"), is_derived=False), "Brand, as in a, b, c, d"),
        (show.ToldEvent("Brand", tuple("abcdef")), "Brand (derived), as in a, b, c, d, 2 more"),
        (show.ToldEvent("Brand", ("a",), ("b", "c"), False), "Brand, as in a; not that of b, c"),
    ],
)
def test_the_event_of_a_claim(event: show.ToldEvent, line: str) -> None:
    shown = lines(show.view(POLICE, show.Setting(event=event), Screen()))
    assert f"  event       {line}" in shown


def test_a_claim_by_hand() -> None:
    claim = Claim("hand-cccccc", claim="Die Zahl ist erfunden")
    assert lines(show.view(claim, show.Setting(), Screen(glyphs=ASCII))) == [
        "hand-cccccc",
        "  who         (nobody named)",
        "  stance      asserts",
        "  confidence  stated (75 of 100)",
        "  said        no day named",
        "  source      written by hand",
        "",
        "    Die Zahl ist erfunden",
    ]


def pair(verdict: str = "conflict", ruling: Ruling | None = None) -> Conflict:
    figure = Figure(
        "mindestens 20.000", "Teilnehmer", "attending", 20000, Interval(20000, None), None
    )
    return Conflict(
        kind="figure",
        verdict=verdict,
        reason="„rund 7.000“ and „mindestens 20.000“ cannot both hold",
        sides=(
            Side(POLICE, POLICE.figures[0], origins=2, line=7, outlet="Bote"),
            Side(HOSTS, figure, line=19, reported="2024-05-02"),
        ),
        topic="Teilnehmer",
        phase="attending",
        gap=Gap(12300, 20000 / 7700),
        ruling=ruling,
    )


def test_a_conflict() -> None:
    shown = conflict.views(
        [pair()], lambda side: "claims.yaml", lambda side: None, Screen(width=80)
    )
    assert lines(shown) == [
        "Teilnehmer",
        "──────────",
        "CONFLICT · figure (attending) · apart by 12,300, 2.6 times",
        "  dpa ← Polizei · 2024-05-01 · asserts · likely · 2 independent origins",
        "  │ ⟦rund 7.000⟧ Menschen",
        "    Bote · claims.yaml:7 · polizei-aaaaaa",
        "  Veranstalter · (2024-05-02) · asserts · stated · 1 independent origin",
        "  │ ⟦mindestens 20.000⟧ Teilnehmer seien gekommen",
        "    demo · claims.yaml:19 · veranstalter-bbbbbb",
        "    Polizei       ├─●─┤                                              6,300–7,700",
        "    Veranstalter                                     ●────────────▶  ≥ 20,000",
        "                  6,300                         20,000",
        "  „rund 7.000“ and „mindestens 20.000“ cannot both hold",
        "",
    ]


def test_the_sides_of_one_actor_are_told_apart() -> None:
    """By the day, else by the outlet, else by the article."""
    one, other = pair().sides
    police = replace(HOSTS, actors=("Polizei",), said="2024-05-01")
    cases = [
        (replace(other, claim=replace(police, said="2024-05-03")), ["2024-05-01", "2024-05-03"]),
        (replace(other, claim=police, outlet="Kurier"), ["Bote", "Kurier"]),
        (replace(other, claim=replace(police, article="b"), outlet="Bote"), ["demo", "b"]),
        (other, ["Polizei", "Veranstalter"]),
    ]
    for side, names in cases:
        shown = lines(conflict.view(replace(pair(), sides=(one, side)), *NOWHERE, Screen(width=80)))
        assert [row.split()[0] for row in shown if row.startswith("    ")][2:4] == names


def test_figures_of_a_block_stand_on_one_axis() -> None:
    """Those who agree together, with who is counted behind them, each with its words."""
    first, second = pair().sides
    figure = Figure("9.000", "Teilnehmer", "attending", 9000, Interval(9000, 9000))
    third = replace(
        second, claim=replace(HOSTS, id="c", actors=("Amt",), said="2024-05-03"), figure=figure
    )
    also = replace(first, claim=replace(POLICE, id="polizei-dddddd", article="other"), outlet=None)
    pairs = [(first, second), (also, second), (first, third)]
    shown = lines(
        conflict.views(
            [replace(pair(), sides=sides, block="block-1") for sides in pairs],
            *NOWHERE,
            Screen(width=80),
        )
    )
    assert shown == [
        "Teilnehmer",
        "──────────",
        "CONFLICT · figure (attending) · 3 sides, 3 pairs · apart by 12,300, 2.6 times ·",
        "block-1",
        "  6,300–7,700 · 1 independent origin: Polizei",
        "    dpa ← Polizei · 2024-05-01 · asserts · likely",
        "    │ ⟦rund 7.000⟧ Menschen",
        "      Bote · claims.yaml:7 · polizei-aaaaaa",
        "      also other · claims.yaml:7 · polizei-dddddd",
        "  9,000 · 1 independent origin: Amt",
        "    Amt · 2024-05-03 · asserts · stated",
        "    │ 9.000 · mindestens 20.000 Teilnehmer seien gekommen",
        "      demo · claims.yaml:19 · c",
        "  ≥ 20,000 · 1 independent origin: Veranstalter",
        "    Veranstalter · (2024-05-02) · asserts · stated",
        "    │ ⟦mindestens 20.000⟧ Teilnehmer seien gekommen",
        "      demo · claims.yaml:19 · veranstalter-bbbbbb",
        "    Polizei       ├─●─┤                                              6,300–7,700",
        "    Amt                  ●                                           9,000",
        "    Veranstalter                                     ●────────────▶  ≥ 20,000",
        "                  6,300                         20,000",
        "  „rund 7.000“ and „mindestens 20.000“ cannot both hold",
        "",
    ]


@pytest.mark.parametrize(("many", "glances"), [(3, 0), (4, 4)])
def test_many_questions_are_told_at_a_glance_first(many: int, glances: int) -> None:
    """Each with its number, which it bears below."""
    named = [replace(pair(), event=f"Demo {at // 2}") for at in range(many)]
    shown = lines(conflict.views(named, *NOWHERE, Screen(width=120)))
    told = (
        "conflict · Teilnehmer (attending) · 6,300–7,700 (Polizei) to ≥ 20,000 (Veranstalter) "
        "· 2 sources · since"
    )
    assert [row for row in shown if told in row] == [
        f"   #{n} {told}" for n in range(1, glances + 1)
    ]
    assert shown.count("      2024-05-01") == glances
    assert [row[:11] for row in shown if "#" in row][glances:] == [
        f"#{n} CONFLICT" for n in range(1, glances + 1)
    ]
    assert shown.count("Demo 0") == (1 if glances else 0)
    assert shown.count("Teilnehmer · Demo 0") == 1


@pytest.mark.parametrize("kind", ["figure", "reversal"])
def test_a_glance_at_one_number_of_one_actor(kind: str) -> None:
    """A pair of one origin: what agrees is one camp, and ties are no error."""
    first = pair().sides[0]
    again = replace(first, claim=replace(POLICE, id="again"))
    told = replace(pair("same origin"), kind=kind, sides=(first, again))
    assert overview.glance([told], UNICODE).says == "6,300–7,700 (Polizei)"


def backed(side: Side, *names: str) -> Side:
    return replace(side, backers=names, origins=len(names))


def stood(name: str, stance: str, stands: int, said: str | None = None) -> Side:
    claim = replace(HOSTS, id=name, actors=(name,), stance=stance, said=said, figures=())
    return Side(claim, stands=stands, reported="2024-05-02")


@pytest.mark.parametrize(
    ("kind", "sides", "says", "alone"),
    [
        ("stance", (stood("A", "asserts", 1), stood("B", "denies", -1)), "B denies A", ()),
        ("stance", (stood("A", "asserts", 1), stood("B", "asserts", -1)), "B against A", ()),
        ("stance", (backed(stood("A", "asserts", 1), "A", "C", "D"), stood("B", "doubts", -1)),
         "B doubts A, C +1", ("B",)),
        ("stance", (stood("A", "asserts", 1), stood("B", "asserts", 1)), "B against A", ()),
        ("reversal", (stood("A", "denies", -1, "2024-05-01"), stood("A", "confirms", 1)),
         "A denies 2024-05-01 → confirms (2024-05-02)", ()),
        ("retelling", (stood("A", "asserts", 1, "2024-05-01"), stood("A", "asserts", 1, "2024-05")),
         "A told with another day", ()),
        ("retelling", (stood("A", "asserts", 1), stood("A", "asserts", 1)),
         "A told in two ways", ()),
    ],
)  # fmt: skip
def test_a_glance_at_a_pair(
    kind: str, sides: tuple[Side, Side], says: str, alone: tuple[str, ...]
) -> None:
    told = overview.glance([Conflict(kind, "conflict", "", sides)], UNICODE)
    assert (told.says, told.alone) == (says, alone)


@pytest.mark.parametrize(
    ("topic", "event", "heading"),
    [
        ("Tote", "Hochwasser Lindenburg", "Tote · Hochwasser Lindenburg"),
        ("Tote (Lindenburg)", "Hochwasser Lindenburg", "Tote · Hochwasser Lindenburg"),
        ("Tote (Linden)", "Hochwasser Lindenburg", "Tote (Linden) · Hochwasser Lindenburg"),
        ("Tote (Lindenburg)", None, "Tote (Lindenburg)"),
        ("Hochwasser", "Hochwasser Lindenburg", "Hochwasser Lindenburg"),
        (None, "Hochwasser Lindenburg", "(no topic) · Hochwasser Lindenburg"),
    ],
)
def test_a_heading(topic: str | None, event: str | None, heading: str) -> None:
    assert overview.heading_of(replace(pair(), topic=topic, event=event), UNICODE) == heading


def aside(ident: str, reason: str, topic: str = "Teilnehmer") -> Conflict:
    first, second = pair().sides
    named = replace(second, claim=replace(HOSTS, id=ident))
    told = replace(pair(verdict="not compared"), sides=(first, named), reason=reason)
    return replace(told, topic=topic)


def test_what_was_not_compared_is_a_line_a_reason_below_its_heading() -> None:
    told = [aside(ident, "another day") for ident in "abcd"]
    others = [aside("e", "another \x1b[31mtown"), aside("f", "another day", "Tote")]
    shown = lines(conflict.views([pair()], *NOWHERE, Screen(width=120), [*told, *others]))
    who = "„mindestens 20.000“ (Veranstalter, "
    assert (
        " ".join(shown[-4:]).split()
        == (
            f"not compared: {who}a), {who}b), {who}c) and 1 more: another day "
            f"not compared: {who}e): another ␛[31mtown"
        ).split()
    )
    written = lines(notes([pair()], NOWHERE[0], told))
    assert written[-2].startswith("not compared: „mindestens 20.000“ (Veranstalter, a), ")


def test_where_room_is_short_names_stand_above_their_bars() -> None:
    shown = lines(conflict.view(pair(), *NOWHERE, Screen(width=36)))
    start = shown.index("    Polizei  6,300–7,700")
    assert shown[start : start + 5] == [
        "    Polizei  6,300–7,700",
        "    ├●┤",
        "    Veranstalter  ≥ 20,000",
        "                           ●───────▶",
        "    6,300             20,000",
    ]


@pytest.mark.parametrize("width", [24, 40, 60, 80, 120])
def test_no_view_is_wider_than_the_screen(width: int) -> None:
    screen = Screen(width=width)
    shown = [
        *conflict.view(pair(), lambda side: "c.yaml", lambda side: None, screen),
        *show.view(POLICE, show.Setting(context=BODY), screen),
    ]
    assert max(map(len, shown)) <= max(width, 26)


def test_a_ruling_is_told() -> None:
    ruling = Ruling(("a", "b"), "update", "counted later", by="ab", on="2024-06-01")
    shown = lines(conflict.view(pair(ruling=ruling), lambda s: "c", lambda s: None, Screen()))
    assert shown[-1] == "  ruled update by ab on 2024-06-01: counted later"


def test_the_summary_counts() -> None:
    others = ["update", "same origin", "ruled"]
    assert conflict.summary(["conflict", "tension", "tension"], others) == (
        "1 conflict, 2 tensions; with --all also 1 update, 1 same origin, 1 ruled"
    )
    assert conflict.summary([], []) == "no conflicts"


def test_a_diff() -> None:
    match = Match(POLICE, HOSTS, 0.9, (Difference("confidence", "likely", "stated"),))
    shown = lines(
        diff_view.views(Diff((match,), (), (HOSTS,)), "a", "b", Screen(), lambda claim: None)
    )
    assert shown == [
        "In both, with differences (1)",
        "─────────────────────────────",
        "A dpa ← Polizei · 2024-05-01 · asserts · likely · polizei-aaaaaa",
        "  │ rund 7.000 Menschen",
        "B Veranstalter · (2024-05-02) · asserts · stated · veranstalter-bbbbbb",
        "  │ mindestens 20.000 Teilnehmer seien gekommen",
        "    confidence: likely against stated",
        "",
        "Only in b (1)",
        "─────────────",
        "  Veranstalter · (2024-05-02) · asserts · stated · veranstalter-bbbbbb",
        "  │ mindestens 20.000 Teilnehmer seien gekommen",
        "",
    ]


def test_an_explanation() -> None:
    steps = [
        explain_view.Step("headline", Span(0, 4), "Demo"),
        explain_view.Step(
            "sentence",
            Span(5, 30),
            "Rund 7.000 kamen.",
            (explain_view.Note("figure", "Rund 7.000", "6,300–7,700"),),
        ),
    ]
    assert lines(explain_view.view("demo", steps, Screen())) == [
        "demo",
        "0-4         [headline] Demo",
        "5-30        Rund 7.000 kamen.",
        "            figure    Rund 7.000 = 6,300–7,700",
    ]


@pytest.mark.parametrize(
    ("edtf", "short", "long"),
    [
        ("2024-10-14", "2024-10-14", "2024-10-14"),
        ("2024-10-15~", "2024-10-15~", "about 2024-10-15"),
        ("../2024-10-25", "≤2024-10-25", "on or before 2024-10-25"),
        ("2024-10-25/..", "≥2024-10-25", "on or after 2024-10-25"),
        ("2024-07-21/2024-07-31", "2024-07-21…31", "between 2024-07-21 and 2024-07-31"),
        ("2024-07-21/2024-08-02", "2024-07-21…2024-08-02", "between 2024-07-21 and 2024-08-02"),
    ],
)
def test_days(edtf: str, short: str, long: str) -> None:
    assert wording.day(edtf, UNICODE) == short
    assert wording.day_in_words(edtf) == long


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(1500, 1500), "1,500"),
        (Interval(0, 900), "0–900"),
        (Interval(9000.0, 11000.0), "9,000–11,000"),
        (Interval(2.5, None), "≥ 2.5"),
    ],
)
def test_intervals(interval: Interval, shown: str) -> None:
    assert wording.interval(interval, UNICODE) == shown


def test_colour_and_links_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimtrack.render.screen import painter

    for name, value in {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": ""}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    paint = painter()
    assert paint(Piece("denies", "denies")) == "\x1b[31mdenies\x1b[0m"
    assert paint(Piece("\x1b[2Jx")) == "␛[2Jx"
    linked = paint(Piece("a", "id", "file:///tmp/claims.yaml#7"))
    assert ";file:///tmp/claims.yaml#7\x1b\\" in linked
