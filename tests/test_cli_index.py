"""Every command says the same, whether the index is new, known, or cannot be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

LEDGER = """\
version: 1
articles:
  - {id: a1, file: gone.md, title: Tote in Hatay, published: 2024-05-01, reliability: B}
  - {id: a2, outlet: Blatt, published: 2024-05-02}
topics:
  - {name: Gäste, words: [Gäste]}
claims:  # all of them
  - id: polizei-1
    actor: Polizei
    quote: rund 300 Gäste seien gekommen
    figures:
      - {text: rund 300, what: Gäste, state: attending}
    article: a1
  # denied the day after
  - {id: konzern-2, actor: Konzern, quote: es seien 20 Gäste gekommen, stance: denies, article: a2,
     figures: [{text: "20", what: Gäste, state: attending}]}
  - id: broken-3
    claim: x
    stance: denys
  - actor: Konzern
    claim: ohne Namen
rulings:
  - {claims: [polizei-1, konzern-2], verdict: update, as: 000000 000000}
"""
COMMANDS = (
    "list",
    "list --actor polizei --format json",
    "list --text gaste --since 2024-05-02",
    "list --topic Gäste --reliability B --sort -said",
    "list --tag nobody",
    "show polizei-1",
    "show konzern --format yaml",
    "show 3",
    "conflicts --all",
    "conflicts polizei-1 konzern-2",
    "check",
    "check --format json",
    "check --format sarif",
    "timeline --topic Gäste",
    "timeline --topic Gäste --actor Polizei",
    "timeline --topic Gäste --actor Konzern --since 2024-05-02 --format json",
    "timeline --topic Helfer --actor Konzern",
    "timeline --topic Gäste --actor Feuerwehr",
    "list --text gaste --actor Konzern --article a1",
    "list --state attending --via dpa",
    "list --rows figures --format json",
    "rule polizei-1 konzern-2 --verdict update --why x --dry-run",
    "rule 1 nobody --verdict update --why x --dry-run",
    "event join a1 a2 --dry-run",
    "event apart a1 a9 --dry-run",
    "topics",
    "actors",
    "articles",
    "set polizei-1 note=x --dry-run",
    "accept --kind direct --dry-run",
    "reject --article a1 --dry-run",
)


@pytest.mark.parametrize("layout", ["file", "folder", "named", "crlf"])
@pytest.mark.parametrize("command", COMMANDS)
def test_it_says_the_same(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, layout: str
) -> None:
    named = LEDGER.replace("  - actor: Konzern\n", "  - id: konzern-4\n    actor: Konzern\n")
    text = named if layout == "named" else LEDGER
    (tmp_path / "books").mkdir()
    path = tmp_path / "books" / "a.yaml"
    path.write_text(text, encoding="utf-8", newline="\r\n" if layout == "crlf" else "\n")
    ledger = ("--ledger", str(path.parent if layout == "folder" else path))
    new, known = run(*command.split(), *ledger), run(*command.split(), *ledger)
    monkeypatch.setenv("XDG_CACHE_HOME", str(path / "no folder"))
    assert new == known == run(*command.split(), *ledger)
    assert path.read_bytes().decode().replace("\r", "") == text
