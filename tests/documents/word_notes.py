"""Word files with footnotes and endnotes, which python-docx does not make."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

_KINDS = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}


def reference(number: int, kind: str = "footnote") -> str:
    """The sign in the text for a note."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def add_notes(word: WordDocument, *paragraphs: str, kind: str = "footnote") -> None:
    """Add a part with notes 1, 2 ..., each of one paragraph with this XML, behind the line that Word puts first."""
    line = f'<w:{kind} w:id="0" w:type="separator"><w:p><w:r><w:t>streep</w:t></w:r></w:p></w:{kind}>'
    notes = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{xml}</w:p></w:{kind}>'
        for number, xml in enumerate(paragraphs, 1)
    )
    content = f"<w:{kind}s {nsdecls('w')}>{line}{notes}</w:{kind}s>".encode()
    form = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), form, content, word.part.package)
    word.part.relate_to(part, _KINDS[kind])
