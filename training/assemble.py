"""Put a trained pipeline together with the rule components, as the package ships it.

    python -m training.assemble TRAINED_FOLDER WORDS.json OUT_FOLDER

Adds the sentence rules before the parser and the lemma rules behind it, and the licence.
"""

import argparse
import shutil
from pathlib import Path

import spacy
import srsly  # type: ignore[import-untyped]

import b1check.language.dutch  # noqa: F401 - registers the language "nl_b1"
from b1check.language import lemmas, relations, sentences

_INITIALIZE = ("vectors", "init_tok2vec", "vocab_data", "lookups", "before_init", "after_init")
_TRAINING = Path(__file__).parent


def assemble(trained: Path, words: Path, out: Path) -> None:
    """Write the finished pipeline in ``out``, which is emptied first."""
    nlp = spacy.load(trained)
    nlp.add_pipe(sentences.FACTORY, before="parser")
    rules = nlp.add_pipe(lemmas.FACTORY, last=True)
    nlp.add_pipe(relations.FACTORY, last=True)
    assert isinstance(rules, lemmas.LemmaRules)
    rules.table = lemmas.WordTable.from_json(srsly.read_json(words))
    nlp.meta.update(
        name="b1check",
        version="1.0.0",
        description="Dutch pipeline of b1check for official letters",
        license="CC BY-SA 4.0",
        author="b1check",
    )
    nlp.meta.pop("performance", None)
    # Nothing of the training may stay in the package, least of all the paths of the machine it ran on.
    for name in ("paths", "corpora", "training", "pretraining", "system"):
        nlp.config.pop(name, None)
    nlp.config["initialize"] = {**dict.fromkeys(_INITIALIZE), "components": {}, "tokenizer": {}}
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    shutil.copy(_TRAINING / "MODEL_NOTICE.txt", out / "NOTICE")
    shutil.copy(_TRAINING / "MODEL_LICENSE.txt", out / "LICENSE")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("trained", type=Path)
    parser.add_argument("words", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    assemble(options.trained, options.words, options.out)


if __name__ == "__main__":
    main()
