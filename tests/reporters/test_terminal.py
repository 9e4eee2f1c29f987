from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from b1check import Config, Report, Run, Severity
from b1check.explanations import rule_file
from b1check.reporters.style import Style
from b1check.reporters.terminal import View, render, render_document, render_totals
from b1check.reporters.text import width

EXPECTED = """\
brieven/wmo.txt
────────────────────────────────────────────────────────────────────────────────

  regel 1, kolom 1    fout    lange-zin
    │ Naar aanleiding van uw aanvraag van 16 februari 2026 hebben wij besloten
    │ aan u een … Wet maatschappelijke ondersteuning 2015.
    Deze zin heeft 27 woorden.

  regel 1, kolom 118  let-op  voorzetseluitdrukking
    … toe te kennen op grond van de Wet maatschappelijke ondersteuning 2015.
                    ^^^^^^^^^^^^
    ‘op grond van’ is een lange uitdrukking.
    Schrijf: volgens, door

  regel 12, kolom 5   tip     lijdende-vorm
    Dat wordt betaald.
        ^^^^^
    Hier staat niet wie iets doet.

  hele tekst          let-op  bezwaar
    Er staat niet hoe de lezer bezwaar maakt.

  Score 43 van 100 (tussen 36 en 50): waarschijnlijk te moeilijk

                         gemeten               doel  punten
  gemiddelde zinslengte  20,2 woorden            12   -24,8
  zinsbouw                4,0 per 100 woorden     0   -12,0

  Doe dit eerst:
  1. Lange zin (1 keer, in regel 1): +4,5 punten
  2. Lijdende vorm (6 keer, vanaf regel 12): +2,0 punten

  Goed om te weten: De afbeeldingen zijn niet gelezen.

"""


def plain(columns: int = 80, **options: object) -> View:
    return View(Style(columns), **options)  # type: ignore[arg-type]


def test_a_document_in_plain_text(report: Report) -> None:
    assert render_document(report, plain()) == EXPECTED


def test_a_run_ends_with_totals(run: Run) -> None:
    assert render(run, plain()).endswith(
        "4 opmerkingen in 1 document: 1 fout, 2 let-op, 1 tip.\nNiet gecontroleerd: 1 bestand of map.\n"
    )


def test_a_run_without_documents_says_only_what_was_not_checked(run: Run) -> None:
    assert render_totals(replace(run, documents=()), plain()) == "Niet gecontroleerd: 1 bestand of map.\n"


def test_nothing_found(run: Run, report: Report) -> None:
    clean = replace(report, findings=(), improvements=(), notes=())
    assert "  Geen opmerkingen.\n" in render_document(clean, plain())
    assert render_totals(replace(run, documents=(clean,), problems=()), plain()) == (
        "Geen opmerkingen in 1 document.\n"
    )


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_findings_stay_within_the_width(report: Report, columns: int) -> None:
    text = render_document(replace(report, score=None, no_score="Geen score."), plain(columns))
    assert max(map(width, text.splitlines())) <= columns


def test_colour_changes_nothing_but_the_marks(report: Report) -> None:
    colored = render_document(report, View(Style(80, color=True)))
    without = re.sub(r"\x1b\[[\d;]*m", "", colored)
    marks = re.compile(r"^ *\^+\n", re.MULTILINE)
    assert without == marks.sub("", render_document(report, plain()))
    assert "\x1b[4;33mop grond van\x1b[0m" in colored


def test_plain_output_holds_no_escapes(run: Run) -> None:
    assert "\x1b" not in render(run, plain())


def test_the_name_of_a_rule_is_a_link_to_its_file_where_links_are_on(report: Report) -> None:
    file = rule_file("lange-zin")
    assert file
    assert file.is_file()
    link = f"\x1b]8;;{file.as_uri()}\x1b\\lange-zin\x1b]8;;\x1b\\"
    assert link in render_document(report, View(Style(80, links=True)))
    assert "\x1b]8" not in render_document(report, View(Style(80, color=True)))


def test_a_rule_without_a_file_is_no_link() -> None:
    assert Style(links=True).rule_link("bestaat-niet", "naam") == "naam"


def test_the_rules_of_a_pack_are_links_too() -> None:
    pack = Path(__file__).resolve().parents[1] / "packs" / "voorbeeldstad"
    style = Style(links=True).knowing(Config(packs=(str(pack),)))
    assert f"{pack.as_uri()}/" in style.rule_link("marktwoord", "naam")
    assert Style(links=True).rule_link("marktwoord", "naam") == "naam"
    assert Style().knowing(Config(packs=(str(pack),))).rule_link("marktwoord", "naam") == "naam"


def test_lighter_findings_are_hidden_and_counted(run: Run) -> None:
    text = render(run, plain(min_severity=Severity.FOUT))
    assert "lange-zin" in text
    assert "kolom 1    let-op" not in text
    assert "Niet getoond, want lichter dan fout: 3.\n" in text


def test_a_document_with_only_lighter_findings_says_so(report: Report) -> None:
    tips = tuple(finding for finding in report.findings if finding.severity is Severity.TIP)
    text = render_document(replace(report, findings=tips), plain(min_severity=Severity.FOUT))
    assert "Geen opmerkingen van niveau fout of zwaarder." in text


def with_tips(report: Report, tips: int) -> Report:
    """Return ``report`` with its 3 heavier findings and ``tips`` tips."""
    heavier = tuple(finding for finding in report.findings if finding.severity is not Severity.TIP)
    return replace(report, findings=heavier + repeated(report, tips).findings)


def test_tips_are_folded_when_there_are_more_than_25_findings(report: Report) -> None:
    many = with_tips(report, 23)
    text = render_document(many, plain())
    assert "  tip  " not in text
    assert "lange-zin" in text
    assert "  + nog 23 tips. Laat ze zien met --min-severity tip.\n\n  Score 43" in text
    assert "Niet getoond" not in render_totals(Run("0.1.0", "b1check 0.1.0", (many,)), plain())
    assert "  + nog" not in render_document(with_tips(report, 22), plain(max_per_rule=0))


def test_tips_are_not_folded_for_who_says_what_to_show(report: Report) -> None:
    text = render_document(with_tips(report, 23), plain(min_severity=Severity.TIP, max_per_rule=0))
    assert text.count("lijdende-vorm\n") == 23
    assert "+ nog" not in text
    assert "+ nog" not in render_document(with_tips(report, 23), plain(min_severity=Severity.LET_OP))


def test_one_folded_tip_and_a_document_with_nothing_else(report: Report) -> None:
    heavier = replace(report, findings=(report.findings[0],) * 25 + (report.findings[2],))
    assert "  + nog 1 tip. Laat die zien met --min-severity tip.\n" in render_document(heavier, plain())
    text = render_document(repeated(report, 26), plain())
    assert "  Geen opmerkingen van niveau let-op of zwaarder.\n\n  + nog 26 tips." in text


def repeated(report: Report, times: int) -> Report:
    tip = next(finding for finding in report.findings if finding.severity is Severity.TIP)
    return replace(report, findings=tuple(replace(tip, line=line) for line in range(1, times + 1)))


def test_a_rule_shows_five_findings_and_where_the_others_are(report: Report) -> None:
    text = render_document(repeated(report, 8), plain())
    assert text.count("lijdende-vorm\n") == 5
    assert "+ nog 3 keer lijdende-vorm, in regel 6, 7 en 8\n" in text
    assert "+ nog" not in render_document(repeated(report, 5), plain())


def test_all_findings_on_request(report: Report) -> None:
    text = render_document(repeated(report, 8), plain(max_per_rule=0))
    assert text.count("lijdende-vorm\n") == 8
    assert "+ nog" not in text


def test_the_reason_is_given_when_there_is_no_score(report: Report) -> None:
    text = render_document(replace(report, score=None, no_score="Geen score: te weinig tekst."), plain())
    assert "  Geen score: te weinig tekst.\n" in text
    assert "  1. Lange zin (1 keer, in regel 1)\n" in text


def test_a_word_file_counts_paragraphs(report: Report) -> None:
    text = render_document(replace(report, line_word="alinea"), plain())
    assert "alinea 12, kolom 5" in text
    assert "vanaf alinea 12" in text


def test_a_rule_that_failed_is_told(report: Report) -> None:
    text = render_document(replace(report, errors=("De regel x werkte niet: KeyError.",)), plain())
    assert "  Er ging iets mis: De regel x werkte niet: KeyError.\n" in text


def test_the_band_stays_between_0_and_100(report: Report) -> None:
    assert report.score
    low = replace(report, score=replace(report.score, value=3.0))
    assert "Score 3 van 100 (tussen 0 en 10)" in render_document(low, plain())


def test_what_a_text_holds_cannot_steer_the_terminal(report: Report) -> None:
    evil = replace(
        report.findings[1], text="op\x1b[2J", sentence="Dat is op\x1b[2J \u202egrond.", message="\x1b]0;x\x07"
    )
    text = render_document(replace(report, name="a\x1b[31m.txt", findings=(evil,)), plain())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)


def test_a_suggestion_that_the_message_gives_is_not_repeated(report: Report) -> None:
    same = replace(report.findings[1], message="Dit is formeel. Schrijf: moet.", suggestions=("moet",))
    other = replace(same, suggestions=("moe",))
    assert "    Schrijf: moe\n" in render_document(replace(report, findings=(other,)), plain())
    assert render_document(replace(report, findings=(same,)), plain()).count("Schrijf") == 1


def test_long_suggestions_get_a_line_each(report: Report) -> None:
    ways = ("Stuur het formulier terug, en doe dat voor 1 mei", "Wilt u het formulier voor 1 mei terugsturen?")
    text = render_document(replace(report, findings=(replace(report.findings[1], suggestions=ways),)), plain())
    assert text.count("    Schrijf: ") == 2
