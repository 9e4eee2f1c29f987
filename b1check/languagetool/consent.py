"""Where a text may go: to this computer always, to another one only when the person who runs b1check says so.

A file with settings comes with the letters, and may come from somebody else. So it can name a server, but it cannot
decide that a text leaves this computer: that takes a variable of the environment, which no project can set.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

VARIABLE = "B1CHECK_LANGUAGETOOL_SERVERS"
"""Holds the addresses of the servers that texts may go to, in full, with spaces or commas between them."""

_BETWEEN = re.compile(r"[\s,]+")
_PORTS = {"http": 80, "https": 443}
_ELSEWHERE = (
    "LanguageTool doet niet mee: de server {address} staat niet op uw computer. Uw tekst gaat daar pas naartoe als u "
    "dat zelf goedvindt. Is dat goed? Zet dit adres dan op uw computer in {variable}."
)
_OPEN = (
    " Let op: dit adres begint met http. Anderen op het netwerk kunnen uw tekst dan lezen. "
    "Vraag liever om een adres met https."
)


def plain(server: str) -> str:
    """Return the address of a server as we compare and use it, such as ``https://taal.gemeente.example/lt``.

    Raises:
        ValueError: when it is no address.
    """
    parts = urlsplit(server)
    host = (parts.hostname or "").rstrip(".")
    place = f"[{host}]" if ":" in host else host
    if parts.port is not None and parts.port != _PORTS.get(parts.scheme):
        place = f"{place}:{parts.port}"
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2").rstrip("/")
    return f"{parts.scheme}://{place}{path}"


def is_here(server: str) -> bool:
    """Tell whether a server runs on this computer, by its address; in doubt it does not."""
    host = urlsplit(plain(server)).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refusal(server: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """Return why a text must not go to ``server``, in Dutch; "" when it may.

    Args:
        server: its address, from the settings; None for one that is started on this computer.
        environ: the environment, in which the person who runs b1check gives consent.
    """
    if server is None or is_here(server) or plain(server) in _agreed(environ):
        return ""
    address = plain(server)
    return _ELSEWHERE.format(address=address, variable=VARIABLE) + (_OPEN if address.startswith("http:") else "")


def _agreed(environ: Mapping[str, str]) -> frozenset[str]:
    found = set()
    for server in _BETWEEN.split(environ.get(VARIABLE, "")):
        try:
            found.add(plain(server))
        except ValueError:  # such as a port that cannot be
            continue
    return frozenset(found)
