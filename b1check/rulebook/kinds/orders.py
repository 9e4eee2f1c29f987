"""Two or more orders in one sentence: the reader has to take them apart to do them one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.errors import RuleError
from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import VerbForm
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach

_SUBJECTS = frozenset({"u", "je", "jij", "jullie", "wij", "we", "ik", "hij", "zij", "ze"})
_LINKS = frozenset({"en", ",", "dan", "daarna", "vervolgens"})
"""Words before a later order; after "of" it is a choice, not one more thing to do."""
_READER = frozenset({"u", "je", "jij"})
_DUTY = frozenset({"moet", "moeten"})


class OrdersOptions(Options):
    """What is an order, and how many are too many.

    Attributes:
        verbs: verbs of which a form without subject is an order ("Vul ... in"), as infinitives; the first order of a
            sentence needs none of them, a later one does, since "stuur" may be a noun.
        orders: grades by the number of orders.
        least_words: report nothing in a shorter sentence; "Ga naar de balie en meld u" is easy.
        long_orders: grades by the number of orders in a long sentence.
        long_words: from how many words on a sentence is long.
    """

    verbs: frozenset[str] = Field(
        min_length=1, description="Werkwoorden waarmee u een opdracht geeft, als heel werkwoord: ‘invullen’."
    )
    orders: Grades = Field(description="Het aantal opdrachten in 1 zin.")
    least_words: int = Field(default=0, description="Bij een zin met minder woorden komt er geen opmerking.")
    long_orders: Grades = Field(default=Grades(), description="Het aantal opdrachten in 1 lange zin.")
    long_words: int = Field(default=0, description="Vanaf dit aantal woorden is een zin lang.")


def _build(options: OrdersOptions, _folder: Path) -> PerBlock:
    forms = frozenset().union(*(_imperatives(verb) for verb in options.verbs))

    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            if sentence.word_count < options.least_words or grammar.is_question(sentence):
                continue
            orders = _orders(sentence, forms) or _duties(sentence)
            severity = options.orders.severity(len(orders))
            if not severity and sentence.word_count >= options.long_words:
                severity = options.long_orders.severity(len(orders))
            if severity:
                yield Match(sentence.start, sentence.end, {"aantal": len(orders)}, severity=severity)

    return PerBlock(find)


def _imperatives(verb: str) -> frozenset[str]:
    """Return the forms of an order; of a separable verb the part that stands first ("vul" of "invullen")."""
    try:
        joined = inflection.verb_forms(verb)
    except ValueError as error:
        raise RuleError(f"{verb} is geen werkwoord waarvan b1check de vormen kent.") from error
    forms = inflection.split_verb_forms(verb) if inflection.particle_of(verb) else joined
    return frozenset(form for form, slots in forms.items() if VerbForm.IMPERATIVE in slots)


def _orders(sentence: Sentence, forms: frozenset[str]) -> tuple[Token, ...]:
    """Return the verbs of the orders; the first must open the sentence or follow its run-up."""
    tokens = sentence.tokens
    orders: list[Token] = []
    for place, token in enumerate(tokens[:-1]):
        if token.lower not in forms or tokens[place + 1].lower in _SUBJECTS:
            continue
        if place and tokens[place - 1].lower not in _LINKS:
            continue
        if not orders and place and tokens[place - 1].text != ",":
            continue
        orders.append(token)
    return tuple(orders)


def _duties(sentence: Sentence) -> tuple[Token, ...]:
    """Return the infinitives after "u moet", each of which is an order."""
    must = next((token for token in sentence.tokens if _is_duty(sentence, token)), None)
    if must is None:
        return ()
    duties: list[Token] = []
    for token in sentence.tokens:
        if token.index <= must.index:
            continue
        if token.is_finite or token.pos == "SCONJ" or token.text in {":", ";"} or token.lower in {"om", "te", "of"}:
            break
        if token.pos == "VERB" and "VerbForm=Inf" in token.morph and _ends_part(sentence, token):
            duties.append(token)
    return tuple(duties)


def _is_duty(sentence: Sentence, token: Token) -> bool:
    """Tell whether ``token`` is "moet" with "u" right before or after it."""
    near = (place for place in (token.index - 1, token.index + 1) if place in sentence)
    return token.lower in _DUTY and any(sentence.token(place).lower in _READER for place in near)


def _ends_part(sentence: Sentence, token: Token) -> bool:
    """The last verb of a part stands before a link or the end."""
    if token.index + 1 not in sentence:
        return True
    following = sentence.token(token.index + 1)
    return following.lower in {"en", ","} or following.text == "."


KIND = Kind(OrdersOptions, _build, Reach.SENTENCE)
