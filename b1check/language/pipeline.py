"""Loads the Dutch pipeline: the embedded one, or any spaCy pipeline that is installed."""

from __future__ import annotations

import importlib
import sys
import threading
import types
from pathlib import Path
from typing import TYPE_CHECKING

from b1check.errors import PipelineError
from b1check.language import demands

if TYPE_CHECKING:
    from spacy.language import Language

EMBEDDED = Path(__file__).with_name("model")

_TAKE_OURS = "Haal de instelling pipeline weg: dan gebruikt b1check zijn eigen taalanalyse."
_CLI_MODULES = ("spacy.cli", "spacy.cli.info")
_loaded: dict[str | None, Language] = {}
_lock = threading.Lock()


def load(name: str | None = None) -> Language:
    """Return a Dutch pipeline, loaded once for each name; safe to call from several threads.

    Args:
        name: an installed spaCy pipeline such as ``nl_core_news_lg``; None for the one that b1check brings.

    Raises:
        PipelineError: when there is no such pipeline, it cannot be read, or it tells too little of a text.
    """
    with _lock:
        if name not in _loaded:
            _loaded[name] = _load_embedded() if name is None else _load_installed(name)
        return _loaded[name]


def load_folder(folder: Path) -> Language:
    """Load a pipeline of ours from a folder, without remembering it."""
    spacy = import_spacy()
    importlib.import_module("b1check.language.dutch")  # registers the language
    importlib.import_module("b1check.language.sentences")  # registers the components
    importlib.import_module("b1check.language.lemmas")
    importlib.import_module("b1check.language.relations")
    vectors = importlib.import_module("b1check.language.vectors")
    # The tokenizer is made with the language; the one in the folder is the same, and would be made after it.
    nlp: Language = spacy.load(
        folder, exclude=["tokenizer"], config={"nlp": {"vectors": {"@vectors": vectors.FACTORY}}}
    )
    return nlp


def _load_embedded() -> Language:
    try:
        return load_folder(EMBEDDED)
    except (OSError, ValueError) as error:
        raise PipelineError(
            "De Nederlandse taalanalyse van b1check ontbreekt of is beschadigd. Installeer b1check opnieuw."
        ) from error


def _load_installed(name: str) -> Language:
    spacy = import_spacy()
    sentences = importlib.import_module("b1check.language.sentences")
    try:
        nlp: Language = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise PipelineError(
            f"De taalanalyse '{name}' is niet gevonden. {_TAKE_OURS} Of installeer haar met: "
            f"python -m spacy download {name}"
        ) from error
    if sentences.FACTORY not in nlp.pipe_names:  # one that was trained as ours has it
        nlp.add_pipe(sentences.FACTORY, before="parser" if "parser" in nlp.pipe_names else None)
    try:
        lacking = list(demands.missing(nlp))
    except ValueError as error:
        raise PipelineError(f"De taalanalyse '{name}' werkt niet: {error}. {_TAKE_OURS}") from error
    if lacking:
        raise PipelineError(
            f"De taalanalyse '{name}' geeft b1check niet genoeg. Dit ontbreekt, of heeft andere namen dan in Universal "
            f"Dependencies: {', '.join(lacking)}. {_TAKE_OURS}"
        )
    return nlp


def import_spacy() -> types.ModuleType:
    """Import spaCy without its command line, which costs 150 ms and which we never need.

    ``import spacy`` pulls in ``spacy.cli``. Empty stand-ins take its place during the import and are removed after
    it, so that ``import spacy.cli`` works as always for whoever wants it. If spaCy ever changes so that this fails,
    the plain import is used.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {name: types.ModuleType(name) for name in _CLI_MODULES}
    for module in stand_ins.values():
        module.__path__ = []
    stand_ins["spacy.cli.info"].info = lambda *args, **settings: None  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        spacy = importlib.import_module("spacy")
    except (ImportError, AttributeError):
        _remove(stand_ins)
        for name in [name for name in sys.modules if name == "spacy" or name.startswith("spacy.")]:
            del sys.modules[name]
        return importlib.import_module("spacy")
    _remove(stand_ins)
    if getattr(spacy, "cli", None) is stand_ins["spacy.cli"]:
        del spacy.cli
    return spacy


def _remove(stand_ins: dict[str, types.ModuleType]) -> None:
    for name, module in stand_ins.items():
        if sys.modules.get(name) is module:
            del sys.modules[name]
