import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from b1check.errors import PipelineError
from b1check.language import demands, pipeline, sentences

ROOT_CODE = """
from b1check.language.pipeline import import_spacy
spacy = import_spacy()
assert "spacy.cli" not in __import__("sys").modules
import spacy.cli
assert spacy.cli.app
"""


def test_letter_sentence() -> None:
    doc = pipeline.load()("U dient de aanvraag vóór 1 mei in te leveren. Wij wijzen uw aanvraag af.")
    assert [sentence.text for sentence in doc.sents] == [
        "U dient de aanvraag vóór 1 mei in te leveren.",
        "Wij wijzen uw aanvraag af.",
    ]
    lemmas = {token.text: token.lemma_ for token in doc}
    assert lemmas["dient"] == "dienen"
    assert lemmas["leveren"] == "inleveren"
    assert lemmas["wijzen"] == "afwijzen"
    assert "VerbForm=Fin" in doc[1].morph


def test_passive() -> None:
    doc = pipeline.load()("Uw aanvraag is door het college afgewezen.")
    assert {"aux:pass", "nsubj:pass"} <= {token.dep_ for token in doc}


def test_no_underscore_in_lemmas() -> None:
    doc = pipeline.load()("Het basisniveau van de staatsstructuur gaat omhoog; de e-mails komen aan.")
    assert not [token.lemma_ for token in doc if "_" in token.lemma_]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "?", "\x00", "🙂 é", "a" * 5000, "- \n- \n- "])
def test_odd_input(text: str) -> None:
    assert pipeline.load()(text).text == text


def test_loaded_once_from_many_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len({id(nlp) for nlp in pool.map(lambda _: pipeline.load(), range(16))}) == 1


def saved(folder: Path, *without: str) -> str:
    """Return where a pipeline stands that is like ours without some of its components, as if somebody else made it."""
    nlp = pipeline.load_folder(pipeline.EMBEDDED)
    for name in (sentences.FACTORY, *without):
        nlp.remove_pipe(name)
    nlp.to_disk(folder / "nl_other")
    return str(folder / "nl_other")


def test_other_pipeline_gets_our_sentence_ends(tmp_path: Path) -> None:
    doc = pipeline.load(saved(tmp_path))("Bel dhr. De Vries. Hij helpt u.")
    assert [sentence.text for sentence in doc.sents] == ["Bel dhr. De Vries.", "Hij helpt u."]


_LEMMAS = ("trainable_lemmatizer", "b1_lemmas")


@pytest.mark.parametrize(
    ("without", "lacking"),
    [
        (("parser", "b1_relations"), "de ontleding van zinnen"),
        (("morphologizer",), "de woordsoort van elk woord, de vorm van werkwoorden"),
        (_LEMMAS, "de grondvorm van elk woord"),
    ],
)
def test_a_pipeline_that_tells_too_little_is_refused(tmp_path: Path, without: tuple[str, ...], lacking: str) -> None:
    with pytest.raises(PipelineError) as caught:
        pipeline.load(saved(tmp_path, *without))
    assert f"Universal Dependencies: {lacking}. Haal de instelling pipeline weg" in str(caught.value)


@pytest.mark.parametrize(
    ("components", "lacking"),
    [([], "de woordsoort"), (["sentencizer"], "de woordsoort")],
)
def test_a_pipeline_without_analysis_is_refused(tmp_path: Path, components: list[str], lacking: str) -> None:
    nlp = pipeline.import_spacy().blank("nl")
    for name in components:
        nlp.add_pipe(name)
    nlp.to_disk(tmp_path / "nl_blank")
    with pytest.raises(PipelineError, match=lacking):
        pipeline.load(str(tmp_path / "nl_blank"))


class Told:
    """A pipeline that says of the words what the test wants."""

    def __init__(self, lang: str = "nl", **told: str) -> None:
        self.lang = lang
        self._told = {"pos_": "NOUN", "morph": "VerbForm=Fin", "lemma_": "x", "dep_": "nsubj:pass"} | told

    def __call__(self, text: str) -> list[SimpleNamespace]:
        return [SimpleNamespace(**self._told) for _ in text.split()]


@pytest.mark.parametrize(
    ("nlp", "lacking"),
    [
        (Told(), []),
        (Told(lang="nl_b1"), []),
        (Told(lang="xx"), []),
        (Told(dep_="NSUBJ"), []),  # as Stanza writes them, or in capitals
        (Told(lang="de"), ["het Nederlands"]),
        (Told(pos_="N|soort|ev"), ["de woordsoort van elk woord"]),  # the tags of Alpino
        (Told(morph="WW|pv|tgw"), ["de vorm van werkwoorden"]),
        (Told(dep_="nsubjpass"), ["de ontleding van zinnen"]),  # the labels of ClearNLP
        (Told(dep_="su"), ["de ontleding van zinnen"]),  # those of Alpino
        (Told(dep_="dep"), ["de ontleding van zinnen"]),
    ],
)
def test_labels_must_be_those_of_universal_dependencies(nlp: Told, lacking: list[str]) -> None:
    assert list(demands.missing(cast(Any, nlp))) == lacking


def test_a_pipeline_that_breaks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(nlp: object) -> list[str]:
        raise ValueError("[E1] kapot")

    monkeypatch.setattr(demands, "missing", broken)
    with pytest.raises(PipelineError, match=r"werkt niet: \[E1\] kapot"):
        pipeline.load(saved(tmp_path))


def test_unknown_pipeline_tells_what_to_do() -> None:
    with pytest.raises(PipelineError, match="nl_bestaat_niet"):
        pipeline.load("nl_bestaat_niet")


def test_command_line_of_spacy_still_works() -> None:
    done = subprocess.run([sys.executable, "-c", ROOT_CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_tokenizer_of_the_language_is_the_one_that_was_saved() -> None:
    whole = pipeline.import_spacy().load(pipeline.EMBEDDED)
    assert pipeline.load_folder(pipeline.EMBEDDED).tokenizer.to_bytes() == whole.tokenizer.to_bytes()
