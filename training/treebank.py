"""Reading CoNLL-U treebanks: words, sentences, and what the rest of the training needs to know about them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

#: Features that b1check's rules read; the rest only costs accuracy.
KEPT_FEATURES = frozenset(
    """
    VerbForm Tense Number Person Degree Definite PronType Poss Gender
    """.split()
)


@dataclass(slots=True)
class Word:
    """One line of a CoNLL-U file; ``head`` is an index in the sentence, or -1 for the root."""

    form: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    deprel: str
    space_after: bool

    @property
    def morph(self) -> str:
        """The kept features, as CoNLL-U writes them."""
        kept = sorted((name, value) for name, value in self.feats.items() if name in KEPT_FEATURES)
        return "|".join(f"{name}={value}" for name, value in kept)


@dataclass(slots=True)
class Sentence:
    """A sentence of a treebank."""

    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it was printed."""
        return "".join(word.form + " " * word.space_after for word in self.words).strip()

    @property
    def complete(self) -> bool:
        """Whether every word has a lemma and a part of speech; some old Alpino trees lack them."""
        return all((word.lemma and word.lemma != "_") or word.form == "_" for word in self.words)

    @property
    def key(self) -> str:
        """The letters and digits, in lower case: equal keys mean the same sentence in another edition."""
        return "".join(char for word in self.words for char in word.form.lower() if char.isalnum())

    def children(self, index: int, deprel: str) -> list[int]:
        """Indices of the words that hang on ``index`` with ``deprel``."""
        return [i for i, word in enumerate(self.words) if word.head == index and word.deprel == deprel]


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; empty nodes and word ranges are left out."""
    return (sentence for _, sentence in read_with_ids(path))


def read_with_ids(path: Path) -> Iterator[tuple[str, Sentence]]:
    """Yield the sentences of a CoNLL-U file with their `sent_id`."""
    sentence = Sentence()
    identifier = ""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# sent_id = "):
                identifier = line.removeprefix("# sent_id = ").strip()
            elif fields[0].isdigit():
                sentence.words.append(_word(fields))
            elif not line.strip() and sentence.words:
                yield identifier, sentence
                sentence = Sentence()
    if sentence.words:
        yield identifier, sentence


def _word(fields: list[str]) -> Word:
    feats = dict(pair.split("=", 1) for pair in fields[5].split("|") if "=" in pair)
    return Word(
        form=fields[1],
        lemma=fields[2],
        upos=fields[3],
        feats=feats,
        head=int(fields[6]) - 1,
        deprel=fields[7],
        space_after="SpaceAfter=No" not in fields[9],
    )
