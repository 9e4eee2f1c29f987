"""The words that `letters.py` fills its templates with."""

from typing import NamedTuple


class Verb(NamedTuple):
    """A verb; ``particle`` is empty when it does not split."""

    particle: str
    bare: str
    stem: str
    singular: str
    participle: str

    @property
    def lemma(self) -> str:
        """The lemma as the treebanks write it."""
        return f"{self.particle}_{self.bare}" if self.particle else self.bare

    @property
    def infinitive(self) -> str:
        """The infinitive in one word."""
        return self.particle + self.bare


class Noun(NamedTuple):
    """A noun with its gender: "Com" (de) or "Neut" (het)."""

    form: str
    gender: str


SEPARABLE = [
    Verb(*line.split())
    for line in """
    aan vragen vraag vraagt aangevraagd
    in leveren lever levert ingeleverd
    aan leveren lever levert aangeleverd
    op sturen stuur stuurt opgestuurd
    toe sturen stuur stuurt toegestuurd
    terug sturen stuur stuurt teruggestuurd
    door geven geef geeft doorgegeven
    aan geven geef geeft aangegeven
    op geven geef geeft opgegeven
    op halen haal haalt opgehaald
    af halen haal haalt afgehaald
    in vullen vul vult ingevuld
    aan vullen vul vult aangevuld
    in dienen dien dient ingediend
    af wijzen wijs wijst afgewezen
    toe wijzen wijs wijst toegewezen
    aan tonen toon toont aangetoond
    mee nemen neem neemt meegenomen
    mee sturen stuur stuurt meegestuurd
    mee delen deel deelt meegedeeld
    mede delen deel deelt medegedeeld
    af sluiten sluit sluit afgesloten
    aan passen pas past aangepast
    terug betalen betaal betaalt terugbetaald
    stop zetten zet zet stopgezet
    vast stellen stel stelt vastgesteld
    toe kennen ken kent toegekend
    in trekken trek trekt ingetrokken
    over maken maak maakt overgemaakt
    op stellen stel stelt opgesteld
    uit voeren voer voert uitgevoerd
    uit stellen stel stelt uitgesteld
    bij voegen voeg voegt bijgevoegd
    na kijken kijk kijkt nagekeken
    op lossen los lost opgelost
    weg halen haal haalt weggehaald
    over slaan sla slaat overgeslagen
    klaar leggen leg legt klaargelegd
    open stellen stel stelt opengesteld
    af schrijven schrijf schrijft afgeschreven
    op zoeken zoek zoekt opgezocht
    in zien zie ziet ingezien
    voor leggen leg legt voorgelegd
    aan bieden bied biedt aangeboden
    af geven geef geeft afgegeven
    """.strip().splitlines()
]
SIMPLE = [
    Verb("", *line.split())
    for line in """
    betalen betaal betaalt betaald
    sturen stuur stuurt gestuurd
    ontvangen ontvang ontvangt ontvangen
    controleren controleer controleert gecontroleerd
    verlengen verleng verlengt verlengd
    bekijken bekijk bekijkt bekeken
    lezen lees leest gelezen
    gebruiken gebruik gebruikt gebruikt
    bewaren bewaar bewaart bewaard
    regelen regel regelt geregeld
    melden meld meldt gemeld
    wijzigen wijzig wijzigt gewijzigd
    ondertekenen onderteken ondertekent ondertekend
    behandelen behandel behandelt behandeld
    verlenen verleen verleent verleend
    weigeren weiger weigert geweigerd
    vernieuwen vernieuw vernieuwt vernieuwd
    verwijderen verwijder verwijdert verwijderd
    verzenden verzend verzendt verzonden
    beoordelen beoordeel beoordeelt beoordeeld
    annuleren annuleer annuleert geannuleerd
    bezorgen bezorg bezorgt bezorgd
    """.strip().splitlines()
]
NOUNS = [
    Noun(*line.split())
    for line in """
    aanvraag Com
    formulier Neut
    paspoort Neut
    rijbewijs Neut
    vergunning Com
    parkeervergunning Com
    uitkering Com
    bijstandsuitkering Com
    toeslag Com
    bezwaarschrift Neut
    verzoek Neut
    brief Com
    bewijs Neut
    bankafschrift Neut
    identiteitskaart Com
    verhuizing Com
    afspraak Com
    rekening Com
    aanslag Com
    bedrag Neut
    besluit Neut
    gegeven Neut
    huurcontract Neut
    loonstrook Com
    kopie Com
    subsidie Com
    container Com
    afval Neut
    melding Com
    klacht Com
    factuur Com
    verklaring Com
    termijn Com
    adres Neut
    inkomen Neut
    kwijtschelding Com
    beschikking Com
    regeling Com
    dossier Neut
    woning Com
    zaak Com
    aangifte Com
    zienswijze Com
    omgevingsvergunning Com
    """.strip().splitlines()
]
ADJECTIVES = ["nieuw", "volledig", "juist", "medisch", "schriftelijk", "recent", "ondertekend"]
INFLECTED = {
    "nieuw": "nieuwe",
    "volledig": "volledige",
    "juist": "juiste",
    "medisch": "medische",
    "schriftelijk": "schriftelijke",
    "recent": "recente",
    "ondertekend": "ondertekende",
}
PLURALS = [
    ("formulieren", "formulier"),
    ("gegevens", "gegeven"),
    ("stukken", "stuk"),
    ("bewijzen", "bewijs"),
    ("kosten", "kosten"),
    ("documenten", "document"),
    ("persoonsgegevens", "persoonsgegeven"),
    ("rekeningen", "rekening"),
    ("aanvragen", "aanvraag"),
    ("brieven", "brief"),
    ("mensen", "mens"),
    ("bewoners", "bewoner"),
    ("vragen", "vraag"),
    ("bijlagen", "bijlage"),
    ("vergunningen", "vergunning"),
    ("toeslagen", "toeslag"),
]
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
REFLEXIVE = [
    ("aan", "melden", "Meld", "aangemeld"),
    ("in", "schrijven", "Schrijf", "ingeschreven"),
    ("af", "melden", "Meld", "afgemeld"),
    ("uit", "schrijven", "Schrijf", "uitgeschreven"),
]
