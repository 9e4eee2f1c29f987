"""What is hidden of people, and what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check import Applicability, Checker, Edit, Fix, Report, Span
from b1check.documents import readers
from b1check.reporters.masking import SIGN, hide, hide_in

WORDS = st.text(alphabet="abc ABC ,.:;()\n\u00a0€é’", max_size=20)
DIGITS = st.lists(st.integers(0, 9), min_size=8, max_size=8)


def bsn(digits: list[int]) -> str:
    """Return a number of nine digits that passes the test with eleven, made from eight digits."""
    for last in range(10):
        if (sum(w * d for w, d in zip(range(9, 1, -1), digits, strict=True)) - last) % 11 == 0 and any(digits):
            return "".join(map(str, [*digits, last]))
    return "111222333"


def grouped(text: str, sizes: list[int], by: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return by.join(part for part in [*parts, text[at:]] if part)


BSN = st.builds(grouped, DIGITS.map(bsn), st.sampled_from([[], [3, 3], [4, 2], [2, 3, 2]]), st.sampled_from(" .-"))
IBAN = st.builds(
    lambda check, bank, number, size, by: grouped(f"NL{check}{bank}{number}", [size] * 4, by),
    st.integers(10, 99),
    st.sampled_from(["ABNA", "INGB", "RABO", "bngh"]),
    st.integers(10**9, 10**10 - 1),
    st.sampled_from([4, 18]),
    st.sampled_from([" ", "\u00a0"]),
)
PHONE = st.builds(
    lambda start, rest, by: f"{start}{by}{rest}",
    st.sampled_from(["06", "+31 6", "0031 6", "(06)", "+31 (0)6"]),
    st.integers(10_000_000, 99_999_999),
    st.sampled_from([" ", "-", ""]),
) | st.sampled_from(["020-624 11 11", "06.12.34.56.78", "0318 123456", "+32 470 12 34 56", "+31(0)20 624 1111"])
MAIL = st.builds(
    lambda name, site, end: f"{name}@{site}.{end}",
    st.text(alphabet="abcxyz0129._-", min_size=1, max_size=12).filter(lambda name: name[0].isalnum()),
    st.text(alphabet="abcxyz-", min_size=1, max_size=12).filter(lambda site: site.isalpha()),
    st.sampled_from(["nl", "example", "gemeente.nl"]),
)


@given(before=WORDS, secret=BSN | IBAN | PHONE | MAIL, after=WORDS)
def test_a_secret_between_words_is_hidden_and_nothing_else_moves(before: str, secret: str, after: str) -> None:
    text = f"{before} {secret} {after}"
    hidden = hide(text)
    assert len(hidden) == len(text)
    assert not any(sign.isdecimal() for sign in hidden[len(before) : len(before) + len(secret) + 2])
    assert secret not in hidden
    assert hidden.startswith(f"{before} ") and hidden.endswith(f" {after}")
    assert all(new in {old, SIGN} for old, new in zip(text, hidden, strict=True))


@given(st.text())
def test_a_text_keeps_its_length_its_signs_and_is_hidden_at_once(text: str) -> None:
    hidden = hide(text)
    assert len(hidden) == len(text)
    assert hide(hidden) == hidden
    assert all(new == old or (new == SIGN and old.isalnum()) for old, new in zip(text, hidden, strict=True))


@given(st.text(alphabet=st.characters(exclude_characters="@", exclude_categories=["N"])))
def test_a_text_without_digits_and_at_signs_stays_as_it_is(text: str) -> None:
    assert hide(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Betaal € 1.234,50 vóór 26 oktober 2026.",
        "Op 16-02-2026 om 10.30 uur in kamer 12.",
        "Postcode 4290 ZB, Postbus 9004",
        "Artikel 4:112 van de Algemene wet bestuursrecht",
        "Er wonen 123456789 mensen",  # nine digits that fail the test with eleven
        "Zaaknummer Z-2026-00412",
    ],
)
def test_what_points_to_nobody_stays(text: str) -> None:
    assert hide(text) == text


def test_a_wrong_bsn_is_hidden_when_the_text_calls_it_one() -> None:
    assert hide("Uw BSN: 123456789.") == "Uw BSN: •••••••••."


LETTER = """\
Geachte heer De Vries,

Uw burgerservicenummer is 123456782. Wij dienen dit te melden aan j.devries@voorbeeld.nl of via 06-12345678.
Indien u betaalt, maak dan € 45 over naar NL91 ABNA 0417 1643 00 vóór 1 mei 2026.

Met vriendelijke groet,
Gemeente Marsweerd
"""
SECRETS = ("123456782", "j.devries@voorbeeld.nl", "06-12345678", "NL91 ABNA 0417 1643 00", "0417", "12345678")


@pytest.fixture(scope="module")
def checked() -> Report:
    return Checker().check_text(LETTER, name="brief 123456782.txt")


def test_a_report_repeats_nothing_that_is_hidden_and_its_spans_stay(checked: Report) -> None:
    document = readers.read_text(LETTER, name=checked.name)
    report, masked = hide_in(checked, document)
    told = repr(report) + "".join(block.text for block in masked.blocks) + masked.name
    assert not [secret for secret in SECRETS if secret in told]
    assert [finding.span for finding in report.findings] == [finding.span for finding in checked.findings]
    assert [finding.rule for finding in report.findings] == [finding.rule for finding in checked.findings]
    assert [len(block.text) for block in masked.blocks] == [len(block.text) for block in document.blocks]
    assert report.score == checked.score


def test_the_names_of_rules_stay(checked: Report) -> None:
    document = readers.read_text(LETTER, name=checked.name)
    named = tuple(replace(finding, rule="regel-123456782") for finding in checked.findings)
    masked, _ = hide_in(replace(checked, findings=named), document)
    assert {finding.rule for finding in masked.findings} == {"regel-123456782"}


def test_a_piece_of_a_number_is_hidden_too(checked: Report) -> None:
    start = LETTER.index("ABNA 0417")
    document = readers.read_text(LETTER)
    span = Span(start, start + len("ABNA 0417"))
    block = next(at for at, one in enumerate(document.blocks) if "ABNA" in one.text)
    piece = replace(
        checked.findings[0], span=span, text="ABNA 0417", message="‘ABNA 0417’ is lang.", block=block, suggestions=()
    )
    report, _ = hide_in(replace(checked, findings=(piece,)), document)
    assert report.findings[0].text == "•••• ••••"
    assert report.findings[0].message == "‘•••• ••••’ is lang."


def test_a_word_that_is_part_of_a_mail_address_is_hidden_only_in_the_remark_about_it(checked: Report) -> None:
    start = LETTER.index("devries@")
    document = readers.read_text(LETTER)
    block = next(at for at, one in enumerate(document.blocks) if "devries" in one.text)
    about = replace(
        checked.findings[0], span=Span(start, start + 7), text="devries", message="‘devries’?", block=block, also=()
    )
    other = replace(about, span=Span(0, 7), text="Geachte", message="‘devries’?", block=0)
    report, _ = hide_in(replace(checked, findings=(about, other)), document)
    assert [finding.message for finding in report.findings] == ["‘•••••••’?", "‘devries’?"]


def test_a_fix_with_a_number_in_it_is_left_out_for_it_would_spoil_the_text(checked: Report) -> None:
    text = "Wij verzoeken u 06 12345678 te bellen."
    document = readers.read_text(text)
    word, end = Edit(Span(4, 13), "vragen"), Edit(Span(28, 30), "om te")
    fixes = {
        "one word": Fix((word,), Applicability.SAFE, "vragen", ""),
        "a number between": Fix((word, end), Applicability.SAFE, "vragen om te", ""),
        "a number in it": Fix((Edit(Span(0, 3), "06 12345678"),), Applicability.SAFE, "bel", ""),
    }
    finding = replace(checked.findings[0], span=Span(4, 13), block=0, also=(), fixes=tuple(fixes.values()))
    report, _ = hide_in(replace(checked, findings=(finding,)), document)
    assert report.findings[0].fixes == (fixes["one word"],)
