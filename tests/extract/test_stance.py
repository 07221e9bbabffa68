"""What an actor does with the words: the verb's stance, negation and set phrases."""

from __future__ import annotations

import pytest

from claimtrack.extract.stance import read_stance
from claimtrack.lexicon import table
from claimtrack.model import STANCES

# lexical stance, words, frame, stance
CASES = [
    # nothing fires
    ("asserts", "die Brücke sei sicher", "sagte der Bürgermeister", "asserts"),
    ("accuses", "Geld veruntreut zu haben", "Die Opposition warf ihm vor", "accuses"),
    ("announces", "dass die Schule schließe", "kündigte das Amt an", "announces"),
    ("demands", "die Steuer zu senken", "forderte der Verband", "demands"),
    ("confirms", "dass ein Kind gestorben sei", "bestätigte die Klinik", "confirms"),
    ("confirms", "dass niemand verletzt worden sei", "bestätigte die Klinik", "confirms"),
    ("denies", "jemals Geld genommen zu haben", "bestritt der Abgeordnete", "denies"),
    ("warns", "dass die Preise nicht fallen", "warnte die Bank", "warns"),
    ("asserts", "die Truppen hätten nicht geschossen", "sagte der General", "asserts"),
    # withholds
    ("confirms", "dass ein Kind gestorben sei", "Die Klinik bestätigte nicht", "withholds"),
    ("confirms", "dass ein Kind gestorben sei", "Die Klinik bestätigte am Montag zunächst nicht", "withholds"),
    ("confirms", "dass er zurücktrete", "Der Sprecher wollte nicht bestätigen", "withholds"),
    ("confirms", "den Fund", "konnte das Amt zunächst nicht bestätigen", "withholds"),
    ("denies", "dass er zurücktrete", "Der Sprecher dementierte nicht", "withholds"),
    ("confirms", "dass er krank sei", "Sie wollte weder bestätigen noch dementieren", "withholds"),
    ("denies", "am Tatort gewesen zu sein", "Der Angeklagte bestreitet nicht", "withholds"),
    ("asserts", "Zu den Vorwürfen gab es keinen Kommentar", "", "withholds"),
    ("asserts", "Der Konzern lehnte eine Stellungnahme ab", "", "withholds"),
    ("denies", "lehnte jeden Kommentar ab", "lehnte jeden Kommentar ab", "withholds"),
    ("asserts", "Die Kanzlei äußerte sich zunächst nicht", "", "withholds"),
    ("asserts", "Der Verein wollte sich dazu nicht äußern", "", "withholds"),
    ("asserts", "Auf Fragen antwortete er nicht", "Auf Fragen antwortete er nicht", "withholds"),
    ("asserts", "Der Hersteller reagierte auf Anfragen nicht", "", "withholds"),
    ("asserts", "ob er noch einmal antritt", "ließ der Präsident offen", "withholds"),
    ("asserts", "wie viel das kostet", "wollte die Stadt nicht sagen", "withholds"),
    ("asserts", "Zur Zahl der Toten machte das Amt keine Angaben", "", "withholds"),
    ("asserts", "Die Botschaft schwieg zu den Berichten", "", "withholds"),
    # denies
    ("asserts", "die Berichte", "tat der Kreml als „Fake News“ ab", "denies"),
    ("asserts", "die Vorwürfe", "wies der Trainer entschieden zurück", "denies"),
    ("asserts", "Die Vorwürfe wurden von der Firma zurückgewiesen", "", "denies"),
    ("asserts", "die Meldung", "nannte der Minister frei erfunden", "denies"),
    ("asserts", "Die Ministerin bezeichnete den Bericht als falsch", "", "denies"),
    ("asserts", "Er sprach von einer Lüge", "", "denies"),
    ("asserts", "die Vorwürfe seien falsch", "sagte der Anwalt", "denies"),
    ("asserts", "dass die Berichte unwahr seien", "sagte der Anwalt", "denies"),
    ("asserts", "die Geschichte sei aus der Luft gegriffen", "erklärte die Partei", "denies"),
    ("asserts", "der Vorwurf entbehre jeder Grundlage", "erklärte die Partei", "denies"),
    ("asserts", "„Das stimmt nicht“", "sagte sie", "denies"),
    ("asserts", "die Angaben träfen nicht zu", "teilte die Bank mit", "denies"),
    ("asserts", "„Das ist eine glatte Lüge“", "rief er", "denies"),
    ("asserts", "der Mann, der die Lüge verbreitet habe, sei in Haft", "sagte er", "asserts"),
    ("asserts", "die Leute, die das Gerücht für falsch hielten, seien in der Minderheit", "sagte er", "asserts"),
    ("asserts", "es sei falsch, jetzt zu sparen", "sagte der Ökonom", "asserts"),
    ("asserts", "die Zahlen seien nicht falsch", "sagte er", "asserts"),
    # doubts
    ("asserts", "es gebe keine Beweise für Wahlbetrug", "sagte die Richterin", "doubts"),
    ("asserts", "es gebe noch keine Hinweise auf ein Verbrechen", "teilte die Polizei mit", "doubts"),
    ("asserts", "bislang lägen keine Anhaltspunkte für Brandstiftung vor", "hieß es", "doubts"),
    ("asserts", "dass es keinerlei Belege gebe", "sagte sie", "doubts"),
    ("doubts", "dass der Fund echt ist", "bezweifelt der Forscher", "doubts"),
    ("asserts", "dass der Fund echt ist", "Der Forscher zweifelt daran", "doubts"),
    ("asserts", "Der Verband äußerte Zweifel an der Statistik", "", "doubts"),
    ("asserts", "dass der Plan gelingt", "Sie glaubt nicht", "doubts"),
    ("asserts", "für Betrug fehlten Beweise", "sagte der Anwalt", "doubts"),
    ("asserts", "der Kläger habe keine Beweise vorgelegt", "sagte der Anwalt", "asserts"),
    ("asserts", "die Akte, für die es keine Belege gebe, sei verschwunden", "sagte er", "asserts"),
    ("doubts", "dass der Fund echt ist", "Der Forscher bezweifelt nicht", "asserts"),
    # does not rule out
    ("denies", "dass er zurücktritt", "Er schloss nicht aus", "asserts"),
    ("denies", "dass er zurücktritt", "Er wollte nicht ausschließen", "asserts"),
    # demands
    ("asserts", "„Wir fordern die Regierung auf, zu handeln“", "sagte er", "demands"),
    ("asserts", "„Deshalb verlangen wir mehr Lohn“", "sagte sie", "demands"),
    ("asserts", "„Ich appelliere an alle, ruhig zu bleiben“", "sagte er", "demands"),
    ("asserts", "„Wir rufen alle Seiten zur Ruhe auf“", "hieß es", "demands"),
    ("asserts", "„Es ist genug. Die Angriffe müssen beendet werden“", "hieß es", "demands"),
    ("asserts", "die Geiseln müssten unverzüglich freikommen", "sagte er", "demands"),
    ("asserts", "dass der Minister endlich handeln müsse", "sagte sie", "asserts"),
    ("asserts", "„Man muss das verstehen“", "sagte er", "asserts"),
    ("announces", "dass die Steuer sinken werde", "kündigte er an", "announces"),
    ("accuses", "„Wir fordern nur Fairness“", "warf er ihm vor", "accuses"),
]  # fmt: skip


@pytest.mark.parametrize(("lexical", "words", "frame", "stance"), CASES)
def test_stance(lexical: str, words: str, frame: str, stance: str) -> None:
    assert read_stance(lexical, words, frame) == stance


def test_every_line_of_the_lexicon_names_a_stance_and_a_place() -> None:
    for stance, place, words in table("stance_phrases"):
        assert stance in (*STANCES, "-"), words
        assert place in ("frame", "claim", "both", "words"), words
