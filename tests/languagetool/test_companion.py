"""What LanguageTool adds to a report, with a server that stands in for it."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b1check import Applicability, Checker, Config, ConfigError, ReadError, Report, Severity, fix
from b1check import config as configuration
from b1check.documents import readers
from b1check.languagetool import companion, server
from b1check.languagetool.answers import Remark
from b1check.languagetool.consent import VARIABLE
from b1check.languagetool.post import THREAD
from b1check.languagetool.server import MOST, UnavailableError

from .conftest import Fake, match, send, speller

OWN = "De opmerkingen van b1check zelf ziet u wel."


def checker(fake: Fake | str, **settings: Any) -> Checker:
    address = fake if isinstance(fake, str) else fake.url
    terms = settings.pop("terms", {})
    return Checker(Config.model_validate({"languagetool": {"on": True, "server": address, **settings}, "terms": terms}))


def said(report: Report) -> list[str]:
    return [finding.text for finding in report.findings if finding.rule.startswith("languagetool/")]


def ours(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if not finding.rule.startswith("languagetool/")]


def test_a_remark_becomes_a_tip_at_its_place(fake: Fake) -> None:
    fake.matches = speller(fouut="fout", tesst="test")
    text = "Hallo 😀.\r\n\r\nDit is een tesst 😀 met een fouut.\r\n"
    report = checker(fake).check_text(text)
    first, second = [one for one in report.findings if one.rule == "languagetool/MORFOLOGIK_RULE_NL_NL"]
    assert text[first.span.start : first.span.end] == first.text == "tesst"
    assert text[second.span.start : second.span.end] == "fouut"
    assert (second.line, second.column, second.severity) == (3, 28, Severity.TIP)
    assert second.message == "LanguageTool: Er is een mogelijke spelfout gevonden."
    assert second.sentence == "Dit is een tesst 😀 met een fouut."
    assert second.sentence[second.marks[0].start : second.marks[0].end] == "fouut"
    (offered,) = second.fixes
    assert (offered.title, offered.applicability) == ("fout", Applicability.REVIEW)
    assert [(text[one.span.start : one.span.end], one.replacement) for one in offered.edits] == [("fouut", "fout")]
    assert report.warnings == ()


def test_places_are_right_in_html_and_only_whole_pieces_get_a_fix(fake: Fake) -> None:
    fake.matches = speller(fouut="fout", klantt="klant")
    text = "<p>Caf&eacute; 😀 &amp; een <b>fo</b>uut van een klantt.</p>"
    report = checker(fake).check_text(text, format="html")
    broken, whole = [one for one in report.findings if one.rule.startswith("languagetool/")]
    assert text[broken.span.start : broken.span.end] == "fo</b>uut"
    assert broken.fixes == ()
    assert broken.suggestions == ("fout",)
    assert text[whole.span.start : whole.span.end] == "klantt"
    assert len(whole.fixes) == 1


def test_ours_stays_where_both_say_something(fake: Fake) -> None:
    fake.matches = speller(Indien="Als", vragen="vraagt")
    report = checker(fake).check_text("Indien u vragen hebt, kunt u ons bellen.")
    assert "formeel-verbindingswoord" in ours(report)
    assert said(report) == ["vragen"]


def test_a_remark_about_a_whole_sentence_is_in_nobodys_way(fake: Fake) -> None:
    fake.matches = speller(uww="uw")
    long = (
        "Wij hebben uww brief gekregen en wij lezen die nu en daarna bellen wij u op en dan krijgt u van ons bericht."
    )
    report = checker(fake).check_text(long)
    assert "lange-zin" in ours(report)
    assert said(report) == ["uww"]


def test_it_does_not_count_for_the_score(fake: Fake) -> None:
    text = (
        "Wij sturen u een brief. U krijgt die brief voor 1 mei. Bel ons als u een vraag hebt over deze brief.\n\n" * 6
    )
    plain = Checker().check_text(text)
    fake.matches = speller(brief="brieven")
    report = checker(fake).check_text(text)
    assert len(said(report)) == 18
    assert report.score == plain.score is not None
    assert (report.difficulty, report.improvements) == (plain.difficulty, plain.improvements)
    assert all(finding.gain == 0 for finding in report.findings if finding.rule.startswith("languagetool/"))


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("Mail naar fouut@gemeente.nl.", "txt"),
        ("Kijk op www.fouut.nl voor meer.", "txt"),
        ("Beste [naam fouut],", "txt"),
        ("Hij zei: “dat is een fouut”.", "txt"),
        ("Typ `fouut` in het vak.", "md"),
        ("> Dat is een fouut.\n\nDat zei hij.", "md"),
    ],
)
def test_what_is_not_the_writers_is_left_alone(fake: Fake, text: str, format: str) -> None:
    fake.matches = speller(fouut="fout")
    assert said(checker(fake).check_text(text, format=format)) == []
    assert fake.asked


def test_a_point_of_a_list_need_not_be_a_sentence_and_a_code_is_no_word(fake: Fake) -> None:
    def strict(text: str) -> list[Any]:
        ends = [match(text.index(";"), 1, "EINDE_KOMMA", "."), match(text.index("uw"), 2, "UPPERCASE_SENTENCE_START")]
        return [*ends, *speller(**{"Z26-0012": "x", "fouut": "fout"})(text)]

    fake.matches = strict
    text = "Neem dit mee naar zaak Z26-0012:\n\n- uw pas;\n- een fouut.\n"
    assert said(checker(fake).check_text(text, format="md")) == ["fouut"]
    assert said(checker(fake).check_text("uw zaak Z26-0012;")) == ["uw", ";"]


def test_addresses_and_references_are_not_even_sent(fake: Fake) -> None:
    letter = (
        "Gemeente Zandwijk\nDorpsstraat 1\n1234 AB Zandwijk\n\nMevrouw J. Fouut\nKerkweg 2\n1234 AB Zandwijk\n\n"
        "Ons kenmerk: Z26-0001\n\nBeste mevrouw Fouut,\n\nUw pas is klaar.\n\nMet vriendelijke groet,\n\nSam de Boer"
    )
    checker(fake).check_text(letter)
    (sent,) = fake.texts()
    assert "Uw pas is klaar." in sent
    assert "Kerkweg" not in sent
    assert "Z26" not in sent


def test_the_words_of_the_municipality_are_right(fake: Fake) -> None:
    fake.matches = speller(maatwerkplek="x", meedoenpas="x", WijkPunt="x", fouut="fout")
    terms = {"allowed": ["maatwerkplek"], "preferred": {"kaart": "meedoenpas"}, "explanations": {"WijkPunt": "balie"}}
    text = "Uw maatwerkplek en uw meedoenpas haalt u bij het WijkPunt. Dat is geen fouut."
    assert said(checker(fake, terms=terms).check_text(text)) == ["fouut"]


def test_a_paragraph_in_another_language_is_left_alone(fake: Fake) -> None:
    fake.matches = speller(appointment="afspraak", fouut="fout")
    english = "You can make an appointment with the municipality when you need a new passport or a driving licence."
    report = checker(fake).check_text(f"{english}\n\nDat is een fouut in de brief van de gemeente.")
    assert "geen-nederlands" in ours(report)
    assert said(report) == ["fouut"]


def test_rules_and_categories_can_be_chosen(fake: Fake) -> None:
    def both(text: str) -> list[Any]:
        style = {"id": "ZIN", "category": {"id": "STYLE"}}
        return [match(0, 1, "SPEL"), {**match(2, 1), "rule": style}]

    fake.matches = both
    assert said(checker(fake).check_text("a b c")) == ["a", "b"]
    assert said(checker(fake, select=["STYLE"]).check_text("a b c")) == ["b"]
    assert said(checker(fake, ignore=["SPEL"]).check_text("a b c")) == ["b"]
    assert said(checker(fake, ignore=["TYPOS", "ZIN"], extra=["MEER"]).check_text("a b c")) == []
    plain, chosen, left_out, extra = fake.asked
    assert not {name for name in plain if name not in {"text", "language", "path"}}
    assert (plain["path"], plain["language"]) == ("/v2/check", "nl")
    assert (chosen["enabledRules"], chosen["enabledCategories"]) == ("STYLE", "STYLE")
    assert left_out == plain
    assert extra["enabledRules"] == "MEER"


def test_the_writer_can_switch_it_off_in_the_text(fake: Fake) -> None:
    fake.matches = speller(fouut="fout")
    text = "<!-- b1check uit: {} - zo heet het -->\n\nDit is een fouut.\n"
    for names in ("languagetool", "languagetool/MORFOLOGIK_RULE_NL_NL"):
        report = checker(fake).check_text(text.format(names), format="md")
        assert said(report) == []
        assert [one.finding.text for one in report.suppressed] == ["fouut"]
        assert not [rule for rule in ours(report) if rule.startswith("uitgezet")]
    assert said(checker(fake).check_text(text.format("languagetool/ANDERE"), format="md")) == ["fouut"]
    without = Checker().check_text(text.format("languagetool"), format="md")
    assert not [rule for rule in ours(without) if rule.startswith("uitgezet")]


def test_a_fix_of_languagetool_is_applied_only_on_request(fake: Fake) -> None:
    fake.matches = speller(fouut="fout")
    text = "Dat is een fouut."
    asking = checker(fake)
    assert fix(text, checker=asking).text == text
    assert fake.asked == []
    both = fix(text, checker=asking, levels=[Applicability.SAFE, Applicability.REVIEW])
    assert both.text == "Dat is een fout."


PIECES = st.sampled_from(
    [
        "fouut",
        "caf&eacute;",
        "😀",
        " ",
        "\n",
        "\r\n\r\n",
        "- ",
        "# ",
        "**",
        "<b>",
        "</b>",
        "<p>",
        "&amp;",
        "\u00ad",
        "é",
        "\\*",
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["txt", "md", "html"]))
def test_every_remark_is_at_its_words_whatever_the_markup(text: str, format: str) -> None:
    try:
        document = readers.read_text(f"Dit is fouut. {text} fouut", format=format)
    except ReadError:
        return
    report = every_word().check_document(document)
    remarks = [one for one in report.findings if one.rule == "languagetool/X"]
    assert remarks
    for one in remarks:
        assert one.block is not None
        block = document.blocks[one.block]
        place = block.map.to_text(one.span.start, one.span.end)
        assert place
        assert one.text in block.text[slice(*place)]
        for offered in one.fixes:
            (edit,) = offered.edits
            assert document.source.text[edit.span.start : edit.span.end] == one.text


@cache
def every_word() -> Checker:
    """A checker of which LanguageTool has something to say of each word, without a server."""

    class Server:
        address = "http://127.0.0.1:9"

        def ask(self, text: str) -> tuple[Remark, ...]:
            words = re.finditer(r"\w+", text)
            return tuple(Remark(*word.span(), "X", "STYLE", "Kijk.", ("goed",)) for word in words)

    made = Checker(Config.model_validate({"languagetool": {"on": True, "server": Server.address}}))
    assert made._companion
    made._companion._server = Server()  # type: ignore[assignment]
    return made


def test_a_document_is_one_question_and_the_same_one_is_not_asked_twice(fake: Fake) -> None:
    asking = checker(fake)
    for _ in range(2):
        asking.check_text("# Kop\n\nEen.\n\n- Twee.\n- Drie.\n", format="md")
    assert fake.texts() == ["Kop\n\nEen.\n\nTwee.\n\nDrie."]


def test_a_long_document_is_asked_in_parts(fake: Fake) -> None:
    fake.matches = speller(fouut="fout")
    text = "\n\n".join(f"Dit is alinea {number} met een fouut. {'Wij lezen dit. ' * 40}" for number in range(60))
    assert len(said(checker(fake).check_text(text))) == 60
    assert len(fake.asked) > 1
    assert all(len(sent) <= MOST for sent in fake.texts())


def test_without_waiting_it_says_what_it_said_before(fake: Fake) -> None:
    fake.matches = speller(fouut="fout", tesst="test")
    asking = checker(fake)
    text = "Dit is een fouut.\n\nDit is goed."
    assert said(asking.check_text(text, wait=False)) == []
    assert fake.asked == []
    assert asking.consult(text)
    assert said(asking.check_text(text, wait=False)) == ["fouut"]
    assert not asking.consult(text)
    assert not asking.consult(text.replace("goed", "beter"))
    changed = text.replace("goed", "een tesst")
    assert said(asking.check_text(changed, wait=False)) == ["fouut"]
    assert asking.consult(changed)
    assert said(asking.check_text(changed, wait=False)) == ["fouut", "tesst"] == said(checker(fake).check_text(changed))


def test_a_checker_without_it_has_nothing_to_consult(fake: Fake) -> None:
    off = Checker(Config.model_validate({"languagetool": {"server": fake.url}}))
    assert not off.consult("Dit is een fouut.")
    assert off.check_text("Dit is een fouut.").warnings == ()
    assert fake.asked == []


# -- servers that do not do their work

TEXT = "Indien u vragen hebt, kunt u ons bellen."


def fails(report: Report, *words: str) -> None:
    """Check that there is one warning, and that all our own findings are there."""
    (warning,) = report.warnings
    assert all(word in warning for word in words), warning
    assert warning.endswith(OWN)
    plain = Checker().check_text(TEXT)
    assert (report.findings, report.errors) == (plain.findings, ())


def test_a_dead_server() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        fails(checker(url).check_text(TEXT), "er is geen server", url)


def test_a_server_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "http://server.invalid")
    fails(checker("http://server.invalid").check_text(TEXT), "er is geen server")


QUICK = {"timeout": 0.2, "start-timeout": 0.2}


def test_a_slow_server(fake: Fake) -> None:
    fake.answers.clear()
    fails(checker(fake, **QUICK).check_text(TEXT), "binnen 0.2 seconden geen antwoord", "geef bij timeout meer")


def in_drops(*starts: bytes, then: bytes) -> tuple[Callable[[BaseHTTPRequestHandler], None], threading.Event]:
    """What begins an answer and goes on with ``then`` until nobody listens, and what tells that nobody does."""
    left = threading.Event()

    def raw(handler: BaseHTTPRequestHandler) -> None:
        wait = threading.Event().wait
        try:
            handler.wfile.write(b"".join(starts))
            while not wait(0.01):
                handler.wfile.write(then)
        except OSError:
            left.set()

    return raw, left


@pytest.mark.parametrize(
    ("starts", "then"),
    [
        ([b"HTTP/1.0 200 OK\r\n\r\n"], b" "),
        ([b"HTTP/1.0 200 OK\r\n", b"X-Long: "], b"a"),
        ([b"HTTP/1.0 200 O"], b"k"),
        ([], b"HTTP/1.0 100 Continue\r\n\r\n"),
    ],
    ids=["body", "headers", "status", "promises"],
)
def test_a_server_that_answers_in_drops(fake: Fake, starts: list[bytes], then: bytes) -> None:
    fake.raw, left = in_drops(*starts, then=then)
    fails(checker(fake, **QUICK).check_text(TEXT), "binnen 0.2 seconden geen antwoord")
    assert left.wait(20)  # the question was broken off, and nobody goes on reading


def test_a_name_that_is_not_looked_up_in_time(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    look_up, found = socket.getaddrinfo, threading.Event()

    def slow(host: str, *args: Any, **options: Any) -> Any:
        if host == "taal.example":
            assert found.wait(30)
            host = "127.0.0.1"
        return look_up(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    address = fake.url.replace("127.0.0.1", "taal.example")
    monkeypatch.setenv(VARIABLE, address)
    fails(checker(address, **QUICK).check_text(TEXT), "binnen 0.2 seconden geen antwoord")
    found.set()
    for thread in threading.enumerate():
        if thread.name == THREAD:
            thread.join(20)
            assert not thread.is_alive()
    assert fake.asked == []  # too late: nothing is sent any more


def test_only_the_first_answer_may_take_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[float] = []

    def post(*_: object, seconds: float, **__: object) -> bytes:
        limits.append(seconds)
        return b"{}" if len(limits) == 1 else b'{"matches": []}'

    monkeypatch.setattr(server, "post", post)
    asking = server.Server("http://127.0.0.1:9", Config().languagetool)
    with pytest.raises(UnavailableError):
        asking.ask("Een.")
    asking.ask("Een.")
    asking.ask("Twee.")
    assert limits == [120, 120, 30]


def test_a_first_answer_that_never_comes_names_the_other_setting(fake: Fake) -> None:
    fake.answers.clear()
    settings = {"timeout": 0.1, "start-timeout": 0.2}
    fails(checker(fake, **settings).check_text(TEXT), "binnen 0.2 seconden", "geef bij start-timeout meer")


def redirect(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"", 307, Location="http://127.0.0.1:9/v2/check")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (lambda handler: send(handler, b"Error: too many", 429), "te veel vragen"),
        (lambda handler: send(handler, b"no", 403), "code 403"),
        (lambda handler: send(handler, b"no", 404), "code 404"),
        (lambda handler: send(handler, b"too long", 413), "nam niet elke tekst aan (code 413)"),
        (redirect, "code 307"),
        (lambda handler: send(handler, b"<html>Welkom bij deze router</html>"), "vreemd antwoord"),
        (lambda handler: send(handler, b'{"matches": [{"offset": 90000}]}'), "vreemd antwoord"),
        (lambda handler: handler.wfile.write(b"\x00\x01 wat?\r\n\r\n"), "vreemd antwoord"),
        (lambda handler: handler.connection.shutdown(socket.SHUT_RDWR), "er is geen server"),
    ],
)
def test_a_server_that_refuses_or_talks_nonsense(
    fake: Fake, raw: Callable[[BaseHTTPRequestHandler], None], words: str
) -> None:
    fake.raw = raw
    fails(checker(fake).check_text(TEXT), words)


def test_a_server_that_failed_is_left_alone_for_a_while(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(companion.time, "monotonic", lambda: now[0])
    fake.raw = lambda handler: send(handler, b"", 403)
    asking = checker(fake)
    reports = [asking.check_text(f"Dit is tekst {number}.") for number in range(3)]
    assert len(fake.asked) == 1
    assert len({report.warnings for report in reports}) == 1
    fake.raw, fake.matches = None, speller(fouut="fout")
    now[0] += 60
    report = asking.check_text("Dit is een fouut.")
    assert (said(report), report.warnings) == (["fouut"], ())


def test_one_text_that_is_refused_does_not_stop_the_next(fake: Fake) -> None:
    asking = checker(fake)
    fake.raw = lambda handler: send(handler, b"", 413)
    assert asking.check_text("Dit is een fouut.").warnings
    fake.raw, fake.matches = None, speller(fouut="fout")
    report = asking.check_text("Dit is nog een fouut.")
    assert (said(report), report.warnings) == (["fouut"], ())


def test_a_text_for_this_computer_goes_by_no_proxy(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert checker(fake).check_text(TEXT).warnings == ()
    assert len(fake.asked) == 1


# -- settings


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('server = "https://api.languagetool.org"', "public-api = true"),
        ('server = "https://API.LanguageTool.org./v2"', "public-api = true"),
        ('server = "https://api.languagetoolplus.com/v2/"', "public-api = true"),
        ('server = "https://languagetool.org/api"', "public-api = true"),
        ('server = "https://api.languagetool%2eorg"', "geen adres"),
        ('server = "https://api.languagetool．org"', "geen adres"),
        ('server = "localhost:8081"', "geen adres van een server"),
        ('server = "ftp://localhost"', "geen adres van een server"),
        ('server = "http://naam:geheim@localhost"', "geen adres van een server"),
        ('server = "http://[::1"', "geen adres van een server"),
        ('server = "http://localhost:999999"', "geen adres van een server"),
        ("timeout = 0", "timeout"),
        ("select = []", "select"),
        ('ignore = ["A,B"]', "ignore"),
        ("servr = 1", "Bedoelt u server?"),
    ],
)
def test_settings_that_cannot_be_are_refused(tmp_path: Path, lines: str, words: str) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text(f"[languagetool]\non = true\n{lines}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="niet goed") as caught:
        configuration.load(file)
    assert words in str(caught.value)


def test_the_public_server_is_possible_for_who_says_so(tmp_path: Path) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text('[languagetool]\nserver = "https://api.languagetool.org"\npublic-api = true\n', encoding="utf-8")
    assert configuration.load(file).languagetool.public_api
    assert not configuration.load(file).languagetool.on


def test_an_own_server_with_a_name_that_looks_alike_is_possible() -> None:
    Config.model_validate({"languagetool": {"server": "https://languagetool.gemeente.example/v2"}})
    Config.model_validate({"languagetool": {"server": "https://mylanguagetool.org"}})
