"""What a letter asks of its reader, in the report; and what the user can tell about the letter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Invoke

LETTER = """\
Datum: 3 maart 2026
Onderwerp: uw aanvraag is niet compleet

Beste mevrouw Bakker,

Uw aanvraag is niet compleet. Stuur ons vóór 1 april 2026 een kopie van uw paspoort.
Mail de kopie naar info@zandwijk.nl.
Doet u dat niet? Dan behandelen wij uw aanvraag niet.

Met vriendelijke groet,

Sam de Boer
"""


@pytest.fixture
def request_for_papers(tmp_path: Path) -> Path:
    file = tmp_path / "brief.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


def letter_of(b1check: Invoke, *args: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(b1check("check", "--format", "json", *args).stdout)["documents"][0]
    letter: dict[str, Any] = report["letter"]
    return letter


def test_the_report_tells_in_four_lines_what_the_reader_must_do(b1check: Invoke, request_for_papers: Path) -> None:
    shown = b1check("check", str(request_for_papers)).stdout

    assert "Soort document: herstelverzuim." in shown
    assert "Wat moet de lezer doen? Stuur ons vóór 1 april 2026 een kopie van uw paspoort" in shown
    assert "Voor wanneer? vóór 1 april 2026" in shown
    assert "info@zandwijk.nl" in shown.partition("Hoe?")[2].splitlines()[0]
    assert "Dan behandelen wij uw aanvraag niet" in shown.partition("En anders?")[2]
    assert "Duidelijk voor de lezer:" in shown


def test_every_quote_in_the_json_is_what_stands_at_its_place(b1check: Invoke, request_for_papers: Path) -> None:
    letter = letter_of(b1check, str(request_for_papers))
    quotes = [quote for quote in letter["action"].values() if quote] + [due["quote"] for due in letter["deadlines"]]

    assert letter["date"] == "2026-03-03"
    assert letter["deadlines"][0]["date"] == "2026-03-31"
    for quote in quotes:
        assert LETTER[quote["span"]["start"] : quote["span"]["end"]] == quote["text"]


def test_the_user_can_say_what_sort_of_document_it_is(
    b1check: Invoke, request_for_papers: Path, tmp_path: Path
) -> None:
    assert letter_of(b1check, "--type", "aanmaning", str(request_for_papers))["type"] == "aanmaning"
    (tmp_path / "b1check.toml").write_text('[documents]\n"brief.*" = "herinnering"\n', encoding="utf-8")
    assert letter_of(b1check, str(request_for_papers))["type"] == "herinnering"


def test_a_term_counts_from_the_day_that_the_user_gives(b1check: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text(
        "Beste mevrouw Bakker,\n\nStuur ons binnen 2 weken na de datum van deze brief een kopie.\n", encoding="utf-8"
    )

    assert letter_of(b1check, str(file))["deadlines"][0]["date"] is None
    assert letter_of(b1check, "--date", "2026-03-03", str(file))["deadlines"][0]["date"] == "2026-03-17"


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--type", "aanmanin", "Bedoelt u aanmaning?"), ("--date", "3 maart", "Schrijf een dag zo: 2026-03-05.")],
)
def test_a_wrong_value_is_told(b1check: Invoke, request_for_papers: Path, option: str, value: str, told: str) -> None:
    result = b1check("check", option, value, str(request_for_papers))

    assert result.exit_code == 2
    assert told in result.output


def test_a_page_has_no_action_and_no_checklist(b1check: Invoke, tmp_path: Path) -> None:
    page = tmp_path / "pagina.md"
    page.write_text("# Paspoort\n\nU kunt een paspoort aanvragen. Dat kost € 80.\n", encoding="utf-8")
    letter = letter_of(b1check, str(page))

    assert letter["action"] is None
    assert letter["checklist"] == []
