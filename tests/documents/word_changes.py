"""What Word does with tracked changes: accept or reject all of them."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(MAIN))


def accept(data: bytes) -> bytes:
    return _settled(data, gone="del", kept="ins")


def reject(data: bytes) -> bytes:
    return _settled(data, gone="ins", kept="del")


def _settled(data: bytes, *, gone: str, kept: str) -> bytes:
    """The file without its changes; those of another author than b1check stay."""
    root = body_of(data)
    _settle_paragraphs(root, gone=gone)
    for mark in list(root.iter(f"{W}{gone}")):
        if mark.get(f"{W}author") == "b1check":
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
    for mark in list(root.iter(f"{W}{kept}")):
        if mark.get(f"{W}author") == "b1check":
            for run in list(mark):
                mark.addprevious(run)
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
            for text in parent.iter(f"{W}delText"):
                text.tag = f"{W}t"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = etree.tostring(root) if part.filename == MAIN else old.read(part)
            new.writestr(part.filename, content)
    return stream.getvalue()


def _settle_paragraphs(root: etree._Element, *, gone: str) -> None:
    """Put what stands in a paragraph of which the end goes at the start of the next one; the others are just that."""
    for mark in list(root.iter(f"{W}ins", f"{W}del")):
        sign = mark.getparent()
        if sign is None or sign.tag != f"{W}rPr" or mark.get(f"{W}author") != "b1check":
            continue
        properties = sign.getparent()
        assert properties is not None
        assert properties.tag == f"{W}pPr"
        sign.remove(mark)
        if mark.tag != f"{W}{gone}":
            continue
        paragraph = properties.getparent()
        assert paragraph is not None
        following = paragraph.getnext()
        assert following is not None
        assert following.tag == f"{W}p"
        paragraph.remove(properties)
        own = following.find(f"{W}pPr")
        at = 0 if own is None else 1
        following[at:at] = list(paragraph)
        around = paragraph.getparent()
        assert around is not None
        around.remove(paragraph)
