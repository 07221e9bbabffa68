"""Elements of a picture: the door to SVG. Text and values are escaped, elements are put inside."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from claimtrack.render import safe
from claimtrack.render.safe import SafeText


class Element(SafeText):
    """An element with what is inside of it."""

    __slots__ = ()


def element(name: str, *inside: str, **attributes: object) -> Element:
    """An element: ``inside`` are elements and words, in order.

    ``stroke_width=2`` is the attribute ``stroke-width``, ``class_`` is ``class``; one that is None
    is left out.

    >>> element("text", "C&A", class_="title", x=3)
    '<text class="title" x="3">C&amp;A</text>'
    """
    told = "".join(_attribute(*each) for each in attributes.items() if each[1] is not None)
    if not inside:
        return Element(f"<{name}{told}/>")
    parts = (part if isinstance(part, Element) else escape(safe.terminal(part)) for part in inside)
    return Element(f"<{name}{told}>{''.join(parts)}</{name}>")


def _attribute(name: str, value: object) -> str:
    return f" {name.rstrip('_').replace('_', '-')}={quoteattr(safe.terminal(str(value)))}"


def document(parts: Iterable[Element], width: int, height: int) -> str:
    """A whole picture, an element a line."""
    box = f"0 0 {width} {height}"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" '
        f'width="{width}" height="{height}" role="img">'
    )
    return "\n".join([opening, *parts, "</svg>"]) + "\n"


def stroke(x1: float, y1: float, x2: float, y2: float, **look: object) -> Element:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **look)
