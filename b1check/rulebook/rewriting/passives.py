"""Turns a lijdende vorm that says who does it into an active sentence.

"De aanvraag wordt door ons beoordeeld." becomes "Wij beoordelen de aanvraag." Only a main clause is turned, and only
one in which every word has a certain place: the subject first or right after the persoonsvorm, the deed last.
"""

from __future__ import annotations

from collections.abc import Sequence

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
_PAST = frozenset({"werd", "werden"})
_MODALS = frozenset("kan kunnen kon konden moet moeten moest moesten mag mogen zal zullen".split())
_LONGEST_AGENT = 5


def active(passive: Passive, sentence: Sentence, text: str) -> Suggestion | None:
    """Return the active wording of ``passive``, or None where it is not certain."""
    finite, verb = passive.auxiliary, passive.participle
    if passive.agent is None or not finite.is_finite or grammar.is_question(sentence):
        return None
    if clauses.is_subordinate(sentence, finite) is not False or verb.index < finite.index:
        return None
    by = _agent(sentence, passive.agent)
    subject = _subject(sentence, verb)
    if by is None or subject is None or by[0].index < finite.index or by[-1].index > verb.index:
        return None
    start = _start(sentence, finite, subject)
    if start is None or not _ends(sentence, verb):
        return None
    middle = [token for token in sentence.tokens if finite.index < token.index < verb.index and token not in by]
    if subject[0].lower in {"een", "geen"} and any(token.lower == "niet" for token in middle):
        return None  # "een brief is niet gestuurd" asks for "geen"
    fronted = subject[0].index > finite.index
    if fronted and middle[: len(subject)] != list(subject):
        return None
    rest = middle[len(subject) :] if fronted else middle
    if any(token.pos in {"VERB", "AUX", "PUNCT", "SCONJ"} or token.lower == "te" for token in rest):
        return None
    forms = _forms(passive, by)
    who, what = _who(by, text), _what(subject, text)
    if forms is None or who is None or what is None:
        return None
    opening, closing = forms
    words = [*([opening, who] if fronted else [who, opening]), what, _text(rest, text), closing]
    wording = " ".join(filter(None, words))
    if not fronted:
        wording = edits.with_case(wording, text[start.start : start.start + 1])
    first = finite if fronted else start
    reason = f"De woorden krijgen een andere volgorde. De zin zegt nu: ‘{who} {opening}’. Lees of dat klopt."
    return Suggestion(wording, (BlockEdit(first.start, verb.end, wording),), reason=reason)


def _text(tokens: Sequence[Token], text: str) -> str:
    """Return the words of tokens as they stand; a gap between them becomes one space."""
    pieces: list[str] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        gap = following is not None and following.start > token.end
        pieces += [text[token.start : token.end], " " if gap else ""]
    return "".join(pieces).strip()


def _agent(sentence: Sentence, head: Token) -> tuple[Token, ...] | None:
    """Return "door" with who does it: a pronoun, or a short name without a bijzin."""
    tokens = clauses.subtree(sentence, head)
    if tokens[0].lower != "door" or not clauses.is_one_piece(tokens) or len(tokens) > _LONGEST_AGENT + 1:
        return None
    return None if any(token.is_finite or token.pos in {"PUNCT", "CCONJ", "VERB"} for token in tokens) else tokens


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


def _ends(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the clause ends at ``verb``: no words after it that could share its subject."""
    if verb.index + 1 not in sentence:
        return True
    following = sentence.token(verb.index + 1)
    if following.text in {".", "!"}:
        return True
    if following.text == "," and following.index + 1 in sentence:
        following = sentence.token(following.index + 1)
    return following.pos == "SCONJ" and following.lower not in {"dan"}


def _forms(passive: Passive, by: tuple[Token, ...]) -> tuple[str, str] | None:
    """Return the persoonsvorm of the active clause and what closes the clause."""
    finite, verb = passive.auxiliary, passive.participle
    slot = _slot(by, past=finite.lower in _PAST)
    if slot is None:
        return None
    if finite.lemma == "zijn":
        has = inflection.inflect_verb("hebben", slot)
        return (has, verb.text) if has and finite.lower in {"is", "zijn", "bent", "ben"} else None
    if finite.lemma != "worden":
        return None
    split = inflection.inflect_split(verb.lemma, slot)
    if split is not None:
        return split.verb, split.particle
    if inflection.particle_of(verb.lemma):
        return None
    form = inflection.inflect_verb(verb.lemma, slot)
    return (form, "") if form and inflection.inflect_verb(verb.lemma, VerbForm.PAST_PARTICIPLE) == verb.lower else None


def _slot(by: tuple[Token, ...], *, past: bool) -> VerbForm | None:
    head = by[-1].lower if len(by) == 2 else ""
    plural = head in {"ons", "jullie"} or any("Number=Plur" in token.morph and token.pos == "NOUN" for token in by[1:])
    if not plural and not head and not any("Number=Sing" in t.morph or t.pos == "PROPN" for t in by[1:]):
        return None
    if past:
        return VerbForm.PAST_PLURAL if plural else VerbForm.PAST_SINGULAR
    if plural:
        return VerbForm.PRESENT_PLURAL
    if head == "mij":
        return VerbForm.PRESENT_1SG
    return VerbForm.PRESENT_2SG if head in {"u", "jou"} else VerbForm.PRESENT_3SG


def _who(by: tuple[Token, ...], text: str) -> str | None:
    words = text[by[1].start : by[-1].end]
    return _AGENTS.get(words.lower(), None if words.lower() in {"hem", "haar", "hen", "hun"} else words)


def _what(subject: tuple[Token, ...], text: str) -> str | None:
    words = text[subject[0].start : subject[-1].end]
    if len(subject) == 1 and subject[0].pos == "PRON":
        return _OBJECTS.get(words.lower())
    name = subject[0].pos == "PROPN" or subject[0].text.isupper()
    return words if name else words[:1].lower() + words[1:]
