import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from b1check.errors import PipelineError
from b1check.language import pipeline

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


def test_other_pipeline_gets_our_sentence_ends(tmp_path: Path) -> None:
    pipeline.import_spacy().blank("nl").to_disk(tmp_path / "nl_other")
    doc = pipeline.load(str(tmp_path / "nl_other"))("Bel dhr. De Vries. Hij helpt u.")
    assert [sentence.text for sentence in doc.sents] == ["Bel dhr. De Vries.", "Hij helpt u."]


def test_unknown_pipeline_tells_what_to_do() -> None:
    with pytest.raises(PipelineError, match="nl_bestaat_niet"):
        pipeline.load("nl_bestaat_niet")


def test_command_line_of_spacy_still_works() -> None:
    done = subprocess.run([sys.executable, "-c", ROOT_CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_tokenizer_of_the_language_is_the_one_that_was_saved() -> None:
    whole = pipeline.import_spacy().load(pipeline.EMBEDDED)
    assert pipeline.load_folder(pipeline.EMBEDDED).tokenizer.to_bytes() == whole.tokenizer.to_bytes()
