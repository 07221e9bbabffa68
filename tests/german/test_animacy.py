import pytest

from claimtrack.german.animacy import speaker_noun


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Sprecher", "person"),
        ("Regierungssprecherin", "person"),
        ("Regierungssprecherinnen", "person"),
        ("Oppositionsführer", "person"),
        ("Bürgermeisters", "person"),
        ("US-Präsidenten", "person"),
        ("Seismologin", "person"),
        ("Rechtsanwältinnen", "person"),
        ("Bundestagsabgeordneter", "person"),
        ("Polizeibeamten", "person"),
        ("Augenzeugen", "person"),
        ("Generälen", "person"),
        ("Ärztin", "person"),
        ("Anwohnern", "person"),
        ("Rettungskräften", "person"),
        ("Südkoreanerin", "person"),
        ("Franzosen", "person"),
        ("Staatsanwaltschaft", "organisation"),
        ("Polizeipräsidiums", "organisation"),
        ("Umweltministerien", "organisation"),
        ("Stadträte", "organisation"),
        ("Militärgeheimdienst", "organisation"),
        ("Denkfabrik", "organisation"),
        ("Nachrichtenagentur", "outlet"),
        ("Tageszeitung", "outlet"),
        ("Fernsehsenders", "outlet"),
        ("Untersuchungsbericht", "document"),
        ("Studien", "document"),
        ("Anklageschrift", "document"),
        ("Portugal", "place"),
        ("Pjöngjang", "place"),
        ("Hauptstadt", "place"),
        ("Vorrat", None),
        ("Flugzeuge", None),
        ("Fahrzeuge", None),
        ("Angebote", None),
        ("Antwort", None),
        ("Insgesamt", None),
        ("Juni", None),
        ("Bahnhof", None),
        ("sprecher", None),
        ("", None),
    ],
)
def test_speaker_noun(word: str, kind: str | None) -> None:
    assert speaker_noun(word) == kind
