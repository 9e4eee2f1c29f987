import pytest

from b1check.language.dutch import DutchB1

NLP = DutchB1()


@pytest.mark.parametrize(
    "text",
    [
        "U dient d.w.z. vóór 1 mei in te leveren .",
        "Het kost € 1.500,- of € 12,50 per jaar .",
        "Om 14.00 uur , bel 14 030 ( ma. t/m vr. ) !",
        "Mail info@gemeente.nl of kijk op https://www.gemeente.nl/a?b=1 .",
        "'s Avonds in 's-Hertogenbosch zo'n foto's , auto’s en z'n pa's .",
        "art. 3 , lid 2 , en artikel 4:5 Awb",
        "dhr. J.P. de Vries en mevr. A. Jansen",
        "De partij(en) , (her)keuring en/of 5% van 10 m² .",
        "“ Ja ” , zei hij ; ‘ nee ’ : “ wel ” ?",
        "Wij helpen u .",
        "Wij helpen U .",
        "Dat is zo ...",
        "oud-burgemeester e-mail WOZ-waarde DigiD",
    ],
)
def test_tokens(text: str) -> None:
    expected = text.split()
    glued = text
    for mark in (" .", " ,", " !", " ;", " ?", " )", " ”", " ’", " :", " ..."):
        glued = glued.replace(mark, mark[1:])
    for mark in ("( ", "“ ", "‘ ", "€ "):
        glued = glued.replace(mark, mark[0])
    assert [token.text for token in NLP(glued)] == expected


def test_forgotten_space_after_a_full_stop() -> None:
    assert [token.text for token in NLP("Stuur de aanvraag.Doe dat nu.")] == [
        "Stuur", "de", "aanvraag", ".", "Doe", "dat", "nu", ".",
    ]  # fmt: skip


def test_text_is_kept() -> None:
    text = "  Een\tregel\nmet  wit,\r\n€5 en ‘raar’… "
    assert NLP(text).text == text
