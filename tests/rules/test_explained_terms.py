"""A term that is explained where it stands is silent, whatever the way of explaining: for terms that only a list knows.

Each way is tried with terms of different sorts: one word, more words, a singular and a plural. The words of the
explanation stay the same, so that only the way of saying decides.
"""

from __future__ import annotations

import pytest

from b1check.documents import readers
from b1check.language.analysis import Analyser
from b1check.letter import parts

from . import examples

RULE = "juridische-term-zonder-uitleg"
TERMS = ["zienswijze", "last onder dwangsom", "beschikking", "ingebrekestelling"]
WAYS = {
    "colon": "U krijgt een {term}: een brief waarin alles over uw huis staat.",
    "dash": "U krijgt een {term} – een brief waarin alles over uw huis staat.",
    "brackets": "U krijgt een {term} (een brief waarin alles over uw huis staat).",
    "equals sign in brackets": "U krijgt een {term} (= een brief waarin alles over uw huis staat).",
    "equals sign": "{term} = een brief waarin alles over uw huis staat",
    "one other word in brackets": "U krijgt een {term} (brief).",
    "dat wil zeggen": "U krijgt een {term}, dat wil zeggen: een brief over alles aan uw huis.",
    "oftewel": "U krijgt een {term}, oftewel een brief over alles aan uw huis.",
    "apposition": "U krijgt een {term}, een brief waarin alles over uw huis staat.",
    "zijnde": "U krijgt een {term}, zijnde een brief waarin alles over uw huis staat.",
    "same sentence": "Een {term} is een brief waarin alles over uw huis staat.",
    "betekent": "{term} betekent dat u een brief over uw huis krijgt.",
    "in which you see": "In een {term} ziet u alles wat wij van uw huis weten.",
    "with which we mean": "Met een {term} bedoelen wij een brief waarin alles over uw huis staat.",
    "next sentence": "U krijgt een {term}. Dat is een brief waarin alles over uw huis staat.",
    "next sentence with daarmee": "U krijgt een {term}. Daarmee vraagt u ons om uw huis te bekijken.",
    "next sentence with the term": "U krijgt een {term}. Een {term} is een brief waarin alles over uw huis staat.",
    "next paragraph": "U krijgt een {term}.\n\nDat is een brief waarin alles over uw huis staat.",
    "sentence before": "U krijgt een brief waarin alles over uw huis staat. Dat heet een {term}.",
    "noemen": "U krijgt een brief waarin alles over uw huis staat. Zo'n brief noemen we een {term}.",
    "term in brackets": "U krijgt een brief waarin alles over uw huis staat ({term}).",
    "heading that asks": "## Wat is een {term}?\n\nU leest in die brief alles over uw huis.",
    "use, then a heading that asks": "U krijgt een {term}.\n\n## Wat is een {term}?\n\nU leest alles over uw huis.",
    "heading": "## De {term}\n\nDat is een brief waarin alles over uw huis staat.",
    "list item": "U krijgt:\n\n- een {term}: een brief waarin alles over uw huis staat;\n- een kaart.",
    "list item in bold": "U krijgt:\n\n- **{term}**: een brief waarin alles over uw huis staat.\n- **kaart**: foto.",
    "run-in heading": "- {term}\n  U leest in deze brief alles over uw huis.",
    "table": "| Woord | Uitleg |\n| --- | --- |\n| {term} | Een brief waarin alles over uw huis staat. |",
    "glossary at the end": (
        "U krijgt een {term}. Bewaar die goed. Bel ons als u iets niet weet.\n\n"
        "## Moeilijke woorden\n\n- {term}: een brief waarin alles over uw huis staat."
    ),
    "glossary at the end, with headings": (
        "U krijgt een {term}. Bewaar die goed. Bel ons als u iets niet weet.\n\n"
        "## Begrippenlijst\n\n### {term}\n\nDit is een brief waarin alles over uw huis staat."
    ),
}
NO_WAYS = {
    "abbreviation": "U krijgt een {term} (LOD).",
    "article": "U krijgt een {term} (artikel 5:32 Awb).",
    "article of a law with its name": "U krijgt een {term} (artikel 5:32 van de Algemene wet bestuursrecht).",
    "abbreviation for later": "U krijgt een {term} (hierna: LOD).",
    "the same word in brackets": "U krijgt een {term} (de {term}).",
    "remark": "U krijgt een {term}. Dat is jammer.",
    "remark in brackets": "U krijgt een {term} (gratis).",
    "number": "U krijgt een {term} (zie bijlage 2).",
    "far below": "U krijgt een {term}. Bel ons. Dat kan elke dag. Een {term} is een brief over uw huis.",
    "heading without explanation": "## Wat is een {term}?\n\nBel ons.\n\nU krijgt een {term}.",
    "table without explanations": "Een {term}.\n\n| Soort | Prijs |\n| --- | --- |\n| {term} | 50 euro per uur |",
    "glossary without it": "U krijgt een {term}.\n\n## Moeilijke woorden\n\n- kaart: een foto van uw huis en uw tuin.",
}
HTML = {
    "dfn": "<p>U krijgt een <dfn>{term}</dfn>.</p>",
    "abbr with title": '<p>U krijgt een <abbr title="brief over uw huis">{term}</abbr>.</p>',
    "link to a list of terms": '<p>U krijgt een <a href="/begrippen#x">{term}</a>.</p>',
    "definition list": "<dl><dt>{term}</dt><dd>Een brief waarin alles over uw huis staat.</dd></dl>",
    "table": (
        "<table><tr><th>Begrip</th><th>Betekenis</th></tr>"
        "<tr><td>{term}</td><td>Een brief waarin alles over uw huis staat.</td></tr></table>"
    ),
    "line end in a list item": "<ul><li><strong>{term}</strong><br>U leest in deze brief alles over uw huis.</li></ul>",
}


def found_in(text: str, analyser: Analyser, rule: str = RULE, format: str = "md") -> list[str]:
    document = parts.label(readers.read_text(text, name="tekst", format=format))
    return [finding.text for finding in examples.findings([examples.one_rule(rule)], document, analyser)]


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("way", WAYS)
def test_explained(way: str, term: str, analyser: Analyser) -> None:
    later = f"\n\nWij sturen de {term} op maandag. Bewaar de {term} goed."
    assert found_in(WAYS[way].format(term=term) + later, analyser) == []


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("way", NO_WAYS)
def test_not_explained(way: str, term: str, analyser: Analyser) -> None:
    later = f"\n\nWij sturen de {term} op maandag."
    assert found_in(NO_WAYS[way].format(term=term) + later, analyser) == [term]


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("way", HTML)
def test_explained_by_markup(way: str, term: str, analyser: Analyser) -> None:
    later = f"<p>Wij sturen de {term} op maandag.</p>"
    assert found_in(HTML[way].format(term=term) + later, analyser, format="html") == []


@pytest.mark.parametrize("term", TERMS)
def test_examples_explain_a_group_of_things(term: str, analyser: Analyser) -> None:
    assert found_in(f"U krijgt een {term}, zoals een rode kaart of een gele kaart.", analyser) == []
    assert found_in(f"U krijgt een {term}, zoals uw buren.", analyser) == [term]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U hebt op 3 mei kwijtschelding aangevraagd.", []),
        ("Op 3 mei vroeg u kwijtschelding aan.", []),
        ("Dit is ons antwoord op uw verzoek om kwijtschelding.", []),
        ("U kunt kwijtschelding aanvragen.", ["kwijtschelding"]),
        ("Wij hebben kwijtschelding voor u aangevraagd.", ["kwijtschelding"]),
    ],
)
def test_reader_knows_what_he_asked_for(text: str, words: list[str], analyser: Analyser) -> None:
    assert found_in(text, analyser) == words


@pytest.mark.parametrize(
    "text",
    [
        "U betaalt dit volgens de Verordening kwijtschelding 2026.",
        "De Wet voorlopige voorziening geldt.",
    ],
)
def test_name_of_a_law_is_no_use_of_a_term(text: str, analyser: Analyser) -> None:
    assert found_in(text, analyser) == []


@pytest.mark.parametrize(
    "text",
    [
        "Uw adres staat in de BRP. Bel ons.\n\n## Begrippen\n\n- BRP: Basisregistratie Personen",
        "## Afkortingen\n\nBRP = Basisregistratie Personen\n\nUw adres staat in de BRP.",
        "| Naam | Betekenis |\n| --- | --- |\n| BRP | Basisregistratie van alle personen |\n\nU staat in de BRP.",
    ],
)
def test_abbreviation_in_a_list_of_terms(text: str, analyser: Analyser) -> None:
    expected = ["BRP"] if text.startswith("|") else []  # cells are no running text: an abbreviation in them is not read
    assert found_in(text, analyser, "afkorting-niet-uitgelegd") == expected


def test_list_of_terms_is_no_late_explanation(analyser: Analyser) -> None:
    uses = "U krijgt een zienswijze.\n\nDe zienswijze is klaar. Lees de zienswijze.\n\nBel ons.\n\n"
    explanation = "Een zienswijze is een brief waarin u zegt wat u van het plan vindt."
    assert found_in(uses + explanation, analyser, "uitleg-te-laat") == ["zienswijze"]
    assert found_in(uses + "## Moeilijke woorden\n\n" + explanation, analyser, "uitleg-te-laat") == []
