"""A long run-up: many words before the persoonsvorm of the main clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach

_LINKS = frozenset("ook alleen pas zelfs maar en want dus of nee ja niet bijvoorbeeld ,".split())
_WITHOUT_VERB = frozenset({"om", "door", "zonder"})
"""Words that open a clause without persoonsvorm ("om u te helpen")."""
_DATE = 5
"""A run-up is a date when the month is among its first tokens ("Op woensdag 1 juli ...")."""
_PERIOD = frozenset({"van", "vanaf", "tussen"})
"""... or stands anywhere after one of these ("Van maandag 12 tot en met vrijdag 30 oktober ...")."""
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM"})
_PRONOUNS = frozenset({"u", "wij", "we", "je", "jij", "jullie", "ik", "hij", "zij", "ze"})
_ASKING = frozenset({"hoe", "wat", "welk", "welke", "waarom", "waar", "wie"})


class RunUpOptions(Options):
    """How long a run-up may be.

    Attributes:
        words: from how many words before the persoonsvorm on.
        clause_openers: words that open a clause as a run-up ("Als u verhuist, ..."); good B1 while it is short.
        clause_words: grades for such a run-up, for another with a persoonsvorm ("Binnen 8 weken nadat u ...") and for
            one with a date ("Op 21 juni, de langste dag, ...").
        months: names of months; they tell a date.
    """

    words: Grades = Field(description="Het aantal woorden voor het werkwoord.")
    clause_openers: frozenset[str] = Field(
        default=frozenset(), description="Woorden waarmee een bijzin begint, zoals ‘als’."
    )
    clause_words: Grades = Field(
        default=Grades(), description="Het aantal woorden voor het werkwoord, als de zin met zo'n bijzin begint."
    )
    months: frozenset[str] = Field(default=frozenset(), description="Namen van maanden: daaraan is een datum te zien.")


def _build(options: RunUpOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            finite = grammar.main_verb(sentence)
            if finite is None or grammar.is_question(sentence):
                continue
            before = _before(sentence, finite)
            if not before or not _is_run_up(sentence, finite, before):
                continue
            count = sum(word.index <= before[-1].index for word in sentence.words)
            severity = _grades(before, options).severity(count)
            if severity:
                values = {"aantal": count, "persoonsvorm": finite.text}
                yield Match(before[0].start, before[-1].end, values, severity=severity)

    return PerBlock(find)


def _before(sentence: Sentence, finite: Token) -> Sequence[Token]:
    """Return the tokens before ``finite`` without the comma or the "dan" that closes a run-up."""
    before = [token for token in sentence.tokens if token.index < finite.index]
    while before and (before[-1].text in {",", "-", "–"} or before[-1].lower == "dan"):
        before.pop()
    return before


def _is_run_up(sentence: Sentence, finite: Token, before: Sequence[Token]) -> bool:
    """Tell a run-up from what else may stand before the persoonsvorm.

    With the subject in front, the sentence does begin with who does it; a long subject is for the rule about subject
    and verb. A sentence that opens with its verb has no run-up, nor has a loose bijzin, whose only verb is the last.
    """
    first = before[0]
    if first.text[:1].islower() or any(token.text in {":", ";"} for token in before):
        return False
    if first.is_finite or "VerbForm=Inf" in first.morph:
        return False
    opener = _opener(before)
    if _has_subject_in_front(sentence, finite, opener):
        return False
    if opener.lower in _WITHOUT_VERB or (opener.pos != "SCONJ" and opener.lower not in _ASKING):
        return True
    return any(token.is_finite for token in before)


def _has_subject_in_front(sentence: Sentence, finite: Token, opener: Token) -> bool:
    """Tell whether the run-up holds the subject, by the tree and, where that errs, by the word after ``finite``."""
    subject = grammar.subject_of(sentence, grammar.root(sentence))
    if subject is not None and subject.index < finite.index:
        return True
    following = sentence.token(finite.index + 1).lower if finite.index + 1 in sentence else ""
    if following == "u" and "Number=Plur" in finite.morph:
        return True  # "Ook de vrijwilligers ... kunnen u helpen"
    return opener.pos in _NOMINAL and following not in _PRONOUNS


def _opener(before: Sequence[Token]) -> Token:
    """Return the first word that is more than a link ("als" in "Ook als u ...")."""
    return next((token for token in before if token.lower not in _LINKS), before[0])


def _grades(before: Sequence[Token], options: RunUpOptions) -> Grades:
    opener = _opener(before)
    clause = opener.pos == "SCONJ" or opener.lower in options.clause_openers
    clause = clause or any(token.is_finite for token in before)
    window = before if opener.lower in _PERIOD else before[:_DATE]
    clause = clause or any(token.lower in options.months for token in window)
    return options.clause_words if clause else options.words


KIND = Kind(RunUpOptions, _build, Reach.SENTENCE)
