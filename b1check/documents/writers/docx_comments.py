"""The parts of a Word file that hold its comments."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator

from lxml import etree

from b1check.documents.readers.docx import Package
from b1check.documents.readers.docx_styles import W
from b1check.documents.writers.notes import Note, Signature, flat, is_ours
from b1check.documents.writers.zipping import part

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIPS = f"{{{_PACKAGE}/relationships}}"
_TYPES = f"{{{_PACKAGE}/content-types}}"
_NO_LINKS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'
_TYPES_PART = "[Content_Types].xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

# What newer versions of Word keep about comments: who answers whom, what is settled, and lasting numbers.
_THREADS = ("/commentsExtended",)
_NUMBERS = ("/commentsIds",)
_MORE = ("/commentsExtensible",)

_BODY_STYLE, _MARK_STYLE = "annotation text", "annotation reference"
_SMALL = "20"
_TINY = "16"
"""Sizes of letters, in half points, where the file has no style for comments."""


class Comments:
    """The comments of a Word file.

    Args:
        package: the file; its parts are changed.
        signature: who adds comments.
    """

    def __init__(self, package: Package, signature: Signature) -> None:
        self._package = package
        self._signature = signature
        self._roots = {name: package.archive.xml(name) for name in dict.fromkeys(package.part_names("/comments"))}
        self._satellites = {
            name: package.archive.xml(name) for name in dict.fromkeys(package.part_names(*_THREADS, *_NUMBERS, *_MORE))
        }
        self._changed: set[str] = set()
        signs = package.body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
        used = [element.get(f"{W}id", "") for element in (*signs, *self._all())]
        self._last = max((int(number) for number in used if re.fullmatch("[0-9]{1,9}", number)), default=-1)
        self._styles = _styles(package)

    def clear(self, *, keep: Collection[str]) -> tuple[set[str], list[tuple[str, str]]]:
        """Take out the comments of the same author, but for those that somebody answered or settled.

        Args:
            keep: numbers of comments that stay in any case.

        Returns:
            The numbers of those that are gone, and number and text of those that stay.
        """
        settled = set(self._settled())
        gone: set[str] = set()
        kept: list[tuple[str, str]] = []
        marks: set[str] = set()
        for name, root in self._roots.items():
            for comment in root.findall(f"{W}comment"):
                number, text = comment.get(f"{W}id", ""), _text(comment)
                if not is_ours(comment.get(f"{W}author", ""), text, self._signature):
                    continue
                if number in keep or any(mark in settled for mark in _marks(comment)):
                    kept.append((number, text))
                    continue
                gone.add(number)
                marks.update(_marks(comment))
                root.remove(comment)
                self._changed.add(name)
        self._forget(marks)
        return gone, kept

    def add(self, note: Note) -> str:
        """Add a comment and return its number."""
        self._last += 1
        name = next(iter(self._roots), "") or self._new_part()
        comment = etree.SubElement(self._roots[name], f"{W}comment")
        for key, value in (
            ("id", str(self._last)),
            ("author", self._signature.author),
            ("date", f"{self._signature.moment}Z"),  # Word writes a Z too, and means the clock on the wall
            ("initials", self._signature.initials),
        ):
            comment.set(f"{W}{key}", value)
        for at, line in enumerate(note.text):
            self._line(comment, line, first=at == 0)
        self._changed.add(name)
        return str(self._last)

    def reference(self, number: str) -> etree._Element:
        """Return the run that stands in the text for comment ``number``."""
        run = etree.Element(f"{W}r")
        self._mark_look(run)
        etree.SubElement(run, f"{W}commentReference").set(f"{W}id", number)
        return run

    def parts(self) -> dict[str, bytes]:
        """Return the parts that changed, by name."""
        roots = self._roots | self._satellites
        made = {name: part(roots[name]) for name in roots if name in self._changed}
        new = [name for name in made if name not in self._package.archive]
        for name in new:
            made |= self._announced(name)
        return made

    def _all(self) -> Iterator[etree._Element]:
        for root in self._roots.values():
            yield from root.iter(f"{W}comment")

    def _settled(self) -> Iterator[str]:
        """Yield the marks of comments that have an answer, or that somebody called done."""
        for root in self._satellites.values():
            for element in root:
                about = {etree.QName(str(name)).localname: str(value) for name, value in element.attrib.items()}
                if about.get("done") in {"1", "true"}:
                    yield about.get("paraId", "")
                if parent := about.get("paraIdParent"):
                    yield parent
                    yield about.get("paraId", "")  # an answer of ours, from a program that signs with our name

    def _forget(self, marks: set[str]) -> None:
        """Take what newer versions of Word keep about comments that are gone out of its parts."""
        lasting: set[str] = set()
        for kinds, key in ((_THREADS, "paraId"), (_NUMBERS, "paraId"), (_MORE, "durableId")):
            for name in dict.fromkeys(self._package.part_names(*kinds)):
                root = self._satellites[name]
                for element in list(root):
                    about = {
                        etree.QName(str(attribute)).localname: str(value) for attribute, value in element.attrib.items()
                    }
                    if about.get(key) in (lasting if key == "durableId" else marks):
                        lasting.add(about.get("durableId", ""))
                        root.remove(element)
                        self._changed.add(name)

    def _new_part(self) -> str:
        folder = posixpath.dirname(self._package.main)
        names = (
            posixpath.join(folder, f"comments{number or ''}.xml")
            for number in range(len(self._package.archive.names()) + 1)
        )
        name = next(name for name in names if name not in self._package.archive)
        self._roots[name] = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        return name

    def _announced(self, name: str) -> dict[str, bytes]:
        """Return the parts that tell Word of a new part with comments."""
        archive = self._package.archive
        folder, file = posixpath.split(self._package.main)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        links = archive.xml(rels) if rels in archive else etree.fromstring(_NO_LINKS)
        taken = {link.get("Id", "") for link in links}
        free = next(free for number in range(1, len(taken) + 2) if (free := f"rId{number}") not in taken)
        link = etree.SubElement(links, f"{_RELATIONSHIPS}Relationship")
        for key, value in (("Id", free), ("Type", _KIND), ("Target", posixpath.basename(name))):
            link.set(key, value)
        types = archive.xml(_TYPES_PART)
        override = etree.SubElement(types, f"{_TYPES}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", _CONTENT_TYPE)
        return {rels: part(links), _TYPES_PART: part(types)}

    def _line(self, comment: etree._Element, text: str, *, first: bool) -> None:
        """Add a line; the first one is bold, and starts with the sign that Word puts there."""
        paragraph = etree.SubElement(comment, f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        style = self._styles.get(_BODY_STYLE)
        if style:
            etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
        else:
            spacing = etree.SubElement(properties, f"{W}spacing")
            for key, value in (("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")):
                spacing.set(f"{W}{key}", value)
        if first:
            mark = etree.SubElement(paragraph, f"{W}r")
            self._mark_look(mark)
            etree.SubElement(mark, f"{W}annotationRef")
        run = etree.SubElement(paragraph, f"{W}r")
        look = etree.SubElement(run, f"{W}rPr")
        if first:
            etree.SubElement(look, f"{W}b")
        if not style:
            etree.SubElement(look, f"{W}sz").set(f"{W}val", _SMALL)
        shown = etree.SubElement(run, f"{W}t")
        shown.text = text
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _mark_look(self, run: etree._Element) -> None:
        look = etree.SubElement(run, f"{W}rPr")
        if style := self._styles.get(_MARK_STYLE):
            etree.SubElement(look, f"{W}rStyle").set(f"{W}val", style)
        else:
            etree.SubElement(look, f"{W}sz").set(f"{W}val", _TINY)


def _styles(package: Package) -> dict[str, str]:
    """Return the ids of the styles for comments that the file has, by their name."""
    found = {}
    for name in package.part_names("/styles"):
        for style in package.archive.xml(name).iter(f"{W}style"):
            title = style.find(f"{W}name")
            if title is not None and (value := title.get(f"{W}val", "").lower()) in {_BODY_STYLE, _MARK_STYLE}:
                found[value] = style.get(f"{W}styleId", "")
    return found


def _text(comment: etree._Element) -> str:
    lines = ("".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.iter(f"{W}p"))
    return flat(" ".join(lines))


def _marks(comment: etree._Element) -> Iterator[str]:
    """Yield the marks by which newer versions of Word know a comment: those of its paragraphs."""
    for paragraph in comment.iter(f"{W}p"):
        if mark := paragraph.get(f"{_W14}paraId"):
            yield mark
