"""The component for spaCy: the same findings as everywhere, in any Dutch pipeline."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import b1check
from b1check import Config, ConfigError, Report
from b1check.language import pipeline

NOTEBOOK = Path(__file__).parents[1] / "docs" / "voorbeelden" / "spacy.ipynb"
TEXT = (
    "Beste 😀 inwoner,\r\n\r\nIndien u vragen heeft, dient u contact op te nemen. Bel 14 030 of kijk op x.nl/indien.\n"
)
LONG = "Wij sturen u een brief. U krijgt die voor 1 mei. Indien u vragen heeft, belt u ons. Dat kan op elke dag.\n" * 8


def made(**config: Any) -> Language:
    nlp = spacy.blank("nl")
    nlp.add_pipe("b1check", config=config)
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    return made()


def labels(doc: Doc) -> list[tuple[str, str]]:
    return [(span.label_, span.text) for span in doc.spans["b1check"]]


def test_spacy_finds_it_by_its_name() -> None:
    (point,) = metadata.entry_points(group="spacy_factories", name="b1check")
    assert point.value == "b1check.spacy_component:create"
    code = (
        "import spacy, sys; nlp = spacy.blank('nl'); nlp.add_pipe('b1check'); print(nlp('Indien u belt.')._.b1.words)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "3\n"


def test_the_report_is_that_of_b1check_and_its_offsets_are_those_of_the_text(nlp: Language) -> None:
    doc = nlp(TEXT)
    report: Report = doc._.b1
    assert report.findings == b1check.check(TEXT).findings
    assert {"formeel-verbindingswoord", "dient-te"} <= {finding.rule for finding in report.findings}
    for finding in report.findings:
        if finding.reach == "woorden":
            assert doc.text[finding.span.start : finding.span.end] == finding.text
    assert doc._.b1.score is None
    assert nlp(LONG)._.b1.score == b1check.check(LONG).score is not None


def test_spans_are_the_tokens_of_the_findings(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert ("formeel-verbindingswoord", "Indien") in labels(doc)
    assert ("dient-te", "dient") in labels(doc)
    places = [finding for finding in doc._.b1.findings if finding.block is not None]
    assert len(labels(doc)) == len(places) < len(doc._.b1.findings)
    shown = displacy.render(doc, style="span", options={"spans_key": "b1check"}, jupyter=False)
    assert "formeel-verbindingswoord" in shown


@pytest.mark.parametrize(
    "without",
    [(), ("parser", "b1_relations"), ("morphologizer",), ("trainable_lemmatizer", "b1_lemmas"), ("b1_sentences",)],
    ids=" ".join,
)
def test_it_works_in_a_pipeline_with_any_analysis_of_its_own(without: tuple[str, ...], nlp: Language) -> None:
    own = pipeline.load_folder(pipeline.EMBEDDED)
    for name in without:
        own.remove_pipe(name)
    own.add_pipe("b1check")
    doc = own(TEXT)
    assert doc._.b1 == nlp(TEXT)._.b1
    assert doc.has_annotation("DEP") is ("parser" not in without)  # what the pipeline said itself is still there
    assert doc.has_annotation("POS") is ("morphologizer" not in without)


def set_other_tags(doc: Doc) -> Doc:
    """Label the words as pipelines did before Universal Dependencies."""
    for token in doc:
        token.tag_, token.dep_, token.lemma_ = "N|soort|ev|basis|zijd|stan", "su", "x"
    return doc


Language.component("andere_labels", func=set_other_tags)


@pytest.mark.parametrize("language", ["nl", "xx", "en"])
@pytest.mark.parametrize(
    "components", [["sentencizer"], ["entity_ruler", "merge_entities"], ["andere_labels"], ["token_splitter"]]
)
@pytest.mark.filterwarnings("ignore:.W036")  # a ruler without patterns
def test_it_works_beside_any_component(language: str, components: list[str], nlp: Language) -> None:
    other = spacy.blank(language)
    for name in components:
        other.add_pipe(name)
    other.add_pipe("b1check")
    doc = other(TEXT)
    assert doc._.b1 == nlp(TEXT)._.b1
    assert labels(doc) == labels(nlp(TEXT))
    assert ("sentencizer" in components) is doc.has_annotation("SENT_START")
    assert all(token.dep_ == "su" for token in doc) is (components == ["andere_labels"])


def test_words_that_the_pipeline_merged_are_whole_in_the_spans(nlp: Language) -> None:
    other = spacy.blank("nl")
    other.add_pipe("entity_ruler").add_patterns([{"label": "X", "pattern": "dient u contact op"}])
    other.add_pipe("merge_entities")
    other.add_pipe("b1check")
    doc = other(TEXT)
    assert doc._.b1 == nlp(TEXT)._.b1
    assert ("dient-te", "dient u contact op") in labels(doc)


def test_a_tokenizer_of_its_own(nlp: Language) -> None:
    other = spacy.blank("nl")
    other.tokenizer = lambda text: Doc(other.vocab, words=list(text), spaces=[False] * len(text))
    other.add_pipe("b1check")
    doc = other(TEXT)
    assert doc._.b1 == nlp(TEXT)._.b1
    assert ("formeel-verbindingswoord", "Indien") in labels(doc)


def test_a_document_made_from_words() -> None:
    nlp = made()
    doc = nlp(Doc(nlp.vocab, words=["Indien", "u", "belt", ",", "helpen", "wij", "u", "."]))
    assert doc._.b1.findings == b1check.check(doc.text).findings
    assert labels(doc)[0] == ("formeel-verbindingswoord", "Indien")


def test_one_text_that_cannot_be_read_stops_no_other() -> None:
    nlp = made()
    met: list[str] = []
    nlp.set_error_handler(lambda name, component, docs, error: met.append(f"{name}: {error}"))
    texts = [TEXT, "woord " * 20_000, TEXT]
    assert [doc.text for doc in nlp.pipe(texts)] == [TEXT, TEXT]
    assert met == ["b1check: Deze tekst heeft een alinea van meer dan 100000 tekens. Zet er witregels in."]


def test_a_report_outlives_the_memory_zone_of_its_document(nlp: Language) -> None:
    with nlp.memory_zone():
        doc = nlp(TEXT)
        report, spans = doc._.b1, labels(doc)
    del doc
    assert report == nlp(TEXT)._.b1
    assert spans == labels(nlp(TEXT))


def test_a_second_component_replaces_the_report_of_the_first() -> None:
    nlp = made()
    nlp.add_pipe("b1check", name="b1check_wet", config={"select": ["dient-te"]})
    doc = nlp(TEXT)
    assert {finding.rule for finding in doc._.b1.findings} == {"dient-te"} == {rule for rule, _ in labels(doc)}


@pytest.fixture
def taken() -> Iterator[None]:
    """``doc._.b1`` is something of another program."""
    ours = Doc.get_extension("b1")
    Doc.set_extension("b1", default="van een ander", force=True)
    yield
    Doc.set_extension("b1", getter=ours[2], force=True)


def test_an_attribute_of_somebody_else_is_not_taken_for_ours(taken: None) -> None:
    with pytest.raises(ConfigError, match=r'al van een ander programma.*Doc\.remove_extension\("b1"\)'):
        made()
    assert spacy.blank("nl")("Dit blijft.")._.b1 == "van een ander"
    Doc.remove_extension("b1")
    assert made()("Indien u belt.")._.b1.findings


def test_an_attribute_that_is_taken_later_is_noticed(nlp: Language, request: pytest.FixtureRequest) -> None:
    assert nlp(TEXT)._.b1.findings
    request.getfixturevalue("taken")
    with pytest.raises(ConfigError, match="al van een ander programma"):
        nlp(TEXT)


def test_a_process_where_the_attribute_was_taken_first_says_so() -> None:
    code = (
        "import spacy; from spacy.tokens import Doc; Doc.set_extension('b1', default=1)\n"
        "nlp = spacy.blank('nl'); nlp.add_pipe('sentencizer'); nlp('Dit gaat goed.')\n"
        "try: nlp.add_pipe('b1check')\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("ConfigError doc._.b1 is al van een ander programma.")


def test_html_is_read_as_html() -> None:
    text = "<p>Als u vragen hebt, b&euro;lt u ons.</p><p><b>Ind</b>ien u dat wilt.</p>"
    doc = made(format="html", select=["formeel-verbindingswoord"])(text)
    assert doc._.b1.format == "html"
    (finding,) = doc._.b1.findings
    assert finding.text == "Indien"
    assert doc.text[finding.span.start : finding.span.end] == "Ind</b>ien"
    assert "ien" in labels(doc)[0][1]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_text_without_words_has_no_report(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.b1 is None
    assert labels(doc) == []


def test_settings_go_to_the_checker() -> None:
    assert [rule for rule, _ in labels(made(select=["dient-te"])(TEXT))] == ["dient-te"]
    assert "dient-te" not in [rule for rule, _ in labels(made(ignore=["dient-te"])(TEXT))]
    text = "De leges voor de omgevingsvergunning zijn 12 euro."
    report = b1check.check(text, config=Config(profile="professional"))
    assert made(profile="professional")(text)._.b1.findings == report.findings
    assert report.findings != b1check.check(text).findings


@pytest.mark.parametrize(
    ("config", "words"),
    [({"profile": "burger"}, "Kies uit"), ({"select": ["dient-tee"]}, "Bedoelt u dient-te?"), ({"ignore": ["x"]}, "x")],
)
def test_settings_that_cannot_be_are_refused_at_once(config: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        made(**config)
    assert words in str(caught.value)


def test_an_unknown_setting_is_refused_by_spacy() -> None:
    with pytest.raises(ValueError, match="adres"):
        made(adres="u")


def test_a_pipeline_comes_back_from_disk_and_from_bytes(tmp_path: Path) -> None:
    nlp = made(select=["dient-te"])
    nlp.to_disk(tmp_path / "pijplijn")
    back = spacy.load(tmp_path / "pijplijn")
    assert labels(back(TEXT)) == labels(nlp(TEXT)) == [("dient-te", "dient")]
    other = spacy.blank("nl").from_config(nlp.config)
    other.from_bytes(nlp.to_bytes())
    assert labels(other(TEXT)) == [("dient-te", "dient")]


def test_a_document_comes_back_with_its_report(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    doc.to_disk(tmp_path / "brief.spacy")
    copies = [
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        Doc(nlp.vocab).from_disk(tmp_path / "brief.spacy"),
        next(iter(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab))),
        pickle.loads(pickle.dumps(doc)),
    ]
    for copy in copies:
        assert copy._.b1 == doc._.b1
        assert labels(copy) == labels(doc)


def test_the_component_can_go_to_another_process() -> None:
    component = pickle.loads(pickle.dumps(made(select=["dient-te"]).get_pipe("b1check")))
    doc = component(spacy.blank("nl")(TEXT))
    assert labels(doc) == [("dient-te", "dient")]


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_many_texts_in_batches_and_processes(nlp: Language, processes: int) -> None:
    texts = [f"Brief {number}. {TEXT}" for number in range(7)] + [""]
    done = list(nlp.pipe(texts, batch_size=3, n_process=processes))
    assert [doc.text for doc in done] == texts
    alone = [nlp(text) for text in texts]
    assert [doc._.b1 for doc in done] == [doc._.b1 for doc in alone]
    assert [labels(doc) for doc in done] == [labels(doc) for doc in alone]


def test_a_document_that_comes_by_again_is_checked_anew(nlp: Language) -> None:
    doc = nlp(TEXT)
    first = labels(doc)
    again = nlp.get_pipe("b1check")(doc)
    assert labels(again) == first
    assert again._.b1.findings == b1check.check(TEXT).findings


# -- the example


def outputs(cell: dict[str, Any], names: dict[str, Any]) -> list[dict[str, Any]]:
    """Run a cell as Jupyter does, and return its outputs in the form of a notebook."""
    tree = ast.parse("".join(cell["source"]))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None
    found: list[dict[str, Any]] = []
    if printed.getvalue():
        found.append({"name": "stdout", "output_type": "stream", "text": lines(printed.getvalue())})
    if isinstance(value, str) and value.startswith("<"):  # what displaCy shows
        html = {"text/html": lines(value), "text/plain": ["<IPython.core.display.HTML object>"]}
        found.append({"data": html, "metadata": {}, "output_type": "display_data"})
    elif value is not None:
        raise AssertionError("print what a reader must see")
    return found


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


@pytest.mark.slow
def test_the_example_does_what_it_shows() -> None:
    """After a change that is meant: ``python tests/test_spacy_component.py`` writes the outputs anew."""
    names: dict[str, Any] = {"__name__": "__main__"}
    cells = [cell for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert len(cells) >= 4
    for cell in cells:
        assert outputs(cell, names) == cell["outputs"], "".join(cell["source"])


if __name__ == "__main__":
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    shared: dict[str, Any] = {"__name__": "__main__"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = outputs(cell, shared)
    NOTEBOOK.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
