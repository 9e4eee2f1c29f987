"""Where a verb stands in its clause: that decides where the parts of another verb go.

In a main clause the persoonsvorm comes first or second, and split-off parts close the clause; in a bijzin all verbs
stand together at the end. Tags and tree must agree on which of the two it is, or there is no answer.
"""

from __future__ import annotations

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import grammar

_CLAUSES = frozenset({"advcl", "ccomp", "acl:relcl", "csubj", "csubj:pass", "acl"})
_ASKING = frozenset({"hoe", "wat", "wie", "welk", "welke", "waar", "waarom", "wanneer", "hoeveel", "waarvoor"})
_STOPS = frozenset({",", ".", "?", "!", ";", ":", "(", ")", "–", "-", "—", "…"})
_NO_FOLLOWER = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "NOUN", "PROPN", "NUM", "ADJ"})
"""What may still belong to a noun when it follows it."""
_VERBS = frozenset({"VERB", "AUX"})
_CONDITION = frozenset({"als", "indien", "omdat", "wanneer", "zodra", "voordat", "nadat", "zodat", "terwijl", "tenzij"})


def is_subordinate(sentence: Sentence, finite: Token) -> bool | None:
    """Tell whether ``finite`` is the persoonsvorm of a bijzin; None when tags and tree do not agree."""
    by_tags, by_tree = _by_tags(sentence, finite), _by_tree(sentence, finite)
    return by_tags if by_tags == by_tree else None


def _by_tags(sentence: Sentence, finite: Token) -> bool:
    """Look back from ``finite`` for the word that opens a bijzin, up to another persoonsvorm."""
    joined = True
    for token in reversed([token for token in sentence.tokens if token.index < finite.index]):
        if token.is_finite and not joined:
            return False
        if token.text in {";", ":"}:
            return False
        joined = joined and (token.lower in {"en", "of", ","} or token.is_finite)
        if token.pos == "SCONJ" or "PronType=Rel" in token.morph:
            return True
        if _asks(token) and not grammar.is_question(sentence) and token.index < finite.index - 1:
            return True
    return False


def _asks(token: Token) -> bool:
    """Tell whether a word opens a question or points back: "hoe", "waarop"."""
    return token.lower in _ASKING or (token.lower.startswith("waar") and token.pos in {"ADV", "PRON"})


def _by_tree(sentence: Sentence, finite: Token) -> bool:
    verb = _verb_of(sentence, finite)
    for _ in range(4):
        opened = any(
            child.dep == "mark" or "PronType=Rel" in child.morph or _asks(child)
            for child in _below(sentence, verb)
            if child.index < finite.index
        )
        if verb.dep in _CLAUSES:
            return opened
        if verb.dep != "conj" or opened or verb.head not in sentence:
            return False
        verb = sentence.token(verb.head)
    return False


def _verb_of(sentence: Sentence, finite: Token) -> Token:
    if finite.dep in {"aux", "aux:pass", "cop"} and finite.head in sentence:
        return sentence.token(finite.head)
    return finite


def _below(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    children = sentence.children(verb)
    return (*children, *(grandchild for child in children for grandchild in sentence.children(child)))


def end_of_clause(sentence: Sentence, verb: Token) -> Token | None:
    """Return the last token of the main clause of ``verb``, after which a split-off part can stand.

    None where that is not certain: with another verb in the clause, or a comma that only separates words.
    """
    last = verb
    for token in sentence.tokens:
        if token.index <= verb.index:
            continue
        if token.pos in _VERBS or token.is_participle or token.lower == "te":
            return None
        if _opens_clause(sentence, token):
            return last
        if token.text in _STOPS or token.pos == "PUNCT":
            return last if _closes(sentence, token) else None
        last = token
    return last


def _opens_clause(sentence: Sentence, token: Token) -> bool:
    if token.pos == "SCONJ" or "PronType=Rel" in token.morph or (token.lower == "om" and "te" in sentence.forms):
        return True
    return token.pos == "CCONJ" and _joins_clauses(sentence, token)


def _joins_clauses(sentence: Sentence, conjunction: Token) -> bool:
    head = sentence.token(conjunction.head) if conjunction.head in sentence else conjunction
    return head.dep == "conj" and (head.pos in _VERBS or grammar.finite_of(sentence, head) is not None)


def _closes(sentence: Sentence, mark: Token) -> bool:
    """Tell whether a punctuation mark ends the clause: the last one, or a comma before a bijzin."""
    following = [token for token in sentence.tokens if token.index > mark.index and token.pos != "PUNCT"]
    if not following:
        return True
    if mark.text in {";", ":", ".", "?", "!"}:
        return True
    if mark.text != ",":
        return False
    first = following[0]
    opener = first.pos == "SCONJ" or "PronType=Rel" in first.morph or first.lower in _CONDITION or first.lower == "om"
    return opener or first.is_finite or (first.lower == "dan" and len(following) > 1 and following[1].is_finite)


def cluster_start(sentence: Sentence, verb: Token) -> Token | None:
    """Return the first of the verbs that stand together with ``verb`` at the end of its clause, "te" included.

    The persoonsvorm of a main clause is no part of them, even when it stands beside. None where that is not certain.
    """
    first = verb
    while first.index - 1 in sentence:
        token = sentence.token(first.index - 1)
        if token.lower == "te":
            first = token
            continue
        if token.pos not in _VERBS:
            return first
        if token.is_finite:
            subordinate = is_subordinate(sentence, token)
            if subordinate is None:
                return None
            return token if subordinate else first
        first = token
    return first


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head word of the subject of ``verb``, by the tree or else a pronoun right beside it."""
    found = grammar.subject_of(sentence, _verb_of(sentence, verb))
    if found is not None:
        return found
    for step in (1, -1):
        if verb.index + step in sentence:
            beside = sentence.token(verb.index + step)
            if beside.lower in {"u", "je", "jij", "wij", "we", "hij", "zij", "ze", "ik", "het", "men"}:
                return beside
    return None


def subtree(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return ``head`` and all that depends on it, in order."""
    found, queue = {head.index: head}, [head]
    while queue:
        for child in sentence.children(queue.pop()):
            if child.index not in found:
                found[child.index] = child
                queue.append(child)
    return tuple(found[index] for index in sorted(found))


def is_one_piece(tokens: tuple[Token, ...]) -> bool:
    """Tell whether tokens stand side by side."""
    return tokens[-1].index - tokens[0].index == len(tokens) - 1


def noun_after(sentence: Sentence, preposition: Token) -> tuple[Token, Token] | None:
    """Return the first and the last token of what comes after ``preposition``: one noun with a clear end, or None."""
    tokens = [token for token in sentence.tokens if token.index > preposition.index]
    noun = next((token for token in tokens[:5] if token.pos in {"NOUN", "PROPN"}), None)
    if noun is None or any(token.pos not in {"DET", "ADJ", "PRON", "NUM"} for token in tokens[: tokens.index(noun)]):
        return None
    if tokens[0].lower in {"het", "die", "dit", "dat"} and tokens[0].pos == "PRON" and tokens[0].dep != "det":
        return None
    following = sentence.token(noun.index + 1) if noun.index + 1 in sentence else None
    if following is not None and following.lower == "van":
        owner = noun_after(sentence, following)
        return (tokens[0], owner[1]) if owner else None
    if following is not None and (following.pos in _NO_FOLLOWER or "PronType=Rel" in following.morph):
        return None
    if following is not None and following.text == "(":
        return None
    listed = following is not None and following.text == "," and following.index + 1 in sentence
    if listed and sentence.token(noun.index + 2).pos in {"NOUN", "ADJ", "PROPN"}:
        return None  # the first of a row: "subsidies, leningen of regelingen"
    return tokens[0], noun
