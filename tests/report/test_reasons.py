"""Reasons in German: every sentence that comparing writes has its pattern."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from claimtrack import lexicon
from claimtrack.report import reasons
from claimtrack.report.language import language
from claimtrack.report.reasons import german
from tests.conftest import Run
from tests.report.pages import DATA, shipped

GERMAN = language("de")
TOLD = [
    ("one origin, the same words: „drei“", "ein Ursprung, dieselben Worte: „drei“"),
    ("„drei“ says how many are planned, „vier“ this number", "„drei“: geplant; „vier“: diese Zahl"),
    (
        "„drei“ says how many are planned, „vier“ how many are shot down, and the numbers agree",
        "„drei“: geplant; „vier“: abgeschossen; die Zahlen passen zueinander",
    ),
    (
        "„etwa 3.000“ (2,700 to 3,300) and „3,5 Mio.“ (at least 3.5 million) can both be meant",
        "„etwa 3.000“ (2.700 bis 3.300) und „3,5 Mio.“ (mindestens 3,5 Mio.) können beide gemeint "
        "sein",
    ),
    (
        "what is sent can only grow, and the larger figure, „vier“, is the later one "
        "(2024-10-28 after 2024-10-18)",
        "die Zahl („entsandt“) kann nur wachsen, und die größere, „vier“, ist die spätere "
        "(28.10.2024 nach 18.10.2024)",
    ),
    (
        "„bis zu drei“ (at most 3) and „4 to 5“ (4 to 5) cannot both hold; "
        "not an update: the larger figure is the earlier one (2024-10-14 before 2024-10-18)",
        "„bis zu drei“ (höchstens 3) und „4 to 5“ (4 bis 5) können nicht beide stimmen; keine "
        "Aktualisierung: die größere Zahl ist die frühere (14.10.2024 vor 18.10.2024)",
    ),
    (
        "„in drei Minuten“ and „nach vier Minuten“ do not meet as ordinarily meant, though the "
        "widest reading of the words lets them; not an update: no date tells which was said later "
        "(for one thing: one owner, such words again, later; against it: two days)",
        "„in drei Minuten“ und „nach vier Minuten“ überschneiden sich im gewöhnlichen Sinn nicht, "
        "wohl aber im weitesten Sinn der Worte; keine Aktualisierung: kein Datum sagt, welche "
        "später kam (dafür: ein Besitzer, später wieder solche Worte; dagegen: zwei Tage)",
    ),
    (
        "„3“ (3) and „4“ (4) cannot both hold; not an update: this number can fall or is of one "
        "day (against it: one speaker tells both)",
        "„3“ (3) und „4“ (4) können nicht beide stimmen; keine Aktualisierung: die Zahl („diese "
        "Zahl“) kann sinken oder gilt für einen Tag (dagegen: ein Sprecher nennt beide)",
    ),
    (
        "„3“ (3) and „4“ (4) cannot both hold; not an update: both were said by the same day "
        "(2024-10-14) (for one thing: one owner)",
        "„3“ (3) und „4“ (4) können nicht beide stimmen; keine Aktualisierung: beide wurden bis "
        "zum selben Tag gesagt (14.10.2024) (dafür: ein Besitzer)",
    ),
    (
        "told 120 days apart, too far to contradict each other",
        "im Abstand von 120 Tagen gesagt: zu weit auseinander, um sich zu widersprechen",
    ),
    (
        "Land changed sides: by 2024-10-14 Sprecher (Land) denied („es (noch) …“), "
        "on an unknown day Land confirmed („es“); that both mean the same is likely, not sure",
        "Land: Seite gewechselt; bis 14.10.2024: Sprecher (Land) – bestritten: „es (noch) …“; an "
        "einem unbekannten Tag: Land – bestätigt: „es“; dass beide dasselbe meinen, ist "
        "wahrscheinlich, nicht sicher",
    ),
    (
        "Amt turned round: on 2024-10-14 Amt said („es“), by 2024-10-15 Amt announced („das“) "
        "(for one thing: one speaker)",
        "Amt: Kehrtwende; am 14.10.2024: Amt – gesagt: „es“; bis 15.10.2024: Amt – angekündigt: "
        "„das“ (dafür: ein Sprecher)",
    ),
    (
        "somebody unnamed did not confirm („es“) what Amt charged („das“); "
        "not to confirm is not to deny",
        "niemand genannt – nicht bestätigt: „es“; dagegen Amt – vorgeworfen: „das“; nicht zu "
        "bestätigen heißt nicht zu bestreiten",
    ),
    (
        "Amt doubted („es“) what Rat spoke against („das“)",
        "Amt – bezweifelt: „es“; dagegen Rat – widersprochen: „das“",
    ),
    (
        "Amt demands („es“) what Rat warns („das“)",
        "Amt – gefordert: „es“; dagegen Rat – gewarnt: „das“",
    ),
    (
        "one statement of Amt is told otherwise (for one thing: one day)",
        "eine Äußerung (Amt), verschieden wiedergegeben (dafür: ein Tag)",
    ),
    (
        "one statement of Amt is told with another day (2024-10-13, 2024-10), another confidence "
        "(„wohl, kaum“: likely, stated), another stance (asserts, denies)",
        "eine Äußerung (Amt), verschieden wiedergegeben: ein anderer Tag (13.10.2024, 10.2024), "
        "eine andere Sicherheit („wohl, kaum“: wahrscheinlich, ohne Vorbehalt), eine andere "
        "Haltung (behauptet, bestreitet)",
    ),
    (
        "one statement of Amt is told with another number („3“, „4“), another noun („Rat“, „Amt“)",
        "eine Äußerung (Amt), verschieden wiedergegeben: eine andere Zahl („3“, „4“), ein anderes "
        "Wort („Rat“, „Amt“)",
    ),
    (
        "nobody named: one statement, the same words",
        "niemand genannt: eine Äußerung, dieselben Worte",
    ),
    (
        "only an analyst says so: comparing does not find it",
        "so entschieden von Hand; der Vergleich findet es nicht",
    ),
    ("both stand in one claim", "beide stehen in einer Aussage"),
    (
        "one speaker in one article: parts of one account",
        "ein Sprecher in einem Artikel: Teile einer Darstellung",
    ),
    ("„drei“ is what somebody demands", "„drei“ ist eine Forderung"),
    (
        "they count different things: Boote and Autos",
        "sie zählen Verschiedenes: Boote und Autos",
    ),
    ("it is not said whose Boote both are", "es ist nicht gesagt, wessen Boote beide sind"),
    (
        "they belong to different owners: Amt, Rat and nobody named",
        "sie gehören zu Verschiedenen: Amt, Rat und niemand genannt",
    ),
    (
        "one of them counts a part only, by its adjective",
        "eine zählt ihrem Adjektiv nach nur einen Teil",
    ),
    (
        "one is a figure in all, the other pro Kopf",
        "die eine gilt insgesamt, die andere pro Kopf",
    ),
    (
        "one says how many are planned, the other exercise",
        "die eine gilt für „geplant“, die andere für „bei einer Übung“",
    ),
    (
        "different things happened to them: nothing told and killed",
        "Verschiedenes geschah mit ihnen: nichts gesagt und getötet",
    ),
    (
        "nothing shows that the two articles tell of one event",
        "nichts zeigt, dass beide Artikel von einem Ereignis handeln",
    ),
    (
        "they have different topics: Boote and Autos",
        "sie haben verschiedene Themen: Boote und Autos",
    ),
    (
        "they are of different places: Aue and Berg",
        "sie gelten für verschiedene Orte: Aue und Berg",
    ),
    (
        "„drei“ is of another place, to which its words point",
        "„drei“ gilt für einen anderen Ort, auf den die Worte zeigen",
    ),
    (
        "they are about different times: 2024 and 2025-02",
        "sie handeln von verschiedenen Zeiten: 2024 und 02.2025",
    ),
    (
        "they are of different times: im Mai and im Juni",
        "sie gelten für verschiedene Zeiten: im Mai und im Juni",
    ),
    (
        "„drei“ is of 2019, 2020, „vier“ of the days it was told",
        "„drei“ gilt für 2019, 2020, „vier“ für die Tage des Berichts",
    ),
    (
        "how many are missing is of one day, and they were told 3 days apart",
        "die Zahl („vermisst“) gilt für einen Tag, und zwischen den Angaben liegen 3 Tage",
    ),
    ("they were told 40 days apart", "zwischen den Angaben liegen 40 Tage"),
    (
        "„drei“ is one of several figures for Boote in one claim",
        "„drei“ ist eine von mehreren Zahlen zu Boote in einer Aussage",
    ),
    (
        "their words do not show that they count the same Boote",
        "ihre Worte zeigen nicht, dass sie dasselbe zählen: Boote",
    ),
    ("two days, two places", "zwei Tage, zwei Orte"),
    ("a number", "eine Zahl"),
    ("an article that counts", "ein Artikel, der zählt"),
    ("direct speech", "wörtliche Rede"),
    ("words in marks", "Worte in Anführungszeichen"),
    ("a verb that reports: versichern", "ein Verb des Sagens: versichern"),
    ("told in the Konjunktiv I", "im Konjunktiv I gesagt"),
    ("words that tell of a stand: Bedauern", "Worte einer Stellungnahme: Bedauern"),
    ("a noun that reports: Fazit", "ein Nomen des Sagens: Fazit"),
    ("a source is named: laut Feuerwehr", "eine Quelle ist genannt: laut Feuerwehr"),
    (
        "verb+dass reads a claim here that the ledger does not have",
        "verb+dass liest hier eine Aussage, die nicht im Verzeichnis steht",
    ),
    (
        "verb+dass saw a claim here; it shares its words with source phrase, which counts more",
        "verb+dass sah hier eine Aussage; sie teilt ihre Worte mit source phrase, das mehr zählt",
    ),
    (
        "verb+dass saw a claim here; it is no more than the frame of source phrase",
        "verb+dass sah hier eine Aussage; sie ist nur der Rahmen von source phrase",
    ),
    (
        "verb+dass saw a claim here; it does not stand beside what was kept",
        "verb+dass sah hier eine Aussage; sie besteht nicht neben dem, was bleibt",
    ),
]


@pytest.mark.parametrize(("english", "told"), TOLD)
def test_each_reason_in_german(english: str, told: str) -> None:
    assert german(english, GERMAN) == told


SORTS = [
    (sort, line) for sort, lines in reasons._rows().items() for line in lines if sort != "evidence"
]


@pytest.mark.parametrize(("sort", "line"), SORTS)
def test_no_pattern_is_without_its_case(
    sort: str, line: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it one of the cases is not told so."""
    rows = {key: list(lines) for key, lines in reasons._rows().items()}
    rows[sort].remove(line)
    monkeypatch.setattr(reasons, "_rows", lambda: rows)
    for made in (reasons._patterns, reasons._slot, reasons._piece):
        monkeypatch.setattr(reasons, made.__name__, cache(made.__wrapped__))
    assert any(german(english, GERMAN) != told for english, told in TOLD)


def test_every_piece_of_evidence_has_its_german() -> None:
    told = {words for *_, words in lexicon.table("evidence")} - {"-"}
    assert told == {english for english, _ in reasons._rows()["evidence"]}


@pytest.mark.parametrize("other", ["", "something else", "they were told many days apart"])
def test_what_is_no_reason_of_ours_has_no_german(other: str) -> None:
    assert german(other, GERMAN) is None


def test_all_reasons_of_the_shipped_ledger_are_told(run: Run) -> None:
    ran = run("conflicts", "--all", "--format", "jsonl", "--ledger", str(DATA / "claims.yaml"))
    told = [german(json.loads(line)["reason"], GERMAN) for line in ran.out.splitlines()]
    assert len(told) > 20 and None not in told


TOLD_IN_GERMAN = """
import sys
from claimtrack.report.language import language
from claimtrack.report.reasons import german
german(sys.stdin.read(), language("de"))
"""


@pytest.mark.parametrize("end", [" A denied („a“)", "", " x"])
def test_a_name_that_looks_like_a_pattern_comes_to_an_end(end: str) -> None:
    name = " changed sides: on 2024-10-14 A denied („a“), by 2024-10-14" * 30
    told = [sys.executable, "-c", TOLD_IN_GERMAN]
    subprocess.run(told, input=f"A{name}{end}", encoding="utf-8", check=True, timeout=60)


def test_the_german_page_has_german_reasons(run: Run, tmp_path: Path) -> None:
    ledger, page = shipped(tmp_path), tmp_path / "seite.html"
    assert (
        run("report", "--all", "--lang", "de", "-o", str(page), "--ledger", str(ledger)).code == 0
    )
    text = page.read_text(encoding="utf-8")
    assert text.count("class=reason>") > 5
    assert "<dt>Ein Verb des Sagens: " in text and "<dt lang=en>" not in text
    assert "lang=en class=reason" not in text
    assert "können nicht beide stimmen" in text
