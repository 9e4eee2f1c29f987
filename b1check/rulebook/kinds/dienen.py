"""The formal auxiliary "dienen te", which says "moeten" in a way that some readers take for advice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.findings import Applicability
from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.rulebook.match import BlockEdit, BlockView, Kind, Match, Options, PerBlock, Suggestion

_FORMS = {"dien": "moet", "dient": "moet", "dienen": "moeten", "diende": "moest", "dienden": "moesten"}
_MAIN_VERB = frozenset({"tot", "als", "voor", "ertoe"})
"""Words right after a form of "dienen" as a main verb: "dit dient als bewijs"; not "u dient daartoe ... te sturen"."""
_PLACES = frozenset({"er", "daar", "hier", "waar"})
"""Words that a later preposition belongs to: "er rekening mee te houden"."""
_NEVER_JOINED = frozenset({"zijn", "worden", "hebben", "kunnen", "moeten"})
"""Verbs that a word before "te" never makes one word with: "aanwezig te zijn"."""
_SIDES = frozenset({"buiten", "binnen", "boven", "beneden", "thuis", "hard"})
"""Words before "te" that far more often tell where or how: "buiten te staan", "hard te werken"."""

_ONLY_PARTICLES = frozenset(
    "aan achter af bij door in mede mee na neer om onder op over tegen terug toe uit voor voort vooruit weg".split()
)
"""Words that right before "te" are always part of the verb; of others, such as "goed", the tree decides."""


class DienenOptions(Options):
    """This kind has no settings."""


def _build(_options: DienenOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            found = [(token, te) for token in sentence.tokens if (te := _of_dienen(sentence, token))]
            # Of two in one sentence both change at once, or neither.
            certain = all(_is_certain(sentence, token, te) for token, te in found)
            yield from (_match(sentence, token, te, certain=certain) for token, te in found)

    return PerBlock(find)


def _of_dienen(sentence: Sentence, token: Token) -> Token | None:
    """Return the "te" that belongs to a token, when that is a form of "dienen"."""
    return _te(sentence, token) if token.lower in _FORMS else None


def _te(sentence: Sentence, dienen: Token) -> Token | None:
    """Return the "te" of the infinitive that belongs to ``dienen``, or None when it is a main verb."""
    after = [token for token in sentence.tokens if token.index > dienen.index]
    if not after or after[0].lower in _MAIN_VERB:
        return None
    for token in after:
        if token.text in {";", ":"} or token.lower == "om":
            return None
        if token.lower == "te" and token.index + 1 in sentence:
            verb = sentence.token(token.index + 1)
            if verb.lower.endswith(("n", "aan")) and verb.pos in {"VERB", "AUX", "NOUN"}:
                return token
    # In a bijzin "dienen" closes the clause: "dat u de kosten te betalen dient" is too rare to look for.
    return None


def _match(sentence: Sentence, dienen: Token, te: Token, *, certain: bool) -> Match:
    must = _FORMS[dienen.lower]
    word = must.capitalize() if dienen.text[:1].isupper() else must
    verb = sentence.token(te.index + 1)
    more = [_without_te(sentence, other, sentence.token(other.index + 1)) for other in _joined(sentence, verb)]
    edits = (BlockEdit(dienen.start, dienen.end, word), _without_te(sentence, te, verb), *more)
    said = f"‘{dienen.lower}’ wordt ‘{must}’, en ‘te’ verdwijnt"
    if certain:
        level, reason = Applicability.SAFE, f"{said}. De betekenis blijft gelijk."
    else:
        level, reason = Applicability.REVIEW, f"{said}. Er staan nog meer woorden in de zin die erbij kunnen horen."
    return Match(
        dienen.start,
        dienen.end,
        {"advies": must},
        (Suggestion(word, edits, level, reason),),
        also=((te.start, verb.end),),
    )


def _joined(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Yield each further "te" that "en" or "of" joins to the first: "dient te bellen en een pas te tonen"."""
    joined = False
    for token in sentence.tokens:
        if token.index <= verb.index:
            continue
        joins = token.lower in {"en", "of"}
        opens = token.lower == "om" or token.text in {";", ":"} or (token.pos == "SCONJ" and not joins)
        if token.is_finite or opens:
            return
        joined = joined or joins
        verb_follows = token.index + 1 in sentence and sentence.token(token.index + 1).pos in {"VERB", "AUX"}
        if token.lower == "te" and joined and verb_follows:
            yield token


def _is_certain(sentence: Sentence, dienen: Token, te: Token) -> bool:
    """Tell whether "te" can only belong to ``dienen``: one clause with one "te", and nothing that may be shared."""
    verb = sentence.token(te.index + 1)
    between = [token for token in sentence.tokens if dienen.index < token.index < te.index]
    after = _up_to_next_clause(sentence, verb)
    closed = next((token for token in after if token.pos not in {"VERB", "AUX"}), None)
    ends = closed is None or closed.pos in {"PUNCT", "SCONJ", "ADP"}
    shared = any(token.lower == "te" for token in after) or any(token.lower in {"en", "of"} for token in after)
    return ends and not shared and not any(token.pos in {"PUNCT", "VERB", "SCONJ"} for token in between)


def _up_to_next_clause(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the tokens after ``verb``, up to an "en" or "of" that a finite verb follows: "en dient daarna ..."."""
    after = [token for token in sentence.tokens if token.index > verb.index]
    for number, token in enumerate(after):
        if token.lower in {"en", "of"} and any(one.is_finite for one in after[number + 1 : number + 3]):
            return after[:number]
    return after


def _without_te(sentence: Sentence, te: Token, verb: Token) -> BlockEdit:
    """Take "te" away; "in te leveren" becomes one word."""
    if te.index - 1 in sentence:
        particle = sentence.token(te.index - 1)
        joined = particle.lower + verb.lower
        # "er rekening mee te houden": there "mee" belongs to "er", and "kenbaar" in "kenbaar te maken" to nothing.
        adverb = not _PLACES.isdisjoint(sentence.forms) and verb.lemma != joined
        adverb = adverb or verb.lower in _NEVER_JOINED or particle.lower in _SIDES
        one_word = verb.lemma == joined or (particle.lower in _ONLY_PARTICLES and particle.pos != "NOUN")
        if inflection.particle_of(joined) == particle.lower and not adverb and one_word:
            return BlockEdit(particle.end, verb.start, "")
    return BlockEdit(te.start, verb.start, "")


KIND = Kind(DienenOptions, _build)
