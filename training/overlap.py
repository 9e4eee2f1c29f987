"""Prove that no sentence of a test file, or nearly the same sentence, stands in the training files.

    python -m training.overlap TEST.conllu TRAIN.conllu...

A sentence is the same when its letters and digits are, and nearly the same when it shares 60 % of its runs of five
words (Jaccard). Prints what it finds; ends with code 1 when there is anything.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from training.treebank import Sentence, read

_RUN = 5
_NEAR = 0.6


def runs(sentence: Sentence) -> frozenset[tuple[str, ...]]:
    """Return the runs of five words of a sentence; of a short sentence, the whole."""
    words = [word.form.lower() for word in sentence.words if any(char.isalnum() for char in word.form)]
    size = min(_RUN, len(words))
    return frozenset(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def _jaccard(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)


def overlaps(test: list[Sentence], train: list[Sentence]) -> list[tuple[str, str]]:
    """Return pairs of a training and a test sentence that are the same or nearly so."""
    by_key = {sentence.key: sentence for sentence in test}
    test_runs = [runs(sentence) for sentence in test]
    where: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, found in enumerate(test_runs):
        for run in found:
            where[run].add(number)
    pairs = []
    for sentence in train:
        if sentence.key in by_key:
            pairs.append((sentence.text, by_key[sentence.key].text))
            continue
        own = runs(sentence)
        near = set().union(*(where.get(run, set()) for run in own))
        pairs += [(sentence.text, test[i].text) for i in near if _jaccard(own, test_runs[i]) >= _NEAR]
    return pairs


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("test", type=Path)
    parser.add_argument("train", type=Path, nargs="+")
    options = parser.parse_args()
    test = list(read(options.test))
    total = 0
    for path in options.train:
        train = list(read(path))
        pairs = overlaps(test, train)
        total += len(pairs)
        print(f"{path.name}: {len(train)} sentences, {len(pairs)} the same or nearly the same")
        for mine, other in pairs:
            print(f"  {mine}\n  {other}")
    raise SystemExit(1 if total else 0)


if __name__ == "__main__":
    main()
