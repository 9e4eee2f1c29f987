"""Turns a lijdende vorm into an active sentence.

"De aanvraag wordt door ons beoordeeld." becomes "Wij beoordelen de aanvraag.", and "Uw aanvraag zal door ons worden
beoordeeld." becomes "Wij zullen uw aanvraag beoordelen.". Only a main clause is turned, and only one in which every
word has a certain place: the subject first or right after the persoonsvorm, the deed last or before a closing phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import VerbForm
from b1check.rulebook import grammar
from b1check.rulebook.grammar import Passive
from b1check.rulebook.match import BlockEdit, Suggestion
from b1check.rulebook.rewriting import clauses, edits

_AGENTS = {"ons": "wij", "mij": "ik", "u": "u", "jou": "jij", "jullie": "jullie"}
_OBJECTS = {"wij": "ons", "we": "ons", "hij": "hem", "ik": "mij", "jij": "jou", "je": "je", "u": "u"}
_NO_OBJECT = frozenset({"er", "zij", "ze", "dit", "dat", "het", "die", "deze", "welke", "wat", "wie", "men"})
_COUNTING = frozenset({"een", "geen", "alle", "al", "beide", "elk", "elke", "ieder", "iedere", "veel"})
"""Words of a subject with which "niet" has another reach when they come after it."""
_NO_AGENT = frozenset({"hem", "haar", "hen", "hun"})
_MODALS = frozenset({"kunnen", "moeten", "mogen", "zullen"})
_LONGEST_AGENT = 5
_NOT_IN_MIDDLE = frozenset({"VERB", "AUX", "PUNCT", "SCONJ"})
_NOT_IN_TAIL = _NOT_IN_MIDDLE | {"CCONJ"}


@dataclass(frozen=True, slots=True)
class _Clause:
    """A lijdende vorm in a main clause, taken apart.

    Attributes:
        finite: the persoonsvorm: "wordt", "is", or the modal verb of "zal worden".
        verb: the participle.
        first: the first of the verbs that close the clause.
        last: the last of them.
        has_modal: whether the persoonsvorm is a modal verb.
    """

    finite: Token
    verb: Token
    first: Token
    last: Token
    has_modal: bool


@dataclass(frozen=True, slots=True)
class _Agent:
    """Who does it.

    Attributes:
        words: as the subject of the new sentence.
        plural: whether it takes a plural verb.
        person: the form of the present that goes with it.
        tokens: "door" with who does it; empty when the sentence does not say so.
    """

    words: str
    plural: bool
    person: VerbForm
    tokens: tuple[Token, ...] = ()


_WE = _Agent("wij", plural=True, person=VerbForm.PRESENT_PLURAL)


def active(passive: Passive, sentence: Sentence, text: str) -> Suggestion | None:
    """Return the active wording of ``passive``, which says who does it; None where that is not certain."""
    by = _agent(sentence, passive.agent, text) if passive.agent else None
    return _turned(passive, by, sentence, text, "Lees of dat klopt.") if by else None


def by_us(passive: Passive, sentence: Sentence, text: str) -> Suggestion | None:
    """Return the active wording of ``passive``, which does not say who does it, with "wij"; None where not certain."""
    if passive.agent is not None or "door" in sentence.forms:
        return None
    return _turned(passive, _WE, sentence, text, "Controleer of uw organisatie dit doet.")


def _turned(passive: Passive, by: _Agent, sentence: Sentence, text: str, question: str) -> Suggestion | None:
    clause = None if grammar.is_question(sentence) else _clause(passive, sentence)
    subject = _subject(sentence, clause.verb) if clause else None
    if clause is None or subject is None:
        return None
    finite, end = clause.finite, _end(clause, by, sentence)
    start = _start(sentence, finite, subject)
    if start is None or end is None:
        return None
    middle = [t for t in sentence.tokens if finite.index < t.index < clause.first.index and t not in by.tokens]
    if _COUNTING & {token.lower for token in subject} and any(token.lower == "niet" for token in middle):
        return None  # "een brief is niet gestuurd" asks for "geen", and "niet alle" says less than "alle niet"
    fronted = subject[0].index > finite.index
    if not fronted and len(subject) == 1 and subject[0].pos == "PROPN":
        return None  # "Uitstel" may be a name, or a word with the capital of a sentence
    if fronted and middle[: len(subject)] != list(subject):
        return None
    rest = middle[len(subject) :] if fronted else middle
    if any(token.pos in _NOT_IN_MIDDLE or token.lower == "te" for token in rest):
        return None
    forms, what = _forms(clause, by), _what(subject, text)
    if forms is None or what is None:
        return None
    opening, closing = forms
    words = [*([opening, by.words] if fronted else [by.words, opening]), what, _text(rest, text), closing]
    wording = " ".join(filter(None, words))
    if not fronted:
        wording = edits.with_case(wording, text[start.start : start.start + 1])
    first = finite if fronted else start
    reason = f"De woorden krijgen een andere volgorde. De zin zegt nu: ‘{by.words} {opening}’. {question}"
    return Suggestion(wording, (BlockEdit(first.start, end.end, wording),), reason=reason)


def _clause(passive: Passive, sentence: Sentence) -> _Clause | None:
    """Take a main clause apart, or return None where its verbs do not stand where they should."""
    auxiliary, verb = passive.auxiliary, passive.participle
    if auxiliary.is_finite:
        found = _Clause(auxiliary, verb, verb, verb, has_modal=False)
    else:
        modal = next((child for child in sentence.children(verb) if child.is_finite and child.lemma in _MODALS), None)
        if modal is None or auxiliary.lemma != "worden" or abs(auxiliary.index - verb.index) != 1:
            return None
        first, last = sorted((auxiliary, verb), key=lambda token: token.index)
        found = _Clause(modal, verb, first, last, has_modal=True)
    if found.first.index < found.finite.index:
        return None
    return found if clauses.is_subordinate(sentence, found.finite) is False else None


def _text(tokens: Sequence[Token], text: str) -> str:
    """Return the words of tokens as they stand; a gap between them becomes one space."""
    pieces: list[str] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        gap = following is not None and following.start > token.end
        pieces += [text[token.start : token.end], " " if gap else ""]
    return "".join(pieces).strip()


def _agent(sentence: Sentence, head: Token, text: str) -> _Agent | None:
    """Return who does it: a pronoun, or a short name without a bijzin."""
    tokens = clauses.subtree(sentence, head)
    if tokens[0].lower != "door" or not clauses.is_one_piece(tokens) or len(tokens) > _LONGEST_AGENT + 1:
        return None
    if any(token.is_finite or token.pos in {"PUNCT", "CCONJ", "VERB"} for token in tokens):
        return None
    words = text[tokens[1].start : tokens[-1].end]
    pronoun = tokens[-1].lower if len(tokens) == 2 else ""
    if pronoun in _NO_AGENT:
        return None
    who = _AGENTS.get(words.lower(), words)
    if pronoun in {"ons", "jullie"} or any("Number=Plur" in t.morph and t.pos == "NOUN" for t in tokens[1:]):
        return _Agent(who, plural=True, person=VerbForm.PRESENT_PLURAL, tokens=tokens)
    if not pronoun and not any("Number=Sing" in token.morph or token.pos == "PROPN" for token in tokens[1:]):
        return None
    person = {"mij": VerbForm.PRESENT_1SG, "u": VerbForm.PRESENT_2SG, "jou": VerbForm.PRESENT_2SG}
    return _Agent(who, plural=False, person=person.get(pronoun, VerbForm.PRESENT_3SG), tokens=tokens)


def _subject(sentence: Sentence, verb: Token) -> tuple[Token, ...] | None:
    head = grammar.subject_of(sentence, verb)
    if head is None or head.lower in _NO_OBJECT or "PronType=Rel" in head.morph:
        return None
    tokens = clauses.subtree(sentence, head)
    if not clauses.is_one_piece(tokens) or any(token.is_finite or token.pos == "PUNCT" for token in tokens):
        return None
    return tokens


def _start(sentence: Sentence, finite: Token, subject: tuple[Token, ...]) -> Token | None:
    """Return the first token of the clause; the subject must be all that stands before the persoonsvorm, or follow."""
    first = sentence.tokens[0]
    if subject[-1].index == finite.index - 1:
        return first if subject[0] is first else None
    return first if subject[0].index == finite.index + 1 else None


def _end(clause: _Clause, by: _Agent, sentence: Sentence) -> Token | None:
    """Return the last token to replace: the last verb, or who does it right after that; None where more may follow."""
    last = clause.last
    if by.tokens and by.tokens[0].index < clause.finite.index:
        return None
    if by.tokens and by.tokens[-1].index > clause.first.index:
        if by.tokens[0].index != last.index + 1:
            return None
        last = by.tokens[-1]
    return last if _closes(sentence, last) else None


def _closes(sentence: Sentence, last: Token) -> bool:
    """Tell whether the clause ends at ``last``, or with a phrase: no words after it that could share its subject."""
    after = [token for token in sentence.tokens if token.index > last.index]
    if not after or after[0].text in {".", "!"}:
        return True
    if after[0].pos == "ADP" and after[-1].text in {".", "!"}:
        return not any(t.pos in _NOT_IN_TAIL or t.lower == "te" or "PronType=Rel" in t.morph for t in after[:-1])
    following = after[1] if after[0].text == "," and len(after) > 1 else after[0]
    return following.pos == "SCONJ" and following.lower not in {"dan"}


def _forms(clause: _Clause, by: _Agent) -> tuple[str, str] | None:
    """Return the persoonsvorm of the active clause and what closes the clause."""
    finite, verb = clause.finite, clause.verb
    past = VerbForm.PAST_PLURAL if by.plural else VerbForm.PAST_SINGULAR
    slot = past if "Tense=Past" in finite.morph else by.person
    if finite.lemma == "zijn":
        has = inflection.inflect_verb("hebben", slot)
        return (has, verb.text) if has and slot is not past else None
    if inflection.inflect_verb(verb.lemma, VerbForm.PAST_PARTICIPLE) != verb.lower:
        return None  # which verb it is, is not certain
    if clause.has_modal:
        form = inflection.inflect_verb(finite.lemma, slot)
        return (form, verb.lemma) if form else None
    if finite.lemma != "worden":
        return None
    split = inflection.inflect_split(verb.lemma, slot)
    if split is not None:
        return split.verb, split.particle
    form = None if inflection.particle_of(verb.lemma) else inflection.inflect_verb(verb.lemma, slot)
    return (form, "") if form else None


def _what(subject: tuple[Token, ...], text: str) -> str | None:
    words = text[subject[0].start : subject[-1].end]
    if len(subject) == 1 and subject[0].pos == "PRON":
        return _OBJECTS.get(words.lower())
    opening = subject[0]
    name = opening.pos == "PROPN" or opening.text.isupper()
    return words if name else words[:1].lower() + words[1:]
