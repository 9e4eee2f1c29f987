"""What Word puts on the clipboard."""

from __future__ import annotations

from b1check.documents import readers
from b1check.serve.pasting import tidied

_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=NL style='word-wrap:break-word'><!--StartFragment-->
<h1>Uw aanvraag<o:p></o:p></h1>
<p class=MsoNormal>Stuur ons <b>twee</b> stukken:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list: Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>een kopie van uw paspoort<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>uw <i>laatste</i> loonstrook<o:p></o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Bedrag</p></td><td><p class=MsoNormal>€ 12</p></td></tr></table>
<!--EndFragment--></body></html>"""


def test_a_list_of_word_is_a_list() -> None:
    blocks = readers.read_text(tidied(_WORD), format="html").blocks
    assert [(str(block.kind), block.text) for block in blocks] == [
        ("kop", "Uw aanvraag"),
        ("alinea", "Stuur ons twee stukken:"),
        ("lijstpunt", "een kopie van uw paspoort"),
        ("lijstpunt", "uw laatste loonstrook"),
        ("tabelcel", "Bedrag"),
        ("tabelcel", "€ 12"),
    ]


def test_what_is_not_from_word_stays_as_it_is() -> None:
    for pasted in ("", "   ", "geen opmaak", "<p>Een zin.</p>", "<ul><li>Een</ul>"):
        assert tidied(pasted) == pasted


def test_what_is_no_html_is_left_to_the_reader() -> None:
    assert tidied("<!-- mso-list: -->") == "<!-- mso-list: -->"
