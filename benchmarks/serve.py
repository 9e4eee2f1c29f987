"""How fast the page of ``b1check serve`` answers, and what it keeps in memory.

Three measures, each of the real program in a process of its own:

- one writer types in a letter of two pages: the time until what changed is checked;
- 20 writers type in letters of one page, all at once and without a pause: the same;
- the memory of the program over 2,000 such questions, once everything is loaded.

    python benchmarks/serve.py [--users 20] [--rounds 25] [--questions 2000]

Linux only: it reads the memory of a process from /proc.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from typing import Any

_LETTERS = Path(__file__).parents[1] / "corpora" / "brieven"
_PORT = re.compile(r"poort (\d+)")
_NAME = "bench.example"
_WORDS = "Indien u het hier niet mee eens bent, dient u dit kenbaar te maken voor dag".split()


def _pages(words: int) -> str:
    """Return a letter of about so many words."""
    paragraphs: list[str] = []
    for file in sorted(_LETTERS.glob("*.txt")):
        paragraphs += file.read_text(encoding="utf-8").split("\n\n")
        if sum(len(paragraph.split()) for paragraph in paragraphs) >= words:
            break
    kept: list[str] = []
    for paragraph in paragraphs:
        kept.append(paragraph)
        if sum(len(one.split()) for one in kept) >= words:
            break
    return "\n\n".join(kept)


class Program:
    """``b1check serve``, for all who can reach it on this computer."""

    def __init__(self) -> None:
        options = ["--shared", "--public-url", f"http://{_NAME}", "--no-config"]
        command = [sys.executable, "-c", _UNLIMITED, "serve", *options]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        found = None
        while found is None:
            line = self._process.stderr.readline()
            if not line:
                raise SystemExit("b1check serve did not start")
            found = _PORT.search(line)
        self.port = int(found[1])
        threading.Thread(target=self._read, daemon=True).start()
        while json.loads(User(self.port, enter=False).ask("GET", "/health")[1])["status"] != "ok":
            time.sleep(0.2)

    def _read(self) -> None:
        assert self._process.stderr is not None
        for _ in self._process.stderr:
            pass

    @property
    def megabytes(self) -> float:
        """The memory that the program has now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024

    def stop(self) -> int:
        """End the program, and return its code."""
        self._process.terminate()
        return self._process.wait(30)


# The pace that one user may keep is not what is measured here.
_UNLIMITED = """
from b1check.cli import serving, command
made = serving.Serving
serving.Serving = lambda **given: made(**(given | {"burst": 1e9, "rate": 1e9}))
command()
"""


class User:
    """A writer with a letter."""

    def __init__(self, port: int, *, enter: bool = True) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._headers = {"Host": _NAME, "Origin": f"http://{_NAME}"}
        self._letter: dict[str, Any] = {}
        self._count = 0
        if enter:
            self._connection.request("GET", "/", headers=self._headers)
            answer = self._connection.getresponse()
            answer.read()
            self._headers["Cookie"] = str(answer.getheader("Set-Cookie")).split(";")[0]

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        """Ask a question, and return its status and answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request(method, path, body=body, headers=self._headers | named)
        answer = self._connection.getresponse()
        return answer.status, answer.read()

    def open(self, text: str) -> None:
        """Open a letter."""
        status, answer = self.ask("POST", "/api/letters", text.encode(), X_File_Name="brief.txt")
        if status != 200:
            raise RuntimeError(answer.decode())
        self._letter = json.loads(answer)
        lengths = [len(text) for text in self._letter["texts"]]
        self._block = lengths.index(max(lengths))
        self._text = self._letter["texts"][self._block]

    def type(self) -> float:
        """Type a word more in the longest paragraph; return the seconds until it is checked."""
        self._count += 1
        more = " ".join(_WORDS[: self._count % len(_WORDS)])
        asked = {"version": self._letter["version"], "block": self._block, "typing": "one"}
        body = json.dumps(asked | {"text": f"{self._text} {more} {self._count}."}).encode()
        began = time.perf_counter()
        status, answer = self.ask(
            "POST", f"/api/letters/{self._letter['id']}/write", body, Content_Type="application/json"
        )
        took = time.perf_counter() - began
        if status != 200:
            raise RuntimeError(answer.decode())
        self._letter = json.loads(answer)
        return took


def _told(what: str, seconds: list[float]) -> None:
    percent = quantiles(seconds, n=20)
    print(f"{what}: p50 {percent[9] * 1000:.0f} ms, p95 {percent[18] * 1000:.0f} ms, most {max(seconds) * 1000:.0f} ms")


def _one(port: int) -> None:
    user = User(port)
    user.open(_pages(800))
    for _ in range(5):
        user.type()
    _told("one writer, two pages", [user.type() for _ in range(100)])


def _many(port: int, users: int, rounds: int) -> int:
    """Let ``users`` type at the same time; return how many questions failed."""
    seconds: list[float] = []
    failed: list[str] = []
    began = threading.Barrier(users)

    def work() -> None:
        user = User(port)
        try:
            user.open(_pages(400))
            user.type()
            began.wait()
            seconds.extend(user.type() for _ in range(rounds))
        except (RuntimeError, OSError, threading.BrokenBarrierError) as error:
            failed.append(str(error))

    threads = [threading.Thread(target=work) for _ in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _told(f"{users} writers, one page each, without a pause", seconds)
    print(f"questions: {len(seconds)}, failed: {len(failed)} {failed[:1]}")
    return len(failed)


def _memory(program: Program, questions: int) -> None:
    user = User(program.port)
    text = _pages(400)
    user.open(text)
    marks = []
    for number in range(questions + 1):
        if number % (questions // 8) == 0:
            marks.append(program.megabytes)
        if number % 100 == 99:
            user.open(f"{text}\n\nNummer {number}.")
        user.type()
    print(f"memory over {questions} questions, in MB: {' '.join(f'{mark:.0f}' for mark in marks)}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--questions", type=int, default=2000)
    options = parser.parse_args()
    program = Program()
    try:
        _one(program.port)
        failed = _many(program.port, options.users, options.rounds)
        _memory(program, options.questions)
    finally:
        code = program.stop()
    print(f"ended with {code}")
    sys.exit(1 if failed or code else 0)


if __name__ == "__main__":
    main()
