from __future__ import annotations

import pytest

from b1check import Contribution, Finding, Improvement, Problem, Report, Run, Score, Severity, Span

SENTENCE = (
    "Naar aanleiding van uw aanvraag van 16 februari 2026 hebben wij besloten aan u een maatwerkvoorziening "
    "toe te kennen op grond van de Wet maatschappelijke ondersteuning 2015."
)


def finding(text: str, sentence: str, **fields: object) -> Finding:
    start = fields.pop("start", max(sentence.find(text), 0))
    assert isinstance(start, int)
    values: dict[str, object] = {
        "rule": "voorzetseluitdrukking",
        "severity": Severity.LET_OP,
        "message": f"‘{text}’ is een lange uitdrukking.",
        "span": Span(start, start + len(text)),
        "text": text,
        "line": 1,
        "column": start + 1,
        "sentence": sentence,
        "block": 0,
        "marks": (Span(start, start + len(text)),) if text and sentence else (),
    }
    return Finding(**(values | fields))  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    return Report(
        name="brieven/wmo.txt",
        format="txt",
        line_word="regel",
        words=1234,
        sentences=80,
        findings=(
            finding(SENTENCE, SENTENCE, rule="lange-zin", severity=Severity.FOUT, message="Deze zin heeft 27 woorden."),
            finding("op grond van", SENTENCE, suggestions=("volgens", "door")),
            finding(
                "wordt",
                "Dat wordt betaald.",
                rule="lijdende-vorm",
                severity=Severity.TIP,
                message="Hier staat niet wie iets doet.",
                line=12,
            ),
            finding("", "", rule="bezwaar", message="Er staat niet hoe de lezer bezwaar maakt.", line=1, block=None),
        ),
        score=Score(
            43.0,
            7.0,
            "waarschijnlijk te moeilijk",
            (
                Contribution("gemiddelde zinslengte", 20.25, "woorden", 12.0, -24.8),
                Contribution("zinsbouw", 4.0, "per 100 woorden", 0.0, -12.0),
            ),
        ),
        improvements=(
            Improvement("lange-zin", "Lange zin", 1, 4.5, 1),
            Improvement("lijdende-vorm", "Lijdende vorm", 6, 2.0, 12),
        ),
        notes=("De afbeeldingen zijn niet gelezen.",),
    )


@pytest.fixture
def run(report: Report) -> Run:
    problem = Problem("leeg.txt", "Dit bestand is leeg. Kies een bestand met tekst erin.")
    return Run("0.1.0", "b1check 0.1.0", (report,), (problem,))
