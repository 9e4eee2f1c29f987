"""Whether the documents of a run agree."""

from __future__ import annotations

import pytest

from b1check import Config, Consistency, Contradiction, ReadError
from b1check.documents import readers


def found_in(*texts: str) -> tuple[Contradiction, ...]:
    comparison = Consistency()
    for number, text in enumerate(texts):
        comparison.add(readers.read_text(text, name=f"{number}.md", format="md"))
    return comparison.contradictions()


def values(*texts: str) -> list[tuple[str, str]]:
    return [(found.first.value, found.second.value) for found in found_in(*texts)]


def letter(subject: str, text: str) -> str:
    return f"Onderwerp: {subject}\n\nBeste mevrouw Pals,\n\n{text}\n\nMet vriendelijke groet,\n\nTom Vos\n"


def test_both_places_of_a_contradiction() -> None:
    (found,) = found_in(
        "# Paspoort\n\nEen paspoort kost € 78,25.\n", "# Reizen\n\nNeem geld mee. Een paspoort kost € 83,40.\n"
    )
    assert (found.kind, found.subject) == ("bedrag", ("paspoort",))
    assert (found.first.document, found.first.line, found.first.value) == ("0.md", 3, "€ 78,25")
    assert (found.second.document, found.second.line, found.second.column) == ("1.md", 3, 34)
    assert found.second.sentence == "Een paspoort kost € 83,40."


def test_the_title_gives_the_product_that_a_sentence_leaves_out() -> None:
    page = "# Parkeervergunning\n\n## Kosten\n\nDat kost € 45 per jaar.\n"
    assert values(page, letter("welkom", "Een parkeervergunning kost € 48 per jaar.")) == [
        ("€ 45 per jaar", "€ 48 per jaar")
    ]
    assert values(page, letter("welkom", "Een rijbewijs kost € 48.")) == []


def test_the_title_tells_which_product_a_general_word_means() -> None:
    page = "# Bezoekerspas\n\nEen pas kost € 30.\n"
    assert values(page, "# Parkeren\n\nEen bezoekerspas kost € 25.\n") == [("€ 30", "€ 25")]
    assert values(page, "# Sportpas\n\nEen pas kost € 25.\n") == []


@pytest.mark.parametrize(
    "texts",
    [
        ("# Pas voor bewoners\n\nEen pas kost € 45.\n", "# Pas voor bedrijven\n\nEen pas kost € 180.\n"),
        ("# Rijbewijs\n\nDat kost € 52.\n", "# Rijbewijs\n\n## Met spoed\n\nDat kost € 92.\n"),
        tuple(f"# Zorg\n\nDe zorg kost € {euros}.\n" for euros in (23, 29, 31, 37, 41)),
        ("# Tarieven 2025\n\nEen graf kost € 1.900.\n", "# Tarieven 2026\n\nEen graf kost € 2.050.\n"),
        (letter("uw uitkering", "U krijgt € 940."), letter("uw uitkering", "U krijgt € 1.120.")),
        ("# Wijkteam Noord\n\nBel het team: 0341 11 22 33.\n", "# Wijkteam Zuid\n\nBel het team: 0341 11 22 44.\n"),
    ],
)  # fmt: skip
def test_documents_that_may_differ(texts: tuple[str, ...]) -> None:
    assert values(*texts) == []


def test_a_contradiction_inside_one_document_counts_too() -> None:
    assert values("De boete is € 175.\n\nDe boete is € 185.\n") == [("€ 175", "€ 185")]


def test_contradictions_about_one_subject_stand_together() -> None:
    pages = (
        "# A\n\nEen paspoort kost € 78.\n\nEen uittreksel kost € 16.\n",
        "# B\n\nEen uittreksel kost € 17.\n\nEen paspoort kost € 83.\n",
    )
    more = "# C\n\nEen paspoort kost € 85.\n"
    assert [found.subject for found in found_in(*pages, more)] == [("paspoort",), ("paspoort",), ("uittreksel",)]


def test_house_terms_are_counted_in_all_their_forms() -> None:
    settings = Config.model_validate({"terms": {"preferred": {"loket": "balie", "servicepunt": "balie"}}})
    comparison = Consistency()
    for name, text in (("a.txt", "Kom naar het loket. Alle loketten zijn open."), ("b.txt", "Kom naar de balie.")):
        comparison.add(readers.read_text(text, name=name, format="txt"), settings)
    (use,) = comparison.terms()
    assert (use.preferred, use.used, use.others) == (("balie",), 1, {"loket": 2, "servicepunt": 0})


def test_the_report_counts_what_was_read() -> None:
    comparison = Consistency()
    comparison.add(readers.read_text("Dit is een brief.", name="a.txt", format="txt"))
    report = comparison.report()
    assert (report.documents, report.contradictions, report.terms) == (1, (), ())


def test_a_paragraph_that_is_too_long_is_refused() -> None:
    with pytest.raises(ReadError, match="witregels"):
        Consistency().add(readers.read_text("woord " * 20_000, name="a.txt", format="txt"))
