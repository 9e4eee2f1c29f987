"""Words and expressions from a list, in all their forms.

The list is expanded once to every form of every entry; a text is then read token by token with one look in a
table, so that the number of entries does not slow down the check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import wordlist
from b1check.rulebook.context import Context, compile_contexts
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock
from b1check.rulebook.replacement import suggestions
from b1check.rulebook.wordforms import Forms, Place, expand, fits
from b1check.rulebook.wordlist import Entry, WordSort

_REACH_OF_VERB = 14
"""Tokens between the fixed words of an expression and its verb; enough for the middle of a main clause."""


class LexiconOptions(Options):
    """Which lists, and how often.

    Attributes:
        lists: names of CSV files, from the folder of the rule file.
        once_per_block: report an entry only at its first place in a paragraph.
    """

    lists: tuple[str, ...]
    once_per_block: bool = True


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An entry that may start at a token.

    Attributes:
        entry: the row of the list.
        forms: all forms of the word that changes, if there is one.
        words: the fixed words, the first of which is the token it is filed under; empty for a single word.
        unless: compiled contexts in which it is fine.
    """

    entry: Entry
    forms: Forms | None
    words: tuple[str, ...]
    unless: tuple[Context, ...]


def _build(options: LexiconOptions, folder: Path) -> PerBlock:
    index = _index([entry for name in options.lists for entry in wordlist.read(folder / name)])

    def find(view: BlockView) -> Iterator[Match]:
        seen: set[str] = set()
        text = view.analysis.text
        for sentence in view.sentences:
            for token in sentence.tokens:
                for candidate in index.get(token.lower, ()):
                    place = _place(candidate, sentence, token)
                    if place is None or any(fine(text, place.start, place.end) for fine in candidate.unless):
                        continue
                    if options.once_per_block and candidate.entry.word in seen:
                        continue
                    seen.add(candidate.entry.word)
                    yield _match(candidate, place, sentence, text)

    return PerBlock(find)


def _index(entries: list[Entry]) -> Mapping[str, tuple[_Candidate, ...]]:
    """File every entry under the words it can start with."""
    index: dict[str, list[_Candidate]] = defaultdict(list)
    for entry in entries:
        unless = compile_contexts(entry.unless)
        words = entry.word.lower().split()
        if entry.sort is WordSort.PHRASE:
            index[words[0].rstrip("~")].append(_Candidate(entry, None, tuple(words), unless))
        elif len(words) > 1:
            verb = next((word for word in words if word.endswith("~")), words[-1])
            fixed = tuple(word for word in words if word is not verb)
            forms = expand(verb.rstrip("~"), WordSort.VERB)
            index[fixed[0]].append(_Candidate(entry, forms, fixed, unless))
        else:
            forms = expand(words[0].rstrip("~"), entry.sort)
            for form in forms.starts:
                index[form].append(_Candidate(entry, forms, (), unless))
    return {form: tuple(candidates) for form, candidates in index.items()}


def _place(candidate: _Candidate, sentence: Sentence, token: Token) -> Place | None:
    if candidate.words:
        return _phrase(candidate, sentence, token)
    assert candidate.forms is not None
    if _is_name(sentence, token):
        return None
    return _word(candidate.forms, candidate.entry.sort, sentence, token)


def _is_name(sentence: Sentence, token: Token) -> bool:
    """A capital inside a sentence makes a name of a word ("Dienst Verstrekkingen"), unless all is in capitals."""
    return token.text[:1].isupper() and not token.text.isupper() and token.index != sentence.words[0].index


def _word(forms: Forms, sort: WordSort, sentence: Sentence, token: Token) -> Place | None:
    if token.lower in forms.joined and fits(sort, token, forms.joined[token.lower]):
        return Place(token.start, token.end, token)
    if forms.particle and token.lower == forms.particle:
        return _te_infinitive(forms, sentence, token)
    if forms.particle and token.lower in forms.split and token.pos in {"VERB", "AUX"}:
        particle = _particle(forms.particle, sentence, token)
        if particle:
            return Place(token.start, token.end, token, particle)
    return None


def _te_infinitive(forms: Forms, sentence: Sentence, particle: Token) -> Place | None:
    """Recognise "aan te vangen"."""
    if particle.index + 2 > sentence.tokens[-1].index:
        return None
    te, verb = sentence.token(particle.index + 1), sentence.token(particle.index + 2)
    if te.lower == "te" and verb.lower == forms.base:
        return Place(particle.start, verb.end, verb, particle, te)
    return None


def _particle(particle: str, sentence: Sentence, verb: Token) -> Token | None:
    """Return the split-off part of ``verb``: by the tree, or else the last such word of the clause."""
    for token in sentence.tokens:
        if token.lower == particle and token.dep == "compound:prt" and token.head == verb.index:
            return token
    for token in sentence.tokens:
        if token.index <= verb.index:
            continue
        if token.is_finite or token.text in {";", ":"}:
            return None
        if token.lower == particle and _ends_clause(sentence, token):
            return token
    return None


def _ends_clause(sentence: Sentence, token: Token) -> bool:
    if token is sentence.tokens[-1]:
        return True
    following = sentence.token(token.index + 1)
    return following.pos in {"PUNCT", "CCONJ", "SCONJ"}


def _phrase(candidate: _Candidate, sentence: Sentence, first: Token) -> Place | None:
    """Recognise the fixed words of an expression, and its verb where it has one."""
    tokens = [first]
    for word in candidate.words[1:]:
        following = tokens[-1].index + 1
        if following not in sentence:
            return None
        token = sentence.token(following)
        if token.lower != word:
            return None
        tokens.append(token)
    if candidate.forms is None:
        return Place(first.start, tokens[-1].end)
    verb = _verb_near(candidate.forms, sentence, tokens[0].index, tokens[-1].index)
    if verb is None:
        return None
    if verb.index == tokens[-1].index + 1:
        return Place(first.start, verb.end, verb)
    if verb.index == first.index - 1:
        return Place(verb.start, tokens[-1].end, verb)
    return Place(first.start, tokens[-1].end, verb)


def _verb_near(forms: Forms, sentence: Sentence, first: int, last: int) -> Token | None:
    """Return the closest form of the verb; in a clause with another persoonsvorm in between it belongs to that."""
    near = [
        token
        for token in sentence.tokens
        if token.lower in forms.joined
        and fits(WordSort.VERB, token, forms.joined[token.lower])
        and first - _REACH_OF_VERB <= token.index <= last + _REACH_OF_VERB
    ]
    return min(near, key=lambda token: min(abs(token.index - first), abs(token.index - last)), default=None)


def _match(candidate: _Candidate, place: Place, sentence: Sentence, text: str) -> Match:
    entry = candidate.entry
    wordings = suggestions(entry, candidate.forms, place, sentence, text)
    advice = _either(entry.alternatives) if entry.alternatives else entry.explanation
    apart = [
        token
        for token in (place.head, place.particle)
        if token and not place.start <= token.start < place.end
    ]
    return Match(
        place.start,
        place.end,
        {"advies": advice, "woord": entry.plain, "uitleg": entry.explanation},
        wordings,
        also=tuple((token.start, token.end) for token in apart),
    )


def _either(words: tuple[str, ...]) -> str:
    """Return "a", "a of b", "a, b of c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} of {words[-1]}"


KIND = Kind(LexiconOptions, _build)
