"""Score a pipeline on the gold set of municipal sentences, with 95 % intervals.

    python -m training.evaluate_gold corpora/gold/language/test.jsonl [--model FOLDER | --installed NAME] [--errors]

How each item is compared, always from the raw text of the passage:

- sentences: a predicted sentence counts when it begins and ends where a gold sentence does; `boundaries` counts the
  places inside a passage where a sentence begins.
- finite verbs: the forms with VerbForm=Fin, as a bag of words for each gold sentence.
- passive: right when the sentence holds an `aux:pass` exactly if gold says passive.
- separable verbs, split: pairs of whole lemma and particle (a `compound:prt` that its verb's lemma begins with).
  Joined: the share of gold lemmas that some word has.
- subject: the subject of the root of the (first) sentence must be a word of the gold subject's core: its words before
  the first preposition, comma, conjunction or relative pronoun. No subject in gold: the root must have none.
- lemmas: exact, but for capitals.

The intervals come from 1,000 resamples of passages. `--errors` lists what is wrong, for the development half only.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from b1check.language.pipeline import load, load_folder

_RESAMPLES = 1000
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_CLAUSE_OPENERS = frozenset({"dat", "wie", "wat", "of", "hoe"})
_AFTER_CORE = re.compile(
    r",|\b(?:van|voor|op|in|om|die|met|aan|over|bij|uit|tot|naar|tussen|tegen|door|en|of|zonder|onder|per|waar\w*|wat)\b"
)


@dataclass
class Tally:
    """Counts of one passage, by item: right, predicted, gold."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def bags(self, item: str, predicted: Counter[Any], gold: Counter[Any], where: str) -> None:
        """Compare two bags."""
        self.right[item] += (predicted & gold).total()
        self.predicted[item] += predicted.total()
        self.gold[item] += gold.total()
        if predicted != gold:
            self.errors.append(f"{item}: missed {dict(gold - predicted)} false {dict(predicted - gold)}: {where}")

    def answer(self, item: str, right: bool, where: str) -> None:
        """Count one yes-or-no answer."""
        self.right[item] += right
        self.predicted[item] += 1
        self.gold[item] += 1
        if not right:
            self.errors.append(f"{item}: {where}")


def compare(doc: Doc, passage: dict[str, Any]) -> Tally:
    """Compare the analysis of one passage with its gold record."""
    tally = Tally()
    place = 0
    spans: list[tuple[int, int]] = []
    for gold in passage["sentences"]:
        start = doc.text.index(gold["text"], place)
        place = start + len(gold["text"])
        spans.append((start, place))
        inside = [token for token in doc if start <= token.idx < place and not token.is_space]
        _compare_sentence(tally, inside, gold)
    found = [_stripped(sentence) for sentence in doc.sents]
    tally.bags("sentences", Counter(found), Counter(spans), doc.text)
    tally.bags("boundaries", Counter(a for a, _ in found[1:]), Counter(a for a, _ in spans[1:]), "")
    return tally


def _stripped(sentence: Span) -> tuple[int, int]:
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _compare_sentence(tally: Tally, tokens: list[Token], gold: dict[str, Any]) -> None:
    text = gold["text"]
    finite = Counter(token.text for token in tokens if "VerbForm=Fin" in str(token.morph))
    tally.bags("finite verbs", finite, Counter(gold["finite_verbs"]), text)

    passive = any(token.dep_ == "aux:pass" for token in tokens)
    tally.bags("passive", Counter({True: passive}), Counter({True: bool(gold["passive"])}), text)
    tally.answer("passive (accuracy)", passive == gold["passive"], text)

    split = Counter(
        (token.head.lemma_.lower(), token.lower_)
        for token in tokens
        if token.dep_ == "compound:prt" and token.head.lemma_.startswith(token.lower_)
    )
    wanted = Counter((v["lemma"], v["particle"].lower()) for v in gold["separable"] if v["particle"])
    tally.bags("separable, split", split, wanted, text)
    lemmas = {token.lemma_.lower() for token in tokens}
    for verb in gold["separable"]:
        if not verb["particle"]:
            tally.answer("separable, joined", verb["lemma"] in lemmas, f"{verb['lemma']}: {text}")

    tally.answer("subject", _subject_right(tokens, gold), f"{gold['subject']}: {text}")

    for form, lemma in gold["lemmas"].items():
        token = next((token for token in tokens if token.text == form), None)
        guess = token.lemma_ if token else "-"
        tally.answer("lemmas", guess.lower() == lemma.lower(), f"{form}: {guess}, not {lemma}: {text}")


def _subject_right(tokens: list[Token], gold: dict[str, Any]) -> bool:
    roots = [token for token in tokens if token.head.i == token.i]
    subjects = [child for root in roots[:1] for child in root.children if child.dep_ in _SUBJECTS]
    wanted = gold["subject"]
    if wanted is None:
        return not subjects
    if not subjects:
        return False
    cut = None if wanted.split()[0].lower() in _CLAUSE_OPENERS else _AFTER_CORE.search(wanted, 1)
    length = cut.start() if cut else len(wanted)
    offset = tokens[0].idx
    places = [offset + m.start() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", gold["text"])]
    return any(place <= subject.idx < place + length for subject in subjects for place in places)


def scores(tallies: list[Tally]) -> dict[str, dict[str, float]]:
    """Sum the passages to precision, recall and F (or accuracy) for each item."""
    right, predicted, gold = Counter[str](), Counter[str](), Counter[str]()
    for tally in tallies:
        right.update(tally.right)
        predicted.update(tally.predicted)
        gold.update(tally.gold)
    return {
        item: {
            "P": 100 * right[item] / max(predicted[item], 1),
            "R": 100 * right[item] / max(gold[item], 1),
            "F": 200 * right[item] / max(predicted[item] + gold[item], 1),
            "gold": gold[item],
        }
        for item in gold
    }


def intervals(tallies: list[Tally], statistic: Callable[[list[Tally]], dict[str, dict[str, float]]]) -> dict[str, Any]:
    """95 % bootstrap intervals of F, resampling passages."""
    chance = random.Random(0)
    draws: dict[str, list[float]] = {}
    for _ in range(_RESAMPLES):
        for item, found in statistic(chance.choices(tallies, k=len(tallies))).items():
            draws.setdefault(item, []).append(found["F"])
    return {
        item: (sorted(found)[int(0.025 * len(found))], sorted(found)[int(0.975 * len(found))])
        for item, found in draws.items()
    }


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the gold records."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _pipeline(options: argparse.Namespace) -> Language:
    if options.model:
        return load_folder(options.model)
    return load(options.installed)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--installed")
    parser.add_argument("--without", action="append", default=[], metavar="COMPONENT", help="leave a component out")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if options.errors and options.gold.stem == "test":
        parser.error("the test half is only for measuring: its errors stay unseen")
    nlp = _pipeline(options)
    for name in options.without:
        nlp.remove_pipe(name)
    tallies = [compare(nlp(passage["text"]), passage) for passage in read(options.gold)]
    if options.errors:
        print("\n".join(error for tally in tallies for error in tally.errors))
    found = scores(tallies)
    ranges = intervals(tallies, scores)
    for item, score in found.items():
        low, high = ranges[item]
        print(
            f"{item:20} P {score['P']:5.1f}  R {score['R']:5.1f}  F {score['F']:5.1f} "
            f"[{low:5.1f} - {high:5.1f}]  n {score['gold']}"
        )
        score["low"], score["high"] = low, high
    if options.json:
        rounded = {item: {k: round(v, 1) for k, v in score.items()} for item, score in found.items()}
        options.json.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
