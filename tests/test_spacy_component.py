"""The component for spaCy: the same findings as everywhere, in any Dutch pipeline."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import pickle
import subprocess
import sys
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


def test_it_works_in_a_pipeline_with_its_own_analysis() -> None:
    own = (
        spacy.load(pipeline.EMBEDDED)
        if "nl_b1" in spacy.registry.languages
        else pipeline.load_folder(pipeline.EMBEDDED)
    )
    own.add_pipe("b1check")
    doc = own(TEXT)
    assert doc.has_annotation("TAG") or doc.has_annotation("POS")
    assert doc._.b1 == made()(TEXT)._.b1


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
