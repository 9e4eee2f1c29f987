"""Remarks that a writer switches off in the text: they do not show, they count, and they stay in the report."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path
from typing import Never

import docx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import b1check
from b1check import Checker, Config, Finding, Report, Span
from b1check.cli import command
from b1check.documents.writers.edits import apply
from b1check.report import Run
from b1check.reporters import json as json_report
from b1check.reporters import terminal
from b1check.rulebook.match import PerBlock

ABOUT_OFF = ("uitgezet-zonder-reden", "uitgezet-onbekend", "uitgezet-overbodig")
WORD = "formeel-verbindingswoord"
HARD = "Indien u vragen hebt, kunt u ons bellen."


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def _rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("txt", f"[b1check uit: {WORD} - vaste tekst]\n{HARD}\n\n{HARD}\n"),
        ("md", f"<!-- b1check uit: {WORD} - vaste tekst -->\n{HARD}\n\n{HARD}\n"),
        ("html", f"<p>{HARD} <!-- b1check uit: woorden - vaste tekst --></p><p>{HARD}</p>"),
    ],
)
def test_it_holds_for_one_block(format: str, text: str, checker: Checker) -> None:
    report = checker.check_text(text, format=format)
    assert _rules(report) == [WORD]
    assert report.findings[0].span.start == text.rindex("Indien")
    (off,) = report.suppressed
    assert (off.finding.rule, off.finding.span.start, off.reason, off.line) == (
        WORD,
        text.index("Indien"),
        "vaste tekst",
        1,
    )
    assert "b1check uit" in text[off.span.start : off.span.end]


def test_it_can_hold_for_the_whole_text(checker: Checker) -> None:
    text = f"{HARD}\n\n{HARD}\n\n[b1check uit in deze tekst: {WORD} - vaste tekst]\n"
    report = checker.check_text(text)
    assert (_rules(report), len(report.suppressed)) == ([], 2)


def test_a_remark_about_the_whole_text_only_goes_off_for_the_whole_text(checker: Checker) -> None:
    letter = "Beste mevrouw Jansen,\n\n@U krijgt een kaart van ons.\n\nMet vriendelijke groet,\nGemeente Zandwijk\n"
    assert "contact-ontbreekt" in _rules(checker.check_text(letter.replace("@", "")))
    here = checker.check_text(letter.replace("@", "[b1check uit: contact-ontbreekt - staat op de kaart]\n"))
    assert "contact-ontbreekt" in _rules(here)
    (idle,) = [finding for finding in here.findings if finding.rule == "uitgezet-overbodig"]
    assert "Schrijf: b1check uit in deze tekst." in idle.message
    whole = letter.replace("@", "[b1check uit in deze tekst: contact-ontbreekt - staat op de kaart]\n")
    assert not {"contact-ontbreekt", *ABOUT_OFF} & set(_rules(checker.check_text(whole)))


def test_what_is_wrong_with_switching_off_is_told_at_the_comment(checker: Checker) -> None:
    text = (
        f"<!-- b1check uit: {WORD} -->\n{HARD}\n\n"
        "<!-- b1check uit: lange-zinn, lange-zin - zo is de wet -->\nU kunt bellen.\n"
    )
    report = checker.check_text(text, format="md")
    assert [(one.rule, str(one.severity), one.line) for one in report.findings] == [
        ("uitgezet-zonder-reden", "let-op", 1),
        ("uitgezet-onbekend", "let-op", 4),
        ("uitgezet-overbodig", "tip", 4),
    ]
    assert "Bedoelt u lange-zin?" in report.findings[1].message
    assert report.findings[2].message == "Er is hier geen opmerking van lange-zin. Haal die naam weg."
    assert report.findings[0].text == f"<!-- b1check uit: {WORD} -->"


def test_a_name_that_is_far_from_all_of_ours_gets_no_guess(checker: Checker) -> None:
    report = checker.check_text("<!-- b1check uit: uitgezet-zonder-reden - zomaar -->\nU kunt bellen.\n", format="md")
    (finding,) = (one for one in report.findings if one.rule == "uitgezet-onbekend")
    assert finding.message == "‘uitgezet-zonder-reden’ is geen naam van een regel die u zo kunt uitzetten."


_TEXT = "Dit is nu gewone tekst. Het zet niets uit."


@pytest.mark.parametrize(
    ("format", "text", "found", "advice"),
    [
        ("txt", "b1check uit:\nU kunt bellen.", "b1check uit:", "[b1check uit: naam van de regel - uw reden]"),
        ("txt", "b1check uit\nU kunt bellen.", "b1check uit", "[b1check uit: naam van de regel - uw reden]"),
        ("txt", "Hallo.\n [b1check uit: lange-zin\n", "[b1check uit: lange-zin", "[b1check uit: lange-zin - uw reden]"),
        (
            "txt",
            "B1check uit in deze tekst: lange-zin - wet. ",
            "B1check uit in deze tekst: lange-zin - wet.",
            "[b1check uit in deze tekst: lange-zin - wet]",
        ),
        (
            "md",
            "[b1check uit: lange-zin - wet]\n",
            "[b1check uit: lange-zin - wet]",
            "<!-- b1check uit: lange-zin - wet -->",
        ),
        ("html", "<p>b1check uit: x, y</p>", "b1check uit: x, y", "<!-- b1check uit: x, y - uw reden -->"),
    ],
)
def test_words_in_the_text_itself_switch_nothing_off_and_b1check_says_what_to_write(
    checker: Checker, format: str, text: str, found: str, advice: str
) -> None:
    text = f"{text}\n\n<p>U kunt bellen.</p>"
    report = checker.check_text(text, format=format)
    (finding,) = (one for one in report.findings if one.rule == "uitgezet-onbekend")
    assert finding.text == found
    assert finding.message == f"{_TEXT} Schrijf op een eigen regel ‘{advice}’."
    right = checker.check_text(text.replace(found, advice), format=format)
    assert _TEXT not in " ".join(one.message for one in right.findings)


def test_in_word_the_words_belong_in_a_comment_and_in_a_mail_nowhere(checker: Checker) -> None:
    word = docx.Document()
    word.add_paragraph("b1check uit: lange-zin - wet")
    stream = io.BytesIO()
    word.save(stream)
    for data, name, advice in (
        (stream.getvalue(), "brief.docx", "maak een opmerking met ‘b1check uit: lange-zin - wet’."),
        (b"Subject: Uw kaart\n\nb1check uit: lange-zin - wet\n", "mail.eml", "bij ignore in uw instellingen."),
    ):
        report = checker.check_bytes(data, name=name)
        (finding,) = (one for one in report.findings if one.rule == "uitgezet-onbekend")
        assert finding.message.startswith(_TEXT)
        assert finding.message.endswith(advice)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("txt", "b1check uit lange-zin is fout."),
        ("txt", "Zet er b1check uit: lange-zin bij."),
        ("txt", "b1check uitgezet: 3 maart"),
        ("md", "`b1check uit: lange-zin`"),
        ("md", "    b1check uit: lange-zin"),
    ],
)
def test_a_sentence_about_b1check_and_an_example_are_no_slip(checker: Checker, format: str, text: str) -> None:
    assert "uitgezet-onbekend" not in _rules(checker.check_text(f"{text}\n\nU kunt bellen.", format=format))


def test_these_remarks_cannot_be_switched_off_in_the_text_but_in_the_settings_they_can() -> None:
    text = "[b1check uit in deze tekst: uitgezet-onbekend, uitgezet-zonder-reden]\nU kunt bellen."
    assert _rules(Checker().check_text(text)) == ["uitgezet-onbekend", "uitgezet-zonder-reden"]
    ignoring = Checker(Config(ignore=ABOUT_OFF))
    assert _rules(ignoring.check_text(text)) == []


@pytest.mark.parametrize("config", [Config(ignore=("lange-zin",)), Config(select=("uitgezet-overbodig", WORD))])
def test_what_a_rule_that_does_not_run_would_find_nobody_knows(config: Config) -> None:
    text = "[b1check uit: lange-zin, zinnen - zo is de wet]\nU kunt bellen."
    assert "uitgezet-overbodig" not in _rules(Checker(config).check_text(text))


def test_nor_what_a_rule_that_fails_would_find(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_view: object) -> Never:
        raise ValueError("stuk")

    checker = Checker()
    rules = tuple(
        dataclasses.replace(rule, detection=PerBlock(fail)) if rule.name == "lange-zin" else rule
        for rule in checker.rules
    )
    monkeypatch.setattr(checker, "rules", rules)
    report = checker.check_text("[b1check uit: lange-zin - zo is de wet]\nU kunt bellen.")
    assert (_rules(report), len(report.errors)) == ([], 1)


def test_a_rule_of_a_pack_has_a_name_too() -> None:
    pack = Path(__file__).parent / "packs" / "voorbeeldstad"
    text = "[b1check uit: marktwoord, afspraken - zo heet het]\nLees het marktreglement."
    assert "uitgezet-onbekend" not in _rules(Checker(Config(packs=(str(pack),))).check_text(text))
    assert "uitgezet-onbekend" in _rules(Checker().check_text(text))


def test_the_words_of_a_reason_say_nothing_to_the_rules(checker: Checker) -> None:
    page = "<main><h1>Openingstijden</h1>@<p>U kunt bij ons langskomen.</p></main>"
    without = checker.check_text(page.replace("@", ""), format="html")
    reason = f"<!-- b1check uit: {WORD} - maandag 9.00 tot 17.00 uur, bel 14 0123 of info@zandwijk.example -->"
    with_reason = checker.check_text(page.replace("@", reason), format="html")
    assert [rule for rule in _rules(with_reason) if rule not in ABOUT_OFF] == _rules(without)


def test_a_fix_that_is_switched_off_is_not_applied(tmp_path: Path) -> None:
    text = f"[b1check uit: {WORD} - vaste tekst]\n{HARD}\n\n{HARD}\n"
    fixed = b1check.fix(text)
    assert fixed.text == f"[b1check uit: {WORD} - vaste tekst]\n{HARD}\n\n{HARD.replace('Indien', 'Als')}\n"
    assert [one.finding.rule for one in fixed.after.suppressed] == [WORD]


def _letter(comment: str, *, author: str = "Jansen") -> bytes:
    word = docx.Document()
    word.add_paragraph("Beste lezer,")
    paragraph = word.add_paragraph()
    first, second = paragraph.add_run("Indien"), paragraph.add_run(" u vragen hebt, kunt u ons te allen tijde bellen.")
    assert second.text
    word.add_comment([first], text=comment, author=author)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_in_word_a_comment_switches_off_and_stays_when_the_letter_is_fixed(tmp_path: Path, checker: Checker) -> None:
    data = _letter(f"b1check uit: {WORD} – vaste tekst")
    report = checker.check_bytes(data, name="brief.docx")
    assert WORD not in _rules(report)
    (off,) = report.suppressed
    assert (off.finding.text, off.reason, off.line) == ("Indien", "vaste tekst", 2)
    assert WORD in _rules(checker.check_bytes(_letter("Klopt dit?"), name="brief.docx"))
    (tmp_path / "brief.docx").write_bytes(data)
    fixed = b1check.fix_file(tmp_path / "brief.docx")
    assert fixed.text.endswith("Indien u vragen hebt, kunt u ons altijd bellen.")
    again = checker.check_bytes(fixed.write(), name="brief.docx")
    assert [one.finding.rule for one in again.suppressed] == [WORD]


def test_compare_counts_what_is_open(tmp_path: Path) -> None:
    old, new = tmp_path / "oud.txt", tmp_path / "nieuw.txt"
    old.write_text(f"{HARD}\n", encoding="utf-8")
    new.write_text(f"[b1check uit: {WORD} - vaste tekst]\n{HARD}\n", encoding="utf-8")
    (change,) = b1check.compare_files(old, new).rules
    assert (change.rule, change.old, change.new, change.gone) == (WORD, 1, 0, 1)


def test_the_command_tells_and_does_not_fail(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text(f"[b1check uit: {WORD} - vaste tekst]\n{HARD}\n", encoding="utf-8")
    result = CliRunner().invoke(command, ["check", str(file), "--fail-on", "tip"])
    assert result.exit_code == 0
    assert "1 opmerking uitgezet in de tekst." in result.output
    file.write_text(f"{HARD}\n", encoding="utf-8")
    result = CliRunner().invoke(command, ["check", str(file), "--fail-on", "tip"])
    assert result.exit_code == 1
    assert "uitgezet" not in result.output


def test_the_report_holds_them_as_data(checker: Checker) -> None:
    report = checker.check_text(f"[b1check uit: {WORD} - vaste tekst]\n{HARD}\n\n[b1check uit: {WORD} - ook]\n{HARD}")
    run = Run("0", "p", (report,))
    assert '"reason": "vaste tekst"' in json_report.render(run)
    shown = terminal.render(run, terminal.View())
    assert "  2 opmerkingen uitgezet in de tekst.\n" in shown
    assert report.improvements == ()


def test_switching_off_has_a_place_for_every_remark_except_about_switching_off(checker: Checker) -> None:
    text = f"# Uw kaart\n\n{HARD}\n\n- {HARD}\n\n<!-- b1check uit: lange-zin -->\nU kunt bellen.\n"
    for finding in checker.check_text(text, format="md").findings:
        edit = b1check.switch_off(text, finding, format="md", reason="wet")
        if finding.rule in ABOUT_OFF:
            assert edit is None
        else:
            assert edit is not None
            after = checker.check_text(apply(text, [edit]), format="md")
            assert (finding.rule, finding.text) in [(one.finding.rule, one.finding.text) for one in after.suppressed]


# -- the page for writers

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "uitzetten.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", ["md", "txt"])
def test_what_the_page_shows_works(format: str, checker: Checker) -> None:
    (text,) = re.findall(rf"```{format}\n(.*?)```", PAGE, re.DOTALL)
    report = checker.check_text(text, format=format)
    assert not {"lange-zin", *ABOUT_OFF} & set(_rules(report))
    assert [(one.finding.rule, one.reason) for one in report.suppressed] == [("lange-zin", "deze zin komt uit de wet")]


def test_the_code_on_the_page_works(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out == f"1 {WORD} wet\n"


def test_the_page_names_the_rules_that_there_are() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE)) == set(ABOUT_OFF)
    assert all(b1check.explain(rule).on for rule in ABOUT_OFF)


# -- the property: switching off changes nothing else

SENTENCES = (
    "Indien u vragen hebt, kunt u ons bellen.",
    "De aanvraag wordt door ons beoordeeld en daarna wordt de beslissing aan u verstuurd per brief.",
    "Wij hebben op 3 maart uw aanvraag gekregen en wij hebben daarna ook met uw huisarts gebeld over uw klachten.",
    "U betaalt € 35 voor de paspoortkaart.",
    "De paspoortkaart kost € 40.",
    "Bel ons zo spoedig mogelijk.",
    "Het college heeft besloten om een omgevingsvergunning te verlenen.",
    "U krijgt dit jaar een nieuwe kaart.",
)
_BLOCKS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5)
_PLACE = re.compile(r"(regel|alinea) \d+")
_CHECKER = Checker()


def _text(blocks: list[str], format: str, *, as_list: bool) -> str:
    if format == "html":
        name = "li" if as_list else "p"
        inside = "\n".join(f"<{name}>{block}</{name}>" for block in blocks)
        return f"<h1>Uw kaart</h1>\n<ul>{inside}</ul>" if as_list else f"<h1>Uw kaart</h1>\n{inside}"
    mark = "- " if as_list else ""
    return "\n\n".join(["# Uw kaart" if format == "md" else "Uw kaart", *(f"{mark}{block}" for block in blocks)])


def _moved(span: Span, at: int, by: int) -> Span:
    return Span(span.start + by * (span.start >= at), span.end + by * (span.end > at))


def _seen(finding: Finding, at: int, by: int) -> tuple[object, ...]:
    """What must stay the same of a finding when ``by`` characters come at ``at``."""
    return (
        _moved(finding.span, at, by),
        finding.rule,
        finding.severity,
        finding.text,
        finding.sentence,
        finding.block,
        finding.gain,
        finding.suggestions,
        tuple(_moved(span, at, by) for span in (*finding.also, *finding.elsewhere)),
        _PLACE.sub("", finding.message),
    )


@settings(max_examples=60)
@given(blocks=_BLOCKS, format=st.sampled_from(["txt", "md", "html"]), as_list=st.booleans(), data=st.data())
def test_switching_off_changes_no_other_finding_and_no_score(
    blocks: list[str], format: str, as_list: bool, data: st.DataObject
) -> None:
    text = _text(blocks, format, as_list=as_list)
    before = _CHECKER.check_text(text, format=format)
    if not before.findings:
        return
    chosen = data.draw(st.sampled_from(before.findings))
    edit = b1check.switch_off(text, chosen, format=format, reason="zo staat het in de wet")
    assert edit is not None
    at, by = edit.span.start, len(edit.replacement)
    after = _CHECKER.check_text(apply(text, [edit]), format=format)
    off = [one.finding for one in after.suppressed]
    assert sorted((_seen(one, 0, 0) for one in (*after.findings, *off)), key=repr) == sorted(
        (_seen(one, at, by) for one in before.findings), key=repr
    )
    assert {one.rule for one in off} == {chosen.rule}
    assert _seen(chosen, at, by) in [_seen(one, 0, 0) for one in off]
    whole = chosen.block is None
    assert whole or {one.block for one in off} == {chosen.block}
    for name in ("score", "no_score", "difficulty", "measures", "words", "sentences", "second_opinions"):
        assert getattr(after, name) == getattr(before, name)
    assert [block.value for block in after.blocks] == [block.value for block in before.blocks]
    assert after.letter is None or before.letter is not None
    restored = apply(text, [edit])
    restored = restored[:at] + restored[at + by :]
    assert dataclasses.asdict(_CHECKER.check_text(restored, format=format)) == dataclasses.asdict(before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[b1check uit: lange-zin - wet]\nIndien u belt, is dat goed.\n", "Indien u belt, is dat goed.\n"),
        (
            "[b1check uit: lange-zin, formeel-verbindingswoord - wet]\nIndien u belt, is dat goed.\n",
            "[b1check uit: formeel-verbindingswoord - wet]\nIndien u belt, is dat goed.\n",
        ),
    ],
)
def test_what_switches_nothing_off_can_be_taken_away(before: str, after: str) -> None:
    report = _CHECKER.check_text(before)
    (idle,) = [one for one in report.findings if one.rule == "uitgezet-overbodig"]
    edit = b1check.switch_on(before, idle)
    assert edit is not None
    assert apply(before, [edit]) == after
    assert not [one for one in _CHECKER.check_text(after).findings if one.rule == "uitgezet-overbodig"]


def test_only_what_switches_nothing_off_is_taken_away() -> None:
    text = "Indien u belt, is dat goed."
    assert [b1check.switch_on(text, one) for one in _CHECKER.check_text(text).findings] != []
    assert not any(b1check.switch_on(text, one) for one in _CHECKER.check_text(text).findings)
