"""Whether a noun is concrete: a person, animal, thing, substance, place, time or measure, that one can see or count.

There is no free list of Dutch nouns with their meaning that we could bring along. So this is a short list of frequent
nouns of our own making, and endings that make abstract nouns of verbs and adjectives. A compound goes by its head. Many
nouns stay unknown; those do not count.
"""

from __future__ import annotations

import re

from b1check.language.familiarity import parts

_PERSONS = """
mens man vrouw kind jongen meisje baby vader moeder ouder broer zus zoon dochter opa oma oom tante neef nicht buur
buurman buurvrouw vriend vriendin partner echtgenoot gezin familie klant cliënt patiënt inwoner bewoner burger
ambtenaar medewerker collega burgemeester wethouder dokter arts tandarts verpleger leraar lerares docent leerling
student rechter advocaat agent politie boer bakker kapper chauffeur monteur aannemer ondernemer eigenaar huurder
verhuurder werkgever werknemer aanvrager bezoeker reiziger fietser voetganger automobilist lezer schrijver koning
koningin soldaat dief persoon baas gast groep deurwaarder consulent adviseur directeur voorzitter lid mantelzorger
vluchteling hond kat poes paard koe varken schaap kip vogel vis rat muis dier insect vlieg mug bij wesp
""".split()
_BODY_AND_NATURE = """
hand voet arm been hoofd oog oor neus mond tand haar huid hart bloed rug buik knie vinger lichaam bot maag long boom
struik bloem plant gras blad tak wortel zaad tuin bos water zee meer rivier sloot kanaal berg zand grond steen rots
lucht zon maan ster wind regen sneeuw ijs vuur rook as modder
""".split()
_THINGS = """
huis woning flat gebouw kamer keuken zolder kelder schuur garage dak muur deur raam vloer trap balkon tafel stoel
bed kast bank lamp wasmachine koelkast televisie radio computer laptop telefoon mobiel printer auto fiets bus trein
tram metro boot vliegtuig scooter aanhanger caravan rolstoel rollator traplift brief envelop papier formulier kaart
pas paspoort rijbewijs bewijs foto pasfoto boek krant tijdschrift folder pen potlood stempel sleutel tas koffer doos
zak fles glas bord kop mes vork lepel pan broek jas schoen jurk hemd bril horloge ring geld munt biljet bon rekening
factuur bankafschrift loonstrook container afval vuilnis kliko bak emmer bord paal hek schutting lantaarn brug sluis
tunnel leiding buis kabel riool put pomp machine apparaat motor wiel band gereedschap hamer zaag spijker verf hout
ijzer plastic metaal textiel batterij gas olie benzine medicijn pil pleister speelgoed bal pop brood kaas melk vlees
groente fruit appel aardappel ei koffie thee bier wijn suiker zout soep koek taart eten maaltijd document dossier
handtekening bijlage brievenbus pinpas identiteitskaart
""".split()
_PLACES_AND_TIMES = """
straat weg plein laan stoep berm park wijk buurt dorp stad land provincie eiland kust strand haven station halte
parkeerplaats parkeergarage school winkel markt kantoor gemeentehuis stadhuis balie loket ziekenhuis apotheek
bibliotheek kerk moskee museum zwembad sportveld speeltuin begraafplaats fabriek boerderij café restaurant hotel
terras camping adres postbus hoek kant rand midden plaats terrein kavel perceel seconde minuut uur dag nacht ochtend
middag avond week maand jaar eeuw weekend maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari
februari maart april mei juni juli augustus september oktober november december zomer winter lente herfst datum
kwartier meter centimeter kilometer kilo gram liter euro cent ton graad
""".split()
_ABSTRACT = """
recht plicht wet regel eis voorwaarde norm grond reden oorzaak gevolg doel middel manier wijze vorm soort type geval
situatie toestand probleem vraag antwoord idee gedachte gevoel mening wens hoop angst liefde haat geluk pech kans
risico gevaar hulp steun zorg dienst taak werk baan functie rol beroep studie cursus les opleiding kennis ervaring
aandacht begrip zin betekenis waarde prijs bedrag kosten schuld inkomen loon uitkering toeslag subsidie belasting
boete korting krediet lening rente besluit bezwaar beroep verzoek aanvraag klacht melding afspraak contract plan
beleid project proces procedure onderzoek controle toezicht advies overleg gesprek bezoek contact informatie nieuws
gegeven verschil verband relatie invloed kracht macht tijd periode termijn duur begin einde toekomst verleden leven
dood gezondheid ziekte pijn rust stilte lawaai overlast schade herstel verlies winst succes fout schuld straf
misbruik gebruik verkeer vervoer handel economie politiek cultuur geschiedenis taal godsdienst geloof kunst muziek
sport spel vakantie feest gemeente overheid college raad bestuur commissie bedrijf organisatie vereniging stichting
instantie afdeling team ministerie rechtbank budget aanbod aantal deel geheel niveau mate graad stap fase keuze keus
mogelijkheid verplichting vergunning ontheffing
""".split()
_NOT_CLEAR = frozenset("bank plaats graad deel kant meer as lid groep beroep bord".split())
"""Words with a concrete and an abstract sense, or in two of the lists."""
_ABSTRACT_ENDING = re.compile(
    r"(?:.{3}(?:ing|heid|teit|schap|isme|age|ade|ntie|tie|sie|nis|lijkheid|baarheid)|logie|grafie|sofie|nomie|cratie)$"
)
"""Endings of nouns that name an act, a state or a subject."""
_CONCRETE_ENDING = re.compile(r".{3}(?:aar|eur|ist|ster|tje|pje)$")
"""Endings of nouns that name a person, or something small."""

_CONCRETE = frozenset((*_PERSONS, *_BODY_AND_NATURE, *_THINGS, *_PLACES_AND_TIMES)) - _NOT_CLEAR
_NOT_CONCRETE = frozenset(_ABSTRACT) - _NOT_CLEAR - _CONCRETE


def is_concrete(noun: str) -> bool | None:
    """Tell whether ``noun`` (a lemma) is concrete; None when we cannot tell."""
    word = noun.lower()
    for form in (word, parts(word)[-1]):
        if form in _CONCRETE:
            return True
        if form in _NOT_CONCRETE:
            return False
    if _ABSTRACT_ENDING.search(word):
        return False
    return True if _CONCRETE_ENDING.search(word) else None
