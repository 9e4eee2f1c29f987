"""Asks a server of LanguageTool about a text; whatever goes wrong ends in one Dutch sentence."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request

from b1check.config import LanguageTool
from b1check.languagetool import answers, consent
from b1check.languagetool.answers import Remark
from b1check.languagetool.post import post

MOST = 18_000
"""Code points in one question: the servers of LanguageTool itself take 20,000 signs at once."""
_ONCE = frozenset({413, 500})
"""Refusals of this one text; the next one can go well."""

_DEAD = "LanguageTool doet niet mee: er is geen server op {url}. Zet de server aan, of kijk naar het adres."
_SLOW = (
    "LanguageTool doet niet mee: de server op {url} gaf binnen {seconds:g} seconden geen antwoord. "
    "Probeer het later nog eens, of geef bij {setting} meer seconden."
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


class Server:
    """A server of LanguageTool; safe to use from several threads.

    Args:
        address: where it is, such as ``http://127.0.0.1:8081``; nobody looks here whether texts may go there.
        settings: which rules to ask for, and how long to wait.
        dead: what to say when nobody answers at that address.
    """

    def __init__(self, address: str, settings: LanguageTool, *, dead: str = _DEAD) -> None:
        self._dead = dead
        self.address = consent.plain(address)
        self._wanted = _wanted(settings)
        self._settings = settings
        self._is_here = consent.is_here(self.address)
        self._has_answered = False

    def ask(self, text: str, *, seconds: float | None = None) -> tuple[Remark, ...]:
        """Return what LanguageTool says of ``text``, in the order of the text.

        Args:
            text: what to ask about.
            seconds: how long to wait; None for what the settings say, which is longer for the first answer.

        Raises:
            UnavailableError: when it does not answer in time, or not in the right form.
        """
        data = urlencode({"language": "nl", "text": text, **self._wanted}, errors="replace").encode("ascii")
        setting, limit = "timeout", self._settings.timeout
        if not self._has_answered and self._settings.start_timeout > limit:
            setting, limit = "start-timeout", self._settings.start_timeout
        limit = limit if seconds is None else seconds
        try:
            found = answers.read(self._post(data, limit), text)
        except TimeoutError as error:
            raise UnavailableError(_SLOW.format(url=self.address, seconds=limit, setting=setting)) from error
        except ValueError as error:  # that of pydantic is one too
            raise UnavailableError(_NONSENSE.format(url=self.address)) from error
        self._has_answered = True
        return found

    def _post(self, data: bytes, seconds: float) -> bytes:
        request = Request(f"{self.address}/v2/check", data, {"Accept": "application/json", "User-Agent": "b1check"})
        try:
            return post(request, seconds=seconds, proxies=not self._is_here)
        except HTTPError as error:
            with error:
                raise self._refused(error.code) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise TimeoutError from error
            raise UnavailableError(self._dead.format(url=self.address)) from error
        except TimeoutError:
            raise
        except OSError as error:  # before the next: a connection that breaks off is both
            raise UnavailableError(self._dead.format(url=self.address)) from error
        except http.client.HTTPException as error:
            raise UnavailableError(_NONSENSE.format(url=self.address)) from error

    def _refused(self, code: int) -> UnavailableError:
        if code in _ONCE:
            return UnavailableError(_TOO_LARGE.format(url=self.address, code=code), lasting=False)
        if code in {426, 429, 503}:
            return UnavailableError(_BUSY.format(url=self.address))
        return UnavailableError(_REFUSED.format(url=self.address, code=code))


def _wanted(settings: LanguageTool) -> Mapping[str, str]:
    """Return the rules to switch on that may be off; a name can be that of a rule or of a category.

    Only that is left to LanguageTool: asked for just some rules and some categories it gives what is in both, so what
    the settings leave out goes out of its answer.
    """
    names = ",".join(dict.fromkeys((*(settings.select or ()), *settings.extra)))
    return {"enabledRules": names, "enabledCategories": names} if names else {}
