"""Puts another verb, with what belongs to it, in the place of a verb or an expression with a verb.

"Wij stellen u in kennis" becomes "Wij laten u weten", "om u te verontschuldigen" becomes "om sorry te zeggen". The
persoonsvorm keeps its place and form; the words that belong to the new verb go where those of the old one stood, or to
the end of the clause (Algemene Nederlandse Spraakkunst, chapter 21: the two poles of the clause).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from b1check.language import dates, inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import FINITE, VerbForm
from b1check.rulebook.match import BlockEdit
from b1check.rulebook.rewriting import clauses, collocations, edits
from b1check.rulebook.rewriting.edits import NONE, Edits
from b1check.rulebook.rewriting.phrases import PREPOSITIONS, VerbPhrase, verb_phrase
from b1check.rulebook.wordforms import Forms, Place, slots_of

_NO_PASSIVE = frozenset(
    "hebben zijn kunnen moeten mogen willen hoeven gaan komen blijven worden gebeuren duren lijken staan liggen wonen "
    "werken gelden krijgen passen weten kosten beginnen doorgaan meedoen meetellen ingaan vallen horen".split()
)
"""Verbs without a lijdende vorm that reads well; "wordt begonnen" has another order of words."""
_TAKES_ZIJN = frozenset(
    "zijn gaan komen blijven worden beginnen gebeuren vertrekken verhuizen stijgen dalen groeien doorgaan ingaan "
    "vallen terugkomen terugkeren weggaan sterven ontstaan opgroeien meegaan aankomen".split()
)
_ZIJN_OR_HEBBEN = frozenset("stoppen starten veranderen beginnen".split())
_PERFECT = frozenset({"hebben", "worden", "zijn"})
_MODALS = frozenset("kunnen moeten mogen willen zullen hoeven laten".split())
_TOLD = frozenset("van over hiervan hierover daarvan daarover ervan erover waarvan waarover".split())
"""Words that do not go with "laten weten" ("wij laten u hiervan weten")."""
_LETS = frozenset({"weten", "zien", "horen"})
_MANNER = PREPOSITIONS | frozenset(
    "niet goed opnieuw weer eerst snel beter anders klaar bekend duidelijk minder meer langer kleiner groter vrij "
    "schoon dicht open gelijk mogelijk strenger sneller kapot leeg tijdelijk".split()
)
"""First words of what can stay beside a verb in the lijdende vorm; a noun ("de kans geven") cannot."""
_DENIALS = frozenset("niet ermee daarmee hiermee nog steeds ook al toch wel helemaal volledig echt".split())
"""Words before which the "het" of "het eens" stands."""
_ONLY_ARTICLES = frozenset({"de", "een", "onze", "elke", "iedere"})
"""Words that always open a noun phrase, so that no persoonsvorm follows them."""
_AGAIN = frozenset({"weer", "opnieuw", "niet"})
"""First words of a wording that say too much when they are there already."""
_LITTLE = PREPOSITIONS | {"te", "de", "het"}
_WEAK = frozenset("het dat dit die deze hem haar ze hen hun wat er".split())
_BARE = frozenset({"bezwaar maken"})
"""Verbs with a noun that has no article."""
_PLACES = frozenset("er daar hier waar".split())
_REFLEXIVE = {"u": "zich", "wij": "ons", "we": "ons", "je": "je", "jij": "je", "ik": "me", "jullie": "je"}
_THIRD = frozenset("hij zij ze men".split())
_PRESENT_PARTICIPLES = frozenset({VerbForm.PRESENT_PARTICIPLE, VerbForm.PRESENT_PARTICIPLE_INFLECTED})
_AFTER_NOUN = frozenset({"PUNCT", "VERB", "AUX", "SCONJ"})
_WRONG_AFTER = {
    "vertellen": {"van"},
    "zeggen": {"van"},
    "controleren": {"aan"},
    "bekijken": {"aan"},
    "onderzoeken": {"aan"},
    "gebruiken": {"van"},
    "zetten": {"in"},
    "wijzen": {"bij"},
    "nadenken": {"op"},
    "bespreken": {"op"},
}
"""Prepositions that may not follow a verb, though they followed the old one."""
_NOT_ATTRIBUTIVE = frozenset({"zien", "vinden", "zeggen", "horen", "bepalen"})
"""Verbs of which the participle reads badly before a noun ("de geziene overtreding"), or has another meaning there."""
_ASKED = frozenset({"om", "of"})
"""Words that open what somebody asks for."""
_FOR = {"op": "voor", "daarop": "daarvoor", "hierop": "hiervoor", "waarop": "waarvoor", "erop": "ervoor"}
_ABOUT = {"van": "over", "daarvan": "daarover", "hiervan": "hierover", "waarvan": "waarover", "ervan": "erover"}
_OFF = {"op": "van", "daarop": "daarvan", "hierop": "hiervan", "waarop": "waarvan", "erop": "ervan"}
_TURNS = {
    ("toepassing", "gelden"): _FOR,
    ("kennis", "vertellen"): _ABOUT,
    ("hoogte", "vertellen"): _ABOUT,
    ("mindering", "aftrekken"): _OFF,
}
"""What becomes of a preposition, by the last fixed word of the old verb and the new verb: "geldt voor uw huis"."""
_NEAR = 4
_REACH = 8
"""Tokens between "zich" and its verb."""


@dataclass(frozen=True, slots=True)
class Source:
    """The verb to replace.

    Attributes:
        forms: its forms.
        place: where it stands.
        head: the token with the form.
        before: the fixed words before the verb, for an expression ("in kennis").
        after: the fixed words after it ("van").
        sentence: the sentence.
    """

    forms: Forms
    place: Place
    head: Token
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    sentence: Sentence

    @property
    def is_split(self) -> bool:
        """Whether a split-off part stands apart from the verb."""
        return self.place.particle is not None and self.place.te is None


def source(word: str, forms: Forms, place: Place, sentence: Sentence) -> Source | None:
    """Find the words of entry ``word`` at ``place``; None where not all of them are found."""
    if place.head is None:
        return None
    words = word.lower().split()
    at = next((n for n, part in enumerate(words) if part.endswith("~")), len(words) - 1)
    inside = [token for token in sentence.tokens if place.start <= token.start < place.end]
    verb = {token.index for token in (place.head, place.particle, place.te) if token}
    free = [token for token in inside if token.index not in verb]
    before = _sequence(words[:at], free)
    after = _sequence(words[at + 1 :], free[::-1], backwards=True)
    if before is None or after is None:
        return None
    return Source(forms, place, place.head, before, after, sentence)


def _sequence(words: list[str], tokens: list[Token], *, backwards: bool = False) -> tuple[Token, ...] | None:
    wanted = words[::-1] if backwards else words
    for start in range(len(tokens) - len(wanted) + 1):
        found = tokens[start : start + len(wanted)]
        if [token.lower for token in found] == wanted:
            return tuple(found[::-1] if backwards else found)
    return None


def rewrite(wording: str, old: Source) -> Edits:
    """Return the edits that put ``wording`` in the place of ``old``; none where the grammar is not certain."""
    phrase = verb_phrase(wording)
    if phrase is None or not _fits(phrase, old):
        return NONE
    filed = old.forms.split if old.is_split else old.forms.joined
    slots = (
        frozenset[str]({VerbForm.INFINITIVE})
        if old.place.te
        else slots_of(old.head, filed.get(old.head.lower, frozenset()), old.sentence)
    )
    slots = _as_participle(slots, old)
    if not slots or slots & _PRESENT_PARTICIPLES or _is_other_word(slots, old):
        return NONE
    fixed = _fixed_words(phrase, old)
    objects = _object(phrase, old)
    if fixed is None or objects is None:
        return NONE
    if old.place.te or (slots <= {VerbForm.INFINITIVE, VerbForm.PRESENT_PLURAL} and _te(old)):
        made = _infinitive(phrase, old, te=True)
    elif slots <= FINITE:
        made = _finite(phrase, old, slots)
    elif slots == {VerbForm.INFINITIVE}:
        made = _infinitive(phrase, old, te=False)
    elif slots <= {VerbForm.PAST_PARTICIPLE, VerbForm.PAST_PARTICIPLE_INFLECTED}:
        made = _participle(phrase, old, slots)
    else:
        made = _any(phrase, old, slots)
    if not made or _stands_beside(made, old):
        return NONE
    turned = _turned_prepositions(phrase, old)
    if turned is None or _says_twice(made, old):
        return NONE
    return edits.ordered([*made, *fixed, *objects, *turned, *_reflexive(phrase, old)])


def _turned_prepositions(phrase: VerbPhrase, old: Source) -> Edits | None:
    """Return the edit that makes "voor" of the "op" of "van toepassing"; None when it is not certain which "op"."""
    table = _turns(phrase, old)
    found = [token for token in old.sentence.tokens if token.lower in table and _goes_with_verb(token, old)]
    doubtful = table is _ABOUT and not found and not old.sentence.forms.isdisjoint(table)
    if len(found) > 1 or doubtful:
        return None
    return tuple(edits.replace(token, edits.with_case(table[token.lower], token.text)) for token in found)


def _turns(phrase: VerbPhrase, old: Source) -> Mapping[str, str]:
    return _TURNS.get((old.before[-1].lower, phrase.verb), {}) if old.before else {}


def _goes_with_verb(token: Token, old: Source) -> bool:
    """Tell whether a preposition belongs to the verb: by the tree, or right beside it, and it opens no date."""
    if token.pos != "ADP" and len(token.lower) > len("voor"):
        return True
    if token in old.before or _opens_date(token, old):
        return False
    noun = old.sentence.token(token.head) if token.head in old.sentence else token
    return noun.head == old.head.index or noun.head in {part.index for part in old.before} or _follows(token, old)


def _follows(token: Token, old: Source) -> bool:
    return token.index - 1 in {old.before[-1].index, old.head.index}


def _opens_date(token: Token, old: Source) -> bool:
    following = old.sentence.token(token.index + 1) if token.index + 1 in old.sentence else None
    return following is not None and (following.pos == "NUM" or following.lower in dates.WEEKDAYS)


def _says_twice(made: Edits, old: Source) -> bool:
    """Tell whether the new verb sounds like the noun beside it: "de gegeven gegevens"."""
    words = {word for edit in made for word in edit.replacement.lower().split()}
    if "gegeven" not in words:
        return False
    near = range(old.head.index - _NEAR, old.head.index + _NEAR)
    return any(token.lower.endswith("gegevens") for token in old.sentence.tokens if token.index in near)


def _as_participle(slots: frozenset[str], old: Source) -> frozenset[str]:
    """Read a form that looks like an infinitive as a participle beside its auxiliary: "wordt verstaan"."""
    possible = old.forms.joined.get(old.head.lower, frozenset())
    if slots & FINITE and VerbForm.PAST_PARTICIPLE_INFLECTED in possible and _stands_before_noun(old):
        return frozenset({VerbForm.PAST_PARTICIPLE_INFLECTED})
    unclear = slots & FINITE or (slots == {VerbForm.PAST_PARTICIPLE} and not _auxiliaries(old) & _PERFECT)
    if unclear and VerbForm.INFINITIVE in possible and not old.is_split and _follows_modal(old):
        return frozenset({VerbForm.INFINITIVE})
    if slots <= FINITE and VerbForm.PAST_PARTICIPLE in possible and not old.is_split and _closes_perfect(old):
        return frozenset({VerbForm.PAST_PARTICIPLE})
    if slots == {VerbForm.INFINITIVE} and VerbForm.PAST_PARTICIPLE in possible and _te(old) is None:
        return frozenset({VerbForm.PAST_PARTICIPLE}) if _auxiliaries(old) & {"worden", "zijn", "hebben"} else slots
    return slots


def _stands_before_noun(old: Source) -> bool:
    """Tell whether the verb stands between an article and a noun: "de verstrekte pas"."""
    at = old.head.index
    if at - 1 not in old.sentence or at + 1 not in old.sentence:
        return False
    before, after = old.sentence.token(at - 1), old.sentence.token(at + 1)
    if before.lower in _ONLY_ARTICLES:
        return True
    return (before.pos == "DET" or "Poss=Yes" in before.morph) and after.pos in {"NOUN", "ADJ"}


def _closes_perfect(old: Source) -> bool:
    """Tell whether "hebben", "zijn" or "worden" stands before the verb in its clause, so that it is a participle."""
    for at in range(old.head.index - 1, old.sentence.tokens[0].index - 1, -1):
        token = old.sentence.token(at)
        if token.pos in {"PUNCT", "SCONJ", "CCONJ"} or "PronType=Rel" in token.morph:
            return False
        if token.is_finite:
            return token.lemma in {"hebben", "worden", "zijn"}
    return False


def _follows_modal(old: Source) -> bool:
    """Tell whether a modal verb stands before the verb in its clause, so that it is an infinitive whatever its tag."""
    for at in range(old.head.index - 1, old.sentence.tokens[0].index - 1, -1):
        token = old.sentence.token(at)
        if token.pos in {"PUNCT", "SCONJ", "CCONJ"}:
            return False
        if token.is_finite:
            return token.lemma in _MODALS
    return False


def _is_other_word(slots: frozenset[str], old: Source) -> bool:
    """Tell whether a participle is a noun ("de geadresseerde") or tells how something is done ("gefaseerd gebouwd")."""
    if not slots & {VerbForm.PAST_PARTICIPLE, VerbForm.PAST_PARTICIPLE_INFLECTED} or slots & FINITE:
        return False
    following = old.sentence.token(old.head.index + 1) if old.head.index + 1 in old.sentence else None
    possible = old.forms.joined.get(old.head.lower, frozenset())
    attributive = following is not None and following.pos in {"NOUN", "ADJ"}
    if possible & FINITE and not _auxiliaries(old) and not attributive:
        return True  # "de gemeente verricht": the tag may be wrong
    if slots == {VerbForm.PAST_PARTICIPLE} and not attributive and not _auxiliaries(old) and not _closes_perfect(old):
        return True  # "wij doen dit gestandaardiseerd" tells how
    if slots == {VerbForm.PAST_PARTICIPLE_INFLECTED} and (following is None or following.pos in _AFTER_NOUN):
        return True
    if old.head.pos == "NOUN":
        return following is None or following.pos not in {"NOUN", "ADJ"}
    return following is not None and following.pos == "VERB"


def _stands_beside(made: Edits, old: Source) -> bool:
    """Tell whether the new verb already stands beside the old one: "gefaseerd uitgevoerd"."""
    words = {word for edit in made for word in edit.replacement.lower().split()}
    beside = (old.head.index - 1, old.head.index + 1)
    return any(at in old.sentence and old.sentence.token(at).lower in words - _LITTLE for at in beside)


def _fits(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether what the verb takes is the same for both: an object, a preposition, "zich"."""
    near = range(old.head.index - _REACH, old.head.index + _REACH)
    words = {token.lower for token in old.sentence.tokens if token.index in near}
    if phrase.verb == "laten" and phrase.infinitive not in _LETS:
        return False
    if not _goes_with(phrase, old):
        return False
    if phrase.infinitive == "weten" and words & _TOLD:
        return False
    if phrase.verb == "noemen" and any(
        token.lower == "dat" and old.head.index < token.index < old.head.index + _NEAR for token in old.sentence.tokens
    ):
        return False
    if phrase.complement.split()[:1] == ["niet"] and _is_denied_or_must(old, words):
        return False
    if phrase.verb in _MODALS and phrase.infinitive and phrase.verb != "laten" and not _is_person(old):
        return False
    if old.after and old.after[0].index > old.head.index + 1 and not old.head.is_finite and not old.before:
        return False
    if _asks_other_preposition(phrase, old, words):
        return False
    if old.is_split and clauses.is_subordinate(old.sentence, old.head):
        return False
    if phrase.complement == "anders" and "van" in words:  # "anders zijn" asks for "dan"
        return False
    if phrase.reflexive and not _own_reflexive(old) and not _takes_reflexive(old):
        return False
    if phrase.verb in _MODALS and not phrase.infinitive:  # "in staat zijn te komen": "te" would have to go
        return False
    auxiliaries = {child.lemma for child in old.sentence.children(old.head) if child.dep.startswith("aux")}
    return phrase.verb not in auxiliaries & _MODALS and _is_together(old) and not _leaves_gap(phrase, old)


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
    if phrase.verb == "vertellen" and _is_passive(old):  # who is told something cannot be the subject
        return False
    if _AGAIN & {phrase.complement.split(maxsplit=1)[0] if phrase.complement else ""} & _lower_near(old):
        return False
    if "krijgen" in _auxiliaries(old) and old.head.is_participle:  # "u krijgt toegewezen" is no "u krijgt gegeven"
        return False
    return collocations.takes(_named(phrase), old.sentence, old.head) and not _lacks_what(phrase, old)


def _shares_end(old: Source) -> bool:
    """Tell whether another word leans on the end of this one: "het op- en vaststellen"."""
    before = [old.sentence.token(old.head.index - step) for step in (1, 2) if old.head.index - step in old.sentence]
    return len(before) > 1 and before[0].lower in {"en", "of"} and before[1].text.endswith("-")


def _lower_near(old: Source) -> frozenset[str]:
    return frozenset(token.lower for token in old.sentence.tokens if abs(token.index - old.head.index) <= _REACH)


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
    if _turns(phrase, old):
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
    own = _own_reflexive(old)
    if own is None or phrase.reflexive or old.after:
        return False
    between = {token.lower for token in old.sentence.tokens if own.index < token.index < old.head.index}
    return bool(between & {"van", "tot", "met", "op", "aan"})


def _is_person(old: Source) -> bool:
    """Tell whether the subject is a person by its form: "de leges zijn verschuldigd" is no "moeten betalen"."""
    found = clauses.subject(old.sentence, old.head)
    return found is None or found.lower in _REFLEXIVE or found.lower in _THIRD or found.lower in {"die", "wie"}


def _is_together(old: Source) -> bool:
    """Tell whether verb and fixed words surely stand in one clause: no other verb or comma between them."""
    if not old.before:
        return True
    low, high = sorted((old.head.index, old.before[0].index))
    between = [token for token in old.sentence.tokens if low < token.index < high]
    return not any(
        token.pos in {"PUNCT", "SCONJ"}
        or ((token.pos == "VERB" or token.is_finite) and token.lemma not in _MODALS | {"worden", "zijn", "hebben"})
        for token in between
    )


def _leaves_gap(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether a noun goes away that something else in the sentence depends on."""
    if old.before and old.before[0].index == old.sentence.tokens[0].index and old.head.is_finite:
        return True
    if old.before and old.before[0].index == old.sentence.tokens[0].index and old.before[-1].index + 1 != _first(old):
        return True
    if not old.before or _starts_expression(old) or phrase.complement.split()[-1:] == [old.before[-1].lower]:
        return False
    if old.before[-1].pos != "NOUN":
        return False
    following = {
        old.sentence.token(token.index + 1).lower
        for token in (old.head, old.before[-1])
        if token.index + 1 in old.sentence and old.sentence.token(token.index + 1) not in old.after
    }
    return _is_passive(old) or not following.isdisjoint(
        {"aan", "van", "voor", "hiertoe", "daartoe", "hiervan", "daarvan"}
    )


def _fixed_words(phrase: VerbPhrase, old: Source) -> Edits | None:
    """Return the edits for the fixed words after the verb: another preposition, or none; None where that is wrong."""
    if not old.after:
        return ()
    last = old.after[-1]
    if last.pos == "VERB":  # "wij doen u de stukken toekomen"
        return None if phrase.preposition else (edits.remove(old.sentence, old.after[0], last),)
    following = old.sentence.token(last.index + 1) if last.index + 1 in old.sentence else None
    stranded = following is None or following.pos not in {"DET", "NOUN", "PRON", "NUM", "ADJ", "PROPN", "SYM", "ADV"}
    if phrase.preposition:
        if _stands_near(phrase.preposition, old) or _moves_place(phrase, old):
            return None
        if stranded and phrase.preposition in {"met", "tot"}:
            return None
        return (edits.replace_range(old.after, phrase.preposition),)
    if _object_follows(old):
        return ()  # the object moves to the other side of the verb: see _turned
    adverb = any(token.lower in _PLACES for token in old.sentence.tokens)
    if stranded or adverb or _is_passive(old):
        return None
    denied = _denied(old, following)
    return (edits.remove(old.sentence, old.after[0], last),) if denied is None else denied


def _stands_near(preposition: str, old: Source) -> bool:
    """Tell whether the same preposition opens another part beside it: "let op de site op de regels"."""
    low = min(old.head.index, old.after[0].index)
    high = max(old.head.index, old.after[0].index)
    return any(token.lower == preposition for token in old.sentence.tokens if low < token.index < high)


def _moves_place(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether "zijn" would stand before its place in a bijzin: "die dateert uit 1936", but "die uit 1936 is"."""
    if phrase.verb != "zijn" or phrase.complement or not old.head.is_finite:
        return False
    return old.after[0].index > old.head.index and clauses.is_subordinate(old.sentence, old.head) is not False


def _denied(old: Source, following: Token | None) -> Edits | None:
    """Return the edits that make "geen auto" of "niet over een auto"; None where nothing is denied."""
    first = min((*old.before, *old.after), key=lambda token: token.index)
    before = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
    if before is None or before.lower != "niet" or following is None:
        return None
    gone = old.after[-1]
    if following.lower == "een":
        gone = following
    elif following.pos not in {"NOUN", "ADJ"}:
        return None
    return edits.replace(before, edits.with_case("geen", before.text)), edits.remove(old.sentence, old.after[0], gone)


def _object(phrase: VerbPhrase, old: Source) -> Edits | None:
    """Return the preposition before an object that had none; None where there is no object to put it before."""
    if not phrase.preposition or old.after:
        return ()
    found = [child for child in old.sentence.children(old.head) if child.dep == "obj"]
    if len(found) != 1 or _is_passive(old):
        return None
    tokens = clauses.subtree(old.sentence, found[0])
    first = tokens[0]
    if not clauses.is_one_piece(tokens) or found[0].lower in _WEAK or "PronType=Rel" in found[0].morph:
        return None
    if old.head.is_finite and clauses.is_subordinate(old.sentence, old.head) is False and first.index < old.head.index:
        return None
    if first.index == old.sentence.tokens[0].index or (first.lower == "het" and found[0].lower.endswith("en")):
        return None
    before = {token.lower for token in old.sentence.tokens if first.index - _NEAR < token.index < first.index}
    if phrase.preposition in before:  # "wat voor u voor kosten zorgt"
        return None
    return (edits.before(first, phrase.preposition),)


def _object_follows(old: Source) -> bool:
    """Tell whether the verb closes its clause and what it is about still follows: "gebruik maken van de bus"."""
    if not old.after or old.after[0].index < old.head.index or old.after[0].pos == "VERB":
        return False
    return not old.head.is_finite or clauses.is_subordinate(old.sentence, old.head) is not False


def _turned(phrase: VerbPhrase, old: Source, start: Token, form: str) -> Edits:
    """Put the object before the verb: "de bus gebruiken"."""
    first = old.before[0] if old.before else start
    what = clauses.noun_after(old.sentence, old.after[-1])
    side_by_side = not old.before or old.before[-1].index == start.index - 1
    if what is None or not side_by_side or old.after[0].index != old.head.index + 1 or _is_passive(old):
        return NONE
    offset = old.sentence.start
    named = old.sentence.text[what[0].start - offset : what[1].end - offset]
    determiner = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
    if determiner is not None and determiner.lower == "een":
        return NONE
    definite = what[0].pos in {"DET", "PRON", "NUM", "PROPN"} and what[0].lower != "een"
    if determiner is not None and determiner.lower == "niet" and not definite:
        return NONE  # "niet een uitkering krijgen" asks for "geen"
    denial = ""
    if determiner is not None and determiner.lower == "geen" and what[0].lower.endswith("noemde"):
        return NONE  # "geen opgave doen van genoemde inkomsten" denies all of them
    if determiner is not None and determiner.lower == "geen":
        first, denial = determiner, "niet" if definite else ""
        named = named if definite else f"geen {named.removeprefix('een ')}"
    words = " ".join(filter(None, [named, denial, phrase.complement, form]))
    return (BlockEdit(first.start, what[1].end, words),)


def _finite(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    turned = old.after and not phrase.preposition and _object_follows(old)
    if _is_plain(phrase) and not old.before and not old.is_split and not turned:
        form = _form(phrase.verb, slots, old)
        return (edits.replace(old.head, form),) if form else NONE
    subordinate = clauses.is_subordinate(old.sentence, old.head)
    if old.is_split:
        subordinate = False
    if subordinate is None:
        return NONE
    return _closing(phrase, old, slots) if subordinate else _opening(phrase, old, slots)


def _is_plain(phrase: VerbPhrase) -> bool:
    return not (phrase.complement or phrase.infinitive or inflection.particle_of(phrase.verb))


def _opening(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    """Replace the persoonsvorm of a main clause; what belongs to it goes to the end of the clause."""
    particle = inflection.particle_of(phrase.verb) or ""
    form = _split_form(phrase.verb, slots, old) if particle else _form(phrase.verb, slots, old)
    if form is None:
        return NONE
    made = [edits.replace(old.head, form)]
    closing = [phrase.complement, particle, phrase.infinitive]
    if _object_moves_up(phrase, old):
        if old.before[0].index < old.head.index or _has_determiner(old):
            return NONE
        made.append(edits.remove(old.sentence, old.before[0], old.before[-1]))
        old = replace(old, before=(), after=())
    elif old.before:
        fixed = _instead(phrase, old)
        if fixed is None or (old.before[0].index < old.head.index):
            return NONE
        made += fixed
        closing = closing[1:]
    if phrase.complement.startswith("het "):
        subject = clauses.subject(old.sentence, old.head)
        anchor = old.head
        if subject is None:
            return NONE
        if subject.index > old.head.index:
            anchor = clauses.subtree(old.sentence, subject)[-1]
        made.append(edits.after(anchor, "het"))
        closing = [words.removeprefix("het ") for words in closing]
    words = " ".join(filter(None, closing))
    if old.is_split:
        assert old.place.particle is not None
        part = old.place.particle
        made.append(edits.replace(part, words) if words else edits.remove(old.sentence, part))
    elif words and old.before and not old.after:
        made.append(edits.after(old.before[-1], words))
        return _merged(made)
    elif words:
        last = clauses.end_of_clause(old.sentence, old.head)
        if last is None or last is old.head or _opens_relative(last, old):
            return NONE
        made.append(edits.after(last, words))
    return tuple(made)


def _opens_relative(last: Token, old: Source) -> bool:
    """Tell whether a bijzin leans on the last noun, so that no verb comes between: "per dag dat het duurt"."""
    following = old.sentence.token(last.index + 1) if last.index + 1 in old.sentence else None
    return last.pos == "NOUN" and following is not None and following.lower in {"dat", "die"}


def _object_moves_up(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether what the verb is about stands before its words: "u hebt behoefte aan hulp", "u hebt hulp nodig"."""
    same = bool(old.before) and phrase.complement.split()[-1:] == [old.before[-1].lower]
    moves = bool(old.before) and bool(old.after) and bool(phrase.complement) and not same
    return moves and not phrase.preposition and old.after[-1].pos != "VERB"


def _has_determiner(old: Source) -> bool:
    at = old.before[0].index - 1
    token = old.sentence.token(at) if at in old.sentence else None
    return token is not None and (token.pos in {"DET", "ADJ", "NUM"} or token.lower in {"geen", "een"})


def _merged(made: list[BlockEdit]) -> Edits:
    """Join an insertion with the edit that ends where it begins."""
    *rest, insertion = made
    for place, edit in enumerate(rest):
        if edit.end == insertion.start:
            joined = f"{edit.replacement}{insertion.replacement}"
            spaced = joined if edit.replacement else insertion.replacement
            return (*rest[:place], BlockEdit(edit.start, edit.end, spaced), *rest[place + 1 :])
    return tuple(made)


def _closing(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    """Replace the persoonsvorm at the end of a bijzin; what belongs to it stands before it."""
    form = _form(phrase.verb, slots, old)
    if form is None:
        return NONE
    return _verb_last(phrase, old, f"{form} {phrase.infinitive}".strip())


def _infinitive(phrase: VerbPhrase, old: Source, *, te: bool) -> Edits:
    if not te:
        bare = inflection.inflect_verb(phrase.verb, VerbForm.INFINITIVE)
        return _verb_last(phrase, old, f"{bare} {phrase.infinitive}".strip()) if bare else NONE
    form = inflection.inflect_verb(phrase.verb, VerbForm.TO_INFINITIVE)
    if form is None:
        return NONE
    first = old.place.particle if old.place.te else _te(old)
    if first is None:
        return NONE
    return _verb_last(phrase, old, f"{form} {phrase.infinitive}".strip(), first=first)


def _participle(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    if phrase.infinitive or not _same_auxiliary(phrase, old):
        return NONE
    wanted = _agreed(inflection.inflect_verb(phrase.verb, VerbForm(slot)) for slot in slots)
    if wanted is None:
        return NONE
    attributive = old.head.index + 1 in old.sentence and old.sentence.token(old.head.index + 1).pos in {"NOUN", "ADJ"}
    if attributive and (phrase.complement or old.before or phrase.verb in _NOT_ATTRIBUTIVE):
        return NONE
    if phrase.complement and _is_passive(old) and not _may_be_passive(phrase, old):
        return NONE
    return _verb_last(phrase, old, wanted)


def _any(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    """Replace a form of which the tag does not tell what it is, when all forms that it can be have one answer."""
    if not _is_plain(phrase) or phrase.reflexive or phrase.preposition or old.before or old.is_split:
        return NONE
    form = _agreed(inflection.inflect_verb(phrase.verb, VerbForm(slot)) for slot in slots)
    participle = bool(slots & {VerbForm.PAST_PARTICIPLE})
    if form is None or (participle and not _same_auxiliary(phrase, old)):
        return NONE
    return (edits.replace(old.head, form),)


def _verb_last(phrase: VerbPhrase, old: Source, form: str, *, first: Token | None = None) -> Edits:
    """Replace a verb that stands at the end of its clause; the words that belong to it come before all verbs there."""
    start = first or old.head
    if old.after and not phrase.preposition and _object_follows(old):
        return _turned(phrase, old, start, form)
    made = [BlockEdit(start.start, old.head.end, form)]
    if old.before:
        fixed = _instead(phrase, old)
        return (*made, *fixed) if fixed is not None else NONE
    if phrase.complement:
        cluster = clauses.cluster_start(old.sentence, start)
        if cluster is None or cluster.index == old.sentence.tokens[0].index:
            return NONE
        complement = phrase.complement
        opening = _before_denial(cluster, old)
        if complement.startswith("het ") and opening is not cluster:
            made.append(edits.before(opening, "het"))
            complement = complement.removeprefix("het ")
        if cluster is start:
            return (*made[1:], BlockEdit(start.start, old.head.end, f"{complement} {form}"))
        made.append(edits.before(cluster, complement))
    return tuple(made)


def _before_denial(cluster: Token, old: Source) -> Token:
    """Return the first of "niet" and words such as "ermee" right before the verbs at the end: "het" stands before."""
    first = cluster
    while first.index - 1 in old.sentence and old.sentence.token(first.index - 1).lower in _DENIALS:
        first = old.sentence.token(first.index - 1)
    return first


def _instead(phrase: VerbPhrase, old: Source) -> list[BlockEdit] | None:
    """Return the edit that puts the words that belong to the new verb in the place of the fixed words."""
    first, last = old.before[0], old.before[-1]
    new = phrase.complement.split()
    if new and new[-1] == last.lower and len(old.before) == 1:
        determiner = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
        if (
            f"{phrase.complement} {phrase.verb}" in _BARE
            and determiner is not None
            and determiner.pos in {"DET", "ADJ"}
        ):
            gone = determiner.lower == "een" and determiner.index != old.sentence.tokens[0].index
            return [edits.remove(old.sentence, determiner)] if gone else None  # "bezwaar maken" has no article
        return []  # "advies uitbrengen" and "advies geven": the noun stays, with its article
    determiner = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
    if determiner is not None and first.pos == "NOUN" and not _starts_expression(old):
        if determiner.lower == "een":
            first = determiner
        elif determiner.pos in {"DET", "ADJ", "NUM"} or "Poss=Yes" in determiner.morph or determiner.lower == "geen":
            return None
    if phrase.complement:
        return [BlockEdit(first.start, last.end, phrase.complement)]
    return [edits.remove(old.sentence, first, last)]


def _first(old: Source) -> int:
    """Return the index of the first token of the verb itself, "te" included."""
    te = _te(old)
    return te.index if te else old.head.index


def _starts_expression(old: Source) -> bool:
    """Tell whether the fixed words begin with a preposition or an article, so that nothing before belongs to them."""
    return old.before[0].lower in PREPOSITIONS | {"de", "het", "een", "ter", "ten"}


def _may_be_passive(phrase: VerbPhrase, old: Source) -> bool:
    words = phrase.complement.split()
    same = bool(old.before) and words[-1] == old.before[-1].lower
    return same or words[0] in _MANNER


def _auxiliaries(old: Source) -> set[str]:
    found = {child.lemma for child in old.sentence.children(old.head) if child.dep.startswith(("aux", "cop"))}
    for step in (-1, 1):
        if old.head.index + step in old.sentence:
            beside = old.sentence.token(old.head.index + step)
            found |= {beside.lemma} & {"worden", "hebben", "zijn"} if beside.pos == "AUX" else set()
    return found


def _is_passive(old: Source) -> bool:
    """Tell whether the verb stands in the lijdende vorm; a participle without "hebben" counts as one."""
    if not old.head.is_participle and "worden" not in _auxiliaries(old):
        return False
    found = _auxiliaries(old)
    passive = any(child.dep == "aux:pass" for child in old.sentence.children(old.head))
    return "worden" in found or passive or "hebben" not in found


def _same_auxiliary(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether the participle of the new verb goes with the auxiliary that is there."""
    if _is_passive(old):
        if phrase.verb in _NO_PASSIVE or phrase.preposition or phrase.reflexive:
            return False
        perfect = "zijn" in _auxiliaries(old) and not any(
            child.dep in {"aux:pass", "cop"} for child in old.sentence.children(old.head)
        )
        return not perfect or "worden" in _auxiliaries(old) or phrase.verb in _TAKES_ZIJN | _ZIJN_OR_HEBBEN
    return phrase.verb not in _TAKES_ZIJN


def _te(old: Source) -> Token | None:
    if old.head.index - 1 not in old.sentence:
        return None
    before = old.sentence.token(old.head.index - 1)
    return before if before.lower == "te" else None


def _form(verb: str, slots: frozenset[str], old: Source) -> str | None:
    return _agreed(inflection.inflect_verb(verb, VerbForm(slot)) for slot in _by_subject(slots, old))


def _split_form(verb: str, slots: frozenset[str], old: Source) -> str | None:
    found = (inflection.inflect_split(verb, VerbForm(slot)) for slot in _by_subject(slots, old))
    return _agreed(split.verb if split else None for split in found)


def _by_subject(slots: frozenset[str], old: Source) -> frozenset[str]:
    """Keep the forms that go with the subject: "u hebt", "de gemeente heeft"."""
    found = clauses.subject(old.sentence, old.head)
    if found is None:
        return slots
    second = found.lower in {"u", "je", "jij"}
    first = {VerbForm.PRESENT_1SG, VerbForm.PRESENT_2SG_INVERTED, VerbForm.IMPERATIVE}
    wanted = slots - {VerbForm.PRESENT_3SG} if second else slots - {VerbForm.PRESENT_2SG} - first
    if found.lower == "ik":
        wanted = slots & {VerbForm.PRESENT_1SG, VerbForm.PAST_SINGULAR}
    elif second and old.head.lower.endswith("t"):
        wanted -= first
    return wanted or slots


def _own_reflexive(old: Source) -> Token | None:
    """Return the "zich" of the verb, or None."""
    if any(token.lower == "zich" for token in old.before):
        return None
    for child in old.sentence.children(old.head):
        if child.dep.startswith("expl:pv") or child.lower == "zich":
            return child
    for step in range(1, _REACH):
        at = old.head.index - step
        token = old.sentence.token(at) if at in old.sentence else None
        if token is None or token.pos in {"PUNCT", "SCONJ"} or token.lower == "om":
            return None
        if token.is_finite and token.lemma not in _MODALS | _PERFECT:
            return None  # the "zich" before it is its own
        if token.lower == "zich":
            return token
    return None


def _takes_reflexive(old: Source) -> bool:
    """Tell whether there is a certain place for "zich": beside a pronoun that is the subject of a main clause."""
    found = clauses.subject(old.sentence, old.head)
    if found is None or not old.head.is_finite or clauses.is_subordinate(old.sentence, old.head) is not False:
        return False
    beside = abs(found.index - old.head.index) == 1
    return beside and (found.lower in _REFLEXIVE or found.lower in _THIRD)


def _reflexive(phrase: VerbPhrase, old: Source) -> Edits:
    own = _own_reflexive(old)
    if own is not None:
        return () if phrase.reflexive else (edits.remove(old.sentence, own),)
    if not phrase.reflexive:
        return ()
    found = clauses.subject(old.sentence, old.head)
    assert found is not None
    anchor = found if found.index == old.head.index + 1 else old.head
    wording = _REFLEXIVE.get(found.lower, "zich")
    return (edits.after(anchor, wording),)


def _agreed(wordings: Iterable[str | None]) -> str | None:
    """Return the one wording that all slots share, or None."""
    found = set(wordings)
    return found.pop() if len(found) == 1 else None
