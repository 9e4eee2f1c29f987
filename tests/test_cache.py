"""Reports on disk: exactly what was found, never of anything else, and harmless when the files are damaged."""

from __future__ import annotations

import json
import os
import threading
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check import About, Checker, Config, DocumentType, Report
from b1check import cache as caching
from b1check.cache import Cache, decode, encode
from b1check.findings import Applicability, Edit, Finding, Fix, Reach, Severity, Span
from b1check.report import (
    ActionSummary,
    BlockScore,
    ChecklistAnswer,
    ClauseSummary,
    Contribution,
    DeadlineSummary,
    Improvement,
    LetterSummary,
    Measured,
    PromiseSummary,
    Quote,
    Run,
    Score,
    SecondOpinion,
    SentenceScore,
    Suppressed,
)
from b1check.reporters.json import render

CORPORA = Path(__file__).parents[1] / "corpora"
LETTER = CORPORA / "brieven" / "schuldhulp-uitnodiging.voor.txt"

texts = st.text(st.characters(codec="utf-8"), max_size=8)
numbers = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(0, 10**9)
spans = st.builds(Span, counts, counts)
quotes = st.builds(Quote, texts, spans, counts)
edits = st.lists(st.builds(Edit, spans, texts), max_size=2).map(tuple)
fixes = st.lists(st.builds(Fix, edits, st.sampled_from(Applicability), texts, texts), max_size=2).map(tuple)


def some(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=2).map(tuple)


findings = st.builds(
    Finding,
    rule=texts,
    severity=st.sampled_from(Severity),
    message=texts,
    span=spans,
    text=texts,
    line=counts,
    column=counts,
    sentence=texts,
    suggestions=some(texts),
    advice=texts,
    fixes=fixes,
    also=some(spans),
    marks=some(spans),
    block=st.none() | counts,
    reach=st.sampled_from(Reach),
    gain=numbers,
    elsewhere=some(spans),
)
scores = st.builds(
    Score, numbers, numbers, texts, some(st.builds(Contribution, texts, numbers, texts, numbers, numbers)), numbers
)
actions = st.builds(ActionSummary, quotes, st.none() | quotes, st.none() | quotes, st.none() | quotes)
letters = st.builds(
    LetterSummary,
    texts,
    texts,
    st.none() | texts,
    st.none() | actions,
    some(st.builds(DeadlineSummary, quotes, texts, st.none() | texts, st.none() | numbers)),
    some(st.builds(PromiseSummary, quotes, texts, st.none() | quotes, st.none() | numbers)),
    some(st.builds(ClauseSummary, texts, quotes, some(texts), some(texts))),
    some(st.builds(ChecklistAnswer, texts, texts, st.none() | st.booleans(), st.none() | quotes)),
)
reports = st.builds(
    Report,
    name=texts,
    format=texts,
    line_word=texts,
    words=counts,
    sentences=counts,
    findings=some(findings),
    score=st.none() | scores,
    no_score=texts,
    difficulty=st.none() | numbers,
    improvements=some(st.builds(Improvement, texts, texts, counts, numbers, counts)),
    second_opinions=some(st.builds(SecondOpinion, texts, numbers, texts, texts)),
    measures=some(st.builds(Measured, texts, texts, texts, numbers, numbers, numbers)),
    blocks=some(st.builds(BlockScore, spans, numbers, some(st.builds(SentenceScore, spans, numbers)))),
    letter=st.none() | letters,
    notes=some(texts),
    errors=some(texts),
    suppressed=some(st.builds(Suppressed, findings, texts, spans, counts)),
    known=counts,
    unchanged=counts,
)


def in_json(report: Report) -> str:
    return render(Run("1", "p", (report,)))


@given(reports)
def test_every_report_comes_back_exactly_as_it_was(report: Report) -> None:
    back = decode(encode(report))
    assert back == report
    assert in_json(back) == in_json(report)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.fixture(scope="module")
def report(checker: Checker) -> Report:
    return checker.check_file(LETTER)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "bewaard")


KEY = "ab" + "0" * 38


def entry(cache: Cache) -> Path:
    return cache.folder / "ab" / ("0" * 38)


def test_a_real_report_comes_back_and_nothing_else(cache: Cache, report: Report) -> None:
    assert cache.get(KEY) is None
    cache.put(KEY, report)
    assert cache.get(KEY) == report
    assert in_json(cache.get(KEY) or report) == in_json(report)
    assert cache.get(KEY[::-1]) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data[:50] + bytes([data[50] ^ 1]) + data[51:],
        lambda data: zlib.compress(b"{}"),
        lambda data: zlib.compress(b"\xff"),
        lambda data: zlib.compress(zlib.decompress(data)[:-1]),
        lambda data: zlib.compress(zlib.decompress(data).replace(b'"severity":"', b'"severity":"x')),
        lambda data: b"cos\nsystem\n(S'exit 1'\ntR.",
    ],
    ids=["empty", "half", "last byte gone", "a bit", "no report", "no text", "no json", "other words", "a pickle"],
)
def test_a_damaged_entry_is_as_none_and_is_written_again(damage: object, cache: Cache, report: Report) -> None:
    cache.put(KEY, report)
    file = entry(cache)
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert cache.get(KEY) is None
    cache.put(KEY, report)
    assert cache.get(KEY) == report


def test_the_key_follows_all_that_a_report_follows_from(cache: Cache, checker: Checker, tmp_path: Path) -> None:
    pack = tmp_path / "regels" / "woorden"
    pack.mkdir(parents=True)
    rule = CORPORA.parent / "rules" / "toon" / "burger.toml"
    text = rule.read_text(encoding="utf-8").replace('name = "burger"', 'name = "burgers"').replace("toon", "woorden")
    (pack / "burgers.toml").write_text(text, encoding="utf-8")
    nothing = About()

    def key(config: Config, *, data: bytes = b"x", name: str = "a.txt", about: About = nothing) -> str:
        return cache.key(data, name, Checker(config), about)

    with_pack = Config(packs=(str(tmp_path / "regels"),))
    keys = [
        cache.key(b"x", "a.txt", checker, nothing),
        key(Config(), data=b"y"),
        key(Config(), name="b.txt"),
        key(Config(), about=About(type=DocumentType.FINAL_DEMAND)),
        key(Config(profile="ondernemer")),
        key(Config(select=("woorden",))),
        key(Config(ignore=("woorden",))),
        key(Config(documents={"a.txt": DocumentType.FINAL_DEMAND})),
        key(Config(templates=("a.txt",))),
        key(Config.model_validate({"terms": {"preferred": {"loket": ["balie", "receptie"]}}})),
        key(Config.model_validate({"terms": {"preferred": {"loket": ["receptie", "balie"]}}})),
        key(Config.model_validate({"rules": {"lange-zin": {"on": False}}})),
        key(with_pack),
    ]
    (pack / "burgers.toml").write_text(text + "\n# anders\n", encoding="utf-8")
    keys.append(key(with_pack))
    assert len(set(keys)) == len(keys)
    same = [
        Config(fail_on=Severity.TIP),
        Config(exclude=("b",)),
        Config(documents={"b.txt": DocumentType.FINAL_DEMAND}),
    ]
    assert {key(config) for config in same} == {keys[0]}, "what does not change the report must not lose it"


def test_the_program_and_its_rules_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program, rules = tmp_path / "program", tmp_path / "rules"
    for folder in (program, rules):
        folder.mkdir()
        (folder / "a").write_text("1")
    monkeypatch.setattr(caching, "_PACKAGE", program)
    monkeypatch.setattr(caching.packs, "rules_folder", lambda: rules)
    hash_now = caching._program.__wrapped__
    seen = [hash_now()]
    (program / "__pycache__").mkdir()
    (program / "__pycache__" / "a.pyc").write_text("x")
    assert hash_now() == seen[0]
    (program / "a").rename(program / "b")
    seen.append(hash_now())
    (rules / "a").write_text("2")
    seen.append(hash_now())
    monkeypatch.setattr("b1check.__version__", "0.0.1")
    seen.append(hash_now())
    assert len(set(seen)) == 4


@pytest.mark.skipif(os.name == "nt", reason="POSIX only")
def test_only_the_user_can_read_it(cache: Cache, report: Report) -> None:
    cache.put(KEY, report)
    for path in (cache.folder, *cache.folder.rglob("*")):
        if path.name != "CACHEDIR.TAG":
            assert path.stat().st_mode & 0o077 == 0, path
    cache.folder.chmod(0o777)
    assert Cache(cache.folder.parent).get(KEY) == report
    assert cache.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name == "nt", reason="POSIX only")
def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "elders"
    other.mkdir()
    (tmp_path / "reports").symlink_to(other)
    Cache(tmp_path).put(KEY, report)
    assert list(other.iterdir()) == []
    mine = Cache(tmp_path / "van-een-ander")
    me = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    mine.put(KEY, report)
    assert [path for path in mine.folder.iterdir() if path.is_dir()] == []


def test_what_cannot_be_written_stops_nothing(tmp_path: Path, report: Report) -> None:
    file = tmp_path / "bestand"
    file.write_text("x")
    cache = Cache(file)
    cache.put(KEY, report)
    assert cache.get(KEY) is None
    cache.prune()


def test_what_went_wrong_is_not_kept_and_neither_is_what_json_cannot_hold(cache: Cache, report: Report) -> None:
    cache.put(KEY, replace(report, errors=("De regel x werkte niet.",)))
    cache.put("cd" + KEY[2:], replace(report, name="\udc80.txt"))
    assert [path for path in cache.folder.rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG"] == []


def test_what_was_used_longest_ago_goes_first(tmp_path: Path, report: Report) -> None:
    keys = [f"{number:02}" + "0" * 38 for number in range(8)]
    big = Cache(tmp_path)
    for age, key in enumerate(keys):
        big.put(key, replace(report, name=key))
        os.utime(big.folder / key[:2] / key[2:], (age, age))
    big.prune()
    assert all(big.get(key) for key in keys), "nothing goes as long as there is room"
    for age, key in enumerate(keys):
        os.utime(big.folder / key[:2] / key[2:], (age, age))
    assert big.get(keys[0]), "and is now the newest"
    size = sum(path.stat().st_size for path in big.folder.rglob("*") if path.is_file())
    small = Cache(tmp_path, limit=size // 2)
    small.put(keys[1], replace(report, name=keys[1]))
    os.utime(small.folder / keys[1][:2] / keys[1][2:], (1, 1))
    small.prune()
    left = [key for key in keys if small.get(key)]
    assert keys[0] in left
    assert left == [keys[0], *keys[len(keys) - len(left) + 1 :]]
    assert sum(path.stat().st_size for path in big.folder.rglob("*") if path.is_file()) <= size // 2


def test_two_runs_at_once_do_not_harm_each_other(tmp_path: Path, report: Report) -> None:
    keys = [f"{number:02x}" + "1" * 38 for number in range(12)]
    seen: list[Report] = []

    def run() -> None:
        cache = Cache(tmp_path, limit=20_000)
        for key in keys * 4:
            cache.put(key, replace(report, name=key))
            found = cache.get(key)
            if found is not None:
                assert found == replace(report, name=key)
                seen.append(found)
            cache.prune()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) > len(keys)
    left = [path for path in (tmp_path / "reports").rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG"]
    assert all(decode(zlib.decompress(path.read_bytes())) for path in left)


def test_the_json_of_a_kept_report_is_that_of_the_report_itself(report: Report) -> None:
    assert json.loads(encode(report)) == json.loads(in_json(report))["documents"][0]
