"""The settings of every kind are explained to whoever sets them, with the type and the value."""

from __future__ import annotations

import pytest

from b1check import RuleError, explain
from b1check.rulebook import kinds, load
from b1check.rulebook.match import Grades
from b1check.rulebook.tokenpattern import Step

MODELS = [*((name, kinds.get(name).options) for name in kinds.NAMES), ("grades", Grades), ("step", Step)]


@pytest.mark.parametrize(("name", "model"), MODELS, ids=[name for name, _ in MODELS])
def test_every_option_has_a_sentence_about_it(name: str, model: type[Grades]) -> None:
    for option, field in model.model_fields.items():
        assert field.description, f"{name}.{option}"
        assert field.description[0].isupper(), f"{name}.{option}"
        assert field.description.endswith("."), f"{name}.{option}"


@pytest.mark.parametrize("name", load.specs())
def test_every_option_of_a_rule_has_a_type_that_a_writer_knows(name: str) -> None:
    known = ("aan of uit", "heel getal", "getal", "tekst", "keuze: ", "lijst", "tabel")
    for option in explain(name).options:
        assert option.type.startswith(known), option
        assert option.description


def test_grades_are_an_option_for_each_severity() -> None:
    options = {option.name: option for option in explain("lange-zin").options}
    assert {"words.tip", "words.let_op", "words.fout"} <= set(options)
    assert options["words.fout"].type == "getal"
    assert options["words.fout"].description == "Het aantal woorden in 1 zin. Vanaf dit getal: een fout."


def test_values_and_defaults() -> None:
    options = {option.name: option for option in explain("moeilijk-woord").options}
    assert (options["strict"].value, options["strict"].default, options["strict"].required) == (False, False, False)
    assert options["lists"].required
    assert options["lists"].default is None
    assert options["lists"].type == "lijst met teksten"
    pair = next(option for option in explain("partikel-ver-weg").options if option.name == "pair")
    assert pair.type.startswith("keuze: onderwerp-persoonsvorm, ")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"words": {"tip": "veel"}}, "De waarde van words.tip kan niet: 'veel'."),
        ({"wrods": {"tip": 3}}, "Onbekende instelling: wrods. Bedoelt u words?"),
    ],
)
def test_a_wrong_value_is_refused_in_dutch(options: dict[str, object], message: str) -> None:
    spec, path = load.specs()["lange-zin"]
    with pytest.raises(RuleError) as error:
        load.build(spec, path, options=options)
    assert str(error.value) == f"De opties van de regel lange-zin zijn niet goed. {message}"
