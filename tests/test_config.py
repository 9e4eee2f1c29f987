"""Settings: where they come from, how files and paths go over each other, and what is said when they are not right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from b1check import Checker, Config, ConfigError, DocumentType, Severity, config, layers
from b1check.config import FILE_NAME


def put(folder: Path, text: str, name: str = FILE_NAME) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_the_closest_file_wins_whole(tmp_path: Path) -> None:
    put(tmp_path, 'ignore = ["web"]\nfail-on = "tip"\n')
    inner = tmp_path / "brieven"
    put(inner, 'fail-on = "let-op"\n')
    assert config.find(tmp_path / "a.txt").ignore == ("web",)
    found = config.find(inner / "a.txt")
    assert (found.ignore, found.fail_on, found.folder) == ((), Severity.LET_OP, inner)


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    put(tmp_path, "[tool.ruff]\n", layers.PYPROJECT)
    assert config.find(tmp_path) == Config()
    other = tmp_path / "site"
    put(other, '[tool.b1check]\nexclude = ["archief/*"]\n', layers.PYPROJECT)
    assert config.find(other).exclude == ("archief/*",)
    put(other, 'exclude = ["oud/*"]\n')
    assert config.find(other).exclude == ("oud/*",), "a file of our own goes before pyproject.toml"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ingore = ["web"]', "Onbekende instelling: ingore. Bedoelt u ignore?"),
        ('fail-on = "warning"', "De waarde van fail-on kan niet: 'warning'."),
        ("min-score = 101", "De waarde van min-score kan niet: 101."),
        ("min-score = nan", "De waarde van min-score kan niet: nan."),
        ("[rules.lange-zin]\nseverty = 'tip'", "Onbekende instelling: rules.lange-zin.severty. Bedoelt u severity?"),
        ("dit is geen toml", "is niet te lezen als TOML. Kijk bij regel 1, teken 5."),
        ('exlude = ["a"]\n[[overrides]]\npaths = ["b"]', "Onbekende instelling: exlude. Bedoelt u exclude?"),
        ('[[overrides]]\npaths = ["b"]\nexclude = ["c"]', "Onbekende instelling: overrides.0.exclude."),
        ('[[overrides]]\nprofile = "inwoner"', "Er ontbreekt iets: overrides.0.paths."),
        ('folder = "/"', "Onbekende instelling: folder."),
        ('extend = ["a", "b"]', "Noem bij extend 1 bestand"),
        ('extend = "weg.toml"', "weg.toml bestaat niet. Het staat bij extend in"),
        ('extnd = "weg.toml"', "Onbekende instelling: extnd. Bedoelt u extend?"),
    ],
)
def test_what_is_wrong_is_said_in_dutch(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        config.load(put(tmp_path, text))
    assert message in str(error.value)


def test_tables_of_an_extended_file_are_merged_and_lists_replaced(tmp_path: Path) -> None:
    put(
        tmp_path,
        'profile = "ondernemer"\nignore = ["web"]\n[terms.preferred]\nburger = "inwoner"\nloket = "balie"\n'
        '[rules.lange-zin]\nseverity = "tip"\noptions = { words = { tip = 15 } }\n',
    )
    file = put(
        tmp_path / "team",
        'extend = "../b1check.toml"\nignore = ["engels-woord"]\n[terms.preferred]\nloket = ["receptie"]\n'
        "[rules.lange-zin]\non = true\noptions = { words = { fout = 30 } }\n",
    )
    found = config.load(file)
    assert (found.profile, found.ignore) == ("ondernemer", ("engels-woord",))
    assert found.terms.preferred == {"burger": ("inwoner",), "loket": ("receptie",)}
    rule = found.rules["lange-zin"]
    assert (rule.on, rule.severity, rule.options) == (True, Severity.TIP, {"words": {"tip": 15, "fout": 30}})


def test_extending_goes_on_from_file_to_file_and_into_pyproject(tmp_path: Path) -> None:
    put(tmp_path, '[tool.b1check]\naddress = "je"\nnumbers = "woorden"\n', layers.PYPROJECT)
    put(tmp_path / "a", 'extend = "../pyproject.toml"\naddress = "u"\nprofile = "ondernemer"\n')
    found = config.load(put(tmp_path / "a" / "b", 'extend = "../b1check.toml"\nprofile = "inwoner"\n'))
    assert (found.numbers, found.address, found.profile) == ("woorden", "u", "inwoner")
    places = [file.resolve().relative_to(tmp_path).as_posix() for file in found.files]
    assert places == ["pyproject.toml", "a/b1check.toml", "a/b/b1check.toml"]


def test_files_that_extend_each_other_are_an_error_that_names_them(tmp_path: Path) -> None:
    first = put(tmp_path, 'extend = "b/b1check.toml"\n')
    second = put(tmp_path / "b", 'extend = "../b1check.toml"\n')
    with pytest.raises(ConfigError) as error:
        config.load(first)
    assert f"{first} → {second} → {first}. Haal extend in 1 ervan weg." in str(error.value)
    with pytest.raises(ConfigError, match="verwijzen naar elkaar"):
        config.load(put(tmp_path, 'extend = "b1check.toml"\n'))


def test_a_mistake_in_an_extended_file_has_the_name_of_that_file(tmp_path: Path) -> None:
    base = put(tmp_path, 'profiel = "inwoner"\n')
    with pytest.raises(ConfigError) as error:
        config.load(put(tmp_path / "team", 'extend = "../b1check.toml"\n'))
    assert str(base.parent / FILE_NAME) in str(error.value).replace("team/../", "")
    assert "Bedoelt u profile?" in str(error.value)


def test_paths_stay_with_the_file_that_names_them(tmp_path: Path) -> None:
    put(
        tmp_path,
        'exclude = ["team/oud/*"]\ntemplates = ["team/sjabloon.txt"]\npacks = ["regels"]\n[documents]\n'
        '"team/a.txt" = "aanmaning"\n[[overrides]]\npaths = ["team/a.txt"]\nfail-on = "tip"\n',
    )
    team = tmp_path / "team"
    file = put(team, 'extend = "../b1check.toml"\n[documents]\n"b.txt" = "aanmaning"\n')
    found = config.load(file)
    assert found.is_excluded(team / "oud" / "x.txt")
    assert found.is_template(team / "sjabloon.txt")
    assert found.document_type(team / "a.txt") is found.document_type(team / "b.txt") is DocumentType.FINAL_DEMAND
    assert found.pack_folders == (tmp_path / "regels",)
    assert found.of(team / "a.txt").fail_on is Severity.TIP
    own = config.load(put(team, 'extend = "../b1check.toml"\nexclude = ["team/oud/*"]\n'))
    assert not own.is_excluded(team / "oud" / "x.txt"), "from the folder team there is no folder team"


OVERRIDES = """
profile = "ondernemer"
ignore = ["web"]
[rules.lange-zin]
severity = "tip"
[[overrides]]
paths = ["inwoners/**"]
profile = "inwoner"
address = "je"
ignore = ["engels-woord"]
[overrides.rules.lange-zin]
on = false
[[overrides]]
paths = ["inwoners/kind/*.txt", "jong.txt"]
address = "u"
select = ["woorden"]
fail-on = "tip"
"""


def test_overrides_hold_for_their_paths_and_a_later_one_goes_before(tmp_path: Path) -> None:
    found = config.load(put(tmp_path, OVERRIDES))
    plain = found.of(tmp_path / "a.txt")
    assert (plain.profile, plain.ignore, plain.overrides) == ("ondernemer", ("web",), ())
    some = found.of(tmp_path / "inwoners" / "a.txt")
    assert (some.profile, some.address, some.ignore) == ("inwoner", "je", ("web", "engels-woord"))
    assert (some.rules["lange-zin"].on, some.rules["lange-zin"].severity) == (False, Severity.TIP)
    both = config.find(tmp_path / "inwoners" / "kind" / "a.txt")
    assert (both.profile, both.address, both.select, both.fail_on) == ("inwoner", "u", ("woorden",), Severity.TIP)
    assert both.ignore == ("web", "engels-woord")
    assert found.overrides_for(tmp_path / "jong.txt") == (1,)
    assert found.of(tmp_path / "jong.txt").select == ("woorden",)


def test_overrides_of_an_extended_file_hold_as_well(tmp_path: Path) -> None:
    put(tmp_path, '[[overrides]]\npaths = ["*.txt"]\naddress = "je"\nfail-on = "tip"\n')
    file = put(tmp_path / "team", 'extend = "../b1check.toml"\n[[overrides]]\npaths = ["a.txt"]\naddress = "u"\n')
    found = config.load(file).of(tmp_path / "team" / "a.txt")
    assert (found.address, found.fail_on) == ("u", Severity.TIP)


def test_an_override_changes_what_is_found(tmp_path: Path) -> None:
    file = put(tmp_path, '[[overrides]]\npaths = ["x.txt"]\nignore = ["dient-te"]\n')
    text = "U dient het formulier in te vullen."
    rules = [
        {finding.rule for finding in Checker(config.load(file).of(tmp_path / name)).check_text(text).findings}
        for name in ("x.txt", "y.txt")
    ]
    assert rules[1] - rules[0] == {"dient-te"}


def test_nothing_that_is_excluded_gets_in_by_another_name(tmp_path: Path) -> None:
    found = config.load(put(tmp_path, 'exclude = ["concept/**"]\n'))
    concept = tmp_path / "concept" / "jaar" / "x.txt"
    concept.parent.mkdir(parents=True)
    concept.write_text("Tekst.")
    assert found.is_excluded(concept)
    assert found.is_excluded(tmp_path / "brieven" / ".." / "concept" / "jaar" / "x.txt")
    assert not found.is_excluded(tmp_path / "concept" / ".." / "goed.txt")
    if os.name != "nt":
        (tmp_path / "link.txt").symlink_to(concept)
        assert found.is_excluded(tmp_path / "link.txt")
        outside = tmp_path.parent / f"{tmp_path.name}-link"
        outside.symlink_to(tmp_path)
        assert found.is_excluded(outside / "concept" / "jaar" / "x.txt")


def test_the_line_of_each_key_is_known(tmp_path: Path) -> None:
    file = put(
        tmp_path,
        '# uitleg\nprofile = "inwoner"\nignore = [\n  "web",  # een\n  "tijd"\n]\n\n[terms]\nallowed = ["a"]\n'
        'preferred."met punt" = "x"\n[rules."lange-zin"]\noptions = { words = { tip = 15 } }\n'
        '[terms.forbidden]\nb = """\n[geen tabel]\n"""\n'
        '[[overrides]]\npaths = ["a"]\n[overrides.rules.x]\non = true\n[[overrides]]\naddress = "u"\n',
    )
    lines = layers.lines(file)
    assert lines[("profile",)] == 2
    assert lines[("ignore",)] == 3
    assert lines[("terms", "allowed")] == 9
    assert lines[("terms", "preferred", "met punt")] == 10
    assert lines[("rules", "lange-zin", "options", "words", "tip")] == 12
    assert lines[("terms", "forbidden", "b")] == 14
    assert lines[("overrides", 0, "rules", "x", "on")] == 20
    assert lines[("overrides", 1, "address")] == 22
    assert {key for key, _ in layers.leaves(layers.parse(file))} <= set(lines)


def test_the_lines_in_pyproject_are_those_of_our_table(tmp_path: Path) -> None:
    file = put(tmp_path, '[tool.ruff]\nline-length = 5\n[tool.b1check]\naddress = "u"\n', layers.PYPROJECT)
    assert layers.lines(file) == {("address",): 4}


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example in the docstring of the table, with names that b1check has today."""
    table = {("level",): ("fail-on",), ("rules", "te-lange-zin"): ("rules", "lange-zin")}
    monkeypatch.setattr(layers, "RENAMED", table)


@pytest.mark.usefixtures("renamed")
def test_an_old_name_still_works_and_is_told_once(tmp_path: Path) -> None:
    file = put(tmp_path, '\nlevel = "tip"\nignore = ["te-lange-zin", "web"]\n[rules.te-lange-zin]\nseverity = "tip"\n')
    found = config.load(file)
    assert (found.fail_on, found.ignore) == (Severity.TIP, ("lange-zin", "web"))
    assert found.rules["lange-zin"].severity is Severity.TIP
    assert found.notes == (
        f"In {file}, regel 2: level heet nu fail-on. Verander de naam; de oude werkt straks niet meer.",
        f"In {file}, regel 4: rules.te-lange-zin heet nu rules.lange-zin. "
        "Verander de naam; de oude werkt straks niet meer.",
        f"In {file}, regel 3: te-lange-zin heet nu lange-zin. Verander de naam; de oude werkt straks niet meer.",
    )


@pytest.mark.usefixtures("renamed")
def test_the_new_name_goes_before_the_old_one(tmp_path: Path) -> None:
    found = config.load(put(tmp_path, 'level = "tip"\nfail-on = "let-op"\n'))
    assert found.fail_on is Severity.LET_OP
    assert "Dat staat er ook, dus level telt niet mee. Haal het weg." in found.notes[0]
