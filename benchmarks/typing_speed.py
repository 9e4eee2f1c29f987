"""Prints how fast the language server answers a writer who types in a document of some 2,000 words.

    python benchmarks/typing_speed.py            # 1,500 keystrokes
    python benchmarks/typing_speed.py --hour     # as many as somebody makes in an hour of typing: for the memory
    python benchmarks/typing_speed.py --pause 0  # without the pause in which the server begins already: the bare work

The server runs as a process of its own, as in an editor. The trace is made from our own letters: sentences of one
letter are typed, character by character with now and then a mistake and its repair, in the paragraphs of the others.
The clock runs fast: the server hears of every keystroke in a burst of them at once, and the next burst comes as soon as
it has answered. It waits a moment to see whether a burst is over; that moment is not counted. In the last part of it
the server begins already, so what is counted is what is left to do when the pause is over.
"""

from __future__ import annotations

import argparse
import json
import queue
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LETTERS = Path(__file__).resolve().parents[1] / "corpora" / "brieven"
WORDS = 2_000
KEYSTROKES = 1_500
KEYSTROKES_IN_AN_HOUR = 15_000
"""250 a minute, in bursts of two to eight."""
PAUSE = 150
"""Milliseconds, as editors have it when nobody changes the setting."""
URI = "file:///tmp/typen.txt"
_SEED = 1
_CHARACTERS = (2, 3, 4, 5, 6, 8)
_MISTAKES = 0.05


class Server:
    """The server as a process, with one thread that reads what it says."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lsp_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._inbox: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def send(self, method: str, params: object, number: int | None = None) -> None:
        """Send a notification, or a request with a number."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        body = json.dumps(message if number is None else {**message, "id": number}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            length = int(header.split(b":")[1])
            while self.process.stdout.readline() != b"\r\n":
                pass
            self._inbox.put(json.loads(self.process.stdout.read(length)))

    def answer(self) -> None:
        """Wait for the answer to a request."""
        while "result" not in self._inbox.get(timeout=60):
            pass

    def diagnostics(self, version: int) -> int:
        """Wait for the diagnostics of one version, and return how many there are."""
        while True:
            message = self._inbox.get(timeout=60)
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["version"] == version:
                return len(message["params"]["diagnostics"])

    def figure(self, name: str) -> float:
        """Return a figure of the process in MB (Linux only), such as VmRSS; 0 elsewhere."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0.0
        line = next(line for line in status.read_text().splitlines() if line.startswith(f"{name}:"))
        return int(line.split()[1]) / 1024

    def processor(self) -> float:
        """Return the processor time so far in seconds (Linux only); 0 elsewhere."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100


def document() -> tuple[str, list[str]]:
    """Return letters of some 2,000 words together, and the sentences of others to type in them."""
    letters = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(LETTERS.glob("*.txt"))]
    taken: list[str] = []
    while sum(len(letter.split()) for letter in taken) < WORDS:
        taken.append(letters.pop(0))
    lines = [line for letter in letters for line in letter.splitlines() if len(line.split()) > 8]
    return "\n\n".join(taken), lines


def trace(text: str, lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield changes without end: at which offset how many characters go, and what comes there."""
    chance = random.Random(_SEED)
    ends = [at for at, sign in enumerate(text) if sign == "." and text[at + 1 : at + 2] in {" ", "\n"}]
    while True:
        at = chance.choice(ends) + 1
        sentence = " " + chance.choice(lines)
        typed = 0
        while typed < len(sentence):
            piece = sentence[typed : typed + chance.choice(_CHARACTERS)]
            if chance.random() < _MISTAKES:
                yield at + typed, 0, piece[::-1]
                yield at + typed, len(piece), ""
            yield at + typed, 0, piece
            typed += len(piece)
        yield at, len(sentence), ""  # gone again, so that the document keeps its length


def main() -> None:
    """Print the figures as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--hour", action="store_true", help="as many keystrokes as in an hour")
    parser.add_argument("--pause", type=int, default=PAUSE, help="milliseconds of quiet before the server tells")
    asked = parser.parse_args()
    wanted = KEYSTROKES_IN_AN_HOUR if asked.hour else KEYSTROKES
    text, lines = document()
    begin = time.perf_counter()
    server = Server()
    options = {"debounceMs": asked.pause}
    capabilities = {"general": {"positionEncodings": ["utf-32"]}}
    server.send(
        "initialize", {"processId": None, "capabilities": capabilities, "initializationOptions": options}, number=1
    )
    server.answer()
    answered = time.perf_counter() - begin
    server.send("initialized", {})
    item = {"uri": URI, "languageId": "plaintext", "version": 1, "text": text}
    server.send("textDocument/didOpen", {"textDocument": item})
    findings = server.diagnostics(1)
    first = time.perf_counter() - begin
    on_first_pages, findings = findings, server.diagnostics(1)
    whole = time.perf_counter() - begin
    started, start_memory = server.processor(), server.figure("VmRSS")
    took: list[float] = []
    changes = trace(text, lines)
    version = 1
    while version < wanted:
        for at, gone, new in _keystrokes(*next(changes)):
            version += 1
            change = {"range": {"start": _position(text, at), "end": _position(text, at + gone)}, "text": new}
            text = text[:at] + new + text[at + gone :]
            params = {"textDocument": {"uri": URI, "version": version}, "contentChanges": [change]}
            sent = time.perf_counter()
            server.send("textDocument/didChange", params)
        server.diagnostics(version)
        took.append(1000 * (time.perf_counter() - sent) - asked.pause)
    busy = 1000 * (server.processor() - started) / len(took)
    cuts = statistics.quantiles(took, n=100)
    print(f"{len(text.split())} words, {version - 1} keystrokes in {len(took)} bursts\n")
    print("| figure | value | goal |\n| --- | ---: | ---: |")
    print(f"| answer to initialize | {answered:.2f} s | |")
    print(f"| first diagnostics after start: {on_first_pages} on the first pages | {first:.2f} s | 1.5 s |")
    print(f"| all diagnostics after start: {findings} | {whole:.2f} s | |")
    print(f"| processor time until then | {started:.2f} s | |")
    print(f"| from change to diagnostics, p50 | {cuts[49]:.0f} ms | 30 ms |")
    print(f"| from change to diagnostics, p95 | {cuts[94]:.0f} ms | 80 ms |")
    print(f"| processor time for a burst, mean | {busy:.0f} ms | |")
    print(f"| memory after the first diagnostics | {start_memory:.0f} MB | |")
    print(f"| memory at the end | {server.figure('VmRSS'):.0f} MB | 300 MB |")
    print(f"| most memory | {server.figure('VmHWM'):.0f} MB | |")
    server.process.kill()
    server.process.wait()


def _keystrokes(at: int, gone: int, new: str) -> Iterator[tuple[int, int, str]]:
    """Yield the changes that an editor tells of when ``new`` is typed; what goes is selected and goes at once."""
    if gone:
        yield at, gone, ""
    for number, sign in enumerate(new):
        yield at + number, 0, sign


def _position(text: str, offset: int) -> dict[str, int]:
    """Return the position of ``offset``; columns are code points, as was agreed on."""
    return {"line": text.count("\n", 0, offset), "character": offset - (text.rfind("\n", 0, offset) + 1)}


if __name__ == "__main__":
    main()
