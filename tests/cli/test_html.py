"""``b1check check --format html`` and ``--mask``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from b1check.reporters import AT_FILES

Invoke = Callable[..., Result]
PERSONAL = "Indien u vragen heeft, bel 06-12345678 of mail naar j.smit@voorbeeld.nl. Uw BSN is 123456782.\n"


def test_a_report_in_a_file(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    result = b1check("check", letter.name, "--format", "html", "--output", "rapport.html", "--fail-on", "let-op")
    assert (result.exit_code, result.stdout) == (1, "")
    page = (tmp_path / "rapport.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>\n")
    assert "Dat is niet moeilijk." in page and "<title>brief.txt · Rapport van b1check</title>" in page


def test_a_report_on_the_screen_of_what_comes_in(b1check: Invoke) -> None:
    result = b1check("check", "-", "--format", "html", "--stdin-name", "mail.md", stdin="# Kop\n\nIndien u belt.\n")
    assert result.exit_code == 0
    assert ">Indien" in result.stdout and "<title>mail.md" in result.stdout


def test_one_page_for_all_documents_also_when_one_cannot_be_read(
    b1check: Invoke, letter: Path, clean: Path, tmp_path: Path
) -> None:
    (tmp_path / "leeg.txt").write_bytes(b"")
    result = b1check("check", ".", "--format", "html", "--output", "rapport.html")
    assert result.exit_code == 2
    page = (tmp_path / "rapport.html").read_text(encoding="utf-8")
    assert "2 documenten" in page and "leeg.txt" in page
    assert page.count('<article class="document"') == 2


def test_lighter_remarks_can_be_left_out(b1check: Invoke, letter: Path) -> None:
    page = b1check("check", letter.name, "--format", "html", "--min-severity", "fout").stdout
    assert "Er zijn geen opmerkingen." in page


@pytest.mark.parametrize("form", ["html", "json", "terminal"])
def test_no_report_tells_what_is_hidden(b1check: Invoke, tmp_path: Path, form: str) -> None:
    (tmp_path / "brief 123456782.txt").write_text(PERSONAL, encoding="utf-8")
    shown = b1check("check", "brief 123456782.txt", "--format", form, "--mask").stdout
    assert "•••" in shown
    assert not [secret for secret in ("123456782", "12345678", "j.smit", "voorbeeld.nl") if secret in shown]
    assert "123456782" in b1check("check", "brief 123456782.txt", "--format", form).stdout


@pytest.mark.parametrize("form", sorted(AT_FILES))
def test_what_is_put_at_files_keeps_their_names(b1check: Invoke, tmp_path: Path, form: str) -> None:
    (tmp_path / "zaak 111222333").mkdir()
    (tmp_path / "zaak 111222333" / "brief.txt").write_text(PERSONAL, encoding="utf-8")
    plain, masked = (b1check("check", ".", "--format", form, *more).stdout for more in ((), ("--mask",)))
    shown = re.sub("zaak(?:%20| )111222333", "", masked)
    assert masked.count("111222333") == plain.count("111222333") > 0
    assert "•••" in shown
    assert not [secret for secret in ("123456782", "12345678", "j.smit", "voorbeeld.nl") if secret in shown]


def test_the_name_of_a_file_that_cannot_be_read_is_hidden_too(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "BSN 123456782.txt").write_bytes(b"")
    shown = b1check("check", ".", "--format", "html", "--mask").stdout
    assert "BSN •••••••••.txt" in shown and "123456782" not in shown


def test_a_masked_report_has_the_same_remarks_at_the_same_places(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text(PERSONAL, encoding="utf-8")

    def found(*options: str) -> list[tuple[str, int, int]]:
        run = json.loads(b1check("check", "brief.txt", "--format", "json", *options).stdout)
        return [(one["rule"], one["span"]["start"], one["span"]["end"]) for one in run["documents"][0]["findings"]]

    assert found() == found("--mask") != []


def test_timing_does_not_change_the_page(b1check: Invoke, letter: Path) -> None:
    plain = b1check("check", letter.name, "--format", "html").stdout
    assert b1check("check", letter.name, "--format", "html", "--timing").stdout == plain
