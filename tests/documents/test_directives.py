"""Words that switch remarks off: read in every format, no part of the text, and written where they hold."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents import directives, readers
from b1check.documents.directives import REASON_HERE, Directive
from b1check.documents.document import Document
from b1check.documents.source import SourceRange
from b1check.documents.writers.directives import switch_off, switch_on
from b1check.documents.writers.edits import apply
from b1check.errors import ReadError


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("b1check uit: lange-zin - wettelijke formule", Directive(("lange-zin",), "wettelijke formule", False)),
        (" B1check  uit:Lange-Zin,woorden – uit de wet ", Directive(("lange-zin", "woorden"), "uit de wet", False)),
        ("b1check uit in deze tekst: lange-zin - de\nwet", Directive(("lange-zin",), "de wet", True)),
        ("b1check uit: lange-zin", Directive(("lange-zin",), "", False)),
        ("b1check uit: lange-zin -", Directive(("lange-zin",), "", False)),
        ("b1check uit: lange-zin - wet - artikel 5", Directive(("lange-zin",), "wet - artikel 5", False)),
        (f"b1check uit: lange-zin - {REASON_HERE}", Directive(("lange-zin",), "", False)),
        ("b1check uit: lange-zin - vul hier uw reden in", Directive(("lange-zin",), "", False)),
        ("b1check uit: lange-zin - ...", Directive(("lange-zin",), "", False)),
        ("b1check uit: - wet", Directive((), "wet", False)),
        ("b1check uit", Directive((), "", False)),
        ("b1check uit lange-zin", Directive((), "", False)),
        ("b1check uitzetten kan ook", None),
        ("zet b1check uit: lange-zin", None),
        ("", None),
    ],
)
def test_what_a_comment_says(comment: str, found: Directive | None) -> None:
    assert directives.parse(comment) == found


@given(
    names=st.lists(st.sampled_from(["lange-zin", "woorden", "moeilijk-woord"]), min_size=1, unique=True),
    reason=st.text(max_size=40),
    format=st.sampled_from(["txt", "md", "html"]),
    whole=st.booleans(),
)
def test_what_is_written_is_read_back(names: list[str], reason: str, format: str, whole: bool) -> None:
    words = directives.written(names, reason, format, whole=whole)
    assert len(words.splitlines()) == 1
    text = {"txt": f"{words}\nTekst.", "md": f"{words}\nTekst.", "html": f"<p>{words}Tekst.</p>"}[format]
    document = readers.read_text(text, format=format)
    (found,) = document.suppressions
    assert (found.names, found.holds is None) == (tuple(names), whole)
    assert [block.text for block in document.blocks] == ["Tekst."]


def _held(document: Document) -> list[str | None]:
    """What each suppression holds for, in the words of the source; None for the whole text."""
    source = document.source.text
    return [one.holds and source[slice(*one.holds)] for one in document.suppressions]


OFF = "b1check uit: lange-zin - wet"


@pytest.mark.parametrize(
    ("format", "text", "blocks", "held"),
    [
        ("txt", f"Een.\n\n[{OFF}]\nTwee.\nDrie.\n", ["Een.", "Twee.\nDrie."], ["Twee.\nDrie."]),
        ("txt", f"Een.\n\n[{OFF}]\n\nTwee.\n", ["Een.", "Twee."], ["Twee."]),
        ("txt", f"Een\n[{OFF}]\ntwee.\n", ["Een\ntwee."], [f"Een\n[{OFF}]\ntwee."]),
        ("txt", f"- een\n  [{OFF}]\n- twee\n", ["een", "twee"], ["twee"]),
        ("txt", f"Een.\r\n\r\n[{OFF}]\r\nKop\r\n===\r\n", ["Een.", "Kop"], ["Kop"]),
        ("txt", f"Een.\n\n[{OFF}]", ["Een."], [""]),
        ("txt", f"Een.\n\n<!-- {OFF} -->\nTwee.\n", ["Een.", "Twee."], ["Twee."]),
        ("txt", f"Lees [{OFF}] maar.\n", [f"Lees [{OFF}] maar."], []),
        ("md", f"<!-- {OFF} -->\nEen.\n\nTwee.", ["Een.", "Twee."], ["Een."]),
        ("md", f"<!-- {OFF} -->\n\n# Een <!-- {OFF} -->", ["Een"], ["Een", "Een"]),
        ("md", f"Een. <!-- {OFF} --> Twee.\n\nDrie.", ["Een.  Twee.", "Drie."], [f"Een. <!-- {OFF} --> Twee."]),
        ("md", f"- een <!-- {OFF} -->\n- twee", ["een", "twee"], ["een"]),
        ("md", f"- <!-- {OFF} -->\n  een\n- twee", ["een", "twee"], ["een"]),
        ("md", f"> <!-- {OFF} -->\n> een", ["een"], ["een"]),
        ("md", f"|a|b|\n|-|-|\n|c|d <!-- {OFF} -->|\n|e|f|", ["a", "b", "c", "d", "e", "f"], ["c|d"]),
        ("md", f"<div>\n<!-- {OFF} -->\n<p>Een.</p>\n</div>\n\nTwee.", ["Een.", "Twee."], ["Een."]),
        ("md", f"<div>\n<!-- {OFF} -->\n</div>\n\nTwee.", ["Twee."], ["Twee."]),
        ("md", f"---\ntitle: x\n---\n<!-- {OFF.replace('uit', 'uit in deze tekst')} -->\nEen.", ["Een."], [None]),
        ("md", f"`<!-- {OFF} -->` is code.", [f"<!-- {OFF} --> is code."], []),
        ("html", f"<!-- {OFF} --><p>Een.</p><p>Twee.</p>", ["Een.", "Twee."], ["Een."]),
        ("html", f"<p>Een<!-- {OFF} -->twee.</p><p>Drie.</p>", ["Eentwee.", "Drie."], [f"Een<!-- {OFF} -->twee."]),
        ("html", f"<p>Een.</p>\n<!-- {OFF} -->\n<ul><li>a<li>b</ul>", ["Een.", "a", "b"], ["a"]),
        ("html", f"<table><!-- {OFF} --><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"], ["a<td>b"]),
        ("html", f"<table><tr><td>a<td>b<!-- {OFF} --><tr><td>c</table>", ["a", "b", "c"], ["a<td>b"]),
        ("html", f"<nav><!-- {OFF} --><a>Menu</a></nav><main>Een.</main>", ["Een."], []),
        ("html", f"<nav><a>Menu</a></nav><!-- {OFF} --><main>Een.</main>", ["Een."], ["Een."]),
        ("html", f"<script><!-- {OFF} --></script><template><!-- {OFF} --></template><p>Een.</p>", ["Een."], []),
        ("html", f"<p>Een.</p><!-- {OFF}", ["Een."], [""]),
    ],
)
def test_comments_in_texts(format: str, text: str, blocks: list[str], held: list[str | None]) -> None:
    document = readers.read_text(text, format=format)
    assert [block.text for block in document.blocks] == blocks
    assert _held(document) == held
    assert all(OFF.partition(":")[0] in text[slice(*one.place)] for one in document.suppressions)


def test_a_text_full_of_them_is_read_and_says_so() -> None:
    cell = f"<td>een<!-- {OFF} --></td>"
    document = readers.read_text(f"<table><tr>{cell * 3_000}</tr></table>", format="html")
    assert len(document.suppressions) == readers.MAX_SUPPRESSIONS
    assert document.notes == ("Alleen de eerste 1000 plaatsen waar u iets uitzet, tellen mee.",)
    assert directives.parse(f"b1check uit: lange-zin - {'-' * 200_000}x") is not None
    assert directives.parse(f"b1check uit{' ' * 200_000}x{' ' * 200_000}") is not None
    spaces = " " * 200_000
    assert list(directives.misplaced(f"{spaces}[{spaces}b1check{spaces}uit{spaces}in{spaces}deze{spaces}x")) == []
    (found,) = directives.misplaced(f"{spaces}b1check uit: lange-zin{spaces}")
    assert found.meant.names == ("lange-zin",)


def _word(*, comment: str, runs: tuple[int, int] | None) -> Document:
    """A Word file with two paragraphs; the comment is about runs of the second."""
    word = docx.Document()
    word.add_paragraph("Een.")
    paragraph = word.add_paragraph()
    made = [paragraph.add_run(text) for text in ("Twee ", "drie ", "vier.")]
    if runs:
        word.add_comment(made[slice(*runs)], text=comment, author="Jansen")
    stream = io.BytesIO()
    word.save(stream)
    return readers.read_bytes(stream.getvalue(), name="brief.docx")


def test_a_comment_in_word_holds_for_its_words() -> None:
    document = _word(comment=OFF, runs=(1, 2))
    assert [block.text for block in document.blocks] == ["Een.", "Twee drie vier."]
    assert _held(document) == ["drie "]
    assert document.suppressions[0].reason == "wet"
    assert _held(_word(comment=OFF, runs=(0, 3))) == ["Twee drie vier."]
    assert _held(_word(comment=OFF.replace("uit", "uit in deze tekst"), runs=(0, 1))) == [None]
    assert _word(comment="Klopt dit?", runs=(0, 1)).suppressions == ()


def test_comments_in_word_over_paragraphs_and_at_a_place() -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    word = docx.Document()
    first, second, third = (word.add_paragraph(text) for text in ("Een.", "Twee.", "Drie."))
    word.add_comment([first.runs[0], second.runs[0]], text=OFF, author="Jansen")
    point = word.add_comment(third.runs, text=OFF, author="Jansen")
    for tag in ("w:commentRangeStart", "w:commentRangeEnd"):  # only the mark of the comment stays
        (element,) = [one for one in third._p.iter(qn(tag)) if one.get(qn("w:id")) == str(point.comment_id)]
        third._p.remove(element)
    whole = word.add_paragraph()
    whole.add_run("")
    word.add_comment(whole.runs, text=OFF.replace("uit", "uit in deze tekst"), author="Jansen")
    # A range may also start and end between the paragraphs.
    last = word.add_paragraph("Vier.")
    last_comment = word.add_comment(last.runs, text=OFF, author="Jansen")
    for tag in ("w:commentRangeStart", "w:commentRangeEnd"):
        (element,) = [one for one in last._p.iter(qn(tag)) if one.get(qn("w:id")) == str(last_comment.comment_id)]
        last._p.remove(element)
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(last_comment.comment_id))
        (last._p.addprevious if tag.endswith("Start") else last._p.addnext)(mark)
    stream = io.BytesIO()
    word.save(stream)
    document = readers.read_bytes(stream.getvalue(), name="brief.docx")
    assert sorted(_held(document), key=str) == ["Drie.", "Een.\nTwee.", None, "Vier."]


def test_mails_have_no_place_for_it_and_say_so() -> None:
    mail = f"From: a@b.example\nSubject: Uw kaart\n\nBeste Jan,\n\n[{OFF}]\nU krijgt een kaart.\n"
    document = readers.read_bytes(mail.encode(), name="mail.eml")
    assert document.suppressions == ()
    assert document.notes == ("In een mail kunt u geen opmerkingen uitzetten. Zet ze uit in b1check.toml.",)
    assert "U krijgt een kaart." in [block.text for block in document.blocks]
    page = f"From: a@b.example\nContent-Type: text/html\n\n<!-- {OFF} --><p>U krijgt een kaart.</p>"
    assert readers.read_bytes(page.encode(), name="mail.eml").notes == document.notes


@pytest.mark.parametrize(
    ("format", "text", "word", "after"),
    [
        ("txt", "Een.\n\nTwee.", "Twee", "Een.\n\n@\nTwee."),
        ("txt", "Een.\r\n\r\n  - twee\r\n", "twee", "Een.\r\n\r\n  @\r\n  - twee\r\n"),
        ("md", "Een **twee**.", "twee", "@\nEen **twee**."),
        ("md", "Een\r\n\r\n## Twee ##\r\n", "Twee", "Een\r\n\r\n@\r\n## Twee ##\r\n"),
        ("md", "- een\n- twee `x`\n- drie", "twee", "- een\n- twee `x` @\n- drie"),
        ("md", "1. een\n\n   twee\n", "twee", "1. een\n\n   @\n   twee\n"),
        ("md", "> een\n> twee", "een", "> een\n> twee @"),
        ("md", "|a|b|\n|-|-|\n|c|d|", "c", "|a|b|\n|-|-|\n|c @|d|"),
        ("html", "<ul>\n  <li>een</li>\n</ul>", "een", "<ul>\n  @\n  <li>een</li>\n</ul>"),
        ("html", "<p>een</p><p><b>twee</b></p>", "twee", "<p>een</p><p><b>@twee</b></p>"),
        ("html", "<p>Een.<br>\n twee</p>", "twee", "@\n<p>Een.<br>\n twee</p>"),
    ],
)
def test_where_the_words_come(format: str, text: str, word: str, after: str) -> None:
    document = readers.read_text(text, format=format)
    edit = switch_off(document, text.index(word), ["lange-zin"], "wet")
    assert edit is not None
    words = directives.written(["lange-zin"], "wet", format)
    assert apply(text, [edit]) == after.replace("@", words)


@pytest.mark.parametrize(
    ("format", "text", "after"),
    [
        ("txt", "Een.\r\n\r\n[@]\r\nTwee.\r\n", "Een.\r\n\r\nTwee.\r\n"),
        ("txt", "Een.\n\n  [@]", "Een.\n\n"),
        ("md", "# Kop\n\n<!-- @ -->\nTwee.\n", "# Kop\n\nTwee.\n"),
        ("md", "- een\n- twee `x` <!-- @ -->\n- drie", "- een\n- twee `x`\n- drie"),
        ("md", "|a|b|\n|-|-|\n|c <!-- @ -->|d|", "|a|b|\n|-|-|\n|c|d|"),
        ("html", "<ul>\n  <!-- @ -->\n  <li>een</li>\n</ul>", "<ul>\n  <li>een</li>\n</ul>"),
        ("html", "<p>een</p><p><b><!-- @ -->twee</b></p>", "<p>een</p><p><b>twee</b></p>"),
    ],
)
def test_how_the_words_go(format: str, text: str, after: str) -> None:
    text = text.replace("@", "b1check uit: lange-zin - wet")
    document = readers.read_text(text, format=format)
    (there,) = document.suppressions
    edit = switch_on(document, there.place)
    assert edit is not None
    assert apply(text, [edit]) == after
    words = directives.written(["lange-zin"], "andere wet", format)
    edit = switch_on(document, there.place, words)
    assert edit is not None
    assert [one.reason for one in readers.read_text(apply(text, [edit]), format=format).suppressions] == ["andere wet"]


def test_only_words_that_switch_off_can_go() -> None:
    document = readers.read_text("Een.\n\nTwee.")
    assert switch_on(document, SourceRange(0, 4)) is None


def test_there_is_not_always_a_place() -> None:
    assert switch_off(readers.read_text("Een.\n\nTwee."), 4, ["lange-zin"]) is None  # between paragraphs
    assert switch_off(_word(comment="", runs=None), 0, ["lange-zin"]) is None


_LINES = st.sampled_from(
    [
        "Een zin.",
        "# Kop",
        "- punt",
        "  verder",
        "> citaat",
        "| a | b |",
        "|---|---|",
        "",
        "```",
        "<div>",
        "</div>",
        "**vet** en",
    ]
)
_TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "Een zin.",
        "<ul><li>",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<br>",
        "<h2>Kop",
        "</h2>",
        "\n",
        "<b>",
    ]
)


@given(
    format_and_text=st.one_of(
        st.tuples(st.just("md"), st.lists(_LINES, max_size=8).map("\n".join)),
        st.tuples(st.just("txt"), st.lists(_LINES, max_size=8).map("\n".join)),
        st.tuples(st.just("html"), st.lists(_TAGS, max_size=12).map("".join)),
    ),
    data=st.data(),
)
def test_a_new_comment_changes_nothing_of_the_text(format_and_text: tuple[str, str], data: st.DataObject) -> None:
    format, text = format_and_text
    try:
        document = readers.read_text(text, format=format)
    except ReadError:
        return
    block = data.draw(st.sampled_from(document.blocks))
    at = block.map.slices[0].source_start
    edit = switch_off(document, at, ["lange-zin"], "wet")
    if edit is None:
        return
    after = readers.read_text(apply(text, [edit]), format=format)
    shift = len(edit.replacement)
    for old, new in zip(document.blocks, after.blocks, strict=True):
        assert (old.kind, old.text, old.level, old.marks) == (new.kind, new.text, new.level, new.marks)
        for offset in range(len(old.text)):
            before, now = old.map.to_source(offset, offset + 1), new.map.to_source(offset, offset + 1)
            if old.map.is_literal(offset, offset + 1):
                moved = shift if before.start >= edit.span.start else 0
                assert now.start == before.start + moved
