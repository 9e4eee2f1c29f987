"""Rules of others: from folders that the settings name, and from installed packages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from b1check import Checker, Config, ConfigError, RuleError, Severity, config, explain, explain_all
from b1check.rulebook import load

PACK = Path(__file__).parent / "packs" / "voorbeeldstad"
TEXT = "U vindt het marktreglement in het bestuurscentrum."


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the example pack, to change."""
    return Path(shutil.copytree(PACK, tmp_path / "mijn-regels"))


def settings(folder: Path, text: str = 'packs = ["mijn-regels"]') -> Config:
    file = folder / "b1check.toml"
    file.write_text(text, encoding="utf-8")
    return config.load(file)


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def rules_found(settings: Config) -> dict[str, Severity]:
    return {finding.rule: finding.severity for finding in Checker(settings).check_text(TEXT).findings}


def test_rules_of_a_pack_run_beside_ours(pack: Path) -> None:
    found = rules_found(settings(pack.parent))
    assert found["marktwoord"] == Severity.LET_OP
    assert found["stadhuis-noemen"] == Severity.TIP
    assert "marktwoord" not in rules_found(Config())


def test_a_new_checker_sees_a_changed_rule_and_list(pack: Path) -> None:
    chosen = settings(pack.parent)
    assert rules_found(chosen)["marktwoord"] == Severity.LET_OP
    edit(pack / "woorden" / "marktwoorden.csv", "Lees het marktreglement goed", "Lees dit marktreglement goed")
    edit(pack / "woorden" / "marktwoorden.csv", "marktreglement;zn", "marktregeling;zn")
    assert "marktwoord" not in rules_found(chosen)
    (pack / "afspraken" / "stadhuis-noemen.toml").unlink()
    assert "stadhuis-noemen" not in rules_found(chosen)


def test_the_folder_counts_from_the_file_with_settings(pack: Path) -> None:
    letters = pack.parent / "brieven"
    letters.mkdir()
    assert "marktwoord" in rules_found(settings(letters, 'packs = ["../mijn-regels"]'))


def test_rules_of_a_pack_are_set_like_ours(pack: Path) -> None:
    text = 'packs = ["mijn-regels"]\nignore = ["marktwoord"]\n[rules.stadhuis-noemen]\nseverity = "fout"\n'
    found = rules_found(settings(pack.parent, text))
    assert "marktwoord" not in found
    assert found["stadhuis-noemen"] == Severity.FOUT
    only = settings(pack.parent, 'packs = ["mijn-regels"]\nselect = ["afspraken"]')
    assert list(rules_found(only)) == ["stadhuis-noemen"]
    options = 'ignore = ["marktwoord"]\n[rules.stadhuis-noemen.options]\npatterns = ["marktreglement"]'
    report = Checker(settings(pack.parent, f'packs = ["mijn-regels"]\n{options}')).check_text(TEXT)
    assert "marktreglement" in [finding.text for finding in report.findings if finding.rule == "stadhuis-noemen"]


def test_a_rule_that_is_off_in_its_file_is_off(pack: Path) -> None:
    edit(pack / "woorden" / "marktwoord.toml", 'severity = "let-op"', 'severity = "let-op"\non = false')
    assert "marktwoord" not in rules_found(settings(pack.parent))
    on = 'packs = ["mijn-regels"]\n[rules.marktwoord]\non = true'
    assert "marktwoord" in rules_found(settings(pack.parent, on))


def test_rules_of_a_pack_do_not_change_the_score(pack: Path) -> None:
    text = f"U krijgt van ons elke week 1 brief over uw plan. {TEXT} " * 10
    with_pack = Checker(settings(pack.parent, 'packs = ["mijn-regels"]')).check_text(text)
    assert {"marktwoord", "stadhuis-noemen"} <= {finding.rule for finding in with_pack.findings}
    assert with_pack.score == Checker().check_text(text).score


def test_explanations_say_where_a_rule_comes_from(pack: Path) -> None:
    found = settings(pack.parent)
    rule = explain("stadhuis-noemen", config=found)
    assert (rule.pack, rule.group_title) == ("Regels van de gemeente Voorbeeldstad", "Afspraken in Voorbeeldstad")
    assert explain("lange-zin", config=found).pack == ""
    names = [rule.name for rule in explain_all(config=found)]
    assert names[-1] == "stadhuis-noemen"  # groups of a pack come after ours
    assert "stadhuis-noemen" not in [rule.name for rule in explain_all()]
    with pytest.raises(RuleError, match="Bedoelt u marktwoord"):
        explain("marktword", config=found)


def test_without_a_pack_file_the_folder_gives_the_name(pack: Path) -> None:
    (pack / "pack.toml").unlink()
    shutil.rmtree(pack / "afspraken")
    assert explain("marktwoord", config=settings(pack.parent)).pack == "mijn-regels"


def error_of(settings: Config) -> str:
    with pytest.raises((ConfigError, RuleError)) as error:
        _ = Checker(settings).rules
    return str(error.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    message = error_of(settings(tmp_path, 'packs = ["weg"]'))
    assert message.startswith(f"De map met regels {tmp_path / 'weg'} bestaat niet.")
    assert "packs" in message


def test_a_folder_without_rules(pack: Path) -> None:
    (pack.parent / "leeg").mkdir()
    assert "Een regel staat in de map van een groep" in error_of(settings(pack.parent, 'packs = ["leeg"]'))
    message = error_of(settings(pack.parent, 'packs = ["mijn-regels/woorden"]'))
    assert f"Noem de map erboven: {pack}." in message


def test_a_name_of_ours(pack: Path) -> None:
    file = pack / "woorden" / "marktwoord.toml"
    edit(file, 'name = "marktwoord"', 'name = "moeilijk-woord"')
    clash = file.rename(file.with_name("moeilijk-woord.toml"))
    message = error_of(settings(pack.parent))
    assert message.startswith("De regel moeilijk-woord bestaat 2 keer: ")
    assert str(clash) in message
    assert str(load.rules_folder() / "woorden" / "moeilijk-woord.toml") in message


def test_a_name_of_another_pack(pack: Path) -> None:
    shutil.copytree(pack, pack.parent / "anders")
    message = error_of(settings(pack.parent, 'packs = ["mijn-regels", "anders"]'))
    assert "bestaat 2 keer" in message
    assert str(pack.parent / "anders") in message
    assert str(pack) in message


def test_the_same_folder_twice_is_one_pack(pack: Path) -> None:
    twice = settings(pack.parent, 'packs = ["mijn-regels", "../' + pack.parent.name + '/mijn-regels"]')
    assert "marktwoord" in rules_found(twice)


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("woorden/marktwoord.toml", "message", "mesage", "Onbekende instelling: mesage. Bedoelt u message?"),
        ("woorden/marktwoord.toml", 'group = "woorden"', 'group = "wordeb"', "De groep wordeb bestaat niet."),
        ("woorden/marktwoord.toml", 'kind = "lexicon"', 'kind = "lexico"', "Bedoelt u lexicon?"),
        ("woorden/marktwoord.toml", "lists =", "list =", "Onbekende instelling: list. Bedoelt u lists?"),
        ("woorden/marktwoord.toml", 'title = "Woord', "title = Woord", "Kijk bij regel 3"),
        ("woorden/marktwoorden.csv", "woord;soort", "woord;sort", "hoort deze kolommen te hebben"),
        ("woorden/marktwoorden.csv", "marktreglement;zn", "marktreglement;xx", "is niet goed in regel 3"),
        ("afspraken/stadhuis-noemen.toml", r"'\bbestuurscentrum\b'", "'(bestuurscentrum'", "Dit patroon klopt niet"),
        ("pack.toml", "[groups]", "[group]", "Onbekende instelling: group. Bedoelt u groups?"),
        ("pack.toml", 'afspraken = "', 'woorden = "', "Die groep is al van b1check."),
        ("pack.toml", "[groups]\nafspraken", "[groups]\nanders", "Of geef uw eigen groep een titel in pack.toml"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(pack: Path, file: str, before: str, after: str, message: str) -> None:
    edit(pack / file, before, after)
    said = error_of(settings(pack.parent))
    assert message in said
    assert str(pack) in said


def installed(site: Path, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a package with an entry point on the path, as pip does."""
    info = site / "voorbeeldstad_regels-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: voorbeeldstad-regels\nVersion: 1.0\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(f"[b1check.rules]\nvoorbeeldstad = {value}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("vb_package", "vb_package", ""),
        ("vb_path", "vb_path:RULES", "from pathlib import Path\nRULES = Path(__file__).parent\n"),
        ("vb_call", "vb_call:rules", "from pathlib import Path\ndef rules():\n    return Path(__file__).parent\n"),
    ],
)
def test_an_installed_package_brings_rules(
    name: str, value: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Path(shutil.copytree(PACK, tmp_path / "site" / name))
    (package / "__init__.py").write_text(code, encoding="utf-8")
    installed(tmp_path / "site", value, monkeypatch)
    assert "marktwoord" in rules_found(Config())
    assert explain("marktwoord").pack == "Regels van de gemeente Voorbeeldstad"


@pytest.mark.parametrize(
    ("name", "code", "reason"),
    [
        ("vb_broken", "raise RuntimeError('kapot')\n", "RuntimeError: kapot"),
        ("vb_number", "RULES = 3\n", "TypeError"),
        ("vb_nowhere", "RULES = '/bestaat/niet'\n", "bestaat niet"),
        ("vb_empty", "from pathlib import Path\nRULES = Path(__file__).parent\n", "staan geen regels"),
    ],
)
def test_a_package_that_gives_no_rules(
    name: str, code: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site" / name).mkdir(parents=True)
    (tmp_path / "site" / name / "__init__.py").write_text(code, encoding="utf-8")
    installed(tmp_path / "site", f"{name}:RULES", monkeypatch)
    checker = Checker()
    assert "formeel-verbindingswoord" in {f.rule for f in checker.check_text("Indien u vragen heeft, belt u.").findings}
    (note,) = checker.notes
    assert note.startswith("Het onderdeel voorbeeldstad van het pakket voorbeeldstad-regels werkt niet.")
    assert reason in note
    assert note.endswith("pip uninstall voorbeeldstad-regels")


@pytest.mark.parametrize(
    ("file", "before", "after", "reason"),
    [
        ("woorden/marktwoord.toml", "message", "mesage", "Onbekende instelling: mesage."),
        ("woorden/marktwoord.toml", "lists =", "list =", "Onbekende instelling: list."),
        ("woorden/marktwoord.toml", "marktwoord", "moeilijk-woord", "hoort woorden/moeilijk-woord.toml te heten"),
        ("pack.toml", "[groups]", "[group]", "Onbekende instelling: group."),
    ],
)
def test_an_installed_package_with_a_rule_that_is_not_right_is_left_out(
    file: str, before: str, after: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path.name  # another one for each case, as Python keeps what it imported
    package = Path(shutil.copytree(PACK, tmp_path / "site" / module))
    edit(package / file, before, after)
    (package / "__init__.py").touch()
    installed(tmp_path / "site", module, monkeypatch)
    assert "marktwoord" not in rules_found(Config())
    (note,) = Checker().notes
    assert "voorbeeldstad-regels" in note
    assert reason in note


def test_an_installed_package_cannot_take_the_name_of_our_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(shutil.copytree(PACK, tmp_path / "site" / "vb_clash"))
    file = package / "woorden" / "marktwoord.toml"
    edit(file, 'name = "marktwoord"', 'name = "moeilijk-woord"')
    file.rename(file.with_name("moeilijk-woord.toml"))
    (package / "__init__.py").touch()
    installed(tmp_path / "site", "vb_clash", monkeypatch)
    (note,) = Checker().notes
    assert "De regel moeilijk-woord bestaat 2 keer" in note
    assert explain("moeilijk-woord").pack == ""
