"""Where a text gives the title of a law: its words are a name, though most are written with a small letter.

"de Wet kwaliteit, klachten en geschillen zorg", "het Besluit kwaliteit leefomgeving", and after the number of an
article whatever the law is called: "artikel 3, tweede lid, van de Marktverordening". At the start of a sentence the
capital of "Besluit" or "Regeling" says nothing, so there such a title is not found; that of "Wet" does.
"""

from __future__ import annotations

from collections.abc import Iterator

from b1check.language.analysis import Analysis, Sentence, Token

_KINDS = frozenset(
    "Wet Besluit Regeling Verordening Beleidsregel Beleidsregels Uitvoeringsbesluit Uitvoeringsregeling Wetboek "
    "Richtlijn Verdrag Rijkswet Subsidieregeling Reglement".split()
)
_ENDS = ("wet", "wetboek", "verordening", "besluit", "regeling", "reglement", "beleidsregel", "beleidsregels")
"""How the name of a law ends that is one word: "Participatiewet", "Marktverordening", "Bouwbesluit"."""
_PLAIN_FIRST = frozenset({"Besluit", "Regeling", "Verdrag", "Richtlijn", "Reglement"})
"""Words that stand at the start of a sentence or a heading without a title: "Besluit over uw aanvraag"."""
_ARTICLES = frozenset({"artikel", "artikelen", "art.", "art", "artt.", "lid", "leden", "hoofdstuk", "paragraaf"})
_LAW = ("wet", "verordening", "regels", "wetboek")
"""Words that make a name after "Algemene" one of a law: "Algemene plaatselijke verordening"."""
_LINKS = frozenset(
    "inzake teneinde houdende betreffende omtrent aangaande alsmede ter ten tot strekkende regelende te om".split()
)
"""Words of the long titles of laws that a tagger takes for the start of something else."""
_AIMS = frozenset({"teneinde", "om", "strekkende"})
"""Links after which a title goes on up to the infinitive."""
_IN_TITLE = frozenset({"NOUN", "ADJ", "ADP", "CCONJ", "PROPN", "NUM"})
_LITTLE = frozenset({"de", "het", "een", "en", "of"})
_LONGEST = 14
"""Words after the first one."""
_FROM_NUMBER = 9
"""Words between "artikel" and the name of its law: "artikel 3.1, eerste lid, aanhef en onder b, van de"."""


def ranges(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    """Return the ranges of titles in the text of a block."""
    found: tuple[tuple[int, int], ...] | None = analysis.memo.get(ranges)
    if found is None:
        found = analysis.memo[ranges] = tuple(
            title for sentence in analysis.sentences for title in _in_sentence(sentence)
        )
    return found


def _in_sentence(sentence: Sentence) -> Iterator[tuple[int, int]]:
    end = -1
    article = -_FROM_NUMBER - 1
    for token in sentence.tokens:
        at = token.index - sentence.tokens[0].index
        if token.lower in _ARTICLES:
            article = at
        cited = 0 < at - article <= _FROM_NUMBER
        if token.start < end or not _opens(sentence, token, first=at == 0, cited=cited):
            continue
        last = _last(sentence, token)
        if last is not token or cited or token.lower.endswith(_ENDS):
            end = last.end
            yield token.start, end


def _opens(sentence: Sentence, token: Token, *, first: bool, cited: bool) -> bool:
    """Tell whether a word is the first one of a title."""
    if not token.text[:1].isupper():
        return False
    if token.text in _KINDS:
        return not first or token.text not in _PLAIN_FIRST
    if token.text == "Algemene":
        after = [sentence.token(token.index + n).lower for n in (1, 2, 3) if token.index + n in sentence]
        return any(word.endswith(_LAW) for word in after)
    one_word = token.lower.endswith(_ENDS) and token.text not in _KINDS
    return (cited or not first) and (one_word or (cited and token.text.isupper()))


def _last(sentence: Sentence, first: Token) -> Token:
    """Return the last word that may belong to the title."""
    last = first
    aims = False
    for token in sentence.tokens:
        if token.index <= first.index:
            continue
        if token.index - first.index > _LONGEST:
            break
        aims = aims or token.lower in _AIMS
        infinitive = aims and token.pos in {"VERB", "AUX"} and not token.is_finite
        if not (_may_belong(token) or infinitive or _lists(sentence, token)):
            break
        if token.text != "," and token.lower not in _LITTLE | _LINKS and token.pos not in {"ADP", "CCONJ"}:
            last = token
        if infinitive and last is token:
            break
    return last


def _may_belong(token: Token) -> bool:
    adjective = token.pos == "VERB" and token.lower.endswith("de") and not token.is_finite  # "aanvullende"
    return token.lower in _LITTLE or token.lower in _LINKS or adjective or (token.pos in _IN_TITLE and token.is_word)


def _lists(sentence: Sentence, token: Token) -> bool:
    """Tell whether a comma separates words of the title: "kwaliteit, klachten en geschillen"."""
    if token.text != ",":
        return False
    after = [sentence.token(at) for at in (token.index + 1, token.index + 2) if at in sentence]
    return len(after) > 1 and after[0].pos == "NOUN" and after[1].lower in {",", "en", "of"}
