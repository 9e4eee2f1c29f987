"""JSON lines: one answer for each line, in order, with offsets into the given text."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from b1check import B1CheckError
from b1check.cli import lines


def answered(*values: object, answer: lines.Answer = lines.word_findings) -> list[object]:
    data = [json.dumps(value, ensure_ascii=False).encode() + b"\n" for value in values]
    return [json.loads(line) for line in lines.answers(data, answer)]


def test_words_with_their_place() -> None:
    text = "👩‍👧 Indien u vragen heeft, belt u ons."
    ((found,),) = answered({"text": text})  # type: ignore[misc]
    assert text[found["start"] : found["end"]] == found["word"] == "Indien"
    assert (found["suggestions"], found["rule"], found["severity"]) == (["als"], "formeel-verbindingswoord", "let-op")


def test_whole_sentences_are_no_words() -> None:
    text = "Wij sturen u een brief over de afspraak die wij vorige week met u hebben gemaakt over de boom in uw tuin."
    assert answered({"text": text, "config": {"select": ["lange-zin"]}}) == [[]]


def test_rules_can_be_chosen_for_all_lines() -> None:
    data = [b'{"text": "Indien u belt, verstrekken wij dit."}']
    (chosen,) = lines.answers(data, lines.word_findings, select=["moeilijk-woord"])
    (rest,) = lines.answers(data, lines.word_findings, ignore=["moeilijk-woord"])
    assert [found["word"] for found in json.loads(chosen)] == ["verstrekken"]
    assert [found["word"] for found in json.loads(rest)] == ["Indien"]


def test_a_text_without_words_gives_the_empty_answer() -> None:
    assert answered({"text": ""}, {"text": " \n"}) == [[], []]
    assert answered({"text": ""}, answer=lines.difficulty) == [None]


def test_short_texts_have_a_difficulty_but_no_score() -> None:
    hard, easy = {"text": "Derhalve geschiedt de verstrekking."}, {"text": "Daarom krijgt u dit."}
    first, second = answered(hard, easy, answer=lines.difficulty)
    assert first > second  # type: ignore[operator]
    assert answered(hard, answer=lines.scored_difficulty) == [None]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (b"kapot", "Regel 2 is geen JSON."),
        (b'["x"]', 'Regel 2 is geen object in JSON, zoals {"text": "Dit is een zin."}.'),
        (b'{"tekst": "x"}', "text"),
        (b'{"text": "x", "config": {"niets": 1}}', "niets"),
    ],
)
def test_a_wrong_line_is_named(line: bytes, where: str) -> None:
    with pytest.raises(B1CheckError, match="Regel 2") as error:
        list(lines.answers([b'{"text": "Dag."}', line], lines.word_findings))
    assert where in str(error.value)


def test_line_separators_inside_a_text_are_no_new_line() -> None:
    data = json.dumps({"text": "Een zin.\u2028Indien u belt."}, ensure_ascii=False)
    out = subprocess.run(
        [sys.executable, "-m", "b1check", "check", "--jsonl"], input=data.encode(), capture_output=True, check=True
    )
    assert [found["word"] for found in json.loads(out.stdout)] == ["Indien"]
