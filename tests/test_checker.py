"""The way through the library: the public names, the settings, and what happens when a rule fails."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import b1check
from b1check import Checker, Config, ConfigError, Finding, PipelineError, ReadError
from b1check.config import RuleSettings
from b1check.rulebook.match import BlockView, Match, PerBlock

TEXT = "Indien u vragen heeft, kunt u ons bellen. Derhalve sturen wij u een brief."


def rules_of(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


def test_check_finds_words_at_their_place() -> None:
    report = b1check.check(TEXT)
    first = report.findings[0]
    assert TEXT[first.span.start : first.span.end] == first.text == "Indien"
    assert (first.line, first.column, first.suggestions) == (1, 1, ("als",))
    assert first.fixes[0].edits[0].replacement == "Als"


def test_every_public_name_exists() -> None:
    for name in b1check.__all__:
        assert getattr(b1check, name) is not None
    with pytest.raises(AttributeError):
        _ = b1check.niets  # type: ignore[attr-defined]


def test_importing_b1check_loads_neither_spacy_nor_a_reader() -> None:
    code = "import sys, b1check; print([m for m in ('spacy', 'turbohtml', 'lxml', 'pydantic') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_same_text_gives_the_same_report() -> None:
    assert Checker().check_text(TEXT) == Checker().check_text(TEXT)


def test_select_and_ignore() -> None:
    only = Checker(Config(select=("formeel-verbindingswoord",)))
    assert rules_of(only.check_text(TEXT).findings) == {"formeel-verbindingswoord"}
    without = Checker(Config(ignore=("woorden",)))
    assert "formeel-verbindingswoord" not in rules_of(without.check_text(TEXT).findings)


def test_a_rule_can_get_another_severity_and_other_options() -> None:
    config = Config(
        rules={
            "formeel-verbindingswoord": RuleSettings(severity=b1check.Severity.TIP),
            "lange-zin": RuleSettings(options={"words": {"fout": 5}}),
        }
    )
    found = {finding.rule: finding.severity for finding in Checker(config).check_text(TEXT).findings}
    assert found["formeel-verbindingswoord"] == "tip"
    assert found["lange-zin"] == "fout"


@pytest.mark.parametrize("config", [Config(select=("niets",)), Config(ignore=("niets",))])
def test_an_unknown_rule_is_an_error(config: Config) -> None:
    with pytest.raises(ConfigError, match="bestaat niet"):
        Checker(config).check_text(TEXT)


def test_an_unknown_pipeline_is_an_error() -> None:
    with pytest.raises(PipelineError, match="xx_bestaat_niet"):
        Checker(Config(pipeline="xx_bestaat_niet")).check_text(TEXT)


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_no_text_is_an_error(text: str) -> None:
    with pytest.raises(ReadError):
        b1check.check(text)


def test_a_rule_that_fails_is_one_error_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker(Config(select=("formeel-verbindingswoord", "lange-zin")))
    broken, working = sorted(checker.rules, key=lambda rule: rule.name == "formeel-verbindingswoord")

    def fail(_view: BlockView) -> list[Match]:
        raise KeyError("kapot")

    failing = type(broken)(broken.spec, PerBlock(fail), broken.reach, broken.path)
    monkeypatch.setitem(checker.__dict__, "rules", (failing, working))
    report = checker.check_text(TEXT)
    assert rules_of(report.findings) == {"formeel-verbindingswoord"}
    assert [error for error in report.errors if broken.name in error] == list(report.errors)
    assert len(report.errors) == 1


def test_a_letter_that_cannot_be_understood_is_one_error_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("kapot")

    letter = "Beste mevrouw Bakker,\n\nIndien u vragen hebt, kunt u bellen.\n\nMet vriendelijke groet,\n\nSam de Boer"
    assert {"onderwerp-ontbreekt", "formeel-verbindingswoord"} <= rules_of(b1check.check(letter).findings)
    monkeypatch.setattr("b1check.checker.reading.read", fail)
    report = b1check.check(letter)
    assert "formeel-verbindingswoord" in rules_of(report.findings)
    assert "onderwerp-ontbreekt" not in rules_of(report.findings)
    assert report.letter is None
    assert [error for error in report.errors if "kapot" in error and "lezer" in error] == list(report.errors)
    assert len(report.errors) == 1


def test_a_checker_works_from_several_threads() -> None:
    checker = Checker()
    texts = [f"{TEXT} Dit is brief {number}." for number in range(12)]
    expected = [checker.check_text(text).findings for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert [report.findings for report in pool.map(Checker().check_text, texts)] == expected


def test_files_that_cannot_be_read_are_problems_and_the_others_are_checked(tmp_path: Path) -> None:
    good, empty = tmp_path / "goed.txt", tmp_path / "leeg.txt"
    good.write_text(TEXT, encoding="utf-8")
    empty.write_bytes(b"")
    first, second = Checker().check_files([empty, good])
    assert isinstance(first, b1check.Problem)
    assert isinstance(second, b1check.Report)
