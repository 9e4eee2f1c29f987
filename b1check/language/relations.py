"""Relations that the words themselves decide, corrected after the parser: passives, and pronouns that are no subject.

"Is afgewezen" is passive, "is vervallen" is not: both are a form of "zijn" with a past participle, and only the verb
tells which. Verbs that make their perfect tense with "zijn" have no passive. With "worden" a participle is always
passive, and what the parser takes for the object of a passive without a subject is its subject. "Ons" or "hem" is never
a subject.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

FACTORY = "b1_relations"

_AUXILIARY = "aux"
_PASSIVE_AUXILIARY = "aux:pass"
_COPULA = "cop"
_SUBJECTS = {"nsubj": "nsubj:pass", "nsubj:pass": "nsubj"}
_ANY_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
_OBJECT_FORMS = frozenset({"ons", "mij", "me", "hem", "hen", "zich"})

#: Verbs that make their perfect tense with "zijn" only.
PERFECT_WITH_ZIJN = frozenset(
    """
    aanbreken aangroeien aankomen achterblijven afdalen afgaan afhaken aflopen afnemen afreizen aftreden afvallen
    afwijken arriveren barsten bedaren belanden bevallen bezwijken bijeenkomen bijkomen binnenkomen blijken blijven
    crashen dalen dichtgroeien dichtslibben doodgaan doodlopen doorgaan doorstromen dwalen eindigen emigreren
    flauwvallen gaan gebeuren gelukken geraken geschieden glijden groeien herrijzen ingaan instappen instorten
    instromen inzakken klaarkomen komen krimpen kwijtraken landen langsgaan langskomen leeglopen leegstromen
    losraken lukken meegaan meegroeien meekomen meevallen misgaan mislukken naderen neerdalen neerkomen neerstorten
    omkomen omvallen omwaaien onderlopen onderstromen ontgaan ontkiemen ontploffen ontsnappen ontspringen ontstaan
    ontvallen opdagen opdrogen opgaan opgroeien ophouden opklimmen opkomen oplopen opraken opstaan opstappen
    opstijgen overgaan overkomen overlijden overstappen overwaaien promoveren raken rijzen roesten rotten samenkomen
    samenvallen slagen smelten sneuvelen springen sterven stijgen stranden struikelen tegenkomen tegenvallen
    terechtkomen terugkeren terugkomen terugtreden terugvallen thuisblijven thuiskomen toekomen toenemen toetreden
    uitbarsten uitblijven uitdoven uitdrogen uitgaan uitglijden uitgroeien uitkomen uitlopen uitstappen uitsterven
    uitstromen uitvallen uitwijken vallen vastlopen vastvriezen verbleken verdampen verdrinken verdubbelen
    verdwijnen vergaan vergroeien verhuizen verjaren verkommeren verlopen vermageren verongelukken verouderen
    verrijzen verroesten verrotten verschijnen verschrompelen verslechteren verstrijken vertrekken vervallen
    verwateren verwelken verzakken vollopen volstromen voorbijgaan voorkomen voortkomen voortvloeien vooruitgaan
    vrijkomen weerkeren wegblijven weggaan wegkwijnen weglopen wegstromen wegvallen wegwaaien wegzakken wennen
    worden zakken zijn zinken zwellen
    """.split()
)


@Language.component(FACTORY, requires=["token.pos", "token.dep", "token.lemma"], assigns=["token.dep"])
def correct_relations(doc: Doc) -> Doc:
    """Correct the relations of auxiliaries, and of subjects."""
    for token in doc:
        if token.dep_ == "nsubj" and token.lower_ in _OBJECT_FORMS and token.pos_ == "PRON":
            token.dep_ = "obj"
        elif token.lemma_ in {"zijn", "worden"} and token.dep_ in {_AUXILIARY, _PASSIVE_AUXILIARY, _COPULA}:
            _correct_auxiliary(token)
            if token.dep_ == _PASSIVE_AUXILIARY and _is_participle(token.head):
                _find_subject(token.head)
    return doc


def _correct_auxiliary(auxiliary: Token) -> None:
    verb = auxiliary.head
    if auxiliary.dep_ == _COPULA and verb.dep_ in _SUBJECTS and _is_participle(verb.head):
        # "Is de bijhouding opgeschort": the form of "zijn" was taken for a copula of the subject.
        if any(child.dep_.startswith(_AUXILIARY) for child in verb.head.children):
            return
        auxiliary.head = verb = verb.head
        auxiliary.dep_ = _PASSIVE_AUXILIARY
    if not _is_participle(verb):
        return
    if auxiliary.lemma_ == "worden":
        passive = True
    elif verb.lemma_ in PERFECT_WITH_ZIJN:
        passive = False
    else:
        return
    if auxiliary.dep_ == (_PASSIVE_AUXILIARY if passive else _AUXILIARY):
        return
    auxiliary.dep_ = _PASSIVE_AUXILIARY if passive else _AUXILIARY
    for child in verb.children:
        if child.dep_ == ("nsubj" if passive else "nsubj:pass"):
            child.dep_ = _SUBJECTS[child.dep_]


def _find_subject(verb: Token) -> None:
    """Make the only object of a passive its subject, when it has none."""
    relations = {child.dep_ for child in verb.children}
    objects = [child for child in verb.children if child.dep_ == "obj"]
    if len(objects) == 1 and not relations & _ANY_SUBJECT:
        objects[0].dep_ = "nsubj:pass"


def _is_participle(token: Token) -> bool:
    return token.pos_ == "VERB" and "VerbForm=Part" in token.morph
