"""What Word and LibreOffice make of the notes in a file, read without our readers."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
_WORDS = {f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen", f"{W}sym"}
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Seen(NamedTuple):
    """A note: who wrote it, its lines, and the words that it is beside; None for a note at a place."""

    author: str
    lines: tuple[str, ...]
    words: str | None

    @property
    def title(self) -> str:
        return self.lines[0]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


def in_word(data: bytes) -> list[Seen]:
    """The comments in the order of their places in the text; all that Word demands of them is asserted."""
    files = parts(data)
    body = etree.fromstring(files["word/document.xml"])
    links = etree.fromstring(files["word/_rels/document.xml.rels"])
    targets = [link.get("Target") for link in links if link.get("Type") == _KIND]
    if not targets:
        assert not list(body.iter(f"{W}commentReference", f"{W}commentRangeStart", f"{W}commentRangeEnd"))
        return []
    (target,) = targets
    assert len({link.get("Id") for link in links}) == len(links)
    name = posixpath.join("word", str(target))
    types = etree.fromstring(files["[Content_Types].xml"])
    announced = [item.get("ContentType") for item in types if item.get("PartName") == f"/{name}"]
    assert announced == [_CONTENT_TYPE]
    comments = etree.fromstring(files[name]).findall(f"{W}comment")
    by_id = {comment.get(f"{W}id"): comment for comment in comments}
    assert len(by_id) == len(comments)
    words: dict[str | None, str | None] = {}
    order: list[str | None] = []
    open_now: set[str | None] = set()
    for element in body.iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            assert number not in words, "a comment starts once"
            words[number] = ""
            open_now.add(number)
            assert _may_stand(element)
        elif element.tag == f"{W}commentRangeEnd":
            assert number in open_now, "a comment ends after it starts"
            open_now.remove(number)
            assert _may_stand(element)
        elif element.tag == f"{W}commentReference":
            assert number not in open_now, "the sign of a comment stands behind its words"
            assert number not in order, "and only once"
            order.append(number)
            words.setdefault(number, None)
            assert element.getparent().tag == f"{W}r"
        elif element.tag in _WORDS:
            shown = (element.text or "") if element.tag == f"{W}t" else " "
            for number in open_now:
                words[number] = (words[number] or "") + shown
    assert not open_now
    assert set(order) == set(by_id) >= set(words)
    seen = []
    for number in order:
        comment = by_id[number]
        assert comment.get(f"{W}author") and comment.get(f"{W}date") and comment.get(f"{W}initials")
        lines = tuple("".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.findall(f"{W}p"))
        assert lines
        seen.append(Seen(str(comment.get(f"{W}author")), lines, words[number]))
    return seen


def _may_stand(sign: etree._Element) -> bool:
    """Signs of ranges stand in paragraphs, links, changes and such; never in a run."""
    return sign.getparent().tag in {
        f"{W}{name}" for name in ("p", "hyperlink", "ins", "smartTag", "sdtContent", "moveTo", "body")
    }


def in_odt(data: bytes) -> list[Seen]:
    """The annotations in the order of the text."""
    body = etree.fromstring(parts(data)["content.xml"]).find(f"{OFFICE}body/{OFFICE}text")
    found: list[tuple[str, str, tuple[str, ...]]] = []
    words: dict[str, str | None] = {}
    open_now: set[str] = set()

    def say(text: str | None) -> None:
        for name in open_now:
            words[name] = (words[name] or "") + (text or "")

    def walk(element: etree._Element) -> None:
        if element.tag == f"{OFFICE}annotation":
            name = element.get(f"{OFFICE}name") or f"at {len(found)}"
            assert name not in words, "names are of one annotation"
            lines = tuple("".join(line.itertext()) for line in element.iter(f"{TEXT}p"))
            found.append((name, element.findtext(f"{DC}creator"), lines))
            words[name] = None
            if name in ends:
                words[name] = ""
                open_now.add(name)
        elif element.tag == f"{OFFICE}annotation-end":
            open_now.remove(element.get(f"{OFFICE}name"))
        elif element.tag in {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}:
            say(" ")
        else:
            say(element.text)
            for child in element:
                walk(child)
                say(child.tail)

    ends = {end.get(f"{OFFICE}name"): end for end in body.iter(f"{OFFICE}annotation-end")}
    walk(body)
    assert not open_now
    return [Seen(author, lines, words[name]) for name, author, lines in found]
