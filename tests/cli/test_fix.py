"""``b1check fix``: copies with fixes, and what it does with files and answers that are not as they should be."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from b1check.cli import fixing
from b1check.documents import readers

from .conftest import CLEAN, LETTER, Invoke

FIXED = "U moet het formulier invullen. Dat is niet moeilijk.\n"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ONE = ("--ook-controleren", "--select", "dient-te")
TWO_LETTERS = f"{LETTER}\nU dient ons te bellen.\n"
NOT_ROOT = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """The same letter in Word."""
    file = tmp_path / "brief.docx"
    document = docx.Document()
    document.add_paragraph(LETTER.strip())
    document.save(str(file))
    return file


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def word_text(file: Path) -> str:
    return readers.read(file).source.text


def test_a_copy_comes_beside_the_file(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    result = b1check("fix", *ONE, "brief.txt")
    assert result.exit_code == 0
    assert result.stdout == "brief.txt: 1 verbetering, in brief.b1.txt\n  regel 1: ‘dient’ wordt ‘moet’ (dient-te)\n"
    assert letter.read_text(encoding="utf-8") == LETTER
    assert (tmp_path / "brief.b1.txt").read_text(encoding="utf-8") == FIXED
    assert names(tmp_path) == ["brief.b1.txt", "brief.txt"]


def test_without_fixes_there_is_no_copy(b1check: Invoke, clean: Path, tmp_path: Path) -> None:
    result = b1check("fix", *ONE, "goed.txt")
    assert (result.exit_code, result.stdout) == (0, "goed.txt: niets te verbeteren\n")
    assert names(tmp_path) == ["goed.txt"]


def test_a_diff_changes_nothing(b1check: Invoke, letter: Path, clean: Path, tmp_path: Path) -> None:
    result = b1check("fix", *ONE, "--diff", "brief.txt", "goed.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        f"--- brief.txt\n+++ brief.txt\n@@ -1 +1 @@\n-{LETTER}+{FIXED}"  # both end with a line feed
    )
    assert names(tmp_path) == ["brief.txt", "goed.txt"]
    assert b1check("fix", *ONE, "--diff", "goed.txt").exit_code == 0


def test_a_diff_of_a_text_without_a_last_line_feed(b1check: Invoke, letter: Path) -> None:
    letter.write_bytes(LETTER.strip().encode())
    lines = b1check("fix", *ONE, "--diff", "brief.txt").stdout.splitlines()
    assert lines[3:] == [
        f"-{LETTER.strip()}",
        "\\ No newline at end of file",
        f"+{FIXED.strip()}",
        "\\ No newline at end of file",
    ]


def test_a_diff_can_have_colours(b1check: Invoke, letter: Path) -> None:
    assert "\x1b[31m-U dient" in b1check("fix", *ONE, "--diff", "--color", "altijd", "brief.txt").stdout
    assert "\x1b" not in b1check("fix", *ONE, "--diff", "brief.txt").stdout


def test_in_place_changes_the_file_and_keeps_its_rights(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    letter.write_bytes(LETTER.replace("\n", "\r\n").encode("utf-8-sig"))
    letter.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(letter)
    result = b1check("fix", *ONE, "--in-place", "link.txt")
    assert result.exit_code == 0
    assert letter.read_bytes() == FIXED.replace("\n", "\r\n").encode("utf-8-sig")
    assert letter.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert names(tmp_path) == ["brief.txt", "link.txt"]


def test_output_to_a_file_or_a_folder(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()
    (tmp_path / "in" / "diep").mkdir(parents=True)
    (tmp_path / "in" / "diep" / "b.txt").write_text(LETTER, encoding="utf-8")
    assert b1check("fix", *ONE, "--output", "nieuw.txt", "brief.txt").exit_code == 0
    assert b1check("fix", *ONE, "--output", "uit", "brief.txt", "in").exit_code == 0
    assert names(tmp_path) == ["brief.txt", "in/diep/b.txt", "nieuw.txt", "uit/brief.txt", "uit/diep/b.txt"]
    assert (tmp_path / "uit" / "diep" / "b.txt").read_text(encoding="utf-8") == FIXED


def test_a_file_that_is_there_stays(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    copy = tmp_path / "brief.b1.txt"
    copy.write_text("van mij", encoding="utf-8")
    result = b1check("fix", *ONE, "brief.txt")
    assert result.exit_code == 2
    assert result.stderr == (
        "brief.txt: brief.b1.txt bestaat al. Kies een andere naam bij --output. Of vervang het met --overwrite.\n"
    )
    assert copy.read_text(encoding="utf-8") == "van mij"
    assert b1check("fix", *ONE, "--overwrite", "brief.txt").exit_code == 0
    assert copy.read_text(encoding="utf-8") == FIXED


def test_a_folder_without_its_copies(b1check: Invoke, letter: Path, clean: Path, word: Path, tmp_path: Path) -> None:
    first = b1check("fix", *ONE, ".")
    assert first.exit_code == 0
    assert names(tmp_path) == ["brief.b1.docx", "brief.b1.txt", "brief.docx", "brief.txt", "goed.txt"]
    again = b1check("fix", *ONE, "--overwrite", ".")
    assert again.exit_code == 0
    assert names(tmp_path) == ["brief.b1.docx", "brief.b1.txt", "brief.docx", "brief.txt", "goed.txt"]
    named = b1check("fix", *ONE, "brief.b1.txt")
    assert named.stdout == "brief.b1.txt: niets te verbeteren\n"


def test_word_gets_tracked_changes(b1check: Invoke, word: Path, tmp_path: Path) -> None:
    result = b1check("fix", *ONE, "--change-date", "2026-03-05T09:30", "brief.docx")
    assert result.stdout.startswith("brief.docx: 1 verbetering als bijgehouden wijziging, in brief.b1.docx\n")
    copy = tmp_path / "brief.b1.docx"
    changes = docx.Document(str(copy)).element.body.xpath(".//w:ins | .//w:del")
    assert {change.get(f"{W}author") for change in changes} == {"b1check"}
    assert {change.get(f"{W}date") for change in changes} == {"2026-03-05T09:30:00Z"}
    assert word_text(copy) == FIXED.strip()
    data = copy.read_bytes()
    b1check("fix", *ONE, "--change-date", "2026-03-05T09:30", "--overwrite", "brief.docx")
    assert copy.read_bytes() == data


def test_word_can_get_the_new_text_at_once(b1check: Invoke, word: Path, tmp_path: Path) -> None:
    assert b1check("fix", *ONE, "--accept", "--in-place", "brief.docx").exit_code == 0
    document = docx.Document(str(word))
    assert document.element.body.xpath(".//w:ins | .//w:del") == []
    assert document.paragraphs[0].text == FIXED.strip()


def test_standard_input_goes_to_standard_output(b1check: Invoke, word: Path) -> None:
    result = b1check("fix", *ONE, "-", stdin=LETTER.replace("\n", "\r\n").encode())
    assert result.stdout_bytes == FIXED.replace("\n", "\r\n").encode()
    assert result.stderr == "tekst.txt: 1 verbetering\n"
    same = b1check("fix", *ONE, "-", stdin=CLEAN)
    assert (same.stdout, same.exit_code) == (CLEAN, 0)
    html = b1check("fix", *ONE, "-", "--stdin-name", "a.html", stdin=f"<p>{LETTER}</p>")
    assert html.stdout == f"<p>{FIXED}</p>"
    data = b1check("fix", *ONE, "-", "--stdin-name", "a.docx", stdin=word.read_bytes()).stdout_bytes
    assert len(docx.Document(io.BytesIO(data)).element.body.xpath(".//w:ins")) > 0
    assert b1check("fix", *ONE, "--diff", "-", stdin=LETTER).stdout.startswith("--- tekst.txt\n")


def test_bad_standard_input_gives_no_output(b1check: Invoke) -> None:
    for name, data in (("a.txt", b""), ("a.docx", b"PK"), ("a.odt", b"x")):
        result = b1check("fix", "-", "--stdin-name", name, stdin=data)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("answers", "text", "asked"),
    [
        ("j\nj\n", f"{FIXED}\nU moet ons bellen.\n", 2),
        ("n\nj\n", f"{LETTER}\nU moet ons bellen.\n", 2),
        ("nee\nJA\n", f"{LETTER}\nU moet ons bellen.\n", 2),
        ("a\n", f"{FIXED}\nU moet ons bellen.\n", 1),
        ("j\ns\n", f"{FIXED}\nU dient ons te bellen.\n", 2),
        ("j\n", f"{FIXED}\nU dient ons te bellen.\n", 2),
        ("wat\nj\nn\n", f"{FIXED}\nU dient ons te bellen.\n", 3),
        ("n\nn\n", None, 2),
        ("", None, 1),
    ],
)
def test_it_asks_about_each_fix(b1check: Invoke, tmp_path: Path, answers: str, text: str | None, asked: int) -> None:
    (tmp_path / "brief.txt").write_text(TWO_LETTERS, encoding="utf-8")
    result = b1check("fix", "--interactive", "--select", "dient-te", "brief.txt", stdin=answers)
    assert result.exit_code == 0
    assert result.stdout.count("Doen? j = ja, n = nee, a = alles in dit document, s = stop: ") == asked
    copy = tmp_path / "brief.b1.txt"
    assert (copy.read_text(encoding="utf-8") if copy.exists() else None) == text


def test_a_question_shows_the_sentence_before_and_after(b1check: Invoke, letter: Path) -> None:
    shown = b1check(
        "fix", "--interactive", "--select", "dient-te", "--color", "altijd", "brief.txt", stdin="j\n"
    ).stdout
    assert "brief.txt, 1:3  dient-te  " in shown
    assert "  was:    U \x1b[31mdient\x1b[0m het formulier " in shown
    assert "  wordt:  U \x1b[32mmoet\x1b[0m het formulier " in shown
    assert "Typ j, n, a of s." not in shown


def test_a_stop_goes_for_all_documents(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_text(LETTER, encoding="utf-8")
    result = b1check("fix", "--interactive", "--select", "dient-te", ".", stdin="s\n")
    assert result.stdout.count("Doen?") == 1
    assert result.stdout.endswith("ander.txt: niets verbeterd\n")
    assert "brief.txt" not in result.stdout
    assert names(tmp_path) == ["ander.txt", "brief.txt"]


def test_what_is_not_right_does_not_stop_the_others(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "kapot.docx").write_bytes(b"PK\x03\x04 en verder niets")
    (tmp_path / "leeg.txt").touch()
    (tmp_path / "brief.odt").write_bytes(b"x")
    (tmp_path / "mail.eml").write_bytes(b"x")
    result = b1check("fix", *ONE, "weg.txt", "kapot.docx", "leeg.txt", "brief.odt", "mail.eml", "brief.txt")
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["weg.txt", "kapot.docx", "leeg.txt", "brief.odt", "mail.eml"]
    assert "Dit bestand bestaat niet." in lines[0]
    assert "beschadigd" in lines[1]
    assert "In dit soort bestand kan b1check niets veranderen" in lines[3]
    assert lines[3].split(": ", 1)[1] == lines[4].split(": ", 1)[1]
    assert (tmp_path / "brief.b1.txt").read_text(encoding="utf-8") == FIXED


@NOT_ROOT
def test_a_folder_that_nobody_may_write_in(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        _assert_not_writable(b1check, tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_disk_that_takes_no_file(
    b1check: Invoke, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_settings: object) -> None:
        raise PermissionError

    monkeypatch.setattr(fixing.streams.tempfile, "mkstemp", refuse)
    _assert_not_writable(b1check, tmp_path)


def _assert_not_writable(b1check: Invoke, folder: Path) -> None:
    for extra in ((), ("--in-place",)):
        result = b1check("fix", *ONE, *extra, "brief.txt")
        assert result.exit_code == 2
        assert "is niet te maken. Kies met --output een map waarin u mag schrijven.\n" in result.stderr
        assert result.stdout == ""
    assert names(folder) == ["brief.txt"]
    assert (folder / "brief.txt").read_text(encoding="utf-8") == LETTER


def test_a_write_that_breaks_off_leaves_the_file_whole(
    b1check: Invoke, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    assert b1check("fix", *ONE, "--in-place", "brief.txt").exit_code == 2
    assert letter.read_text(encoding="utf-8") == LETTER
    assert names(tmp_path) == ["brief.txt"]


def test_a_file_that_changes_meanwhile_is_left_alone(
    b1check: Invoke, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fixing.fix

    def slow(*args: object, **settings: object) -> object:
        result = whole(*args, **settings)  # type: ignore[arg-type]
        letter.write_text("Iets heel anders.", encoding="utf-8")
        return result

    monkeypatch.setattr(fixing, "fix", slow)
    result = b1check("fix", *ONE, "--in-place", "brief.txt")
    assert result.exit_code == 2
    assert "Dit bestand is intussen veranderd." in result.stderr
    assert letter.read_text(encoding="utf-8") == "Iets heel anders."


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--diff", "--interactive", "brief.txt"), "Gebruik --diff of --interactive, niet allebei."),
        (("--in-place", "--output", "x.txt", "brief.txt"), "Gebruik --in-place of --output, niet allebei."),
        (("--in-place", "-"), "De optie --in-place kan niet bij -."),
        (("--interactive", "-"), "De optie --interactive kan niet bij -."),
        (("-", "brief.txt"), "Noem bij - geen andere bestanden of mappen."),
        (("--stdin-name", "a.txt", "brief.txt"), "De optie --stdin-name hoort bij het pad -."),
        (("--output", "weg/x.txt", "brief.txt"), "De map van weg/x.txt bestaat niet."),
        (("--output", "x.docx", "brief.txt"), "Kies bij --output een naam die eindigt op .txt, of een map."),
        (("--output", "x.txt", "brief.txt", "goed.txt"), "Dit is geen map. Maak eerst een map"),
        (("--change-date", "morgen", "brief.txt"), "morgen kan niet. Schrijf een dag zo: 2026-03-05."),
        (("--select", "bestaat-niet", "brief.txt"), "De regel of groep bestaat-niet bestaat niet."),
        ((), "Er ontbreekt iets: PAD"),
    ],
)
def test_wrong_use(
    b1check: Invoke, letter: Path, clean: Path, tmp_path: Path, args: tuple[str, ...], message: str
) -> None:
    result = b1check("fix", *args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert names(tmp_path) == ["brief.txt", "goed.txt"]


def test_the_settings_of_the_folder_count(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text('ignore = ["dient-te"]\n', encoding="utf-8")
    assert "dient-te" not in b1check("fix", "--ook-controleren", "--diff", "brief.txt").stdout
    (tmp_path / "b1check.toml").write_text('exclude = ["*.txt"]\n', encoding="utf-8")
    result = b1check("fix", "brief.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Overgeslagen, want dat staat bij exclude in uw instellingen: brief.txt.\n"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from b1check.cli import command\n"
        "command.main(['fix', '--help'], standalone_mode=False)\n"
        "print(sorted({'pydantic', 'spacy', 'numpy', 'lxml', 'turbohtml', 'markdown_it'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.startswith("Gebruik: ")
    assert out.splitlines()[-1] == "[]"
