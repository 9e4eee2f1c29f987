from __future__ import annotations

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.web.repeats import without_repeats


def pages(*texts: str) -> list[Document]:
    return [readers.read_text(text, name=f"/{number}", format="html") for number, text in enumerate(texts)]


def texts(documents: tuple[Document, ...]) -> list[list[str]]:
    return [[block.text for block in document.blocks] for document in documents]


def test_what_stands_on_many_pages_is_kept_on_the_first_only() -> None:
    chrome = "<p>Was dit  nuttig?</p>"
    found = without_repeats(pages("<p>Een.</p>", *(f"<p>Eigen {number}.</p>{chrome}" for number in range(4))))
    assert texts(found.documents) == [["Een."], ["Eigen 0.", "Was dit nuttig?"], *([f"Eigen {n}."] for n in (1, 2, 3))]
    assert found.documents[1].notes == ()
    assert found.documents[2].notes[0].startswith("Overgeslagen: 1 stuk tekst dat op veel pagina's staat.")
    assert found.doubles == ()


def test_what_stands_on_few_pages_stays() -> None:
    found = without_repeats(pages(*(f"<p>Eigen {number}.</p><p>Samen.</p>" for number in range(3))))
    assert all("Samen." in own for own in texts(found.documents))
    many = without_repeats(pages(*(f"<p>Eigen {n}.</p>{'<p>Samen.</p>' if n < 4 else ''}" for n in range(9))))
    assert sum("Samen." in own for own in texts(many.documents)) == 4


def test_a_page_with_the_same_text_or_without_its_own_is_a_double() -> None:
    found = without_repeats(pages("<p>A.</p>", "<p>B.</p>", "<p> A.</p>"))
    assert texts(found.documents) == [["A."], ["B."]]
    assert found.doubles == (("/2", "/0"),)
    leftover = without_repeats(pages(*(f"<p>Eigen {n}.</p><p>X.</p><p>Y.</p>" for n in range(4)), "<p>X.</p>"))
    assert leftover.doubles == (("/4", "/0"),)
    assert len(leftover.documents) == 4


def test_nothing_is_taken_from_a_website_of_one_page() -> None:
    assert texts(without_repeats(pages("<p>A.</p><p>A.</p>")).documents) == [["A.", "A."]]
    assert without_repeats([]) == ((), ())
