"""The column ``niet_bij`` of a word list: where a word is fine."""

from __future__ import annotations

import pytest

from b1check.rulebook.context import compile_contexts


def holds(context: str, text: str) -> bool:
    """Tell whether ``context`` is there around the word "aan" in ``text``."""
    (fine,) = compile_contexts([context])
    start = text.index("aan")
    return fine(text, start, start + len("aan"))


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("zich *", "Hij trekt zich aan."),
        ("zich … *", "Hij trekt zich dat nu wel erg aan."),
        ("* de/het lijn", "Doe het aan de lijn."),
        ("* de/het lijn", "Doe het aan het lijn."),
        ("* … lijn", "Doe het aan een hele mooie lijn."),
        ("zich … * de", "Hij trekt zich dat aan, de held."),
        ("ZICH *", "Hij trekt Zich aan."),
        ("hond … *", "U hebt een hond. Lijn hem aan."),
    ],
)
def test_a_context_that_is_there(context: str, text: str) -> None:
    assert holds(context, text)


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("zich *", "Hij trekt zich dat aan."),
        ("zich … *", "Hij trekt zich dat nu wel heel erg aan."),  # five words in between
        ("* … lijn", "Doe het aan een hele mooie lange rechte lijn."),
        ("* de/het lijn", "Doe het aan deze lijn."),
        ("* lijn", "Doe het aan lijnen."),
        ("zich *", "Hij heeft overzich aan."),
        ("zich … * de", "Hij trekt zich dat aan."),
    ],
)
def test_a_context_that_is_not_there(context: str, text: str) -> None:
    assert not holds(context, text)
