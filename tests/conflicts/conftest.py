"""The key claims of the five articles on North Korean soldiers, as an analyst reads them."""

from __future__ import annotations

import pytest

from claimtrack.model import Ledger, Source
from tests.conflicts.building import about, claim, exact, ledger, vague

SOURCES = (
    Source("selenskyj", published="2024-10-14", agencies=("dpa", "AFP"),
           title="Selenskyj wirft Nordkorea Einsatz von Soldaten in Ukraine vor"),
    Source("front", published="2024-10-15~",
           title="Von Pjöngjang an die Front: Sind nordkoreanische Soldaten am Ukraine-Krieg "
           "beteiligt?"),
    Source("bund", published="2024-10-18", agencies=("Reuters", "Yonhap")),
    Source("nato", published="2024-10-28", agencies=("AP",),
           title="Die NATO bestätigt die Entsendung nordkoreanischer Truppen in die Ukraine"),
    Source("kim", published="2025-04-28", outlet="Tiroler Zeitung",
           title="Nordkorea bekräftigt Unterstützung für Russland im Ukraine-Konflikt"),
)  # fmt: skip

SELENSKYJ = (
    claim("s-vorwurf", "Wolodymyr Selenskyj",
          "Der ukrainische Präsident Wolodymyr Selenskyj hat Nordkorea die Entsendung von Soldaten "
          "zur Unterstützung des russischen Angriffskriegs in der Ukraine vorgeworfen",
          article="selenskyj", at=100, kind="reported", stance="accuses", said="2024-10-13"),
    claim("s-allianz", "Wolodymyr Selenskyj",
          "Es gehe dabei nicht mehr nur um Waffenlieferungen, sondern auch um die Entsendung von "
          "nordkoreanischen Soldaten zur Unterstützung der „Streitkräfte des Besatzers“.",
          article="selenskyj", at=300, kind="free_indirect", said="2024-10-13"),
    claim("s-raketen", "Experten",
          "dass Russland in der Ukraine nordkoreanische Raketen einsetze",
          article="selenskyj", at=500, kind="indirect", said="../2024-10-14"),
    claim("s-bestreiten", "Russland und Nordkorea", "was Moskau und Pjöngjang jedoch bestreiten",
          article="selenskyj", at=600, kind="reported", stance="denies"),
    claim("s-dementi", "Russland",
          "Russland dementierte auch Berichte über die Präsenz nordkoreanischer Soldaten in der "
          "Ukraine, die an der Seite der russischen Truppen kämpfen",
          article="selenskyj", at=700, kind="reported", stance="denies"),
    claim("s-kyivpost", "Kyiv Post",
          "dass sechs nordkoreanische Soldaten bei einem ukrainischen Raketenangriff auf russisch "
          "besetztes Gebiet bei Donezk getötet worden seien",
          exact("sechs", 6, "nordkoreanische Soldaten", "killed"), cites=("Geheimdienstquellen",),
          article="selenskyj", at=900, kind="indirect", said="2024-10-07/2024-10-13"),
    claim("s-isw", "ISW",
          "dass mehrere tausend nordkoreanische Soldaten in Russland eingetroffen seien und auf "
          "ihren Einsatz in der Ukraine vorbereitet würden",
          vague("mehrere tausend", 2000, 9999, "nordkoreanische Soldaten", "sent"),
          article="selenskyj", at=1100, kind="indirect", said="../2024-10-14"),
    claim("s-kim", "Kim Yong-hyun", "dass diese Berichte zuträfen",
          article="selenskyj", at=1300, kind="indirect", said="../2024-10-14",
          confidence="very_likely", hedge="hochwahrscheinlich"),
    claim("s-manoever", "NATO",
          "An der Übung „Steadfast Noon“ werden in den kommenden zwei Wochen rund 2.000 Soldaten "
          "von acht Luftwaffenstützpunkten beteiligt sein",
          about("rund 2.000", 2000, "Soldaten", "exercise"), article="selenskyj", at=1500),
)  # fmt: skip

FRONT = (
    claim("f-plan", "Wolodymyr Selenskyj",
          "Russland plane, Nordkorea direkt in den Krieg gegen die Ukraine einzubeziehen",
          article="front", at=100, kind="indirect", said="2024-10-14", via=("CNN",),
          cites=("ukrainischer Militärgeheimdienst",)),
    claim("f-transfer", "Wolodymyr Selenskyj",
          "Dabei gehe es nicht nur um den Transfer von Waffen, sondern auch um die Verstärkung "
          "russische Einheiten durch nordkoreanische Truppenverbände",
          article="front", at=300, kind="indirect", said="2024-10-14", via=("CNN",)),
    claim("f-offiziere", "Geheimdienstquelle",
          "Die Berichte über den Tod von sechs nordkoreanischen Offizieren in der Ukraine wurden "
          "bisher nur von einer Geheimdienstquelle bestätigt",
          exact("sechs", 6, "nordkoreanische Offiziere", "killed"),
          article="front", at=500, kind="reported", stance="confirms", confidence="confirmed"),
    claim("f-kim", "Kim Yong-hyun", "dass die Berichte wahrscheinlich zuträfen",
          article="front", at=700, kind="indirect", said="2024-10-01/2024-10-10",
          confidence="likely", hedge="wahrscheinlich"),
    claim("f-granaten", "Yonhap",
          "Nordkorea habe Container mit angeblich mehr als fünf Millionen Artilleriegranaten nach "
          "Russland geliefert",
          vague("mehr als fünf Millionen", 5e6, None, "Artilleriegranaten", "delivered"),
          article="front", at=900, kind="indirect", said="2024-07-21/2024-07-31"),
    claim("f-fake", "offizielle Quellen in Nordkorea und Russland",
          'offizielle Quellen in Nordkorea und Russland die Berichte als "Fake News" abtun',
          article="front", at=1100, kind="reported", stance="denies"),
)  # fmt: skip

BUND = (
    claim("b-tausende", "NIS",
          "Neben Artilleriegranaten und Raketen sollen auch Tausende Soldaten für den Einsatz in "
          "der Ukraine mobilisiert werden",
          vague("Tausende", 2000, 9999, "Soldaten", "planned"), article="bund", at=85),
    claim("b-yonhap", "Yonhap",
          "Nordkorea habe entschieden, insgesamt 12.000 Soldaten nach Russland zu schicken",
          exact("12.000", 12000, "Soldaten", "planned"), cites=("Spionageabwehr",),
          article="bund", at=1175, kind="indirect"),
    claim("b-nis", "NIS",
          "sind schon rund 1.500 Soldaten als Unterstützung für Russlands Angriffskrieg gegen die "
          "Ukraine entsandt",
          about("rund 1.500", 1500, "Soldaten", "sent"), article="bund", at=1389, kind="indirect"),
    claim("b-vorbereiten", "Wolodymyr Selenskyj",
          "Tausende Soldaten zur Unterstützung der russischen Armee vorzubereiten",
          vague("Tausende", 2000, 9999, "Soldaten", "planned"),
          article="bund", at=2182, stance="accuses", said="2024-10-17"),
    claim("b-rutte", "Mark Rutte",
          "bislang gebe es noch keine Beweise für eine Präsenz nordkoreanischer Soldaten in "
          "Russland",
          article="bund", at=2334, kind="indirect", stance="doubts"),
    claim("b-sybiha", "Andrij Sybiha",
          "Die Entsendung der Soldaten würde ein enormes Risiko der Eskalation bedeuten",
          article="bund", at=2485, kind="indirect"),
    claim("b-aktiv", "Südkorea",
          "Nordkorea verfügt nach jüngsten Angaben Südkoreas über 1,28 Millionen aktive Soldaten",
          exact("1,28 Millionen", 1.28e6, "aktive Soldaten", "active"), article="bund", at=3082),
)  # fmt: skip

NATO = (
    claim("n-nato", "NATO",
          "dass nordkoreanische Truppen entsandt wurden, um Russland im Krieg gegen die Ukraine zu "
          "unterstützen",
          article="nato", at=257, stance="confirms", confidence="confirmed", said="2024-10-28"),
    claim("n-rutte", "Mark Rutte",
          "Der Generalsekretär des Militärbündnisses, Mark Rutte, bestätigte die Nachricht "
          "gegenüber Reportern",
          article="nato", at=530, kind="reported", stance="confirms", said="2024-10-28"),
    claim("n-lawrow", "Sergej Lawrow", "dass nordkoreanische Soldaten in Russland anwesend seien",
          article="nato", at=1833, kind="indirect", stance="withholds", said="2024-10-28"),
    claim("n-ausbilder", "Sergej Lawrow",
          "westliche Militärausbilder seien bereits heimlich in die Ukraine entsandt worden",
          article="nato", at=1906, kind="indirect", said="2024-10-28"),
    claim("n-beamte", "europäische Beamte",
          "hätten die Südkoreaner keine Beweise für die Anwesenheit nordkoreanischer Truppen in "
          "Kursk vorgelegt",
          article="nato", at=3564, kind="indirect", via=("AP",)),
    claim("n-zehntausend", "Wolodymyr Selenskyj",
          "seine Regierung habe Informationen darüber, dass etwa 10.000 nordkoreanische Soldaten "
          "bereit seien, sich den russischen Streitkräften anzuschließen",
          about("etwa 10.000", 10000, "nordkoreanische Soldaten", "ready"),
          article="nato", at=4197, kind="indirect", said="../2024-10-25"),
    claim("n-usa", "USA",
          "etwa 3.000 nordkoreanische Soldaten seien zur Ausbildung nach Russland entsandt worden",
          about("etwa 3.000", 3000, "nordkoreanische Soldaten", "sent"),
          article="nato", at=4579, kind="indirect"),
)  # fmt: skip

KIM = (
    claim("k-nordkorea", "Nordkorea",
          "dass es Soldaten in den Krieg gegen die Ukraine entsandt hat",
          article="kim", at=100, kind="indirect", stance="confirms", confidence="confirmed"),
    claim("k-russland", "Russland",
          "dass nordkoreanische Soldaten an der Front in der Nähe der ukrainischen Grenze "
          "eingesetzt wurden",
          article="kim", at=500, kind="indirect", stance="announces", said="2025-04-26"),
    claim("k-verluste", "westliche Quellen",
          "dass innerhalb von drei Monaten mindestens 1.000 der 11.000 entsandten Soldaten ums "
          "Leben kamen",
          vague("mindestens 1.000", 1000, None, "Soldaten", "killed"),
          exact("11.000", 11000, "Soldaten", "sent"), article="kim", at=900, kind="indirect"),
)  # fmt: skip


@pytest.fixture(scope="session")
def five() -> Ledger:
    return ledger(*SELENSKYJ, *FRONT, *BUND, *NATO, *KIM, sources=SOURCES)
