from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from b1check import Checker, Report, Run
from b1check.cli import output
from b1check.documents.document import Document

from .conftest import LETTER, Invoke

ONE = ("--select", "dient-te")


def test_it_shows_the_words_the_reason_and_the_way_out(b1check: Invoke, letter: Path) -> None:
    result = b1check("check", *ONE, "brief.txt")
    assert result.stdout.startswith("brief.txt\n────")
    assert "  regel 1, kolom 3  let-op  dient-te\n    U dient het formulier in te vullen.\n      ^^^^^" in result.stdout
    assert "Geen score: " in result.stdout
    assert result.stdout.endswith("1 opmerking in 1 document: 1 let-op.\n")
    assert result.stderr == ""


@pytest.mark.parametrize(("level", "code"), [("fout", 0), ("let-op", 1), ("tip", 1), ("nooit", 0)])
def test_the_fail_level_decides_the_exit_code(b1check: Invoke, letter: Path, level: str, code: int) -> None:
    assert b1check("check", *ONE, "--fail-on", level, "brief.txt").exit_code == code


def test_the_config_has_a_fail_level_for_each_folder(b1check: Invoke, tmp_path: Path) -> None:
    for name, level in (("streng", "tip"), ("mild", "fout")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "b1check.toml").write_text(f'fail-on = "{level}"\nselect = ["dient-te"]\n', encoding="utf-8")
        (tmp_path / name / "brief.txt").write_text(LETTER, encoding="utf-8")
    assert b1check("check", "mild").exit_code == 0
    assert b1check("check", "mild", "streng").exit_code == 1


def test_nothing_found_is_exit_code_0(b1check: Invoke, clean: Path) -> None:
    result = b1check("check", *ONE, "--fail-on", "tip", "goed.txt")
    assert result.exit_code == 0
    assert "Geen opmerkingen.\n" in result.stdout


def test_what_cannot_be_read_does_not_stop_the_others(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").touch()
    result = b1check("check", *ONE, "leeg.txt", "weg.txt", "brief.pdf", "brief.txt")
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["leeg.txt", "weg.txt", "brief.pdf"]
    assert "dient-te" in result.stdout
    assert "Niet gecontroleerd: 3 bestanden of mappen." in result.stdout


def test_a_folder_without_documents(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    result = b1check("check", "map")
    assert result.exit_code == 2
    assert result.stderr.startswith("map: In deze map staan geen documenten.")
    assert len(result.stderr.splitlines()) == 1


def test_json_is_the_run(b1check: Invoke, letter: Path) -> None:
    result = b1check("check", *ONE, "--format", "json", "brief.txt", "weg.txt")
    run = TypeAdapter(Run).validate_json(result.stdout)
    assert [report.name for report in run.documents] == ["brief.txt"]
    assert [problem.name for problem in run.problems] == ["weg.txt"]
    assert run.documents[0].findings[0].rule == "dient-te"
    assert run.pipeline.startswith("b1check ")
    assert result.exit_code == 2


def test_json_leaves_lighter_findings_out_on_request(b1check: Invoke, letter: Path) -> None:
    result = b1check("check", *ONE, "--format", "json", "--min-severity", "fout", "--fail-on", "tip", "brief.txt")
    assert json.loads(result.stdout)["documents"][0]["findings"] == []
    assert result.exit_code == 1


def test_the_report_can_go_to_a_file(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    shown = b1check("check", *ONE, "brief.txt").stdout
    result = b1check("check", *ONE, "--output", "rapport.txt", "brief.txt")
    assert result.stdout == ""
    # A file has no terminal to be as wide as; the line under the name is all that may differ here.
    assert (tmp_path / "rapport.txt").read_text(encoding="utf-8").splitlines()[2:] == shown.splitlines()[2:]
    b1check("check", *ONE, "--output", "rapport.json", "--format", "json", "brief.txt")
    assert json.loads((tmp_path / "rapport.json").read_bytes())["documents"]


def test_a_report_that_cannot_be_written_leaves_nothing_behind(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    result = b1check("check", *ONE, "--output", "weg/rapport.txt", "brief.txt")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Kies een andere bij --output." in result.stderr
    (tmp_path / "map").mkdir()
    result = b1check("check", *ONE, "--output", "map", "brief.txt")
    assert result.exit_code == 2
    assert result.stderr == "Het bestand map is niet te maken. Kies een andere map of naam bij --output.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.txt", "map"]


def test_text_from_standard_input(b1check: Invoke) -> None:
    result = b1check("check", *ONE, "-", stdin=LETTER)
    assert result.stdout.startswith("tekst.txt\n")
    html = b1check("check", *ONE, "-", "--stdin-name", "web/pagina.html", stdin=f"<p>{LETTER}</p>")
    assert html.stdout.startswith("web/pagina.html\n")
    assert "regel 1, kolom 6" in html.stdout


def test_empty_standard_input(b1check: Invoke) -> None:
    result = b1check("check", "-", stdin="")
    assert result.exit_code == 2
    assert result.stderr.startswith("tekst.txt: ")


def test_select_takes_lists_and_groups_and_beats_the_config(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text("[rules.dient-te]\non = false\n", encoding="utf-8")
    assert "dient-te" not in b1check("check", "--ignore", "zinnen", "brief.txt").stdout
    assert "dient-te" in b1check("check", "--select", "lange-zin, dient-te", "brief.txt").stdout
    assert "dient-te" in b1check("check", "--select", "zinnen", "--select", "dubbelzinnig", "brief.txt").stdout
    assert "dient-te" in b1check("check", "--no-config", *ONE, "brief.txt").stdout


def test_ignore_comes_on_top_of_the_config(b1check: Invoke, letter: Path) -> None:
    assert "dient-te" not in b1check("check", "--select", "dubbelzinnig", "--ignore", "dient-te", "brief.txt").stdout


def test_a_config_by_name(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "anders.toml").write_text('ignore = ["dient-te"]\n', encoding="utf-8")
    assert "dient-te" not in b1check("check", "--config", "anders.toml", "brief.txt").stdout
    assert "bestaat niet" in b1check("check", "--config", "weg.toml", "brief.txt").stderr


@pytest.mark.parametrize("text", ["onbekend = 1", "fail-on = 'erg'", "geen toml", 'select = ["weg"]'])
def test_a_wrong_config_is_one_line(b1check: Invoke, letter: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "b1check.toml").write_text(text, encoding="utf-8")
    result = b1check("check", "brief.txt")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1


def test_excluded_files_are_passed_over_also_when_named(
    b1check: Invoke, letter: Path, clean: Path, tmp_path: Path
) -> None:
    (tmp_path / "b1check.toml").write_text('exclude = ["brief.*"]\n', encoding="utf-8")
    assert "1 document" in b1check("check", ".").stdout
    named = b1check("check", "brief.txt")
    assert (named.exit_code, named.stdout) == (0, "")
    assert named.stderr == "Overgeslagen, want dat staat bij exclude in uw instellingen: brief.txt.\n"


def test_a_folder_of_which_all_is_excluded_is_as_a_named_file(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "archief").mkdir()
    (tmp_path / "archief" / "brief.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "b1check.toml").write_text('exclude = ["archief"]\n', encoding="utf-8")
    folder, file = b1check("check", "archief"), b1check("check", "archief/brief.txt")
    assert (folder.exit_code, folder.stdout) == (file.exit_code, file.stdout)
    assert folder.stderr == file.stderr.replace("archief/brief.txt", "archief")
    assert file.stderr.startswith("Overgeslagen, want dat staat bij exclude in uw instellingen: archief/brief.txt.\n")
    assert folder.exit_code == 0
    assert len(folder.stderr.splitlines()) == 1
    assert json.loads(b1check("check", "archief", "--format", "json").stdout)["documents"] == []


def test_the_settings_in_the_readme_work(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (settings,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "b1check.toml").write_text(settings, encoding="utf-8")
    result = b1check("check", "brief.txt")
    assert (result.exit_code, result.stderr) == (1, "")


def test_tips_are_folded_in_a_document_with_many_findings(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text('[rules.dient-te]\nseverity = "tip"\n', encoding="utf-8")
    (tmp_path / "lang.txt").write_text(LETTER * 26, encoding="utf-8")
    folded = b1check("check", *ONE, "lang.txt").stdout
    assert "  + nog 26 tips. Laat ze zien met --min-severity tip.\n" in folded
    assert "  tip  " not in folded
    shown = b1check("check", *ONE, "--min-severity", "tip", "lang.txt").stdout
    assert "tips." not in shown
    assert "  tip  " in shown
    whole = json.loads(b1check("check", *ONE, "--format", "json", "lang.txt").stdout)
    assert len(whole["documents"][0]["findings"]) == 26


def test_quiet_shows_only_the_totals(b1check: Invoke, letter: Path) -> None:
    assert b1check("check", *ONE, "--quiet", "brief.txt").stdout == "1 opmerking in 1 document: 1 let-op.\n"


def test_colours_on_request(b1check: Invoke, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in b1check("check", *ONE, "brief.txt").stdout
    assert "\x1b[" in b1check("check", *ONE, "--color", "altijd", "brief.txt").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in b1check("check", *ONE, "brief.txt").stdout
    assert "\x1b" not in b1check("check", *ONE, "--color", "nooit", "brief.txt").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in b1check("check", *ONE, "brief.txt").stdout


def test_each_report_is_shown_before_the_next_document_is_checked(
    b1check: Invoke, letter: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    whole = Checker.check_document

    def check(self: Checker, document: Document, **options: Any) -> Report:
        events.append(f"check {document.name}")
        return whole(self, document, **options)

    monkeypatch.setattr(Checker, "check_document", check)
    monkeypatch.setattr(output, "_show", lambda text: events.append(f"show {text.splitlines()[0]}"))
    b1check("check", *ONE, "brief.txt", "goed.txt")
    assert events[:4] == ["check brief.txt", "show brief.txt", "check goed.txt", "show goed.txt"]


def test_a_fault_of_ours_in_one_document_does_not_stop_the_others(
    b1check: Invoke, letter: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Checker.check_document

    def fail(self: Checker, document: Document, **options: Any) -> Report:
        if document.name == "goed.txt":
            raise KeyError("lemma")
        return whole(self, document, **options)

    monkeypatch.setattr(Checker, "check_document", fail)
    result = b1check("check", *ONE, "goed.txt", "brief.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("goed.txt: Er ging iets mis in b1check (KeyError: 'lemma').")
    assert len(result.stderr.splitlines()) == 1
    assert "dient-te" in result.stdout
    assert "Traceback" in b1check("check", *ONE, "--verbose", "goed.txt").stderr
