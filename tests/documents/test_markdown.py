from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents.document import Block, Document
from b1check.documents.readers import markdown

_Show = Callable[[Document], list[str]]
_Marks = Callable[[Block], list[tuple[str, str, str]]]


def _read(text: str) -> Document:
    return markdown.read(text, name="pagina.md")


def test_the_kinds_of_blocks(show: _Show) -> None:
    text = """\
# Paspoort *aanvragen* #

U vraagt hier een paspoort aan.
Dat kan online.

Kosten
------

- een
- twee

  meer
  1. drie

> citaat

| Soort | Prijs |
|---|---|
| ID\\|kaart | € 40 |
"""
    assert show(_read(text)) == [
        "kop1: Paspoort aanvragen",
        "alinea: U vraagt hier een paspoort aan.\nDat kan online.",
        "kop2: Kosten",
        "lijstpunt1: een",
        "lijstpunt1: twee",
        "alinea: meer",
        "lijstpunt2: drie",
        "citaat: citaat",
        "tabelcel: Soort",
        "tabelcel: Prijs",
        "tabelcel: ID|kaart",
        "tabelcel: € 40",
    ]


def test_marks(marks: _Marks) -> None:
    text = "Een **vet** en [link *nu*](http://x.nl 'titel') `co de`, [b][r] en <http://y.nl>.\n\n[r]: /ref"
    assert marks(_read(text).blocks[0]) == [
        ("vet", "vet", ""),
        ("link", "link nu", "http://x.nl"),
        ("code", "co de", ""),
        ("link", "b", "/ref"),
        ("link", "http://y.nl", "http://y.nl"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a**b**c", "abc"),
        ("[woord](x)deel", "woorddeel"),
        ("woord[ref][r]ref\n\n[r]: x", "woordrefref"),
        ("foto ![foto](foto.png)foto", "foto foto"),
        ("a![x](y)b", "a b"),
        ("een  \ntwee\\\ndrie\r\nvier", "een\ntwee\ndrie\nvier"),
        ("&eacute;&amp; \\* \\_", "é& * _"),
        ("a<!-- weg -->b", "ab"),
        ("een<br>twee", "een\ntwee"),
        ("<b>vet</b>ter", "vetter"),
        ("~~weg~~ blijft", "weg blijft"),
        ("Beste {{naam}}, [datum] «veld» 5 < 6 & 7", "Beste {{naam}}, [datum] «veld» 5 < 6 & 7"),
        ("een\r\n  twee", "een\ntwee"),
        ("`` a`b ``", "a`b"),
    ],
)
def test_inline(text: str, shown: str, assert_exact: Callable[[Document], None]) -> None:
    document = _read(text)
    assert [block.text for block in document.blocks] == [shown]
    assert_exact(document)


def test_a_word_after_a_link_with_the_same_word_maps_to_its_own_place() -> None:
    text = "[link](link 'link')link"
    block = _read(text).blocks[0]
    assert block.map.to_source(4, 8) == (19, 23)


@pytest.mark.parametrize("title", ["title: Mijn brief", 'title: "Mijn brief"', "titel: 'Mijn brief'"])
def test_front_matter(title: str) -> None:
    document = _read(f"---\nlayout: brief\n{title}\n---\n\nTekst.")
    assert document.title == "Mijn brief"
    assert [block.text for block in document.blocks] == ["Tekst."]
    assert document.source.position(document.blocks[0].map.to_source(0, 1).start) == (6, 1)


def test_toml_front_matter_and_a_rule_that_is_none(show: _Show) -> None:
    assert _read('+++\ntitle = "Brief"\n+++\nTekst.').title == "Brief"
    assert show(_read("---\n\nTekst.\n\n---\n")) == ["alinea: Tekst."]
    assert show(_read("---\nzonder einde: ja\n")) == ["alinea: zonder einde: ja"]


def test_code_and_html_blocks(show: _Show) -> None:
    document = _read("Tekst.\n\n    code\n\n```\ncode\n```\n\n<div>\n<p>Html <b>blok</b></p>\n</div>\n\n- <p>weg</p>\n")
    assert show(document) == ["alinea: Tekst.", "alinea: Html blok"]
    assert document.notes == (
        "Tekst in een codeblok is niet gecontroleerd.",
        "HTML in een lijst of citaat is niet gecontroleerd.",
    )
    assert _read("Tekst.\n\n<!-- niets -->\n").notes == ()


def test_a_line_of_special_spaces_is_blank(show: _Show) -> None:
    assert show(_read("een\n\u00a0\ntwee")) == ["alinea: een", "alinea: twee"]


_FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "# ",
            " #\n",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "- ",
            "  ",
            "    ",
            "1. ",
            "> ",
            "*",
            "**",
            "_",
            "~~",
            "`",
            "``",
            "```\n",
            "[",
            "](x)",
            "![",
            "[r]",
            "[r]: x\n",
            "<b>",
            "</b>",
            "<br>",
            "<!-- c -->",
            "<div>",
            "<http://a.nl>",
            "&amp;",
            "&shy;",
            "\\",
            "\\*",
            "\\\n",
            "  \n",
            "|",
            "\\|",
            "| a | b |\n|---|---|\n",
            "===\n",
            "---\n",
            "\t",
            "a",
            "woord",
            "é",
            "😀",
            "\u00ad",
            "\u00a0",
            "\0",
            "\f",
            "\u2028",
            "{{x}}",
            'a [b](c "d") e',
            "+++\n",
        ]
    ),
    max_size=30,
).map("".join)


@given(_FRAGMENTS)
def test_every_character_maps_to_itself(assert_exact: Callable[[Document], None], text: str) -> None:
    document = _read(text)
    assert_exact(document)
    for block in document.blocks:
        for piece in block.map.slices:
            source = text[piece.source_start : piece.source_end]
            # Only white space, entities, line ends, tags, images and code over lines are not literal.
            shortened = not source.strip() or source.startswith(("&", "<", "![")) or {"\n", "\r"} & set(source)
            assert piece.literal or shortened


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "![" * 25_000,
        "<" * 50_000,
        "**a " * 10_000,
        "`a" * 20_000,
        "> " * 5_000 + "x",
        "[a](" * 20_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n",
        "regel\n" * 20_000,
        "- " * 5_000,
        "&amp;" * 20_000,
    ],
)
def test_hostile_input_is_read_to_its_end(text: str) -> None:
    # A reader that looks at all that came before for every character would be at it for hours.
    assert _read(text).source.text == text


def test_a_line_that_steers_a_template_is_blank() -> None:
    text = "{% include 'kop.md' %}\nEen {{ naam }} hier.\n{{#if geld}}\nTwee.\n{{/if}}\n"
    assert [block.text for block in markdown.read(text, name="a.md").blocks] == ["Een {{ naam }} hier.", "Twee."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een<br>twee", "een\ntwee"),
        ("een</td><td>twee", "een\ntwee"),
        ("een<li>twee</li> drie", "een\ntwee\n drie"),
        ("een<input>twee<img src=x>drie", "een twee drie"),
        ("een<wbr>twee<b>drie</b><span>vier</span>", "eentweedrievier"),
        ("een&shy;twee\u00addrie", "eentweedrie"),
    ],
)
def test_tags_neither_glue_nor_split_words(text: str, shown: str, assert_exact: Callable[[Document], None]) -> None:
    document = markdown.read(text, name="a.md")
    assert document.blocks[0].text == shown
    assert_exact(document)


def test_a_line_end_in_code_keeps_every_character_in_place() -> None:
    text = "Typ ` een twee\r\ndrie ` nu, of `vier\nvijf`."
    (block,) = markdown.read(text, name="a.md").blocks
    assert block.text == "Typ een twee drie nu, of vier vijf."
    for at, character in enumerate(block.text):
        place = block.map.to_source(at, at + 1)
        assert text[place.start : place.end] in {character, "\n", "\r\n"}
