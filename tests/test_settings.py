"""Profiles, preferences and what a municipality agreed on about words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from b1check import About, Checker, Config, ConfigError, Severity
from b1check.config import load
from b1check.rulebook.load import specs
from b1check.settings import effective, profile


def found(text: str, rule: str, **settings: object) -> list[str]:
    report = Checker(Config.model_validate(settings)).check_text(text)
    return [finding.text for finding in report.findings if finding.rule == rule]


def test_a_preferred_word_is_offered_in_the_form_of_the_word_it_replaces() -> None:
    config = Config.model_validate({"terms": {"preferred": {"loket": "balie"}}})
    (finding,) = Checker(config).check_text("Alle loketten zijn dicht.").findings

    assert (finding.rule, finding.text, finding.suggestions) == ("afgesproken-woord", "loketten", ("balies",))


def test_a_preferred_verb_is_found_where_it_is_split() -> None:
    assert found("Lever uw formulier morgen aan.", "afgesproken-woord", terms={"preferred": {"aanleveren": "sturen"}})


def test_a_word_with_a_capital_is_found_as_it_is_written() -> None:
    terms = {"preferred": {"KCC": ["gemeente", "receptie"]}}

    assert found("Bel het KCC. Dat is geen kcc.", "afgesproken-woord", terms=terms) == ["KCC"]


def test_a_forbidden_word_gets_the_advice_of_the_municipality() -> None:
    config = Config.model_validate({"terms": {"forbidden": {"klantreis": "Schrijf wat de inwoner doet."}}})
    (finding,) = Checker(config).check_text("Dit is uw klantreis.").findings

    assert (finding.text, finding.advice, finding.suggestions) == ("klantreis", "Schrijf wat de inwoner doet.", ())


def test_an_agreed_explanation_is_placed_behind_the_term() -> None:
    config = Config.model_validate({"terms": {"explanations": {"leges": "geld dat u betaalt voor een dienst"}}})
    text = "U betaalt leges."
    (finding,) = [f for f in Checker(config).check_text(text).findings if "leges" in f.text]
    (edit,) = finding.fixes[0].edits

    assert finding.rule == "afgesproken-uitleg"
    assert text[: edit.span.start] + edit.replacement + text[edit.span.end :] == (
        "U betaalt leges (geld dat u betaalt voor een dienst)."
    )


@pytest.mark.parametrize("text", ["U krijgt een dwangsom.", "De dwangsommen zijn hoog."])
def test_a_term_that_is_explained_elsewhere_needs_no_explanation(text: str) -> None:
    rule = "juridische-term-zonder-uitleg"

    assert found(text, rule)
    assert not found(text, rule, terms={"explained": ["dwangsom"]})


def test_an_abbreviation_that_is_explained_elsewhere_is_known() -> None:
    assert found("Vraag dit aan bij de RUD.", "afkorting-niet-uitgelegd")
    assert not found("Vraag dit aan bij de RUD.", "afkorting-niet-uitgelegd", terms={"explained": ["RUD"]})


def test_an_allowed_word_is_free_in_every_form_and_other_words_are_not() -> None:
    text = "Wij verstrekken u dit. De pas is verstrekt. Wij realiseren een plein."

    assert found(text, "moeilijk-woord") == ["verstrekken", "realiseren"]
    assert found(text, "moeilijk-woord", terms={"allowed": ["verstrekken"]}) == ["realiseren"]


def test_an_allowed_word_does_not_free_the_expression_around_it() -> None:
    text = "Wij schrijven u met betrekking tot uw paspoort."

    assert found(text, "voorzetseluitdrukking", terms={"allowed": ["betrekking"]})
    assert not found(text, "voorzetseluitdrukking", terms={"allowed": ["met betrekking tot"]})


def test_a_word_is_not_both_allowed_and_refused() -> None:
    with pytest.raises(ValueError, match="balie"):
        Config.model_validate({"terms": {"allowed": ["balie"], "preferred": {"Balie": "loket"}}})


def test_the_reader_is_addressed_as_the_municipality_chose() -> None:
    assert found("U krijgt een pas.", "u-en-je-gemengd") == []
    assert found("U krijgt een pas.", "u-en-je-gemengd", address="je") == ["U"]


def test_numbers_are_written_as_the_municipality_chose() -> None:
    text = "Neem zes brieven mee. Stuur 3 pasfoto's mee."

    assert found(text, "telwoord-of-cijfer") == ["zes"]
    assert found(text, "telwoord-of-cijfer", numbers="woorden") == ["3"]


@pytest.mark.parametrize("name", ["inwoner", "ondernemer", "professional"])
def test_every_profile_changes_rules_that_exist_with_options_that_exist(name: str) -> None:
    assert profile(name).keys() <= specs().keys()
    assert Checker(Config.model_validate({"profile": name})).rules


def test_a_professional_may_get_a_longer_sentence_and_legal_terms() -> None:
    text = (
        "Wij hebben op 3 maart uw aanvraag voor een vergunning gekregen en wij hebben daarna ook met uw aannemer "
        "over de dwangsom gebeld."
    )

    assert found(text, "lange-zin") and found(text, "juridische-term-zonder-uitleg")
    report = Checker(Config(profile="professional")).check_text(text)
    assert not [f for f in report.findings if f.severity.reaches(Severity.LET_OP)]


def test_what_the_settings_say_of_a_rule_beats_the_profile_and_the_rest_of_the_profile_stays() -> None:
    config = Config.model_validate(
        {"profile": "professional", "rules": {"lange-zin": {"severity": "tip"}, "engels-woord": {"on": True}}}
    )
    settings = effective(config)

    assert settings["lange-zin"].severity is Severity.TIP
    assert settings["lange-zin"].options["words"]["let_op"] == 30
    assert settings["engels-woord"].on is True


def test_a_mistake_in_the_terms_is_told_with_the_name_of_the_setting(tmp_path: Path) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text("[terms]\nprefered = { burger = 'inwoner' }\n", encoding="utf-8")

    with pytest.raises(ConfigError, match=r"terms\.prefered.*preferred"):
        load(file)


def test_an_open_field_is_no_error_in_a_template(tmp_path: Path) -> None:
    (tmp_path / "sjablonen").mkdir()
    file = tmp_path / "sjablonen" / "brief.txt"
    file.write_text("Uw afspraak is op [datum invullen] in het gemeentehuis.\n", encoding="utf-8")
    settings = tmp_path / "b1check.toml"
    settings.write_text('select = ["placeholder-blijft-staan"]\n', encoding="utf-8")
    assert Checker(load(settings)).check_file(file).findings

    settings.write_text('select = ["placeholder-blijft-staan"]\ntemplates = ["sjablonen/**"]\n', encoding="utf-8")
    assert not Checker(load(settings)).check_file(file).findings


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('profile = "inwoners"', "Bedoelt u inwoner"),
        ('address = "jij"', "Kies uit: u, je"),
        ('[documents]\n"*" = "aanmanning"', "Bedoelt u aanmaning"),
        ('[servicenormen]\nbellen = "snel"', "2 werkdagen"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_what_can(tmp_path: Path, settings: str, told: str) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text(settings, encoding="utf-8")

    with pytest.raises(ConfigError, match=told):
        load(file)


def test_a_rule_that_is_misspelt_is_guessed() -> None:
    with pytest.raises(ConfigError, match="Bedoelt u engels-woord"):
        _ = Checker(Config(ignore=("engels-woordd",))).rules


def test_another_severity_keeps_the_gain_and_the_score() -> None:
    text = "Derhalve sturen wij u een brief. " * 12
    standard = Checker().check_text(text)
    other = Checker(Config.model_validate({"rules": {"formeel-verbindingswoord": {"severity": "tip"}}})).check_text(
        text
    )

    assert [f.gain for f in other.findings] == [f.gain for f in standard.findings]
    assert other.score == standard.score


@pytest.mark.parametrize("year", [1, 1899, 9999])
def test_a_day_on_which_no_letter_is_sent_is_refused(year: int) -> None:
    with pytest.raises(ConfigError, match="1900"):
        About(date=dt.date(year, 1, 1))
