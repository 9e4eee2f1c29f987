"""Puts another verb, with what belongs to it, in the place of a verb or an expression with a verb.

"Wij stellen u in kennis" becomes "Wij laten u weten", "om u te verontschuldigen" becomes "om sorry te zeggen". The
persoonsvorm keeps its place and form; the words that belong to the new verb go where those of the old one stood, or to
the end of the clause (Algemene Nederlandse Spraakkunst, chapter 21: the two poles of the clause).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from b1check.language import dates, inflection
from b1check.language.analysis import Token
from b1check.language.inflection import FINITE, VerbForm
from b1check.rulebook.match import BlockEdit
from b1check.rulebook.rewriting import clauses, edits
from b1check.rulebook.rewriting.edits import NONE, Edits
from b1check.rulebook.rewriting.fitting import fits
from b1check.rulebook.rewriting.phrases import PREPOSITIONS, VerbPhrase, verb_phrase
from b1check.rulebook.rewriting.replaced import (
    ABOUT,
    NEAR,
    REFLEXIVE,
    Source,
    auxiliaries,
    is_passive,
    own_reflexive,
    starts_expression,
    te_before,
    turns,
)
from b1check.rulebook.rewriting.slots import as_participle, is_other_word
from b1check.rulebook.wordforms import slots_of

_NO_PASSIVE = frozenset(
    "hebben zijn kunnen moeten mogen willen hoeven gaan komen blijven worden gebeuren duren lijken staan liggen wonen "
    "werken gelden krijgen passen weten kosten beginnen doorgaan meedoen meetellen ingaan vallen horen".split()
)
"""Verbs without a lijdende vorm that reads well; "wordt begonnen" has another order of words."""
_TAKES_ZIJN = frozenset(
    "zijn gaan komen blijven worden beginnen gebeuren vertrekken verhuizen stijgen dalen groeien doorgaan ingaan "
    "vallen terugkomen terugkeren weggaan sterven ontstaan opgroeien meegaan aankomen".split()
)
_HAPPENS = frozenset({"aanvangen"})
"""Old verbs of which "is" with a participle is a perfect: "de bouw is aangevangen"."""
_ZIJN_OR_HEBBEN = frozenset("stoppen starten veranderen beginnen".split())
_MANNER = PREPOSITIONS | frozenset(
    "niet goed opnieuw weer eerst snel beter anders klaar bekend duidelijk minder meer langer kleiner groter vrij "
    "schoon dicht open gelijk mogelijk strenger sneller kapot leeg tijdelijk".split()
)
"""First words of what can stay beside a verb in the lijdende vorm; a noun ("de kans geven") cannot."""
_DENIALS = frozenset("niet ermee daarmee hiermee nog steeds ook al toch wel helemaal volledig echt".split())
"""Words before which the "het" of "het eens" stands."""
_LITTLE = PREPOSITIONS | {"te", "de", "het"}
_WEAK = frozenset("het dat dit die deze hem haar ze hen hun wat er".split())
_BARE = frozenset({"bezwaar maken"})
"""Verbs with a noun that has no article."""
_PLACES = frozenset("er daar hier waar".split())
_PRESENT_PARTICIPLES = frozenset({VerbForm.PRESENT_PARTICIPLE, VerbForm.PRESENT_PARTICIPLE_INFLECTED})
_NOT_ATTRIBUTIVE = frozenset({"zien", "vinden", "zeggen", "horen", "bepalen", "sturen"})
"""Verbs of which the participle reads badly before a noun ("de geziene overtreding"), or has another meaning there."""


def rewrite(wording: str, old: Source) -> Edits:
    """Return the edits that put ``wording`` in the place of ``old``; none where the grammar is not certain."""
    phrase = verb_phrase(wording)
    if phrase is None or not fits(phrase, old):
        return NONE
    filed = old.forms.split if old.is_split else old.forms.joined
    slots = (
        frozenset[str]({VerbForm.INFINITIVE})
        if old.place.te
        else slots_of(old.head, filed.get(old.head.lower, frozenset()), old.sentence)
    )
    slots = as_participle(slots, old)
    if not slots or slots & _PRESENT_PARTICIPLES or is_other_word(slots, old):
        return NONE
    fixed = _fixed_words(phrase, old)
    objects = _object(phrase, old)
    if fixed is None or objects is None:
        return NONE
    if old.place.te or (slots <= {VerbForm.INFINITIVE, VerbForm.PRESENT_PLURAL} and te_before(old)):
        made = _infinitive(phrase, old, te=True)
    elif slots <= FINITE:
        made = _finite(phrase, old, slots)
    elif slots == {VerbForm.INFINITIVE}:
        made = _infinitive(phrase, old, te=False)
    elif slots <= {VerbForm.PAST_PARTICIPLE, VerbForm.PAST_PARTICIPLE_INFLECTED}:
        made = _participle(phrase, old, slots)
    else:
        made = _any(phrase, old, slots)
    if not made or _stands_beside(made, old):
        return NONE
    turned = _turned_prepositions(phrase, old)
    if turned is None or _says_twice(made, old):
        return NONE
    return edits.ordered(_joined([*made, *fixed, *objects, *turned, *_reflexive(phrase, old)], old))


def _joined(made: Iterable[BlockEdit], old: Source) -> Iterator[BlockEdit]:
    """Write "er" and a preposition as one word where what stood between them goes away: "zorgt u ervoor dat"."""
    tokens = old.sentence.tokens
    before = {token.end for token in tokens if token.lower in _PLACES}
    stranded = {
        token.start
        for token, following in zip(tokens, [*tokens[1:], None], strict=True)
        if token.lower in PREPOSITIONS and (following is None or following.pos in {"PUNCT", "SCONJ"})
    }
    for edit in made:
        gone = not edit.replacement and edit.start in before and edit.end + 1 in stranded
        yield BlockEdit(edit.start, edit.end + 1, "") if gone else edit


def _turned_prepositions(phrase: VerbPhrase, old: Source) -> Edits | None:
    """Return the edit that makes "voor" of the "op" of "van toepassing"; None when it is not certain which "op"."""
    table = turns(phrase, old)
    found = [token for token in old.sentence.tokens if token.lower in table and _goes_with_verb(token, old)]
    doubtful = table is ABOUT and not found and not old.sentence.forms.isdisjoint(table)
    if len(found) > 1 or doubtful:
        return None
    return tuple(edits.replace(token, edits.with_case(table[token.lower], token.text)) for token in found)


def _goes_with_verb(token: Token, old: Source) -> bool:
    """Tell whether a preposition belongs to the verb: by the tree, or right beside it, and it opens no date."""
    if token.pos != "ADP" and len(token.lower) > len("voor"):
        return True
    if token in old.before or _opens_date(token, old):
        return False
    noun = old.sentence.token(token.head) if token.head in old.sentence else token
    return noun.head == old.head.index or noun.head in {part.index for part in old.before} or _follows(token, old)


def _follows(token: Token, old: Source) -> bool:
    return token.index - 1 in {old.before[-1].index, old.head.index}


def _opens_date(token: Token, old: Source) -> bool:
    following = old.sentence.token(token.index + 1) if token.index + 1 in old.sentence else None
    return following is not None and (following.pos == "NUM" or following.lower in dates.WEEKDAYS)


def _says_twice(made: Edits, old: Source) -> bool:
    """Tell whether the new verb sounds like the noun beside it: "de gegeven gegevens"."""
    words = {word for edit in made for word in edit.replacement.lower().split()}
    if "gegeven" not in words:
        return False
    near = range(old.head.index - NEAR, old.head.index + NEAR)
    return any(token.lower.endswith("gegevens") for token in old.sentence.tokens if token.index in near)


def _stands_beside(made: Edits, old: Source) -> bool:
    """Tell whether the new verb already stands beside the old one: "gefaseerd uitgevoerd"."""
    words = {word for edit in made for word in edit.replacement.lower().split()}
    beside = (old.head.index - 1, old.head.index + 1)
    return any(at in old.sentence and old.sentence.token(at).lower in words - _LITTLE for at in beside)


def _fixed_words(phrase: VerbPhrase, old: Source) -> Edits | None:
    """Return the edits for the fixed words after the verb: another preposition, or none; None where that is wrong."""
    if not old.after:
        return ()
    last = old.after[-1]
    if last.pos == "VERB":  # "wij doen u de stukken toekomen"
        return None if phrase.preposition else (edits.remove(old.sentence, old.after[0], last),)
    following = old.sentence.token(last.index + 1) if last.index + 1 in old.sentence else None
    stranded = following is None or following.pos not in {"DET", "NOUN", "PRON", "NUM", "ADJ", "PROPN", "SYM", "ADV"}
    if phrase.preposition:
        if _stands_near(phrase.preposition, old) or _moves_place(phrase, old):
            return None
        if stranded and phrase.preposition in {"met", "tot"}:
            return None
        return (edits.replace_range(old.after, phrase.preposition),)
    if _object_follows(old):
        return ()  # the object moves to the other side of the verb: see _turned
    adverb = any(token.lower in _PLACES for token in old.sentence.tokens)
    if stranded or adverb or is_passive(old):
        return None
    denied = _denied(old, following)
    return (edits.remove(old.sentence, old.after[0], last),) if denied is None else denied


def _stands_near(preposition: str, old: Source) -> bool:
    """Tell whether the same preposition opens another part beside it: "let op de site op de regels"."""
    low = min(old.head.index, old.after[0].index)
    high = max(old.head.index, old.after[0].index)
    return any(token.lower == preposition for token in old.sentence.tokens if low < token.index < high)


def _moves_place(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether "zijn" would stand before its place in a bijzin: "die dateert uit 1936", but "die uit 1936 is"."""
    if phrase.verb != "zijn" or phrase.complement or not old.head.is_finite:
        return False
    return old.after[0].index > old.head.index and clauses.is_subordinate(old.sentence, old.head) is not False


def _denied(old: Source, following: Token | None) -> Edits | None:
    """Return the edits that make "geen auto" of "niet over een auto"; None where nothing is denied."""
    first = min((*old.before, *old.after), key=lambda token: token.index)
    before = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
    if before is None or before.lower != "niet" or following is None:
        return None
    gone = old.after[-1]
    if following.lower == "een":
        gone = following
    elif following.pos not in {"NOUN", "ADJ"}:
        return None
    return edits.replace(before, edits.with_case("geen", before.text)), edits.remove(old.sentence, old.after[0], gone)


def _object(phrase: VerbPhrase, old: Source) -> Edits | None:
    """Return the preposition before an object that had none; None where there is no object to put it before."""
    if not phrase.preposition or old.after:
        return ()
    found = [child for child in old.sentence.children(old.head) if child.dep == "obj"]
    if len(found) != 1 or is_passive(old):
        return None
    tokens = clauses.subtree(old.sentence, found[0])
    first = tokens[0]
    if not clauses.is_one_piece(tokens) or found[0].lower in _WEAK or "PronType=Rel" in found[0].morph:
        return None
    if old.head.is_finite and clauses.is_subordinate(old.sentence, old.head) is False and first.index < old.head.index:
        return None
    if first.index == old.sentence.tokens[0].index or (first.lower == "het" and found[0].lower.endswith("en")):
        return None
    before = {token.lower for token in old.sentence.tokens if first.index - NEAR < token.index < first.index}
    if phrase.preposition in before:  # "wat voor u voor kosten zorgt"
        return None
    return (edits.before(first, phrase.preposition),)


def _object_follows(old: Source) -> bool:
    """Tell whether the verb closes its clause and what it is about still follows: "gebruik maken van de bus"."""
    if not old.after or old.after[0].index < old.head.index or old.after[0].pos == "VERB":
        return False
    return not old.head.is_finite or clauses.is_subordinate(old.sentence, old.head) is not False


def _turned(phrase: VerbPhrase, old: Source, start: Token, form: str) -> Edits:
    """Put the object before the verb: "de bus gebruiken"."""
    first = old.before[0] if old.before else start
    what = clauses.noun_after(old.sentence, old.after[-1])
    side_by_side = not old.before or old.before[-1].index == start.index - 1
    if what is None or not side_by_side or old.after[0].index != old.head.index + 1 or is_passive(old):
        return NONE
    offset = old.sentence.start
    named = old.sentence.text[what[0].start - offset : what[1].end - offset]
    determiner = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
    if determiner is not None and determiner.lower == "een":
        return NONE
    definite = what[0].pos in {"DET", "PRON", "NUM", "PROPN"} and what[0].lower != "een"
    if determiner is not None and determiner.lower == "niet" and not definite:
        return NONE  # "niet een uitkering krijgen" asks for "geen"
    denial = ""
    if determiner is not None and determiner.lower == "geen" and what[0].lower.endswith("noemde"):
        return NONE  # "geen opgave doen van genoemde inkomsten" denies all of them
    if determiner is not None and determiner.lower == "geen":
        first, denial = determiner, "niet" if definite else ""
        named = named if definite else f"geen {named.removeprefix('een ')}"
    words = " ".join(filter(None, [named, denial, phrase.complement, form]))
    return (BlockEdit(first.start, what[1].end, words),)


def _finite(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    turned = old.after and not phrase.preposition and _object_follows(old)
    if _is_plain(phrase) and not old.before and not old.is_split and not turned:
        form = _form(phrase.verb, slots, old)
        return (edits.replace(old.head, form),) if form else NONE
    subordinate = clauses.is_subordinate(old.sentence, old.head)
    if old.is_split:
        subordinate = False
    if subordinate is None:
        return NONE
    return _closing(phrase, old, slots) if subordinate else _opening(phrase, old, slots)


def _is_plain(phrase: VerbPhrase) -> bool:
    return not (phrase.complement or phrase.infinitive or inflection.particle_of(phrase.verb))


def _opening(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    """Replace the persoonsvorm of a main clause; what belongs to it goes to the end of the clause."""
    particle = inflection.particle_of(phrase.verb) or ""
    form = _split_form(phrase.verb, slots, old) if particle else _form(phrase.verb, slots, old)
    if form is None:
        return NONE
    made = [edits.replace(old.head, form)]
    closing = [phrase.complement, particle, phrase.infinitive]
    if _object_moves_up(phrase, old):
        if old.before[0].index < old.head.index or _has_determiner(old):
            return NONE
        made.append(edits.remove(old.sentence, old.before[0], old.before[-1]))
        old = replace(old, before=(), after=())
    elif old.before:
        fixed = _instead(phrase, old)
        if fixed is None or (old.before[0].index < old.head.index):
            return NONE
        made += fixed
        closing = closing[1:]
    if phrase.complement.startswith("het "):
        subject = clauses.subject(old.sentence, old.head)
        anchor = old.head
        if subject is None:
            return NONE
        if subject.index > old.head.index:
            anchor = clauses.subtree(old.sentence, subject)[-1]
        made.append(edits.after(anchor, "het"))
        closing = [words.removeprefix("het ") for words in closing]
    words = " ".join(filter(None, closing))
    if old.is_split:
        assert old.place.particle is not None
        part = old.place.particle
        made.append(edits.replace(part, words) if words else edits.remove(old.sentence, part))
    elif words and old.before and not old.after:
        made.append(edits.after(old.before[-1], words))
        return _merged(made)
    elif words:
        last = clauses.end_of_clause(old.sentence, old.head)
        if last is None or last is old.head or _opens_relative(last, old):
            return NONE
        made.append(edits.after(last, words))
    return tuple(made)


def _opens_relative(last: Token, old: Source) -> bool:
    """Tell whether a bijzin leans on the last noun, so that no verb comes between: "per dag dat het duurt"."""
    following = old.sentence.token(last.index + 1) if last.index + 1 in old.sentence else None
    return last.pos == "NOUN" and following is not None and following.lower in {"dat", "die"}


def _object_moves_up(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether what the verb is about stands before its words: "u hebt behoefte aan hulp", "u hebt hulp nodig"."""
    same = bool(old.before) and phrase.complement.split()[-1:] == [old.before[-1].lower]
    moves = bool(old.before) and bool(old.after) and bool(phrase.complement) and not same
    return moves and not phrase.preposition and old.after[-1].pos != "VERB"


def _has_determiner(old: Source) -> bool:
    at = old.before[0].index - 1
    token = old.sentence.token(at) if at in old.sentence else None
    return token is not None and (token.pos in {"DET", "ADJ", "NUM"} or token.lower in {"geen", "een"})


def _merged(made: list[BlockEdit]) -> Edits:
    """Join an insertion with the edit that ends where it begins."""
    *rest, insertion = made
    for place, edit in enumerate(rest):
        if edit.end == insertion.start:
            joined = f"{edit.replacement}{insertion.replacement}"
            spaced = joined if edit.replacement else insertion.replacement
            return (*rest[:place], BlockEdit(edit.start, edit.end, spaced), *rest[place + 1 :])
    return tuple(made)


def _closing(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    """Replace the persoonsvorm at the end of a bijzin; what belongs to it stands before it."""
    form = _form(phrase.verb, slots, old)
    if form is None:
        return NONE
    return _verb_last(phrase, old, f"{form} {phrase.infinitive}".strip())


def _infinitive(phrase: VerbPhrase, old: Source, *, te: bool) -> Edits:
    if not te:
        bare = inflection.inflect_verb(phrase.verb, VerbForm.INFINITIVE)
        return _verb_last(phrase, old, f"{bare} {phrase.infinitive}".strip()) if bare else NONE
    form = inflection.inflect_verb(phrase.verb, VerbForm.TO_INFINITIVE)
    if form is None:
        return NONE
    first = old.place.particle if old.place.te else te_before(old)
    if first is None:
        return NONE
    return _verb_last(phrase, old, f"{form} {phrase.infinitive}".strip(), first=first)


def _participle(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    if phrase.infinitive or not _same_auxiliary(phrase, old):
        return NONE
    wanted = _agreed(inflection.inflect_verb(phrase.verb, VerbForm(slot)) for slot in slots)
    if wanted is None:
        return NONE
    attributive = old.head.index + 1 in old.sentence and old.sentence.token(old.head.index + 1).pos in {"NOUN", "ADJ"}
    if attributive and (phrase.complement or old.before or phrase.verb in _NOT_ATTRIBUTIVE):
        return NONE
    if phrase.complement and is_passive(old) and not _may_be_passive(phrase, old):
        return NONE
    return _verb_last(phrase, old, wanted)


def _any(phrase: VerbPhrase, old: Source, slots: frozenset[str]) -> Edits:
    """Replace a form of which the tag does not tell what it is, when all forms that it can be have one answer."""
    if not _is_plain(phrase) or phrase.reflexive or phrase.preposition or old.before or old.is_split:
        return NONE
    form = _agreed(inflection.inflect_verb(phrase.verb, VerbForm(slot)) for slot in slots)
    participle = bool(slots & {VerbForm.PAST_PARTICIPLE})
    if form is None or (participle and not _same_auxiliary(phrase, old)):
        return NONE
    return (edits.replace(old.head, form),)


def _verb_last(phrase: VerbPhrase, old: Source, form: str, *, first: Token | None = None) -> Edits:
    """Replace a verb that stands at the end of its clause; the words that belong to it come before all verbs there."""
    start = first or old.head
    if old.after and not phrase.preposition and _object_follows(old):
        return _turned(phrase, old, start, form)
    made = [BlockEdit(start.start, old.head.end, form)]
    if old.before:
        fixed = _instead(phrase, old)
        return (*made, *fixed) if fixed is not None else NONE
    if phrase.complement:
        cluster = clauses.cluster_start(old.sentence, start)
        if cluster is None or cluster.index == old.sentence.tokens[0].index:
            return NONE
        complement = phrase.complement
        opening = _before_denial(cluster, old)
        if complement.startswith("het ") and opening is not cluster:
            made.append(edits.before(opening, "het"))
            complement = complement.removeprefix("het ")
        if cluster is start:
            return (*made[1:], BlockEdit(start.start, old.head.end, f"{complement} {form}"))
        made.append(edits.before(cluster, complement))
    return tuple(made)


def _before_denial(cluster: Token, old: Source) -> Token:
    """Return the first of "niet" and words such as "ermee" right before the verbs at the end: "het" stands before."""
    first = cluster
    while first.index - 1 in old.sentence and old.sentence.token(first.index - 1).lower in _DENIALS:
        first = old.sentence.token(first.index - 1)
    return first


def _instead(phrase: VerbPhrase, old: Source) -> list[BlockEdit] | None:
    """Return the edit that puts the words that belong to the new verb in the place of the fixed words."""
    first, last = old.before[0], old.before[-1]
    new = phrase.complement.split()
    if new and new[-1] == last.lower and len(old.before) == 1:
        determiner = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
        if (
            f"{phrase.complement} {phrase.verb}" in _BARE
            and determiner is not None
            and (determiner.pos in {"DET", "ADJ"} or "Poss=Yes" in determiner.morph)
        ):
            gone = determiner.lower == "een" and determiner.index != old.sentence.tokens[0].index
            return [edits.remove(old.sentence, determiner)] if gone else None  # "bezwaar maken" has no article
        return []  # "advies uitbrengen" and "advies geven": the noun stays, with its article
    determiner = old.sentence.token(first.index - 1) if first.index - 1 in old.sentence else None
    if determiner is not None and first.pos == "NOUN" and not starts_expression(old):
        if determiner.lower == "een":
            first = determiner
        elif determiner.pos in {"DET", "ADJ", "NUM"} or "Poss=Yes" in determiner.morph or determiner.lower == "geen":
            return None
    if phrase.complement:
        return [BlockEdit(first.start, last.end, phrase.complement)]
    return [edits.remove(old.sentence, first, last)]


def _may_be_passive(phrase: VerbPhrase, old: Source) -> bool:
    words = phrase.complement.split()
    same = bool(old.before) and words[-1] == old.before[-1].lower
    return same or words[0] in _MANNER


def _same_auxiliary(phrase: VerbPhrase, old: Source) -> bool:
    """Tell whether the participle of the new verb goes with the auxiliary that is there."""
    if old.forms.word in _HAPPENS and auxiliaries(old) == {"zijn"}:
        return phrase.verb in _TAKES_ZIJN and not phrase.preposition
    if is_passive(old):
        same = bool(old.after) and not old.before  # "getoetst aan", "vergeleken met": the subject is no part of it
        if phrase.verb in _NO_PASSIVE or (phrase.preposition and not same) or phrase.reflexive:
            return False
        perfect = "zijn" in auxiliaries(old) and not any(
            child.dep in {"aux:pass", "cop"} for child in old.sentence.children(old.head)
        )
        return not perfect or "worden" in auxiliaries(old) or phrase.verb in _TAKES_ZIJN | _ZIJN_OR_HEBBEN
    return phrase.verb not in _TAKES_ZIJN


def _form(verb: str, slots: frozenset[str], old: Source) -> str | None:
    return _agreed(inflection.inflect_verb(verb, VerbForm(slot)) for slot in _by_subject(slots, old))


def _split_form(verb: str, slots: frozenset[str], old: Source) -> str | None:
    found = (inflection.inflect_split(verb, VerbForm(slot)) for slot in _by_subject(slots, old))
    return _agreed(split.verb if split else None for split in found)


def _by_subject(slots: frozenset[str], old: Source) -> frozenset[str]:
    """Keep the forms that go with the subject: "u hebt", "de gemeente heeft"."""
    found = clauses.subject(old.sentence, old.head)
    if found is None:
        return slots
    second = found.lower in {"u", "je", "jij"}
    first = {VerbForm.PRESENT_1SG, VerbForm.PRESENT_2SG_INVERTED, VerbForm.IMPERATIVE}
    wanted = slots - {VerbForm.PRESENT_3SG} if second else slots - {VerbForm.PRESENT_2SG} - first
    if found.lower == "ik":
        wanted = slots & {VerbForm.PRESENT_1SG, VerbForm.PAST_SINGULAR}
    elif second and old.head.lower.endswith("t"):
        wanted -= first
    return wanted or slots


def _reflexive(phrase: VerbPhrase, old: Source) -> Edits:
    own = own_reflexive(old)
    if own is not None:
        return () if phrase.reflexive else (edits.remove(old.sentence, own),)
    if not phrase.reflexive:
        return ()
    found = clauses.subject(old.sentence, old.head)
    assert found is not None
    anchor = found if found.index == old.head.index + 1 else old.head
    wording = REFLEXIVE.get(found.lower, "zich")
    return (edits.after(anchor, wording),)


def _agreed(wordings: Iterable[str | None]) -> str | None:
    """Return the one wording that all slots share, or None."""
    found = set(wordings)
    return found.pop() if len(found) == 1 else None
