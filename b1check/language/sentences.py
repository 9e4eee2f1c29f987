"""Where Dutch sentences begin: rules for official letters, and a spaCy component that applies them.

The rules look at the text, not at tokens, so they work the same before any pipeline. They know abbreviations, initials,
amounts, times, articles of law, list markers, quotation marks and brackets. A blank line ends a sentence; a single line
break does not, because letters have hard line ends, unless a list item begins on the next line or the line is the
salutation, ends in a colon, or belongs to the closing of a letter, where every line stands alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from b1check.language import abbreviations

FACTORY = "b1_sentences"

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘„«([¿"
_LIST_MARKER = r"(?:[•▪◦●○■□✓*·–—-]|\(?\d{1,2}[.)°]|\(?[a-z][.)]|[ivx]{1,4}[.)])"

#: A full stop, question mark, exclamation mark or ellipsis with what closes after it; or a break between lines.
_CANDIDATE = re.compile(
    rf"(?P<mark>[.?!…]+)(?P<close>[{_CLOSERS}]*(?:\s''(?=\s|$))?)(?P<gap>\s+|(?=[A-Z][a-z])|$)|(?P<break>\n\s*)"
)
_CHUNK_BEFORE = re.compile(r"[^\s(\[“‘„\"«/]*$")
_NEXT_WORD = re.compile(rf"(?P<clitic>['’‘][stn]\s+)?(?:[{_OPENERS}]|,,\s?)*(?P<word>[\w'’-]+)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.){0,4}[A-Z][a-z]?|IJ|Th|Ch")
_MARKER_ONLY = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})")
_LIST_ITEM = re.compile(_LIST_MARKER + r"\s")
#: A line of a programme, "10.00 uur inloop", ends where the next one begins.
_TIMED = re.compile(r"\d{1,2}[.:]\d\d\s")
_MONTHS_AND_DAYS = frozenset(
    """
    jan feb febr mrt apr jun jul aug sep sept okt nov dec ma di wo do vr za zo
    """.split()
)
#: So many characters before a mark are looked at; more would make long texts slow.
_LOOK_BACK = 300
_SALUTATION = re.compile(r"(?:Geachte|Beste|Lieve|Hallo|L\.S\.)\b[^.?!]{0,80}[,!.]?")
_CLOSING = re.compile(
    r"(?:Hoogachtend|(?:Met )?(?:vriendelijke|hartelijke) groet(?:en)?|Groet(?:en)?|Tot (?:ziens|dan))\b[^.?!]{0,40}",
    re.IGNORECASE,
)

#: Words that open a new sentence when they have a capital: no name begins with them.
_OPENING_WORDS = frozenset(
    """
    U Uw Wij We Ons Onze Ik Hij Zij Ze Je Jij Jullie Dit Dat Deze Die Een Er Hier Daar Daarom Daarna Daarbij Hierbij
    Hiermee Als Wanneer Indien Wilt Kunt Hebt Heeft Bent Is Zijn Bel Stuur Vul Lees Kijk Neem Ga Let Want Maar En
    Ook Dan Toen Nu Niet Geen Alle Wat Wie Waar Hoe Waarom Omdat Met Na Om Tot Door Zonder Tegen Vanaf Volgens Sinds
    Tijdens Namens Daarvoor Hiervoor Vervolgens Verder Bovendien Echter Helaas Graag Mocht Moet Moeten Hebben Heeft
    Krijgt
    """.split()
)
#: These open a sentence too, but also a surname ("A. De Jong"): they do not count after an initial or a title.
_OPENING_OR_NAME = frozenset(
    """
    De Het Van In Op Bij Uit Aan Te Voor Over Onder
    """.split()
)


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which a sentence begins, in order.

    >>> sentence_starts("Bel dhr. J.P. de Vries. Of mail ons.")
    [0, 24]
    """
    first = len(text) - len(text.lstrip())
    if first == len(text):
        return []
    starts = [first]
    for end in _boundaries(text, first):
        if end < len(text) and end > starts[-1]:
            starts.append(end)
    return starts


def _boundaries(text: str, first: int) -> Iterator[int]:
    """Yield the offset behind every sentence end, where the next sentence begins."""
    last = first
    signing = False
    for match in _CANDIDATE.finditer(text, first):
        end = match.end()
        if "\n" in match.group():
            gap = match.group("gap") or match.group("break") or ""
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
            blank = gap.count("\n") > 1
            signing = not blank and (signing or bool(_CLOSING.fullmatch(line)))
            listed = _LIST_ITEM.match(text, end) or (_TIMED.match(text, end) and _TIMED.match(line))
            if blank or signing or line[-1:] == ":" or listed or _SALUTATION.fullmatch(line):
                last = end
                yield end
                continue
            if match.group("break") is not None:
                continue
        before = text[max(last, match.start() - _LOOK_BACK) : match.start()]
        if _ends_sentence(before, match.group("mark"), match.group("close"), text, end):
            last = end
            yield end


def _ends_sentence(before: str, mark: str, close: str, text: str, end: int) -> bool:
    """Whether a closing mark ends the sentence ``before`` it.

    Args:
        before: the sentence so far, without the mark; of a very long one the last part.
        mark: the mark or marks, such as "." or "?!".
        close: quotation marks and brackets that close behind it.
        text: the whole text.
        end: where the rest of the text begins, behind the mark and white space.
    """
    following = _NEXT_WORD.match(text, end)
    word = (following.group("word") or "") if following else ""
    clitic = bool(following and following.group("clitic"))
    if not word and not clitic:
        # Only a symbol follows: a bullet or an amount begins something new, a comma goes on.
        return text[end : end + 1] not in {",", ";", ":", ")", "-", "–"}
    if word[:1].islower() and not _odd_opening(word):
        return False
    if mark != "." or close:
        return True
    if word[:1].isdigit() and _LIST_ITEM.match(text, end):
        return not _is_abbreviation(_chunk(before))
    return _full_stop_ends(before, _chunk(before), word)


def _chunk(before: str) -> str:
    match = _CHUNK_BEFORE.search(before)
    return match.group() if match else ""


def _odd_opening(word: str) -> bool:
    """Some sentences begin in lower case on purpose: "mijnOverheid is ...", "e-Herkenning ..."."""
    return any(char.isupper() for char in word[1:])


def _is_abbreviation(chunk: str) -> bool:
    return f"{chunk.lower()}." in abbreviations.ALL


def _full_stop_ends(before: str, chunk: str, word: str) -> bool:
    """Whether a single full stop after ``chunk`` ends a sentence, when a capital or a digit follows."""
    opens = word in _OPENING_WORDS
    if not chunk:
        return True
    if _is_marker(before, chunk):
        return False
    abbreviation = f"{chunk.lower()}."
    if abbreviation in abbreviations.ANYWHERE:
        return not word[:1].isdigit()
    if chunk.lower() in _MONTHS_AND_DAYS:
        return opens or word in _OPENING_OR_NAME
    if abbreviation in abbreviations.BEFORE_SOMETHING or abbreviation in abbreviations.DOTTED_BEFORE_SOMETHING:
        return chunk.isupper() and opens and len(chunk) > 1  # the company "Jansen B.V."
    if chunk in {"U", "u"}:
        return True
    if _INITIALS.fullmatch(chunk) and (len(chunk) == 1 or "." in chunk):
        return opens
    if _DOTTED.fullmatch(chunk):
        return opens or word in _OPENING_OR_NAME
    return True


def _is_marker(before: str, chunk: str) -> bool:
    """Whether ``chunk`` is the number or letter of a list item: "1. Uw naam", "nodig: a. Een foto"."""
    if not _MARKER_ONLY.fullmatch(chunk):
        return False
    rest = before[: len(before) - len(chunk)].rstrip()
    return not rest or rest[-1] in ":;"


@Language.component(FACTORY, assigns=["token.is_sent_start"])
def set_sentence_starts(doc: Doc) -> Doc:
    """Set the start of every sentence, so that the parser keeps to it."""
    starts = sentence_starts(doc.text)
    following = 0
    # Every token is set: 1 where a sentence begins, -1 elsewhere. 0 would leave it to the parser.
    marks = numpy.full(len(doc), -1, dtype=numpy.int64)
    for token in doc:
        begins = following < len(starts) and token.idx >= starts[following] and not token.is_space
        if begins or token.i == 0:
            marks[token.i] = 1
        if begins:
            following = bisect_right(starts, token.idx, following)
    # All at once: at every single one spaCy would look through all of the text whether it was parsed before.
    return doc.from_array(["SENT_START"], marks.view(numpy.uint64))  # type: ignore[arg-type]  # it also takes one column
