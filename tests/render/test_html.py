"""Elements of a page: what is escaped, what needs no marks, what ends without a tag."""

from __future__ import annotations

import re

import pytest

from claimtrack.render.html import element, joined
from tests.report.pages import read


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a1", "x=a1"),
        ("#m7-2", "x=#m7-2"),
        ("no_conflict", "x=no_conflict"),
        ("", 'x=""'),
        ("a b", 'x="a b"'),
        ("a>b", 'x="a&gt;b"'),
        ('a"b', 'x="a&quot;b"'),
        ("a'b", 'x="a\'b"'),
        ("a=b", 'x="a=b"'),
        ("a`b", 'x="a`b"'),
        ("a/", 'x="a/"'),
        ("a\n", 'x="a "'),
        ("ä", 'x="ä"'),
        (3, "x=3"),
        (True, "x"),
    ],
)
def test_a_value_has_marks_unless_it_is_plain(value: object, written: str) -> None:
    assert element("p", x=value) == f"<p {written}></p>"


@pytest.mark.parametrize("value", [None, False])
def test_an_attribute_without_a_value_is_left_out(value: object) -> None:
    assert element("p", x=value) == "<p></p>"


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (element("ul", element("li", "a"), element("li", "b")), "<ul><li>a<li>b</ul>"),
        (element("dl", element("dt", "a"), element("dd", "b")), "<dl><dt>a<dd>b</dl>"),
        (
            element("table", element("thead", element("tr", element("th", "a")))),
            "<table><thead><tr><th>a</table>",
        ),
        (
            element("select", element("option", "<", value="a")),
            "<select><option value=a>&lt;</select>",
        ),
        (joined((element("p", "a"), element("br"), "<b>")), "<p>a</p><br>&lt;b&gt;"),
    ],
)
def test_what_ends_by_itself_has_no_end_tag(parts: str, written: str) -> None:
    assert parts == written
    told = [node.tag for node in read(parts).all()]
    assert told == re.findall(r"<(\w+)", written)
