"""What is kept, for how long, and for whom."""

from __future__ import annotations

import asyncio

import pytest

from b1check.config import Config
from b1check.errors import ReadError
from b1check.serve.desk import Desks, Kept, Room
from b1check.serve.letters import Check, Letter


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


def _put(desks: Desks, key: str, check: Check, id: str) -> Kept:
    desk = desks.get(key)
    assert desk is not None
    return desk.put(Letter(id, "brief.txt", b"Een korte zin.", check), None)


def test_what_nobody_uses_goes(check: Check, clock: _Clock) -> None:
    desks = Desks(Room(keep=100), clock)
    key = desks.open()
    _put(desks, key, check, "old")
    _put(desks, key, check, "new")
    clock.now = 90
    desk = desks.get(key)
    assert desk is not None
    assert desk.get("new") is not None
    clock.now = 110
    desks.tidy()
    assert [kept.letter.id for kept in desk] == ["new"]
    clock.now = 300
    desks.tidy()
    assert len(desks) == 0
    assert desks.get(key) is None


def test_what_is_being_worked_on_stays(check: Check, clock: _Clock) -> None:
    desks = Desks(Room(keep=100), clock)
    kept = _put(desks, desks.open(), check, "id")

    async def busy() -> None:
        async with kept.lock:
            clock.now = 200
            desks.tidy()

    asyncio.run(busy())
    assert desks.letters == 1


def test_when_it_is_too_much_the_oldest_goes(check: Check, clock: _Clock) -> None:
    desks = Desks(Room(weight=2 * 14 * 201), clock)
    key = desks.open()
    for number in range(4):
        clock.now += 1
        _put(desks, key, check, str(number))
    desks.tidy()
    desk = desks.get(key)
    assert desk is not None
    assert [kept.letter.id for kept in desk] == ["2", "3"]


def test_one_letter_that_is_too_heavy_stays(check: Check, clock: _Clock) -> None:
    desks = Desks(Room(weight=1), clock)
    _put(desks, desks.open(), check, "id")
    desks.tidy()
    assert desks.letters == 1


def test_so_many_letters_and_no_more(check: Check, clock: _Clock) -> None:
    desks = Desks(Room(letters=1), clock)
    key = desks.open()
    _put(desks, key, check, "one")
    with pytest.raises(ReadError, match="1 teksten"):
        _put(desks, key, check, "two")


def test_so_many_writers_and_no_more(clock: _Clock) -> None:
    desks = Desks(Room(writers=2), clock)
    keys = []
    for _ in range(3):
        clock.now += 1
        keys.append(desks.open())
    assert len(set(keys)) == 3
    assert [desks.get(key) is not None for key in keys] == [False, True, True]


def test_who_has_letters_stays_longer_than_who_has_none(check: Check, clock: _Clock) -> None:
    desks = Desks(Room(writers=2), clock)
    first = desks.get(busy := desks.open())
    assert first is not None
    first.put(Letter("a", "a.txt", b"Een zin.", check), None)
    clock.now += 1
    idle = desks.open()
    clock.now += 1
    desks.open()
    assert desks.get(busy) is first
    assert desks.get(idle) is None


def test_what_a_writer_chooses_is_theirs(clock: _Clock) -> None:
    desks = Desks(Room(), clock)
    one, other = desks.get(desks.open()), desks.get(desks.open())
    assert one is not None
    assert other is not None
    one.profile, one.words = "ondernemer", ("dwangsom",)
    assert (one.config(Config()).profile, one.config(Config()).terms.allowed) == ("ondernemer", ("dwangsom",))
    assert other.config(Config()) == Config()


def test_the_settings_of_the_municipality_go_first(clock: _Clock) -> None:
    desks = Desks(Room(), clock)
    desk = desks.get(desks.open())
    assert desk is not None
    desk.words = ("burger", "dwangsom")
    base = Config.model_validate({"terms": {"preferred": {"burger": "inwoner"}, "allowed": ["leges"]}})
    assert desk.config(base).terms.allowed == ("leges", "dwangsom")
