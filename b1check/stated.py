"""The facts that a text states, each written in one way, so that two texts can be compared.

"€ 1.500,-" and "1500 euro" are one amount, "zes weken" and "6 weken" one term, "03-04-2026" and "3 april 2026" one day,
"art. 3:45 Awb" and "artikel 3:45 van de Algemene wet bestuursrecht" one article. Everything is found by its form alone:
amounts, percentages, measures, dates, times, terms, phone numbers, mail addresses, sites, references, articles of law,
addresses and names. A number that only counts something ("3 bomen") is not among them.

``letter.facts`` looks for fewer facts, in running text only, and works out what they are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from b1check.documents.document import Block, BlockKind, MarkKind
from b1check.language import abbreviations, dates, money, numbers, phones, terms


class FactKind(StrEnum):
    """Sorts of facts, in the order of a report."""

    AMOUNT = "bedrag"
    DATE = "datum"
    TERM = "termijn"
    TIME = "tijd"
    PERCENTAGE = "percentage"
    MEASURE = "maat"
    REFERENCE = "kenmerk"
    ARTICLE = "wetsartikel"
    PHONE = "telefoonnummer"
    MAIL = "e-mailadres"
    SITE = "website"
    ADDRESS = "adres"
    NAME = "naam"


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact and its place.

    Attributes:
        kind: what sort of fact.
        key: the fact in one form: parts of which "" is not said, such as the year of a date; of a name its words.
        block: index of the block in the document.
        start: offset in the text of the block.
        end: offset after the last code point.
        text: the words.
    """

    kind: FactKind
    key: tuple[str, ...]
    block: int
    start: int
    end: int
    text: str

    def same(self, other: Stated) -> bool:
        """Tell whether both state the same, as far as both say it."""
        if self.kind is not other.kind:
            return False
        return all(one == two or not (one and two) for one, two in zip(self.key, other.key, strict=False))


_Found = tuple[int, int, tuple[str, ...]]
"""Start, end and key."""

_PERCENTAGE = re.compile(rf"(?<![\d.,])(?P<count>\d+(?:,\d+)?|{numbers.WORD})\s*(?:%|procent\b)", re.IGNORECASE)

_MEASURE = re.compile(
    rf"(?<![\d.,])(?P<count>(?:{numbers.DIGITS})(?:,\d+)?|{numbers.WORD})\s*(?P<unit>(?:vierkante\s+|kubieke\s+)?(?:centi|kilo)?meter"
    r"|m²|m2|m³|m3|cm|km|m|liter|kilogram|kilo|kg|gram|kWh)\b(?![²³])",
    re.IGNORECASE,
)
_MEASURES = MappingProxyType(
    {"m": "meter", "cm": "centimeter", "km": "kilometer", "kg": "kilo", "kilogram": "kilo"}
    | {"m²": "vierkante meter", "m2": "vierkante meter", "m³": "kubieke meter", "m3": "kubieke meter"}
)
_DAYS = {"minuut": 1 / 1440, "uur": 1 / 24, "dag": 1.0, "week": 7.0}
_MONTHS = {"maand": 1.0, "jaar": 12.0}
_TERM = re.compile(
    rf"(?<![\d.,:])\b(?:{terms.COUNT}|(?:(?<=binnen\s)|(?<=minimaal\s)|(?<=minstens\s)|(?<=maximaal\s)|(?<=uiterlijk\s))een)"
    rf"{terms.ASIDE}\s+{terms.UNIT}",
    re.IGNORECASE,
)
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_TIMES = re.compile(
    rf"(?<![\d.,:])(?:{_CLOCK}(?:\s*uur)?\s*(?:-|–|tot(?:\s+en\s+met|\s+ongeveer|\s+uiterlijk)?|t/m|en)\s*{_CLOCK}(?![.,:]?\d)"
    rf"(?:\s*uur\b)?|{_CLOCK}\s*(?:uur|u)\b)",
    re.IGNORECASE,
)
_WHOLE_HOUR = re.compile(
    r"\b(?:om|van|vanaf|tot|v[oó][oó]r|tussen)\s+(?P<hour>\d{1,2})(?:\s+(?:tot|en)\s+(?P<other>\d{1,2}))?\s+uur\b",
    re.IGNORECASE,
)
_MORE_DAYS = re.compile(
    r"(?<![\d.,])(\d{1,2})\s*(?:,|en|of|-|–|t/m|tot|tot\s+en\s+met|tot\s+of)\s*(?:de\s+)?$", re.IGNORECASE
)
"""A day that shares its month with the next one: "21 en 22 mei"."""

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]«»“”\"]+"
    r"|(?<![\w@.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:nl|com|org|eu|net|example)\b(?:/[^\s<>()\[\]]*)?",
    re.IGNORECASE,
)
_CODE = r"[A-Z]{0,8}[-./]?\d[\w]*(?:[./-]\w*\d\w*|[./-][A-Z]+\b)*(?:\s\d{3,4}\b)*"
_LABELLED = re.compile(
    rf"\b[\w-]{{0,40}}(?:kenmerk|nummer|nr\.?|referentie)\b\s*(?:is|was|van)?\s*:?\s*"
    rf"(?P<code>(?-i:[A-Z]{{1,4}}[ ])?{_CODE})",
    re.IGNORECASE,
)
_LOOSE_CODE = re.compile(
    r"\b(?:[A-Z]{1,8}[-./]?\d[\w]*(?:[./-]\w+)*|\d{2,}(?:[./-]\w*\d\w*)+|\d{4}(?:\s\d{4}){1,4}|\d{6,})\b"
)
_NO_CODE = re.compile(r"(?:19|20)\d\d[-/](?:(?:19|20)?\d\d)|\d{1,3}(?:\.\d{3})+|[A-Z]\d{1,3}|\d{1,2}[./:]\d{1,2}")
_LEAST_CODE = 4
"""Letters and digits of a reference; a shorter one is a number of something else."""

_LAWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "awb": ("algemene wet bestuursrecht",),
        "awr": ("algemene wet inzake rijksbelastingen",),
        "avg": ("algemene verordening gegevensbescherming",),
        "apv": ("algemene plaatselijke verordening",),
        "bw": ("burgerlijk wetboek",),
        "wmo": ("wet maatschappelijke ondersteuning",),
        "wgs": ("wet gemeentelijke schuldhulpverlening",),
        "wabo": ("wet algemene bepalingen omgevingsrecht",),
        "woo": ("wet open overheid",),
        "wob": ("wet openbaarheid van bestuur",),
        "woz": ("wet waardering onroerende zaken", "wet woz"),
        "brp": ("wet basisregistratie personen", "wet brp"),
        "wlz": ("wet langdurige zorg",),
        "zvw": ("zorgverzekeringswet",),
        "wvw": ("wegenverkeerswet",),
        "babw": ("besluit administratieve bepalingen inzake het wegverkeer",),
        "pw": ("participatiewet",),
        "iw": ("invorderingswet",),
        "bbl": ("besluit bouwwerken leefomgeving",),
        "bro": ("besluit ruimtelijke ordening",),
        "wro": ("wet ruimtelijke ordening",),
        "bibob": ("wet bevordering integriteitsbeoordelingen door het openbaar bestuur", "wet bibob"),
    }
)
_SHORT_LAW = MappingProxyType({full: short for short, names in _LAWS.items() for full in names})
_KNOWN_LAW = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted((*_SHORT_LAW, *_LAWS), key=len, reverse=True)
)
_LAW_NAME = re.compile(rf"\b(?:{_KNOWN_LAW})\b", re.IGNORECASE)
_ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende".split()
_ARTICLE_NUMBER = r"\d+(?:[:.]\d+)*[a-z]{0,2}\b"
_ARTICLES = re.compile(
    rf"\b(?:artikel(?:en)?|artt?\.)\s+(?P<numbers>{_ARTICLE_NUMBER}(?:(?:\s*,\s*|\s+en\s+|\s+of\s+|\s+tot\s+en\s+met\s+)"
    rf"(?:artikel\s+)?{_ARTICLE_NUMBER})*)"
    rf"(?:,?\s+(?:en\s+)?(?:(?:{'|'.join(_ORDINALS)})(?:\s+en\s+\w+)?\s+lid|lid\s+\d+|(?:aanhef\s+en\s+)?(?:onder|onderdeel|sub)\s+[a-z0-9]{{1,2}}\b|aanhef))*"
    rf",?\s*(?:van\s+|uit\s+)?(?:de\s+|het\s+|onze\s+)?(?P<law>\b(?:{_KNOWN_LAW})\b|(?-i:[A-Z][\w-]+(?:\s+[a-z][\w-]{{3,}}|\s+[A-Z][\w-]+)?))?",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(r"\s+(?:19|20)\d\d$")

_STREET = (
    r"(?:straat|weg|laan|plein|pad|kade|gracht|singel|hof|dijk|dreef|park|markt|steeg|ring|allee|plantsoen|oever|wal|erf|"
    r"akker|haven|brink|dam|hoek|veld|kamp|werf|burg|baan|meent|poort|wijk)"
)
_ADDRESS = re.compile(
    rf"\b(?P<street>(?:[A-Z][\w'’.-]{{0,30}}\s+){{0,3}}(?:[A-Z][\w'’-]{{0,30}}?{_STREET}|Markt|Laan|Plein|Brink|Singel|Haven|Hof|Dijk|Dam))\s+(?P<number>\d{{1,4}}(?:\s?[A-Za-z]\b|-\d{{1,3}})?)\b(?!\s*(?:{'|'.join(dates.MONTHS)}))"
    r"|\b(?P<place>[A-Z][\w'’-]{1,40}(?:[ ](?:van|de|der|den|het|'t|ten|ter|[A-Z][\w'’-]{1,40})){0,4})[ ]"
    r"(?P<placenumber>\d{1,4}(?:\s?[A-Za-z]\b|-\d{1,3})?)"
    r"(?=\s*[,\n]\s*[1-9]\d{3}\s?[A-Z]{2}\b)"
    r"|\b(?P<box>Postbus)\s+(?P<boxnumber>\d+)|\b(?P<code>[1-9]\d{3})\s?(?P<letters>[A-Z]{2})\b"
)

_SMALL = r"(?:van|de|der|den|het|'t|’t|ten|ter|el|al|la|le|du|von)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = re.compile(
    rf"(?P<initials>(?:[A-Z][a-z]?\.[ ]?){{1,6}}(?:{_SMALL}[ ]){{0,3}})?"
    rf"(?P<words>{_CAPITAL}(?:[ ](?:{_SMALL}[ ])*{_CAPITAL})*)"
)
_NUMBERED = re.compile(r"[A-Z]\.[ ]?")
"""The letter before a heading: "A. Uw gegevens"."""
_DEPARTMENT = re.compile(
    r"\b(?:afdeling|team|cluster|sector|dienst|directie|unit|domein|bureau|\w{0,20}manager|hoofd|teamleider|directeur|"
    r"consulent|\w{0,20}medewerker|adviseur|coördinator)\b"
    r"(?:[ ](?:van|de|het|en|/)|[ ,]+[^\W\d_]+(?=[ ,]+(?:en\b|[A-Z]|$))){0,5}[ ,/]*$",
    re.IGNORECASE,
)
"""Words before the name of a part of the municipality, which a reader does not need to find it."""
_SENTENCE_START = re.compile(r"(?:^|[.?!:;•*–|/\n]|^\d+[.)])[\s\"'“‘«(\[-]*$")
_LOOK_BACK = 100
"""Characters before a word that tell what it is."""
_LAST_WORD = re.compile(r"(\S+)\s*$")
_NO_NAME = frozenset(
    """
    nederlander nederlanders u uw uzelf wij ons onze ik de het een dit dat deze die gemeente gemeentes team
    afdeling college burgemeester wethouder wethouders heer mevrouw meneer mevr dhr mr drs dr ing ir familie
    postbus bijlage bijlagen onderwerp datum kenmerk zaaknummer telefoon verzonden geachte beste namens
    hoogachtend artikel lid wet verordening regeling besluit beleidsregel beleidsregels nederland nederlands
    nederlandse persoonlijk vertrouwelijk directeur secretaris hoofd ambtenaar medewerker manager teamleider
    aanvraag brief balie loket website pagina formulier stap vraag bezwaar beroep kan moet hebt heeft bent is wat
    waar wanneer hoe waarom wie welke als dan bel mail kijk ga stuur vul zet met vriendelijke groet gemeenteraad
    raad commissie rechtbank sector provincie waterschap rijk digid internet euro april
    """.split()
) | frozenset((*dates.MONTHS, *dates.WEEKDAYS))
"""Words with a capital that are no name, and parts of names that say little, such as "Team"."""


def find(blocks: Sequence[Block]) -> tuple[Stated, ...]:
    """Return the facts in ``blocks``, in order; targets of links to other sites are facts too."""
    return tuple(stated for index, block in enumerate(blocks) for stated in _in_block(index, block))


def words(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the words of ``blocks`` in lower case, those with a hyphen also in parts."""
    found = [word for block in blocks for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", block.text.casefold())]
    return frozenset(found) | {part for word in found for part in re.split(r"['’-]", word)}


def length(term: Stated) -> tuple[str, float] | None:
    """Return how long a term is, in days or in months; None for working days, which depend on the calendar."""
    count, unit = float(term.key[0]), term.key[1]
    if unit in _DAYS:
        return "dag", round(count * _DAYS[unit], 4)
    return ("maand", count * _MONTHS[unit]) if unit in _MONTHS else None


def _in_block(index: int, block: Block) -> Iterator[Stated]:
    text = block.text
    taken = bytearray(len(text))
    found: list[Stated] = []
    for kind, finder in _FINDERS:
        new = [place for place in finder(text) if not any(taken[place[0] : place[1]])]
        for start, end, key in new:
            found.append(Stated(kind, key, index, start, end, text[start:end]))
            _take(taken, start, end)
    for law in _LAW_NAME.finditer(text):
        _take(taken, *law.span())
    found += [*_names(index, block, taken), *_links(index, block)]
    yield from sorted(found, key=lambda one: (one.start, one.end))


def _take(taken: bytearray, start: int, end: int) -> None:
    """Mark the characters from ``start`` to ``end`` as part of a fact."""
    taken[start:end] = b"\x01" * (end - start)


def _links(index: int, block: Block) -> Iterator[Stated]:
    for mark in block.marks:
        if mark.kind is not MarkKind.LINK:
            continue
        if mark.value.startswith("mailto:"):
            address = mark.value.removeprefix("mailto:").split("?")[0]
            yield Stated(FactKind.MAIL, (address.casefold(),), index, mark.start, mark.end, address)
        elif mark.value.startswith(("http://", "https://")):
            yield Stated(FactKind.SITE, (_site(mark.value),), index, mark.start, mark.end, mark.value)


def _amounts(text: str) -> Iterator[_Found]:
    for found in money.amounts(text):
        yield found.start, found.end, (f"{found.cents / 100:.2f}",)


def _percentages(text: str) -> Iterator[_Found]:
    for found in _PERCENTAGE.finditer(text):
        yield *found.span(), (f"{numbers.value(found['count']):g}",)


def _measures(text: str) -> Iterator[_Found]:
    for found in _MEASURE.finditer(text):
        unit = " ".join(found["unit"].casefold().split())
        yield *found.span(), (f"{numbers.value(found['count']):g}", _MEASURES.get(unit, unit))


def _dates(text: str) -> Iterator[_Found]:
    for found in dates.find(text):
        year = str(found.year) if found.year else ""
        yield found.start, found.end, (f"{found.month}-{found.day}", year)
        start = found.start
        while more := _MORE_DAYS.search(text, max(0, start - 20), start):
            listed = "," not in more[0] or text[found.start].isdigit()  # not "in kamer 3, maandag 5 mei"
            if not (listed and dates.exists(int(more[1]), found.month, found.year)):
                break
            start = more.start()
            yield more.start(1), more.end(1), (f"{found.month}-{int(more[1])}", year)


def _times(text: str) -> Iterator[_Found]:
    for found in _TIMES.finditer(text):
        for clock in re.finditer(_CLOCK, found[0]):
            hour, minute = re.split("[.:]", clock[0])
            yield found.start() + clock.start(), found.start() + clock.end(), (f"{int(hour)}:{minute}",)
    for found in _whole_hours(text):
        for group in ("hour", "other"):
            if found[group]:
                yield *found.span(group), (f"{int(found[group])}:00",)


def _whole_hours(text: str) -> Iterator[re.Match[str]]:
    """Yield the hours of a clock; "van 20 tot 36 uur" is a length of time."""
    for found in _WHOLE_HOUR.finditer(text):
        if max(int(found["hour"]), int(found["other"] or 0)) <= 24:
            yield found


def _terms(text: str) -> Iterator[_Found]:
    hours = [found.span() for found in _whole_hours(text)]
    for found in _TERM.finditer(text):
        if not any(start <= found.start() < end for start, end in hours):
            yield *found.span(), (f"{numbers.value(found['count'] or 'een'):g}", terms.UNITS[found["unit"].casefold()])


def _phones(text: str) -> Iterator[_Found]:
    return ((found.start, found.end, (found.digits,)) for found in phones.find(text))


def _mails(text: str) -> Iterator[_Found]:
    for found in _MAIL.finditer(text):
        yield *found.span(), (found[0].casefold().rstrip("."),)


def _sites(text: str) -> Iterator[_Found]:
    for found in _SITE.finditer(text):
        shown = found[0].rstrip(".,;:!?'’)")
        yield found.start(), found.start() + len(shown), (_site(shown),)


def _site(address: str) -> str:
    return re.sub(r"^https?://|^www\.", "", re.sub(r"^https?://", "", address.casefold())).rstrip("/")


def _ibans(text: str) -> Iterator[_Found]:
    for found in money.accounts(text):
        yield found.start, found.end, (found.number.casefold(),)


def _references(text: str) -> Iterator[_Found]:
    spans = [found.span("code") for found in _LABELLED.finditer(text)]
    spans += [found.span() for found in _LOOSE_CODE.finditer(text) if not _NO_CODE.fullmatch(found[0])]
    done = bytearray(len(text))
    for start, end in spans:
        key = _plain(text[start:end])
        if len(key) >= _LEAST_CODE and not any(done[start:end]):
            _take(done, start, end)
            yield start, end, (key,)


def _plain(code: str) -> str:
    return re.sub(r"[\W_]", "", code).casefold()


def _articles(text: str) -> Iterator[_Found]:
    for found in _ARTICLES.finditer(text):
        law = _law(found["law"] or "")
        for number in re.finditer(_ARTICLE_NUMBER, found["numbers"]):
            start = found.start("numbers") + number.start()
            end = found.end("law") if found["law"] else found.end("numbers")
            first = number.start() == 0
            place = (found.start(), end) if first else (start, start + len(number[0]))
            yield *place, (number[0].casefold(), law)


def _law(name: str) -> str:
    """Return a law in one form: its short name, without a year."""
    lower = _YEAR_AFTER.sub("", " ".join(name.casefold().split()))
    return _SHORT_LAW.get(lower, lower)


def _addresses(text: str) -> Iterator[_Found]:
    for found in _ADDRESS.finditer(text):
        if found["street"]:
            yield *found.span(), (found["street"].split()[-1].casefold(), found["number"].replace(" ", "").casefold())
        elif found["place"]:
            number = found["placenumber"].replace(" ", "").casefold()
            yield *found.span(), (found["place"].split()[-1].casefold(), number)
        elif found["box"]:
            yield *found.span(), ("postbus", found["boxnumber"])
        else:
            yield *found.span(), ("postcode", f"{found['code']}{found['letters'].casefold()}")


_FINDERS = (
    (FactKind.MAIL, _mails),
    (FactKind.SITE, _sites),
    (FactKind.REFERENCE, _ibans),
    (FactKind.ARTICLE, _articles),
    (FactKind.AMOUNT, _amounts),
    (FactKind.PERCENTAGE, _percentages),
    (FactKind.MEASURE, _measures),
    (FactKind.DATE, _dates),
    (FactKind.TIME, _times),
    (FactKind.TERM, _terms),
    (FactKind.PHONE, _phones),
    (FactKind.ADDRESS, _addresses),
    (FactKind.REFERENCE, _references),
)
"""In the order in which they may take their words: digits of an account number are no phone number."""


def _names(index: int, block: Block, taken: bytearray) -> Iterator[Stated]:
    """Yield names: words with a capital where no sentence begins, in rows such as "Sterre van den Berg"."""
    text = block.text
    for found in _NAME.finditer(text):
        start, end = found.span()
        parts = list(re.finditer(_CAPITAL, found["words"]))
        base = found.start("words")
        initials = found["initials"]
        if initials and block.kind is BlockKind.HEADING and start == 0 and _NUMBERED.fullmatch(initials):
            initials = None
        if not initials and _begins_sentence(text, start if found["initials"] else base):
            parts = parts[1:]
        kept = [
            part
            for part in parts
            if part[0].casefold() not in _NO_NAME
            and not (part[0].isupper() or _law(part[0]) in _LAWS)
            and not any(taken[base + part.start() : base + part.end()])
        ]
        if not kept or _before(_DEPARTMENT, text, base + kept[0].start()):
            continue
        if not initials or kept[0] is not parts[0]:
            start = base + kept[0].start()
        end = base + kept[-1].end()
        yield Stated(FactKind.NAME, tuple(part[0].casefold() for part in kept), index, start, end, text[start:end])


def _begins_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - _LOOK_BACK) : offset]
    if last := _LAST_WORD.search(before):
        word = last[1].lstrip("(\"'“‘").casefold()
        if word in abbreviations.BEFORE_SOMETHING or re.fullmatch(r"(?:[a-z]\.)+", word):
            return False
    return _SENTENCE_START.search(before) is not None


def _before(pattern: re.Pattern[str], text: str, offset: int) -> bool:
    return pattern.search(text, max(0, offset - _LOOK_BACK), offset) is not None
