import json

import pytest

from claimtrack.model import Problem
from claimtrack.render.check import render
from claimtrack.render.screen import Screen

PROBLEMS = (
    Problem(
        "claims.yaml",
        4,
        13,
        "no stance: saggt",
        code="word",
        source="    stance: saggt",
        hint="did you mean asserts?",
    ),
    Problem("claims.yaml", 0, 0, "no claims", "warning"),
)


def test_text_points_at_the_place() -> None:
    assert list(render(PROBLEMS, "text", Screen())) == [
        "claims.yaml:4:13: error: no stance: saggt",
        "        stance: saggt",
        "                ^",
        "    did you mean asserts?",
        "claims.yaml: warning: no claims",
    ]


def test_a_long_line_is_cut_around_the_caret() -> None:
    source = "x" * 300 + "HERE" + "y" * 300
    problem = Problem("a.yaml", 1, 301, "wrong", source=source)
    _, shown, caret = render([problem], "text", Screen(width=60))
    assert len(shown) <= 60
    assert shown[caret.index("^") :].startswith("HERE")


def test_json_and_sarif() -> None:
    (text,) = render(PROBLEMS, "json", Screen())
    first, second = json.loads(text)
    assert (first["schema"], first["line"], first["code"]) == ("claimtrack.problem/1", 4, "word")
    assert (second["severity"], second["code"]) == ("warning", None)
    (text,) = render(PROBLEMS, "sarif", Screen())
    report = json.loads(text)
    assert report["version"] == "2.1.0"
    results = report["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "warning"]
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 13}
    assert "region" not in results[1]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("data/claims.yaml", "data/claims.yaml"),
        ("Ordner 1/ä#.yaml", "Ordner%201/%C3%A4%23.yaml"),
        ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),
    ],
)
def test_sarif_names_files_by_references(file: str, uri: str) -> None:
    (text,) = render([Problem(file, 1, 1, "wrong")], "sarif", Screen())
    (result,) = json.loads(text)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
