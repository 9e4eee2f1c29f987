"""The parts of a letter: what is no running text, and above all what is."""

from __future__ import annotations

import pytest

from b1check.documents import readers
from b1check.letter import parts


def kinds(text: str, format: str = "txt") -> list[tuple[str, str]]:
    document = parts.label(readers.read_text(text, format=format))
    return [(block.kind.value, block.text.split("\n")[0]) for block in document.blocks]


LETTER = """Gemeente Oosterveen
Postbus 7
9480 AA Oosterveen

Datum: 3 mei 2026
Kenmerk: 2026-1234

Onderwerp: Besluit over uw aanvraag

Geachte mevrouw De Vries,

Het college van burgemeester en wethouders van Oosterveen heeft besloten uw aanvraag af te wijzen.

U leest hieronder waarom.

Met vriendelijke groet,

J. Jansen
medewerker Vergunningen
"""


def test_a_letter_is_taken_apart() -> None:
    assert [kind for kind, _ in kinds(LETTER)] == [
        *("adres", "kenmerk", "kenmerk", "onderwerp", "aanhef"),
        *("alinea", "alinea", "slot", "slot"),
    ]


def test_a_decision_that_begins_like_a_signature_is_running_text() -> None:
    assert (
        "alinea",
        "Het college van burgemeester en wethouders van Oosterveen heeft besloten uw aanvraag af te wijzen.",
    ) in (kinds(LETTER))


@pytest.mark.parametrize("heading", ["Best gelezen", "Dag van de Architectuur", "Hallo Oosterveen"])
def test_a_heading_on_a_page_is_no_salutation(heading: str) -> None:
    page = f"<main><p>Nieuws</p><h2>{heading}</h2><p>Kom op zaterdag langs in het park.</p></main>"
    assert "aanhef" not in [kind for kind, _ in kinds(page, "html")]


@pytest.mark.parametrize(
    "line", ["Geachte heer Jansen", "Beste Noor,", "Dag meneer De Wit,", "L.S.,", "Aan de bewoners van dit pand"]
)
def test_salutations(line: str) -> None:
    assert kinds(f"{line}\n\nU krijgt deze week een brief van ons.")[0] == ("aanhef", line)
