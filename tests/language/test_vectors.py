import numpy as np
import pytest

from b1check.language import pipeline, vectors

WORDS = ["Wij", "wijzen", "uw", "aanvraag", "af", "uw", "bezwaar", "."]


def expected(words: list[str]) -> np.ndarray:
    """Work the vectors out as spaCy does, without remembering any."""
    plain = pipeline.import_spacy().load(pipeline.EMBEDDED, exclude=["tokenizer"]).vocab
    return np.array([plain.vectors.get_batch([plain.strings.add(word)])[0] for word in words])


@pytest.mark.parametrize("kept", [1, 5, 7, 100])
def test_the_same_vectors_as_those_of_spacy(monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    monkeypatch.setattr(vectors, "_KEPT", kept)
    vocab = pipeline.load_folder(pipeline.EMBEDDED).vocab
    assert isinstance(vocab.vectors, vectors.RememberedVectors)
    keys = np.array([vocab.strings.add(word) for word in WORDS], dtype=np.uint64)
    for part in (keys, keys[:3], keys[3:], keys):
        wanted = expected([vocab.strings[key] for key in part])
        assert np.array_equal(vocab.vectors.get_batch(part), wanted)
    assert len(vocab.vectors._rows) <= kept


def test_an_empty_text_has_no_vectors() -> None:
    vocab = pipeline.load().vocab
    assert len(vocab.vectors.get_batch(np.array([], dtype=np.uint64))) == 0
