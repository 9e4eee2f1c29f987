"""``b1check site`` as a user sees it, against a website on this machine."""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from b1check.cli import command
from b1check.cli.site import command as site_command
from b1check.web import crawl
from b1check.web.fetch import Limits
from b1check.web.visits import Visits

from .conftest import Reply, Website, page, redirect

HARD = "U dient het formulier in te vullen. Indien u vragen heeft, dient u te bellen. "
EASY = "U vult het formulier in. Hebt u vragen? Bel dan met de gemeente. "
Site = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Run ``b1check site`` in an empty folder, in this process, without waiting."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def invoke(*args: str) -> Result:
        fast = ("--allow-private", "--delay", "0", "--select", "dient-te,lange-zin")
        return CliRunner().invoke(command, ["site", *fast, *args], catch_exceptions=False)

    return invoke


@pytest.fixture
def town(website: Website) -> Website:
    """A website with an easy and a hard page, one that is gone and one that is no page."""
    website.routes |= {
        "/": page("Welkom", "/makkelijk", "/moeilijk", "/weg", "/folder.pdf", "/oud", text=EASY * 4),
        "/makkelijk": page("Makkelijk", text=EASY * 6 + "Dat is alles."),
        "/moeilijk": page("Moeilijk", text=HARD * 6),
        "/folder.pdf": Reply(b"%PDF", type="application/pdf"),
        "/oud": redirect("/moeilijk"),
    }
    return website


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_report_has_the_hardest_page_first_and_what_gains_most(site: Site, town: Website, tmp_path: Path) -> None:
    result = site(town.home)
    assert result.stdout.startswith(f"Website {town.home}\n────")
    assert "Gecontroleerd: 3 pagina's met " in result.stdout
    assert "  1. Zin met ‘dienen te’ (12 keer op 1 pagina)" in result.stdout
    assert f"     dient-te, het meest op {town.url('/moeilijk')}" in result.stdout
    rows = [line.split()[-1] for line in result.stdout.splitlines() if line.endswith(("/makkelijk", "/moeilijk", "/"))]
    assert rows.index(town.url("/moeilijk")) < rows.index(town.url("/makkelijk"))
    gone = " ".join(result.stdout.split())
    assert f"{town.url('/weg')}: Deze pagina bestaat niet (code 404)." in gone
    assert f"De link staat op {town.url('/')}." in gone
    assert "Overgeslagen, want het zijn geen webpagina's: 1 pdf." in result.stdout
    assert result.stderr == ""
    assert result.exit_code == 2
    assert files(tmp_path) == []


def test_exit_codes(site: Site, website: Website) -> None:
    website.routes["/"] = page("Welkom", text=HARD)
    assert site(website.home).exit_code == 0
    assert site(website.home, "--fail-on", "let-op").exit_code == 1
    assert site(website.home, "--fail-on", "let-op", "--ignore", "dient-te").exit_code == 0
    website.routes["/"] = page("Welkom", text=" ".join(f"U dient {word} in te vullen." for word in EASY.split() * 3))
    low = site(website.home, "--min-score", "100")
    assert low.exit_code == 1
    assert "U vraagt minstens 100." in low.stderr


def test_full_shows_the_remarks_of_each_page(site: Site, town: Website) -> None:
    short, full = site(town.home).stdout, site(town.home, "--full", "--max-per-rule", "0").stdout
    assert "U dient het formulier in te vullen" not in short
    assert full.count("U dient het formulier in te vullen") == 6
    assert full.index(f"\n{town.url('/moeilijk')}\n────") < full.index(f"\n{town.url('/makkelijk')}\n────")


def test_json_is_that_of_check_with_the_website_as_a_whole(site: Site, town: Website) -> None:
    result = site(town.home, "--format", "json")
    data = json.loads(result.stdout)
    assert data["schema_version"] == "1"
    assert data["documents"][0]["name"] == town.url("/moeilijk")
    assert data["documents"][0]["findings"][0]["rule"] == "dient-te"
    assert data["site"]["pages"] == 3
    assert data["site"]["rules"][0]["rule"] == "dient-te"
    assert data["site"]["other_types"] == [["application/pdf", 1]]
    assert [one["name"] for one in data["problems"]] == [town.url("/weg")]
    assert result.stderr.startswith(f"{town.url('/weg')}: Deze pagina bestaat niet")


def test_lighter_remarks_are_left_out_on_request(site: Site, town: Website, tmp_path: Path) -> None:
    data = json.loads(site(town.home, "--format", "json", "--min-severity", "fout").stdout)
    assert [one["findings"] for one in data["documents"]] == [[], [], []]
    assert data["site"]["rules"][0]["count"] == 12  # what gains most does not change
    for level, shown in (("fout", False), ("let-op", True)):
        site(town.home, "--format", "html", "--min-severity", level, "--output", "site.html")
        assert ('class="opm"' in (tmp_path / "site.html").read_text(encoding="utf-8")) is shown


def test_the_other_forms(site: Site, town: Website, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(site(town.home, "--format", "csv").stdout.lstrip("\ufeff")), delimiter=";"))
    assert {row["document"] for row in rows if row["regel"] == "dient-te"} == {town.url("/moeilijk")}
    assert site(town.home, "--format", "html", "--output", "site.html").stdout == ""
    html = (tmp_path / "site.html").read_text(encoding="utf-8")
    assert "<h1>Website http" in html
    assert '<span class="wat">Zin met ‘dienen te’</span><span class="klein">12 keer op 1 pagina' in html
    assert html.index(town.url("/moeilijk")) < html.index(town.url("/makkelijk"))
    lines = site(town.home, "--format", "jsonl").stdout.splitlines()
    assert json.loads(lines[0])["document"]["name"] == town.url("/moeilijk")
    assert site(town.home, "--output", "site.txt").stdout == ""
    assert (tmp_path / "site.txt").read_text(encoding="utf-8").startswith("Website http")


def test_text_that_is_on_every_page_counts_once(site: Site, website: Website) -> None:
    names = [f"/{number}" for number in range(6)]
    website.routes["/"] = page("Welkom", *names)
    for name in names:
        chrome = f"<p>Over {name}.</p><p>U dient dit te lezen.</p>"
        website.routes[name] = f"<html><title>{name}</title><body>{chrome}</body></html>"
    data = json.loads(site(website.home, "--format", "json").stdout)
    findings = [finding for document in data["documents"] for finding in document["findings"]]
    assert len(findings) == 1
    assert sum("Overgeslagen: 1 stuk tekst" in "".join(one["notes"]) for one in data["documents"]) == 5


def test_a_sitemap_on_the_web_and_in_a_file(site: Site, town: Website, tmp_path: Path) -> None:
    listed = f"<urlset><url><loc>{town.url('/makkelijk')}</loc></url></urlset>"
    town.routes["/sitemap.xml"] = Reply(listed.encode(), type="text/xml")
    (tmp_path / "lijst.xml").write_text(listed, encoding="utf-8")
    for start in (town.url("/sitemap.xml"), "lijst.xml"):
        result = site(start)
        assert result.exit_code == 0, result.stderr
        assert f"Website {start}\n" in result.stdout
        assert "Gecontroleerd: 1 pagina met" in result.stdout
    assert files(tmp_path) == ["lijst.xml"]


@pytest.mark.parametrize(
    ("start", "message"),
    [
        ("weg.xml", "weg.xml is er niet. Geef een adres dat begint met https://"),
        ("www.gemeente.nl", "Geef een adres dat begint met https://"),
        ("http://a:b@gemeente.nl/", "naam of wachtwoord"),
        ("http://", "geen adres van een webpagina"),
    ],
)
def test_what_is_no_website(site: Site, tmp_path: Path, start: str, message: str) -> None:
    result = site(start)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert files(tmp_path) == []


def test_a_website_of_this_network_is_only_read_when_the_user_says_so(
    website: Website, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(command, ["site", website.home])
    assert result.exit_code == 2
    assert "uw eigen computer of netwerk" in result.stderr
    assert website.asked == []
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    "args",
    [
        ("--delay", "-1"),
        ("--delay", "x"),
        ("--delay", "nan"),
        ("--max-pages", "0"),
        ("--depth", "x"),
        ("--state", "weg/x"),
    ],
)
def test_options_that_cannot_be(site: Site, website: Website, args: tuple[str, str]) -> None:
    result = site(website.home, *args)
    assert result.exit_code == 2
    assert "Hulp: b1check site --help" in result.stderr
    assert website.asked == []


def test_settings_that_are_not_right_show_before_the_first_request(site: Site, town: Website, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text("fail-onn = 1\n", encoding="utf-8")
    assert site(town.home).exit_code == 2
    assert town.asked == []


def test_pages_that_are_kept_give_another_report_without_asking_again(
    site: Site, town: Website, tmp_path: Path
) -> None:
    first = site(town.home, "--state", "bezoek.db")
    assert files(tmp_path) == ["bezoek.db"]
    asked = list(town.asked)
    again = site(town.home, "--state", "bezoek.db")
    assert again.exit_code == 2
    assert "bezoek.db is er al" in again.stderr
    assert town.asked == asked
    resumed = site(town.home, "--state", "bezoek.db", "--resume")
    assert resumed.stdout == first.stdout
    assert town.asked == [*asked, "/robots.txt"]


def test_a_website_without_text_leaves_nothing_behind(site: Site, website: Website, tmp_path: Path) -> None:
    website.routes["/"] = "<html><script>maakTekst()</script></html>"
    result = site(website.home)
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.partition(".")[0] for line in result.stderr.splitlines()][1:] == [
        "Er is geen pagina om te controleren"
    ]
    assert "Misschien maakt een script de tekst." in result.stderr
    assert files(tmp_path) == []


def test_resume_without_or_with_another_visit(
    site: Site, town: Website, other_website: Website, tmp_path: Path
) -> None:
    assert "U kunt niet verder" in site(town.home, "--resume").stderr
    assert files(tmp_path) == []
    site(town.home, "--state", "bezoek.db")
    other = site(other_website.home, "--state", "bezoek.db", "--resume")
    assert other.exit_code == 2
    assert f"een bezoek aan {town.home}" in other.stderr
    assert other_website.asked == []


def test_a_file_of_the_user_is_never_touched(site: Site, town: Website, tmp_path: Path) -> None:
    letter = tmp_path / "brief.docx"
    letter.write_bytes(b"Geachte mevrouw")
    for extra in ((), ("--resume",)):
        assert site(town.home, "--state", "brief.docx", *extra).exit_code == 2
        assert letter.read_bytes() == b"Geachte mevrouw"


def test_a_website_that_goes_down_gives_what_there_is_and_can_be_resumed(
    site: Site, website: Website, tmp_path: Path
) -> None:
    names = [f"/{number}" for number in range(8)]
    website.routes["/"] = page("Welkom", *names)
    website.routes |= {name: Reply(status=500) for name in names}
    down = site(website.home)
    assert down.exit_code == 2
    assert "Gecontroleerd: 1 pagina" in down.stdout
    assert "5 keer achter elkaar geen antwoord" in " ".join(down.stdout.split())
    website.routes |= {name: page(name, text=f"Dit is {name}. Meer is er niet.") for name in names}
    up = site(website.home, "--resume")
    assert "Gecontroleerd: 9 pagina's" in up.stdout
    assert up.exit_code == 0
    assert files(tmp_path) == []


@pytest.mark.parametrize("fault", [sqlite3.OperationalError("disk is full"), RuntimeError("a fault of ours")])
def test_whatever_goes_wrong_what_was_read_stays(
    site: Site, town: Website, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    end, pages = Visits.end, itertools.count()

    def fail_later(self: Visits, *args: Any, **options: Any) -> None:
        if next(pages) == 2:
            raise fault
        end(self, *args, **options)

    monkeypatch.setattr(Visits, "end", fail_later)
    result = site(town.home)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert files(tmp_path) == [f"b1check-127.0.0.1-{town.port}.db"]
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    town.asked.clear()
    assert "Gecontroleerd: 3 pagina's" in site(town.home, "--resume").stdout
    assert town.asked == ["/robots.txt", "/moeilijk", "/weg", "/folder.pdf", "/oud"]
    assert files(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize(
    ("stop", "code", "told"),
    [
        (signal.SIGINT, 130, "Gestopt. 3 pagina's zijn bewaard. Ga verder met dezelfde opdracht en --resume.\n"),
        (getattr(signal, "SIGKILL", signal.SIGTERM), -9, ""),  # Windows has none
    ],
    ids=["ctrl-c", "killed"],
)
def test_a_stop_loses_nothing_and_resume_goes_on(
    website: Website, tmp_path: Path, stop: signal.Signals, code: int, told: str
) -> None:
    """A real signal, while the website holds the answer to the fourth page: Ctrl-C, and the machine that goes off."""
    names = [f"/{number}" for number in range(6)]
    held, release = threading.Event(), threading.Event()

    def hold(_: BaseHTTPRequestHandler) -> Reply:
        if not held.is_set():
            held.set()
            release.wait()
        return Reply(page("Vastgehouden", text="Deze pagina kwam later.").encode())

    website.routes["/"] = page("Welkom", *names)
    website.routes |= {name: page(name, text=f"Dit is pagina {name}.") for name in names}
    website.routes["/2"] = hold
    args = [sys.executable, "-m", "b1check", "site", website.home, "--allow-private", "--delay", "0"]
    args += ["--select", "dient-te"]
    started = subprocess.Popen(args, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert held.wait(timeout=120)
        started.send_signal(stop)
        out, said = started.communicate(timeout=120)
    finally:
        started.kill()
        release.set()
    assert (started.returncode, out, said.decode()) == (code, b"", told)
    assert f"b1check-127.0.0.1-{website.port}.db" in files(tmp_path)

    refused = subprocess.run(args, cwd=tmp_path, capture_output=True, check=False)
    assert refused.returncode == 2
    assert "--resume" in refused.stderr.decode()
    website.asked.clear()
    resumed = subprocess.run([*args, "--resume"], cwd=tmp_path, capture_output=True, check=False)
    assert resumed.returncode == 0, resumed.stderr
    assert "Gecontroleerd: 7 pagina's" in resumed.stdout.decode()
    assert website.asked == ["/robots.txt", "/2", "/3", "/4", "/5"]
    assert files(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX terminals")
def test_on_a_terminal_a_line_tells_how_far_it_is(website: Website, tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    website.routes |= {"/": page("Welkom", "/a"), "/a": page("A", text="Dit is pagina A.")}
    ours, theirs = pty.openpty()
    args = [sys.executable, "-m", "b1check", "site", website.home, "--allow-private", "--delay", "0"]
    done = subprocess.Popen([*args, "--select", "dient-te"], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while piece := os.read(ours, 4096):
            seen += piece
    except OSError:
        """The other side is closed."""
    os.close(ours)
    assert done.wait() == 0
    assert f"\rBezig met 1 van 1: {website.url('/')}".encode() in seen
    assert f"\rBezig met 2 van 2: {website.url('/a')}".encode() in seen
    assert seen.endswith(b" \r")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from b1check.cli import command\n"
        "command.main(['site', '--help'], standalone_mode=False)\n"
        "print(sorted({'pydantic', 'spacy', 'turbohtml', 'lxml', 'protego', 'sqlite3', 'ssl'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_the_numbers_on_the_page_are_those_of_the_program() -> None:
    told = (Path(__file__).resolve().parents[2] / "docs" / "website.md").read_text(encoding="utf-8")
    rows = {row.split("`")[1]: row.split("|")[3].strip() for row in told.splitlines() if row.startswith("| `--")}
    options = {option.opts[0]: option.default for option in site_command.params if option.opts[0] in rows}
    assert rows == {name: str(default) for name, default in options.items()}
    assert rows == {"--max-pages": "100", "--depth": "5", "--delay": "1"}
    limits = Limits()
    assert f"groter zijn dan {limits.size // 1_000_000} MB" in told
    assert f"na {limits.seconds:g} seconden nog niet klaar" in told
    assert f"Geeft de website {crawl._OUT_OF_ORDER} keer achter elkaar geen antwoord" in told
