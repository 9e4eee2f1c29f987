"""Train floret vectors on plain lines and write them as a spaCy pipeline that `config.cfg` starts from.

    python -m training.vectors OUT_FOLDER LINES.txt... [--dim 96] [--rows 20000] [--epochs 5]

floret keeps one small table for all words and their parts, so that every word gets a vector, also one that no raw text
holds: right for Dutch, where compounds are made on the spot. The text is split with the same tokenizer as everywhere.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import floret  # type: ignore[import-untyped]
import spacy
from spacy.vectors import Mode, Vectors  # type: ignore[import-not-found]

from b1check.language.dutch import DutchB1


def tokenized(paths: list[Path]) -> Iterator[str]:
    """Yield every line as tokens with a space between."""
    tokenizer = DutchB1().tokenizer
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield " ".join(token.text for token in tokenizer(line.strip()) if not token.is_space)


def train(paths: list[Path], *, dim: int, rows: int, epochs: int, threads: int) -> spacy.language.Language:
    """Train the vectors and return an empty pipeline that holds them."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "tokens.txt"
        with text.open("w", encoding="utf-8") as out:
            out.writelines(line + "\n" for line in tokenized(paths))
        model = floret.train_unsupervised(
            str(text),
            model="cbow",
            mode="floret",
            dim=dim,
            bucket=rows,
            minn=3,
            maxn=5,
            hashCount=2,
            minCount=5,
            epoch=epochs,
            thread=threads,
        )
        table = Path(folder) / "vectors.floret"
        model.save_floret_vectors(str(table))
        nlp = DutchB1()
        with table.open(encoding="utf-8") as lines:
            nlp.vocab.vectors = _read(nlp, lines)
    return nlp


def _read(nlp: spacy.language.Language, lines: Iterator[str]) -> Vectors:
    """Read floret's text format: a header with the settings, then one row a bucket."""
    rows, dim, minn, maxn, hashes, seed, begin, end = next(lines).split(" ")
    data = nlp.vocab.vectors.data.__class__((int(rows), int(dim)), dtype="f")
    for line in lines:
        index, *values = line.rstrip().split(" ")
        data[int(index)] = [float(value) for value in values]
    return Vectors(
        strings=nlp.vocab.strings,
        data=data,
        mode=Mode.floret,
        minn=int(minn),
        maxn=int(maxn),
        hash_count=int(hashes),
        hash_seed=int(seed),
        bow=begin,
        eow=end.strip(),
    )


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("lines", type=Path, nargs="+")
    parser.add_argument("--dim", type=int, default=96)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    nlp = train(options.lines, dim=options.dim, rows=options.rows, epochs=options.epochs, threads=options.threads)
    nlp.to_disk(options.out)


if __name__ == "__main__":
    main()
