"""A directive: what a sentence asks of its reader, how firmly it is put, and which act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from b1check.language.analysis import Sentence, Token


class Mood(Enum):
    """How a directive is put."""

    ORDER = auto()
    REQUEST = auto()
    QUESTION = auto()
    MUST = auto()
    DUTY = auto()
    NEED = auto()
    LACK = auto()
    CHANCE = auto()
    AWAIT = auto()
    HOPE = auto()
    STATEMENT = auto()


@dataclass(frozen=True, slots=True)
class Directive:
    """Something that a sentence asks of its reader.

    Attributes:
        mood: how it is put.
        at: offset in the sentence of the words that ask.
        act: offset in the sentence of the verb that says what to do; that of the words that ask where none does.
        lemma: what to do; the lemma of the verb that asks where no other verb does.
        points_back: whether what it is done to was named before: "Stuur het ...", "Dat moet ...".
    """

    mood: Mood
    at: int
    act: int
    lemma: str
    points_back: bool = False


def put(sentence: Sentence, mood: Mood, asks: Token, act: Token) -> Directive:
    """Return the directive of ``asks``, the words that ask, and ``act``, the verb that says what to do."""
    return Directive(
        mood, asks.start - sentence.start, act.start - sentence.start, act.lemma.lower(), _points_back(sentence, act)
    )


_SELF = frozenset({"het", "dit", "dat", "die", "deze", "ze", "hem", "hen", "haar"})


def _points_back(sentence: Sentence, act: Token) -> bool:
    """Tell whether a pronoun stands for what the act is done to, or for what must be done."""
    for child in sentence.children(act):
        if child.dep in {"obj", "nsubj", "nsubj:pass", "iobj", "expl:pv"} and child.lower in _SELF:
            return child.pos == "PRON" or child.dep != "det"
    return False
