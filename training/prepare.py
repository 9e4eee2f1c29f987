"""Make training and development data out of the treebanks: harmonise, remove overlap, cut into documents.

    python -m training.prepare OUT_FOLDER --gold A.conllu... [--old B.conllu...] \
        --held-out ALPINO_DEV.conllu LASSY_DEV.conllu --test TEST.conllu

`--gold` follows today's guidelines, `--old` those of 2017. Of every `--held-out` file the last part is kept apart as
development data and the rest is trained on. No sentence of the test or development data is trained on, in whatever
edition it stands elsewhere: sentences are compared by their letters and digits alone. `words.json` is the table of
known words for `b1check.language.lemmas`, out of the training part only.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from b1check.language.dutch import DutchB1
from training.harmonise import modernise, separable_verbs, simplify
from training.treebank import Sentence, Word, read

#: Share of each held-out file that becomes development data.
_HELD_OUT_SHARE = 0.4
_MAX_SENTENCES_PER_DOC = 4
_LOWERED_SHARE = 0.04
_CAPITALS_SHARE = 0.02
_LINE_BREAK_SHARE = 0.15


def to_doc(nlp: Language, sentences: list[Sentence], line_breaks: random.Random | None = None) -> Doc:
    """Build one reference document out of consecutive sentences.

    With ``line_breaks`` one space becomes a line break now and then, as in letters with hard line ends. A line break
    is a token in spaCy; it hangs on the word before it.
    """
    words: list[str] = []
    spaces: list[bool] = []
    rows: list[tuple[str, str, str, int, str]] = []
    starts: list[bool | int | None] = []
    for number, sentence in enumerate(sentences):
        last = len(sentence.words) - 1
        break_after = -1
        if line_breaks and len(sentence.words) > 8 and line_breaks.random() < _LINE_BREAK_SHARE:
            candidates = [i for i, word in enumerate(sentence.words[:-2]) if word.space_after]
            break_after = line_breaks.choice(candidates) if candidates else -1
        offset = len(words)

        def place(index: int, offset: int = offset, break_after: int = break_after) -> int:
            return offset + index + (0 <= break_after < index)

        for index, word in enumerate(sentence.words):
            words.append(word.form)
            final = number == len(sentences) - 1 and index == last
            spaces.append((word.space_after or index == last) and not final)
            head = place(index if word.head < 0 else word.head)
            rows.append((word.lemma, word.upos, word.morph, head, _label(word)))
            starts.append(index == 0)
            if index == break_after:
                spaces[-1] = False
                words.append("\n")
                spaces.append(False)
                rows.append(("\n", "SPACE", "", place(index), "dep"))
                starts.append(False)
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        lemmas=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        morphs=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        deps=[row[4] for row in rows],
        sent_starts=starts,
    )


def _label(word: Word) -> str:
    return "ROOT" if word.head < 0 else word.deprel


def documents(nlp: Language, sentences: Iterable[Sentence], *, augment: bool = False, seed: int = 0) -> DocBin:
    """Put sentences in documents of one to four; a sentence without a closing mark stands alone, like a heading."""
    chance = random.Random(seed)
    store = DocBin(attrs=["LEMMA", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "SPACY"])
    group: list[Sentence] = []
    size = 1

    def flush() -> None:
        nonlocal size
        if group:
            store.add(to_doc(nlp, group, chance if augment else None))
            group.clear()
        size = chance.randint(1, _MAX_SENTENCES_PER_DOC)

    for sentence in sentences:
        closed = sentence.words[-1].form in {".", "?", "!", "''", '"', "'", ")", "’", "”", "..."}
        if not closed:
            flush()
            size = 1
        group.append(sentence)
        if len(group) >= size or not closed:
            flush()
    flush()
    return store


def augmented(sentences: list[Sentence], *, seed: int = 0) -> list[Sentence]:
    """Return copies in lower case and in capitals: headings and careless typing, which treebanks hardly hold."""
    chance = random.Random(seed)
    copies = []
    for sentence in sentences:
        draw = chance.random()
        if draw < _LOWERED_SHARE:
            copies.append(_recase(sentence, str.lower))
        elif draw < _LOWERED_SHARE + _CAPITALS_SHARE and len(sentence.words) <= 12:
            copies.append(_recase(sentence, str.upper))
    return copies


def _recase(sentence: Sentence, change: object) -> Sentence:
    recase = str.lower if change is str.lower else str.upper
    words = [Word(recase(w.form), w.lemma, w.upos, w.feats, w.head, w.deprel, w.space_after) for w in sentence.words]
    return Sentence(words)


_STRONG_VERBS = Path(__file__).with_name("strong_verbs.tsv")
_SEPARABLE_VERBS = Path(__file__).with_name("separable_verbs.txt")

#: How sure the table of known words must be of a lemma, as a share of the occurrences.
_SURE = 0.8
_WITHOUT_INFLECTION = frozenset({"PUNCT", "SYM", "X", "NUM", "SPACE"})


def strong_verbs() -> list[tuple[str, str]]:
    """The forms of strong and irregular verbs with their infinitive, from a list of our own."""
    lines = _STRONG_VERBS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(form, row[0]) for row in rows for form in row]


def common_separable_verbs() -> set[tuple[str, str]]:
    """Separable verbs of letters, from a list of our own, as (particle, bare verb)."""
    lines = _SEPARABLE_VERBS.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {(row[0], verb) for row in rows for verb in row[1:]}


def word_table(sentences: Iterable[Sentence], separable: set[tuple[str, str]]) -> dict[str, object]:
    """Count what lemma each form has with each part of speech, and keep what is nearly always the same."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        for word in sentence.words:
            if word.upos not in _WITHOUT_INFLECTION:
                form = word.form if word.upos == "PROPN" else word.form.lower()
                counts[word.upos][form][word.lemma] += 1
    lemmas: dict[str, dict[str, str]] = {}
    for pos, forms in sorted(counts.items()):
        table = {}
        for form, found in sorted(forms.items()):
            lemma, times = found.most_common(1)[0]
            if times >= _SURE * found.total() and not (pos == "PROPN" and lemma == form):
                table[form] = lemma
        lemmas[pos] = table
    for form, lemma in strong_verbs():
        lemmas["VERB"].setdefault(form, lemma)
    return {"lemmas": lemmas, "separable": sorted(separable)}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--old", type=Path, nargs="*", default=[])
    parser.add_argument("--silver", type=Path, nargs="*", default=[])
    parser.add_argument("--held-out", type=Path, nargs="+", required=True)
    parser.add_argument("--test", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    nlp = DutchB1()
    taken = {sentence.key for path in options.test for sentence in read(path)}
    dev: list[Sentence] = []
    rest: list[Sentence] = []
    for path in options.held_out:
        found = [sentence for sentence in read(path) if sentence.key not in taken]
        cut = round(len(found) * (1 - _HELD_OUT_SHARE))
        rest += found[:cut]
        dev += [simplify(sentence) for sentence in found[cut:]]
    taken |= {sentence.key for sentence in dev}
    train: list[Sentence] = []
    separable = common_separable_verbs()
    sources = [("held-out", rest)]
    sources += [(path.stem, list(read(path))) for path in [*options.gold, *options.silver]]
    sources += [(path.stem, [modernise(sentence) for sentence in read(path)]) for path in options.old]
    for name, sentences in sources:
        kept = []
        for sentence in sentences:
            if sentence.complete and sentence.key and sentence.key not in taken:
                separable |= separable_verbs(sentence)
                kept.append(simplify(sentence))
                taken.add(sentence.key)
        words = sum(len(sentence.words) for sentence in kept)
        print(f"{name}: {len(kept)} of {len(sentences)} sentences, {words} words")
        train += kept
    srsly.write_json(options.out / "words.json", word_table(train, separable), indent=0)
    train += augmented(train)
    documents(nlp, train, augment=True).to_disk(options.out / "train.spacy")
    documents(nlp, dev).to_disk(options.out / "dev.spacy")
    print(f"train {len(train)} sentences, dev {len(dev)}")


if __name__ == "__main__":
    main()
