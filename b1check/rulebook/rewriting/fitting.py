"""Tells whether a new verb goes with the words around the old one: its object, a preposition, "zich", "niet"."""

from __future__ import annotations

from b1check.rulebook.rewriting import clauses, collocations
from b1check.rulebook.rewriting.phrases import VerbPhrase
from b1check.rulebook.rewriting.replaced import (
    MODALS,
    NEAR,
    REACH,
    REFLEXIVE,
    Source,
    auxiliaries,
    first_index,
    is_passive,
    own_reflexive,
    starts_expression,
    turns,
)

_TOLD = frozenset("van over hiervan hierover daarvan daarover ervan erover waarvan waarover".split())
"""Words that do not go with "laten weten" ("wij laten u hiervan weten")."""
_LETS = frozenset({"weten", "zien", "horen"})
_AGAIN = frozenset({"weer", "opnieuw", "niet"})
"""First words of a wording that say too much when they are there already."""
_THIRD = frozenset("hij zij ze men".split())
_WRONG_AFTER = {
    "vertellen": {"van"},
    "zeggen": {"van"},
    "controleren": {"aan"},
    "beoordelen": {"aan"},
    "bekijken": {"aan"},
    "onderzoeken": {"aan"},
    "gebruiken": {"van"},
    "zetten": {"in"},
    "wijzen": {"bij"},
    "nadenken": {"op"},
    "bespreken": {"op"},
}
"""Prepositions that may not follow a verb, though they followed the old one."""
_BEGIN = VerbPhrase("beginnen")
"""One begins "met" something."""
_ASKED = frozenset({"om", "of"})
"""Words that open what somebody asks for."""


def fits(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether what the verb takes is the same for both: an object, a preposition, "zich"."""
    near = range(old.head.index - REACH, old.head.index + REACH)
    words = {token.lower for token in old.sentence.tokens if token.index in near}
    if phrase.verb == "laten" and phrase.infinitive not in _LETS:
        return False
    if not _goes_with(phrase, old) or (phrase == _BEGIN and _has_object(old)):
        return False
    if phrase.infinitive == "weten" and words & _TOLD:
        return False
    if phrase.verb == "noemen" and any(
        token.lower == "dat" and old.head.index < token.index < old.head.index + NEAR for token in old.sentence.tokens
    ):
        return False
    if _denies_wrongly(phrase, old, words):
        return False
    if phrase.verb in MODALS and phrase.infinitive and phrase.verb != "laten" and not _is_person(old):
        return False
    if old.after and old.after[0].index > old.head.index + 1 and not old.head.is_finite and not old.before:
        return False
    if _asks_other_preposition(phrase, old, words):
        return False
    if old.is_split and clauses.is_subordinate(old.sentence, old.head):
        return False
    if phrase.complement == "anders" and "van" in words:  # "anders zijn" asks for "dan"
        return False
    if phrase.reflexive and not own_reflexive(old) and not _takes_reflexive(old):
        return False
    if phrase.verb in MODALS and not phrase.infinitive:  # "in staat zijn te komen": "te" would have to go
        return False
    auxiliaries = {child.lemma for child in old.sentence.children(old.head) if child.dep.startswith("aux")}
    return phrase.verb not in auxiliaries & MODALS and _is_together(old) and not _leaves_gap(phrase, old)


def _has_object(old: Source) -> bool:
    return any(child.dep == "obj" for child in old.sentence.children(old.head))


def _denies_wrongly(phrase: VerbPhrase, old: Source, words: set[str]) -> bool:
    """Tell whether "niet" would deny only half of the new verb ("niet tijdelijk stoppen"), or stand there twice."""
    first = phrase.complement.split()[:1]
    if first == ["tijdelijk"]:
        return bool(words & {"niet", "geen"})
    return first == ["niet"] and _is_denied_or_must(old, words)


def _is_denied_or_must(old: Source, words: set[str]) -> bool:
    """Tell whether a "niet" would be one too many, or would deny "moeten": "moet niet behandelen"."""
    denied = words & {"niet", "geen"} - {token.lower for token in old.before}
    return bool(denied) or any(child.lemma == "moeten" for child in old.sentence.children(old.head))


def _goes_with(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether the new verb goes with the nouns and the auxiliary around the old one."""
    if old.is_split and phrase.infinitive and old.place.particle and old.place.particle.index < old.head.index:
        return False  # "aan te kunnen tonen"
    if _shares_end(old):
        return False
    if phrase.verb == "vertellen" and is_passive(old):  # who is told something cannot be the subject
        return False
    if _AGAIN & {phrase.complement.split(maxsplit=1)[0] if phrase.complement else ""} & _lower_near(old):
        return False
    if "krijgen" in auxiliaries(old) and old.head.is_participle:  # "u krijgt toegewezen" is no "u krijgt gegeven"
        return False
    return collocations.takes(_named(phrase), old.sentence, old.head) and not _lacks_what(phrase, old)


def _shares_end(old: Source) -> bool:
    """Tell whether another word leans on the end of this one: "het op- en vaststellen"."""
    before = [old.sentence.token(old.head.index - step) for step in (1, 2) if old.head.index - step in old.sentence]
    return len(before) > 1 and before[0].lower in {"en", "of"} and before[1].text.endswith("-")


def _lower_near(old: Source) -> frozenset[str]:
    return frozenset(token.lower for token in old.sentence.tokens if abs(token.index - old.head.index) <= REACH)


def _named(phrase: VerbPhrase) -> str:
    """Return the verb with the words before it: "niet nakomen"."""
    return f"{phrase.complement} {phrase.verb}".strip()


def _lacks_what(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether the sentence does not say what somebody asks for, or what becomes possible."""
    if phrase.verb == "vragen" and old.before and old.before[-1].lower.startswith("verzoek"):
        return not any(token.lower in _ASKED for token in old.sentence.tokens if token.index > old.before[-1].index)
    if _named(phrase) == "mogelijk maken":
        return not any(child.dep in {"obj", "nsubj:pass"} for child in old.sentence.children(old.head))
    return False


def _asks_other_preposition(phrase: VerbPhrase, old: Source, words: set[str]) -> bool:
    """Tell whether a preposition stands there that goes with the old verb only: "zich ontdoen van", "toetsen aan"."""
    if turns(phrase, old):
        return False
    last = old.before[-1] if old.before and old.before[-1].index > old.head.index else old.head
    following = old.sentence.token(last.index + 1).lower if last.index + 1 in old.sentence else ""
    if following in _WRONG_AFTER.get(phrase.verb, ()) and not old.after:
        return True
    refused = _WRONG_AFTER.get(phrase.verb, set())
    heads = [child for child in old.sentence.children(old.head) if child.dep.startswith("obl")]
    cases = {case.lower for head in heads for case in old.sentence.children(head) if case.dep == "case"}
    if cases & refused and not old.after:
        return True
    if phrase.verb == "beslissen" and words & {"over", "waarover", "daarover"}:
        return True
    own = own_reflexive(old)
    if own is None or phrase.reflexive or old.after:
        return False
    between = {token.lower for token in old.sentence.tokens if own.index < token.index < old.head.index}
    return bool(between & {"van", "tot", "met", "op", "aan"})


def _is_person(old: Source) -> bool:
    """Tell whether the subject is a person by its form: "de leges zijn verschuldigd" is no "moeten betalen"."""
    found = clauses.subject(old.sentence, old.head)
    return found is None or found.lower in REFLEXIVE or found.lower in _THIRD or found.lower in {"die", "wie"}


def _is_together(old: Source) -> bool:
    """Tell whether verb and fixed words surely stand in one clause: no other verb or comma between them."""
    if not old.before:
        return True
    low, high = sorted((old.head.index, old.before[0].index))
    between = [token for token in old.sentence.tokens if low < token.index < high]
    return not any(
        token.pos in {"PUNCT", "SCONJ"}
        or ((token.pos == "VERB" or token.is_finite) and token.lemma not in MODALS | {"worden", "zijn", "hebben"})
        for token in between
    )


def _leaves_gap(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether a noun goes away that something else in the sentence depends on."""
    if old.before and old.before[0].index == old.sentence.tokens[0].index and old.head.is_finite:
        return True
    if (
        old.before
        and old.before[0].index == old.sentence.tokens[0].index
        and old.before[-1].index + 1 != first_index(old)
    ):
        return True
    if not old.before or starts_expression(old) or phrase.complement.split()[-1:] == [old.before[-1].lower]:
        return False
    if old.before[-1].pos != "NOUN":
        return False
    following = {
        old.sentence.token(token.index + 1).lower
        for token in (old.head, old.before[-1])
        if token.index + 1 in old.sentence and old.sentence.token(token.index + 1) not in old.after
    }
    return is_passive(old) or not following.isdisjoint(
        {"aan", "van", "voor", "hiertoe", "daartoe", "hiervan", "daarvan"}
    )


def _takes_reflexive(old: Source) -> bool:
    """Tell whether there is a certain place for "zich": beside a pronoun that is the subject of a main clause."""
    found = clauses.subject(old.sentence, old.head)
    if found is None or not old.head.is_finite or clauses.is_subordinate(old.sentence, old.head) is not False:
        return False
    beside = abs(found.index - old.head.index) == 1
    return beside and (found.lower in REFLEXIVE or found.lower in _THIRD)
