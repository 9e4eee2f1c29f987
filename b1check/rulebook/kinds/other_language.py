"""Paragraphs in another language than Dutch, told by the small words that every text is full of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from b1check.documents.document import MarkKind
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock, Reach

_SMALL_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            "Nederlands": "de het een en van is dat die niet ik u wij we te in op voor met zijn er aan bij ook als "
            "om uw je of naar dan maar wordt worden kunt moet door over hebt heeft geen dit deze ons "
            "onze tot uit vanaf wat wie hoe",
            "Engels": "the of and to a in is you your for are we with on this that be or have will can not from "
            "our if by at it an as please do must more about who they their was were has",
            "Duits": "der die das und ist nicht sie ihr ihre wir mit für auf ein eine einen zu von den dem des "
            "im sich auch bei werden wird oder haben kann können müssen nach aus wenn über",
            "Frans": "le la les des et est vous votre vos nous notre une un pour dans que qui sur avec ne pas "
            "plus sont du au aux par ou ce cette être avez peut si",
            "Spaans": "el la los las de y que en un una por para con no su sus es usted se del al como más si o "
            "son está puede",
            "Turks": "ve bir bu için ile de da ne olarak daha çok olan gibi siz sizin var değil veya kadar "
            "sonra en size",
            "Pools": "i w na z do nie jest się że o dla lub oraz to od po jak są przez być może proszę państwo",
            "Fries": "fan en it is net mei foar ik jo wy sy op dat wurde dizze ek oan by as of kin moat hat ús",
        }.items()
    }
)
_LANGUAGES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        word: tuple(language for language, others in _SMALL_WORDS.items() if word in others)
        for small in _SMALL_WORDS.values()
        for word in small
    }
)
_SURE = 12
"""Words in a row of which some are always small words, in any text in Dutch."""
_VARIETY = 4
"""Different words that only one language has."""
_OWN_SHARE = 0.12
"""Part of the words of a text that are small and in no other language, even where it is full of names. Own choice: in
200,000 paragraphs of Dutch law it finds 14 more paragraphs than the small words alone, 12 of them English or French."""
_SCRIPTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "Arabisch": re.compile(r"[\u0600-\u06ff]"),
        "Oekraïens of Russisch": re.compile(r"[\u0400-\u04ff]"),
        "Grieks": re.compile(r"[\u0370-\u03ff]"),
        "Chinees": re.compile(r"[\u4e00-\u9fff]"),
        "Tigrinya": re.compile(r"[\u1200-\u137f]"),
    }
)
"""Scripts with the language that a Dutch municipality writes in them most."""
_LETTERS = re.compile(r"[^\W\d_]")


class OtherLanguageOptions(Options):
    """How sure to be.

    Attributes:
        words: a shorter paragraph is not judged.
        share: part of its words that must be small words of the other language.
    """

    words: int = Field(default=8, description="Bij een alinea met minder woorden komt er geen opmerking.")
    share: float = Field(
        default=0.3, description="Het deel van de woorden dat bij de andere taal hoort. 0.3 is 30 procent."
    )


def _build(options: OtherLanguageOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        language = _language(view, options)
        if language != "Nederlands" and not _is_marked(view):
            yield Match(0, len(view.block.text), {"taal": language})

    return PerBlock(find)


def _language(view: BlockView, options: OtherLanguageOptions) -> str:
    """Return the language of the block; in doubt that is Dutch."""
    if script := _script(view.block.text):
        return script
    words = [token.lower for token in view.analysis.tokens if token.lower.isalpha()]
    if len(words) < options.words:
        return "Nederlands"
    counts = Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
    if not counts:
        return "Nederlands"
    # Of languages with as many words the first in the table: Dutch before all others.
    language = max(_SMALL_WORDS, key=counts.__getitem__)
    most = counts[language]
    clear = most >= options.share * len(words) and most >= 2 * counts["Nederlands"]
    # Languages with long words have few small ones; then a text of this length without any Dutch word tells enough.
    clear = clear or (most >= 2 and not counts["Nederlands"] and len(words) >= _SURE)
    return language if clear else _by_own_words(words)


def _by_own_words(words: Sequence[str]) -> str:
    """Return the language of a paragraph full of names, where small words are few and some are also Dutch: in, is, of.

    Only words that no other language of the table has count, and those in some variety: not the letter of each clause.
    """
    own = [(_LANGUAGES_OF[word][0], word) for word in words if len(_LANGUAGES_OF.get(word, ())) == 1]
    counts = Counter(language for language, _ in own)
    if len(words) < _SURE or not counts:
        return "Nederlands"
    language, most = counts.most_common(1)[0]
    variety = len({word for of, word in own if of == language})
    clear = variety >= _VARIETY and most >= _OWN_SHARE * len(words) and most >= 4 * counts["Nederlands"]
    return language if clear else "Nederlands"


def _script(text: str) -> str:
    """Return the language of the script that most letters are in, or "" when that is ours."""
    letters = len(_LETTERS.findall(text))
    return next((name for name, script in _SCRIPTS.items() if letters and 2 * len(script.findall(text)) > letters), "")


def _is_marked(view: BlockView) -> bool:
    """Tell whether markup says that most of the block is in another language: then the writer knows."""
    marked = sum(mark.end - mark.start for mark in view.block.marks if mark.kind is MarkKind.FOREIGN)
    return marked * 2 > len(view.block.text)


KIND = Kind(OtherLanguageOptions, _build, Reach.BLOCK)
