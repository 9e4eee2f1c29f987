"""Reads broken pages, Markdown and Word files, and holds every character of every block to the source.

    python benchmarks/fuzz_readers.py                      # 102,000 inputs
    python benchmarks/fuzz_readers.py --inputs 1000 --seed 7

The inputs are pieces of the documents in ``corpora/``, changed at random: parts taken out, doubled, moved, put in from
another document, tags and characters that readers stumble over. With the same seed they are the same.

What must hold, whatever the input:

* the reader gives a document, or refuses with a message of its own; it raises nothing else;
* a character of a block is the same in the source, or stands for a reference, white space or a line end there;
* two letters that stand side by side in a block have nothing between them in the source that keeps words apart;
* in a Word file every piece of text is the text of the one element that it names, and no text is read twice.
"""

from __future__ import annotations

import argparse
import html
import io
import random
import re
import sys
import time
import zipfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from b1check.documents import readers
from b1check.documents.document import Block, Document
from b1check.documents.readers import docx
from b1check.documents.readers.html_tokens import EndTag, HtmlToken, StartTag, tokens
from b1check.errors import ReadError

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
SHARES = {"html": 0.44, "md": 0.44, "docx": 0.12}
INPUTS = 102_000
SEED = 20261122
_LONGEST = 1_200
_MAX_CHANGES = 12
_MAIN, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_BESIDE = re.compile(r"word/(?:footnotes|header\d|footer\d)\.xml")
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_APART = frozenset(
    (
        "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr img input li main nav ol p pre section table tbody td tfoot th "
        "thead tr ul"
    ).split()
)
"""Elements that keep words apart."""
_UNREAD = frozenset(
    (
        "script style template noscript svg math select textarea datalist video audio canvas object iframe noembed "
        "noframes rp rt title dialog"
    ).split()
)
"""Elements of which the content is not read: what stands in them keeps nothing apart."""

_TAGS = (
    "<p> </p> <b> </b> <br> </br> <wbr> </td><td> <td> </td> <tr> <table> </table> <li> </li> <ul> </ul> "
    "<div> </div> <h2> </h2> <i><b> </i></b> <span> </span> <!-- --> <!--x--> </> < > & &amp; &eacute; "
    "&nbsp; &shy; &#0; &#x1F600; <title> </title> <script> </script> <style> <textarea> <![CDATA[ ]]> "
    "<svg> </svg> <main> </main> <nav> </nav> <aside> <button> </button> </a>"
)
_MARKS = (
    "{{ {{x}} }} {% %} {%if%} {# #} {{#if}} {{/if}} «veld» ** * _ __ ` ``` ~~~ # ## > - + 1. | |-|-| [ ] "
    "]( ) ![ \\ \\| <http://a.b> ~~ --- === [a]: http:// \u00ad \u200b \ufeff \x00 \x1b \U0001f600 "
    "e\u0301"
)
_PIECES = (
    *_TAGS.split(),
    *_MARKS.split(" "),
    *("\u2028", "\x0b", "\x0c", "\n", "\r\n", "\r", "\t", "  ", "\n\n", "    ", "\n> ", "\n- ", "\n1. "),
    *("<a href='x'>", '<p class="a>b">', "<p hidden>", "<span hidden>", "\n| a | b |\n|---|---|\n"),
)


_NUMBER = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,9})|(?P<decimal>[0-9]{1,9}));?")


def inputs(kind: str, seed: int, count: int) -> Iterator[bytes]:
    """Yield ``count`` broken documents of a kind: ``html``, ``md`` or ``docx``."""
    chance = random.Random(f"{seed}-{kind}")
    if kind == "docx":
        parts = [_parts(path) for path in sorted((CORPORA / "brieven").glob("*.docx"))]
        for _ in range(count):
            yield _broken_word_file(chance, chance.choice(parts))
        return
    suffix = f"*.{kind}"
    texts = [path.read_text("utf-8") for path in sorted(CORPORA.glob(f"[bw]*/{suffix}"))]
    for _ in range(count):
        yield _broken_text(chance, texts).encode("utf-8", "replace")


def _broken_text(chance: random.Random, texts: list[str]) -> str:
    text = _piece_of(chance, chance.choice(texts), _LONGEST)
    for _ in range(chance.randint(1, _MAX_CHANGES)):
        at = chance.randint(0, len(text))
        to = min(at + chance.randint(0, 40), len(text))
        match chance.randrange(6):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:to] + text[at:]
            case 2:
                text = text[:at] + _piece_of(chance, chance.choice(texts), 80) + text[at:]
            case 3:
                there = chance.randint(0, len(text))
                text = text[:there] + text[at:to] + text[there:]
            case _:
                text = text[:at] + "".join(chance.choices(_PIECES, k=chance.randint(1, 4))) + text[at:]
    return text


def _piece_of(chance: random.Random, text: str, longest: int) -> str:
    at = chance.randint(0, max(len(text) - longest, 0))
    return text[at : at + chance.randint(1, longest)]


def _parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a Word file, with two footnotes that say what its first paragraphs say."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    root = etree.fromstring(parts[_MAIN])
    notes = etree.Element(f"{_W}footnotes")
    for number, paragraph in enumerate(root.findall(f".//{_W}p")[:2], 1):
        note = etree.SubElement(notes, f"{_W}footnote", {f"{_W}id": str(number)})
        note.append(etree.fromstring(etree.tostring(paragraph)))
        run = etree.SubElement(paragraph, f"{_W}r")
        etree.SubElement(run, f"{_W}footnoteReference", {f"{_W}id": str(number)})
    links = etree.fromstring(parts[_LINKS])
    etree.SubElement(links, f"{_PACKAGE}Relationship", {"Id": "notes", "Type": _NOTES, "Target": "footnotes.xml"})
    for name, tree in ((_MAIN, root), ("word/footnotes.xml", notes), (_LINKS, links)):
        parts[name] = etree.tostring(tree)
    return parts


def _broken_word_file(chance: random.Random, parts: dict[str, bytes]) -> bytes:
    changed = dict(parts)
    name = chance.choice([_MAIN, _MAIN, *(name for name in parts if _BESIDE.fullmatch(name))])
    if chance.random() < 0.8:
        root = etree.fromstring(parts[name])
        for _ in range(chance.randint(1, _MAX_CHANGES)):
            _change_tree(chance, root)
        changed[name] = etree.tostring(root)
    else:
        name = chance.choice(list(parts))
        data = bytearray(parts[name])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data) or 1)
            data[at : at + chance.randint(0, 20)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 6)))
        changed[name] = bytes(data)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for part, data in changed.items():
            file.writestr(part, data)
    made = bytearray(stream.getvalue())
    if chance.random() < 0.05:
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


_AROUND = "ins del moveTo moveFrom hyperlink smartTag sdt sdtContent fldSimple tbl tr tc p r t txbxContent bdo".split()
_INSIDE = (
    "br tab cr noBreakHyphen softHyphen vanish fldChar instrText delText sym commentReference footnoteReference t"
).split()


def _change_tree(chance: random.Random, root: etree._Element) -> None:
    """Take an element out, double it, move it, put another one around it or in it, or change its text."""
    elements = [element for element in root.iter() if element is not root]
    if not elements:
        return
    element = chance.choice(elements)
    parent = element.getparent()
    assert parent is not None
    match chance.randrange(7):
        case 0:
            parent.remove(element)
        case 1:
            parent.insert(parent.index(element), etree.fromstring(etree.tostring(element)))
        case 2:
            there = chance.choice(elements)
            if element not in there.iterancestors() and there is not element:
                there.append(element)
        case 3:
            around = etree.Element(f"{_W}{chance.choice(_AROUND)}")
            parent.replace(element, around)
            around.append(element)
        case 4:
            inside = etree.SubElement(element, f"{_W}{chance.choice(_INSIDE)}")
            inside.text = chance.choice(["x", " ", "", "a\u00adb", "\U0001f600", "HYPERLINK x", "-"])
            inside.set(f"{_W}fldCharType", chance.choice(["begin", "separate", "end", "x"]))
        case 5:
            element.text = chance.choice(["", " ", "a b", "\u00ad", "\u200bwoord", "\n", "e\u0301"])
        case _:
            element.tag = f"{_W}{chance.choice([*_AROUND, *_INSIDE])}"


def faults(kind: str, data: bytes) -> Iterator[str]:
    """Yield what is wrong with how ``data`` is read; raises :class:`ReadError` when it is refused."""
    document = readers.read_bytes(data, name=f"a.{kind}")
    source = document.source.text
    for block in document.blocks:
        yield from _wrong_characters(block, source, kind)
    if kind == "docx":
        yield from _wrong_pieces(data)
    else:
        yield from _glued(document, kind)


def _wrong_characters(block: Block, source: str, kind: str) -> Iterator[str]:
    for at, character in enumerate(block.text):
        start, end = block.map.to_source(at, at + 1)
        there = source[start:end]
        literal = block.map.is_literal(at, at + 1)
        right = there == character if literal else _stands_for(there, character, kind)
        if not right:
            yield f"{character!r} at {at} of {block.text[:60]!r} is {there!r} in the source"
            return
    if kind != "docx" and block.map.to_source(0, len(block.text)).end > len(source):
        yield "a block ends after the source"


def _stands_for(there: str, character: str, kind: str) -> bool:
    """Tell whether ``character`` may stand for ``there``: a reference, white space, a line end or an object."""
    if character.isspace():
        return not there.strip("\\ \t\r\n\f\v\u2028") or there.startswith(
            ("<", "&", "![") if kind == "md" else ("<", "&")
        )
    if number := _NUMBER.fullmatch(there):
        named = int(number["hex"], 16) if number["hex"] else int(number["decimal"])
        if named == ord(character):
            return True
    if there.startswith("&"):
        return character in html.unescape(there.replace("\0", "\ufffd"))
    return (kind == "md" and there.startswith("\\")) or (character == "\ufffd" and there == "\0")


def _glued(document: Document, kind: str) -> Iterator[str]:
    """Yield where two letters stand side by side that the source keeps apart."""
    source = document.source.text
    found: list[HtmlToken] | None = None
    starts: list[int] = []
    for block in document.blocks:
        for before, after in zip(block.map.slices, block.map.slices[1:], strict=False):
            gap = source[before.source_end : after.source_start]
            if not gap or not (block.text[before.text_end - 1].isalnum() and block.text[after.text_start].isalnum()):
                continue
            if gap.isspace():
                yield f"white space is lost: {source[max(before.source_end - 20, 0) : after.source_start + 20]!r}"
                return
            if kind == "md":
                # What stands in the address of a link is no tag.
                address = source.find("](", before.source_end, after.source_start)
                inside = list(tokens(source, before.source_end, address if address >= 0 else after.source_start))
            else:
                if found is None:
                    found = list(tokens(source, 0, len(source)))
                    starts = [token.start for token in found]
                inside = found[bisect_left(starts, before.source_end) : bisect_left(starts, after.source_start)]
            tags = [token for token in inside if isinstance(token, StartTag | EndTag)]
            unread = any(tag.name in _UNREAD or (isinstance(tag, StartTag) and _may_hide(tag)) for tag in tags)
            if not unread and any(_keeps_apart(tag) for tag in tags):
                yield f"words are glued: {source[max(before.source_end - 20, 0) : after.source_start + 20]!r}"
                return


def _keeps_apart(tag: StartTag | EndTag) -> bool:
    # The end tag of an element that has no content means nothing, but that of a line break is one.
    return tag.name in _APART and (isinstance(tag, StartTag) or tag.name not in {"img", "input", "hr"})


def _may_hide(tag: StartTag) -> bool:
    return "hidden" in tag.attributes or "style" in tag.attributes or bool(tag.attributes.keys() & {"lang", "xml:lang"})


def _wrong_pieces(data: bytes) -> Iterator[str]:
    """Yield which pieces of a Word file are not the text of their element, or are read twice."""
    seen: set[etree._Element] = set()
    for paragraph in docx.Package(data).story():
        if "".join(piece.text for piece in paragraph.pieces) != paragraph.text:
            yield f"the pieces are not the text: {paragraph.text[:60]!r}"
        for piece in paragraph.pieces:
            element = piece.element
            if element is None:
                continue
            if element in seen:
                yield f"read twice: {piece.text[:60]!r}"
            seen.add(element)
            if (element.text or "").replace("\n", " ").replace("\r", " ") != piece.text:
                yield f"{piece.text[:60]!r} is {element.text!r} in the file"
            if any(around.tag in {f"{_W}del", f"{_W}moveFrom"} for around in element.iterancestors()):
                yield f"deleted text is read: {piece.text[:60]!r}"


def run(kind: str, seed: int, count: int, show: Callable[[str], None] = print) -> Counter[str]:
    """Read ``count`` inputs of a kind and return how many were read, refused, wrong and raised, and the characters."""
    counts: Counter[str] = Counter()
    for number, data in enumerate(inputs(kind, seed, count)):
        counts["inputs"] += 1
        try:
            wrong = list(faults(kind, data))
            counts["read"] += 1
        except ReadError:
            counts["refused"] += 1
            continue
        except Exception as error:  # a fault, whatever its kind
            wrong = [f"raises {type(error).__name__}: {error}"]
        if wrong:
            counts["wrong"] += 1
            if counts["wrong"] <= 10:
                show(f"{kind} {number} (seed {seed}): {wrong[0]}")
    return counts


def main() -> int:
    """Read the inputs of each kind and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=INPUTS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=list(SHARES))
    options = parser.parse_args()
    wrong = 0
    for kind, share in SHARES.items():
        if options.only in {None, kind}:
            start = time.perf_counter()
            counts = run(kind, options.seed, round(options.inputs * share))
            took = time.perf_counter() - start
            print(
                f"{kind:5} {counts['inputs']:7,} inputs: {counts['read']:7,} read, {counts['refused']:6,} refused, "
                f"{counts['wrong']:,} wrong, {took:.0f} s",
                flush=True,
            )
            wrong += counts["wrong"]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
