import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

_SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "fuzz_readers.py"
_INPUTS = {"html": 1_500, "md": 1_500, "docx": 250}


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_readers", _SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(_INPUTS))
def test_every_character_of_broken_documents_maps_to_itself(fuzz: ModuleType, kind: str) -> None:
    told: list[str] = []
    counts = fuzz.run(kind, seed=1, count=_INPUTS[kind], show=told.append)
    assert not told
    assert counts["wrong"] == 0
    # Nearly all are read: a reader that refuses everything is never wrong.
    assert counts["read"] > 0.8 * counts["inputs"] == 0.8 * _INPUTS[kind]


@pytest.mark.slow
def test_the_same_seed_gives_the_same_inputs(fuzz: ModuleType) -> None:
    for kind in ("html", "md"):
        assert list(fuzz.inputs(kind, 1, 20)) == list(fuzz.inputs(kind, 1, 20)) != list(fuzz.inputs(kind, 2, 20))


@pytest.mark.slow
def test_a_reader_that_glues_words_is_caught(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    from b1check.documents.readers import html  # noqa: PLC0415 - it takes a library

    monkeypatch.setattr(html._Segmenter, "_void", lambda *_: None)
    assert fuzz.run("html", seed=1, count=500, show=lambda _: None)["wrong"] > 0
