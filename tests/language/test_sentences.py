import pytest
import spacy

from b1check.language import sentences
from b1check.language.sentences import sentence_starts


def split(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Bel dhr. J.P. de Vries of mevr. A. Jansen.",
        "Vraag naar mw. De Jong of naar prof. dr. A.B. van Dam.",
        "Het kost € 1.500,- per jaar en € 12,50 p.p. extra.",
        "Kom om 14.00 uur of bel tussen 9.00 en 17.00 uur.",
        "Dat staat in art. 3, lid 2, en in artikel 4:5 van de Awb.",
        "Stuur dit i.v.m. de termijn naar t.a.v. Bureau Leerplicht.",
        "U krijgt, d.w.z. als u dat wilt, bijv. een pas.",
        "Wij zien u op vrijdag 3 mei a.s. om 10.00 uur.",
        "Het gaat om 2 mln. euro, nr. 12 van de lijst.",
        "Wacht... of bel ons.",
        "Kies ja of nee! , zegt de folder.",
        "Bel nu! – € 5 per keer.",
        "‘Wat kost dat?’ vroeg de bewoner.",
        "Kies een dag (ma. t/m vr.) en een tijd.",
        "Let op: u moet zelf betalen.",
        "Mail info@gemeente.nl of kijk op www.gemeente.nl/afval.",
        "Deze regel loopt\ndoor op de volgende regel.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Wij helpen u.|Bel ons.",
        "Wij helpen U.|Bel ons.",
        "Wilt u dat?|Bel dan!|'s Avonds zijn wij er ook.",
        "Dat staat in artikel 3.|U kunt bezwaar maken.",
        "U betaalt op 1 mei 2025.|3 weken later krijgt u antwoord.",
        "Neem mee: pas, foto enz.|Het formulier krijgt u.",
        "Wij zien u vrijdag a.s.|U hoeft niets mee te nemen.",
        "(Zie bijlage 1.)|De rest volgt.",
        "“Dat kan niet.”|Toch deed hij het.",
        "Dat volgt nog...|Wij bellen u.",
        "De vergunning is voor Jansen B.V.|U krijgt bericht.",
        "mijnOverheid is gratis.|mijnOverheid is veilig.",
        "U betaalt meteen.|€ 5 is genoeg.",
        "Bel ons.|• € 5 per keer.",
    ],
)
def test_more_sentences(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een kop\n\nEen zin.", ["Een kop", "Een zin."]),
        ("1. Uw naam\n2. Uw adres", ["1. Uw naam", "2. Uw adres"]),
        ("Nodig:\n- een pas;\n- een foto.", ["Nodig:", "- een pas;", "- een foto."]),
        ("a. Ik huur;\nb. Ik koop.", ["a. Ik huur;", "b. Ik koop."]),
        ("Neem mee: 1. Een pas. 2. Een foto.", ["Neem mee: 1. Een pas.", "2. Een foto."]),
        ("Geachte heer Jansen,\nU schreef ons.", ["Geachte heer Jansen,", "U schreef ons."]),
        ("Hoogachtend,\nA. de Wit\nteamleider", ["Hoogachtend,", "A. de Wit", "teamleider"]),
        ("Hallo.\r\n\r\nDag.", ["Hallo.", "Dag."]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize("text", ["", "   ", "\n\n", ".", "...", "?!", "1.", "€", "\ufeff"])
def test_odd_input(text: str) -> None:
    assert len(sentence_starts(text)) <= 1


def test_component_sets_every_token() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe(sentences.FACTORY)
    doc = nlp("Bel dhr. De Vries. Hij helpt u.\n\nTot ziens!")
    assert [token.text for token in doc if token.is_sent_start] == ["Bel", "Hij", "Tot"]
    assert all(token.is_sent_start is not None for token in doc)
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Bel dhr. De Vries.",
        "Hij helpt u.",
        "Tot ziens!",
    ]


@pytest.mark.parametrize(
    "unit", ["Dit is art. 3 van J.P. de Vries. ", "a. ", "1.1. ", "Wat? ", "... ", "\n- a", ") ", "A"]
)
def test_a_long_text_begins_like_a_short_one(unit: str) -> None:
    # If every mark cost a look at all that came before it, the long text would take hours.
    short, long = unit * 400, unit * 200_000
    starts = sentence_starts(short)
    assert sentence_starts(long)[: len(starts)] == starts
