"""A server of LanguageTool on this computer, that is started once for a process and started again when it dies.

The package language-tool-python fetches LanguageTool, some 250 MB, and knows the command that starts it. It is under
the GPL and is not ours: it is an extra, and is imported only by who switches LanguageTool on without naming a server.
We run the command ourselves, because that package waits fifteen seconds for a start, however busy the computer is, and
then starts the next one beside it.
"""

from __future__ import annotations

import atexit
import importlib
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from b1check.config import LanguageTool
from b1check.languagetool.server import Server, UnavailableError

_HERE = "127.0.0.1"
_SETTINGS = {
    "pipelineCaching": "true",
    "maxPipelinePoolSize": 4,
    "pipelineExpireTimeInSeconds": 3600,
    "cacheSize": 5000,
}
"""Without this every question takes the server a second, to load what it knows of Dutch."""
_FIRST = "Dit is een zin."
"""The first question takes half a minute, in which the server loads all about Dutch: that is part of its start."""
_STARTED = b"Server started"
"""What LanguageTool prints once the port is its own; it stops when another program has that port."""
_LOOK = 0.1
"""Seconds between two looks at whether it answers."""
_RESTARTS, _PERIOD = 3, 3600.0
"""How often to start it again when it died, in how many seconds: a text that it dies of may come back."""
_REST = 10
"""How long not to try again when it did not start, in times what that took."""
_SHORTEST_REST = 60.0
"""Seconds."""

STOPPED = (
    "LanguageTool deed even niet mee: de server op uw computer stopte zomaar. b1check start hem bij een volgende tekst "
    "opnieuw."
)
_NO_PACKAGE = (
    "LanguageTool doet niet mee: er is nog iets nodig. Installeer het met: pip install 'b1check[languagetool]'. "
    "Of noem bij server het adres van een server die al draait."
)
_NOT_STARTED = "LanguageTool doet niet mee: de server start niet. {reason} Of noem bij server een server die al draait."
_NO_JAVA = "Installeer Java, versie 17 of hoger."
_NO_DOWNLOAD = "Misschien is LanguageTool niet op te halen. Kijk of u internet hebt."
_OTHER = "Kijk of er genoeg geheugen is: de server vraagt 1 tot 2 GB."
_SLOW = "Na {seconds:g} seconden is er nog geen antwoord. Probeer het later nog eens, of geef bij start-timeout meer."
_DIES = (
    "LanguageTool doet niet mee: de server op uw computer stopt steeds. "
    "Kijk of er genoeg geheugen is: de server vraagt 1 tot 2 GB."
)


@dataclass(frozen=True, slots=True)
class _Running:
    """A server: what runs, where it answers, and whether it said that the port is its own."""

    process: subprocess.Popen[bytes]
    address: str
    listens: threading.Event

    @property
    def lives(self) -> bool:
        return self.process.poll() is None


_lock = threading.Lock()
_running: _Running | None = None
"""The server, also one that is still starting, and one that died."""
_port: int | None = None
"""Where it answers, or did: other processes know that address."""
_deaths: deque[float] = deque(maxlen=_RESTARTS)
_failure = ""
_rests_until = 0.0


def start(seconds: float) -> str:
    """Return the address of the server on this computer; starts it if there is none, and stops it with Python.

    One that died is started again, on the same address, but only a few times an hour.

    Args:
        seconds: how long its start may take, without fetching LanguageTool.

    Raises:
        UnavailableError: when it cannot be started, or could not just now.
    """
    global _failure, _rests_until  # noqa: PLW0603 - a process needs one server, whoever asks for it
    with _lock:
        if _running and _running.lives:
            return _running.address
        began = time.monotonic()
        if _failure and began < _rests_until:
            raise UnavailableError(_failure)
        try:
            address = _start(seconds)
        except UnavailableError as error:
            now = time.monotonic()
            _failure, _rests_until = str(error), now + max(_SHORTEST_REST, _REST * (now - began))
            raise
        _failure = ""
        return address


def owns(server: str) -> bool:
    """Tell whether ``server`` is the address of the server that this process started."""
    return _port is not None and server == _address(_port)


def keep_up(settings: LanguageTool) -> None:
    """Start the server again if it died and is ours, for other processes that were told its address."""
    if settings.on and settings.server and owns(settings.server):
        with suppress(UnavailableError):  # who asks it will say so
            start(settings.start_timeout)


def stop() -> None:
    """Stop the server that :func:`start` started, also one that is still starting."""
    global _running
    running, _running = _running, None  # without our lock, which a start holds for as long as it takes
    if running:
        running.process.kill()
        running.process.wait()


def stop_when_ended() -> None:
    """Stop the server too when the system ends this program, which Python itself does not tell anybody.

    For a program of our own: a library leaves the signals of its program alone.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: object) -> None:
    if _running:
        _running.process.kill()  # no waiting: whoever was interrupted may hold the lock of the process
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _start(seconds: float) -> str:
    """Start a server and wait for its first answer."""
    global _running, _port  # noqa: PLW0603 - as above
    if _running:
        _count_death()
    fetched = _fetched()
    port = _port or _free_port()
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "languagetool.properties")
        settings.write_text("".join(f"{name}={value}\n" for name, value in _SETTINGS.items()), encoding="ascii")
        command = [*_command(fetched, port), "--config", str(settings)]
        _port = None  # until it works
        _running = running = _Running(_process(command), _address(port), threading.Event())
        threading.Thread(target=_follow, args=(running,), daemon=True).start()
        try:
            _wait(running, seconds)
        except BaseException:
            stop()
            raise
    _port = port
    return running.address


def _process(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise UnavailableError(_NOT_STARTED.format(reason=_NO_JAVA)) from error


def _follow(running: _Running) -> None:
    """Read what a server prints, for as long as it runs, until and after it says that it listens.

    Until then somebody else's program may listen on that port, and must not get a text.
    """
    assert running.process.stdout is not None
    for line in running.process.stdout:
        if _STARTED in line:
            running.listens.set()


def _wait(running: _Running, seconds: float) -> None:
    """Wait until a server has answered.

    Raises:
        UnavailableError: when it stops, or does not answer in time.
    """
    server = Server(running.address, LanguageTool())
    latest = time.monotonic() + seconds
    while (left := latest - time.monotonic()) > 0:
        try:
            running.process.wait(min(_LOOK, left))
        except subprocess.TimeoutExpired:
            if not running.listens.is_set():
                continue
            try:
                server.ask(_FIRST, seconds=left)
            except UnavailableError:
                continue  # it does not listen yet
            if running.lives:
                return
        else:
            raise UnavailableError(_NOT_STARTED.format(reason=_OTHER))
    raise UnavailableError(_NOT_STARTED.format(reason=_SLOW.format(seconds=seconds)))


def _count_death() -> None:
    """Note that the server died.

    Raises:
        UnavailableError: when it did so too often to start it again.
    """
    now = time.monotonic()
    if len(_deaths) == _RESTARTS and now - _deaths[0] < _PERIOD:
        raise UnavailableError(_DIES)
    _deaths.append(now)


def _fetched() -> Any:
    """Return LanguageTool on this computer, as the package knows it; fetches it if it is not here yet.

    Raises:
        UnavailableError: when something is missing.
    """
    try:
        package = importlib.import_module("language_tool_python.download_lt")
    except ImportError as error:
        raise UnavailableError(_NO_PACKAGE) from error
    try:
        found = package.LocalLanguageTool.from_version_name()
        found.download()
    except (ModuleNotFoundError, SystemError) as error:  # no Java, or one that is too old
        raise UnavailableError(_NOT_STARTED.format(reason=_NO_JAVA)) from error
    except Exception as error:  # whatever that package does wrong must end in one clear sentence
        raise UnavailableError(_NOT_STARTED.format(reason=_NO_DOWNLOAD)) from error
    return found


def _command(fetched: Any, port: int) -> list[str]:
    try:
        return list(fetched.get_server_cmd(port))
    except OSError as error:  # a folder without LanguageTool
        raise UnavailableError(_NOT_STARTED.format(reason=_NO_DOWNLOAD)) from error
    except Exception as error:  # it finds no Java
        raise UnavailableError(_NOT_STARTED.format(reason=_NO_JAVA)) from error


def _address(port: int) -> str:
    return f"http://{_HERE}:{port}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((_HERE, 0))
        return int(free.getsockname()[1])


atexit.register(stop)
