"""Elements of a picture: the door to SVG. Text and values are escaped, elements are put inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from claimtrack.render import safe
from claimtrack.render.safe import SafeText

LOOKS: dict[str, dict[str, object]] = {
    "title": {"font_size": 16, "font_weight": 600},
    "phase": {"font_weight": 600},
    "faint": {"fill": "#767676"},
    "grid": {"stroke": "#e6e6e6"},
    "axis": {"stroke": "#999"},
    "lead": {"stroke": "#bbb", "stroke_width": 0.8},
    "halo": {"fill": "#fff", "stroke": "#fff", "stroke_width": 3, "stroke_linejoin": "round"},
}
"""What an element of a class looks like: attributes, since not every viewer reads style sheets."""

FONT = {"font_family": "system-ui, sans-serif", "font_size": 12, "fill": "#222"}


class Element(SafeText):
    """An element with what is inside of it."""

    __slots__ = ()


def element(name: str, *inside: str, **attributes: object) -> Element:
    """An element: ``inside`` are elements and words, in order.

    ``stroke_width=2`` is the attribute ``stroke-width``; one that is None is left out. ``class_``
    gives the attributes of `LOOKS`.

    >>> element("text", "C&A", class_="faint", x=3)
    '<text fill="#767676" x="3">C&amp;A</text>'
    """
    look = LOOKS.get(str(attributes.get("class_")))
    if look is not None:
        attributes = {**look, **attributes, "class_": None}
    written = "".join(_attribute(*each) for each in attributes.items() if each[1] is not None)
    if not inside:
        return Element(f"<{name}{written}/>")
    parts = (part if isinstance(part, Element) else escape(safe.terminal(part)) for part in inside)
    return Element(f"<{name}{written}>{''.join(parts)}</{name}>")


def _attribute(name: str, value: object) -> str:
    return f" {name.rstrip('_').replace('_', '-')}={quoteattr(safe.terminal(str(value)))}"


def document(parts: Iterable[Element], width: int, height: int) -> Element:
    """A whole picture, an element a line."""
    box, font = f"0 0 {width} {height}", "".join(_attribute(*each) for each in FONT.items())
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" '
        f'width="{width}" height="{height}" role="img"{font}>'
    )
    return Element("\n".join([opening, *parts, "</svg>"]) + "\n")


def rimmed(text: str, **look: object) -> Iterator[Element]:
    """Words that can be read above what is drawn: a white rim first, then they themselves.

    A rim of one element (``paint-order``) hides the words where a viewer does not know it.
    """
    yield element("text", text, **{**look, **LOOKS["halo"]})
    yield element("text", text, **look)


def stroke(x1: float, y1: float, x2: float, y2: float, **look: object) -> Element:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **look)
