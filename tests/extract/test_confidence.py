"""How sure a claim is put: words and frame apart, each with the hedge it rests on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.extract.confidence import read_confidence
from claimtrack.model import CONFIDENCE

# words, frame, stance, confidence, hedge
CASES = [
    # plain statements and denials
    ("die Brücke sei gesperrt", "sagte der Bürgermeister", "asserts", "stated", None),
    ("dass niemand verletzt wurde", "teilte die Feuerwehr mit", "announces", "stated", None),
    ("die Vorwürfe seien falsch", "erklärte der Konzern", "denies", "stated", None),
    # adverbs in the claim
    ("dass die Zahlen wahrscheinlich stimmten", "sagte die Ministerin", "asserts", "likely", "wahrscheinlich"),
    ("Wahrscheinlich werde es regnen", "sagte er", "asserts", "likely", "Wahrscheinlich"),
    ("er werde voraussichtlich im Mai zurücktreten", "sagte sie", "announces", "likely", "voraussichtlich"),
    ("der Brand sei vermutlich gelegt worden", "so die Polizei", "asserts", "likely", "vermutlich"),
    ("die Ernte falle wohl geringer aus", "sagte der Verband", "asserts", "likely", "wohl"),
    ("der Fahrer habe offenbar ein Stoppschild übersehen", "hieß es", "asserts", "likely", "offenbar"),
    ("der Kurs werde höchstwahrscheinlich fallen", "so Analysten", "asserts", "very_likely", "höchstwahrscheinlich"),
    ("das Virus sei sehr wahrscheinlich eingeschleppt worden", "sagte sie", "asserts", "very_likely", "sehr wahrscheinlich"),
    ("mit hoher Wahrscheinlichkeit handle es sich um Mord", "sagte er", "asserts", "very_likely", "mit hoher Wahrscheinlichkeit"),
    ("möglicherweise seien Akten verschwunden", "sagte er", "asserts", "possible", "möglicherweise"),
    ("womöglich komme es zu Engpässen", "warnte er", "warns", "possible", "womöglich"),
    ("„Vielleicht verlieren wir die Wahl“", "sagte sie", "asserts", "possible", "Vielleicht"),
    ("dass die Straße eventuell länger gesperrt bleibe", "hieß es", "asserts", "possible", "eventuell"),
    ("der Mann habe angeblich eine Waffe getragen", "sagte ein Zeuge", "asserts", "alleged", "angeblich"),
    ("die Gruppe habe mutmaßlich drei Banken überfallen", "so die Polizei", "asserts", "alleged", "mutmaßlich"),
    # modal verbs
    ("das könnte Monate dauern", "sagte der Ingenieur", "asserts", "possible", "könnte"),
    ("die Preise könnten weiter steigen", "warnte die Bank", "warns", "possible", "könnten"),
    ("die Partei dürfte die Mehrheit verlieren", "sagte er", "asserts", "likely", "dürfte"),
    ("die Kosten dürften steigen", "sagte er", "asserts", "likely", "dürften"),
    ("er könne die Rechnung bezahlen", "sagte er", "asserts", "stated", None),
    ("die Klinik kann 40 Kranke aufnehmen", "laut der Leitung", "asserts", "stated", None),
    ("die Helfer könnten nicht zu den Dörfern vordringen", "sagte er", "asserts", "stated", None),
    ("Kinder dürften nicht allein reisen", "hieß es", "asserts", "stated", None),
    ("die Lage scheine sich zu beruhigen", "sagte der Sprecher", "asserts", "likely", "scheine sich zu"),
    ("es könne sein, dass der Termin verschoben werde", "sagte sie", "asserts", "possible", "könne sein, dass"),
    # set phrases in the claim
    ("es sei möglich, dass der Damm breche", "sagte er", "asserts", "possible", "möglich, dass"),
    ("ein Anschlag sei denkbar", "sagte er", "asserts", "possible", "sei denkbar"),
    ("Weitere Nachbeben seien nicht auszuschließen", "so das Institut", "warns", "possible", "nicht auszuschließen"),
    ("ein Streik sei nicht ausgeschlossen", "sagte sie", "asserts", "possible", "nicht ausgeschlossen"),
    ("dass ein Sieg unwahrscheinlich sei", "sagte der Trainer", "asserts", "unlikely", "unwahrscheinlich"),
    ("eine Einigung sei nicht wahrscheinlich", "sagte er", "asserts", "unlikely", "nicht wahrscheinlich"),
    ("er werde kaum noch einmal antreten", "sagte sein Anwalt", "asserts", "unlikely", "werde kaum"),
    ("in der Stadt gebe es kaum Wasser", "sagte eine Ärztin", "asserts", "stated", None),
    ("die Ursache sei unklar", "sagte der Sprecher", "asserts", "unclear", "unklar"),
    ("es sei noch unklar, wie viele Menschen fehlten", "hieß es", "asserts", "unclear", "unklar"),
    ("die Angaben ließen sich nicht unabhängig überprüfen", "hieß es", "asserts", "unclear", "ließen sich nicht unabhängig überprüfen"),
    ("Es sei nicht bekannt, ob er noch lebe", "", "asserts", "unclear", "nicht bekannt, ob"),
    # proof
    ("es gebe Beweise dafür, dass Stimmen gekauft wurden", "sagte er", "asserts", "confirmed", "gebe Beweise"),
    ("die Polizei habe Belege für Bestechung", "sagte sie", "asserts", "confirmed", "habe Belege"),
    ("es gebe keine Beweise dafür, dass Stimmen gekauft wurden", "sagte er", "doubts", "stated", None),
    ("bislang gebe es noch keine Belege", "sagte er", "doubts", "stated", None),
    ("das Gift sei im Blut nachgewiesen worden", "sagte die Ärztin", "asserts", "confirmed", "nachgewiesen"),
    ("das Gift sei nicht nachgewiesen worden", "sagte die Ärztin", "asserts", "stated", None),
    ("zwölf Fälle seien bestätigt", "sagte das Amt", "asserts", "confirmed", "bestätigt"),
    ("der Fund sei bisher nicht bestätigt", "sagte das Amt", "asserts", "stated", None),
    ("es stehe fest, dass er gelogen habe", "sagte der Richter", "asserts", "confirmed", "stehe fest, dass"),
    ("wann er komme, stehe noch nicht fest", "sagte er", "asserts", "unclear", "stehe noch nicht fest"),
    # the act of confirming
    ("dass ein Kind gestorben ist", "Die Klinik bestätigte am Montag", "confirms", "confirmed", "bestätigte"),
    ("dass er Geld genommen habe", "Der Abgeordnete räumte ein", "confirms", "confirmed", "räumte ein"),
    ("Fehler gemacht zu haben", "gab die Behörde zu", "confirms", "confirmed", "gab die Behörde zu"),
    ("Die Polizei hat den Fund bestätigt", "", "confirms", "confirmed", "bestätigt"),
    ("dass ein Kind gestorben sei", "Die Klinik bestätigte nicht", "withholds", "stated", None),
    ("dass vermutlich ein Kind gestorben sei", "bestätigte die Klinik", "confirms", "likely", "vermutlich"),
    ("dass das Land auch künftig helfe", "bekräftigte der Kanzler", "confirms", "stated", None),
    ("dass das Treffen stattfinde", "Der Minister gab bekannt", "announces", "stated", None),
    # the frame
    ("dass die Bank pleite sei", "Der Händler hatte es „hochwahrscheinlich“ genannt", "asserts", "very_likely", "hochwahrscheinlich"),
    ("dass das Schiff gesunken sei", "Die Reederei hält es für wahrscheinlich", "asserts", "likely", "wahrscheinlich"),
    ("dass er überlebt habe", "Der Arzt hält es für unwahrscheinlich", "asserts", "unlikely", "unwahrscheinlich"),
    ("dass Öl ausläuft", "Die Behörde hält es für möglich", "asserts", "possible", "für möglich"),
    ("dass Strom fehlen werde", "Die Ministerin schloss nicht aus", "asserts", "possible", "schloss nicht aus"),
    ("dass er zurücktrete", "Er wollte nicht ausschließen", "asserts", "possible", "nicht ausschließen"),
    ("dass Kabel gekappt wurden", "Die Ermittler vermuten", "asserts", "likely", "vermuten"),
    ("dass der Fund echt ist", "Der Forscher bezweifelt", "doubts", "unlikely", "bezweifelt"),
    ("dass der Fund echt ist", "Der Forscher bezweifelt nicht", "asserts", "stated", None),
    ("ob er noch lebe", "Unklar ist", "asserts", "unclear", "Unklar"),
    ("sei das Lager leer", "Berichten zufolge", "asserts", "alleged", "Berichten zufolge"),
    ("sei der Trainer entlassen", "Übereinstimmenden Medienberichten zufolge", "asserts", "alleged", "Medienberichten zufolge"),
    ("sei der Sänger krank", "Gerüchten zufolge", "asserts", "alleged", "Gerüchten zufolge"),
    ("habe der Chef gekündigt", "Dem Vernehmen nach", "asserts", "alleged", "Dem Vernehmen nach"),
    ("liefert das Land Gas", "Einem Bericht des Ministeriums zufolge", "asserts", "stated", None),
    ("seien Wahlhelfer bedroht worden", "laut Berichten der Beobachter", "asserts", "stated", None),
    ("dass Gelder geflossen sind", "Der Verdacht wird nun geprüft", "accuses", "alleged", "Verdacht"),
    ("dass er gelogen hat", "Es gibt keinen Zweifel daran", "asserts", "stated", None),
    # hearsay and its doubles
    ("Der Mann soll zwei Frauen getötet haben.", "", "asserts", "alleged", "soll"),
    ("Auf dem Schiff sollen 40 Menschen gewesen sein.", "", "asserts", "alleged", "sollen"),
    ("Die Brücke soll bis Mai gebaut werden.", "", "announces", "stated", None),
    ("„Wir sollen das bezahlen“", "", "asserts", "stated", None),
    ("sollen die Kinder Masken tragen", "Wie das Amt mitteilt", "asserts", "stated", None),
    ("alle sollten sofort gehen", "sagte er", "demands", "stated", None),
    # scope
    ("Die Boote wurden nach Kiel gebracht, wo sie mutmaßlich repariert werden", "so die Marine", "asserts", "stated", None),
    ("der Zug, der vermutlich zu schnell fuhr, sei entgleist", "sagte er", "asserts", "stated", None),
    ("der Zug, der zu schnell fuhr, sei vermutlich entgleist", "sagte er", "asserts", "likely", "vermutlich"),
    ("dass der Zug, der zu schnell fuhr, vermutlich entgleist sei", "sagte er", "asserts", "likely", "vermutlich"),
    ("Wenn der Damm bricht, könnte die Stadt überflutet werden", "sagte er", "warns", "possible", "könnte"),
    ("Wenn der Damm brechen könnte, müsse man gehen", "sagte er", "warns", "stated", None),
    ("er bleibe, obwohl der Posten vielleicht wegfalle", "sagte er", "asserts", "stated", None),
    ("„Das Feuer ist aus. Vielleicht bleiben wir noch.“", "sagte er", "asserts", "stated", None),
    ("wo sie mutmaßlich repariert werden", "so die Marine", "asserts", "alleged", "mutmaßlich"),
    ("die angeblich verletzten Spieler seien gesund", "sagte der Arzt", "asserts", "stated", None),
    ("das Schiff sei mit angeblich mehr als 40 Tonnen beladen", "hieß es", "asserts", "stated", None),
    ("der mutmaßliche Täter sei gefasst", "sagte die Polizei", "asserts", "stated", None),
    ("eine mögliche Steuer werde geprüft", "sagte er", "asserts", "stated", None),
    ("schätzungsweise 300 Menschen seien gekommen", "sagte er", "asserts", "stated", None),
    ("der Minister fühle sich wohl", "sagte er", "asserts", "stated", None),
    ("er habe es sehr wohl gewusst", "sagte er", "asserts", "stated", None),
    ("das Wohl der Kinder gehe vor", "sagte sie", "asserts", "stated", None),
    ("er sei sicher, dass alles gut gehe", "sagte er", "asserts", "stated", None),
    # two hedges: the weaker
    ("das könnte wahrscheinlich teurer werden", "sagte er", "asserts", "possible", "könnte"),
    ("der Mann habe angeblich vielleicht eine Waffe gehabt", "hieß es", "asserts", "alleged", "angeblich"),
    ("dass der Täter wahrscheinlich tot sei", "hieß es Gerüchten zufolge", "asserts", "alleged", "Gerüchten zufolge"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "frame", "stance", "confidence", "hedge"), CASES)
def test_confidence(
    words: str, frame: str, stance: str, confidence: str, hedge: str | None
) -> None:
    assert read_confidence(words, frame, stance) == (confidence, hedge)


def test_a_claim_cut_in_two_is_read_as_one() -> None:
    assert (
        read_confidence("die Bahn … werde wohl streiken", "so der Chef", "asserts")[0] == "likely"
    )


@settings(derandomize=True, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["vielleicht", "bestätigt", "nicht", "soll", "der", ",", ".", "„", "ob"])
    ),
    st.sampled_from(["", "sagte er", "bestätigte sie", "Berichten zufolge"]),
)
def test_the_hedge_stands_in_the_text(pieces: list[str], frame: str) -> None:
    words = " ".join(pieces)
    confidence, hedge = read_confidence(words, frame, "confirms")
    assert confidence in CONFIDENCE
    assert (hedge is None) == (confidence == "stated")
    assert hedge is None or hedge in f"{words} {frame}" or hedge in words.replace(" , ", " ")
