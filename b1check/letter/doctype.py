"""What sort of document it is, guessed from its words and its form, with the reason.

Every sort has cues: words that tell it. A cue in the subject line or a title counts most, in the opening more than
further on. The sort with most points wins; a letter without cues is a letter, a page without cues is an information
page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from b1check.documents.document import PROSE, BlockKind
from b1check.language import dates
from b1check.language.patterns import Pattern
from b1check.letter import roles
from b1check.letter import subject as subjects
from b1check.letter.model import DocumentType, Part, TypeGuess
from b1check.letter.setting import settings
from b1check.letter.text import AnalysedBlock, LetterText


class _Place(Enum):
    """Where a cue stands: its Dutch name and how much it weighs there."""

    TITLE = ("het onderwerp", 3.0)
    OPENING = ("het begin", 2.0)
    HEADING = ("een kop", 1.0)
    REST = ("de tekst", 0.7)

    @property
    def words(self) -> str:
        return self.value[0]

    @property
    def weight(self) -> float:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class _Text:
    place: _Place
    text: str
    firm: bool = True
    """Whether it holds without a condition."""


_OPENING_SENTENCES = 4
_NOTE = r"[^.?!]"
_BILL = (
    r"(?<!op )(?<!op de )(?<!op uw )(?<!bekende )(?<!voor )(?<!van )(?<!van uw )(?<!welke )"
    r"\brekening\b(?! te houden| mee| met| NL)"
)
"""A bill, and not a bank account, somebody's expense or "rekening houden met"."""
_T = DocumentType
_CUES: Mapping[DocumentType, Sequence[tuple[str, float]]] = MappingProxyType(
    {
        _T.OBJECTION_DECISION: [
            (r"(?:beslissing|besluit|uitspraak) op (?:uw )?bezwaar", 4),
            (
                r"(?:uw )?bezwaar(?:schrift)?(?:en)? (?:is|zijn|was|wordt|verklaren wij"
                r"|verklaar ik) \w*\s?(?:on)?gegrond",
                4,
            ),
            (r"(?:on)?gegrond|niet-ontvankelijk", 2),
            (r"\bu (?:krijgt|hebt|heeft) (?:geen |deels |gedeeltelijk )?gelijk\b", 3),
            (
                r"\bu maakte (?:op [\w ]+ )?bezwaar\b"
                r"|^(?:\w+:\s*)?(?:besluit over |over )?uw bezwaar(?: (?:tegen|over) .*)?$",
                1.2,
            ),
            (r"\bbezwaar gemaakt tegen\b|\bbesluit op bezwaar\b", 2.5),
            (r"\bbesluit (?:verandert|blijft(?! gelden)|wijzigt|trekken)\b|\bheroverw\w+|\bgeven wij u gelijk\b", 2.5),
            (r"\b(?:commissie (?:voor )?(?:de )?bezwaar\w*|bezwaar(?:schriften)?commissie|hoorzitting)\b", 0.7),
        ],
        _T.ENFORCEMENT: [
            (r"^(?!.*\b(?:van plan|voornemens?|overwegen)\b).*(?P<cue>last onder (?:dwangsom|bestuursdwang))", 4),
            (r"^(?!.*\b(?:van plan|voornemens?|overwegen)\b).*(?P<cue>\bdwangsom\b)", 2),
            (r"\bovertred(?:ing|ingen|t|en)\b", 1.5),
            (r"\bzonder (?:de |een )?(?:\w+)?vergunning\b|\bstil ?(?:te )?leggen\b|\bstilgelegd\b|\bgelast\w*\b", 1.5),
            (r"in strijd met", 1),
            (
                r"\b(?:krijgt u|u krijgt|leggen (?:wij|we) u|opgelegd)\b" + _NOTE + r"{0,30}\b(?:bestuurlijke )?boete\b"
                r"|\bboete\b" + _NOTE + r"{0,30}\b(?:opgelegd|opleggen)\b|\bbreek\b" + _NOTE + r"{0,60}\baf\b",
                2.5,
            ),
            (r"\bhandhav\w+", 1),
        ],
        _T.RECLAIM: [
            (r"\bterugvorder\w*|\bvorder\w*" + _NOTE + r"{0,60}\bterug\b", 4),
            (r"\b(?:bedrag|geld|€)" + _NOTE + r"{0,40}\bvragen (?:wij|we)\b" + _NOTE + r"{0,20}\bterug\b", 3),
            (
                r"(?<!dan )\b(?:dient|moet|dat) (?:u|je)\b"
                + _NOTE
                + r"{0,80}\b(?:terugbetaalt|terugbetalen|terugstort\w*|terug te (?:storten|betalen))\b",
                3,
            ),
            (r"\bterug\s?(?:te\s?)?betalen\b|\bbetaal" + _NOTE + r"{0,40}\bterug\b", 2),
            (r"\bte veel\b" + _NOTE + r"{0,40}\b(?:ontvangen|gekregen|betaald|uitbetaald)\b|\bten onrechte\b", 2),
        ],
        _T.FINAL_DEMAND: [
            (
                r"^(?!.*\b(?:als|indien|wanneer|anders|dan|mocht|vroeg|uw vraag"
                r"|over de)\b)[^?]*(?P<cue>\baanmaning\b)",
                4,
            ),
            (r"\b(?:dwangbevel|deurwaarder|invordering\w*|incassobureau)\b", 1.5),
            (r"\b(?:al|reeds|eerder|\w+ keer)\b" + _NOTE + r"{0,30}\bom (?:uw )?betaling\b", 2),
            (r"\bsommer\w+|\blaatste (?:herinnering|kans|aanmaning)\b", 3),
            (r"\bnog (?:steeds )?niet\b" + _NOTE + r"{0,40}\b(?:betaald|ontvangen|betaling)\b", 1),
            (r"\b(?:aanmanings|extra )kosten\b", 1),
            (r"\bma(?:nen|an)\b" + _NOTE + r"{0,20}\bu\b" + _NOTE + r"{0,20}\baan\b|\baangemaand\b", 3),
        ],
        _T.MISSING_PAPERS: [
            (r"\b(?:niet|nog niet) (?:compleet|volledig)\b|\bonvolledig\b", 3),
            (
                r"\b(?:wij|we) missen\b|\bmissen (?:wij|we|nog)\b|\bnog missen\b|\bmist\b|\bontbre\w+\b"
                r"|^missen\b|\bmissende\b|\ber (?:mis(?:sen|t)|ontbre\w+)\b",
                2.5,
            ),
            (
                r"\bnog\b"
                + _NOTE
                + r"{0,30}\b(?:papieren|stukken|gegevens|informatie|bewijs\w*|document\w*|formulier\w*|kopie\w*"
                r"|foto\w*"
                r"|verklaring\w*)\b" + _NOTE + r"{0,30}\bnodig\b",
                3,
            ),
            (
                r"\bstuur ons (?:nog|uw|de)\b|\bin de gelegenheid\b" + _NOTE + r"{0,80}\b(?:aan te (?:leveren|vullen)"
                r"|over te leggen)\b",
                2,
            ),
            (
                r"\b(?:aanvullende|ontbrekende|extra|meer) (?:gegevens|informatie|stukken|documenten|papieren"
                r"|bewijsstukken)\b",
                2.5,
            ),
            (
                r"^(?=.*\b(?:aanvraag|beoordelen|behandelen|beslissen)\b)"
                r".*\b(?:hebben (?:wij|we)|(?:wij|we) hebben)\b(?!"
                + _NOTE
                + r"*\b(?:tijd|weken|dagen|maanden)\b)"
                + _NOTE
                + r"{0,80}\bnodig\b",
                1.5,
            ),
            (
                r"\b(?:hebben|heb) (?:wij|we)\b(?!"
                + _NOTE
                + r"*\b(?:tijd|weken|geen|niet)\b)"
                + _NOTE
                + r"{0,60}\b(?:\w*verklaring|bewijs\w*|kopie\w*|stukken|papieren|\w*gegevens|formulier\w*)\b"
                + _NOTE
                + r"{0,30}\bnodig\b",
                2,
            ),
            (
                r"\b(?:geen|niet)\b"
                + _NOTE
                + r"{0,30}\b(?:\w*verklaring|bewijs\w*|kopie\w*|stukken|papieren|\w*gegevens|formulier\w*|tekening\w*"
                r"|foto\w*|\w*strook\w*|\w*rapport)\b" + _NOTE + r"{0,30}\b(?:gekregen|ontvangen)\b"
                r"|\b(?:zat|zaten|zit|zitten) (?:er )?niet bij\b|\bzonder (?:die|deze) (?:stukken|papieren|gegevens)\b",
                3,
            ),
            (
                r"\bkunnen\b"
                + _NOTE
                + r"{0,50}\bnog (?:niet|geen)\b"
                + _NOTE
                + r"{0,40}\b(?:behandelen|beslissen|besluit"
                r"|beoordelen|verder)\b",
                1.5,
            ),
            (r"\bindieningsvereisten\b|\b(?:bescheiden|stukken)\b" + _NOTE + r"*\bover te leggen\b", 2),
            (r"\b(?:bescheiden|stukken|gegevens)\b" + _NOTE + r"{0,20}\bover te leggen\b|\bover te leggen:", 2),
            (r"\baanvull(?:en|ing)\b|\bvul\b" + _NOTE + r"{0,40}\baan\b", 1.5),
            (r"\bbuiten behandeling\b|\bniet (?:verder )?(?:in )?behandel\w*", 1),
        ],
        _T.EXTENSION: [
            (
                r"^(?=[^?]*\b(?:\w*termijn|\w*besli\w*|\w*beslui\w*|wij|we|ik|college|aanvraag|bezwaar|verzoek)\b)"
                r"(?![^?]*\b(?:wilt|kunt|moet) u\b|[^?]*\bu [^.?!]{0,20}\b(?:wilt|kunt|moet)\b)"
                r"[^?]*(?P<cue>\b(?:verlengen|verdagen|verlengd|verdaagd|verlenging"
                r"|verdaging)\b" + _NOTE + r"{0,60})",
                2.5,
            ),
            (r"\bmeer tijd\b", 3),
            (
                r"\b(?:besluit|beslissing|antwoord|bericht|uitslag)\b"
                + _NOTE
                + r"{0,30}\b(?:komt|volgt|krijgt u|ontvangt u)\b"
                + _NOTE
                + r"{0,20}\blater\b",
                3,
            ),
            (r"\b(?:beslis|besluit)termijn\b|\bduurt langer\b|\blater (?:een )?(?:besluit|antwoord|bericht)\b", 2),
            (r"\buitstel\b", 1),
            (
                r"\b(?:u zou|zou u|wij zouden|zouden wij)\b"
                + _NOTE
                + r"{0,60}\b(?:antwoord|besluit|beslissing|beslissen"
                r"|bericht|reactie|horen|krijgen)\b(?! graag)",
                2.5,
            ),
            (
                r"\b(?:lukt|redden|halen)\b"
                + _NOTE
                + r"{0,30}\bniet\b"
                + _NOTE
                + r"{0,30}\b(?:op tijd|te beslissen)\b",
                2.5,
            ),
        ],
        _T.CONFIRMATION: [
            (r"^(?:\w+:\s*)?ontvangst (?:van )?(?:uw|je)\b", 4),
            (r"\bontvangst\b[^?!]{0,90}\bbevestig(?:d|en)\b", 3),
            (
                r"\b(?:dank|bedankt)\b"
                + _NOTE
                + r"{0,20}\b(?:uw|je) (?:aanvraag|klacht|melding|bezwaar\w*|verzoek|aanmelding|idee"
                r"|voorstel)\b",
                1.4,
            ),
            (r"\buw (?:\w+ )?\w+ kwam\b(?!" + _NOTE + r"*\bniet\b)" + _NOTE + r"{0,40}\bbinnen\b", 3),
            (r"\bontvangstbevestiging\b|\bbevestig\w*\b" + _NOTE + r"{0,30}\bontvangst\b", 4),
            (
                r"\b(?:wij|we|ik|team)\b"
                + _NOTE
                + r"{0,30}\b(?:hebben|heb|heeft)\b(?!"
                + _NOTE
                + r"{0,80}\b(?:geen|niet|niets)\b)"
                + _NOTE
                + r"{0,80}\b(?:ontvangen|gekregen|binnengekregen)\b|\bis (?:goed )?(?:bij ons )?binnen(?:gekomen)?\b"
                r"|\bontvingen wij\b|\bkregen wij\b",
                2,
            ),
            (r"\b(?:hebben|heb)\b" + _NOTE + r"{0,40}\bontvangen\b|\bontvangen\b", 1),
            (
                r"\b(?:hebben|heb) (?:wij|we|ik)\b(?:(?!\b(?:geen|niet|niets)\b)[^.?!]){0,60}"
                r"\b(?:ontvangen|gekregen)\b",
                1.5,
            ),
            (
                r"\buw (?:aanvraag|klacht|melding|bezwaar\w*|verzoek|brief|aanmelding|vraag)\b"
                + _NOTE
                + r"{0,60}\bis\b(?!"
                + _NOTE
                + r"*\bniet\b)"
                + _NOTE
                + r"{0,40}\b(?:binnen(?:gekomen)?|ontvangen|aangekomen|geregistreerd)\b",
                3,
            ),
            (
                r"\bbinnen (?:\w+) (?:dagen|weken|werkdagen)\b"
                + _NOTE
                + r"{0,40}\b(?:antwoord|besluit|bericht|reactie)\b",
                1,
            ),
        ],
        _T.INVITATION: [
            (
                r"^(?!.*\b(?:krijgt|ontvangt|volgt|sturen|stuur|komt)\b.*\buitnodig).*(?P<cue>\buitnodig\w*)"
                r"|\bnodig(?:en|t)?\b"
                + _NOTE
                + r"{0,30}\buit\b|\b(?:bent|is|zijn|wordt)\b"
                + _NOTE
                + r"{0,30}\buitgenodigd\b",
                4,
            ),
            (
                r"\b(?:wil|willen|zou|zouden)\b"
                + _NOTE
                + r"{0,15}\b(?:u|je)\b"
                + _NOTE
                + r"*\b(?:ontmoeten|spreken|ontvangen|begroeten)\b",
                2.5,
            ),
            (r"\broep(?:en)?\b" + _NOTE + r"{0,15}\bu\b" + _NOTE + r"{0,15}\bop\b|\boproep\b", 2.5),
            (
                r"^(?!(?:vanaf|met ingang van|sinds)\b).*(?P<cue>\bwelkom\b)|\b(?:inloopavond|bewonersavond"
                r"|informatieavond|bijeenkomst|kennismaking|kennismaken)\b",
                1.5,
            ),
            (r"\b(?:loop|kom)\b" + _NOTE + r"{0,60}\b(?:binnen|langs)\b" + _NOTE + r"*\bin\b|^kom\b", 2),
            (r"\b(?:tijd|plek)\b" + _NOTE + r"{0,20}\bu\b" + _NOTE + r"{0,20}\bgereserveerd\b", 3),
            (r"(?<!geen )\b(?:afspraak|\w*gesprek|huisbezoek)\b", 1.2),
            (r"\bceremonie\b|\bkom (?:op|naar|ook)\b|\bpraat (?:u )?mee\b|\bmeepraten\b", 2),
            (
                r"^(?!(?:vanaf|met ingang van|sinds)\b).*(?P<cue>\b(?:u bent"
                r"|bent u)\b" + _NOTE + r"{0,40}\bwelkom\b)",
                3,
            ),
            (
                rf"(?P<cue>(?:{dates.PATTERN})"
                + _NOTE
                + r"*\b\d{1,2}(?:[.:]\d\d)?\s*uur\b"
                + _NOTE
                + r"*\b(?:kunt|mag) u\b"
                + _NOTE
                + r"*\b(?:toelichten|vertellen|langskomen|kennismaken|meepraten|bespreken|uitleggen)\b)",
                3,
            ),
            (r"\b(?:naar|volgt?|volgen)\b" + _NOTE + r"{0,20}\b(?:training|cursus|instructie\w*|voorlichting)\b", 1.5),
            (
                r"\b(?:wij|we) (?:verwachten|zien) u\b|\b(?:verwachten|zien) (?:wij|we) u\b"
                r"|\bverwacht(?:en)?\b" + _NOTE + r"{0,15}\bu (?:graag |beiden |allebei |dan )?op\b"
                r"|\bu wordt\b" + _NOTE + r"{0,20}\bverwacht\b|\bwordt u\b" + _NOTE + r"{0,60}\bverwacht\b",
                3,
            ),
            (r"\bdenkt? (?:u )?mee\b|\bmeedenken\b|\blangs\s?komen\b", 1.5),
            (r"^\w+ (?:u|je|jij|jullie) (?:ook |dan )?(?:mee|aan)\?", 3.5),
            (
                rf"(?P<cue>(?:{dates.PATTERN})"
                + _NOTE
                + r"*\b\d{1,2}[.:]\d\d\b"
                + _NOTE
                + r"*\b(?:aan de beurt|met elkaar|samen met (?:u|je)))"
                r"|\b(?:zien|zie)\b" + _NOTE + r"{0,40}\bgraag verschijnen\b"
                r"|\b\d{1,2}[.:]\d\d uur (?:rekenen|verwachten) (?:wij|we)\b"
                rf"|(?:{dates.PATTERN})"
                + _NOTE
                + r"*\b(?:praten|vullen|bespreken|maken) (?:wij|we)\b"
                + _NOTE
                + r"*\b(?:met u|met je|samen|met elkaar)\b",
                3,
            ),
            (
                r"\bkomt u (?:ook|langs|naar)\b|\bdoet u mee\b"
                r"|^(?:\w+:\s*)?(?:doe|help|kom) (?:je |jij )?(?:ook )?mee\b"
                r"(?!.*\b(?:vragenlijst|enquête|onderzoek|peiling)\b)"
                r"|\bmeld u aan\b|\b(?:u|zich) (?:\w+ ){0,4}aanmelden\b|^aanmelden\b",
                1.5,
            ),
            (
                r"\b\w*(?:zitting|bijeenkomst|gesprek|avond|intake|afspraak|keuring|ceremonie)\b"
                + _NOTE
                + r"{0,20}\b(?:is|vindt|begint|staat|gemaakt|gepland)\b"
                + _NOTE
                + r"*\d",
                2.5,
            ),
            (r"\bkom(?:t|en)?\b(?=.*\d).*\b(?:bij u|langs)\b|\bbij u langs (?:op|komen)\b", 2),
        ],
        _T.REMINDER: [
            (r"(?<!laatste )(?<!onze )\b(?:betalings)?herinner(?:ing|en|t|d|den)\b", 4),
            (
                r"\bnog (?:steeds )?(?:geen|niets|niet)\b"
                + _NOTE
                + r"{0,50}\b(?:gehoord|vernomen|ontvangen|gereageerd|reactie|antwoord|gedaan|gekregen|terug|binnen"
                r"|\w*gestuurd|ingevuld)\b",
                2,
            ),
            (
                r"\bverloopt\b|\bloopt\b" + _NOTE + r"{0,30}\baf\b|\bvergeet\b|\bvergeten\b|\bverleng uw\b"
                r"|\bnog geldig\b|\bis geldig tot\b",
                1.7,
            ),
            (
                r"\b(?:ligt|liggen|staat|staan|wacht)\b"
                + _NOTE
                + r"{0,20}\b(?:al|nog|sinds|steeds)\b"
                + _NOTE
                + r"{0,60}\b(?:klaar|wachten|u|ons)\b",
                3,
            ),
            (
                r"\b(?:wij|we|ik) u\b"
                + _NOTE
                + r"{0,40}\b(?:al|eerder|gevraagd|geschreven|gestuurd)\b|\beerder(?:e)? (?:brief|verzoek|oproep)\b",
                2,
            ),
            (r"\b(?:zien|vinden) (?:wij|we)\b" + _NOTE + r"{0,20}\bnog (?:geen|niet)\b|\balsnog\b", 1.5),
            (r"\bsinds\b" + _NOTE + r"{0,40}\b(?:ligt|liggen|staat|staan)\b" + _NOTE + r"{0,60}\bklaar\b", 3),
            (
                r"\b(?:u|je)\b(?: \w+){1,4} nog (?:steeds )?(?:geen|niet|niets)\b"
                r"|\b(?:hebt|heeft|gaf|deed|bent) (?:u|je)\b" + _NOTE + r"{0,20}\bnog (?:geen|niet|niets)\b"
                r"|^(?:\w+:\s*)?denkt? (?:u )?aan\b",
                1.5,
            ),
            (
                r"\b\w*(?:vergunning|pas|kaart|abonnement|rijbewijs|paspoort|huur|contract|indicatie|graf)\b"
                + _NOTE
                + r"{0,30}\b(?:stopt|eindigt|loopt tot|verloopt)\b",
                1.5,
            ),
            (
                r"\bvroegen (?:wij|we) (?:u|je) (?:naar|om)\b(?! (?:betaling|te betalen))"
                r"|\b(?:die|dat|deze|dit|uw \w+) (?:hebben|heb) (?:wij|we|ik) nog (?:steeds )?niet\b",
                2,
            ),
            (r"\bwachten (?:(?:wij|we) )?nog\b|\b(?:hebben|heb)\b" + _NOTE + r"{0,20}\bnog niet terug\b", 2.5),
            (r"\bnogmaals\b|\bnog niet (?:opgehaald|ingeleverd|gedaan|teruggestuurd)\b|\bligt nog\b", 2),
        ],
        _T.DEMAND: [
            (r"\b(?:aanslag|aanslagbiljet|factuur|nota)\b(?!nummer)|" + _BILL, 2),
            (r"\b(?:u|wij)\b" + _NOTE + r"{0,50}\bbeta(?:al|alt|len)\b", 1),
            (r"\b(?:betaal|betalen|u betaalt)\b" + _NOTE + r"{0,60}€|€" + _NOTE + r"{0,60}\bbetalen\b", 1.5),
            (
                r"\b(?:verzoek\w*|vraag|vragen|wilt u|gelieve|graag)\b"
                + _NOTE
                + r"*(?:€|\b(?:bedrag|kosten|geld|deel|termijn)\b)"
                + _NOTE
                + r"*\b(?:voldoen|betalen|maken|storten)\b",
                2.5,
            ),
            (r"\b(?:overmaken|voldoen|betalen|storten)\b" + _NOTE + r"*\b(?:rekening(?:nummer)?|IBAN) NL\d", 2),
            (r"\bmaakt?\b" + _NOTE + r"*\bover\b" + _NOTE + r"{0,40}\bNL\d", 2),
            (
                r"\brekent? (?:u|je)\b" + _NOTE + r"*€" + _NOTE + r"*\baf\b"
                r"|\bgraag (?:hebben|ontvangen|krijgen) (?:wij|we) (?:dat|dit|het|uw) (?:bedrag|geld)\b",
                2.5,
            ),
            (r"^betaal\b|\bbedrag:\s*€|\b(?:parkeer)?boete\b" + _NOTE + r"{0,30}€", 1.5),
            (r"\b(?:dient|dienen|moet|moeten)\b" + _NOTE + r"*\b(?:voldaan|te voldoen|betaald)\b|\bnaheffing\w*\b", 2),
            (r"\bautomatische incasso\b|\bIBAN\b|\brekeningnummer\b", 1),
        ],
        _T.REJECTION: [
            (
                r"\b(?:niet|geen)\b"
                + _NOTE
                + r"{0,60}\b(?:ingewilligd|gehonoreerd|toegewezen|toegekend|verleend|verstrekt|goedgekeurd)\b",
                3,
            ),
            (
                r"\b(?:verlen(?:en|ing)|verleent|geven|geeft|geef|toekenn(?:en|ing)|kennen|verstrekken|vergoeden"
                r"|honoreren"
                r"|krijgt|ontvangt|gunnen)\b" + _NOTE + r"{0,60}\b(?:geen|niet)\b(?! (?:alleen|bericht|brief))",
                2,
            ),
            (r"\bafwijz\w*|\bafgewezen\b|\baf te wijzen\b|\bwij(?:zen|s)\b" + _NOTE + r"{0,100}\baf\b", 4),
            (r"\b(?:u (?:krijgt|ontvangt|komt)|krijgt u)\b" + _NOTE + r"{0,40}\b(?:geen|niet)\b", 3),
            (
                r"\bbesloten\b"
                + _NOTE
                + r"{0,120}\b(?:niet|geen)\b"
                + _NOTE
                + r"{0,60}\bte\b|\bkan (?:niet|geen)\b"
                + _NOTE
                + r"{0,30}\bworden (?:toegekend|verleend|ingewilligd|toegewezen|gehonoreerd)\b",
                3,
            ),
            (
                r"\b(?:stoppen|stopt)\b"
                + _NOTE
                + r"{0,30}\b\w*regeling\b|\b\w*regeling\b"
                + _NOTE
                + r"{0,30}\bstopt\b|"
                r"\b(?:stopt|stoppen|beëindig\w*|verla(?:gen|ging|agd)|verlaag\w*|intrek\w*|ingetrokken"
                r"|stop ?(?:te )?zet\w*"
                r"|stopgezet|korten|korting|minder|lager)\b"
                + _NOTE
                + r"{0,60}\b(?:\w*uitkering|\w*bijstand|\w*toeslag|\w*pas|\w*vergunning|\w*vergoeding|hulp|recht op"
                r"|indicatie|subsidie|\w*opvang|voorziening|\w*kaart|begeleiding|dagdelen|uren)\b"
                r"|\b(?:\w*uitkering|\w*bijstand|\w*toeslag|\w*pas|\w*vergunning|\w*vergoeding|hulp|recht op \w+"
                r"|indicatie"
                r"|subsidie|\w*opvang|voorziening|\w*kaart|begeleiding)\b"
                + _NOTE
                + r"{0,60}\b(?:stopt|stoppen|gestopt|beëindig\w*|verlaagd|verlagen|verlaging|intrekken"
                r"|ingetrokken|stopgezet"
                r"|lager|minder)\b|\btrekken\b"
                + _NOTE
                + r"{0,80}\bin\b$|\b(?:krijgt|ontvangt)\b"
                + _NOTE
                + r"{0,40}\b(?:in plaats van|minder|nog maar|nog \d+)\b",
                2.5,
            ),
            (r"\b(?:gaat|gaan|wordt|worden)\b" + _NOTE + r"{0,30}\b(?:omlaag|lager|minder)\b", 2.5),
            (r"\bhelaas\b|\bvoldoet\b" + _NOTE + r"{0,30}\bniet aan\b", 1.5),
            (
                r"\bgeen (?:grond|aanleiding)\b|\b(?:geen|niet)\b"
                + _NOTE
                + r"{0,60}\bvoor (?:toekenning|inwilliging|vergoeding)\b"
                r"|\bniet\b" + _NOTE + r"{0,40}\bin aanmerking\b|\bkomt u niet\b",
                2.5,
            ),
            (
                r"\bweiger\w*|\bgeweigerd\b|\bniet (?:goed|toe|akkoord|inwilligen)\b|\bkunnen wij\b"
                + _NOTE
                + r"{0,50}\bniet\b|\bkunnen u\b"
                + _NOTE
                + r"{0,60}\b(?:geen|niet)\b"
                + _NOTE
                + r"{0,60}\b(?:geven|verlenen|toekennen|vergoeden|verstrekken)\b",
                2,
            ),
            (
                r"\bgeen\b"
                + _NOTE
                + r"{0,30}\b(?:\w*vergunning|\w*uitkering|kwijtschelding|subsidie|bijstand|\w*kaart|toestemming"
                r"|vergoeding)\b",
                1.5,
            ),
        ],
        _T.GRANT: [
            (
                r"\bbeslo(?:ten|ot) dat u\b(?!"
                + _NOTE
                + r"*\b(?:niet|geen|moet)\b)"
                + _NOTE
                + r"*\b(?:krijgt|mag|ontvangt)\b",
                4,
            ),
            (
                r"\btoegewezen\b|\bwijzen\b"
                + _NOTE
                + r"{0,60}\btoe\b|\btoekenn\w*|\btoegekend\b|\btoe te kennen\b|\btoegelaten tot\b|\btoelating tot\b"
                r"|\bkennen\b" + _NOTE + r"{0,100}\btoe\b",
                4,
            ),
            (
                r"\bu houdt\b|\bverleng(?:en|d)\b"
                + _NOTE
                + r"{0,40}\b(?:hulp|indicatie|vergunning|uitkering|voorziening|begeleiding)\b"
                r"|\b(?:hulp|indicatie|uitkering|voorziening|begeleiding)\b" + _NOTE + r"{0,40}\bverleng(?:en|d)\b",
                2.5,
            ),
            (r"\bverlen(?:en|ing|d)\b|\bverleend\b|\bgoedgekeurd\b|\bkeuren\b" + _NOTE + r"{0,60}\bgoed\b", 2.5),
            (
                r"\b(?:u (?:krijgt|mag|ontvangt)|(?:krijgt|mag) u)\b(?!\s*[.,;])(?!"
                + r"[^.?!,]{0,60}\b(?:geen|niet|brief|bericht|antwoord|besluit|uitnodiging|rekening|aanmaning)\b)",
                1.5,
            ),
            (
                r"\bu krijgt\b(?!\s*[.,;])(?!"
                + _NOTE
                + r"{0,60}\b(?:geen|niet|boete|rekening|aanslag|minder|lager|terug)\b)"
                + _NOTE
                + r"{0,40}(?:€|\b(?:\w*vergunning|subsidie|bijstand|\w*uitkering|\w*toeslag|\w*vergoeding|hulp"
                r"|kwijtschelding"
                r"|ontheffing|toestemming|\w*pas|\w*kaart)\b)",
                2.5,
            ),
            (
                r"\bbesloten\b(?!"
                + _NOTE
                + r"*\b(?:niet|geen|gelasten)\b)"
                + _NOTE
                + r"*\bte (?:verstrekken|verlenen|vergoeden|geven|verhogen|plaatsen|bieden)\b"
                r"|\bvast te stellen op €|\bstellen\b" + _NOTE + r"{0,60}\bvast op €"
                r"|\bvaststelling\b" + _NOTE + r"{0,20}\bsubsidie\b"
                r"|\bsubsidievaststelling\b",
                4,
            ),
            (r"\b(?:wij|we) (?:vergoeden|geven|verstrekken) (?:u|uw)\b|\bgoed nieuws\b", 2),
            (
                r"^(?:\w+:\s*)?(?!(?:u|je|wie|wat|dit|dat|die|het|niemand|iedereen|iemand|anders)\b)"
                r"\w+ (?:krijgt|mag)\b"
                r"(?! (?:u|je|ik|nu|nog)\b)(?!" + _NOTE + r"*\b(?:geen|niet|minder|brief|bericht)\b)"
                r"|^(?:\w+:\s*)?je krijgt (?:een|de|het) "
                r"\w*(?:premie|vergoeding|toeslag|uitkering|pas|kaart|vergunning)\b",
                2.5,
            ),
            (
                r"\b(?:hij|zij|uw (?!aanvraag|brief|vraag|klacht|melding|verzoek)\w+|dat [A-Z]\w+)\b"
                + _NOTE
                + r"{0,40}\b(?:krijgt|ontvangt)\b(?!"
                + _NOTE
                + r"{0,40}\b(?:geen|niet|brief|bericht|antwoord|rekening)\b)",
                2,
            ),
            (r"\bscheld\w*\b" + _NOTE + r"{0,80}\bkwijt\b|\bkwijtgescholden\b|\bkwijt te schelden\b", 4),
            (r"\bstemmen\b" + _NOTE + r"{0,30}\bin\b|\btoestemming\b|\bingewilligd\b", 1.5),
        ],
        _T.LETTER: [
            (r"\b(?:antwoord|reactie) op uw\b|\bwaarin u\b|\bnaar aanleiding (?:van uw|hiervan|daarvan)\b", 2),
            (
                r"\bu (?:vroeg|vraagt|schrijft|schreef|informeert|stelt|stelde|wilt weten|wilde weten)\b"
                r"|\b(?:vraagt|vroeg|schrijft|schreef|stelt|stelde) u\b|\buw vra(?:ag|gen)\b",
                2,
            ),
            (r"\b(?:mededelen|meedelen|berichten|laten weten) dat\b|\b(?:verandert|veranderen|wordt digitaal)\b", 1),
        ],
        _T.STREET_LETTER: [
            (r"\b(?:werkzaamheden|werken aan|opgebroken|afgesloten|afsluiting|herinrichting|straatwerk|aannemer)\b", 2),
            (r"\b(?:in|aan) uw (?:straat|buurt|wijk)\b|\bbij u in de (?:straat|buurt)\b|\bomleiding\b|\boverlast\b", 2),
            (r"\b(?:straat|weg|brug|rijbaan|stoep)\b" + _NOTE + r"{0,40}\b(?:dicht|afgesloten)\b", 1.5),
            (r"\b(?:bewoner|bewoners|buurtbewoners|omwonenden|ondernemers?)\b", 1),
        ],
    }
)
_LETTER_CUES: Mapping[DocumentType, Sequence[tuple[Pattern, float]]] = MappingProxyType(
    {sort: tuple((Pattern(pattern, re.IGNORECASE), weight) for pattern, weight in cues) for sort, cues in _CUES.items()}
)
_DECIDES = frozenset({_T.GRANT, _T.REJECTION, _T.ENFORCEMENT, _T.RECLAIM, _T.OBJECTION_DECISION})
_DECISION_WORDS = Pattern(r"\b(?:besluit|besluiten|besloten|beschikking|bezwaar maken|beslissing)\b", re.IGNORECASE)
_OF_A_LETTER = frozenset({Part.SALUTATION, Part.SUBJECT, Part.CLOSING})
"""A document with none of these is written for everybody."""
_STREET_GREETING = Pattern(r"\b(?:bewoners?|omwonenden?|buurtbewoners?|buren|ondernemers)\b", re.IGNORECASE)
_TOPICS: Mapping[str, Pattern] = MappingProxyType(
    {
        name: Pattern(pattern, re.IGNORECASE)
        for name, pattern in {
            "aanvragen": r"\baanvra\w+\b|\bvraag\b[^.?!]{0,60}\baan\b|\bdoorgeven\b|\baangifte\b"
            r"|\b(?:aan)?meld(?:en|t)?\b"
            r"|\bverleng\w*|\bregelen\b|\bbreng(?:en)?\b|\bbezwaar maken\b",
            "kosten": r"\bkost(?:en|te)?\b|€|\btarie\w+|\bgratis\b|\bbetaalt\b",
            "nodig": r"\bnodig\b|\bmeenemen\b|\bneem\b[^.?!]{0,60}\bmee\b|\bmeesturen\b|\bstuur\b[^.?!]{0,60}\bmee\b",
            "voorwaarden": r"\bvoorwaarde\w*|\brecht op\b|\bvoor wie\b|\bwanneer (?:kan|mag|krijgt|moet)\b",
            "duur": r"\bhoe ?lang\b|\bduurt\b|\bbinnen \w+ (?:dagen|weken|werkdagen|maanden)\b",
        }.items()
    }
)
"""What a page about a product tells; a page that tells three of the five is one."""
_NEWS = Pattern(r"^(?:nieuws\b|geplaatst\b|gepubliceerd\b|nieuwsbericht\b|laatste nieuws\b)", re.IGNORECASE)
_FORM = Pattern(r"\b(?:aanvraag|aanmeld|meld|wijzigings|inschrijf)?formulier\b", re.IGNORECASE)
_FIELD = Pattern(r"_{4,}|\.{8,}|\[ ?\]|☐")
"""A line or a box to fill in, in a form that is typed."""
_DAY_ALONE = Pattern(rf"(?:{dates.PATTERN})", re.IGNORECASE)
_FIRST_BLOCKS = 6
_FIELDS_OF_A_FORM = 4
_PRODUCT_TOPICS = 3
_NO_PRODUCT = Pattern(
    r"\b(?:\w*privacy\w*|cookies|(?:uw|persoons)\s?gegevens|toegankelijkheid\w*|bekendmaking\w*"
    r"|veelgestelde vragen|disclaimer"
    r"|werk(?:zaamheden)? (?:aan|in|op)|afsluiting\w*|omleiding\w*)\b",
    re.IGNORECASE,
)
_PRODUCT = Pattern(
    r"\b(?:\w*(?:vergunning|ontheffing|subsidie|kaart|pas|bewijs|uittreksel|uitkering|toeslag|bijdrage)"
    r"|\w+ (?:aanvragen|melden"
    r"|verlengen|inschrijven|regelen|aangeven|huren))$",
    re.IGNORECASE,
)
"""A title that names what is to be had: two topics are enough then."""
_ALMOST_ALL = 4
_WORDS_OF_A_PAGE = 1_000
"""In a longer text, such as a plan, any topic comes up somewhere."""
_CONDITION = Pattern(r"^(?:als|indien|wanneer|mocht|stel)\b|\b(?:als|indien|wanneer|tenzij)\b|\?", re.IGNORECASE)
"""In a condition or a question nothing is decided."""


def given(type: DocumentType) -> TypeGuess:
    """Return the sort that the user named."""
    return TypeGuess(type, "u hebt het zelf opgegeven", given=True)


def guess(text: LetterText, parts: Sequence[Part]) -> TypeGuess:
    """Return the sort of document that the cues point at."""
    if not _OF_A_LETTER.intersection(parts):
        return _page(text)
    places = list(_places(text, parts))
    seen = _strongest_places(places)
    points: dict[DocumentType, float] = defaultdict(float)
    strongest: dict[DocumentType, tuple[float, str]] = {}
    for sort, cues in _LETTER_CUES.items():
        for number, (_, weight) in enumerate(cues):
            if (sort, number) not in seen:
                continue
            where, words = seen[sort, number]
            gained = weight * where.weight
            points[sort] += gained
            if gained > strongest.get(sort, (0.0, ""))[0]:
                strongest[sort] = (gained, f"‘{words if len(words) <= 40 else words[:39] + '…'}’ in {where.words}")
    _adjust(points, text, parts, places)
    sort = max(points, key=lambda one: points[one], default=DocumentType.LETTER)
    unsure = points.get(sort, 0.0) < _LEAST and not any(_NONE_POSSIBLE.search(v.block.text) for v in text.blocks)
    if unsure and _against_decision(text, parts) and (decided := _by_polarity(places)):
        return decided
    if points.get(sort, 0.0) < _LEAST:
        return TypeGuess(DocumentType.LETTER, "geen woorden die bij een bepaalde soort brief horen")
    return TypeGuess(sort, strongest[sort][1] if sort in strongest else "de aanhef is voor een hele straat")


def _by_polarity(places: Sequence[_Text]) -> TypeGuess | None:
    """Return what a letter decides that tells how to object, without a word for it: "Die hulp loopt niet door"."""
    opening = [one.text for one in places if one.place in {_Place.TITLE, _Place.OPENING} and one.firm]
    for clause in (part for words in opening for part in _CLAUSES.split(words)):
        for sort, pattern in ((_T.REJECTION, _TAKES), (_T.GRANT, _GIVES)):
            if found := pattern.search(clause):
                return TypeGuess(sort, f"u kunt bezwaar maken, en er staat ‘{found[0]}’")
    for words in opening:  # what was asked for, and nothing that says no
        if found := _ANSWERS.search(words):
            return TypeGuess(_T.GRANT, f"u kunt bezwaar maken, er staat ‘{found[0]}’, en nergens een nee")
    return None


_ANSWERS = Pattern(r"\b(?:uw (?:\w+ )?(?:aanvraag|verzoek)|vroeg u|u vroeg|aangevraagd)\b", re.IGNORECASE)
"""What a decision decides on."""


_NONE_POSSIBLE = Pattern(r"\bgeen bezwaar\b", re.IGNORECASE)
_CLAUSES = Pattern(r"[,;]|\b(?:maar|want|omdat)\b")


_TAKES = Pattern(
    r"\b(?:niet|geen|vervalt|vervallen|einde|eindigt|stopt|stop|minder|lager|herzien|herziening|beëindig\w*"
    r"|beperk\w*)\b"
    r"|\btrek\w*\b[^.?!]*\bin\b",
    re.IGNORECASE,
)
_GIVES = Pattern(r"\bu (?:mag|krijgt|houdt|ontvangt)\b|\b(?:meer|hoger|akkoord|goed nieuws)\b", re.IGNORECASE)
_Cue = tuple[DocumentType, int]
"""A cue by its sort and its number in that sort."""
_OUTCOMES = frozenset({_T.GRANT, _T.REJECTION})
"""Sorts that say yes or no: that counts only where it holds without a condition."""
_FIRMLY = _OUTCOMES | {_T.OBJECTION_DECISION}
"""Sorts of which a cue under a condition tells nothing: "Anders is uw bezwaar niet-ontvankelijk"."""
_REFUSES = Pattern(
    r"\b(?:wij|we|ik|college|wordt|worden|krijgt|ontvangt|is)\b[^.?!,]*"
    r"\b(?:geen|niet)\b(?! (?:alleen|meer dan|langer))",
    re.IGNORECASE,
)
"""A verb of granting in it says no: "Wij verlenen die niet"."""
_NO_BILL = Pattern(
    r"\b(?:stuurt|sturen|krijgt|ontvangt)\b[^.?!]*\b(?:daarvoor|later|apart|nog)\b[^.?!]*\been (?:rekening"
    r"|factuur|aanslag)\b"
    r"|\bbetaal\w*\b[^.?!]*\baan (?:het |de )?(?:CAK|UWV|Belastingdienst|zorgaanbieder|aanbieder|leverancier"
    r"|school|bedrijf)\b"
    r"|\b(?:hoeft u|u hoeft)\b[^.?!]*\b(?:niet|niets|geen)\b[^.?!]*\bbetalen\b",
    re.IGNORECASE,
)
"""Money that somebody else asks, that is asked later, or that need not be paid."""
_HAS_ALL = Pattern(
    r"\b(?:wij|we) nu alles\b|\b(?:hebben|heb) (?:wij|we|ik) (?:nu )?alles\b"
    r"|\b(?:wij|we|ik) (?:hebben|heb) (?:nu )?alles\b"
    r"|\bis (?:nu )?(?:compleet|volledig)\b",
    re.IGNORECASE,
)
_OTHERS_DECIDED = Pattern(
    r"\b(?:koning|minister|staatssecretaris|rechter|rechtbank|provincie|rijk|IND|UWV|SVB|CAK|DUO|RDW|Belastingdienst"
    r"|gemeenteraad|inspectie|politie)\b"
    r"[^.?!,]*\b(?:heeft|hebben|besloot|besliste|had)\b(?![^.?!]*\b(?:wij|we|ons college)\b)",
    re.IGNORECASE,
)
"""What somebody else decided is not what this letter decides: "De minister heeft op 3 mei besloten dat u ..."."""
_SURE_OF_OBJECTION = 9.0
_TELLS_OUTCOME = 2.0
_LEAST = 3.0
"""Points below which nothing is clear; one strong cue in the opening is enough."""


def _strongest_places(places: Sequence[_Text]) -> Mapping[_Cue, tuple[_Place, str]]:
    """Return of every cue in ``places`` the words and where they weigh most; of equal ones the first."""
    found: dict[_Cue, tuple[_Place, str]] = {}
    for place in places:
        for cue, words in _cues_in(place.text).items():
            if cue in found and found[cue][0].weight >= place.place.weight:
                continue
            if cue[0] in _FIRMLY and not (place.firm and not _CONDITION.search(place.text)):
                continue
            if cue[0] is _T.GRANT and place.place is not _Place.TITLE and _REFUSES.search(place.text):
                continue
            if cue[0] is _T.DEMAND and _NO_BILL.search(place.text):
                continue
            if cue[0] is _T.MISSING_PAPERS and _HAS_ALL.search(place.text):
                continue
            if cue[0] in _DECIDES and _OTHERS_DECIDED.search(place.text):
                continue
            found[cue] = (place.place, words)
    return found


@lru_cache(maxsize=4_096)
def _cues_in(text: str) -> Mapping[_Cue, str]:
    """Return the words in ``text`` of every cue that is there.

    It is remembered: after an edit only one sentence is another, and there are some hundred cues.
    """
    return {
        (sort, number): " ".join(found[found.lastgroup or 0].split())
        for sort, cues in _LETTER_CUES.items()
        for number, (pattern, _) in enumerate(cues)
        if (found := pattern.search(text))
    }


def _addresses(view: AnalysedBlock, part: Part) -> bool:
    return view.block.kind is BlockKind.SALUTATION or part is Part.SALUTATION


def _adjust(
    points: dict[DocumentType, float], text: LetterText, parts: Sequence[Part], places: Sequence[_Text]
) -> None:
    """Weigh the form: a greeting for a street, and whether there is a decision at all."""
    greeting = "\n".join(v.block.text for v, part in zip(text.blocks, parts, strict=True) if _addresses(v, part))
    ordered = any(one.place is _Place.TITLE and _ORDERS_OWN.search(one.text) for one in places)
    if ordered and any(_ONE_ADDRESS.search(view.block.text) for view in text.blocks[: _greeting_at(parts)]):
        points[DocumentType.STREET_LETTER] *= 0.5
    elif _STREET_GREETING.search(greeting) or _is_to_many(text, parts) or _is_to_a_role(text, parts, greeting):
        points[DocumentType.STREET_LETTER] += 4
    if not any(_APPLIES.search(place.text) for place in places):
        points[_T.MISSING_PAPERS] *= 0.2
    if any(_INTENDS.search(place.text) for place in places):  # a draft orders nothing yet
        points[_T.ENFORCEMENT] *= 0.2
    _hold_back(points, places)
    outcome = max(points.get(_T.GRANT, 0.0), points.get(_T.REJECTION, 0.0))
    if points.get(_T.OBJECTION_DECISION, 0.0) >= _SURE_OF_OBJECTION:  # a yes or no to an objection
        points[_T.OBJECTION_DECISION] += outcome
    if Part.REMEDY in parts and outcome >= _TELLS_OUTCOME:  # "U vroeg ..." opens a decision as well as an answer
        points[_T.LETTER] *= 0.4
    if _against_decision(text, parts):  # under a decision stands how to object, so it is one
        points[DocumentType.LETTER] = points[DocumentType.STREET_LETTER] = 0.0
        if points.get(_T.GRANT, 0.0) >= _HINT:  # "Wij verlengen uw hulp" decides; who prolongs a term does not
            points[_T.EXTENSION] *= 0.4
        for sort in _DECIDES:
            points[sort] *= _SURELY if points.get(sort, 0.0) >= _HINT else 1.0
    decides = Part.REMEDY in parts or any(_DECISION_WORDS.search(place.text) for place in places)
    for sort in _DECIDES:
        points[sort] *= 1.2 if decides else 0.6


def _hold_back(points: dict[DocumentType, float], places: Sequence[_Text]) -> None:
    """Weigh what the opening says is not the case: nothing to pay, nothing decided yet."""
    early = [place for place in places if place.place in _EARLY and place.firm and not _CONDITION.search(place.text)]
    if any(_COLLECTED.search(place.text) for place in early):  # who need not do anything is not asked to pay
        for sort in (_T.DEMAND, _T.FINAL_DEMAND):
            points[sort] *= 0.2
    if any(_PUT_OFF.search(place.text) for place in early):
        for sort in _DECIDES:
            points[sort] *= 0.05
    if any(_HEARD_FIRST.search(place.text) for place in early):  # nothing is decided yet
        for sort in _OUTCOMES:
            points[sort] *= 0.3


_EARLY = frozenset({_Place.TITLE, _Place.OPENING})
_COLLECTED = Pattern(
    r"\b(?:hoeft u|u hoeft)\b[^.?!]*\b(?:niets|niet|geen)\b[^.?!]*\bte doen\b"
    r"|\b(?:wij|we) (?:betalen|storten)\b[^.?!]*\b(?:u|uw)\b[^.?!]*\b(?:terug|uit|rekening)\b"
    r"|\b(?:krijgt u|u krijgt)\b[^.?!]*€?[^.?!]*\bterug\b",
    re.IGNORECASE,
)
"""Money that is taken from the reader's account, or that he gets."""
_PUT_OFF = Pattern(r"\b(?:verdagen|verdaagd|verdaging)\b", re.IGNORECASE)
"""A decision that comes later."""
_HEARD_FIRST = Pattern(
    r"\bvan plan\b[^.?!]*\bu (?:mag|kunt) eerst\b|\buw zienswijze\b[^.?!]*\b(?:vóór|binnen|uiterlijk)\b", re.IGNORECASE
)
"""A plan on which the reader may give his view first."""


_INTENDS = Pattern(
    r"\b(?:van plan|voornemens|het voornemen|ons voornemen|overwegen)\b[^.?!]*\b(?:last|dwangsom|bestuursdwang"
    r"|op te leggen)\b"
    r"|\bvoornemen\w*:?\s+(?:tot\s+)?(?:\w+\s+){0,2}(?:last|dwangsom|bestuursdwang)\b",
    re.IGNORECASE,
)
_SURELY = 3.0
_HINT = 0.5


def _greeting_at(parts: Sequence[Part]) -> int:
    return next((at for at, part in enumerate(parts) if part is Part.SALUTATION), 0)


_ONE_ADDRESS = Pattern(
    r"\b(?:aan )?(?:de )?(?:bewoners?|eigenaar|eigenaren|huurders?|gebruikers?) van\s+"
    r"(?:(?:het|de) (?:adres|pand|woning|perceel) )?(?:[A-Z][\w’'-]+\s+)+\d+\s?[a-zA-Z]?(?![\d-]| (?:t/m|tot|en)\b)"
)
"""In the address: a letter to who lives in one house."""


def _is_to_many(text: LetterText, parts: Sequence[Part]) -> bool:
    return any(_TO_MANY.search(view.block.text) for view in text.blocks[: _greeting_at(parts)])


def _is_to_a_role(text: LetterText, parts: Sequence[Part], greeting: str) -> bool:
    """Tell whether a letter greets its reader as one of a sort, "Beste booteigenaar", and nobody stands above it."""
    head = (view.block.text for view in text.blocks[: _greeting_at(parts)])
    return bool(_ROLE_GREETED.search(greeting)) and not any(_SOMEBODY.search(words) for words in head)


_ROLE_GREETED = Pattern(
    r"^(?:beste|geachte|hallo|dag) \w*(?:eigenaa?re?n?s?|bezitters?|gebruikers?|huurders?|winkeliers?|hondenbaasje?s?"
    r"|bezoekers?|buren|buurtgenoten)\W*$",
    re.IGNORECASE,
)
_SOMEBODY = Pattern(
    r"\b(?:de heer|mevrouw|familie|t\.a\.v\.|aan de eigenaar)\b"
    r"|^(?!postbus|antwoordnummer)[A-Z][\w’' -]+ \d+\w?(?:,|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A name or a street with its number above a letter."""
_TO_MANY = Pattern(
    r"^aan (?:de |alle )+(?:\w+ )?(?:bewoners|inwoners|omwonenden|buurtbewoners|ondernemers|winkeliers)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""In the address: a letter to a street, a village or all shops, whatever its greeting."""
_ORDERS_OWN = Pattern(
    r"^(?:\w+:\s*)?(?:\w+ |(?:wilt|kunt|zou|moet) (?:u|je) )?(?:uw|je|jouw)\b(?! (?:straat|buurt|wijk|dorp"
    r"|gemeente|omgeving)\b)",
    re.IGNORECASE,
)
"""A subject about what is the reader's own: "Activeer uw pas", "Wilt u uw haag snoeien?"; no news for a street."""
_APPLIES = Pattern(
    r"\b\w*(?:aanvra\w+|gevraagd|verzoek\w*|bezwaar\w*|uitkering|bijstand|subsidie|vergunning|toeslag|kwijtschelding"
    r"|papieren|stukken|documenten|bescheiden"
    r"|inschrijving|aanmelding|aangifte|melding|bijdrage|voorziening|ontheffing|regeling|claim|declaratie"
    r"|dossier|huur\w*|recht op|beoordel\w*|behandel\w*|besliss\w*|beslis\w*|besluit\w*)\b|\bvra(?:agt|agde|eg) u\b"
    r"|\bu (?:vraagt|vroeg)\b|\bvraag\b[^.?!]*\baan\b",
    re.IGNORECASE,
)
"""What is not complete is something that the reader applied for; a paper that is lacking elsewhere is just asked."""


def _against_decision(text: LetterText, parts: Sequence[Part]) -> bool:
    """Tell whether a letter says how to object to it."""
    told = (view.block.text for view, part in zip(text.blocks, parts, strict=True) if part is Part.REMEDY)
    return any(_OBJECT_TO_THIS.search(words) for words in told)


_OBJECT_TO_THIS = Pattern(
    r"\b(?:dit|ons|het) besluit\b|\b(?:deze|onze|de) (?:beslissing|beschikking)\b|\bbezwaar(?:schrift)?\b",
    re.IGNORECASE,
)


_OVER_LETTER = PROSE | {BlockKind.ADDRESS, BlockKind.REFERENCE}
_NAMES_ITSELF = Pattern(
    r"(?:laatste |eerste |tweede )?(?:aanmaning|(?:betalings)?herinnering|factuur|rekening|nota|uitnodiging"
    r"|ontvangstbevestiging)",
    re.IGNORECASE,
)
"""A line above the greeting by which a letter names itself: "AANMANING"; it can look like a line of the address."""


def _places(text: LetterText, parts: Sequence[Part]) -> Iterator[_Text]:
    if text.document.title:
        yield _Text(_Place.TITLE, text.document.title)
    if subject := roles.subject(text, parts) or subjects.find(text, parts):
        yield _Text(_Place.TITLE, subject.text)
    for view in text.blocks[: _greeting_at(parts)]:
        if view.block.kind in _OVER_LETTER:
            for line in view.block.text.splitlines():
                if _NAMES_ITSELF.fullmatch(line.strip()):
                    yield _Text(_Place.TITLE, line.strip())
    seen = 0
    conditional = {
        (one.placed.block, one.placed.sentence.start) for one in settings(text) if one.conditional or one.optional
    }
    for view, part in zip(text.blocks, parts, strict=True):
        if part is Part.SUBJECT:
            continue
        if part is Part.HEADING:
            yield _Text(_Place.TITLE if seen == 0 else _Place.HEADING, view.block.text)
        elif view.block.kind in PROSE and part not in {Part.REMEDY, Part.CONTACT, Part.ATTACHMENTS}:
            for sentence in view.analysis.sentences:
                seen += 1
                place = _Place.OPENING if seen <= _OPENING_SENTENCES else _Place.REST
                yield _Text(place, sentence.text, firm=(view.index, sentence.start) not in conditional)


def _page(text: LetterText) -> TypeGuess:
    blocks = [view.block for view in text.blocks]
    title = text.document.title or next((b.text for b in blocks if b.kind is BlockKind.HEADING), "")
    labels = sum(block.kind is BlockKind.LABEL or bool(_FIELD.search(block.text)) for block in blocks)
    if _FORM.search(title) or labels >= _FIELDS_OF_A_FORM:
        return TypeGuess(DocumentType.FORM, "er zijn velden om in te vullen" if labels else "de titel zegt het")
    if any(_NEWS.match(block.text) or _DAY_ALONE.fullmatch(block.text.strip()) for block in blocks[:_FIRST_BLOCKS]):
        return TypeGuess(DocumentType.NEWS, "boven de tekst staat dat het nieuws is, of wanneer het is geplaatst")
    body = "\n".join(block.text for block in blocks if block.kind in PROSE or block.kind is BlockKind.HEADING)
    topics = [name for name, pattern in _TOPICS.items() if pattern.search(body)]
    named = bool(_PRODUCT.search(title.strip()))
    least = _PRODUCT_TOPICS - 1 if named else _PRODUCT_TOPICS
    tells = (len(topics) >= least and "aanvragen" in topics) or len(topics) >= _ALMOST_ALL
    product = tells and (named or len(body.split()) <= _WORDS_OF_A_PAGE)
    if product and not _NO_PRODUCT.search(title):
        return TypeGuess(DocumentType.PRODUCT_PAGE, f"de pagina gaat over {', '.join(topics[:-1])} en {topics[-1]}")
    return TypeGuess(DocumentType.INFORMATION_PAGE, "een webpagina die niets laat aanvragen")
