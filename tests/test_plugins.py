"""Readers and reporters of other packages: found by their name, loaded when used, and never in the way of the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from b1check import Checker, PluginError, Problem, ReadError, plugins, reporters
from b1check.cache import Cache
from b1check.cli import command
from b1check.discovery import discover
from b1check.documents import readers

READER = """
from b1check import BlockBuilder, BlockKind, Document, SourceText, decode

def read(data, *, name):
    text = decode(data).text
    builder = BlockBuilder()
    builder.literal(text, 0)
    return Document("anders", "anders", SourceText(text), (builder.take(BlockKind.PARAGRAPH),))

def leave(data, *, name):
    raise SystemExit(0)

def fail(data, *, name):
    raise KeyError("kapot")

def refuse(data, *, name):
    from b1check import ReadError
    raise ReadError("Dit is geen goed bestand. Sla het op als vb.")

def number(data, *, name):
    return 3

def outside(data, *, name):
    document = read(data, name=name)
    return Document(name, "vb", SourceText(""), document.blocks)

WORD = "geen functie"
"""
REPORTER = """
def render(results):
    return "".join(f"{one.path} {len(one.report.findings)}\\n" for one in results.documents)

def render_nothing(results):
    raise KeyError("kapot")

def render_number(results):
    return 3
"""
SENTENCE = "Indien u vragen heeft, belt u ons."


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path, as pip fills it; and an empty folder to work in."""
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    monkeypatch.syspath_prepend(str(folder))
    return folder


_made = 0


def install(site: Path, entry_points: str, package: str = "vb-delen", code: str = READER + REPORTER) -> None:
    """Put a package there; its module has another name each time, as Python keeps what it imported."""
    global _made  # noqa: PLW0603
    _made += 1
    module = f"vb_delen_{_made}"
    (site / f"{module}.py").write_text(code, encoding="utf-8")
    info = site / f"{package.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(entry_points.replace("MODULE", module), encoding="utf-8")
    plugins._installed.cache_clear()


def document(name: str = "brief.vb", text: str = SENTENCE) -> Path:
    file = Path.cwd() / name
    file.write_text(text, encoding="utf-8")
    return file


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def test_nothing_is_installed_here() -> None:
    assert not readers.foreign().plugins
    assert not reporters.foreign().plugins


def test_a_reader_reads_the_files_with_its_name(site: Path) -> None:
    file = document()
    with pytest.raises(ReadError, match=r"\.vb kan b1check niet lezen"):
        readers.read(file)
    install(site, "[b1check.readers]\nvb = MODULE:read\n")
    report = Checker().check_file(file)
    assert (report.name, report.format) == (str(file), "vb")  # whatever the reader calls it
    assert next((found.text, found.line, found.column) for found in report.findings) == ("Indien", 1, 1)
    assert discover([Path.cwd()]).files == (file,)
    assert readers.format_of("A.VB") == "vb"


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("MODULE:fail", "Het onderdeel vb van het pakket vb-delen werkt niet. KeyError: 'kapot'. Vraag de maker"),
        ("MODULE:leave", "Het onderdeel vb van het pakket vb-delen werkt niet. SystemExit: 0. Vraag de maker"),
        ("MODULE:refuse", "Dit is geen goed bestand. Sla het op als vb."),
        ("MODULE:number", "De functie geeft int, en geen Document."),
        ("MODULE:outside", "buiten de tekst van het bestand"),
        ("MODULE:WORD", "str is geen functie."),
        ("MODULE:nergens", "AttributeError"),
        ("bestaat_niet_vb:read", "ModuleNotFoundError: No module named 'bestaat_niet_vb'."),
    ],
)
def test_a_reader_that_fails_is_one_line_and_the_rest_goes_on(site: Path, what: str, message: str) -> None:
    install(site, f"[b1check.readers]\nvb = {what}\n")
    wrong, good = document(), document("goed.txt")
    problem, report = Checker().check_files([wrong, good])
    assert isinstance(problem, Problem)
    assert message in problem.message
    assert not isinstance(report, Problem)
    done = run("check", str(wrong), str(good))
    assert done.exit_code == 2
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Indien" in done.stdout


def test_an_empty_or_too_large_file_never_reaches_the_reader(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(site, "[b1check.readers]\nvb = MODULE:fail\n")
    with pytest.raises(ReadError, match="leeg"):
        readers.read_bytes(b"", name="a.vb")
    monkeypatch.setattr(readers, "_LARGEST", 10)
    with pytest.raises(ReadError, match="te groot"):
        readers.read(document())


def test_what_another_package_read_is_never_kept(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(site, "[b1check.readers]\nvb = MODULE:read\n")
    monkeypatch.delenv("B1CHECK_NO_CACHE")
    kept: list[str] = []
    put = Cache.put
    monkeypatch.setattr(Cache, "put", lambda self, key, report: (kept.append(report.name), put(self, key, report)))
    files = [str(document()), str(document("goed.txt"))]
    run("check", "--cache-dir", str(tmp_path / "kast"), *files)
    assert kept == files[1:]


@pytest.mark.parametrize("name", ["txt", "docx", "htm"])
def test_a_reader_cannot_take_the_place_of_ours(site: Path, name: str) -> None:
    install(site, f"[b1check.readers]\n{name} = MODULE:fail\n")
    done = run("check", str(document("goed.txt")))
    assert "Indien" in done.stdout
    assert done.exit_code == 0  # nothing was left out
    assert done.stderr == (
        f"b1check gebruikt het onderdeel {name} van het pakket vb-delen niet. b1check heeft zelf al een onderdeel met "
        "die naam. Vraag de maker om een nieuwe versie, of haal het pakket weg: pip uninstall vb-delen\n"
    )


def test_of_two_packages_with_the_same_name_the_first_counts(site: Path) -> None:
    install(site, "[b1check.readers]\nvb = MODULE:read\n", "vb-a")
    install(site, "[b1check.readers]\nvb = MODULE:fail\n", "vb-b")
    offer = readers.foreign()
    assert offer.plugins["vb"].package == "vb-a"
    assert "vb-b niet. Het pakket vb-a heeft ook een onderdeel met die naam." in offer.refused[0]


@pytest.mark.parametrize("name", ["VB", "v.b", "-v"])
def test_a_name_that_nobody_can_type_is_refused(site: Path, name: str) -> None:
    install(site, f"[b1check.readers]\n{name} = MODULE:read\n")
    offer = readers.foreign()
    assert not offer.plugins
    assert "kleine letters, cijfers en streepjes" in offer.refused[0]


def test_a_reporter_writes_the_report(site: Path) -> None:
    install(site, "[b1check.reporters]\ntelling = MODULE:render\n")
    document("goed.txt")
    done = run("check", "goed.txt", "--format", "telling", "--select", "formeel-verbindingswoord")
    assert (done.stdout, done.stderr, done.exit_code) == ("goed.txt 1\n", "", 0)
    run("check", "goed.txt", "--format", "telling", "--output", "uit.md")
    assert Path("uit.md").read_text(encoding="utf-8").startswith("goed.txt ")
    near = run("check", "goed.txt", "--format", "teling")
    assert "Bedoelt u telling?" in near.stderr


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("MODULE:render_nothing", "telling van het pakket vb-delen werkt niet. KeyError: 'kapot'. Vraag"),
        ("MODULE:render_number", "De functie geeft int, en geen tekst."),
        ("MODULE:WORD", "str is geen functie."),
        ("bestaat_niet_vb:read", "ModuleNotFoundError"),
    ],
)
def test_a_reporter_that_fails_is_one_line(site: Path, what: str, message: str) -> None:
    install(site, f"[b1check.reporters]\ntelling = {what}\n")
    document("goed.txt")
    done = run("check", "goed.txt", "--format", "telling", "--output", "uit.md")
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not Path("uit.md").exists()


def test_a_reporter_cannot_take_the_place_of_ours(site: Path) -> None:
    install(site, "[b1check.reporters]\njson = MODULE:render\nsarif = MODULE:fail\n")
    assert not reporters.foreign().plugins
    document("goed.txt")
    done = run("check", "goed.txt", "--format", "json")
    assert done.stdout.startswith("{")
    assert len(done.stderr.splitlines()) == 2


def test_the_error_names_the_package_and_stays_on_one_line(site: Path) -> None:
    install(site, "[b1check.readers]\nvb = MODULE:read\n", code="raise RuntimeError('een\\nregel')\n")
    (plugin,) = plugins.installed(plugins.READERS)
    with pytest.raises(PluginError, match=r"vb-delen werkt niet. RuntimeError: een regel. Vraag"):
        plugin.load()


def test_a_package_that_ends_the_program_when_it_is_imported_does_not_end_ours(site: Path) -> None:
    install(site, "[b1check.readers]\nvb = MODULE:read\n", code="import sys\nsys.exit(0)\n")
    done = run("check", str(document()), str(document("goed.txt")))
    assert done.exit_code == 2
    assert "SystemExit: 0" in done.stderr
    assert "Indien" in done.stdout


def test_a_pack_that_fails_is_told_once_and_the_run_is_not_clean(site: Path) -> None:
    install(site, "[b1check.rules]\nvb = MODULE:nergens\n")
    files = [str(document(f"{number}.txt")) for number in range(3)]
    done = run("check", *files)
    assert done.exit_code == 2  # rules are missing, so nobody may take it for a good result
    assert done.stderr.count("Het onderdeel vb van het pakket vb-delen werkt niet.") == 1
    assert done.stdout.count("‘Indien’ is een formeel woord.") == 3
    listed = run("rule", "--list")
    assert "lange-zin" in listed.stdout
    assert "vb-delen" in listed.stderr


def test_the_versions_tell_what_works_and_what_does_not(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(Path.cwd()))
    monkeypatch.setenv("USERPROFILE", str(Path.cwd()))
    install(site, "[b1check.rules]\nvb = MODULE:nergens\n[b1check.readers]\nvb = MODULE:read\ntxt = MODULE:read\n")
    install(site, "[b1check.reporters]\ntelling = MODULE:fail\nstuk = nergens_vb\n", "vb-ander")
    document("b1check.toml", 'profile = "ondernemer"')
    done = run("--version", "--verbose")
    assert done.exit_code == 0
    told = done.stdout
    assert "vb (pakket vb-delen 1.0)" in told
    assert "b1check gebruikt het onderdeel txt van het pakket vb-delen niet." in told
    assert "Het onderdeel vb van het pakket vb-delen werkt niet. AttributeError" in told
    assert "telling (pakket vb-ander 1.0)" in told
    assert "Het onderdeel stuk van het pakket vb-ander werkt niet. ModuleNotFoundError" in told
    assert "~/b1check.toml" in told.replace("\\", "/")
    assert str(Path.cwd()) not in told
    for name in ("python", "spacy", "taalanalyse", "van b1check"):
        assert name in told
    assert run("--verbose", "--version").stdout == told
    assert run("--version").stdout == told.splitlines()[0] + "\n"


def test_settings_that_are_not_right_do_not_stop_the_versions(site: Path) -> None:
    document("b1check.toml", "profiel = 3")
    done = run("--version", "--verbose")
    assert done.exit_code == 0
    assert "profiel" in done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_help_looks_for_no_package(arguments: list[str]) -> None:
    code = (
        "import sys; from b1check.cli import command; command.main(sys.argv[1:], standalone_mode=False); "
        "print([m for m in ('importlib.metadata', 'spacy', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
