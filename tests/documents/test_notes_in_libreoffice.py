"""Comments that we put in a file are still at their words after LibreOffice opened and saved it."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from b1check.documents import readers
from b1check.documents.document import BlockKind
from b1check.documents.writers import notes
from b1check.documents.writers.notes import Note, Signature
from b1check.findings import Span

from .note_signs import Seen, in_odt, in_word
from .word_notes import add_notes, reference

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice van LibreOffice is hier niet"),
]
_SIGNED = Signature(dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC))
_READ = {"docx": in_word, "odt": in_odt}
_ABOUT = [
    "Wij verzoeken u het gehele formulier in te vullen.",
    "verzoeken",
    "gehele",
    "alsnog",
    "de gehele uitleg",
    "bedrag",
    "Kop van",
    "punt",
    "deze link",
]
Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Let LibreOffice open a file and save it in a form, with a profile of its own."""
    home = tmp_path_factory.mktemp("libreoffice")

    def run(file: Path, form: str) -> Path:
        folder = tmp_path_factory.mktemp(form)
        command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", form]
        done = subprocess.run(
            [*command, "--outdir", str(folder), str(file)], capture_output=True, timeout=180, check=True
        )
        made = folder / f"{file.stem}.{form}"
        assert made.is_file(), done.stderr.decode()
        return made

    return run


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file with words in several runs, a link, a change, a table, a list and a comment of somebody else."""
    ns = nsdecls("w")
    document = docx.Document()
    document.add_heading("De Kop van de brief")
    paragraph = document.add_paragraph("Wij ver")
    paragraph.add_run("zoeken u het ge").bold = True
    paragraph.add_run("hele formulier in te vullen.")
    document.add_comment(paragraph.runs[1], text="Kijk hier nog naar.", author="Jan", initials="J")
    change = (
        "<w:ins w:id='90' w:author='Jan' w:date='2026-01-01T00:00:00Z'><w:r><w:t>moet alsnog komen</w:t></w:r></w:ins>"
    )
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {ns}><w:r><w:t xml:space='preserve'>U </w:t></w:r>{change}</w:p>"))
    link = "<w:hyperlink w:anchor='x'><w:r><w:t>Lees hier deze link eens</w:t></w:r></w:hyperlink>"
    body.insert(len(body) - 1, parse_xml(f"<w:p {ns}>{link}<w:r><w:t>.</w:t></w:r></w:p>"))
    document.add_paragraph("een punt van de lijst", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "de gehele uitleg"
    table.cell(0, 1).text = "het bedrag erbij"
    body.insert(len(body) - 1, parse_xml(f"<w:p {ns}><w:r><w:t>Zie de wet.</w:t></w:r>{reference(1)}</w:p>"))
    add_notes(document, "<w:r><w:t xml:space='preserve'> Artikel 4 van de wet.</w:t></w:r>")
    document.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    stream = io.BytesIO()
    document.save(stream)
    file = tmp_path_factory.mktemp("brief") / "brief.docx"
    file.write_bytes(stream.getvalue())
    return file


def _annotated(file: Path) -> Path:
    data = file.read_bytes()
    document = readers.read_bytes(data, name=file.name)
    source = document.source.text
    made = [Note("Score 62 van 100", ("Doe dit eerst: iets.",))]
    for words in _ABOUT:
        at = source.index(words)
        made.append(Note(f"Over {words}", ("Schrijf iets anders.",), Span(at, at + len(words)), words))
    noted = notes.put(data, document, made, _SIGNED)
    assert (noted.placed, noted.beside) == (len(_ABOUT), 0)
    target = file.with_name(f"opmerkingen{file.suffix}")
    target.write_bytes(noted.data)
    return target


def _ours(seen: list[Seen]) -> dict[str, str | None]:
    return {one.title: one.words for one in seen if one.author == "b1check"}


_EXPECTED = {"Score 62 van 100": None} | {f"Over {words}": words for words in _ABOUT}


@pytest.mark.parametrize("start", ["docx", "odt"])
@pytest.mark.parametrize("through", ["docx", "odt"])
def test_every_comment_is_still_at_its_words(letter: Path, convert: Convert, start: str, through: str) -> None:
    file = letter if start == "docx" else convert(letter, start)
    annotated = _annotated(file)
    assert _ours(_READ[start](annotated.read_bytes())) == _EXPECTED
    saved = convert(annotated, through)
    seen = _READ[through](saved.read_bytes())
    assert _ours(seen) == _EXPECTED
    assert [one.lines for one in seen if one.author == "Jan"] == [("Kijk hier nog naar.",)]
    again = notes.put(saved.read_bytes(), readers.read(saved), [], _SIGNED)
    assert [one.author for one in _READ[through](again.data)] == ["Jan"]


@pytest.mark.parametrize("start", ["docx", "odt"])
def test_the_letter_prints_as_before(letter: Path, convert: Convert, start: str) -> None:
    file = letter if start == "docx" else convert(letter, start)
    before, after = (readers.read(convert(one, "pdf")).source.text for one in (file, _annotated(file)))
    assert before == after


def test_footnotes_margins_and_tables_read_the_same_in_both_forms(letter: Path, convert: Convert) -> None:
    ours, theirs = (readers.read(file).blocks for file in (letter, convert(letter, "odt")))
    assert [(block.kind, block.text) for block in ours[-2:]] == [
        (BlockKind.FOOTNOTE, "Artikel 4 van de wet."),
        (BlockKind.MARGIN, "Gemeente Voorbeeld"),
    ]
    assert [(block.kind, block.text, block.cell) for block in theirs] == [
        (block.kind, block.text, block.cell) for block in ours
    ]
