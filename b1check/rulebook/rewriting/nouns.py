"""Puts another noun in the place of a noun; article, adjectives and relative pronoun follow its gender and number.

"Deze uitgebreide beschikking die" becomes "dit uitgebreide besluit dat".
"""

from __future__ import annotations

from dataclasses import dataclass

from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import Article, Number, VerbForm
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockEdit
from b1check.rulebook.rewriting import edits
from b1check.rulebook.rewriting.edits import NONE, Edits
from b1check.rulebook.rewriting.phrases import NounPhrase, noun_phrase
from b1check.rulebook.wordforms import Forms, Place

_TO_HET = {
    "de": "het", "deze": "dit", "die": "dat", "onze": "ons", "elke": "elk", "iedere": "ieder", "welke": "welk",
    "dergelijke": "dergelijk", "zulke": "zulk",
}  # fmt: skip
_TO_DE = {neuter: common for common, neuter in _TO_HET.items()}
_SAME = frozenset("een geen mijn uw uws zijn haar hun jouw jullie je zo'n zo’n één".split())
_WEAK = frozenset("een geen elk elke ieder iedere zo'n zo’n welk welke dergelijk dergelijke één".split())
"""Determiners after which an adjective before a het-word has no -e: "een schriftelijk besluit"."""
_MASS = frozenset(
    "informatie moeite hulp geld werk zorg overlast steun uitleg toestemming rust afval loon contact eten "
    "kennis".split()
)
"""Nouns that have no plural here: "inlichtingen" becomes "informatie"."""
_NEVER_COUNTED = _MASS - {"uitleg", "zorg", "loon", "contact"} | {"onderhoud", "groen", "gedrag", "personeel"}
"""Nouns that never stand after "een": "een specifieke deskundigheid", but "specifieke kennis"."""


_ARTICLES = frozenset("de het een deze dit die dat onze ons".split())
_WITH_HET = frozenset({"einde", "begin"})
"""Nouns that need their article where a noun in -ing does without: "door beëindiging", "door het einde"."""
_PLURAL_ONLY = frozenset({"bescheiden"})
"""Words of the lists that have no singular."""
_PREPOSITIONS = {("uitleg", "op"): "over", ("kritiek", "over"): "op"}
"""The preposition that goes with a new noun, by that noun and the one that stands there."""
_COUNTED = frozenset(
    "probleem hindernis verslag rapport overzicht plan besluit regel vraag brief contract bedrag gesprek".split()
)
_NUMBERS_OF_VERB = ((VerbForm.PRESENT_3SG, VerbForm.PRESENT_PLURAL), (VerbForm.PAST_SINGULAR, VerbForm.PAST_PLURAL))
_NO_NOUN = frozenset({"voornemens"})
"""Words that are no noun without an article: "zij is voornemens te bouwen"."""
_UNCOUNTED = frozenset("alle al veel meer weinig minder genoeg voldoende wat enige".split())
"""Words that ask for a plural of what can be counted: "alle feedback", but "alle reacties"."""


_POINTS_TO_DE = frozenset({"zij", "ze", "hij", "haar", "hem", "die", "deze"})
"""Pronouns that stand for a de-word."""
_PLAIN_ENDS = ("ige", "lijke", "ische", "bare", "zame", "rde", "lde", "nde", "kte", "pte")
"""Ends of adjectives that only lose their -e ("schriftelijke"); the form is checked against the rules."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a noun: its determiner, and the adjectives between."""

    determiner: Token | None
    adjectives: tuple[Token, ...]


def rewrite(wording: str, forms: Forms, place: Place, sentence: Sentence) -> Edits:
    """Return the edits that put ``wording`` in the place of the noun; none where the grammar is not certain."""
    phrase, head = noun_phrase(wording), place.head
    if phrase is None or head is None:
        return NONE
    if _is_fixed(head, sentence) or _is_in_name(head, sentence) or _is_there(phrase, head, sentence):
        return NONE
    numbers = {Number(slot) for slot in forms.joined.get(head.lower, ())}
    old = Number.PLURAL if head.lower in _PLURAL_ONLY else _number(numbers, head)
    if old is None or not _rest_fits(phrase, head, sentence):
        return NONE
    new = _new_number(phrase.noun, old)
    noun = _inflected(phrase.noun, new)
    agreed = _agreeing(sentence, head, new) if old is not new else ()
    if noun is None or agreed is None:
        return NONE
    before = _before(sentence, head)
    if before.determiner is not None and before.determiner.lower in {"een", "één"} and phrase.noun in _NEVER_COUNTED:
        return NONE
    if _hides_article(before, head, sentence) or _lacks_article(phrase, before, forms, head, new, sentence):
        return NONE
    old_article: Article | None = "de" if old is Number.PLURAL else inflection.article(forms.word)
    new_article: Article | None = "de" if new is Number.PLURAL else inflection.article(phrase.noun)
    sensitive = before.determiner is not None and before.determiner.lower not in _SAME
    if (sensitive or before.adjectives or phrase.adjectives) and (
        new_article is None or (old_article is None and (sensitive or before.adjectives))
    ):
        return NONE
    made = _around(before, old_article, new_article, new) if old_article != new_article or old is not new else ()
    if made is None:
        return NONE
    relative = _relative(sentence, head, new_article, new) if old_article != new_article or old is not new else ()
    if relative is None:
        return NONE
    pointing = _pointing_back(sentence, head, new_article) if old_article != new_article else ()
    if pointing is None:
        return NONE
    there = {token.lower for token in before.adjectives}
    own = [word for word in _adjectives(phrase, before, new_article, new) if word not in there]
    article = "het" if _takes_het(phrase, before, head, sentence) else ""
    words = " ".join(filter(None, [article, *own, noun, phrase.rest]))
    turned = _preposition(phrase, head, sentence)
    return edits.ordered([*made, BlockEdit(place.start, place.end, words), *relative, *pointing, *agreed, *turned])


def _is_fixed(head: Token, sentence: Sentence) -> bool:
    """Tell whether a noun stands in a fixed expression: "ter interpretatie", "zij is voornemens"."""
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    if head.lower in _NO_NOUN and (before is None or before.pos != "DET"):
        return True
    return before is not None and before.lower in {"ter", "ten"}


def _is_in_name(head: Token, sentence: Sentence) -> bool:
    """Tell whether a noun is part of a name: "de Adviesraad naamgeving", "coördinator naamgeving openbare ruimten"."""
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    after = sentence.token(head.index + 1) if head.index + 1 in sentence else None
    if after is not None and after.pos == "PROPN" and after.text[:1].isupper():
        return True
    if before is None:
        return False
    if before.text[:1].isupper() and before.pos in {"NOUN", "PROPN", "ADJ", "X"}:
        return before.index != sentence.tokens[0].index
    if before.pos not in {"NOUN", "PROPN"}:
        return False
    return after is not None and after.pos in {"NOUN", "ADJ", "PROPN"}


def _is_there(phrase: NounPhrase, head: Token, sentence: Sentence) -> bool:
    """Tell whether the new noun stands in the sentence already: "een afschrift is een kopie", "open en transparant"."""
    return any(token.lower == phrase.noun for token in sentence.tokens if token.index != head.index)


def _preposition(phrase: NounPhrase, head: Token, sentence: Sentence) -> Edits:
    """Return the edit for a preposition that goes with the old noun only: "toelichting op", but "uitleg over"."""
    following = sentence.token(head.index + 1) if head.index + 1 in sentence else None
    wanted = _PREPOSITIONS.get((phrase.noun, following.lower)) if following is not None else None
    return (edits.replace(following, wanted),) if following is not None and wanted else ()


def _names_deed(head: Token, forms: Forms, sentence: Sentence) -> bool:
    """Tell whether a noun in -ing says what is done: "bij belemmering van de controle"."""
    following = sentence.token(head.index + 1) if head.index + 1 in sentence else None
    return (
        forms.word.endswith("ing")
        and _follows_preposition(head, sentence)
        and following is not None
        and following.lower in {"van", "daarvan", "hiervan"}
    )


def _may_stand_bare(noun: str) -> bool:
    return noun in _MASS | _WITH_HET or noun.endswith(("ing", "atie", "bouw", "koop", "gebruik", "groei", "uitstel"))


def _asks_een(phrase: NounPhrase, forms: Forms) -> bool:
    """Tell whether a thing comes for what cannot be counted: "langdurige belemmering", but "een langdurig probleem"."""
    return phrase.noun in _COUNTED and forms.word.endswith(("ing", "age", "atie"))


def _follows_and(head: Token, sentence: Sentence) -> bool:
    return head.index - 1 in sentence and sentence.token(head.index - 1).lower in {"en", "of"}


def _follows_preposition(head: Token, sentence: Sentence) -> bool:
    return head.index - 1 in sentence and sentence.token(head.index - 1).pos == "ADP"


def _lacks_article(
    phrase: NounPhrase, before: _Before, forms: Forms, head: Token, number: Number, sentence: Sentence
) -> bool:
    """Tell whether the new noun asks for an article, or a plural, where the old one had none: "tot heroverweging"."""
    if number is Number.PLURAL or phrase.noun in _MASS:
        return False
    first = min([head.index, *(token.index for token in before.adjectives)])
    if first - 1 in sentence and sentence.token(first - 1).lower in _UNCOUNTED:
        return True
    if before.determiner is not None:
        return False
    if before.adjectives:
        return _asks_een(phrase, forms)
    if _names_deed(head, forms, sentence) and not _may_stand_bare(phrase.noun):
        return True
    return bool(phrase.adjectives) and _follows_preposition(head, sentence)


def _takes_het(phrase: NounPhrase, before: _Before, head: Token, sentence: Sentence) -> bool:
    """Tell whether "het" comes before the new noun, where the old one had no article: "na het einde van"."""
    bare = before.determiner is None and not before.adjectives and phrase.noun in _WITH_HET
    return bare and (_follows_preposition(head, sentence) or _follows_and(head, sentence))


def _number(numbers: set[Number], head: Token) -> Number | None:
    if len(numbers) == 1:
        return numbers.pop()
    if "Number=Plur" in head.morph:
        return Number.PLURAL
    return Number.SINGULAR if "Number=Sing" in head.morph else None


def _rest_fits(phrase: NounPhrase, head: Token, sentence: Sentence) -> bool:
    """Tell whether the words after the new noun do not meet the same sort of words after the old one."""
    following = sentence.token(head.index + 1) if head.index + 1 in sentence else None
    if following is not None and following.text in {"-", "/"}:
        return False
    return not phrase.rest or following is None or following.pos not in {"ADP", "NOUN", "PROPN", "NUM", "ADJ"}


def _new_number(noun: str, old: Number) -> Number:
    if noun in _MASS:
        return Number.SINGULAR
    return Number.PLURAL if _is_plural(noun) else old


def _is_plural(noun: str) -> bool:
    """Tell whether a word list names the plural of a noun: "regels", "kosten"."""
    if inflection.inflect_noun(noun, Number.SINGULAR) is None:
        return True
    singulars = (noun.removesuffix(end) for end in ("s", "en", "'s") if noun.endswith(end))
    doubled = noun[:-3] if noun.endswith("en") and noun[-4:-3] == noun[-3:-2] else ""
    long = noun[:-3] + noun[-3:-2] if noun.endswith("en") else ""
    voiced = noun[:-3] + {"v": "f", "z": "s"}.get(noun[-3:-2], "") if noun.endswith("en") else ""
    known = [*singulars, doubled, long, voiced]
    known += [f"{noun[:-3]}{noun[-4:-3]}{noun[-3:-2]}"] if noun.endswith("en") and len(noun) > 4 else []
    return any(
        singular and singular != noun and inflection.article(singular) and inflection.plural(singular) == noun
        for singular in known
    )


def _inflected(noun: str, number: Number) -> str | None:
    if number is Number.PLURAL:
        return noun if _is_plural(noun) else inflection.inflect_noun(noun, number)
    return inflection.inflect_noun(noun, number)


def _agreeing(sentence: Sentence, head: Token, number: Number) -> Edits | None:
    """Return the edit that lets the verb follow a subject of another number; None where that is not certain."""
    if not _decides_the_verb(sentence, head):
        return ()
    verb = sentence.token(head.head) if head.head in sentence else head
    finite = grammar.finite_of(sentence, verb)
    joined = any(child.dep == "conj" for child in sentence.children(head))
    relative = any("PronType=Rel" in token.morph for token in sentence.tokens)
    if head.dep not in grammar.SUBJECTS or finite is None or joined or relative:
        return None
    for singular, plural in _NUMBERS_OF_VERB:
        old, new = (singular, plural) if number is Number.PLURAL else (plural, singular)
        whole = inflection.inflect_verb(finite.lemma, old), inflection.inflect_verb(finite.lemma, new)
        parts = inflection.inflect_split(finite.lemma, old), inflection.inflect_split(finite.lemma, new)
        apart = tuple(part.verb if part else None for part in parts)
        for form, wanted in (whole, apart):
            if form == finite.lower and wanted:
                return (edits.replace(finite, edits.with_case(wanted, finite.text)),)
    return None


def _decides_the_verb(sentence: Sentence, head: Token) -> bool:
    """Tell whether the number of the noun may decide the form of a verb."""
    verb = sentence.token(head.head) if head.head in sentence else head
    if head.dep == "obj" and grammar.subject_of(sentence, verb) is None and grammar.finite_of(sentence, verb):
        return True  # with no other subject the tree may have taken the subject for an object
    return head.dep in grammar.SUBJECTS or head.dep in {"conj", "root", "dep", "appos", "nmod"}


def _before(sentence: Sentence, head: Token) -> _Before:
    adjectives: list[Token] = []
    for index in range(head.index - 1, sentence.tokens[0].index - 1, -1):
        token = sentence.token(index)
        lower = token.lower
        if lower in _TO_HET or lower in _TO_DE or lower in _SAME or "Poss=Yes" in token.morph:
            return _Before(token, tuple(reversed(adjectives)))
        if token.pos == "ADJ" or (token.is_participle and token.pos == "VERB") or (token.lower in {"nieuwe", "eerste"}):
            adjectives.append(token)
        elif (token.pos == "ADV" or token.lower in {"en", "of"}) and adjectives:
            continue
        else:
            return _Before(None, tuple(reversed(adjectives)))
    return _Before(None, tuple(reversed(adjectives)))


def _hides_article(before: _Before, head: Token, sentence: Sentence) -> bool:
    """Tell whether an article may stand before brackets, or a word tagged as a verb: "het verstreken tijdvak"."""
    if before.determiner is not None:
        return False
    first = min([head.index, *(token.index for token in before.adjectives)])
    if first - 1 in sentence and sentence.token(first - 1).text in {")", "/"}:
        return True  # "de (aangevraagde) beschikking"
    if first - 2 not in sentence:
        return False
    verb, article = sentence.token(first - 1), sentence.token(first - 2)
    doubtful = verb.pos in {"VERB", "AUX"} or (verb.pos == "NOUN" and verb.lower.endswith(("en", "de", "te")))
    return doubtful and article.pos in {"DET", "PRON"} and article.lower in _ARTICLES


def _around(before: _Before, old: Article | None, new: Article | None, number: Number) -> list[BlockEdit] | None:
    """Return the edits for the words before the noun; None where one of them cannot follow."""
    made: list[BlockEdit] = []
    determiner = before.determiner
    if determiner is not None:
        lower = determiner.lower
        if number is Number.PLURAL and lower in {"een", "zo'n", "zo’n", "één", "elk", "elke", "ieder", "iedere"}:
            return None
        if (lower not in _SAME and "Poss=Yes" not in determiner.morph) or lower in _TO_HET or lower in _TO_DE:
            table = _TO_HET if new == "het" else _TO_DE
            wording = table.get(lower, lower)
            if wording != lower:
                made.append(edits.replace(determiner, edits.with_case(wording, determiner.text)))
    if old is None:
        return None if before.adjectives else made
    for adjective in before.adjectives:
        wanted = _adjective(adjective, determiner, new, number)
        if wanted is None:
            return None
        if wanted != adjective.lower:
            made.append(edits.replace(adjective, edits.with_case(wanted, adjective.text)))
    return made


def _is_weak(determiner: Token | None) -> bool:
    return determiner is None or determiner.lower in _WEAK


def _adjective(adjective: Token, determiner: Token | None, article: Article | None, number: Number) -> str | None:
    """Return the form of an adjective before a noun of this gender and number; None where that is not certain."""
    bare = number is Number.SINGULAR and article == "het" and _is_weak(determiner)
    lower = adjective.lower
    if not lower.endswith("e"):
        if bare or lower.endswith("en"):
            return lower
        return inflection.inflected(lower)
    if not bare:
        return lower
    bases = {base for base in (adjective.lemma, _without_e(lower)) if base and inflection.inflected(base) == lower}
    return bases.pop() if len(bases) == 1 else None


def _without_e(form: str) -> str:
    return form[:-1] if form.endswith(_PLAIN_ENDS) else ""


def _adjectives(phrase: NounPhrase, before: _Before, article: Article | None, number: Number) -> list[str]:
    """Return the own adjectives of the wording, in the form that its place asks for."""
    bare = number is Number.SINGULAR and article == "het" and _is_weak(before.determiner)
    if bare:
        return list(phrase.adjectives)
    return [
        word if word.endswith(("e", "en", "er", "nder")) else (inflection.inflected(word) or word)
        for word in phrase.adjectives
    ]


def _relative(sentence: Sentence, head: Token, article: Article | None, number: Number) -> list[BlockEdit] | None:
    """Return the edit for the relative pronoun after the noun: "die" or "dat"; None where it is not certain."""
    at = head.index + 1
    if at in sentence and sentence.token(at).text == ",":
        at += 1
    if at not in sentence or sentence.token(at).lower not in {"die", "dat", "welke", "hetgeen"}:
        return []
    token = sentence.token(at)
    if article is None:
        return None
    if token.lower == "dat" and "PronType=Rel" not in token.morph and token.pos == "SCONJ":
        return []
    wanted = "dat" if article == "het" and number is Number.SINGULAR else "die"
    return [] if wanted == token.lower else [edits.replace(token, wanted)]


def _pointing_back(sentence: Sentence, head: Token, article: Article | None) -> Edits | None:
    """Return the edit for a pronoun that stands for the noun: "de beschikking is klaar en zij wordt verstuurd".

    None where a pronoun may stand for the noun or for something else.
    """
    later = [token for token in sentence.tokens if token.index > head.index]
    found = [token for token in later if token.lower in _POINTS_TO_DE and token.pos == "PRON" and _is_alone(token)]
    if not found or article != "het":
        return ()
    between = (token for token in later if token.index < found[0].index)
    others = any(token.pos in {"NOUN", "PROPN"} and "Number=Plur" not in token.morph for token in between)
    singular = any(token.is_finite and "Number=Sing" in token.morph for token in _beside(sentence, found[0]))
    if len(found) > 1 or others or head.dep not in grammar.SUBJECTS or not singular:
        return None
    return (edits.replace(found[0], "het"),)


def _is_alone(token: Token) -> bool:
    """Tell whether a pronoun stands by itself, and opens no bijzin: no "deze brief", and no "die u krijgt"."""
    return token.dep != "det" and "PronType=Rel" not in token.morph and "Poss=Yes" not in token.morph


def _beside(sentence: Sentence, token: Token) -> list[Token]:
    return [sentence.token(at) for at in (token.index - 1, token.index + 1) if at in sentence]
