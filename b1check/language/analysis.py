"""What the language pipeline found in a text, as frozen values that know nothing of spaCy.

The rest of b1check reads only these values. So rules can be tested without a pipeline, results can be kept
in a cache or sent to another process, and another pipeline can take spaCy's place.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from b1check.language import fields

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_PHONE_AREA = re.compile(r"0\d{1,3}|14|0800|0900")
_NO_PROSE = re.compile(r"\S{2000}")
"""So many characters without a space are code or data; taking them apart would cost minutes."""
_CACHE_SIZE = 20_000
_pipeline_lock = threading.Lock()
"""All analysers of a process share the loaded pipelines, which are not made for several threads at once."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a text, with Universal Dependencies labels.

    Attributes:
        index: place in the text, from 0.
        text: as it stands in the text.
        lower: the same in lower case, with a plain apostrophe: what tables of words are asked for.
        start: offset of the first code point in the text.
        end: offset after the last code point.
        lemma: dictionary form; of a split separable verb the whole verb ("vraagt ... aan" is "aanvragen").
        pos: part of speech, such as ``VERB``.
        morph: features, such as ``Number=Sing|Tense=Pres|VerbForm=Fin``.
        dep: relation to the head, such as ``nsubj:pass``; "root" for the head of a sentence.
        head: index of the head; its own index for the head of a sentence.
    """

    index: int
    text: str
    lower: str
    start: int
    end: int
    lemma: str
    pos: str
    morph: str
    dep: str
    head: int

    @property
    def is_word(self) -> bool:
        """True when the token holds a letter or a digit."""
        return self.text.isalnum() or any(character.isalnum() for character in self.text)

    @property
    def is_finite(self) -> bool:
        """True for a persoonsvorm."""
        return "VerbForm=Fin" in self.morph

    @property
    def is_participle(self) -> bool:
        """True for a voltooid deelwoord."""
        return "VerbForm=Part" in self.morph


@dataclass(frozen=True)
class Sentence:
    """A sentence: its tokens and its place in the text of the block."""

    tokens: tuple[Token, ...]
    text: str
    memo: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What others worked out from this sentence alone, by a key of their own; kept as long as the sentence is."""

    @property
    def start(self) -> int:
        """Offset in the text of the block."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last token."""
        return self.tokens[-1].end

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens that count as a word: "€ 1.500" is one word, and so are 14 030 and «Naam aanvrager»."""
        return tuple(_words(self._outside_fields()))

    def _outside_fields(self) -> Iterator[Token]:
        """Yield the tokens, and of a merge field only its first word: the reader will see one name or date."""
        found = fields.places(self.text)
        if not found:
            yield from self.tokens
            return
        offset = self.start
        place = 0
        seen = -1
        for token in self.tokens:
            start, end = token.start - offset, token.end - offset
            while place < len(found) and found[place][1] <= start:
                place += 1
            inside = place < len(found) and found[place][0] <= start and end <= found[place][1]
            if not inside:
                yield token
            elif token.is_word and seen != place:
                seen = place
                yield token

    @property
    def word_count(self) -> int:
        """Number of words."""
        return len(self.words)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The tokens in lower case: tells at once which words are not there."""
        return frozenset(token.lower for token in self.tokens)

    @cached_property
    def pairs(self) -> tuple[str, ...]:
        """Every token with the next one, in lower case: "in het"; the last token by itself."""
        words = [token.lower for token in self.tokens]
        return (*(f"{word} {following}" for word, following in pairwise(words)), *words[-1:])

    @cached_property
    def openings(self) -> frozenset[str]:
        """What begins at some token: the token itself ("in"), and with the next one ("in het")."""
        return self.forms.union(self.pairs)

    def token(self, index: int) -> Token:
        """Return the token with ``index`` in the text of the block."""
        return self.tokens[index - self.tokens[0].index]

    def __contains__(self, index: int) -> bool:
        """Tell whether the token with ``index`` stands in this sentence."""
        return self.tokens[0].index <= index <= self.tokens[-1].index

    def children(self, token: Token) -> tuple[Token, ...]:
        """Return the tokens that depend on ``token`` directly, in order."""
        return self._children.get(token.index, ())

    @cached_property
    def _children(self) -> dict[int, tuple[Token, ...]]:
        children: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.index:
                children.setdefault(token.head, []).append(token)
        return {head: tuple(tokens) for head, tokens in children.items()}

    def particle(self, verb: Token) -> Token | None:
        """Return the split-off part of a separable verb, or None.

        In the treebanks a fixed expression ("laat weten") carries the same label; of a separable verb the lemma
        begins with the part.
        """
        return next(
            (
                child
                for child in self.children(verb)
                if child.dep == "compound:prt" and verb.lemma.startswith(child.lower)
            ),
            None,
        )


def _words(tokens: Iterable[Token]) -> Iterator[Token]:
    previous: Token | None = None
    for token in tokens:
        if not token.is_word:
            continue
        if not (previous and _continues_number(previous, token)):
            yield token
        previous = token


def _continues_number(left: Token, right: Token) -> bool:
    """A phone number such as 14 030 is one word, though it is written as two."""
    return bool(_PHONE_AREA.fullmatch(left.text)) and right.text.isdigit() and len(right.text) >= 3


@dataclass(frozen=True)
class Analysis:
    """The analysis of one text, usually that of one block."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    memo: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What others worked out from this text alone, by a key of their own; kept as long as the analysis is."""

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @cached_property
    def word_count(self) -> int:
        """Number of words in all sentences."""
        return sum(sentence.word_count for sentence in self.sentences)

    @cached_property
    def openings(self) -> frozenset[str]:
        """What begins at some token of the text: the token itself ("in"), and with the next one ("in het")."""
        return frozenset().union(*(sentence.openings for sentence in self.sentences))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds ``offset``, or None between sentences."""
        return next(iter(self.sentences_in(offset, offset + 1)), None)

    def number(self, sentence: Sentence) -> int:
        """Return the place of one of the sentences, from 0."""
        return bisect_left(self._starts, sentence.start)

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """Return the sentences of which a part stands between ``start`` and ``end``, in order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        inside = self.sentences[first : bisect_left(self._starts, end)]
        return inside[1:] if inside and inside[0].end <= start else inside


class Analyser:
    """Analyses texts with one pipeline and remembers the results by text.

    A text that was seen before costs nothing: after an edit only the changed paragraph is analysed again.

    Args:
        pipeline: name of an installed spaCy pipeline; None for the pipeline that b1check brings.
        cache_size: number of texts to remember: those that were asked for last.
        cache_characters: number of code points of all those texts together; None for no limit.
    """

    def __init__(
        self, pipeline: str | None = None, *, cache_size: int = _CACHE_SIZE, cache_characters: int | None = None
    ) -> None:
        self.pipeline = pipeline
        self._cache: OrderedDict[str, Analysis] = OrderedDict()
        self._cache_size = cache_size
        self._cache_characters = cache_characters
        self._characters = 0

    def warm_up(self) -> None:
        """Load the pipeline now rather than at the first text, and let it do once what it does once.

        Raises:
            PipelineError: when the pipeline cannot be loaded.
        """
        from b1check.language.pipeline import load  # noqa: PLC0415 - spaCy is loaded only when it is needed

        nlp = load(self.pipeline)
        with _pipeline_lock:
            nlp("Even laden.")

    def analyse(self, texts: Sequence[str]) -> tuple[Analysis, ...]:
        """Analyse ``texts`` and return one analysis for each, in order.

        Raises:
            PipelineError: when the pipeline cannot be loaded.
        """
        found = {text: self._cache[text] for text in texts if text in self._cache}
        for text in found:
            self._cache.move_to_end(text)
        found |= {text: Analysis(text, (), ()) for text in texts if text not in found and _NO_PROSE.search(text)}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if new:
            from b1check.language.pipeline import load  # noqa: PLC0415 - spaCy is loaded only when it is needed

            nlp = load(self.pipeline)
            # spaCy keeps every word that it meets, for good; in a zone it forgets them when the zone ends. A component
            # of somebody else may keep such a word itself, and that would then point at nothing.
            zone = nlp.memory_zone() if self.pipeline is None else nullcontext()
            with _pipeline_lock, zone:
                for text, analysis in zip(new, _analyses(nlp, new), strict=True):
                    found[text] = self._cache[text] = analysis
                    self._characters += len(text)
            self._forget()
        return tuple(found[text] for text in texts)

    def _forget(self) -> None:
        """Drop what was not asked for longest, until the rest is within the limits."""
        most = self._cache_characters
        while len(self._cache) > self._cache_size or (most is not None and self._characters > most):
            text, _ = self._cache.popitem(last=False)
            self._characters -= len(text)


def _analyses(nlp: Language, texts: Sequence[str]) -> Iterator[Analysis]:
    """Yield the analysis of each text; no document of spaCy stays behind."""
    if len(texts) == 1:  # as after an edit: without batches that is quicker
        yield from_doc(nlp(texts[0]))
    else:
        yield from map(from_doc, nlp.pipe(texts))


def from_doc(doc: Doc) -> Analysis:
    """Turn a spaCy document into an :class:`Analysis`; white-space tokens are left out."""
    strings = doc.vocab.strings
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    # One look at the columns is much cheaper than asking every token for six attributes.
    columns = doc.to_array(["IDX", "LEMMA", "POS", "MORPH", "DEP"]).tolist()
    tokens = []
    for index, token in enumerate(kept):
        start, lemma, pos, morph, dep = columns[token.i]
        text = token.text
        tokens.append(
            Token(
                index=index,
                text=text,
                lower=text.lower().replace("’", "'"),
                start=start,
                end=start + len(text),
                lemma=strings[lemma] or text.lower(),
                pos=strings[pos],
                morph="" if strings[morph] == "_" else strings[morph],
                dep=strings[dep].lower(),
                head=place.get(token.head.i, index),
            )
        )
    whole = doc.text
    # Not doc.sents: to find the end of a sentence it walks through all of the text.
    starts = [index for index, token in enumerate(kept) if index and _starts_sentence(kept[index - 1], token, doc)]
    bounds = [0, *starts, len(tokens)] if tokens else []
    sentences = []
    for first, after in pairwise(bounds):
        inside = tuple(tokens[first:after])
        sentences.append(Sentence(inside, whole[inside[0].start : inside[-1].end]))
    return Analysis(whole, tuple(tokens), tuple(sentences))


def _starts_sentence(before: SpacyToken, token: SpacyToken, doc: Doc) -> bool:
    """Tell whether a sentence starts between two neighbours or with the second; white space is a token for spaCy."""
    return any(doc[i].is_sent_start for i in range(before.i + 1, token.i + 1))
