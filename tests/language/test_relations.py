import pytest
from spacy.tokens import Doc

from b1check.language.dutch import DutchB1
from b1check.language.relations import correct_relations

NLP = DutchB1()


def clause(auxiliary: str, lemma: str, participle: str, verb: str, guess: str, subject: str) -> Doc:
    return Doc(
        NLP.vocab,
        words=["Dit", auxiliary, participle],
        lemmas=["dit", lemma, verb],
        pos=["PRON", "AUX", "VERB"],
        morphs=["", "VerbForm=Fin", "VerbForm=Part"],
        deps=[subject, guess, "ROOT"],
        heads=[2, 2, 2],
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("is", "zijn", "vervallen", "vervallen", "aux:pass", "nsubj:pass"), ["nsubj", "aux", "ROOT"]),
        (("is", "zijn", "ondergelopen", "onderlopen", "aux:pass", "nsubj:pass"), ["nsubj", "aux", "ROOT"]),
        (("is", "zijn", "gebleken", "blijken", "cop", "nsubj"), ["nsubj", "aux", "ROOT"]),
        (("wordt", "worden", "afgewezen", "afwijzen", "aux", "nsubj"), ["nsubj:pass", "aux:pass", "ROOT"]),
        (
            ("is", "zijn", "afgewezen", "afwijzen", "aux:pass", "nsubj:pass"),
            ["nsubj:pass", "aux:pass", "ROOT"],
        ),
    ],
)
def test_verb_decides(words: tuple[str, str, str, str, str, str], expected: list[str]) -> None:
    assert [token.dep_ for token in correct_relations(clause(*words))] == expected


def test_copula_of_the_subject_becomes_the_auxiliary() -> None:
    doc = Doc(
        NLP.vocab,
        words=["is", "de", "betaling", "opgeschort"],
        lemmas=["zijn", "de", "betaling", "opschorten"],
        pos=["AUX", "DET", "NOUN", "VERB"],
        morphs=["VerbForm=Fin", "", "", "VerbForm=Part"],
        deps=["cop", "det", "nsubj:pass", "ROOT"],
        heads=[2, 2, 3, 3],
    )
    correct_relations(doc)
    assert (doc[0].dep_, doc[0].head.text) == ("aux:pass", "opgeschort")


def test_object_of_a_passive_without_subject_is_the_subject() -> None:
    doc = Doc(
        NLP.vocab,
        words=["Hier", "wordt", "één", "pas", "afgegeven"],
        lemmas=["hier", "worden", "één", "pas", "afgeven"],
        pos=["ADV", "AUX", "NUM", "NOUN", "VERB"],
        morphs=["", "VerbForm=Fin", "", "", "VerbForm=Part"],
        deps=["advmod", "aux:pass", "nummod", "obj", "ROOT"],
        heads=[4, 4, 3, 4, 4],
    )
    assert correct_relations(doc)[3].dep_ == "nsubj:pass"


def test_object_form_is_no_subject() -> None:
    doc = Doc(
        NLP.vocab,
        words=["Bel", "ons"],
        lemmas=["bellen", "ons"],
        pos=["VERB", "PRON"],
        morphs=["VerbForm=Fin", "Person=1"],
        deps=["ROOT", "nsubj"],
        heads=[0, 0],
    )
    assert correct_relations(doc)[1].dep_ == "obj"


@pytest.mark.parametrize(
    ("deps", "expected"),
    [
        (["obj", "advmod"], ["nsubj:pass", "advmod"]),
        (["obj", "obj"], ["obj", "obj"]),
        (["expl", "obj"], ["expl", "obj"]),
    ],
)
def test_the_only_object_of_a_passive_without_a_subject_is_its_subject(deps: list[str], expected: list[str]) -> None:
    doc = Doc(
        NLP.vocab,
        words=["Geld", "wordt", "morgen", "betaald"],
        lemmas=["geld", "worden", "morgen", "betalen"],
        pos=["NOUN", "AUX", "NOUN", "VERB"],
        morphs=["", "VerbForm=Fin", "", "VerbForm=Part"],
        deps=[deps[0], "aux", deps[1], "ROOT"],
        heads=[3, 3, 3, 3],
    )
    correct_relations(doc)
    assert [doc[0].dep_, doc[2].dep_] == expected
