from __future__ import annotations

from b1check.findings import Finding, Severity, Span
from b1check.report import Report, Score
from b1check.sites import hardest_first, mean_score, rule_gains


def finding(rule: str, gain: float, severity: Severity = Severity.LET_OP) -> Finding:
    return Finding(rule, severity, "Dit kan korter.", Span(0, 1), "x", 1, 1, gain=gain)


def report(name: str, words: int, score: float | None, *findings: Finding, difficulty: float | None = None) -> Report:
    made = None if score is None else Score(score, 5, "twijfel", ())
    return Report(name, "html", "regel", words, 9, findings, made, difficulty=difficulty)


def test_a_word_weighs_the_same_on_each_page() -> None:
    reports = [report("/a", 300, 80), report("/b", 100, 40), report("/c", 5_000, None)]
    assert mean_score(reports) == 70
    assert mean_score(reports[2:]) is None
    assert mean_score([]) is None


def test_the_rule_that_gains_most_on_the_whole_website_comes_first() -> None:
    reports = [
        report("/lang", 900, 60, finding("lange-zin", 2), finding("lange-zin", 1)),
        report("/kort", 100, 50, finding("dient-te", 10), finding("lange-zin", 4)),
        report("/te-kort", 20, None, finding("dient-te", 0), finding("tikfout", 0, Severity.FOUT)),
    ]
    gains = rule_gains(reports, str.upper)
    assert [(one.rule, one.title, one.count, one.pages, one.gain, one.hardest) for one in gains] == [
        ("lange-zin", "LANGE-ZIN", 3, 2, 3.1, "/lang"),
        ("dient-te", "DIENT-TE", 2, 2, 1.0, "/kort"),
        ("tikfout", "TIKFOUT", 1, 1, 0.0, "/te-kort"),
    ]


def test_without_scores_errors_come_first_and_then_what_is_found_most() -> None:
    reports = [
        report("/a", 9, None, *[finding("veel", 0)] * 3, finding("een", 0), finding("fout", 0, Severity.FOUT)),
    ]
    assert [one.rule for one in rule_gains(reports, str)] == ["fout", "veel", "een"]
    assert rule_gains([], str) == ()


def test_the_hardest_page_comes_first_and_one_without_text_last() -> None:
    reports = [
        report("/leeg", 0, None),
        report("/makkelijk", 9, None, difficulty=10),
        report("/b", 9, 20, difficulty=70),
        report("/a", 9, 20, difficulty=70),
    ]
    assert [one.name for one in sorted(reports, key=hardest_first)] == ["/a", "/b", "/makkelijk", "/leeg"]
