"""Files that cannot be read, one for each way in which that happens; used for the readers and for the command."""

import io
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from .msg_maker import msg
from .pdf_maker import lines, pdf

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};'>" for n in range(1, 40)) + "]>"
)
_LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<00> <00>]"


class Bad(NamedTuple):
    """A file, and a pattern in what the user reads about it."""

    name: str
    data: bytes
    words: str


def zipped(parts: Mapping[str, bytes | str], *, encrypted: bool = False) -> bytes:
    """Return a zip file with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    data = bytearray(stream.getvalue())
    if encrypted:  # the flag is all that is looked at
        for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = -1
            while (at := data.find(sign, at + 1)) >= 0:
                data[at + place] |= 1
    return bytes(data)


def word(body: str, before: str = "") -> dict[str, bytes | str]:
    """Return the parts of a Word file."""
    return {"word/document.xml": f'{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'}


def odt(body: str, before: str = "") -> dict[str, bytes | str]:
    """Return the parts of an OpenDocument text."""
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return {
        "content.xml": f'{before}<office:document-content xmlns:office="{_OFFICE}">{inside}</office:document-content>'
    }


_HUGE = b" " * 60_000_000
_EXECUTABLE = b"\x7fELF" + bytes(range(256)) * 20

BAD = (
    # empty
    *(
        Bad(f"leeg{suffix}", b"", "leeg")
        for suffix in (".txt", ".md", ".html", ".docx", ".odt", ".rtf", ".pdf", ".eml", ".msg")
    ),
    # malformed
    Bad("kapot.txt", b"\xff\xfea\xd8", "beschadigd"),
    Bad("kapot.md", _EXECUTABLE, "geen gewone tekst"),
    Bad("kapot.html", _EXECUTABLE, "geen gewone tekst"),
    Bad("kapot.docx", zipped(word("<w:p>"))[:90], "beschadigd"),
    Bad("onaf.docx", zipped(word("<w:p>")), "beschadigd"),
    Bad("onaf.odt", zipped(odt("<p>")), "beschadigd"),
    Bad("kapot.rtf", b"{\\rtf1 {\\pict\\bin999 x}}", "beschadigd"),
    Bad("kapot.pdf", b"%PDF-1.7\n" + b"x" * 999, "beschadigd"),
    Bad("kapot.msg", _OLE + b"x" * 999, "beschadigd"),
    Bad("kapot.eml", b"Hallo\n\nDit is geen mail.", "geen mail"),
    # a password, or encrypted
    Bad("slot.docx", zipped(word(""), encrypted=True), "wachtwoord"),
    Bad("slot2.docx", _OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    Bad("slot.odt", zipped({**odt(""), "META-INF/manifest.xml": "<encryption-data/>"}), "wachtwoord"),
    Bad("slot.pdf", pdf(lines("Tekst."), trailer=_LOCK), "wachtwoord"),
    Bad("slot.eml", b"From: a@b.nl\nSubject: x\nContent-Type: application/pkcs7-mime\n\nAAAA", "versleuteld"),
    Bad("slot.msg", msg({"__substg1.0_001A001F": "IPM.Note.SMIME", "__substg1.0_0037001F": "x"}), "versleuteld"),
    # a bomb
    Bad("bom.docx", zipped({"word/document.xml": _HUGE}), "veel te groot"),
    Bad("bom.odt", zipped({"content.xml": _HUGE}), "veel te groot"),
    # other files, or text without end, by way of an entity
    Bad("xxe.docx", zipped(word("&e;", _ENTITY)), "onveilig onderdeel"),
    Bad("xxe.odt", zipped(odt("&e;", _ENTITY)), "onveilig onderdeel"),
    Bad("lach.docx", zipped(word("&a39;", _LAUGHS)), "onveilig onderdeel"),
    Bad("lach.odt", zipped(odt("&a39;", _LAUGHS)), "onveilig onderdeel"),
    # the wrong name
    Bad("pdf.txt", pdf(lines("Tekst.")), r"eindigt op \.pdf"),
    Bad("pdf.docx", pdf(lines("Tekst.")), "geen Word-bestand"),
    Bad("rtf.txt", b"{\\rtf1 Tekst.}", r"eindigt op \.rtf"),
    Bad("docx.txt", zipped(word("")), r"naam \.docx"),
    Bad("docx.odt", zipped(word("")), "geen OpenDocument-tekst"),
    Bad("odt.docx", zipped(odt("")), "geen Word-tekst"),
    Bad("doc.docx", _OLE + bytes(999), "oud Word-bestand"),
    Bad("doc.msg", msg({"WordDocument": b"x"}), "geen bericht"),
    Bad("tekst.pdf", b"Tekst.", "geen PDF"),
    Bad("tekst.rtf", b"Tekst.", "geen RTF"),
    Bad("tekst.msg", b"Tekst.", "geen bericht"),
    Bad("tekst.docx", b"Tekst.", "geen Word-bestand"),
    Bad("msg.eml", msg({"__substg1.0_0037001F": "x"}), r"naam \.msg"),
    Bad("plaatje.txt", b"\x89PNG\r\n\x1a\n", "plaatje"),
    Bad("plaatje.html", b"GIF89a", "plaatje"),
    # nothing to read
    Bad("scan.pdf", pdf([]), "gescand"),
    Bad("leeg2.docx", zipped(word("<w:p/>")), "geen tekst"),
    Bad("leeg2.odt", zipped(odt("")), "geen tekst"),
    Bad("leeg2.rtf", b"{\\rtf1}", "geen tekst"),
    Bad("leeg2.html", b"<main><script>x</script></main>", "geen tekst"),
    Bad("spaties.txt", b" \n\t\n", "alleen spaties"),
)
"""Each stands for itself: no name occurs twice."""
