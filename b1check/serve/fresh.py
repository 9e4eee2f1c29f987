"""A new Word file from a text that came in another form: headings, paragraphs, lists, tables and bold words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from b1check.documents.document import Block, BlockKind, Document, MarkKind
from b1check.reporters.html.view import TextBlock
from b1check.serve.copying import shown

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LEVELS = 6
_SIZES = (36, 30, 26, 24, 22, 22)
"""Of headings, in half points."""

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_MAIN}.numbering+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_OF_DOCUMENT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
)
_NUMBERING = (
    f'{_HEAD}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="454" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def word_file(document: Document) -> bytes:
    """Return ``document`` as a new Word file; of the same document it is always the same file."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{''.join(_body(document))}{_PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": _OF_DOCUMENT,
        "word/styles.xml": _styles(),
        "word/numbering.xml": _NUMBERING,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>'
    "</w:sectPr>"
)


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in enumerate(_SIZES, 1)
    )
    return (
        f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="nl-NL"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f'{headings}<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="60"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:ind w:left="454"/></w:pPr></w:style></w:styles>'
    )


def _body(document: Document) -> Iterator[str]:
    blocks = iter(document.blocks)
    for group in shown(document).groups:
        own = {one.id: next(blocks) for one in group.blocks}
        if group.kind == BlockKind.TABLE_CELL and (rows := group.rows):
            yield _table(rows, own)
        else:
            yield from (_paragraph(own[one.id], keeps_lines=one.keeps_lines) for one in group.blocks)


def _table(rows: Iterable[tuple[tuple[TextBlock, ...], ...]], own: dict[str, Block]) -> str:
    cells = (
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
            f"{''.join(_paragraph(own[one.id], keeps_lines=True) for one in cell) or '<w:p/>'}</w:tc>"
            for cell in row
        )
        for row in rows
    )
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    look = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{look}{inside}</w:tbl>"


def _paragraph(block: Block, *, keeps_lines: bool) -> str:
    return f"<w:p>{_look(block)}{''.join(_runs(block, keeps_lines=keeps_lines))}</w:p>"


def _look(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return f'<w:pPr><w:pStyle w:val="Heading{min(max(block.level, 1), _LEVELS)}"/></w:pPr>'
    if block.kind is BlockKind.LIST_ITEM:
        numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return f'<w:pPr><w:pStyle w:val="ListParagraph"/>{numbered}</w:pPr>'
    return '<w:pPr><w:pStyle w:val="Quote"/></w:pPr>' if block.kind is BlockKind.QUOTE else ""


def _runs(block: Block, *, keeps_lines: bool) -> Iterator[str]:
    strong = [mark for mark in block.marks if mark.kind is MarkKind.STRONG]
    edges = sorted({0, len(block.text), *(edge for mark in strong for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        layout = "<w:rPr><w:b/></w:rPr>" if any(one.start <= start and end <= one.end for one in strong) else ""
        for at, line in enumerate(block.text[start:end].split("\n")):
            if at:
                yield "<w:r><w:br/></w:r>" if keeps_lines else '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
            if line:
                yield f'<w:r>{layout}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>'
