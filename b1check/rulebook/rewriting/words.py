"""Puts another wording in the place of an adjective, or of words that never change."""

from __future__ import annotations

from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import AdjectiveForm
from b1check.rulebook.match import BlockEdit
from b1check.rulebook.rewriting import clauses, collocations
from b1check.rulebook.rewriting.edits import NONE, Edits
from b1check.rulebook.rewriting.phrases import PREPOSITIONS, adjective_phrase
from b1check.rulebook.wordforms import Forms, Place

_AMOUNTS = frozenset("iets niets wat veel weinig meer allerlei".split())
_ADVERBS = frozenset(
    [
        *("samen", "vaak", "meestal", "soms", "steeds", "altijd", "meteen", "straks", "nu", "later", "nog"),
        *("alleen", "bijna", "ongeveer", "zelf", "graag", "misschien", "weer"),
    ]
)
"""Adverbs that never stand before a noun as an adjective does."""
_CONJUNCTIONS = frozenset({"en", "of", "maar"})
_ON_GROUNDS = frozenset({"basis", "grond"})
_WEAK = frozenset("een geen elk ieder welk zo'n zo’n één".split())
"""Determiners after which an adjective before a het-word has no -e."""
_NOT_BARE = frozenset({"vroeger", "later", "verder", "eerder", "oud"})
"""Adjectives that without -e before a noun read as an adverb: "als vroeger medewerker"."""
_JOINS = frozenset({"en", "of"})
_ALSO_FINITE = frozenset({"vereist"})
"""Words of the lists that are a persoonsvorm in another sentence."""
_NOT_BEFORE_MORE = frozenset("geen een de het deze die dit dat uw onze".split())
_NEAR = 3
_FAR = 5
_COUNTING = frozenset(
    "lange langere korte kortere een enkele minimaal maximaal ongeveer circa hoogstens meerdere vele één".split()
)
"""Words that tell how long, after which "tijdens" does not fit: "tijdens 6 weken"."""
_DATED = frozenset({"d.d.", "dd."})
"""Words before a date that say of what, or when."""
_NEVER_HOW = frozenset({"meegestuurd", "toegestaan", "nieuw", "oud", "groot", "klein"})
"""Adjectives that do not tell how or where: "meegestuurd vindt u de rekening"."""
_LIES = ("ligt", "liggen", "lag", "lagen")
_WHOLE = frozenset({"heel", "hele", "gehele"})
_OPENS_CLAUSE = frozenset("voordat nadat omdat als zodat zolang terwijl doordat hoewel totdat zodra".split())
"""Words after which a persoonsvorm must follow."""


def adjective(wording: str, forms: Forms, place: Place, sentence: Sentence) -> Edits:
    """Return the edit that puts ``wording`` in the place of the adjective, in the same form."""
    phrase, head = adjective_phrase(wording), place.head
    if head is None:
        return NONE
    slots = forms.joined.get(head.lower, frozenset())
    if slots == {AdjectiveForm.BASE, AdjectiveForm.INFLECTED}:
        slots = by_noun(head, sentence)
    if AdjectiveForm.PARTITIVE in slots and not _after_amount(head, sentence):
        slots = slots - {AdjectiveForm.PARTITIVE} or slots
    if not _may_come_for(wording, head, sentence):
        return NONE
    if phrase is None:  # "van de gemeente": fits where no noun follows
        if slots != {AdjectiveForm.BASE} or _before_noun(head, sentence) or wording.startswith(("de ", "het ", "een ")):
            return NONE
        return (BlockEdit(place.start, place.end, wording),)
    adverbs, word = phrase
    if not collocations.goes_before(word, sentence, head) or (adverbs == "te" and _is_attributive(head, sentence)):
        return NONE
    if word in _NEVER_HOW and (head.pos == "ADV" or head.dep == "advmod"):
        return NONE
    if word in _NOT_BARE and slots == {AdjectiveForm.BASE} and _before_noun(head, sentence):
        return NONE
    if _is_noun(head, slots, sentence) or _repeats(word, head, sentence):
        return NONE
    if word in _ADVERBS and (_before_noun(head, sentence) or slots != {AdjectiveForm.BASE}):
        return NONE
    found = {inflection.inflect_adjective(word, AdjectiveForm(slot)) for slot in slots}
    form = found.pop() if len(found) == 1 else None
    if form is None or (adverbs and slots - {AdjectiveForm.BASE, AdjectiveForm.INFLECTED}):
        return NONE
    return (BlockEdit(place.start, place.end, f"{adverbs} {form}".strip()),)


def _may_come_for(wording: str, head: Token, sentence: Sentence) -> bool:
    """Tell whether ``wording`` goes with the words right before and after the adjective."""
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    if wording == "meer" and before is not None and before.lower in _NOT_BEFORE_MORE:
        return False
    beside = _has_own_words(head, sentence) or _is_denied(wording, head, sentence)
    return not beside and collocations.goes_before(wording, sentence, head)


def _has_own_words(head: Token, sentence: Sentence) -> bool:
    """Tell whether an adjective from a verb has words of its own before it: "van de cao afwijkende afspraken"."""
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    if before is None or not head.lower.endswith("ende"):
        return False
    return before.pos in {"NOUN", "PROPN"} or before.lower in {"hiervan", "daarvan", "ervan"}


def _is_denied(wording: str, head: Token, sentence: Sentence) -> bool:
    """Tell whether "niet" would deny only half of a wording: "niet optimaal" is no "niet zo goed mogelijk"."""
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    return before is not None and before.lower == "niet" and wording.endswith(" mogelijk")


def by_noun(head: Token, sentence: Sentence) -> frozenset[str]:
    """Return the form that the noun asks for of an adjective that itself has one form: "een voorgenomen besluit"."""
    noun = sentence.token(head.index + 1) if head.index + 1 in sentence else head
    if noun.pos != "NOUN":
        return frozenset[str]({AdjectiveForm.BASE})
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    weak = before is None or before.lower in _WEAK or before.pos not in {"DET", "PRON"}
    if not weak or "Number=Plur" in noun.morph:
        return frozenset[str]({AdjectiveForm.INFLECTED})
    article = inflection.article(noun.lower)
    if article is None:
        return frozenset()
    return frozenset[str]({AdjectiveForm.BASE if article == "het" else AdjectiveForm.INFLECTED})


def _after_amount(head: Token, sentence: Sentence) -> bool:
    return head.index - 1 in sentence and sentence.token(head.index - 1).lower in _AMOUNTS


def _is_noun(head: Token, slots: frozenset[str], sentence: Sentence) -> bool:
    """Tell whether an adjective with -e stands for a person or a thing: "de geneeskundige en het hoofd"."""
    if slots != {AdjectiveForm.INFLECTED} or _before_noun(head, sentence):
        return False
    following = sentence.token(head.index + 1) if head.index + 1 in sentence else None
    return following is None or not (_is_attributive(head, sentence) or following.pos in {"ADV", "NUM", "SYM", "VERB"})


def _repeats(word: str, head: Token, sentence: Sentence) -> bool:
    """Tell whether the same word stands on the other side of "en" or "of": "goed en effectief"."""
    beside = [sentence.token(head.index + step) for step in (-2, -1, 1, 2) if head.index + step in sentence]
    joined = any(token.lower in {"en", "of"} for token in beside)
    return joined and any(token.lower.startswith(word) for token in beside)


def _is_attributive(head: Token, sentence: Sentence) -> bool:
    """Tell whether an adjective stands before a noun, or in a row that does: "onveilig en vies gedrag"."""
    following = [token for token in sentence.tokens if token.index > head.index][:3]
    if following and following[0].lower in {"en", "of", ","}:
        return any(token.pos == "ADJ" for token in following[1:2]) and following[-1].pos == "NOUN"
    return _before_noun(head, sentence)


def _before_noun(head: Token, sentence: Sentence) -> bool:
    return head.index + 1 in sentence and sentence.token(head.index + 1).pos in {"NOUN", "ADJ", "PROPN"}


def fixed(wording: str, place: Place, sentence: Sentence) -> Edits:
    """Return the edit that puts ``wording`` in the place of words that never change."""
    inside = [token for token in sentence.tokens if place.start <= token.start < place.end]
    left, right = _beside(sentence, inside[0], -1), _beside(sentence, inside[-1], 1)
    if wording.rsplit(maxsplit=1)[-1] in _OPENS_CLAUSE and _is_infinitive_clause(place, sentence):
        return NONE
    if not collocations.goes_before(wording, sentence, inside[-1]):
        return NONE
    if (
        wording in {", die", ", dat", "die", "dat"}
        and inside[-1].lower in {"welke", "welk"}
        and right
        and right.pos in {"NOUN", "PROPN"}
    ):
        return NONE  # "tegen een mast, welke mast van ons is"
    if any(token.lower == "opzichte" for token in inside) and any(
        token.lower.endswith(_LIES) for token in sentence.tokens
    ):
        return NONE  # "het hek ligt terug ten opzichte van de rand" compares nothing
    if any(token.lower == "inachtneming" for token in inside) and not _is_kept(sentence, inside[-1]):
        return NONE
    if len(inside) == 1 and (_has_own_words(inside[0], sentence) or _is_verb(inside[0], sentence)):
        return NONE
    if any(token.lower == "kader" for token in inside) and collocations.names_law(sentence, inside[-1]):
        return NONE  # "in het kader van de Wmo": neither "voor" nor "bij" the law
    grounds = wording in {"volgens", "vanwege"} and not _ON_GROUNDS.isdisjoint(token.lower for token in inside)
    if grounds and not _fits_grounds(wording, sentence, inside[-1]):
        return NONE
    if wording.startswith("door te ") and {"wij", "we"}.isdisjoint(sentence.forms):
        return NONE  # somebody must do it
    if _is_clause(wording):
        return _clause(wording, place, left, right)
    if _clashes_before(wording, left, inside) or _clashes_after(wording, inside, right, sentence):
        return NONE
    stop = "." if _closes_sentence(inside[-1], right) and not wording.endswith(".") else ""
    return (BlockEdit(place.start, place.end, wording + stop),)


def _closes_sentence(last: Token, right: Token | None) -> bool:
    """Tell whether the point of an abbreviation is the full stop of its sentence too: "Dat kost € 200 p.j."."""
    return last.text.endswith(".") and (right is None or (right.text[:1].isupper() and right.pos != "PROPN"))


def _is_kept(sentence: Sentence, last: Token) -> bool:
    """Tell whether what follows "met inachtneming van" is a rule or a term: one acts "volgens" that."""
    near = [token for token in sentence.tokens if last.index < token.index <= last.index + _FAR]
    return any(token.lower.endswith(("termijn", "termijnen")) for token in near) or collocations.names_document(
        sentence, last
    )


def _is_verb(token: Token, sentence: Sentence) -> bool:
    """Tell whether a participle is the persoonsvorm here: "dat vereist kennis", but not "een pas is vereist"."""
    alone = not any(other.is_finite and other.pos == "AUX" for other in sentence.tokens if other.index != token.index)
    return token.lower in _ALSO_FINITE and token.is_finite and alone


def _fits_grounds(wording: str, sentence: Sentence, last: Token) -> bool:
    """Tell whether "volgens" comes before a law or a plan, and "vanwege" before anything else."""
    document = collocations.names_document(sentence, last)
    if wording == "volgens":
        return document
    return not document and clauses.noun_after(sentence, last) is not None


def _is_clause(wording: str) -> bool:
    """Tell whether a wording is a whole bijzin: "als het nodig is", but not "als" or "als het gaat om"."""
    words = wording.split()
    return len(words) > 2 and words[0] == "als" and words[-1] not in PREPOSITIONS


def _clause(wording: str, place: Place, left: Token | None, right: Token | None) -> Edits:
    """Return the edit for a wording that is a bijzin; none in the middle of a clause, where it would be in the way."""
    if left is None and right is not None and right.is_finite:
        return (BlockEdit(place.start, place.end, f"{wording},"),)
    closes = right is None or right.text in {".", ")", "!", "?", ","}
    return (BlockEdit(place.start, place.end, wording),) if closes else NONE


def _beside(sentence: Sentence, token: Token, step: int) -> Token | None:
    return sentence.token(token.index + step) if token.index + step in sentence else None


def _clashes_before(wording: str, left: Token | None, inside: list[Token]) -> bool:
    """Tell whether ``wording`` cannot follow the word before it."""
    if left is None:
        return False
    first = wording.split(maxsplit=1)[0]
    if first == "daarom" and left.text == ",":
        return True  # "de termijn, derhalve tot 3 mei": there it means "dus"
    if inside[0].lower in _DATED and (wording == "van") is not (left.pos in {"NOUN", "PROPN", "PUNCT"}):
        return True  # "uw brief van 4 mei", but "wij hebben op 4 mei besloten"
    twice = left.lower == first or (left.lower in _CONJUNCTIONS and first in _CONJUNCTIONS)
    article = left.lower in {"de", "het", "een"} and first in {"deze", "dit", "die", "de", "het", "veel", "een"}
    article = article or (first == "meer" and left.lower in _NOT_BEFORE_MORE)
    needed = inside[0].lower in _ALSO_FINITE and left.lemma == "zijn"  # "is vereist"
    verb = inside[0].is_participle and left.pos == "AUX" and not needed  # "wordt uitgezonderd" is a lijdende vorm
    return twice or article or verb or (wording == "nu" and left.lower in {"na", "vanaf", "tot"})


def _clashes_after(wording: str, inside: list[Token], right: Token | None, sentence: Sentence) -> bool:
    """Tell whether ``wording`` cannot stand before the words after it."""
    if right is None:
        return False
    last = wording.rsplit(maxsplit=1)[-1]
    near = {token.lower for token in sentence.tokens if right.index <= token.index < right.index + _NEAR}
    joins = wording in _JOINS and not _JOINS.isdisjoint(near)  # "respectievelijk 23 en 31"
    counted = inside[0].lower == "gedurende" and (
        right.pos == "NUM" or right.lower in _COUNTING or not near.isdisjoint(_WHOLE)
    )
    bare = wording == "met" and right.pos in {"NUM", "SYM"}  # "onder vermelding van 4406178"
    attributive = len(inside) == 1 and inside[0].pos == "ADJ" and right.pos == "NOUN"
    adverb = attributive and (" " in wording or wording in _ADVERBS)
    deed = wording == "met" and _names_deed(right)  # "door middel van hacken"
    loose = wording in {"dat", "dit"} and right.pos == "ADP"
    denied = last in {"niet", "geen"} and right.lower == "een"
    degree = last == "erg" and right.pos == "ADJ"  # "zodanig bijzondere": "zo bijzondere"
    return right.lower == last or joins or counted or adverb or loose or denied or degree or deed or bare


def _names_deed(token: Token) -> bool:
    """Tell whether an infinitive stands there as a noun."""
    return token.pos == "VERB" or (token.pos == "NOUN" and token.lower.endswith("en") and "Sing" in str(token.morph))


def _is_infinitive_clause(place: Place, sentence: Sentence) -> bool:
    """Tell whether the clause after ``place`` has "te" and no persoonsvorm: "alvorens te beslissen"."""
    for token in sentence.tokens:
        if token.start < place.end:
            continue
        if token.is_finite or token.text in {",", ";", ":"}:
            return False
        if token.lower == "te":
            return True
    return False
