import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.errors import ReadError


def test_the_suffix_tells_the_format(tmp_path: Path, show: Callable[[Document], list[str]]) -> None:
    for name, fmt in {"a.txt": "txt", "b.MARKDOWN": "md", "c.Html": "html", "d.xhtml": "html", "e.text": "txt"}.items():
        path = tmp_path / name
        path.write_bytes("\ufeffEen zin.".encode())
        document = readers.read(path)
        assert (document.name, document.format, show(document)) == (str(path), fmt, ["alinea: Een zin."])
        assert path.suffix.lower() in readers.SUFFIXES


def test_text_without_a_file() -> None:
    assert readers.read_text("# Kop", format="md").blocks[0].text == "Kop"
    assert readers.read_text("Zin.").name == "tekst"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "leeg"),
        ("a.docx", b"", "leeg"),
        ("a.md", b" \r\n\t\n", "alleen spaties"),
        ("a.txt", b"\xef\xbb\xbf", "leeg"),
        ("a.txt", b"---\n***\n", "geen tekst"),
        ("a.html", b"<script>x</script>", "geen tekst"),
        ("a.html", b"<!--" * 50_000, "geen tekst"),
        ("a.md", b"<!-- niets -->", "geen tekst"),
        ("a.txt", b"a" * 10_000_001, "hoogstens 10 MB"),
        ("a.docx", b"a" * 50_000_001, "hoogstens 50 MB"),
        ("a.odt", b"a" * 50_000_001, "hoogstens 50 MB"),
        ("a.eml", b"a" * 50_000_001, "hoogstens 50 MB"),
        ("a.odt", b"", "leeg"),
        ("a.xlsx", b"PK", r"uitgang \.xlsx"),
        ("README", b"tekst", "Aan de naam"),
    ],
)
def test_bad_input_gives_one_clear_message(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for read in (lambda: readers.read(path), lambda: readers.read_bytes(data, name=name)):
        with pytest.raises(ReadError, match=words) as caught:
            read()
        message = str(caught.value)
        assert message.endswith(".")
        assert "\n" not in message


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="bestaat niet"):
        readers.read(tmp_path / "weg.txt")
    with pytest.raises(ReadError, match="een map"):
        readers.read(tmp_path)
    with pytest.raises(ReadError, match="gaat niet open"):
        readers.read(tmp_path / "a\0.txt")
    with pytest.raises(ReadError, match="gaat niet open"):
        readers.read(tmp_path / ("a" * 5000 + ".txt"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadError, match="geen gewoon bestand"):
        readers.read(tmp_path / "a.txt")


def test_no_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path = tmp_path / "a.txt"
    path.write_text("Zin.")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="mag dit bestand niet lezen"):
        readers.read(path)


def test_unknown_format_of_a_text() -> None:
    with pytest.raises(ReadError, match="'docx'"):
        readers.read_text("Zin.", format="docx")


def test_no_library_of_a_format_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys; from b1check.documents import readers; readers.read_text('Zin.');"
        "sys.exit(any(name in sys.modules for name in ('turbohtml', 'markdown_it', 'lxml', 'docx', 'spacy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
