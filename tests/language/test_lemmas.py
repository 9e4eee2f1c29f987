from pathlib import Path

import pytest
from spacy.tokens import Doc

from b1check.language.dutch import DutchB1
from b1check.language.lemmas import LemmaRules, WordTable, infinitive, join, singulars

NLP = DutchB1()
TABLE = WordTable(
    {
        "VERB": {
            "wijzen": "wijzen",
            "geleverd": "leveren",
            "zonden": "zenden",
            "vragen": "vragen",
            "vraagt": "vragen",
        },
        "NOUN": {"vergunningen": "vergunning", "paneel": "paneel", "slagen": "slag"},
        "PROPN": {"Nederlands": "Nederland"},
        "ADP": {"toe": "toe"},
    },
    [("af", "wijzen"), ("aan", "vragen"), ("aan", "leveren"), ("in", "leveren"), ("op", "sturen")],
)


def rules() -> LemmaRules:
    component = LemmaRules(NLP, "b1_lemmas")
    component.table = TABLE
    return component


def parsed(text: str, rows: list[tuple[str, str, str, int]], morphs: list[str] | None = None) -> Doc:
    words = text.split()
    return Doc(
        NLP.vocab,
        words=words,
        lemmas=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        morphs=morphs,
        sent_starts=[i == 0 for i in range(len(words))],
    )


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("Vraagt", "VERB", "vragen"),
        ("aangeleverd", "VERB", "aanleveren"),
        ("verzonden", "VERB", "verzenden"),
        ("parkeervergunningen", "NOUN", "parkeervergunning"),
        ("zonnepanelen", "NOUN", "zonnepaneel"),
        ("toeslagen", "NOUN", "toeslag"),
        ("Nederlands", "PROPN", "Nederland"),
        ("onbekend", "ADJ", None),
    ],
)
def test_table(form: str, pos: str, lemma: str | None) -> None:
    assert TABLE.lemma(form, pos, plural=True) == lemma


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("huur", "huren"), ("schaam", "schamen"), ("verzuimt", "verzuimen"), ("leg", "leggen"), ("geef", "geven"),
        ("leest", "lezen"), ("lever", "leveren"), ("bevestigt", "bevestigen"), ("treft", "treffen"),
        ("stuur", "sturen"), ("meld", "melden"),
    ],
)  # fmt: skip
def test_infinitive(form: str, expected: str) -> None:
    assert infinitive(form) == expected


def test_singulars_offer_the_right_one() -> None:
    plurals = {
        "bomen": "boom",
        "kaarten": "kaart",
        "brieven": "brief",
        "huizen": "huis",
        "bussen": "bus",
        "tafels": "tafel",
    }
    assert all(singular in singulars(plural) for plural, singular in plurals.items())


def test_join() -> None:
    assert join("Af", "wijzen") == "afwijzen"
    assert join("aan", "aanvragen") == "aanvragen"


def test_split_verb_gets_its_whole_lemma() -> None:
    doc = rules()(
        parsed(
            "Wij wijzen uw aanvraag af .",
            [
                ("wij", "PRON", "nsubj", 1),
                ("wijzen", "VERB", "ROOT", 1),
                ("uw", "PRON", "nmod:poss", 3),
                ("aanvraag", "NOUN", "obj", 1),
                ("af", "ADP", "compound:prt", 1),
                (".", "PUNCT", "punct", 1),
            ],
        )
    )
    assert doc[1].lemma_ == "afwijzen"
    assert doc[4].dep_ == "compound:prt"
    assert doc[4].head.i == 1


def test_particle_before_te_that_the_parser_missed() -> None:
    doc = rules()(
        parsed(
            "U dient dit in te leveren .",
            [
                ("u", "PRON", "nsubj", 1),
                ("dienen", "VERB", "ROOT", 1),
                ("dit", "PRON", "obj", 5),
                ("in", "ADP", "case", 2),
                ("te", "ADP", "mark", 5),
                ("leveren", "VERB", "xcomp", 1),
                (".", "PUNCT", "punct", 1),
            ],
        )
    )
    assert doc[5].lemma_ == "inleveren"
    assert doc[3].head.i == 5
    assert doc[3].dep_ == "compound:prt"


def test_of_two_particles_the_one_that_closes_the_clause_belongs_to_the_verb() -> None:
    doc = rules()(
        parsed(
            "Wij leveren aan de balie dit in .",
            [
                ("wij", "PRON", "nsubj", 1),
                ("leveren", "VERB", "ROOT", 1),
                ("aan", "ADP", "compound:prt", 1),
                ("de", "DET", "det", 4),
                ("balie", "NOUN", "obl", 1),
                ("dit", "PRON", "obj", 1),
                ("in", "ADP", "compound:prt", 1),
                (".", "PUNCT", "punct", 1),
            ],
        )
    )
    assert doc[1].lemma_ == "inleveren"


def test_fixed_expression_is_no_separable_verb() -> None:
    doc = rules()(
        parsed(
            "U komt in aanmerking .",
            [
                ("u", "PRON", "nsubj", 1),
                ("komen", "VERB", "ROOT", 1),
                ("in", "ADP", "compound:prt", 1),
                ("aanmerking", "NOUN", "fixed", 2),
                (".", "PUNCT", "punct", 1),
            ],
        )
    )
    assert doc[1].lemma_ == "komen"


def test_table_survives_the_disk(tmp_path: Path) -> None:
    rules().to_disk(tmp_path / "b1_lemmas")
    loaded = LemmaRules(NLP, "b1_lemmas").from_disk(tmp_path / "b1_lemmas")
    assert loaded.table.to_json() == TABLE.to_json()
