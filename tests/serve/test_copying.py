"""A document as simple HTML, as text, and as a new Word file."""

from __future__ import annotations

import io

import docx as word
import pytest
from lxml import etree

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.serve import copying, fresh

_PAGE = """<h2>Uw aanvraag</h2>
<p>Wij hebben <b>uw brief</b> gelezen.<br>Dank u.</p>
<ul><li>Een punt &amp; nog wat</li><li>Twee</li></ul>
<table><tr><td>Bedrag</td><td>€ 5</td></tr><tr><td>Datum</td><td>1 mei</td></tr></table>
<p>Kijk op <a href="https://www.gemeente.example/x">onze pagina</a> of <a href="javascript:alert(1)">hier</a>.</p>
<blockquote><p>Een citaat.</p></blockquote>
"""


def _read(page: str = _PAGE) -> Document:
    return readers.read_text(page, format="html")


def test_simple_html_keeps_the_structure_and_nothing_else() -> None:
    assert copying.simple(_read()) == (
        "<h2>Uw aanvraag</h2>\n"
        "<p>Wij hebben <strong>uw brief</strong> gelezen.<br>Dank u.</p>\n"
        "<ul>\n<li>Een punt &amp; nog wat</li>\n<li>Twee</li>\n</ul>\n"
        "<table>\n<tr><td>Bedrag</td><td>€ 5</td></tr>\n<tr><td>Datum</td><td>1 mei</td></tr>\n</table>\n"
        '<p>Kijk op <a href="https://www.gemeente.example/x">onze pagina</a> of hier.</p>\n'
        "<blockquote><p>Een citaat.</p></blockquote>\n"
    )


def test_a_copy_reads_the_same() -> None:
    document = _read()
    again = _read(copying.simple(document))
    assert [(block.kind, block.text) for block in again.blocks] == [(one.kind, one.text) for one in document.blocks]


@pytest.mark.parametrize(
    "evil",
    [
        "<p>Een zin.<script>alert(1)</script></p>",
        "<p onclick='alert(1)'>Een <img src=x onerror=alert(1)> zin.</p>",
        "<p>Een &lt;script&gt;alert(1)&lt;/script&gt; zin.</p>",
        "<p>Een <svg onload=alert(1)><text>plaatje</text></svg> zin.</p>",
        '<p>Een <a href="data:text/html,<script>alert(1)</script>">zin</a>.</p>',
        "<style>p { background: url(https://x.example) }</style><p style='color: red'>Een zin.</p>",
        '<p>Een <a href="https://x.example/&quot; onmouseover=&quot;alert(1)">zin</a>.</p>',
    ],
)
def test_nothing_in_a_copy_runs_or_fetches(evil: str) -> None:
    parsed = etree.HTML(f"<div>{copying.simple(_read(evil))}</div>")
    elements = [element for element in parsed.iter() if isinstance(element.tag, str)]
    assert {element.tag for element in elements} <= {"html", "body", "div", "p", "a", "strong", "br"}
    assert {name for element in elements for name in element.attrib} <= {"href"}
    assert all(str(element.get("href", "https://")).startswith("https://") for element in elements)


def test_plain_text() -> None:
    text = copying.plain(_read("<p>Een zin.</p><ul><li>Een</li><li>Twee</li></ul><p>Slot.</p>"))
    assert text == "Een zin.\n\n- Een\n- Twee\n\nSlot.\n"


def test_a_new_word_file_reads_the_same() -> None:
    document = _read()
    again = readers.read_bytes(fresh.word_file(document), name="brief.docx")
    assert [(block.kind, block.text) for block in again.blocks] == [(one.kind, one.text) for one in document.blocks]
    assert [block.cell and block.cell.column for block in again.blocks] == [
        one.cell and one.cell.column for one in document.blocks
    ]
    bold = again.blocks[1]
    assert [bold.text[mark.start : mark.end] for mark in bold.marks] == ["uw brief"]


def test_the_same_text_gives_the_same_word_file() -> None:
    assert fresh.word_file(_read()) == fresh.word_file(_read())


def test_python_docx_opens_it() -> None:
    opened = word.Document(io.BytesIO(fresh.word_file(_read())))
    assert [paragraph.style.name for paragraph in opened.paragraphs][:4] == [
        "Heading 2",
        "Normal",
        "List Paragraph",
        "List Paragraph",
    ]
    assert [cell.text for row in opened.tables[0].rows for cell in row.cells] == ["Bedrag", "€ 5", "Datum", "1 mei"]
