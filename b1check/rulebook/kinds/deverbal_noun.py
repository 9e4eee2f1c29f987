"""Naamwoordstijl: a noun made of a verb, with "van" and what the verb is about ("de beoordeling van uw aanvraag").

Which nouns count stands in a list. An ending such as -ing does not tell: a "woning" or a "vergunning" is a thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import wordlist
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Suggestion
from b1check.rulebook.rewriting import infinitives
from b1check.rulebook.wordlist import Entry


class DeverbalNounOptions(Options):
    """Which nouns, and how many in a paragraph.

    Attributes:
        lists: names of CSV files, from the folder of the rule file; the alternatives are verbs.
        per_block: grades by the number in a paragraph; all of them get that severity.
        fixed_after: words before the noun that make a fixed expression of it ("onder vermelding van").
    """

    lists: tuple[str, ...] = Field(
        description="De woordenlijsten (.csv) naast het regelbestand. De alternatieven zijn werkwoorden."
    )
    per_block: Grades = Field(description="Het aantal van deze woorden in 1 alinea.")
    fixed_after: frozenset[str] = Field(
        default=frozenset(),
        description="Woorden die voor het woord staan in een vaste uitdrukking, zoals ‘onder’ in ‘onder "
        "vermelding van’.",
    )


def _build(options: DeverbalNounOptions, folder: Path) -> PerBlock:
    nouns = _index([entry for name in options.lists for entry in wordlist.read(folder / name)])

    def find(view: BlockView) -> Iterator[Match]:
        found = [
            (token, after, nouns[token.lower], sentence)
            for sentence in view.sentences
            for token in sentence.tokens
            if token.lower in nouns and (after := _van(sentence, token, options)) is not None
        ]
        severity = options.per_block.severity(len(found))
        if severity:
            for token, van, entry, sentence in found:
                values = {"woord": token.lower, "werkwoord": " of ".join(f"‘{verb}’" for verb in entry.alternatives)}
                wordings = _wordings(token, van, entry, sentence, view.analysis.text)
                yield Match(token.start, token.end, values, wordings, severity, also=((van.start, van.end),))

    return PerBlock(find)


def _wordings(noun: Token, van: Token, entry: Entry, sentence: Sentence, text: str) -> tuple[Suggestion, ...]:
    article = sentence.token(noun.index - 1)
    if article.lower not in {"de", "het"}:
        return ()
    found = (infinitives.verbal(verb, article, van, sentence, text) for verb in entry.alternatives)
    return tuple(wording for wording in found if wording)


def _index(entries: list[Entry]) -> Mapping[str, Entry]:
    """File the nouns by their singular: a plural is a thing ("de berekeningen van vorig jaar")."""
    return {entry.word: entry for entry in entries}


def _van(sentence: Sentence, noun: Token, options: DeverbalNounOptions) -> Token | None:
    """Return the "van" after ``noun`` when a person can do it with one certain thing: "van uw aanvraag", "van de hulp".

    With a bare plural ("de aanleg van woonwijken") it is the name of a subject; after an adjective ("een schriftelijke
    behandeling") or as the first word ("Uitvoering van een taak") a verb does not fit.
    """
    if noun.pos != "NOUN" or "Number=Plur" in noun.morph or noun.index + 2 not in sentence:
        return None
    if noun.index - 1 not in sentence:
        return None
    before, van, following = (sentence.token(noun.index + step) for step in (-1, 1, 2))
    if noun.text[:1].isupper() or before.pos == "ADJ" or before.lower in options.fixed_after:
        return None
    return van if van.lower == "van" and _is_definite(following) else None


def _is_definite(token: Token) -> bool:
    return token.pos == "DET" or "Poss=Yes" in token.morph


KIND = Kind(DeverbalNounOptions, _build)
