from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from b1check.discovery import discover
from b1check.globs import matches


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.docx",
        "C.HTML",
        "sub/mail.EML",
        "sub/open.odt",
        "sub/z.md",
        "sub/deep/y.htm",
        "plaatje.png",
        ".verborgen/x.txt",
        ".verborgen.txt",
        "node_modules/pakket/readme.md",
        "__pycache__/x.txt",
        "venv/x.txt",
        "~$a.docx",
        ".~lock.a.docx#",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Tekst.", encoding="utf-8")
    return tmp_path


def names(files: tuple[Path, ...], root: Path) -> list[str]:
    return [file.relative_to(root).as_posix() for file in files]


def test_a_folder_gives_its_documents_sorted(folder: Path) -> None:
    found = discover([folder])
    assert names(found.files, folder) == [
        "C.HTML",
        "a.docx",
        "b.txt",
        "sub/deep/y.htm",
        "sub/mail.EML",
        "sub/open.odt",
        "sub/z.md",
    ]
    assert found.problems == ()


def test_named_files_stay_in_their_order_and_come_once(folder: Path) -> None:
    found = discover([folder / "b.txt", folder / "a.docx", folder, folder / "sub" / ".." / "b.txt"])
    assert names(found.files, folder)[:3] == ["b.txt", "a.docx", "C.HTML"]
    assert len(found.files) == 7


def test_a_named_folder_may_be_hidden(folder: Path) -> None:
    assert names(discover([folder / ".verborgen"]).files, folder) == [".verborgen/x.txt"]


def test_a_file_that_is_not_there_is_left_to_its_reader(tmp_path: Path) -> None:
    assert discover([tmp_path / "weg.txt"]).files == (tmp_path / "weg.txt",)


def test_lock_files_are_passed_over_also_when_named(folder: Path) -> None:
    assert discover([folder / "~$a.docx", folder / "a.docx"]).files == (folder / "a.docx",)


@pytest.mark.parametrize("name", ["leeg", "node_modules/leeg"])
def test_a_folder_without_documents_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir(parents=True)
    found = discover([tmp_path])
    assert found.files == ()
    assert [problem.name for problem in found.problems] == [str(tmp_path)]
    assert "geen documenten" in found.problems[0].message


def test_texts_that_cannot_be_read_are_told(folder: Path) -> None:
    for name in ("oud.DOC", "sub/mac.pages", "uit/oud.doc", ".verborgen/oud.doc", "~$oud.doc"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    found = discover([folder, folder / "sub"], excluded=lambda path: path.name == "uit")
    assert names(found.unread, folder) == ["oud.DOC", "sub/mac.pages"]
    assert found.problems == ()
    assert not {"oud.DOC", "mac.pages"} & {file.name for file in found.files}
    assert discover([folder / "oud.DOC"]).unread == ()  # its reader says it


def test_excluded_paths_are_passed_over_also_when_named(folder: Path) -> None:
    found = discover([folder, folder / "b.txt"], excluded=lambda path: path.name in {"b.txt", "sub"})
    assert names(found.files, folder) == ["C.HTML", "a.docx"]


def test_a_folder_of_which_all_is_excluded_is_no_problem(folder: Path) -> None:
    found = discover([folder / "sub"], excluded=lambda path: path != folder / "sub")
    assert (found.files, found.problems) == ((), ())


def test_links_in_a_circle_do_no_harm(folder: Path) -> None:
    try:
        (folder / "sub" / "rond").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("no symlinks here")
    assert len(discover([folder]).files) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise on Windows")
def test_a_closed_folder_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = folder / "sub"
    iterate = Path.iterdir

    def refuse(path: Path) -> object:
        if path == closed:
            raise PermissionError
        return iterate(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = discover([folder])
    assert names(found.files, folder) == ["C.HTML", "a.docx", "b.txt"]
    assert [(problem.name, "niet lezen" in problem.message) for problem in found.problems] == [(str(closed), True)]


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("archief", "archief/2019/a.txt", True),
        ("archief/", "brieven/archief/a.txt", True),
        ("archief", "archieven/a.txt", False),
        ("*.html", "site/a.html", True),
        ("site/*.html", "site/a.html", True),
        ("site/*.html", "site/sub/a.html", False),
        ("site/**/*.html", "site/sub/deep/a.html", True),
        ("site/**/*.html", "site/a.html", True),
        ("site/**", "site/a.html", True),
        ("brief?.txt", "brief1.txt", True),
        ("brief?.txt", "brief10.txt", False),
        ("./concept/a.txt", "concept/a.txt", True),
        ("concept\\a.txt", "concept/a.txt", True),
        ("a+b.txt", "a+b.txt", True),
        ("a.b", "a-b", False),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, path: str, fits: bool) -> None:
    assert matches(tmp_path / path, [pattern], root=tmp_path) is fits


def test_what_stands_above_the_root_does_not_count(tmp_path: Path) -> None:
    root = tmp_path / "archief" / "project"
    assert not matches(root / "a.txt", ["archief"], root=root)
    assert not matches(tmp_path / "archief" / "x" / "y" / "a.txt", ["archief"], root=root)


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="for this user no folder is closed")
def test_a_folder_that_gives_only_its_names_is_closed(folder: Path) -> None:
    (folder / "sub").chmod(0o444)
    found = discover([folder, folder / "sub" / "z.md"])
    (folder / "sub").chmod(0o755)
    assert names(found.files, folder) == ["C.HTML", "a.docx", "b.txt"]
    assert [Path(problem.name).name for problem in found.problems] == ["sub", "z.md"]


def test_a_folder_that_disappears_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    iterdir = Path.iterdir

    def gone(self: Path) -> Iterator[Path]:
        if self.name == "sub":
            raise FileNotFoundError
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", gone)
    found = discover([folder])
    assert names(found.files, folder) == ["C.HTML", "a.docx", "b.txt"]
    assert found.problems == ()
