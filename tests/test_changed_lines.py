"""What changed, asked of real git in folders made for the test."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check import Finding, Severity, Span
from b1check.changed_lines import Change, Changes, since, touched
from b1check.documents import readers
from b1check.errors import ChangesError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a fresh repository with one commit, whatever the settings of this machine."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)

    def run(*arguments: str) -> str:
        names = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
        command = ["git", "-C", str(tmp_path), *names, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    run("init")
    (tmp_path / "brief.txt").write_text("Een.\n\nTwee.\n\nDrie.\n", encoding="utf-8")
    run("add", ".")
    run("commit", "-m", "Begin")
    return run


def put(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def test_nothing_changed(git: Git, tmp_path: Path) -> None:
    assert since("main", tmp_path).files == {}
    assert since("HEAD", tmp_path).of(tmp_path / "brief.txt") is None


def test_lines_that_changed_came_and_went(git: Git, tmp_path: Path) -> None:
    file = put(tmp_path, "brief.txt", "Een.\n\nTwee of meer.\nNog een.\n\n")
    assert since("HEAD", tmp_path).of(file) == Change(lines=(range(3, 5),), seams=(5,))


def test_a_new_file_is_new_whether_git_knows_it_or_not(git: Git, tmp_path: Path) -> None:
    known, unknown, ignored = (put(tmp_path, name, "Een.\n") for name in ("a.txt", "map/b.txt", "c.txt"))
    put(tmp_path, ".gitignore", "c.txt\n")
    git("add", "a.txt")
    changes = since("HEAD", tmp_path)
    assert changes.of(known) == changes.of(unknown) == Change(whole=True)
    assert changes.of(ignored) is None


def test_another_name_alone_is_no_change_and_with_other_words_only_those_are(git: Git, tmp_path: Path) -> None:
    text = "".join(f"Dit is zin {number}.\n" for number in range(1, 9))
    put(tmp_path, "oud.txt", text)
    git("add", ".")
    git("commit", "-m", "Nog een")
    git("mv", "oud.txt", "nieuw.txt")
    assert since("HEAD", tmp_path).of(tmp_path / "nieuw.txt") is None
    file = put(tmp_path, "nieuw.txt", text.replace("zin 5", "zin 5 of 6"))
    assert since("HEAD", tmp_path).of(file) == Change(lines=(range(5, 6),))


@pytest.mark.parametrize(
    "name",
    [
        "met spatie.txt",
        "ü 😀.txt",
        'a"b\\c.txt',
        "tab\tregel\neind.txt",
        "-p.txt",
        "+++ b/x.txt",
        "map/@@ -1 +1 @@.txt",
    ],
)
def test_any_name_of_a_file(git: Git, tmp_path: Path, name: str) -> None:
    file = put(tmp_path, name, "Een.\nTwee.\n")
    git("add", "--", name)
    git("commit", "-m", "Nog een")
    put(tmp_path, name, "Een.\nTwee of meer.\n")
    assert since("HEAD", tmp_path).of(file) == Change(lines=(range(2, 3),))


def test_text_that_looks_like_a_patch_is_text(git: Git, tmp_path: Path) -> None:
    trap = "++ b/ander.txt\n@@ -1,9 +1,9 @@\ndiff --git a/x b/x\n-- a\n"
    file = put(tmp_path, "brief.txt", f"Een.\n\nTwee.\n\nDrie.\n{trap}")
    assert since("HEAD", tmp_path).files == {Path("brief.txt"): Change(lines=(range(6, 10),))}
    git("add", ".")
    git("commit", "-m", "Trap")
    put(tmp_path, "brief.txt", "Een.\n\nTwee.\n\nDrie.\n")
    assert since("HEAD", tmp_path).of(file) == Change(seams=(5,))


def test_what_git_does_not_compare_by_line_changed_whole(git: Git, tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_bytes("Een.\n".encode("utf-16"))
    assert since("HEAD", tmp_path).of(file) == Change(whole=True)
    put(tmp_path, ".gitattributes", "*.md -diff\n")
    page = put(tmp_path, "pagina.md", "Een.\n")
    git("add", ".")
    git("commit", "-m", "Nog een")
    put(tmp_path, "pagina.md", "Twee.\n")
    assert since("HEAD", tmp_path).of(page) == Change(whole=True)


def test_settings_of_git_do_not_change_what_we_read(git: Git, tmp_path: Path) -> None:
    for key, value in (
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
        ("diff.renames", "false"),
        ("diff.relative", "true"),
        ("core.quotePath", "false"),
        ("diff.context", "9"),
        ("diff.interHunkContext", "9"),
        ("diff.algorithm", "histogram"),
    ):
        git("config", key, value)
    file = put(tmp_path, "brief.txt", "Een of meer.\n\nTwee.\n\nDrie of meer.\n")
    (tmp_path / "map").mkdir()
    assert since("HEAD", tmp_path / "map").of(file) == Change(lines=(range(1, 2), range(5, 6)))


def test_it_is_about_what_changed_here_and_not_on_the_other_branch(git: Git, tmp_path: Path) -> None:
    git("checkout", "-b", "tak")
    git("checkout", "main")
    put(tmp_path, "brief.txt", "Eentje.\n\nTwee.\n\nDrie.\n")
    git("commit", "-am", "Verder op main")
    git("checkout", "tak")
    file = put(tmp_path, "brief.txt", "Een.\n\nTwee.\n\nDrietje.\n")
    git("commit", "-am", "Verder op de tak")
    assert since("main", tmp_path).of(file) == Change(lines=(range(5, 6),))


@pytest.mark.parametrize("ref", ["weg", "--output=x", "-p", "", "HEAD~9", "a b", "HEAD:brief.txt", "a\0b"])
def test_what_git_does_not_know_is_told_in_dutch(git: Git, tmp_path: Path, ref: str) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ChangesError, match="is niet te vinden in git"):
        since(ref, tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_two_histories_without_a_shared_beginning(git: Git, tmp_path: Path) -> None:
    git("checkout", "--orphan", "los")
    git("commit", "-m", "Ander begin")
    with pytest.raises(ChangesError, match="geen gedeeld begin"):
        since("main", tmp_path)


def test_a_folder_that_git_does_not_keep(tmp_path: Path) -> None:
    with pytest.raises(ChangesError, match="staat niet onder git"):
        since("main", tmp_path)


def test_a_machine_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ChangesError, match="is het programma git nodig"):
        since("main", tmp_path)


def test_a_file_elsewhere_is_refused(git: Git, tmp_path: Path) -> None:
    with pytest.raises(ChangesError, match="staat niet in de map die git bijhoudt"):
        since("HEAD", tmp_path).of(tmp_path.parent / "elders.txt")


def finding(block: int | None, **fields: object) -> Finding:
    values: dict[str, object] = {"text": "x", "line": 1, "column": 1, "block": block}
    return Finding("x", Severity.TIP, "Kan beter.", Span(0, 1), **(values | fields))  # type: ignore[arg-type]


TEXT = "# Kop\r\n\r\nEen zin\r\nover twee regels.\r\n\r\n- punt\r\n- punt\r\n"


@pytest.mark.parametrize(
    ("change", "blocks"),
    [
        (Change(lines=(range(1, 2),)), [0]),
        (Change(lines=(range(3, 4),)), [1]),
        (Change(lines=(range(4, 5),)), [1]),
        (Change(lines=(range(2, 3), range(5, 6))), []),
        (Change(lines=(range(4, 7),)), [1, 2]),
        (Change(seams=(3,)), [1]),
        (Change(seams=(0, 2, 4, 5, 7)), []),
        (Change(lines=(range(8, 20),)), []),
    ],
)
def test_a_changed_line_is_about_its_block(change: Change, blocks: list[int]) -> None:
    document = readers.read_text(TEXT, name="a.md", format="md")
    assert [block.text for block in document.blocks] == ["Kop", "Een zin\nover twee regels.", "punt", "punt"]
    findings = [finding(block) for block in range(4)]
    assert [found.block for found in touched([*findings, finding(None)], document, change)] == blocks


def test_the_other_side_of_a_contradiction_counts_too() -> None:
    document = readers.read_text(TEXT, name="a.md", format="md")
    other = TEXT.index("- punt")
    found = finding(0, elsewhere=(Span(other, other + 6),))
    assert touched([found], document, Change(lines=(range(6, 7),))) == (found,)
    assert touched([found], document, Change(lines=(range(3, 4),))) == ()


def test_in_a_file_that_changed_whole_or_has_no_lines_everything_counts() -> None:
    document = readers.read_text(TEXT, name="a.md", format="md")
    findings = (finding(None), finding(3))
    assert touched(findings, document, Change(whole=True)) == findings
    mail = readers.read_bytes(b"Subject: Dag\n\nEen.\n", name="a.eml")
    assert touched(findings, mail, Change(lines=(range(1, 2),))) == findings


@given(st.lists(st.sampled_from(["Een.", "Twee.", "Drie.", ""]), min_size=1, max_size=9), st.data())
def test_every_block_with_a_new_line_in_it_is_found(lines: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    text = "\n".join([*lines[:at], "Een nieuwe regel.", *lines[at:]])
    document = readers.read_text(text)
    (number,) = (index for index, block in enumerate(document.blocks) if "nieuwe" in block.text)
    change = Change(lines=(range(at + 1, at + 2),))
    assert [found.block for found in touched([finding(b) for b in range(len(document.blocks))], document, change)] == [
        number
    ]


def test_changes_are_found_by_the_path_behind_a_link_to_the_folder(git: Git, tmp_path: Path) -> None:
    file = put(tmp_path, "brief.txt", "Anders.\n")
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path, target_is_directory=True)
    changes: Changes = since("HEAD", link)
    assert changes.of(link / file.name) is not None
