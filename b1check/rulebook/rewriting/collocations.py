"""Which words do not go with an alternative, though they went with the word that it replaces.

One makes "bezwaar" but not "beroep", and gives "hulp" but no "diensten". The ends of nouns also hold for compounds:
"recht" for "adviesrecht". The tables are from our own knowledge of Dutch; what is not in them is taken to fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from b1check.language.analysis import Sentence, Token

_REACH = 8
"""Tokens on either side of the verb in which its object is looked for, whatever the tree says."""
_STOPS = (
    "halte",
    "haltes",
    "parkeerplaats",
    "parkeerplaatsen",
    "plek",
    "plekken",
    "rit",
    "ritten",
    "functie",
    "functies",
)
"""What can go away (vervallen), but was never in force and does not stop by itself."""
_NO_OBJECTS: Mapping[str, tuple[str, ...]] = {
    "geven": ("diensten", "dienstverlening", "medewerking"),
    "aflopen": ("dag", "datum", "moment"),
    "doen": (
        "recht",
        "rechten",
        "bevoegdheid",
        "invloed",
        "toezicht",
        "macht",
        "druk",
        "gezag",
        "controle",
        "taak",
        "beroep",
        "diensten",
    ),
    "gebruiken": ("beroep", "functie", "toezicht", "druk", "controle", "taak", "taken", "ambt"),
    "maken": ("beroep", "doel", "doelen", "doelstelling", "doelstellingen", "ambitie", "ambities", "resultaten"),
    "bouwen": ("doel", "doelen", "doelstelling", "doelstellingen", "ambitie", "ambities", "resultaten"),
    "stoppen": (*_STOPS, "toestemming", "vergunning", "besluit", "bezwaar", "beroep", "klacht", "verzoek", "rijbewijs"),
    "ongeldig maken": ("bezwaar", "beroep", "klacht", "verzoek", "aanvraag"),
    "bepalen": (
        *("uitslag", "identiteit", "feit", "feiten", "dood", "regeling", "regelingen", "verordening", "reglement"),
        *("beleidsregels", "statuten", "begroting", "jaarrekening", "rapport", "verslag", "profiel"),
        *("subsidie", "subsidies", "betaling", "betalingen"),
    ),
    "uitstellen": ("termijn", "termijnen"),
    "niet meer gelden": _STOPS,
    "vertellen": ("zienswijze", "zienswijzen", "bezwaar", "bezwaren", "besluit"),
    "kappen": ("oordeel", "vonnis"),
    "niet nakomen": ("straf", "boete"),
    "schrijven": ("akte", "akten", "balans"),
}
"""Ends of nouns that a verb does not take as its object, by verb with what belongs to it."""
_APPLICATIONS = ("verzoek", "verzoeken", "aanvraag", "aanvragen", "vraag")
_GRANTED: Mapping[str, tuple[str, ...]] = dict.fromkeys(("toekennen", "toewijzen", "kennen", "wijzen"), _APPLICATIONS)
"""What is granted with an old verb, but not given: an application, by the lemma of that verb."""
_ISSUED = ("paspoort", "identiteitskaart", "rijbewijs", "reisdocument")
"""What an office issues: "waar uw paspoort is verstrekt" does not say to whom it was given."""
_NOT_BESIDE: Mapping[str, frozenset[str]] = {
    "uitleggen": frozenset({"met"}),
    "vinden": frozenset({"daaruit", "hieruit", "waaruit", "eruit"}),
    "vergelijken": frozenset({"tegen", "daartegen"}),
    "terugvragen": frozenset({"op", "daarop", "hierop", "waarop"}),
    "terugbrengen": frozenset({"naar"}),
    "van dezelfde waarde": frozenset({"aan"}),
    "even goed": frozenset({"aan"}),
    "waarvoor": frozenset({"toegang"}),
    "over": frozenset({"over"}),
}
"""Words of the same clause that do not go with a wording."""
_NOT_BEFORE: Mapping[str, frozenset[str]] = {
    "extra": frozenset({"op", "aan", "bij"}),
    "duidelijk": frozenset({"niet", "geen"}),
}
"""The next word, with which a wording does not go."""
_MONEY = tuple(
    "bedrag bedragen rekening rekeningen factuur facturen schuld schulden post posten vordering vorderingen aanslag "
    "aanslagen som saldo huur belasting kosten betaling betalingen premie leges rente boete boetes".split()
)
_ONLY_BEFORE: Mapping[str, tuple[str, ...]] = {"onbetaald": _MONEY}
"""Ends of the only nouns before which an adjective has the same meaning."""
_DOCUMENTS = tuple(
    "wet wetten wetgeving wetboek regel regels regelgeving regeling regelingen verordening artikel artikelen besluit "
    "besluiten plan plannen beleid richtlijn richtlijnen contract contracten overeenkomst overeenkomsten afspraak "
    "afspraken advies adviezen rapport norm normen voorwaarde voorwaarden begroting verdrag code statuten tabel tarief "
    "tarieven verplichting uitspraak vonnis vergunning voorschrift voorschriften bepaling bepalingen reglement nota "
    "beginsel beginselen bevel akte awb apv wmo woo avg schema offerte bestek".split()
)
_LAWS = tuple("wet wetten wetgeving recht verordening regeling richtlijn artikel akte awb apv avg wmo woo".split())
_FAR = 12
"""Tokens after a preposition in which a word that does not go with it is looked for."""
_TILL_NOUN = 6
"""Tokens after "op basis van" in which its noun must stand."""


def takes(verb: str, sentence: Sentence, head: Token) -> bool:
    """Tell whether ``verb``, with what belongs to it, goes with the words around ``head``, the verb it comes for."""
    ends = _NO_OBJECTS.get(verb) or _NO_OBJECTS.get(verb.rsplit(maxsplit=1)[-1], ())
    if ends and any(token.lower.endswith(ends) for token in _near(sentence, head) if token.pos in {"NOUN", "PROPN"}):
        return False
    granted = _GRANTED.get(head.lemma, ())
    if granted and any(token.lower in granted for token in _near(sentence, head)):
        return False
    issued = head.lemma == "verstrekken" and head.is_participle
    if issued and any(token.lower.endswith(_ISSUED) for token in _near(sentence, head)):
        return False
    last = verb.rsplit(maxsplit=1)[-1]
    refused = _NOT_BESIDE.get(last, frozenset())
    return not any(token.lower in refused for token in _clause(sentence, head))


def goes_before(wording: str, sentence: Sentence, last: Token) -> bool:
    """Tell whether ``wording`` goes with what follows ``last``, the last word that it replaces."""
    following = [token for token in sentence.tokens if token.index > last.index]
    final = wording.rsplit(maxsplit=1)[-1]
    if following and following[0].lower in _NOT_BEFORE.get(final, ()):
        return False
    if any(token.lower in _NOT_BESIDE.get(wording, ()) for token in following[:_FAR]):
        return False
    ends = _ONLY_BEFORE.get(wording)
    if ends is None or not following or following[0].pos not in {"NOUN", "ADJ"}:
        return True
    noun = next((token for token in following[:3] if token.pos == "NOUN"), None)
    return noun is not None and noun.lower.endswith(ends)


def names_document(sentence: Sentence, last: Token) -> bool:
    """Tell whether what follows ``last`` is a law, a plan or another text, so that "volgens" fits."""
    following = [token for token in sentence.tokens if last.index < token.index <= last.index + _TILL_NOUN]
    noun = next((token for token in following if token.pos in {"NOUN", "PROPN"} or token.lower == "artikel"), None)
    return noun is not None and (noun.lower.endswith(_DOCUMENTS) or noun.pos == "PROPN" or noun.text[:1].isupper())


def names_law(sentence: Sentence, last: Token) -> bool:
    """Tell whether what follows ``last`` is a law or a right: one does nothing "for" that."""
    following = [token for token in sentence.tokens if last.index < token.index <= last.index + _TILL_NOUN]
    noun = next((token for token in following if token.pos in {"NOUN", "PROPN"} or token.lower == "artikel"), None)
    return noun is not None and noun.lower.endswith(_LAWS)


def _near(sentence: Sentence, head: Token) -> Iterator[Token]:
    yield from (token for token in sentence.tokens if abs(token.index - head.index) <= _REACH)
    yield from (child for child in sentence.children(head) if child.dep in {"nsubj", "nsubj:pass", "obj"})


def _clause(sentence: Sentence, head: Token) -> Iterator[Token]:
    """Yield the tokens around ``head`` up to a mark or a conjunction that opens a bijzin."""
    before = [token for token in sentence.tokens if token.index < head.index]
    after = [token for token in sentence.tokens if token.index > head.index]
    yield from _until_stop(before[::-1])
    yield from _until_stop(after)


def _until_stop(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.pos in {"SCONJ", "PUNCT"}:
            return
        yield token
