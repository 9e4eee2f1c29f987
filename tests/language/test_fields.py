from __future__ import annotations

import pytest

from b1check.language import fields
from b1check.language.analysis import Analyser


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Beste «Achternaam aanvrager», dag", ["«Achternaam aanvrager»"]),
        ("Op {{ zaak.datum }} en {{tijd}}", ["{{ zaak.datum }}", "{{tijd}}"]),
        ("{% if jong %}Beste{% endif %}", ["{% if jong %}", "{% endif %}"]),
        ("Op [datum] om [tijd van de afspraak]", ["[datum]", "[tijd van de afspraak]"]),
        ("Geachte <naam aanvrager>,", ["<naam aanvrager>"]),
        ("Is 3 < 5 en 7 > 2? Zie [1] en Jan <jan@post.example>.", []),
        ("Gewone tekst zonder velden.", []),
    ],
)
def test_where_fields_stand(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in fields.places(text)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wij betalen u morgen.", 4),
        ("Wij betalen «Naam van de aanvrager» morgen.", 4),
        ("Wij betalen {{ aanvrager.naam }} morgen.", 4),
        ("Wij betalen [naam en adres] op [datum van vandaag].", 5),
        ("Wij betalen <naam aanvrager> morgen.", 4),
        ("«Voornaam» «Achternaam» krijgt een brief.", 5),
        ("Straat: «Straat»«Huis nummer», Zandwijk.", 4),
        ("Dit is een zin. Wij betalen «Naam van de aanvrager» morgen.", 8),
    ],
)
def test_a_field_counts_as_one_word(analyser: Analyser, text: str, words: int) -> None:
    (analysis,) = analyser.analyse([text])
    assert analysis.word_count == words
    assert [t.text for s in analysis.sentences for t in s.words if not t.is_word] == []


@pytest.mark.parametrize(
    ("text", "words"), [("Bel 14 030 voor hulp.", 4), ("Kies 14 15 of 16.", 5), ("U betaalt € 1.500 per jaar.", 5)]
)
def test_a_number_written_as_two_counts_as_one_word(analyser: Analyser, text: str, words: int) -> None:
    (analysis,) = analyser.analyse([text])
    assert analysis.word_count == words
