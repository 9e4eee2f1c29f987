"""``b1check test``: what it says about rules that keep their promises, and about those that do not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Invoke

PACK = Path(__file__).parents[1] / "packs" / "voorbeeldstad"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the example pack in the folder where the command runs."""
    return Path(shutil.copytree(PACK, tmp_path / "mijn-regels"))


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def words(text: str) -> str:
    """Return ``text`` without line ends, however it was wrapped."""
    return " ".join(text.split())


def test_a_pack_that_is_right(b1check: Invoke, pack: Path) -> None:
    result = b1check("test", "mijn-regels")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"Regels van de gemeente Voorbeeldstad ({pack})",
        "  goed  stadhuis-noemen",
        "  goed  marktwoord",
        "2 regels getest: alles is goed.",
    ]


@pytest.mark.parametrize("place", ["mijn-regels/woorden", "mijn-regels/woorden/marktwoord.toml"])
def test_a_group_or_a_rule(place: str, b1check: Invoke, pack: Path) -> None:
    result = b1check("test", place)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == ["  goed  marktwoord", "1 regel getest: alles is goed."]


def test_our_own_rules_without_a_path(b1check: Invoke, monkeypatch: pytest.MonkeyPatch, pack: Path) -> None:
    monkeypatch.setattr("b1check.rulebook.packs.rules_folder", lambda: pack)
    assert b1check("test").stdout.splitlines()[0] == f"Regels van de gemeente Voorbeeldstad ({pack})"


def test_a_wrong_example_is_shown_with_the_words_marked(b1check: Invoke, pack: Path) -> None:
    edit(pack / "afspraken" / "stadhuis-noemen.toml", "Het [[bestuurscentrum]] is", "[[Het bestuurscentrum]] is")
    result = b1check("test", "mijn-regels")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[1] == f"  fout  stadhuis-noemen  ({Path('mijn-regels', 'afspraken', 'stadhuis-noemen.toml')})"
    assert lines[2] == "        Fout voorbeeld 2: De regel vindt andere woorden dan er tussen [[ en ]] staan."
    assert lines[3] == "          verwacht: [[Het bestuurscentrum]] is op maandag open."
    assert lines[4] == "          gevonden: Het [[bestuurscentrum]] is op maandag open."
    assert lines[-1] == "2 regels getest: 1 goed, 1 fout."


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("afspraken/stadhuis-noemen.toml", "het stadhuis aan de Markt.\"\n\n", "het huis.\"\n\n", "anders dan bij fix"),
        ("afspraken/stadhuis-noemen.toml", "naar het stadhuis aan de Markt.\"\nwhy", "naar het bestuurscentrum.\"\nwhy",
         "Goed voorbeeld 1: De regel vindt iets in een goed voorbeeld."),
        ("afspraken/stadhuis-noemen.toml", "Kom naar het [[best", "Kom naar [[het best", "andere woorden dan er"),
        ("woorden/marktwoord.toml", "[[marktreglement]]", "[[reglement]]", "Fout voorbeeld 1: De regel vindt niets."),
        ("afspraken/stadhuis-noemen.toml", "Het [[best", 'Het "[[best', "is niet te lezen als TOML. Kijk bij regel 19"),
        ("afspraken/stadhuis-noemen.toml", "Het [[bestuurscentrum]] is op maandag open.\"",
         "Het [[bestuurscentrum]] is open.\"\nseverity = \"fout\"", "Het niveau van de opmerking is anders"),
        ("afspraken/stadhuis-noemen.toml", "Schrijf: {advies}.", "Schrijf: {advise}.", "In message staat {advise}."),
        ("afspraken/stadhuis-noemen.toml", "Schrijf: {advies}.", "Schrijf: {advies}", "eindigt zonder punt"),
        ("afspraken/stadhuis-noemen.toml", '[[good]]\ntext = "Het bestuur vergadert in het centrum van de stad."\n'
         'why = "de woorden staan los van elkaar"\n', "", "De regel heeft 3 voorbeelden."),
        ("woorden/marktwoorden.csv", "Lees het marktreglement goed.", "Lees de regels goed.",
         "marktwoorden.csv, regel 3: De regel vindt ‘marktreglement’ niet in het voorbeeld van dat woord."),
        ("woorden/marktwoorden.csv", "marktreglement;zn", "aanstelling;zn", "regel 3: De lijst staat niet op alfabet"),
        ("woorden/marktwoorden.csv", "regels voor de markt", "aanstellingsgesprek",
         "regel 3: Het alternatief ‘aanstellingsgesprek’ is zelf een woord dat b1check meldt."),
        ("woorden/marktwoorden.csv", "Lees het marktreglement goed.;\n",
         "Lees het marktreglement goed.;\nverstrekken;ww;geven;;;;Wij verstrekken u een kaart.;\n",
         "‘verstrekken’ staat ook in"),
        ("woorden/marktwoord.toml", 'name = "marktwoord"', 'name = "moeilijk-woord"',
         "hoort woorden/moeilijk-woord.toml te heten"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(file: str, before: str, after: str, message: str, b1check: Invoke, pack: Path) -> None:
    edit(pack / file, before, after)
    result = b1check("test", "mijn-regels")
    assert result.exit_code == 1
    assert message in words(result.stdout)
    assert result.stdout.endswith("2 regels getest: 1 goed, 1 fout.\n")


def test_another_rule_that_takes_the_words_is_named(b1check: Invoke, pack: Path) -> None:
    longer = (pack / "afspraken" / "stadhuis-noemen.toml").read_text(encoding="utf-8")
    longer = longer.replace('name = "stadhuis-noemen"', 'name = "stadhuis-lang"')
    longer = longer.replace(r"\bbestuurscentrum\b", r"\bbestuurscentrum is\b").replace('replace = ["stadhuis"]', "")
    longer = longer.replace("Het [[bestuurscentrum]] is", "Het [[bestuurscentrum is]]")
    longer = longer.replace("naar het [[bestuurscentrum]] aan", "voor het [[bestuurscentrum is]] aan")
    longer = longer.replace('fix = "Kom naar het stadhuis aan de Markt."\n', "").replace(" Schrijf: {advies}.", "")
    (pack / "afspraken" / "stadhuis-lang.toml").write_text(longer, encoding="utf-8")
    result = b1check("test", "mijn-regels", "--format", "json")
    (wrong,) = (rule for rule in json.loads(result.stdout)["rules"] if not rule["ok"])
    assert wrong["name"] == "stadhuis-noemen"
    assert [failure["place"] for failure in wrong["failures"]] == ["Fout voorbeeld 2"]
    assert "Deze regel was hier sterker: stadhuis-lang." in wrong["failures"][0]["problem"]


def test_a_name_of_ours_is_a_failure(b1check: Invoke, pack: Path) -> None:
    file = pack / "woorden" / "marktwoord.toml"
    edit(file, 'name = "marktwoord"', 'name = "moeilijk-woord"')
    file.rename(file.with_name("moeilijk-woord.toml"))
    assert "De regel moeilijk-woord bestaat 2 keer" in words(b1check("test", "mijn-regels").stdout)


def test_json(b1check: Invoke, pack: Path) -> None:
    edit(pack / "woorden" / "marktwoorden.csv", "Lees het marktreglement goed.", "Lees de regels goed.")
    result = b1check("test", "mijn-regels", "--format", "json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert (data["pack"], data["tested"], data["failed"]) == ("voorbeeldstad", 2, 1)
    assert [rule["ok"] for rule in data["rules"]] == [True, False]
    assert data["rules"][1]["failures"][0]["found"] == "Lees de regels goed."


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (False, "bestaat niet. Kijk naar de naam.\n"),
        (True, "staan geen regels."),
    ],
)
def test_nothing_to_test(make: bool, message: str, b1check: Invoke, tmp_path: Path) -> None:
    if make:
        (tmp_path / "leeg").mkdir()
    result = b1check("test", "leeg")
    assert result.exit_code == 2
    assert message in result.stderr
