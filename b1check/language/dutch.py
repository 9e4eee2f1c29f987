"""The spaCy language ``nl_b1``: Dutch with a lean tokenizer of our own.

spaCy's Dutch brings 4,670 tokenizer exceptions, which it builds four times while a pipeline loads: half a second.
Most of them are names and abbreviations that a letter never holds. This class needs a short list and some patterns,
loads in a tenth of the time, and splits words as the Alpino treebank does, on which the pipeline was trained.
"""

import re

from spacy.lang.nl import Dutch, DutchDefaults
from spacy.util import registry

from b1check.language import abbreviations

#: Words that are written with an apostrophe in front: the apostrophe is no quotation mark.
CLITICS = ("s", "t", "n", "m", "k", "r", "ie", "em", "er")

#: The key of a token's text in spaCy's tokenizer exceptions.
_ORTH = "ORTH"
_LETTER = "[^\\W\\d_]"
_CLITIC = "|".join(CLITICS)

_PREFIXES = [
    r"''",
    r",,",
    rf"['’‘](?!(?:{_CLITIC})\b|\d\d\b)",
    r"\.\.+",
    r"[,;:!?…“”„‟\"«»‹›‚`´]",
    r"[(\[{<](?!\w{1,4}[)\]}]\w)",
    r"[€$£¥§•·*=#~|▪◦–—_]",
    r"[)\]}>]",
    r"-(?=[€\d]*$|-)",
]

_SUFFIXES = [
    r"\.\.+",
    r"''",
    r"[,;:!?…“”„‟\"«»‹›`´]",
    r"[)\]}>]",
    r"['’](?<!^['’])",
    r"[•*=~|–—_€]",
    # A full stop goes off unless a capital stands alone before it: the initial "J.", but not the old-fashioned "U.".
    r"(?<=\w{2})\.",
    r"(?<=['’]\w)\.",
    r"(?<=^[a-zU])\.",
    r"(?<=[\d%)\]}\"'’”»°+*!?])\.",
    r"(?<=\d)(?:m²|m2|m³|m3|km²)$",
]

_INFIXES = [
    r"\.\.+",
    r"…",
    r"[“”„\"«»](?=\w)",
    rf"(?<={_LETTER}{{2}})[.](?=[A-Z]{_LETTER}{{2}})",  # a forgotten space: "aanvraag.Stuur"
    rf"(?<={_LETTER}{{2}}),,(?={_LETTER})",
    rf"(?<={_LETTER}{{2}})[,;!?](?={_LETTER})",
    r"(?<=\w)[–—](?=\w)",
]

#: Kept whole, whatever is inside: amounts (1.500,-), partij(en), (her)keuring, dotted abbreviations, initials.
_WHOLE = re.compile(
    rf"""(?x)^(?:
      \d[\d.]*,(?:-{{1,2}}|–|=)
    | {_LETTER}+\({_LETTER}{{1,6}}\){_LETTER}*
    | \({_LETTER}{{1,8}}-?\){_LETTER}{{2,}}
    | (?:{_LETTER}\.){{2,}}(?:-(?:{_LETTER}\.)+)?
    | (?:[A-Z]h?\.)+(?<!^U\.)(?:-[A-Z]\.)?
    )$"""
)

_URL = re.compile(
    r"""(?xi)^(?:
      (?:https?|ftp)://\S+
    | (?:mailto:)?[\w.+'-]+@[\w-]+(?:\.[\w-]+)+
    | www\.\S+
    | [a-z0-9][\w-]*(?:\.[\w-]+)*\.(?:nl|com|org|net|eu|be|info|nu|gov|amsterdam|frl)(?:/\S*)?
    )$"""
)


def _exceptions() -> dict[str, list[dict[str, str]]]:
    """One token for each abbreviation, also with a capital and in capitals, and for each clitic."""
    words = set(abbreviations.ALL)
    words |= {word[0].upper() + word[1:] for word in abbreviations.ALL}
    words |= {word.upper() for word in abbreviations.ALL}
    words |= {quote + clitic for clitic in CLITICS for quote in "'’‘"}
    words |= {quote + clitic.upper() for clitic in CLITICS for quote in "'’‘"}
    return {word: [{_ORTH: word}] for word in sorted(words)}


class DutchB1Defaults(DutchDefaults):
    """Tokenizer data of ``nl_b1``."""

    tokenizer_exceptions = _exceptions()
    prefixes = _PREFIXES
    suffixes = _SUFFIXES
    infixes = _INFIXES
    token_match = _WHOLE.match
    url_match = _URL.match


@registry.languages("nl_b1")
class DutchB1(Dutch):  # type: ignore[no-untyped-call]
    """Dutch with a lean tokenizer."""

    lang = "nl_b1"
    Defaults = DutchB1Defaults
