"""The values that the pipeline gives, and that it keeps nothing of the texts themselves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from b1check.language import pipeline
from b1check.language.analysis import Analyser, Analysis, from_doc

TEXTS = [
    "U dient de aanvraag vóór 1 mei in te leveren. Wij wijzen uw aanvraag af.",
    "Het Zwartewaterkanaalpontje vaart niet, zegt mevrouw Oudkoopstra.",
    "",
    "Bel 14 030 😀 of kijk op zandwijk.example/pontje.",
]


def plain(analysis: Analysis) -> list[tuple[str, str, str, str, str, int]]:
    return [
        (token.text, token.lemma, token.pos, token.morph, token.dep, token.head)
        for sentence in analysis.sentences
        for token in sentence.tokens
    ]


def test_what_is_forgotten_changes_no_analysis() -> None:
    """The values are read after the pipeline forgot the words, and again when it met other ones."""
    whole = pipeline.load_folder(pipeline.EMBEDDED)  # never in a zone
    expected = [plain(from_doc(whole(text))) for text in TEXTS]
    analyser = Analyser()
    together = analyser.analyse(TEXTS)
    analyser.analyse(["Een heel ander Kwakkelwinterweekendje.", "En nog een Regenjassenfabriekje."])
    assert [plain(one) for one in together] == expected
    assert [plain(one) for text in TEXTS for one in Analyser().analyse([text])] == expected


def test_the_pipeline_forgets_the_words_of_a_text() -> None:
    strings = pipeline.load().vocab.strings
    analyser = Analyser()
    analyser.warm_up()
    before = len(strings)
    analyser.analyse([f"Uw nummer is {number} bij het Zandwijkloket{number}." for number in range(50)])
    analyser.analyse(["Dit is het enige Zandwijkloketje."])
    assert len(strings) == before
    assert "Zandwijkloketje" not in strings


def test_after_an_error_the_next_text_is_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    analyser = Analyser()
    nlp = pipeline.load()
    with monkeypatch.context() as patch, pytest.raises(ValueError, match="kapot"):
        patch.setattr(type(nlp), "__call__", broken)
        analyser.analyse(["Dit gaat mis."])
    assert not nlp.vocab.in_memory_zone
    assert analyser.analyse(["Dit gaat goed."])[0].word_count == 3


def broken(*_: object) -> None:
    raise ValueError("kapot")


def test_threads_share_the_pipeline_and_what_it_forgets() -> None:
    texts = [f"Brief {number} gaat over het Dossierpandje{number}, zegt de gemeente." for number in range(40)]
    alone = [plain(Analyser().analyse([text])[0]) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: plain(Analyser().analyse([text])[0]), texts))
    assert found == alone


def test_a_pipeline_of_somebody_else_keeps_its_words(tmp_path: Path) -> None:
    """Its components may keep such words themselves, and would then point at nothing."""
    pipeline.load_folder(pipeline.EMBEDDED).to_disk(tmp_path / "nl_other")
    name = str(tmp_path / "nl_other")
    strings = pipeline.load(name).vocab.strings
    Analyser(name).analyse(["Dit is het enige Zandwijkpontje."])
    assert "Zandwijkpontje" in strings
