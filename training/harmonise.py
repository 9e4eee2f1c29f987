"""Bring sentences of different treebank editions to one set of guidelines, and to what b1check needs."""

from itertools import pairwise

from training.treebank import Sentence, Word

_QUOTES_AND_BRACKETS_OPEN = frozenset("( [ « “ ‘ ,, „".split())
_CLOSERS = frozenset(". , ; : ? ! ) ] » ” ’ '' … %".split())


def simplify(sentence: Sentence) -> Sentence:
    """Make the changes that all editions need; the sentence is changed in place.

    - Compounds get the lemma of a dictionary, with the linking letters and hyphens of the word itself: `basis_niveau`
      is `basisniveau`, `staat_structuur` is `staatsstructuur`, `e_mail` is `e-mail`.
    - A split separable verb gets its bare lemma: in "spoorde haar aan" the verb is `sporen`. A pipeline cannot see the
      particle in the verb's own form; at run time `b1check.language.lemmas` puts the two together.
    - Features that only the newest edition has are dropped.
    """
    for index, word in enumerate(sentence.words):
        particles = sentence.children(index, "compound:prt") if word.upos in {"VERB", "AUX"} else []
        if word.upos in {"VERB", "AUX"}:
            word.lemma = _bare(word.lemma, [sentence.words[i].form.lower() for i in particles])
        else:
            word.lemma = dictionary_lemma(word.form, word.lemma)
        if word.feats.get("PronType") == "Art":
            del word.feats["PronType"]
    return sentence


def separable_verbs(sentence: Sentence) -> set[tuple[str, str]]:
    """Return the separable verbs of a sentence that `simplify` has not touched, as (particle, bare verb)."""
    found = set()
    for word in sentence.words:
        particle, _, verb = word.lemma.partition("_")
        if word.upos in {"VERB", "AUX"} and verb.endswith("n") and "_" not in verb and particle.isalpha():
            found.add((particle.lower(), verb))
    return found


def dictionary_lemma(form: str, lemma: str) -> str:
    """Return the lemma of a compound as a dictionary writes it.

    >>> dictionary_lemma("staatsstructuren", "staat_structuur"), dictionary_lemma("PSV-trainers", "PSV_trainer")
    ('staatsstructuur', 'PSV-trainer')
    """
    *first, last = lemma.split("_")
    whole = "".join([*first, last])
    if not first or not last or not whole:
        return whole or lemma
    low, part = form.lower(), last.lower()
    for length in range(len(part), 2, -1):
        place = low.find(part[:length], max(1, len(whole) - len(last) - 3))
        if place > 0:
            capital = any(char.isupper() for char in form[1:place]) or lemma[0].isupper()
            return (form if capital else low)[:place] + last
    return whole


def _bare(lemma: str, particles: list[str]) -> str:
    head, _, tail = lemma.partition("_")
    whole = lemma.replace("_", "") or lemma
    if not particles:
        return whole
    if tail and head.lower() in particles:
        return tail.replace("_", "")
    for particle in particles:
        if whole.startswith(particle) and len(whole) - len(particle) >= 3:
            return whole[len(particle) :]
    return whole


def modernise(sentence: Sentence) -> Sentence:
    """Rewrite what the guidelines of 2017 did otherwise, as far as it is regular; changed in place."""
    words = sentence.words
    if all(word.space_after for word in words):
        _detokenise(words)
    for index, word in enumerate(words):
        word.deprel = {"flat:name": "flat", "flat:foreign": "flat"}.get(word.deprel, word.deprel)
        if word.upos == "DET" and word.feats.get("Poss") == "Yes":
            word.upos, word.deprel = "PRON", "nmod:poss"
        elif word.feats.get("Poss") == "Yes" and word.deprel in {"det", "nmod"}:
            word.deprel = "nmod:poss"
        if word.deprel == "cc":
            _move_to_next_conjunct(words, index)
        if word.upos == "ADJ" and word.feats.get("Degree") and word.deprel == "advmod":
            continue
        word.lemma = _recased(word)
    return sentence


def _move_to_next_conjunct(words: list[Word], index: int) -> None:
    """`cc` hung on the first conjunct; now it hangs on the one that follows it."""
    first = words[index].head
    for later, word in enumerate(words[index + 1 :], index + 1):
        if word.deprel == "conj" and word.head == first:
            words[index].head = later
            for comma in range(max(0, index - 1), index):
                if words[comma].form == ",":
                    words[comma].head = later
            return


def _recased(word: Word) -> str:
    """The oldest edition keeps the capital of a sentence's first word in the lemma of common words."""
    if word.upos == "PROPN" or not word.lemma[:1].isupper() or word.lemma.isupper():
        return word.lemma
    return word.lemma if word.form == word.lemma and word.upos == "ADJ" else word.lemma.lower()


def _detokenise(words: list[Word]) -> None:
    """Take away the spaces that no printed text has; the oldest edition does not say where they were."""
    for word, following in pairwise(words):
        if following.form in _CLOSERS or word.form in _QUOTES_AND_BRACKETS_OPEN:
            word.space_after = False
