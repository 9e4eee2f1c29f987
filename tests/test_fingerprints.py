from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check import Finding, Severity, Span
from b1check.fingerprints import fingerprint, numbered, relative

SENTENCE = "U dient het formulier in te vullen."


def found(rule: str = "dient-te", sentence: str = SENTENCE, **fields: object) -> Finding:
    values: dict[str, object] = {
        "severity": Severity.LET_OP,
        "message": "‘dient te’ is formeel.",
        "span": Span(2, 7),
        "text": "dient",
        "line": 1,
        "column": 3,
    }
    return Finding(rule=rule, sentence=sentence, **(values | fields))  # type: ignore[arg-type]


def test_only_the_rule_the_document_and_the_sentence_count() -> None:
    mark = fingerprint(found(), "brief.txt")
    same = found(message="Anders.", line=9, column=1, span=Span(80, 85), severity=Severity.FOUT, suggestions=("moet",))
    assert fingerprint(same, "brief.txt") == mark
    assert fingerprint(found("lange-zin"), "brief.txt") != mark
    assert fingerprint(found(), "brief2.txt") != mark
    assert fingerprint(found(sentence="U dient dit formulier in te vullen."), "brief.txt") != mark


@pytest.mark.parametrize(
    "sentence", ["u dient het  formulier\nin te vullen.", f" {SENTENCE} ", "U dient het formulier in te vullen．"]
)
def test_the_way_a_sentence_is_laid_out_does_not_count(sentence: str) -> None:
    assert fingerprint(found(sentence=sentence), "a") == fingerprint(found(), "a")


def test_accents_count_the_same_in_one_piece_and_in_two() -> None:
    assert fingerprint(found(sentence="e\u0301e\u0301n"), "a") == fingerprint(found(sentence="één"), "a")


def test_the_fingerprint_holds_no_text() -> None:
    assert "formulier" not in repr(fingerprint(found(), "a"))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy")), max_size=12))
def test_each_finding_gets_a_name_of_its_own(pairs: list[tuple[str, str]]) -> None:
    findings = [found(rule, sentence) for rule, sentence in pairs]
    names = numbered(findings, "brief.txt")
    assert len(set(names)) == len(findings)
    assert numbered(findings[:-1], "brief.txt") == names[:-1]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("brieven/a.txt", "brieven/a.txt"),
        ("./brieven/../brieven/a.txt", "brieven/a.txt"),
        ("/project/brieven/a.txt", "brieven/a.txt"),
        ("/elders/a.txt", "/elders/a.txt"),
        ("../buiten.txt", "/buiten.txt"),
        ("https://www.voorbeeldstad.nl/a/../b", "https://www.voorbeeldstad.nl/a/../b"),
        ("e\u0301.txt", "é.txt"),
        ("a\udcff.txt", "a\udcff.txt"),
    ],
)
def test_a_path_is_the_same_wherever_it_is_named_from(name: str, path: str) -> None:
    assert relative(name, Path("/project"), Path("/project")) == path


def test_a_name_starts_where_we_are_and_a_path_at_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "brieven").mkdir()
    monkeypatch.chdir(tmp_path / "brieven")
    assert relative("a.txt", tmp_path) == "brieven/a.txt"


def test_a_name_that_is_no_text_gives_a_fingerprint_that_is() -> None:
    assert fingerprint(found(), "a\udcff.txt").path == "a\\udcff.txt"


def test_a_link_keeps_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "echt.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "echt.txt")
    assert relative(str(tmp_path / "link.txt"), tmp_path) == "link.txt"
