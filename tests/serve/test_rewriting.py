"""Other words for a paragraph: everything around the words that change stays as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents.writers import Editable, Tracked, editable
from b1check.errors import WriteError
from b1check.findings import Edit
from b1check.serve.rewriting import clean, differences, rewrite


def _opened(text: str, format: str) -> Editable:
    return editable(text.encode(), name=f"brief.{format}")


def _rewritten(text: str, format: str, at: int, new: str) -> str:
    file = _opened(text, format)
    return file.write(rewrite(file, (), file.document, at, new)).decode()


@pytest.mark.parametrize(
    ("format", "old", "new", "after"),
    [
        ("txt", "Een zin.\n\nNog een zin.\n", "Een andere zin.", "Een andere zin.\n\nNog een zin.\n"),
        ("txt", "Een zin.\n\nNog een zin.\n", "Eerst dit.\n\nEen zin.", "Eerst dit.\n\nEen zin.\n\nNog een zin.\n"),
        ("html", "<p>Een <b>zin</b> hier.</p>", "Een regel hier.", "<p>Een <b>regel</b> hier.</p>"),
        ("html", "<p>Een <b>hele zin</b> hier.</p>", "Een hele dag hier.", "<p>Een <b>hele dag</b> hier.</p>"),
        ("html", "<p>Een <b>zin</b> hier.</p>", "Een zin.", "<p>Een <b>zin</b>.</p>"),
        ("html", "<p>Caf&eacute; en bar.</p>", "Café of bar.", "<p>Caf&eacute; of bar.</p>"),
        ("html", "<p>Caf&eacute; en bar.</p>", "Cafés en bar.", "<p>Cafés en bar.</p>"),
        ("html", "<p>Een zin.</p>", "Een <b> & zin.", "<p>Een &lt;b&gt; &amp; zin.</p>"),
        ("html", "<p>Een zin.</p>", "Een zin.\n\nNog een.", "<p>Een zin.</p>\n<p>Nog een.</p>"),
        (
            "html",
            "<ul><li>Een punt.</li></ul>",
            "Een punt.\n\nNog een.",
            "<ul><li>Een punt.</li>\n<li>Nog een.</li></ul>",
        ),
        ("md", "Een **zin** hier.\n", "Een zin * hier.", "Een **zin** \\* hier.\n"),
        ("md", "- Een punt.\n- Nog een.\n", "Een ander punt.", "- Een ander punt.\n- Nog een.\n"),
        ("md", "[Een link](https://x.example) hier.\n", "Een pagina hier.", "[Een pagina](https://x.example) hier.\n"),
    ],
)
def test_only_the_words_that_change(format: str, old: str, new: str, after: str) -> None:
    assert _rewritten(old, format, 0, new) == after


def test_refused_where_the_markup_would_not_hold() -> None:
    file = _opened("# Kop\n\nEen zin.\n", "md")
    with pytest.raises(WriteError, match="opmaak"):
        rewrite(file, (), file.document, 1, "1. Een zin.")


def test_a_word_file_keeps_its_runs(docx: Callable[..., bytes]) -> None:
    file = editable(docx(["Een ", "vet", " woord."], "Nog een alinea."), name="brief.docx")
    edits = rewrite(file, (), file.document, 0, "Een dik woord hier.")
    again = editable(file.write(edits), name="brief.docx").document
    assert [block.text for block in again.blocks] == ["Een dik woord hier.", "Nog een alinea."]
    assert [again.blocks[0].text[mark.start : mark.end] for mark in again.blocks[0].marks] == ["dik"]


def _texts(file: Editable, edits: tuple[Edit, ...]) -> list[str]:
    return [block.text for block in file.with_edits(edits).blocks]


def test_new_paragraphs_in_a_word_file(docx: Callable[..., bytes]) -> None:
    file = editable(docx(["Een ", "vette", " alinea. En nog wat."], "Slot."), name="brief.docx")
    edits = rewrite(file, (), file.document, 0, "Een vette alinea.\n\nEn nog\neen regel.\n\nEn een.")
    assert _texts(file, edits) == ["Een vette alinea.", "En nog een regel.", "En een.", "Slot."]
    edits = rewrite(file, edits, file.with_edits(edits), 1, "Dit staat er nu.")
    edits = rewrite(file, edits, file.with_edits(edits), 3, "Het slot.")
    assert _texts(file, edits) == ["Een vette alinea.", "Dit staat er nu.", "En een.", "Het slot."]
    assert [block.text for block in editable(file.write(edits), name="brief.docx").document.blocks] == [
        "Een vette alinea.",
        "Dit staat er nu.",
        "En een.",
        "Het slot.",
    ]


def test_no_new_paragraph_in_a_heading() -> None:
    file = _opened("<h1>Een kop</h1><p>Een zin.</p>", "html")
    with pytest.raises(WriteError, match="nieuwe alinea"):
        rewrite(file, (), file.document, 0, "Een kop\n\nNog een.")


@pytest.mark.parametrize("order", [(0, 0, 0), (2, 1, 0), (1, 1, 0), (0, 1, 1)])
def test_after_a_paragraph_of_a_word_file_is_gone_the_rest_can_be_changed(
    docx: Callable[..., bytes], order: tuple[int, ...]
) -> None:
    file = editable(docx("Een.", ["Twee", " dagen", " later."], "Drie.", "Vier."), name="brief.docx")
    edits: tuple[Edit, ...] = ()
    for gone in order:
        edits = rewrite(file, edits, file.with_edits(edits), gone, "")
        texts = _texts(file, edits)
        edits = rewrite(file, edits, file.with_edits(edits), len(texts) - 1, f"Slot {len(texts)}.\n\nEn meer.")
        edits = rewrite(file, edits, file.with_edits(edits), len(texts), "")
        assert _texts(file, edits) == [*texts[:-1], f"Slot {len(texts)}."]
    moment = Tracked(dt.datetime(2026, 3, 5, tzinfo=dt.UTC))
    read = [block.text for block in editable(file.write(edits, tracked=moment), name="brief.docx").document.blocks]
    assert read == _texts(file, edits) == ["Slot 1."]


def test_without_words_the_paragraph_goes(docx: Callable[..., bytes]) -> None:
    for file in (_opened("Een.\n\nTwee.\n", "txt"), editable(docx("Een.", "Twee."), name="brief.docx")):
        edits = rewrite(file, (), file.document, 0, "")
        assert [block.text for block in file.with_edits(edits).blocks] == ["Twee."]


def test_not_all_words_may_go() -> None:
    file = _opened("Een.\n", "txt")
    with pytest.raises(WriteError):
        rewrite(file, (), file.document, 0, "")


def test_a_sign_that_the_file_has_no_room_for() -> None:
    file = editable("Één zin.\n".encode("cp1252"), name="brief.txt")
    with pytest.raises(WriteError):
        rewrite(file, (), file.document, 0, "Één zin \N{GRINNING FACE}.")


def test_one_change_after_the_other() -> None:
    file = _opened("Een zin.\n\nNog een zin.\n", "txt")
    first = rewrite(file, (), file.document, 0, "Een lange zin.")
    second = rewrite(file, first, file.with_edits(first), 1, "Nog zo een.")
    back = rewrite(file, second, file.with_edits(second), 0, "Een zin.")
    assert file.write(second).decode() == "Een lange zin.\n\nNog zo een.\n"
    assert file.write(back).decode() == "Een zin.\n\nNog zo een.\n"
    assert {edit.span.start >= len("Een zin.\n\n") for edit in back} == {True}


def test_what_no_file_may_hold_goes() -> None:
    assert clean(" Een\r\nzin\x00\x07 hier\ud800. ") == "Een\nzin hier."


_WORDS = st.lists(
    st.sampled_from(["de", "brief", "komt", "morgen", "en", "<b>", "&", "é", "*", "(1)"]), min_size=1, max_size=8
)
_SOURCES = {
    "txt": "De brief komt.\nOp maandag.\n\nSlot hier.\n",
    "html": "<p>De <em>brief</em> &amp; de <b>bijlage</b> komen<br>op&nbsp;maandag.</p><p>Slot hier.</p>",
    "md": "De *brief* en de **bijlage** komen\nop [maandag](https://x.example).\n\nSlot hier.\n",
}


@pytest.mark.parametrize("format", _SOURCES)
@given(words=_WORDS)
def test_it_reads_as_was_typed_or_is_refused(format: str, words: list[str]) -> None:
    file, text = _opened(_SOURCES[format], format), " ".join(words)
    try:
        edits = rewrite(file, (), file.document, 0, text)
    except WriteError:
        return
    blocks = file.with_edits(edits).blocks
    assert [" ".join(block.text.split()) for block in blocks] == [text, "Slot hier."]


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_differences_tell_how_the_one_becomes_the_other(old: list[str], new: list[str]) -> None:
    told = list(differences(old, new))
    assert [word for _, first, last, _, _ in told for word in old[first:last]] == old
    assert [word for *_, first, last in told for word in new[first:last]] == new
    assert all(old[a:b] == new[c:d] for kind, a, b, c, d in told if kind == "equal")


def test_of_a_long_text_with_other_words_the_middle_changes_as_a_whole() -> None:
    # Word by word this takes minutes, and holds up whoever types meanwhile.
    old = ["Beste", *(f"oud{number}" for number in range(5_000)), "groet"]
    new = ["Beste", *(f"nieuw{number}" for number in range(5_000)), "groet"]
    assert list(differences(old, new)) == [
        ("equal", 0, 1, 0, 1),
        ("replace", 1, 5_001, 1, 5_001),
        ("equal", 5_001, 5_002, 5_001, 5_002),
    ]
