"""A server of LanguageTool on this computer, started by the package language-tool-python.

That package is under the GPL and is not ours: it is an extra, and is imported only by who switches LanguageTool on
without naming a server. The first time it fetches LanguageTool itself, some 250 MB.
"""

from __future__ import annotations

import importlib
import sys
import threading
from typing import Any

from b1check.languagetool.server import UnavailableError

_KEPT = {"pipelineCaching": True, "maxPipelinePoolSize": 4, "pipelineExpireTimeInSeconds": 3600, "cacheSize": 5000}
"""Without this every question takes the server a second, to load what it knows of Dutch."""
_FIRST = "Dit is een zin."
"""The first question takes half a minute, in which the server loads all about Dutch: that is part of its start."""
_NO_PACKAGE = (
    "LanguageTool doet niet mee: er is nog iets nodig. Installeer het met: pip install 'b1check[languagetool]'. "
    "Of noem bij server het adres van een server die al draait."
)
_NOT_STARTED = "LanguageTool doet niet mee: de server start niet. {reason} Of noem bij server een server die al draait."
_NO_JAVA = "Installeer Java, versie 17 of hoger."
_NO_DOWNLOAD = "Misschien is LanguageTool niet op te halen. Kijk of u internet hebt."
_OTHER = "Kijk of er genoeg geheugen is: de server vraagt ongeveer 1 GB."

_lock = threading.Lock()
_started: Any = None
_failed = ""


def start() -> str:
    """Return the address of the server on this computer; starts it at the first call, and stops it with Python.

    Raises:
        UnavailableError: when it cannot be started; it is tried once.
    """
    global _started, _failed  # noqa: PLW0603 - a process needs one server, whoever asks for it
    with _lock:
        if _failed:
            raise UnavailableError(_failed)
        if _started is None:
            try:
                _started = _start()
            except UnavailableError as error:
                _failed = str(error)
                raise
        return str(_started.url).removesuffix("/v2/")


def stop() -> None:
    """Stop the server that :func:`start` started, also one that is still starting."""
    global _started  # noqa: PLW0603 - as above
    _started = None
    if package := sys.modules.get("language_tool_python.server"):
        package.terminate_server()  # without our lock, which a start holds for as long as it takes


def _start() -> Any:
    try:
        package = importlib.import_module("language_tool_python")
        no_java = importlib.import_module("language_tool_python.exceptions").JavaError
    except ImportError as error:
        raise UnavailableError(_NO_PACKAGE) from error
    try:
        started = package.LanguageTool("nl", host="127.0.0.1", config=_KEPT)
        started.check(_FIRST)
    except (no_java, ModuleNotFoundError, SystemError) as error:  # none, none, or one that is too old
        raise UnavailableError(_NOT_STARTED.format(reason=_NO_JAVA)) from error
    except OSError as error:  # also what the network does wrong
        raise UnavailableError(_NOT_STARTED.format(reason=_NO_DOWNLOAD)) from error
    except Exception as error:  # whatever that package does wrong must end in one clear sentence
        raise UnavailableError(_NOT_STARTED.format(reason=_OTHER)) from error
    return started
