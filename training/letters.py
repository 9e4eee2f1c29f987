"""Write annotated sentences in the register of municipal letters, out of templates.

    python -m training.letters OUT.conllu [--count 2500] [--seed 1]

Treebanks are news and encyclopedia: they hardly hold "u", imperatives ("Lever uw bewijs vóór 1 mei in."), questions to
the reader or the short passives of decisions. These sentences fill that gap. Their trees follow from the template, in
the way the Alpino treebank annotates such sentences; the words are drawn at random, so some are odd, but none is
wrongly built.
"""

import argparse
import random
from collections.abc import Callable
from pathlib import Path

from training.letters_words import (
    ADJECTIVES,
    INFLECTED,
    MONTHS,
    NOUNS,
    PLURALS,
    REFLEXIVE,
    SEPARABLE,
    SIMPLE,
    Noun,
    Verb,
)

_FIN_SG = "Number=Sing|Tense=Pres|VerbForm=Fin"
_FIN_PL = "Number=Plur|Tense=Pres|VerbForm=Fin"
_INF = "VerbForm=Inf"
_PART = "VerbForm=Part"
_YOU = "Person=2|PronType=Prs"
_YOUR = "Person=2|Poss=Yes|PronType=Prs"
_WE = "Person=1|PronType=Prs"
_IT = "Person=3|PronType=Prs"
_THAT = "Person=3|PronType=Dem"


class Tree:
    """A sentence under construction; heads are indices, and -1 is the root."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.rows: list[list[str | int]] = []
        self.waiting: list[int] = []

    def add(self, form: str, lemma: str, upos: str, feats: str = "", rel: str = "", head: int = -2) -> int:
        """Add a word and return its index."""
        self.rows.append([form, lemma, upos, feats, head, rel])
        return len(self.rows) - 1

    def attach(self, index: int, head: int, rel: str) -> int:
        """Hang a word on its head."""
        self.rows[index][4:] = [head, rel]
        return index

    def attach_case(self, case: int, noun: int) -> int:
        """Hang a preposition on its noun and return the noun."""
        self.attach(case, noun, "case")
        return noun

    def noun(self) -> int:
        """Add a noun phrase and return the index of its noun."""
        noun = self.chance.choice(NOUNS)
        if self.chance.random() < 0.05:
            return self._described(noun)
        kind = self.chance.random()
        inner: list[tuple[int, str]] = []
        if kind < 0.4:
            inner.append((self.add("uw", "u", "PRON", _YOUR), "nmod:poss"))
        elif kind < 0.7:
            article = "de" if noun.gender == "Com" else "het"
            inner.append((self.add(article, article, "DET", "Definite=Def"), "det"))
        elif kind < 0.8:
            pointer = "deze" if noun.gender == "Com" else "dit"
            inner.append((self.add(pointer, pointer, "DET", "PronType=Dem"), "det"))
        else:
            inner.append((self.add("een", "een", "DET", "Definite=Ind"), "det"))
        if self.chance.random() < 0.25:
            adjective = self.chance.choice(ADJECTIVES)
            bare = kind >= 0.8 and noun.gender == "Neut"
            form = adjective if bare else INFLECTED[adjective]
            if adjective == "ondertekend":
                inner.append((self.add(form, "ondertekenen", "VERB", _PART), "amod"))
            else:
                inner.append((self.add(form, adjective, "ADJ", "Degree=Pos"), "amod"))
        index = self.add(noun.form, noun.form, "NOUN", f"Gender={noun.gender}|Number=Sing")
        for child, rel in inner:
            self.attach(child, index, rel)
        if self.chance.random() < 0.15:
            case = self.add(*self.chance.choice([("van", "van", "ADP"), ("voor", "voor", "ADP")]))
            other = self.noun()
            self.attach(case, other, "case")
            self.attach(other, index, "nmod")
        return index

    def _described(self, noun: Noun) -> int:
        """Add "de door u op 1 mei ingediende aanvraag"."""
        article = "de" if noun.gender == "Com" else "het"
        det = self.add(article, article, "DET", "Definite=Def")
        parts = []
        if self.chance.random() < 0.7:
            case = self.add("door", "door", "ADP")
            agent = self.add(*self.chance.choice([("u", "u", "PRON", _YOU), ("ons", "ons", "PRON", _WE)]))
            parts.append((self.attach_case(case, agent), "obl"))
        adjuncts = self.time() if not parts or self.chance.random() < 0.5 else []
        parts += [(index, "advmod" if self.rows[index][2] == "ADV" else "obl") for index in adjuncts]
        verb = self.chance.choice([verb for verb in SEPARABLE + SIMPLE if verb.participle.endswith(("d", "cht", "st"))])
        participle = self.add(verb.participle + "e", verb.lemma, "VERB", _PART)
        for index, rel in parts:
            self.attach(index, participle, rel)
        index = self.add(noun.form, noun.form, "NOUN", f"Gender={noun.gender}|Number=Sing")
        self.attach(participle, index, "acl" if parts else "amod")
        self.attach(det, index, "det")
        return index

    def time(self) -> list[int]:
        """Add an optional adjunct of time or manner; returns what must be hung on the verb as `obl` or `advmod`."""
        kind = self.chance.randrange(9)
        if kind <= 2:
            form, lemma = self.chance.choice([("op", "op"), ("vóór", "voor"), ("vanaf", "vanaf"), ("uiterlijk", "")])
            case = self.add(form, lemma, "ADP") if lemma else self.add(form, form, "ADJ", "Degree=Pos")
            day = self.add(str(self.chance.randint(1, 31)), "", "NUM")
            self.rows[day][1] = self.rows[day][0]
            month = self.chance.choice(MONTHS)
            self.add(month, month, "PROPN", "Gender=Com|Number=Sing", "flat", day)
            if self.chance.random() < 0.4:
                year = str(self.chance.randint(2019, 2027))
                self.add(year, year, "NUM", "", "flat", day)
            self.attach(case, day, "case" if lemma else "advmod")
            return [day]
        if kind == 3:
            case = self.add("binnen", "binnen", "ADP")
            number = self.chance.choice(["twee", "drie", "vier", "zes", "acht", "2", "4", "6"])
            count = self.add(number, number, "NUM")
            unit = self.chance.choice([("weken", "week", "Com"), ("dagen", "dag", "Com"), ("maanden", "maand", "Com")])
            noun = self.add(unit[0], unit[1], "NOUN", "Number=Plur")
            self.attach(case, noun, "case")
            self.attach(count, noun, "nummod")
            return [noun]
        if kind == 4:
            case = self.add("bij", "bij", "ADP")
            place = self.chance.choice(
                [("gemeente", "Com"), ("gemeentehuis", "Neut"), ("balie", "Com"), ("loket", "Neut")]
            )
            article = "de" if place[1] == "Com" else "het"
            det = self.add(article, article, "DET", "Definite=Def")
            noun = self.add(place[0], place[0], "NOUN", f"Gender={place[1]}|Number=Sing")
            self.attach(case, noun, "case")
            self.attach(det, noun, "det")
            return [noun]
        if kind == 5:
            word = self.chance.choice(
                """
                nog alsnog eerst daarna zelf niet vandaag dan ook
                """.split()
            )
            return [self.add(word, word, "ADV")]
        if kind == 6:
            case = self.add("via", "via", "ADP")
            form, upos, feats = self.chance.choice(
                [
                    ("www.gemeente.nl", "SYM", ""),
                    ("internet", "NOUN", "Gender=Neut|Number=Sing"),
                    ("DigiD", "PROPN", "Gender=Com|Number=Sing"),
                ]
            )
            noun = self.add(form, form, upos, feats)
            self.attach(case, noun, "case")
            return [noun]
        return []

    def hang(self, indices: list[int], verb: int) -> None:
        """Hang adjuncts on a verb."""
        for index in indices:
            self.attach(index, verb, "advmod" if self.rows[index][2] == "ADV" else "obl")

    def hang_later(self, indices: list[int]) -> None:
        """Remember adjuncts that stand before their verb."""
        self.waiting += indices

    def hang_now(self, verb: int) -> None:
        """Hang the remembered adjuncts on their verb."""
        self.hang(self.waiting, verb)
        self.waiting = []

    def verb(self) -> Verb:
        """Draw a verb, mostly a separable one."""
        return self.chance.choice(SEPARABLE if self.chance.random() < 0.6 else SIMPLE)

    def finish(self, root: int, mark: str) -> str:
        """Close the sentence and return it as CoNLL-U."""
        self.attach(root, -1, "root")
        self.add(mark, mark, "PUNCT", "", "punct", root)
        lines = []
        for number, (form, lemma, upos, feats, head, rel) in enumerate(self.rows, 1):
            text = str(form)
            if number == 1:
                text = text[0].upper() + text[1:]
            assert isinstance(head, int) and head >= -1, self.rows
            close = number == len(self.rows) - 1 or (number < len(self.rows) and self.rows[number][0] == ",")
            misc = "SpaceAfter=No" if close else "_"
            lines.append(f"{number}\t{text}\t{lemma}\t{upos}\t_\t{feats or '_'}\t{head + 1}\t{rel}\t_\t{misc}")
        return "\n".join(lines)


def _particle(tree: Tree, verb: Verb, head: int) -> None:
    if verb.particle:
        tree.add(verb.particle, verb.particle, "ADP", "", "compound:prt", head)


def _imperative(tree: Tree) -> str:
    verb = tree.verb()
    head = tree.add(verb.stem, verb.lemma, "VERB", _FIN_SG)
    if tree.chance.random() < 0.25:
        tree.add(*tree.chance.choice([("dan", "dan", "ADV"), ("eerst", "eerst", "ADV")]), "", "advmod", head)
    if tree.chance.random() < 0.15:
        form, feats = tree.chance.choice([("dat", _THAT), ("die", _THAT), ("dit", _THAT), ("het", _IT)])
        tree.add(form, form, "PRON", feats, "obj", head)
    else:
        tree.attach(tree.noun(), head, "obj")
    if tree.chance.random() < 0.5:
        tree.hang(tree.time(), head)
    _particle(tree, verb, head)
    if verb.particle and tree.chance.random() < 0.3:
        tree.hang(tree.time(), head)
    return tree.finish(head, tree.chance.choice("...!"))


def _reflexive(tree: Tree) -> str:
    particle, bare, stem, _ = tree.chance.choice(REFLEXIVE)
    head = tree.add(stem, f"{particle}_{bare}", "VERB", _FIN_SG)
    pronoun = tree.chance.choice(["u", "je"])
    tree.add(pronoun, pronoun, "PRON", _YOU, "expl:pv", head)
    if tree.chance.random() < 0.3:
        tree.add("dan", "dan", "ADV", "", "advmod", head)
    tree.hang(tree.time(), head)
    tree.add(particle, particle, "ADP", "", "compound:prt", head)
    if tree.chance.random() < 0.5:
        tree.hang(tree.time(), head)
    return tree.finish(head, tree.chance.choice(".!"))


def _reader(tree: Tree) -> int:
    form = tree.chance.choice(["u", "u", "u", "je"])
    return tree.add(form, form, "PRON", _YOU)


def _modal(tree: Tree, *, inverted: bool) -> str:
    """U kunt ... indienen; Kunt u ... indienen?; Hiervoor moet u ... indienen."""
    modal = tree.chance.choice(
        [("kunt", "kunnen"), ("moet", "moeten"), ("mag", "mogen"), ("wilt", "willen"), ("zult", "zullen")]
    )
    front: list[int] = []
    question = inverted and tree.chance.random() < 0.5
    if inverted and not question:
        if tree.chance.random() < 0.5:
            word = tree.chance.choice(
                """
                    dan daarom hiervoor daarna daarvoor hier vervolgens ook zo
                    """.split()
            )
            front = [tree.add(word, word, "ADV")]
        else:
            front = tree.time()
    start = len(tree.rows)
    subject = -2
    if not inverted:
        subject = _reader(tree)
    main = modal[1] == "willen"
    modal_index = tree.add(modal[0], modal[1], "VERB" if main else "AUX", _FIN_SG)
    if inverted:
        subject = _reader(tree)
    if tree.rows[subject][0] == "je" and inverted:
        tree.rows[modal_index][0] = {"kunt": "kun", "wilt": "wil", "zult": "zul"}.get(modal[0], modal[0])
    adjuncts = tree.time() if tree.chance.random() < 0.5 else []
    obj = tree.noun()
    adjuncts += tree.time() if tree.chance.random() < 0.4 else []
    verb = tree.verb()
    index = tree.add(verb.infinitive, verb.lemma, "VERB", _INF)
    tree.attach(obj, index, "obj")
    tree.hang(adjuncts, index)
    if main:
        tree.attach(subject, modal_index, "nsubj")
        tree.attach(index, modal_index, "xcomp")
        tree.hang(front, modal_index)
        root = modal_index
    else:
        tree.attach(subject, index, "nsubj")
        tree.attach(modal_index, index, "aux")
        tree.hang(front, index)
        root = index
    mark = "?" if inverted and start == modal_index and not front else "."
    return tree.finish(root, mark)


def _te(tree: Tree) -> str:
    """U dient ... in te leveren; U hoeft ... niet terug te betalen; Wij verzoeken u ... aan te vragen."""
    kind = tree.chance.randrange(3)
    if kind == 2:
        subject = tree.add(*tree.chance.choice([("wij", "wij"), ("we", "we")]), "PRON", _WE)
        head = tree.add(*tree.chance.choice([("verzoeken", "verzoeken"), ("vragen", "vragen")]), "VERB", _FIN_PL)
        reader = tree.add("u", "u", "PRON", _YOU)
        tree.attach(reader, head, "obj" if tree.rows[head][1] == "verzoeken" else "iobj")
    else:
        subject = _reader(tree)
        head = tree.add(*[("dient", "dienen"), ("hoeft", "hoeven")][kind], "VERB", _FIN_SG)
    tree.attach(subject, head, "nsubj")
    om = tree.add("om", "om", "ADP") if kind == 2 and tree.chance.random() < 0.5 else None
    obj = tree.noun()
    adjuncts = tree.time()
    if kind == 1:
        adjuncts.append(tree.add("niet", "niet", "ADV"))
    verb = tree.verb()
    index = len(tree.rows) + bool(verb.particle) + 1
    if verb.particle:
        tree.add(verb.particle, verb.particle, "ADP", "", "compound:prt", index)
    tree.add("te", "te", "ADP", "", "mark", index)
    tree.add(verb.bare, verb.lemma, "VERB", _INF, "xcomp", head)
    tree.attach(obj, index, "obj")
    tree.hang(adjuncts, index)
    if om is not None:
        tree.attach(om, index, "mark")
    return tree.finish(head, ".")


def _passive(tree: Tree) -> str:
    """Uw aanvraag is op 1 mei afgewezen; Deze brief wordt ... verstuurd door het college."""
    inverted = tree.chance.random() < 0.35
    front = tree.time() if inverted else []
    auxiliary = tree.chance.choice(
        [
            ("is", "zijn", "Pres"),
            ("is", "zijn", "Pres"),
            ("wordt", "worden", "Pres"),
            ("werd", "worden", "Past"),
        ]
    )
    feats = f"Number=Sing|Tense={auxiliary[2]}|VerbForm=Fin"
    question = not front and tree.chance.random() < 0.15
    aux = subject = -2
    if front or question:
        aux = tree.add(auxiliary[0], auxiliary[1], "AUX", feats)
    subject = tree.noun()
    if aux < 0:
        aux = tree.add(auxiliary[0], auxiliary[1], "AUX", feats)
    adjuncts = tree.time() if tree.chance.random() < 0.6 else []
    agent = _agent(tree) if tree.chance.random() < 0.2 else None
    verb = tree.verb()
    index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
    if agent is None and tree.chance.random() < 0.15:
        agent = _agent(tree)
    tree.attach(subject, index, "nsubj:pass")
    tree.attach(aux, index, "aux:pass")
    tree.hang(front + adjuncts, index)
    if agent is not None:
        tree.attach(agent, index, "obl:agent")
    return tree.finish(index, "?" if question else ".")


def _agent(tree: Tree) -> int:
    case = tree.add("door", "door", "ADP")
    kind = tree.chance.randrange(3)
    if kind == 0:
        return tree.attach_case(case, tree.add("ons", "ons", "PRON", _WE))
    article, noun, gender = [("het", "college", "Neut"), ("de", "gemeente", "Com")][kind - 1]
    det = tree.add(article, article, "DET", "Definite=Def")
    index = tree.add(noun, noun, "NOUN", f"Gender={gender}|Number=Sing")
    tree.attach(det, index, "det")
    return tree.attach_case(case, index)


def _modal_passive(tree: Tree) -> str:
    """Uw aanvraag kan niet worden toegekend; Het formulier moet vóór 1 mei zijn ingeleverd."""
    subject = tree.noun()
    modal = tree.add(
        *tree.chance.choice([("kan", "kunnen"), ("moet", "moeten"), ("zal", "zullen"), ("mag", "mogen")]),
        "AUX",
        _FIN_SG,
    )
    adjuncts = tree.time()
    if tree.chance.random() < 0.3:
        adjuncts.append(tree.add("niet", "niet", "ADV"))
    verb = tree.verb()
    be = tree.chance.choice(["worden", "worden", "zijn"])
    if tree.chance.random() < 0.5:
        aux = tree.add(be, be, "AUX", _INF)
        index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
    else:
        index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
        aux = tree.add(be, be, "AUX", _INF)
    tree.attach(subject, index, "nsubj:pass")
    tree.attach(modal, index, "aux")
    tree.attach(aux, index, "aux:pass")
    tree.hang(adjuncts, index)
    return tree.finish(index, ".")


def _split_main(tree: Tree) -> str:
    """Wij wijzen uw aanvraag af; U levert het formulier in; Dan vragen wij ... aan."""
    front: list[int] = []
    if tree.chance.random() < 0.35:
        word = tree.chance.choice(["dan", "daarom", "daarna", "helaas", "vervolgens", "eerst"])
        front = [tree.add(word, word, "ADV")]
    verb = tree.chance.choice(SEPARABLE)
    plural = tree.chance.random() < 0.6
    person = tree.chance.choice([("wij", "wij", _WE), ("we", "we", _WE)]) if plural else ("u", "u", _YOU)
    finite = (verb.bare if plural else verb.singular, verb.lemma, "VERB", _FIN_PL if plural else _FIN_SG)
    if front:
        head = tree.add(*finite)
        subject = tree.add(person[0], person[1], "PRON", person[2])
    else:
        subject = tree.add(person[0], person[1], "PRON", person[2])
        head = tree.add(*finite)
    tree.attach(subject, head, "nsubj")
    tree.hang(front, head)
    tree.attach(tree.noun(), head, "obj")
    tree.hang(tree.time(), head)
    _particle(tree, verb, head)
    return tree.finish(head, ".")


def _perfect(tree: Tree) -> str:
    """Wij hebben uw aanvraag op 1 mei ontvangen; Hebt u de rekening al betaald?"""
    question = tree.chance.random() < 0.3
    if question:
        aux = tree.add(*tree.chance.choice([("hebt", "hebben"), ("heeft", "hebben")]), "AUX", _FIN_SG)
        subject = tree.add("u", "u", "PRON", _YOU)
    else:
        subject = tree.add("wij", "wij", "PRON", _WE)
        aux = tree.add("hebben", "hebben", "AUX", _FIN_PL)
    obj = tree.noun()
    adjuncts = tree.time()
    verb = tree.verb()
    index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
    tree.attach(subject, index, "nsubj")
    tree.attach(aux, index, "aux")
    tree.attach(obj, index, "obj")
    tree.hang(adjuncts, index)
    return tree.finish(index, "?" if question else ".")


def _condition(tree: Tree) -> str:
    """Als u de brief ontvangt, kunt u ...; Hebt u ... betaald, dan hoeft u ..., lever dan ... in."""
    verb = tree.verb()
    if tree.chance.random() < 0.5:
        mark = tree.add(*tree.chance.choice([("als", "als"), ("indien", "indien"), ("wanneer", "wanneer")]), "SCONJ")
        subject = tree.add("u", "u", "PRON", _YOU)
        obj = tree.noun()
        adjuncts = tree.time()
        clause = tree.add(verb.particle + verb.singular, verb.lemma, "VERB", _FIN_SG)
        tree.attach(mark, clause, "mark")
        rel = "advcl"
    else:
        aux = tree.add(*tree.chance.choice([("hebt", "hebben"), ("heeft", "hebben")]), "AUX", _FIN_SG)
        subject = tree.add("u", "u", "PRON", _YOU)
        obj = tree.noun()
        adjuncts = tree.time()
        clause = tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.attach(aux, clause, "aux")
        rel = "parataxis"
    tree.attach(subject, clause, "nsubj")
    tree.attach(obj, clause, "obj")
    tree.hang(adjuncts, clause)
    tree.add(",", ",", "PUNCT", "", "punct", clause)
    second = tree.verb()
    kind = tree.chance.randrange(3)
    then = tree.add("dan", "dan", "ADV") if kind < 2 and tree.chance.random() < 0.5 else None
    if kind < 2:
        modal = tree.add(
            *tree.chance.choice([("kunt", "kunnen"), ("moet", "moeten"), ("mag", "mogen")]), "AUX", _FIN_SG
        )
        reader = tree.add("u", "u", "PRON", _YOU)
        obj = tree.noun()
        adjuncts = tree.time()
        main = tree.add(second.infinitive, second.lemma, "VERB", _INF)
        tree.attach(modal, main, "aux")
        tree.attach(reader, main, "nsubj")
    else:
        main = tree.add(second.stem, second.lemma, "VERB", _FIN_SG)
        if tree.chance.random() < 0.6:
            then = tree.add("dan", "dan", "ADV")
        obj = tree.noun()
        adjuncts = tree.time()
        _particle(tree, second, main)
    tree.attach(obj, main, "obj")
    tree.hang(adjuncts, main)
    if then is not None:
        tree.attach(then, main, "advmod")
    tree.attach(clause, main, rel)
    return tree.finish(main, ".")


def _copula(tree: Tree) -> str:
    """Het bedrag is € 450,-; Uw aanvraag is niet volledig; Is het formulier niet juist?"""
    question = tree.chance.random() < 0.2
    past = tree.chance.random() < 0.2
    be = (
        "was" if past else "is",
        "zijn",
        "AUX",
        f"Number=Sing|Tense={'Past' if past else 'Pres'}|VerbForm=Fin",
    )
    if question:
        cop = tree.add(*be)
        subject = tree.noun()
    else:
        subject = tree.noun()
        cop = tree.add(*be)
    adverbs = []
    if tree.chance.random() < 0.5:
        word = tree.chance.choice(["niet", "nog", "al", "dan", "ook", "daarom"])
        adverbs.append(tree.add(word, word, "ADV"))
    adjective = tree.chance.choice(
        """
            volledig juist nieuw geldig gratis nodig klaar mogelijk hoog bekend
            """.split()
    )
    root = tree.add(adjective, adjective, "ADJ", "Degree=Pos")
    tree.attach(subject, root, "nsubj")
    tree.attach(cop, root, "cop")
    tree.hang(adverbs, root)
    return tree.finish(root, "?" if question else ".")


def _amount(tree: Tree) -> str:
    """U betaalt € 450,- per jaar; Het bedrag is € 12,50."""
    subject = tree.add("u", "u", "PRON", _YOU)
    verb = tree.chance.choice([("betaalt", "betalen"), ("krijgt", "krijgen"), ("ontvangt", "ontvangen")])
    head = tree.add(*verb, "VERB", _FIN_SG)
    tree.attach(subject, head, "nsubj")
    euro = tree.add("€", "€", "SYM", "", "obj", head)
    amount = tree.chance.choice(["{0},-", "{0},50", "{0}", "1.{1}", "2.{1},-", "{0},25"]).format(
        tree.chance.randint(1, 999), f"{tree.chance.randint(0, 999):03}"
    )
    tree.add(amount, amount, "NUM", "", "fixed", euro)
    if tree.chance.random() < 0.4:
        per = tree.add("per", "per", "ADP")
        unit = tree.chance.choice([("jaar", "Neut"), ("maand", "Com"), ("week", "Com")])
        noun = tree.add(unit[0], unit[0], "NOUN", f"Gender={unit[1]}|Number=Sing")
        tree.attach(per, noun, "case")
        tree.attach(noun, head, "obl")
    else:
        tree.hang(tree.time(), head)
    return tree.finish(head, ".")


def _contact(tree: Tree) -> str:
    """Neem contact met ons op; Bel ons dan; Laat het ons weten."""
    head = tree.add(*tree.chance.choice([("neem", "op_nemen")]), "VERB", _FIN_SG)
    if tree.chance.random() < 0.4:
        tree.add("dan", "dan", "ADV", "", "advmod", head)
    tree.add("contact", "contact", "NOUN", "Gender=Neut|Number=Sing", "obj", head)
    early = tree.chance.random() < 0.4
    if early:
        tree.add("op", "op", "ADP", "", "compound:prt", head)
    case = tree.add("met", "met", "ADP")
    if tree.chance.random() < 0.5:
        who = tree.add("ons", "ons", "PRON", _WE)
    else:
        det = tree.add("de", "de", "DET", "Definite=Def")
        who = tree.add("gemeente", "gemeente", "NOUN", "Gender=Com|Number=Sing")
        tree.attach(det, who, "det")
    tree.attach(case, who, "case")
    tree.attach(who, head, "obl:arg")
    if not early:
        tree.add("op", "op", "ADP", "", "compound:prt", head)
    return tree.finish(head, ".")


def _finite_group(tree: Tree, subject: int, *, plural: bool) -> int:
    """Close a subordinate clause: "... aanvraagt", "... wilt aanvragen", "... aangevraagd hebt"."""
    verb = tree.verb()
    kind = tree.chance.randrange(5)
    feats = _FIN_PL if plural else _FIN_SG
    if kind == 0:
        form = verb.particle + (verb.bare if plural else verb.singular)
        index = tree.add(form, verb.lemma, "VERB", feats)
    elif kind == 1:
        modal = tree.chance.choice([("kunnen", "kunt"), ("moeten", "moet"), ("mogen", "mag"), ("zullen", "zult")])
        tree.add(modal[0] if plural else modal[1], modal[0], "AUX", feats, "aux", len(tree.rows) + 1)
        index = tree.add(verb.infinitive, verb.lemma, "VERB", _INF)
    elif kind == 2:
        index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.add("hebben" if plural else "hebt", "hebben", "AUX", feats, "aux", index)
    elif kind == 3:
        tree.add("hebben" if plural else "heeft", "hebben", "AUX", feats, "aux", len(tree.rows) + 1)
        index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
    else:
        index = tree.add(verb.infinitive, verb.lemma, "VERB", _INF)
        modal = tree.chance.choice([("kunnen", "kunt"), ("moeten", "moet"), ("mogen", "mag")])
        tree.add(modal[0] if plural else modal[1], modal[0], "AUX", feats, "aux", index)
    tree.attach(subject, index, "nsubj")
    return index


def _passive_group(tree: Tree, *, plural: bool) -> int:
    """Close a subordinate passive: "... wordt afgewezen", "... betaald moeten worden"."""
    verb = tree.verb()
    feats = _FIN_PL if plural else _FIN_SG
    kind = tree.chance.randrange(4)
    if kind == 0:
        tree.add("worden" if plural else "wordt", "worden", "AUX", feats, "aux:pass", len(tree.rows) + 1)
        return tree.add(verb.participle, verb.lemma, "VERB", _PART)
    index = len(tree.rows)
    if kind == 1:
        tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.add("worden" if plural else "wordt", "worden", "AUX", feats, "aux:pass", index)
    elif kind == 2:
        tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.add("moeten" if plural else "moet", "moeten", "AUX", feats, "aux", index)
        tree.add("worden", "worden", "AUX", _INF, "aux:pass", index)
    else:
        index += 2
        tree.add("moeten" if plural else "moet", "moeten", "AUX", feats, "aux", index)
        tree.add("worden", "worden", "AUX", _INF, "aux:pass", index)
        tree.add(verb.participle, verb.lemma, "VERB", _PART)
    return index


def _subordinate(tree: Tree) -> str:
    """U leest hier welke stukken u moet meesturen; Wij controleren of uw aanvraag wordt toegekend."""
    we = tree.chance.random() < 0.5
    if we:
        subject = tree.add("wij", "wij", "PRON", _WE)
        head = tree.add(
            *tree.chance.choice([("controleren",) * 2, ("bekijken",) * 2, ("vragen",) * 2]), "VERB", _FIN_PL
        )
    else:
        subject = tree.add("u", "u", "PRON", _YOU)
        head = tree.add(*tree.chance.choice([("leest", "lezen"), ("ziet", "zien"), ("weet", "weten")]), "VERB", _FIN_SG)
    tree.attach(subject, head, "nsubj")
    if tree.chance.random() < 0.3:
        word = tree.chance.choice(["hier", "dan", "eerst", "daarna"])
        tree.add(word, word, "ADV", "", "advmod", head)
    kind = tree.chance.randrange(3)
    if kind == 0:
        which = tree.add("welke", "welk", "DET", "PronType=Int")
        noun = tree.add(*tree.chance.choice(PLURALS), "NOUN", "Number=Plur")
        tree.attach(which, noun, "det")
        if tree.chance.random() < 0.5:
            tree.hang_later(tree.time())
            clause = _passive_group(tree, plural=True)
            tree.attach(noun, clause, "nsubj:pass")
        else:
            plural = tree.chance.random() < 0.4
            who = tree.add(*(("wij", "wij", "PRON", _WE) if plural else ("u", "u", "PRON", _YOU)))
            tree.hang_later(tree.time())
            clause = _finite_group(tree, who, plural=plural)
            tree.attach(noun, clause, "obj")
    else:
        mark = tree.add(*tree.chance.choice([("of", "of"), ("dat", "dat")]), "SCONJ")
        if kind == 1:
            plural = tree.chance.random() < 0.4
            who = tree.add(*(("wij", "wij", "PRON", _WE) if plural else ("u", "u", "PRON", _YOU)))
            obj = tree.noun()
            tree.hang_later(tree.time())
            clause = _finite_group(tree, who, plural=plural)
            tree.attach(obj, clause, "obj")
        else:
            noun = tree.noun()
            tree.hang_later(tree.time())
            clause = _passive_group(tree, plural=False)
            tree.attach(noun, clause, "nsubj:pass")
        tree.attach(mark, clause, "mark")
    tree.hang_now(clause)
    tree.attach(clause, head, "ccomp")
    return tree.finish(head, ".")


def _relative(tree: Tree) -> str:
    """Formulieren die u op dat moment invult, kunnen niet worden verzonden."""
    noun = tree.add(*tree.chance.choice(PLURALS), "NOUN", "Number=Plur")
    pronoun = tree.add("die", "die", "PRON", "PronType=Rel")
    if tree.chance.random() < 0.6:
        who = tree.add("u", "u", "PRON", _YOU)
        tree.hang_later(tree.time())
        clause = _finite_group(tree, who, plural=False)
        tree.attach(pronoun, clause, "obj")
    else:
        tree.hang_later(tree.time())
        clause = _passive_group(tree, plural=True)
        tree.attach(pronoun, clause, "nsubj:pass")
    tree.hang_now(clause)
    tree.attach(clause, noun, "acl:relcl")
    if tree.chance.random() < 0.7:
        tree.add(",", ",", "PUNCT", "", "punct", clause)
    verb = tree.verb()
    if tree.chance.random() < 0.5:
        aux = tree.add("worden", "worden", "AUX", _FIN_PL)
        tree.hang_later(tree.time())
        index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.attach(aux, index, "aux:pass")
    else:
        modal = tree.add(*tree.chance.choice([("kunnen",) * 2, ("moeten",) * 2]), "AUX", _FIN_PL)
        tree.hang_later(tree.time())
        index = len(tree.rows) + 1
        tree.add("worden", "worden", "AUX", _INF, "aux:pass", index)
        tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.attach(modal, index, "aux")
    tree.hang_now(index)
    tree.attach(noun, index, "nsubj:pass")
    return tree.finish(index, ".")


def _object_first(tree: Tree) -> str:
    """Dat kunt u zelf doen; Het formulier levert u in; Deze brief moet u bewaren."""
    if tree.chance.random() < 0.35:
        form = tree.chance.choice(["dat", "dit", "die", "deze"])
        obj = tree.add(form, form, "PRON", _THAT)
    else:
        obj = tree.noun()
    verb = tree.verb()
    plural = tree.chance.random() < 0.3
    person = ("wij", "wij", "PRON", _WE) if plural else ("u", "u", "PRON", _YOU)
    feats = _FIN_PL if plural else _FIN_SG
    if tree.chance.random() < 0.6:
        modal = tree.chance.choice([("kunnen", "kunt"), ("moeten", "moet"), ("mogen", "mag"), ("zullen", "zult")])
        aux = tree.add(modal[0] if plural else modal[1], modal[0], "AUX", feats)
        subject = tree.add(*person)
        tree.hang_later(tree.time())
        index = tree.add(verb.infinitive, verb.lemma, "VERB", _INF)
        tree.attach(aux, index, "aux")
    else:
        index = tree.add(verb.bare if plural else verb.singular, verb.lemma, "VERB", feats)
        subject = tree.add(*person)
        tree.hang_later(tree.time())
        _particle(tree, verb, index)
    tree.hang_now(index)
    tree.attach(subject, index, "nsubj")
    tree.attach(obj, index, "obj")
    return tree.finish(index, ".")


def _office(tree: Tree) -> str:
    """Het college wijst uw aanvraag af; Daarom heeft de gemeente de vergunning verleend."""
    front: list[int] = []
    if tree.chance.random() < 0.4:
        front = tree.time()
    noun = tree.chance.choice([("de", "gemeente", "Com"), ("het", "college", "Neut"), ("de", "commissie", "Com")])
    verb = tree.verb()
    perfect = tree.chance.random() < 0.35
    finite = ("heeft", "hebben", "AUX", _FIN_SG) if perfect else (verb.singular, verb.lemma, "VERB", _FIN_SG)
    head = tree.add(*finite) if front else -2
    det = tree.add(noun[0], noun[0], "DET", "Definite=Def")
    subject = tree.add(noun[1], noun[1], "NOUN", f"Gender={noun[2]}|Number=Sing")
    tree.attach(det, subject, "det")
    if head < 0:
        head = tree.add(*finite)
    obj = tree.noun()
    tree.hang_later(tree.time())
    if perfect:
        index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.attach(head, index, "aux")
    else:
        index = head
        _particle(tree, verb, index)
    tree.hang(front, index)
    tree.hang_now(index)
    tree.attach(subject, index, "nsubj")
    tree.attach(obj, index, "obj")
    return tree.finish(index, ".")


def _te_passive(tree: Tree) -> str:
    """De schuld dient binnen twee weken te worden betaald; Dan dient de vergunning te worden geweigerd."""
    front = tree.time() if tree.chance.random() < 0.4 else []
    finite = ("dient", "dienen", "VERB", _FIN_SG)
    head = tree.add(*finite) if front else -2
    subject = tree.noun()
    if head < 0:
        head = tree.add(*finite)
    tree.hang_later(tree.time())
    verb = tree.verb()
    index = len(tree.rows) + 2
    be = tree.chance.choice(["worden", "worden", "zijn"])
    if tree.chance.random() < 0.7:
        tree.add("te", "te", "ADP", "", "mark", index)
        tree.add(be, be, "AUX", _INF, "aux:pass", index)
        tree.add(verb.participle, verb.lemma, "VERB", _PART)
    else:
        index = tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.add("te", "te", "ADP", "", "mark", index)
        tree.add(be, be, "AUX", _INF, "aux:pass", index)
    tree.hang_now(index)
    tree.attach(index, head, "xcomp")
    tree.hang(front, head)
    tree.attach(subject, head, "nsubj")
    return tree.finish(head, ".")


def _short_condition(tree: Tree) -> str:
    """Ontvangt u de brief niet, bel ons dan; Doet u dit niet, dan wordt de uitkering stopgezet."""
    first = tree.verb()
    clause = tree.add(first.singular, first.lemma, "VERB", _FIN_SG)
    tree.add("u", "u", "PRON", _YOU, "nsubj", clause)
    if tree.chance.random() < 0.3:
        form = tree.chance.choice(["dit", "dat"])
        tree.add(form, form, "PRON", _THAT, "obj", clause)
    else:
        tree.attach(tree.noun(), clause, "obj")
    tree.hang(tree.time(), clause)
    _particle(tree, first, clause)
    tree.add(",", ",", "PUNCT", "", "punct", clause)
    then = tree.add("dan", "dan", "ADV") if tree.chance.random() < 0.6 else None
    verb = tree.verb()
    kind = tree.chance.randrange(3)
    if kind == 0:
        aux = tree.add("wordt", "worden", "AUX", _FIN_SG)
        noun = tree.noun()
        tree.hang_later(tree.time())
        main = tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.attach(aux, main, "aux:pass")
        tree.attach(noun, main, "nsubj:pass")
    elif kind == 1:
        modal = tree.add(
            *tree.chance.choice([("kan", "kunnen"), ("zal", "zullen"), ("moet", "moeten")]), "AUX", _FIN_SG
        )
        noun = tree.noun()
        tree.hang_later(tree.time())
        main = len(tree.rows) + 1
        tree.add("worden", "worden", "AUX", _INF, "aux:pass", main)
        tree.add(verb.participle, verb.lemma, "VERB", _PART)
        tree.attach(modal, main, "aux")
        tree.attach(noun, main, "nsubj:pass")
    else:
        main = tree.add(verb.singular, verb.lemma, "VERB", _FIN_SG)
        tree.add("u", "u", "PRON", _YOU, "nsubj", main)
        tree.attach(tree.noun(), main, "obj")
        tree.hang_later(tree.time())
        _particle(tree, verb, main)
    tree.hang_now(main)
    if then is not None:
        tree.attach(then, main, "advmod")
    tree.attach(clause, main, "parataxis")
    return tree.finish(main, ".")


_TEMPLATES: list[tuple[Callable[[Tree], str], int]] = [
    (_imperative, 6),
    (_reflexive, 2),
    (lambda tree: _modal(tree, inverted=False), 3),
    (lambda tree: _modal(tree, inverted=True), 6),
    (_te, 4),
    (_passive, 6),
    (_modal_passive, 3),
    (_split_main, 4),
    (_perfect, 3),
    (_condition, 6),
    (_copula, 2),
    (_amount, 2),
    (_contact, 1),
    (_subordinate, 6),
    (_relative, 4),
    (_object_first, 5),
    (_office, 4),
    (_te_passive, 3),
    (_short_condition, 5),
]


def generate(count: int, seed: int) -> list[str]:
    """Return distinct sentences as CoNLL-U blocks."""
    chance = random.Random(seed)
    makers = [maker for maker, _ in _TEMPLATES]
    weights = [weight for _, weight in _TEMPLATES]
    found: dict[str, None] = {}
    while len(found) < count:
        found[chance.choices(makers, weights)[0](Tree(chance))] = None
    return list(found)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.write_text("\n\n".join(generate(options.count, options.seed)) + "\n\n", encoding="utf-8")


if __name__ == "__main__":
    main()
