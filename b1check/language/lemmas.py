"""Lemmas that follow from rules: separable verbs, known words, and compounds and derived verbs made of known words.

The statistical lemmatizer guesses from the form of one word. Three things it cannot see, or should not guess:

- A split separable verb: in "Wij wijzen uw aanvraag af" the verb is `afwijzen`. The pipeline is trained to give the
  bare `wijzen`; here the particle is put back. It keeps its relation `compound:prt` to the verb, so rules find it.
- Closed classes and irregular words, which the treebanks hold in full: a table of known words decides.
- Unknown compounds and verbs with a prefix, which inflect as their last part: `parkeervergunningen` as `vergunningen`,
  `aangeleverd` as `geleverd`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc, Token

FACTORY = "b1_lemmas"
PARTICLE = "compound:prt"

_FILE = "words.json"
_MIN_HEAD = 4
_MIN_MODIFIER = 3
#: A head of so many letters is trusted, whatever stands in front; a shorter one only behind a known word.
_LONG_HEAD = 7

#: Prefixes of verbs that never split off; the rest are the particles that the separable verbs bring.
_INSEPARABLE = ("be", "her", "ont", "ver", "over", "onder", "weer", "mis", "vol", "door", "om", "aan")
_VERBAL = frozenset({"VERB", "AUX"})
_PARTICLE_POS = frozenset({"ADP", "ADV", "ADJ"})
_PRODUCTIVE = 6
#: "Het geld is op", "u wilt weg": no dictionary has these as separable verbs, though the treebanks do.
_NEVER_SPLIT = frozenset("zijn willen kunnen moeten mogen zullen hoeven dienen".split())

_CLAUSE_OPENERS = frozenset("te of dat wat wie welke welk hoe waar waarom wanneer".split())

_LONG_STEM = re.compile(r"(aa|ee|oo|uu)[bcdfghjklmnprsvwz]$")
_SHORT_STEM = re.compile(r"(?<![aeiouy])[aeiou][bcdfghjklmnprstvz]$")
_UNSTRESSED_END = re.compile(r"[aeiouy].*(?:er|el|en|em|ig)$")
_CLUSTER_PLURAL = re.compile(r"[aeiou](?:[lmnr][bdfgkmptvz]|[cp]h?t|[fgs]t|nst|rst|[mr]pt)en$")
_DOUBLED_VOWEL = re.compile(r"(a(?=a)|o(?=o)|u(?=u))[aou]([bcdfghjklmnprsvwz])en$")


class WordTable:
    """Known words: the lemma of a form with its part of speech, and the separable verbs.

    Args:
        lemmas: for each part of speech, lower-case form to lemma.
        separable: separable verbs as (particle, bare verb), such as ("aan", "vragen").
    """

    def __init__(self, lemmas: Mapping[str, Mapping[str, str]], separable: Iterable[tuple[str, str]] = ()) -> None:
        self.lemmas = {pos: dict(forms) for pos, forms in lemmas.items()}
        self.separable = {(particle, verb) for particle, verb in separable}
        verbs = Counter(particle for particle, _ in self.separable)
        self._nouns = set(self.lemmas.get("NOUN", {}).values())
        self._first_parts = self._nouns | set(self.lemmas.get("ADJ", {})) | set(self.lemmas.get("ADP", {}))
        self._verbs = set(self.lemmas.get("VERB", {}).values())
        self._particles = tuple(sorted(verbs, key=len, reverse=True))
        self._productive = {particle for particle, count in verbs.items() if count >= _PRODUCTIVE}

    def lemma(self, form: str, pos: str, *, plural: bool = False) -> str | None:
        """Return the lemma of a word, or None when the table cannot tell."""
        if pos == "PROPN":
            return self.lemmas.get(pos, {}).get(form)
        low = form.lower()
        known = self.lemmas.get(pos, {}).get(low)
        if known is not None:
            return known
        if pos in _VERBAL:
            return self._derived_verb(low)
        if pos == "NOUN":
            return self._compound(low, plural=plural)
        return None

    def _derived_verb(self, form: str) -> str | None:
        verbs = self.lemmas.get("VERB", {})
        for prefix in self._particles:
            rest = form.removeprefix(prefix)
            if rest != form and len(rest) >= _MIN_HEAD and rest in verbs:
                bare = verbs[rest]
                if (prefix, bare) in self.separable or rest.startswith("ge"):
                    return prefix + bare
        for prefix in _INSEPARABLE:
            rest = form.removeprefix(prefix)
            if rest != form and len(rest) >= _MIN_HEAD and rest in verbs and not rest.startswith("ge"):
                return prefix + verbs[rest]
        return None

    def _compound(self, form: str, *, plural: bool) -> str | None:
        nouns = self.lemmas.get("NOUN", {})
        first = _MIN_MODIFIER if len(form) > _MIN_MODIFIER + _MIN_HEAD else len(form)
        for cut in range(first, len(form) - _MIN_HEAD + 1):
            rest = form[cut:]
            head = nouns.get(rest)
            if head is None and plural:
                head = next((singular for singular in singulars(rest) if singular in self._nouns), None)
            if head is not None and (len(rest) >= _LONG_HEAD or self._is_modifier(form[:cut])):
                return form[:cut] + head
        return None

    def _is_modifier(self, part: str) -> bool:
        """Whether a word can stand in front in a compound: "verkeers", "bestemmings", "huis-", "zonne"."""
        part = part.rstrip("-")
        return any(part.removesuffix(link) in self._first_parts for link in ("", "s", "e", "en", "n"))

    def is_verb(self, infinitive: str) -> bool:
        """Whether this is a known infinitive."""
        return infinitive in self._verbs

    def is_separable(self, particle: str, verb: str) -> bool:
        """Whether a particle and a bare verb make a known separable verb."""
        return (particle, verb) in self.separable

    def is_productive(self, particle: str) -> bool:
        """Whether a particle makes so many separable verbs that it may make an unknown one."""
        return particle in self._productive

    def to_json(self) -> dict[str, Any]:
        """The table as plain data."""
        return {"lemmas": self.lemmas, "separable": sorted(self.separable)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "WordTable":
        """The reverse of :meth:`to_json`."""
        return cls(data["lemmas"], ((particle, verb) for particle, verb in data["separable"]))


def join(particle: str, verb: str) -> str:
    """Put a particle and a bare verb together: "af" and "wijzen" make "afwijzen"."""
    particle = particle.lower()
    return verb if verb.startswith(particle) and len(verb) > len(particle) + _MIN_HEAD else particle + verb


def infinitive(form: str) -> str:
    """Return the infinitive of a regular verb from its form for "ik", "u" or a command.

    >>> [infinitive(form) for form in ("schaam", "verzuimt", "leg", "geef", "lever", "bevestigt")]
    ['schamen', 'verzuimen', 'leggen', 'geven', 'leveren', 'bevestigen']
    """
    stem = form[:-1] if len(form) > _MIN_HEAD - 1 and form[-1] == "t" and form[-2] not in "aeiou" else form
    long = _LONG_STEM.search(stem)
    if long:
        consonant = {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
        return stem[: long.start()] + long.group(1)[0] + consonant + "en"
    if _UNSTRESSED_END.search(stem):
        return stem + "en"
    if _SHORT_STEM.search(stem):
        return stem + stem[-1] + "en"
    return stem + "en"


def singulars(form: str) -> list[str]:
    """Return what the singular of a regular plural may be; only one of them is a word.

    >>> singulars("panelen")
    ['panel', 'paneel', 'panele']
    """
    if form.endswith(("'s", "’s")):
        return [form[:-2]]
    if form.endswith("s"):
        return [form[:-1]]
    if not form.endswith("en"):
        return []
    stem = form[:-2]
    hard = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    found = [hard]
    if re.search(r"[^aeiouy][aeou][^aeiouy]$", stem):
        found.append(hard[:-1] + hard[-2] + hard[-1])
    if len(stem) > _MIN_HEAD - 1 and stem[-1] == stem[-2]:
        found.insert(0, stem[:-1])
    return [*found, stem + "e"]


def _certain_singular(form: str) -> str:
    """Take the ending off a plural where nothing else changes: "tellers", "loopplanken"."""
    if form.endswith("s") or _CLUSTER_PLURAL.search(form):
        return singulars(form)[0]
    return form


class LemmaRules:
    """The spaCy component: corrects lemmas in a parsed document."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.table = WordTable({})

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a document that has tags and a parse."""
        for token in doc:
            if not token.is_space:
                token.lemma_ = self._lemma(token)
        for token in doc:
            if token.dep_ != PARTICLE and token.pos_ not in _PARTICLE_POS:
                continue
            verb = self._verb_of(token)
            if verb is not None:
                verb.lemma_ = join(token.text, verb.lemma_)
        return doc

    def _lemma(self, token: Token) -> str:
        pos, guess = token.pos_, token.lemma_
        plural = pos == "NOUN" and "Number=Plur" in token.morph
        known = self.table.lemma(token.text, pos, plural=plural)
        if known is not None:
            return known
        if pos == "PROPN":
            return guess
        if guess == token.text and guess[1:].islower() and token.is_sent_start:
            guess = guess.lower()
        if pos in _VERBAL:
            regular = infinitive(token.lower_)
            if not guess.endswith("n") or (self.table.is_verb(regular) and not self.table.is_verb(guess)):
                return regular
            return _DOUBLED_VOWEL.sub(r"\1\2en", guess)
        if plural and guess == token.lower_:
            return _certain_singular(guess)
        return guess

    def _verb_of(self, token: Token) -> Token | None:
        """Return the verb whose particle ``token`` is; attaches a particle that the parser missed."""
        if token.dep_ == PARTICLE:
            head = token.head
            return head if head.i != token.i and self._splits(token, head) else None
        if token.pos_ not in _PARTICLE_POS or token.n_rights or token.head.i == token.i:
            return None
        if any(child.dep_ != "advmod" for child in token.lefts):
            return None
        verb = self._missed_verb(token)
        if verb is None or any(child.dep_ == PARTICLE for child in verb.children):
            return None
        for adverb in list(token.lefts):
            adverb.head = verb
        token.head = verb
        token.dep_ = PARTICLE
        return verb

    def _splits(self, token: Token, verb: Token) -> bool:
        """Whether a particle is part of the verb: not so in "komt in aanmerking" and "houdt er rekening mee"."""
        if verb.pos_ not in _VERBAL or verb.lemma_ in _NEVER_SPLIT or _has_later_particle(token, verb):
            return False
        if self.table.is_separable(token.lower_, verb.lemma_):
            return True
        if token.pos_ not in _PARTICLE_POS or token.n_rights or not self.table.is_productive(token.lower_):
            return False
        if any(child.dep_ == PARTICLE and child.i != token.i for child in verb.children):
            return False
        return not _has_pronominal_adverb(token, verb)

    def _missed_verb(self, token: Token) -> Token | None:
        """Return the verb that a particle which the parser hung elsewhere belongs to, if that is certain."""
        doc, particle = token.doc, token.lower_
        if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "te":
            verb = doc[token.i + 2]
            return verb if verb.pos_ == "VERB" and self.table.is_separable(particle, verb.lemma_) else None
        if not _closes_clause(token):
            return None
        for index in range(token.i - 1, token.sent.start - 1, -1):
            verb = doc[index]
            if verb.pos_ in {"SCONJ", "CCONJ"}:
                return None
            if verb.pos_ in _VERBAL and "VerbForm=Fin" in verb.morph:
                known = verb.lemma_ not in _NEVER_SPLIT and self.table.is_separable(particle, verb.lemma_)
                if known and not _has_pronominal_adverb(token, verb):
                    return verb
                return None
        return None

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the table in a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        srsly.write_json(folder / _FILE, self.table.to_json(), indent=0)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "LemmaRules":
        """Read the table from a folder."""
        self.table = WordTable.from_json(srsly.read_json(Path(path) / _FILE))
        return self


def _has_later_particle(token: Token, verb: Token) -> bool:
    """Whether a particle follows that closes the clause: of "telt bij de uitslag niet mee" the verb is "meetellen"."""
    return any(
        child.dep_ == PARTICLE and child.i > token.i and child.pos_ in _PARTICLE_POS and _closes_clause(child)
        for child in verb.children
    )


def _has_pronominal_adverb(token: Token, verb: Token) -> bool:
    """Whether "er", "daar", "hier" or "waar" stands in the clause: then "mee" or "op" may belong to that word."""
    first, last = sorted((token.i, verb.i))
    first = max(token.sent.start, first - 3)
    return any(word.lower_ in {"er", "daar", "hier", "waar"} for word in token.doc[first:last])


def _closes_clause(token: Token) -> bool:
    """Whether a particle can stand here: at the end of a clause, or before "te" ("in te leveren")."""
    if token.i + 1 >= len(token.doc):
        return True
    following = token.nbor(1)
    return following.is_punct or following.pos_ in {"CCONJ", "SCONJ"} or following.lower_ in _CLAUSE_OPENERS


@Language.factory(FACTORY, requires=["token.pos", "token.dep"], assigns=["token.lemma"])
def make_lemma_rules(nlp: Language, name: str) -> LemmaRules:
    """Make the component; its table comes from disk."""
    return LemmaRules(nlp, name)
