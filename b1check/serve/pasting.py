"""What programs put on the clipboard: Word writes the points of a list as paragraphs that look like points."""

from __future__ import annotations

from lxml import etree, html

_LIST = "mso-list:"
_BULLET = "mso-list:ignore"
_GONE = "b1check-gone"


def tidied(pasted: str) -> str:
    """Return HTML from the clipboard with the points of lists as points; everything else stays for the reader.

    Args:
        pasted: as a program wrote it.
    """
    if _LIST not in pasted:
        return pasted
    try:
        root = html.document_fromstring(pasted)
    except (etree.ParserError, ValueError):  # nothing in it, or no HTML: the reader says so
        return pasted
    for element in root.iter():
        if _BULLET in _style(element):
            element.tag = _GONE
    etree.strip_elements(root, _GONE, with_tail=False)
    for paragraph in root.iter("p", "h1", "h2", "h3", "h4", "h5", "h6"):
        if _LIST in _style(paragraph) and paragraph.tag == "p":
            paragraph.tag = "li"
    return etree.tostring(root, encoding="unicode", method="html")


def _style(element: etree._Element) -> str:
    style = element.get("style") if isinstance(element.tag, str) else None
    return "".join((style or "").lower().split())
