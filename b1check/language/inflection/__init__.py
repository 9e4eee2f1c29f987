"""Dutch inflection: every form of a word, and one word in the form of another.

Two uses, two kinds of answer. To *find* a word in a text ask for all its forms: :func:`verb_forms`,
:func:`split_verb_forms`, :func:`noun_forms`, :func:`adjective_forms`; these include variants and doubtful
forms. To *show* a word to a writer ask for one form: :func:`inflect_verb`, :func:`inflect_split`, :func:`inflect_noun`,
:func:`inflect_adjective`, :func:`article`; these give None where the form is in doubt.

All functions are pure and take lower-case words. The irregular words stand in CSV files beside the code.
"""

from b1check.language.inflection.adjectives import (
    AdjectiveForm,
    adjective_forms,
    comparative,
    inflect_adjective,
    inflected,
    superlative,
)
from b1check.language.inflection.articles import Article, article
from b1check.language.inflection.nouns import Number, diminutive, inflect_noun, noun_forms, plural
from b1check.language.inflection.particles import particle_of
from b1check.language.inflection.verbs import (
    FINITE,
    Conjugation,
    SplitForm,
    VerbForm,
    conjugate,
    inflect_split,
    inflect_verb,
    split_verb_forms,
    verb_forms,
)

__all__ = [
    "FINITE",
    "AdjectiveForm",
    "Article",
    "Conjugation",
    "Number",
    "SplitForm",
    "VerbForm",
    "adjective_forms",
    "article",
    "comparative",
    "conjugate",
    "diminutive",
    "inflect_adjective",
    "inflect_noun",
    "inflect_split",
    "inflect_verb",
    "inflected",
    "noun_forms",
    "particle_of",
    "plural",
    "split_verb_forms",
    "superlative",
    "verb_forms",
]
