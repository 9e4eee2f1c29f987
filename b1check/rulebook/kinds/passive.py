"""The lijdende vorm: readers cannot see who must do what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import genre, grammar
from b1check.rulebook.grammar import Passive
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, Suggestion, remembered
from b1check.rulebook.rewriting import passives

_ASKING = frozenset({"hoe", "wat", "wie", "welk", "welke", "waar", "waarom", "wanneer", "hoeveel"})
_NO_OPENERS = frozenset({"om", "te", "dan", "door", "voor", "na", "zonder"})
"""Words that open a bijzin without persoonsvorm ("om te kijken"), or none at all."""


class PassiveOptions(Options):
    """Which passives to report.

    Attributes:
        states: participles that after "zijn" say how something is, not what was done ("de balie is gesloten").
        fine: verbs whose passive is the normal way to say it ("u bent geboren").
        with_agent: also report a passive that says who does it ("door ons").
        people: words for reader and writer. Without one of them a passive in a bijzin is fine, and so is one with
            "zijn": in "de foto die is gemaakt" it does not matter who did it. Without words every passive counts.
        ours: verbs of what the sender of a letter does. Where the letter does not say who does it, "wij" is offered.
    """

    states: frozenset[str] = Field(
        default=frozenset(), description="Deelwoorden die na ‘zijn’ zeggen hoe iets is, zoals ‘gesloten’."
    )
    fine: frozenset[str] = Field(
        default=frozenset(), description="Werkwoorden waarbij de lijdende vorm gewoon is, zoals ‘geboren’."
    )
    with_agent: bool = Field(default=True, description="Geef ook een opmerking als er staat wie het doet: ‘door ons’.")
    people: frozenset[str] = Field(
        default=frozenset(),
        description="In een bijzin en bij ‘zijn’ komt er alleen een opmerking als 1 van deze woorden erin staat.",
    )
    ours: frozenset[str] = Field(
        default=frozenset(),
        description="Staat er in een brief niet wie het doet? Bij deze werkwoorden stelt b1check ‘wij’ voor.",
    )


def _build(options: PassiveOptions, _folder: Path) -> PerDocument:
    @remembered
    def in_block(inside: BlockView) -> Iterator[tuple[Match, Suggestion | None]]:
        for sentence in inside.sentences:
            for passive in grammar.passives(sentence):
                if passive.participle.lemma in options.fine or (passive.agent and not options.with_agent):
                    continue
                if passive.auxiliary.lemma == "zijn" and passive.participle.lower in options.states:
                    continue
                if options.people and not _about(options.people, sentence, passive):
                    continue
                ours = passive.participle.lemma in options.ours
                text = inside.analysis.text
                yield _match(passive, sentence, text), passives.by_us(passive, sentence, text) if ours else None

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        is_letter = genre.is_letter(view.document)
        for inside in view.scope:
            for match, ours in in_block(inside):
                yield inside.index, replace(match, suggestions=(ours,)) if ours and is_letter else match

    return PerDocument(find)


def _about(people: frozenset[str], sentence: Sentence, passive: Passive) -> bool:
    """Tell whether it matters to the reader who does what the passive tells."""
    opener = _opener(sentence, passive)
    if opener is None and passive.agent:
        return True
    if passive.auxiliary.lemma == "zijn":  # a result: "uw aanvraag is afgewezen"
        return opener is None and not grammar.is_question(sentence) and not people.isdisjoint(sentence.forms)
    last = max(passive.auxiliary.index, passive.participle.index)
    return opener is None or any(
        opener.index < token.index < last and token.lower in people for token in sentence.tokens
    )


def _opener(sentence: Sentence, passive: Passive) -> Token | None:
    """Return the word that opens the bijzin of ``passive``, or None when it stands in a main clause.

    Between that word and the persoonsvorm of its bijzin there is no other persoonsvorm, so the tags tell it.
    """
    first = min(passive.auxiliary.index, passive.participle.index)
    own = passive.auxiliary.is_finite
    for token in reversed([token for token in sentence.tokens if token.index < first]):
        if (token.is_finite and own) or token.text in {";", ":"}:
            return None
        own = own or token.is_finite
        if _opens(token, sentence):
            return token
    return None


def _opens(token: Token, sentence: Sentence) -> bool:
    if token.lower in _NO_OPENERS:
        return False
    asking = token.lower in _ASKING or (token.lower.startswith("waar") and token.pos in {"ADV", "PRON"})  # "waarbij"
    return (asking and not grammar.is_question(sentence)) or token.pos == "SCONJ" or "PronType=Rel" in token.morph


def _match(passive: Passive, sentence: Sentence, text: str) -> Match:
    """Mark the auxiliary and, apart, the participle: a hard participle ("wordt verstrekt") gets its own remark."""
    auxiliary, participle = passive.auxiliary, passive.participle
    values = {"werkwoord": participle.lemma, "dader": passive.agent.text if passive.agent else ""}
    wording = passives.active(passive, sentence, text)
    found = (wording,) if wording else ()
    return Match(auxiliary.start, auxiliary.end, values, found, also=((participle.start, participle.end),))


KIND = Kind(PassiveOptions, _build)
