from collections.abc import Callable

import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents.document import Block, Document
from b1check.documents.readers import html
from b1check.documents.readers.html_tokens import Text, tokens

_Show = Callable[[Document], list[str]]
_Marks = Callable[[Block], list[tuple[str, str, str]]]


def _read(text: str) -> Document:
    return html.read(text, name="pagina.html")


def _texts(text: str) -> list[str]:
    return [block.text for block in _read(text).blocks]


def test_a_page(show: _Show) -> None:
    document = _read("""<!doctype html><html lang="nl"><head><title>Paspoort &amp; ID</title><style>p{}</style></head>
<body><div class="cookie-banner">Cookies?</div><header>Gemeente <nav><a href="/">Start</a></nav></header>
<main><nav>Kruimels</nav><h1>Pas&shy;poort aanvragen</h1>
<p>U vraagt   uw paspoort
   hier aan.<br>Dat kost &euro;&nbsp;40.</p>
<ul><li>een<li>twee<ol><li>drie</ol>vier</ul>
<table><caption>Prijzen</caption><tr><th>Soort<td><p>ID</p></table>
<blockquote><p>Citaat</p></blockquote>
<form><label>Uw naam <input></label><textarea>x</textarea><select><option>y</select><button>Verder</button></form>
<figure><img alt="weg"><figcaption>Foto van de balie</figcaption></figure>
<script>var a = "<p>nee</p>";</script><template><p>nee</p></template><noscript>nee</noscript><svg><text>nee</text></svg>
<p hidden>nee<p style="display: none">nee<p>ja
</main><footer>Contact</footer></body></html>""")
    assert document.title == "Paspoort & ID"
    assert show(document) == [
        "kop1: Paspoort aanvragen",
        "alinea: U vraagt uw paspoort hier aan.\nDat kost €\u00a040.",
        "lijstpunt1: een",
        "lijstpunt1: twee",
        "lijstpunt2: drie",
        "alinea: vier",
        "label: Prijzen",
        "tabelcel: Soort",
        "tabelcel: ID",
        "citaat: Citaat",
        "label: Uw naam",
        "label: Verder",
        "alinea: Foto van de balie",
        "alinea: ja",
    ]
    assert len(document.notes) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a<b>b</b>c", ["abc"]),
        ("<b><p>a</b>b", ["ab"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<td>a<td>b", ["a", "b"]),
        ("<table><td>a<td>b</table>c", ["a", "b", "c"]),
        ("a<br>b", ["a\nb"]),
        ("a<br><br>b", ["a", "b"]),
        ("a</br>b", ["a\nb"]),
        ("<li>a<li>b", ["a", "b"]),
        ("a<div>b</div>c", ["a", "b", "c"]),
        ("a<img>b<svg></svg>c", ["a b c"]),
        ("a<!-- x -->b</>c<wbr>d", ["abcd"]),
        ("<h2>Kop<p>tekst", ["Kop", "tekst"]),
        ("a < b & c > d &eacute &copyx &bestaatniet;", ["a < b & c > d é ©x &bestaatniet;"]),
        ("Beste {{ naam }}, [datum] «veld»", ["Beste {{ naam }}, [datum] «veld»"]),
        ("<p>&nbsp;a\u00adb &#8203;", ["ab"]),
        ("<![CDATA[a]]>b", ["b"]),
        ("<p class='x", []),
        ("a<!-- nooit dicht", ["a"]),
        ("<pre>a\r\n  b</pre><pre><code>weg</code></pre>", ["a\n  b"]),
        ("<span hidden>weg<span>weg</span>weg</span>a", ["a"]),
        ("<ul><li hidden>weg<li>a</ul>", ["a"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("<div hidden><table><tr><td>weg</table></div>a", ["a"]),
        ("<div><table><tr><td>a</div>b</table>c", ["a", "b", "c"]),
        ("<a href=x>a<p>b</a>c", ["a", "bc"]),
    ],
)
def test_markup_neither_glues_nor_splits_words(text: str, shown: list[str]) -> None:
    assert _texts(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<nav>n</nav><div role=main>m</div><footer>f</footer>", ["m"]),
        ("<p>p<article><header>h</header>lange tekst</article><aside>s</aside>", ["h", "lange tekst"]),
        ("<p>een lange tekst<article>a</article>", ["een lange tekst", "a"]),
        ("<header>h</header><p>p</p><div id=CookieConsent>c</div>", ["p"]),
        ("<header>h</header>", ["h"]),
        ("<main><script>x</script></main><p>p", ["p"]),
        ("<main><article>a</article>b</main>", ["a", "b"]),
        ("<main>m</main><p>Hier staat de hele tekst.", ["m", "Hier staat de hele tekst."]),
        (
            "<main>m<aside><a href=x>Lees dit</a></aside><aside>Neem uw <a href=x>pas</a> mee.</aside>",
            ["m", "Neem uw pas mee."],
        ),
        ("<main><ol class='breadcrumb'><li>Start</ol><form role=search><button>Zoek</button></form>m</main>", ["m"]),
        ("<ul><li><a href=x>Start</a><li><a href=y>Wonen</a></ul><h1>Kop</h1><p>p", ["Kop", "p"]),
        ("<body class=cookie-consent><p>p<div class='cookie-consent'>Wij zetten cookies.</div>", ["p"]),
        ("<main>m<div role=dialog class=cookiebar>Wij zetten cookies.</div></main>", ["m"]),
        ("<div id=consent><main>m</main></div>", ["m"]),
    ],
)
def test_main_content(text: str, shown: list[str]) -> None:
    assert _texts(text) == shown


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("<header>h</header><nav>n</nav><main>m</main><footer>f</footer>", "de bovenkant, het menu en de voettekst"),
        ("<nav>n</nav><p>p", "het menu"),
        ("<p>b<main>m</main>", "de tekst buiten de hoofdtekst"),
        ("<main>m<aside><a href=x>Zie ook</a></aside></main>", "de zijkant"),
        ("<div id=cookiebar>c</div><p>p<footer>f</footer>", "de cookiemelding en de voettekst"),
        ("<p>p<script>s</script>", None),
    ],
)
def test_what_is_left_out_is_told(text: str, note: str | None) -> None:
    assert _read(text).notes == ((f"Niet meegelezen: {note}.",) if note else ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "<p>Beste {{ naam|default('x < y') }}, dit is {{ a }}.",
            ["Beste {{ naam|default('x < y') }}, dit is {{ a }}."],
        ),
        ("{% if a > b %}<p>een{% else %}<p>twee{% endif %}", ["een", "twee"]),
        ('<p {% if a %}class="b"{% endif %}>een', ["een"]),
        ('<a href="{{ url("<b>") }}">een</a> twee', ["een twee"]),
        (
            "<p>een {{#if geld}}€ {{bedrag}}{{/if}} twee {{! weg }}{{> voet }}{{else}}drie",
            ["een € {{bedrag}} twee drie"],
        ),
        ("<p>U moet{{else}}U mag{{^}}of{{ else if x }}komen.", ["U moet U mag of komen."]),
        ("<p>de {% if a -%}nieuwe{% elif b %}oude {% else %}eerste{% endif %}pas", ["de nieuwe oude eerstepas"]),
        ("<p>{% case a %}{% when 1 %}een{%- when 2 -%}twee{% endcase %}", ["een twee"]),
        ("<p>{# weg <p> #}een {%- assign x = '</p>' -%} twee", ["een twee"]),
        ("<p>{{ open <b>een</b>", ["{{ open een"]),
        ("<p>{{{ rauw }}} en { los } en {%", ["{{{ rauw }}} en { los } en {%"]),
    ],
)
def test_marks_of_templates_are_no_markup(
    text: str, shown: list[str], assert_exact: Callable[[Document], None]
) -> None:
    assert _texts(text) == shown
    assert_exact(_read(text))


def test_only_the_page_gives_the_title() -> None:
    text = "<head><title>Uw &amp; pas</title></head><p>a</p><svg><title>Pijl &gt;</title></svg>"
    assert _read(text).title == "Uw & pas"


def test_marks(marks: _Marks) -> None:
    text = (
        '<p>Een <a href="/x">link <b>nu</b></a>, <abbr title="burgerservicenummer">BSN</abbr>, <dfn>leges</dfn>, '
        '<code>x</code> en <span lang="en">wallet <span>app</span></span> hier<p><strong>vet<p>meer</strong> niet'
    )
    first, second, third = _read(text).blocks
    assert marks(first) == [
        ("link", "link nu", "/x"),
        ("vet", "nu", ""),
        ("afkorting", "BSN", "burgerservicenummer"),
        ("definitie", "leges", ""),
        ("code", "x", ""),
        ("andere taal", "wallet app", "en"),
    ]
    assert marks(second) == [("vet", "vet", "")]
    assert marks(third) == [("vet", "meer", "")]


def test_other_languages() -> None:
    document = _read('<html lang="nl"><p lang="en">English<p lang="nl-BE">Nederlands<div lang="tr"><p>Türkçe</div>')
    assert [block.text for block in document.blocks] == ["Nederlands"]
    assert document.notes == ("Niet gecontroleerd: tekst in een andere taal (en, tr).",)
    whole = _read('<html lang="en"><p>Tekst')
    assert [block.text for block in whole.blocks] == ["Tekst"]
    assert "'en'" in whole.notes[0]


def test_a_table_for_layout_is_no_table(show: _Show) -> None:
    assert show(_read("<table role=presentation><tr><td><p>Beste bewoner,")) == ["alinea: Beste bewoner,"]


_FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            '<div class="a>b">',
            "</div>",
            "<br/>",
            "<!-- c -->",
            "<!--",
            "-->",
            "<",
            ">",
            "</",
            "</>",
            "&",
            "&amp;",
            "&eacute",
            "&#x41;",
            "&#0;",
            "&ngE;",
            "&shy;",
            "&nbsp;",
            "<script>",
            "</script>",
            "<title>",
            "</title>",
            "<textarea>",
            "</textarea>",
            "<![CDATA[",
            "]]>",
            "<a href=x>",
            "</a>",
            "<svg>",
            "<svg/>",
            "</svg>",
            "<ul>",
            "</ul>",
            "<li>",
            "<table>",
            "</table>",
            "<tr>",
            "<td>",
            "</td>",
            "<h2>",
            "</h2>",
            "<pre>",
            "<code>",
            "</code>",
            "</pre>",
            "<main>",
            "</main>",
            "<nav>",
            "</nav>",
            "<button>",
            "<p hidden>",
            "<span hidden>",
            "<span lang=en>",
            "<span>",
            "</span>",
            "<template>",
            "</template>",
            "<img>",
            "<blockquote>",
            "<dt>",
            "<dd>",
            "{{ x }}",
            "{{",
            "}}",
            "{% if a < b %}",
            "{#",
            "#}",
            "{{#if",
            "a",
            "bc",
            "é",
            "😀",
            "e\u0301",
            "\u00ad",
            "\u2028",
            "\x0b",
            "\f",
            "\0",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "  ",
            '"',
            "=",
        ]
    ),
    max_size=40,
).map("".join)


@given(_FRAGMENTS)
def test_every_character_maps_to_itself(assert_exact: Callable[[Document], None], text: str) -> None:
    assert_exact(_read(text))


@given(_FRAGMENTS, _FRAGMENTS)
def test_tokens_stand_where_they_say(before: str, text: str) -> None:
    source = f"{before}{text}"
    last = len(before)
    for token in tokens(source, len(before), len(source)):
        assert last <= token.start <= token.end <= len(source)
        last = token.end
    # The text itself, as the tokenizer gives it, is what stands there.
    shown = [token.data for token in turbohtml.tokenize(text, resolve_references=False) if token.type.name == "TEXT"]
    ours = [source[t.start : t.end] for t in tokens(source, len(before), len(source)) if isinstance(t, Text)]
    # Each token by itself: a "\r" at the end of one and a "\n" at the start of the next are two line ends.
    assert "".join(map(_normal, ours)) == "".join(_normal(data or "") for data in shown)


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000 + "x",
        "<div>" * 50_000 + "</p>" * 50_000,
        "<!--" * 50_000,
        "x<!--" * 50_000,
        "<b><p>x" * 20_000,
        "<table><td>" * 20_000,
        "<ul><li>x" * 20_000,
        "<span lang=en>" * 20_000 + "</span>" * 20_000,
        "<" * 200_000,
        "<p hidden>" * 20_000,
        "<a href=x>" * 20_000,
        " " * 500_000 + "x",
        "<p " + "a=b " * 50_000,
        "&amp;" * 50_000,
    ],
)
def test_hostile_input_is_read_to_its_end(text: str) -> None:
    # A reader that looks at all that came before for every character would be at it for hours.
    assert _read(text).source.text == _normal(text)


def test_a_cell_knows_its_place_in_its_table() -> None:
    text = (
        "<table><tr><th></th><th>Bedrag</th></tr><tr><td colspan=2>Pas<p>Snel</td><td>9</td></tr></table>"
        "<table><tr><td>A</td><td colspan=x>B</td><td>C</td></tr></table>"
    )
    cells = [(block.text, block.cell) for block in html.read(text, name="pagina.html").blocks]
    assert [(text, cell.column) for text, cell in cells if cell] == [
        ("Bedrag", 1), ("Pas", 0), ("Snel", 0), ("9", 2), ("A", 0), ("B", 1), ("C", 2)
    ]  # fmt: skip
    assert len({cell.table for _, cell in cells if cell}) == 2
    assert len({cell.row for _, cell in cells if cell}) == 3
