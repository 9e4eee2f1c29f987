"""Recognises the entries of word lists in a sentence: single words, split verbs, and expressions with a verb in them.

The entries are filed once under every word they can start with, or under their first two words where those are fixed.
So a sentence costs one comparison of its words with a table, whatever the number of entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import prepared
from b1check.rulebook.context import Context, compile_contexts
from b1check.rulebook.prepared import Openings
from b1check.rulebook.wordforms import Forms, Place, expand, fits
from b1check.rulebook.wordlist import Entry, Row, WordSort, entry_in, read, rows

_REACH = 14
"""Tokens between the fixed words of an expression and its verb; enough for the middle of a main clause."""
_SHORT_REACH = 6
"""The same for an expression of which only a preposition is fixed ("stroken met")."""
_MAX_CLUSTER = 3
"""Auxiliaries and "te" between the fixed words and the verb: "gebruik heeft kunnen maken"."""
_PREPOSITIONS = frozenset(
    "aan achter af bij binnen boven door in langs mee na naast om onder op over te tegen uit van voor".split()
)
"""Split-off parts that can also be a preposition; only at the end of a clause are they certain."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may start at a token.

    Attributes:
        number: place of the entry in its list, from 0.
        entry: the row of the list.
        inflected: the word that changes, if there is one, with its sort.
        before: the fixed words; for an expression with a verb those before the verb. Empty for a single word.
        after: the fixed words after the verb.
        unless: compiled contexts in which it is fine.
    """

    number: int
    entry: Entry
    inflected: tuple[str, WordSort] | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    unless: tuple[Context, ...]

    @property
    def forms(self) -> Forms | None:
        """All forms of the word that changes; worked out when they are asked for, as most words are in no text."""
        return expand(*self.inflected) if self.inflected else None


Index = Mapping[str, tuple[Candidate, ...]]
"""Entries by what they start with, as in ``Sentence.openings``."""


class _Shelf(Index):
    """The index of lists that were prepared: an entry is read when a text has what it starts with."""

    def __init__(self, paths: Sequence[Path], known: Openings, *, strict: bool) -> None:
        self._paths = paths
        self._known = known["rows"]
        self._left_out = frozenset(() if strict else known["strict"])
        self._made: dict[str, tuple[Candidate, ...]] = {}

    def __getitem__(self, opening: str) -> tuple[Candidate, ...]:
        if opening not in self._made:
            numbers = [int(number) for number in self._known[opening].split(",")]
            wanted = [number for number in numbers if number not in self._left_out]
            self._made[opening] = tuple(_candidate(number, entry_in(self._rows[number])) for number in wanted)
        return self._made[opening]

    def keys(self) -> KeysView[str]:
        """Return what entries start with."""
        return self._known.keys()

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    @cached_property
    def _rows(self) -> Sequence[Row]:
        return [row for path in self._paths for row in rows(path)]


@dataclass(frozen=True, slots=True)
class _Verb:
    """A form of a verb in a sentence: the token with the form, its parts, and the tokens from first to last."""

    head: Token
    first: Token
    last: Token
    particle: Token | None = None
    te: Token | None = None


def of_lists(paths: Sequence[Path], *, strict: bool) -> Index:
    """File every entry of some lists, with or without those that good plain texts use as well.

    Raises:
        RuleError: when a list cannot be read, a row is not right, or the verb of an entry cannot be conjugated.
    """
    try:
        known = prepared.openings(path.read_bytes() for path in paths)
    except OSError:
        known = None  # to read it as a list tells what is wrong
    if known is not None:
        return _Shelf(paths, known, strict=strict)
    entries = [entry for path in paths for entry in read(path)]
    return index([entry for entry in entries if strict or not entry.strict])


def index(entries: Sequence[Entry]) -> Index:
    """File every entry under what it can start with.

    Raises:
        RuleError: when the verb of an entry cannot be conjugated.
    """
    filed: dict[str, list[Candidate]] = defaultdict(list)
    for number, entry in enumerate(entries):
        candidate = _candidate(number, entry)
        fixed = candidate.before or candidate.after
        forms = candidate.forms
        for opening in [_opening(fixed)] if fixed else forms.starts if forms else ():
            filed[opening].append(candidate)
    return {opening: tuple(candidates) for opening, candidates in filed.items()}


def _candidate(number: int, entry: Entry) -> Candidate:
    place, words = _place_of_verb(entry)
    before, after = (tuple(words[:place]), tuple(words[place + 1 :])) if len(words) > 1 else ((), ())
    return Candidate(number, entry, inflected(entry), before, after, compile_contexts(entry.unless))


def inflected(entry: Entry) -> tuple[str, WordSort] | None:
    """Return the word of ``entry`` that changes, with its sort; None for a fixed expression."""
    if entry.sort is WordSort.PHRASE:
        return None
    place, words = _place_of_verb(entry)
    return words[place].rstrip("~"), WordSort.VERB if len(words) > 1 else entry.sort


def _place_of_verb(entry: Entry) -> tuple[int, list[str]]:
    """Return the words of ``entry``, and which of them is the verb; of a fixed expression none is."""
    words = entry.word.lower().split()
    if entry.sort is WordSort.PHRASE:
        return len(words), words
    return next((at for at, word in enumerate(words) if word.endswith("~")), len(words) - 1), words


def _opening(words: Sequence[str]) -> str:
    """Return what is looked for first: many expressions begin with "in", few with "in het"."""
    return " ".join(words[:2])


def recognise(filed: Index, sentence: Sentence, text: str) -> Iterator[tuple[Candidate, Place]]:
    """Yield the entries in ``sentence``, in the order of the text; ``text`` is that of the whole block."""
    present = filed.keys() & sentence.openings
    if not present:
        return
    for token, pair in zip(sentence.tokens, sentence.pairs, strict=True):
        openings = {token.lower, pair} & present
        if not openings or _is_name(sentence, token):
            continue
        candidates = (candidate for opening in openings for candidate in filed[opening])
        for candidate in sorted(candidates, key=_number):
            place = _place(candidate, sentence, token)
            if place and not any(fine(text, place.start, place.end) for fine in candidate.unless):
                yield candidate, place


_number = attrgetter("number")


def _is_name(sentence: Sentence, token: Token) -> bool:
    """A capital inside a sentence makes a name of a word ("Dienst Verstrekkingen"), unless all is in capitals.

    Of a word with a hyphen the last part decides: "WOZ-waarde" is no name.
    """
    word = token.text.rsplit("-", 1)[-1]
    return word[:1].isupper() and not word.isupper() and token.index != sentence.words[0].index


def _place(candidate: Candidate, sentence: Sentence, token: Token) -> Place | None:
    forms = candidate.forms
    if forms is None:
        last = _sequence(candidate.before, sentence, token.index)
        return Place(token.start, last.end) if last else None
    if candidate.before or candidate.after:
        return _expression(candidate, forms, sentence, token)
    if candidate.entry.sort is not WordSort.VERB:
        return Place(token.start, token.end, token) if _is_form(forms, token) else None
    verb = _verb_at(forms, sentence, token.index)
    if verb is None:
        return None
    if verb.te or verb.particle is None:
        return Place(verb.first.start, verb.last.end, verb.head, verb.particle, verb.te)
    return Place(verb.head.start, verb.head.end, verb.head, verb.particle)


def _is_form(forms: Forms, token: Token) -> bool:
    return token.lower in forms.joined and fits(forms, token)


def _sequence(words: Sequence[str], sentence: Sentence, start: int) -> Token | None:
    """Return the last token when ``words`` stand side by side from the token with index ``start``."""
    place = start - sentence.tokens[0].index
    tokens = sentence.tokens[place : place + len(words)] if place >= 0 else ()
    # The last word first: expressions that begin alike ("in het ...") differ at their end.
    if len(tokens) < len(words) or tokens[-1].lower != words[-1]:
        return None
    return tokens[-1] if all(map(_is, tokens, words)) else None


def _is(token: Token, word: str) -> bool:
    return token.lower == word


def _verb_at(forms: Forms, sentence: Sentence, start: int) -> _Verb | None:
    """Return the verb that starts at a token: in one word, as "aan te vangen", or split with its other part later."""
    if start not in sentence:
        return None
    token = sentence.token(start)
    if _is_form(forms, token):
        return _Verb(token, token, token)
    if not forms.particle:
        return None
    if token.lower == forms.particle:
        if _sequence((forms.particle, "te", forms.base), sentence, start):
            te, base = sentence.token(start + 1), sentence.token(start + 2)
            return _Verb(base, token, base, particle=token, te=te)
        return None
    if token.lower in forms.split and token.pos in {"VERB", "AUX"}:
        particle = _particle(forms.particle, sentence, token)
        return _Verb(token, token, particle, particle=particle) if particle else None
    return None


def _particle(particle: str, sentence: Sentence, verb: Token) -> Token | None:
    """Return the split-off part behind ``verb``: by the tree, or else the first such word that can be nothing else."""
    if particle not in sentence.forms:
        return None
    following = [token for token in sentence.tokens if token.index > verb.index]
    for token in following:
        if token.lower == particle and token.dep == "compound:prt" and token.head == verb.index:
            own = sentence.particle(verb)
            leads = token.lower in _PREPOSITIONS and _leads_noun_in(sentence, token)
            return token if not leads and (own is None or own.index <= token.index) else None
    for token in following:
        if token.is_finite or token.text in {";", ":"}:
            return None
        if token.lower == particle and _stands_apart(sentence, token):
            return token
    return None


def _stands_apart(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is a particle: a preposition when it closes the clause, a noun when nothing leads it in.

    "U neemt deel aan de cursus" against "wij werken aan de weg". What the parser makes of "samen met u vorm" does not
    count: "u" leads no noun in.
    """
    if token.lower in _PREPOSITIONS:
        return _ends_clause(sentence, token)
    before = sentence.token(token.index - 1)
    return token.pos != "NOUN" or before.head != token.index or before.lower == "u"


def _leads_noun_in(sentence: Sentence, token: Token) -> bool:
    """Tell whether an article follows, so that a word is a preposition after all: "wij brengen u op de hoogte"."""
    following = sentence.token(token.index + 1) if token.index + 1 in sentence else None
    return following is not None and following.lower in {"de", "het", "een"}


def _ends_clause(sentence: Sentence, token: Token) -> bool:
    if token is sentence.tokens[-1]:
        return True
    return sentence.token(token.index + 1).pos in {"PUNCT", "CCONJ", "SCONJ"}


def _expression(candidate: Candidate, forms: Forms, sentence: Sentence, first: Token) -> Place | None:
    """Recognise the fixed words of an expression with its verb, which stands between them or on either side.

    "zorg dragen voor": "dat wij zorg dragen voor", "zorg kunnen dragen voor" and "wij dragen zorg voor".
    """
    last = _sequence(candidate.before or candidate.after, sentence, first.index)
    if last is None or forms.heads.isdisjoint(sentence.forms):
        return None
    if candidate.before:
        following = _after_cluster(forms, sentence, last.index + 1)
        if following and (end := _closes(candidate.after, sentence, following.last)):
            return Place(first.start, end.end, following.head, following.particle, following.te)
        if candidate.after:
            start = last.index + 1
            if start in sentence and sentence.token(start).lower == forms.particle:  # "maakt deel uit van"
                start += 1
            last = _sequence(candidate.after, sentence, start)
            if last is None:
                return None
    reach = _REACH if candidate.before else _SHORT_REACH
    verb = _verb_near(forms, sentence, first.index, last.index, reach)
    if verb is None or _comes_later(candidate, sentence, verb, last):
        return None
    if verb.last.index == first.index - 1 and verb.first is verb.last:
        return Place(verb.first.start, last.end, verb.head)
    return Place(first.start, last.end, verb.head, verb.particle, verb.te)


def _comes_later(candidate: Candidate, sentence: Sentence, verb: _Verb, last: Token) -> bool:
    """Tell whether the words after a verb stand there, so that what is found before it is something else.

    "U kunt zich van 9.00 tot 12.00 uur wenden tot de balie".
    """
    before = not candidate.before and verb.first.index > last.index
    return before and _sequence(candidate.after, sentence, verb.last.index + 1) is not None


def _after_cluster(forms: Forms, sentence: Sentence, start: int) -> _Verb | None:
    """Return the verb right after the fixed words, or after the auxiliaries and "te" that follow them."""
    for at in range(start, start + 1 + _MAX_CLUSTER):
        verb = _verb_at(forms, sentence, at)
        if verb:
            return verb
        if at not in sentence or not (sentence.token(at).pos == "AUX" or sentence.token(at).lower == "te"):
            return None
    return None


def _closes(words: tuple[str, ...], sentence: Sentence, verb: Token) -> Token | None:
    """Return the last token of the fixed words after the verb; the verb itself when there are none."""
    return _sequence(words, sentence, verb.index + 1) if words else verb


def _verb_near(forms: Forms, sentence: Sentence, first: int, last: int, reach: int) -> _Verb | None:
    """Return the closest form of the verb on either side of the fixed words."""
    found = (
        _verb_at(forms, sentence, token.index)
        for token in sentence.tokens
        if (token.index < first or token.index > last) and first - reach <= token.index <= last + reach
    )
    near = [verb for verb in found if verb]
    return min(near, key=lambda verb: min(abs(verb.head.index - first), abs(verb.head.index - last)), default=None)
