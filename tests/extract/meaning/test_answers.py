"""What a denial answers, in pairs: two statements, then one that speaks to the first, the second
or neither, by how it points, whom it names and how far it stands."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article

HOT = "Der Kläger sagte, es sei heiß."
COLD = "Die Stadt sagte, es sei kalt."
FILES = "Der Kläger sagte, der Rat habe dort Akten verkauft."
TREES = "Die Stadt sagte, man habe dort Bäume gefällt."
BOTH = f"{FILES} {TREES}"
FARMS = "Der Kläger sagte, 300 Höfe seien leer."


def answered(text: str) -> list[int]:
    """The claims that the last one speaks to, by their number in the text."""
    claims = [c for c in extract(Article("a", text, published="2024-05-08")) if c.within is None]
    numbers = {claim.id: at for at, claim in enumerate(claims)}
    return [numbers[one] for one in claims[-1].answers]


@pytest.mark.parametrize(
    ("before", "then", "target"),
    [
        # the nearest, one sentence back
        (HOT, "Der Verband wies das zurück.", 0),
        (f"{HOT} Es regnete.", "Der Verband wies das zurück.", None),
        (f"{HOT} {COLD}", "Der Verband wies das zurück.", 1),
        (f"{HOT} {COLD}", "Der Verband widersprach.", 1),
        (f"{HOT} {COLD}", "Der Verband sagte dagegen, es sei lau.", 1),
        (f"{HOT} {COLD}", "Der Verband sagte, es sei lau.", None),
        (HOT, "Der Kläger wies das zurück.", None),
        # whom it names
        (f"{HOT} {COLD}", "Der Verband widersprach dem Kläger.", 0),
        (f"{HOT} {COLD}", "Der Verband widersprach der Stadt.", 1),
        (f"{HOT} {COLD}", "Anders als der Kläger sagte der Verband, es sei lau.", 0),
        (f"{HOT} {COLD}", "Im Gegensatz zum Kläger sagte der Verband, es sei lau.", 0),
        (f"{HOT} {COLD}", "Der Verband bestritt die Angaben des Klägers.", 0),
        (f"{HOT} {COLD}", "Der Verband bestritt die Angaben der Stadt.", 1),
        # a number, three sentences back
        (f"{FARMS} {COLD}", "Der Verband nannte die Zahl falsch.", 0),
        (f"{FARMS} Es regnete. Es schneite.", "Der Verband nannte die Zahl falsch.", 0),
        (f"{FARMS} Es regnete. Es schneite. Es taute.",
         "Der Verband nannte die Zahl falsch.", None),
        # a charge, far back, and what only stands nearer
        (f"Der Kläger warf dem Verband vor, er habe Akten verkauft. {COLD}",
         "Der Verband wies die Vorwürfe zurück.", 0),
        (f"Der Kläger warf dem Verband vor, er habe Akten verkauft. {COLD}",
         "Der Verband wies das zurück.", 1),
        # what is denied
        (BOTH, "Der Verband bestritt, dass dort jemals Akten verkauft worden seien.", 0),
        (BOTH, "Der Verband bestritt, dass dort jemals Bäume gefällt worden seien.", 1),
        (BOTH, "Der Verband bestritt, dass dort jemals Hunde gestohlen seien.", None),
        (BOTH, "Der Verband räumte ein, dass dort einmal Akten verkauft seien.", 0),
        (BOTH, "Der Verband bestätigte, dass dort einmal Akten verkauft seien.", None),
        (f"Der Kläger sagte, der Löschschaum habe gefehlt. {TREES}",
         "Der Verband bestritt, dass dort jemals Schaum gefehlt habe.", 0),
        (f"Der Kläger sagte, der Uferweg habe gefehlt. {TREES}",
         "Der Verband bestritt, dass dort jemals ein Weg gefehlt habe.", None),
        (f"Der Kläger sprach von einem Rücktritt. {COLD}",
         "Der Verband wies Berichte über einen Rücktritt zurück.", 0),
        (f"Der Kläger fordert Geld. {COLD}", "Der Verband wies die Forderung nach Geld zurück.", 0),
        # yes or no in a few words
        (HOT, "„Das stimmt nicht“, sagte der Verband.", 0),
        (HOT, "„Frei erfunden“, sagte der Verband.", 0),
        (HOT, "„Die Klausel hilft nicht. Wer das glaubt, irrt“, sagte der Verband.", None),
        # a denial with an object of its own points to nothing
        (HOT, "Der Verband dementierte.", 0),
        (HOT, "Der Verband dementierte am Montag.", 0),
        (HOT, "Der Verband dementierte einen Umbau.", None),
        (HOT, "Ein Dementi des Verbands folgte.", 0),
        # who joins a denial denies the same, who does not denies it
        (f"{HOT} Der Verband wies das zurück.", "Auch die Stadt wies das zurück.", 0),
        (f"{HOT} Der Verband wies das zurück.", "Die Stadt wies das zurück.", 1),
        # what one holds against it behind a colon
        (HOT, "Der Verband sieht das anders: Es sei lau.", 0),
        (HOT, "Der Verband sieht das anders. Es sei lau.", None),
        # a rumour of the denier, unless somebody charges them
        (f"Amann soll Akten verkauft haben. {COLD}", "Amann wies die Vorwürfe zurück.", 0),
        ("Amann soll Akten verkauft haben. Der Kläger warf Amann Betrug vor.",
         "Amann wies die Vorwürfe zurück.", 1),
    ],
)  # fmt: skip
def test_what_is_answered(before: str, then: str, target: int | None) -> None:
    assert answered(f"{before} {then}") == ([] if target is None else [target])


@pytest.mark.parametrize(
    ("denial", "behind", "found"),
    [
        ("Der Verband wies die Kritik zurück.", "Der Kläger hatte von Pfusch gesprochen.", True),
        ("Der Verband wies die Kritik zurück.", "Der Kläger sprach von Pfusch.", False),
        ("Der Verband wies die Kritik zurück.", "Der Kläger warf ihm Pfusch vor.", True),
        ("Der Verband wies die Kritik zurück. Es regnete.",
         "Der Kläger hatte von Pfusch gesprochen.", True),
        ("Der Verband wies die Kritik zurück. Es regnete. Es schneite.",
         "Der Kläger hatte von Pfusch gesprochen.", True),
        ("Der Verband wies die Kritik zurück. Es regnete. Es schneite. Es taute.",
         "Der Kläger hatte von Pfusch gesprochen.", False),
        ("Der Verband hatte die Kritik zurückgewiesen.",
         "Der Kläger hatte von Pfusch gesprochen.", False),
    ],
)  # fmt: skip
def test_what_is_denied_before_it_is_told(denial: str, behind: str, found: bool) -> None:
    first, *rest = extract(Article("a", f"{denial} {behind}", published="2024-05-08"))
    assert first.stance == "denies"
    assert first.answers == ((rest[-1].id,) if found else ())
