"""Asks a server of LanguageTool about a text; whatever goes wrong ends in one Dutch sentence."""

from __future__ import annotations

import http.client
import time
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from b1check.config import LanguageTool
from b1check.languagetool import answers
from b1check.languagetool.answers import Remark

MOST = 18_000
"""Code points in one question: the servers of LanguageTool itself take 20,000 signs at once."""
_LARGEST = 20_000_000
"""Bytes of an answer."""
_PIECE = 65_536
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_ONCE = frozenset({413, 500})
"""Refusals of this one text; the next one can go well."""

_DEAD = "LanguageTool doet niet mee: er is geen server op {url}. Zet de server aan, of kijk naar het adres."
_SLOW = (
    "LanguageTool doet niet mee: de server op {url} gaf binnen {seconds:g} seconden geen antwoord. "
    "Probeer het later nog eens, of geef bij timeout meer seconden."
)
_REFUSED = (
    "LanguageTool doet niet mee: de server op {url} weigert de vraag (code {code}). "
    "Kijk of dat een server van LanguageTool is."
)
_BUSY = "LanguageTool doet niet mee: de server op {url} krijgt te veel vragen. Probeer het later nog eens."
_TOO_LARGE = "LanguageTool deed niet overal mee: de server op {url} nam niet elke tekst aan (code {code})."
_NONSENSE = "LanguageTool doet niet mee: de server op {url} gaf een vreemd antwoord. Kijk of het adres klopt."


class UnavailableError(Exception):
    """LanguageTool does not answer; the message is one for the user, in Dutch.

    Attributes:
        lasting: whether the next text will meet the same.
    """

    def __init__(self, message: str, *, lasting: bool = True) -> None:
        super().__init__(message)
        self.lasting = lasting


def as_warning(reason: str) -> str:
    """Return what to tell the user when LanguageTool does not answer for ``reason``."""
    return f"{reason} De opmerkingen van b1check zelf ziet u wel."


class _StayHere(HTTPRedirectHandler):
    """Follows no redirect: a text goes to the server that the user named, and to no other."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Server:
    """A server of LanguageTool.

    Args:
        address: where it is, such as ``http://127.0.0.1:8081``.
        settings: which rules to ask for, and how long to wait.
    """

    def __init__(self, address: str, settings: LanguageTool) -> None:
        self.address = address.rstrip("/").removesuffix("/check").removesuffix("/v2")
        self._wanted = _wanted(settings)
        self._timeout = settings.timeout
        self._opener = _opener(self.address)

    def ask(self, text: str) -> tuple[Remark, ...]:
        """Return what LanguageTool says of ``text``, in the order of the text.

        Raises:
            UnavailableError: when it does not answer in time, or not in the right form.
        """
        data = urlencode({"language": "nl", "text": text, **self._wanted}, errors="replace").encode("ascii")
        try:
            return answers.read(self._post(data), text)
        except TimeoutError as error:
            raise UnavailableError(_SLOW.format(url=self.address, seconds=self._timeout)) from error
        except ValueError as error:  # that of pydantic is one too
            raise UnavailableError(_NONSENSE.format(url=self.address)) from error

    def _post(self, data: bytes) -> bytes:
        request = Request(f"{self.address}/v2/check", data, {"Accept": "application/json", "User-Agent": "b1check"})
        latest = time.monotonic() + self._timeout
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                return _body(answer, latest)
        except HTTPError as error:
            with error:
                raise self._refused(error.code) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise TimeoutError from error
            raise UnavailableError(_DEAD.format(url=self.address)) from error
        except TimeoutError:
            raise
        except OSError as error:  # before the next: a connection that breaks off is both
            raise UnavailableError(_DEAD.format(url=self.address)) from error
        except http.client.HTTPException as error:
            raise UnavailableError(_NONSENSE.format(url=self.address)) from error

    def _refused(self, code: int) -> UnavailableError:
        if code in _ONCE:
            return UnavailableError(_TOO_LARGE.format(url=self.address, code=code), lasting=False)
        if code in {426, 429, 503}:
            return UnavailableError(_BUSY.format(url=self.address))
        return UnavailableError(_REFUSED.format(url=self.address, code=code))


def _body(answer: http.client.HTTPResponse, latest: float) -> bytes:
    """Read an answer that may come in drops, but not for longer than was agreed."""
    pieces = []
    size = 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > _LARGEST:
            raise ValueError("too large an answer")
        if time.monotonic() > latest:
            raise TimeoutError
    return b"".join(pieces)


def _opener(address: str) -> OpenerDirector:
    """Return what opens ``address``; what stays on this computer never goes by way of a proxy."""
    here = (urlsplit(address).hostname or "") in _LOOPBACK
    return build_opener(_StayHere, *([ProxyHandler({})] if here else []))


def _wanted(settings: LanguageTool) -> Mapping[str, str]:
    """Return the rules to switch on that may be off; a name can be that of a rule or of a category.

    Only that is left to LanguageTool: asked for just some rules and some categories it gives what is in both, so what
    the settings leave out goes out of its answer.
    """
    names = ",".join(dict.fromkeys((*(settings.select or ()), *settings.extra)))
    return {"enabledRules": names, "enabledCategories": names} if names else {}
