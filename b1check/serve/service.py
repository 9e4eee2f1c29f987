"""Answers what the page asks."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any, Literal, TypeVar, cast, get_args
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

import b1check
from b1check.config import Profile
from b1check.documents import readers
from b1check.errors import B1CheckError
from b1check.letter.model import DocumentType
from b1check.serve import delivering, pasting, showing
from b1check.serve.asking import Question, RefusedError, body
from b1check.serve.checking import BusyError, Checking, Job, SlowError, StoppedError
from b1check.serve.desk import Desk, Desks, Kept
from b1check.serve.guard import Pace
from b1check.serve.letters import Check, Letter, OutdatedError
from b1check.serve.logs import Log
from b1check.serve.serving import MEGABYTE, Serving
from b1check.serve.texts import PROFILES, TEXTS

Json = dict[str, Any]
Result = TypeVar("Result")
Answer = Callable[[Request], Awaitable[Response]]
OfDesk = Callable[[Request, Desk], Awaitable[Json | Response]]
OfLetter = Callable[[Request, Desk, Kept], Awaitable[Json | Response]]
Work = Callable[[Letter, Question, Check], None]

_TIDY = 30.0
"""Seconds between two looks at what may be forgotten."""
_LONGEST_REASON = 300
_LONGEST_WORD = 60
_LONGEST_NAME = 1_000
_LONGEST_KEY = 60
_MOST_WORDS = 200
_EASIEST = float("-inf")
_NAMED = (".docx", ".odt", ".rtf", ".pdf", ".eml", ".msg", ".html", ".md", ".txt")
"""The formats that the page names; the others are other endings for the same."""


class Service:
    """Answers the questions.

    Attributes:
        serving: what is allowed.
        desks: what the users work on.
        checking: does the work.
        log: what is written down.
        ready: whether the rules and the pipeline are loaded.
    """

    def __init__(self, serving: Serving, log: Log) -> None:
        self.serving = serving
        self.desks = Desks(serving.room)
        self.checking = Checking(serving.config, longest=serving.longest, patience=serving.patience)
        self.log = log
        self.ready = False
        self._pace = Pace(serving.burst, serving.rate)

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Load what the first letter needs while the page is already there, and forget what nobody uses."""
        tasks = [asyncio.create_task(self._warm_up()), asyncio.create_task(self._tidy())]
        yield
        for task in tasks:
            task.cancel()
        self.desks.clear()
        self.checking.stop()

    async def _warm_up(self) -> None:
        try:
            await self.checking.begin()
        except B1CheckError as error:
            self.log.failed("start", error)
        else:
            self.ready = True

    async def _tidy(self) -> None:
        while True:
            await asyncio.sleep(_TIDY)
            self.desks.tidy()

    async def health(self, _request: Request) -> Response:
        """Tell a program that watches the service how it is."""
        said = {"status": "ok" if self.ready else "starting", "version": b1check.__version__}
        return JSONResponse(said | {"letters": self.desks.letters}, 200 if self.ready else 503)

    def desk(self, request: Request) -> Desk | None:
        """Return the desk of whoever asks; None when they have not come in."""
        return self.desks.get(request.cookies.get(self.serving.cookie, ""))

    # About all letters of a user

    async def start(self, _request: Request, desk: Desk) -> Json:
        """Return what the page needs to begin."""
        return {
            "texts": TEXTS,
            "types": [str(one) for one in DocumentType],
            "profiles": PROFILES,
            "formats": sorted(readers.SUFFIXES),
            "named": _NAMED,
            "megabytes": self.serving.largest // MEGABYTE,
            **self._list(desk),
        }

    async def letters(self, _request: Request, desk: Desk) -> Json:
        """Return the list of letters, the hardest first."""
        return self._list(desk)

    async def add(self, request: Request, desk: Desk) -> Json:
        """Take in a file; or a text that was pasted, of which the formatting is kept as structure."""
        desk.check_room()
        pasted = request.headers.get("x-pasted", "")
        if pasted not in {"", "html", "txt"}:
            raise RefusedError(400, "wrong_question")
        name = showing.file_name(unquote(request.headers.get("x-file-name", "")[:_LONGEST_NAME], errors="replace"))
        with desk.taking_in(request.headers.get("x-job", "")[:_LONGEST_KEY]) as job:
            return await self._taken_in(request, desk, job, name, pasted)

    async def _taken_in(self, request: Request, desk: Desk, job: Job, name: str, pasted: str) -> Json:
        megabytes = self.serving.largest // MEGABYTE
        too_large = RefusedError(413, "too_large", megabytes=megabytes)
        data = await body(request, self.serving.largest, too_large, patience=self.serving.patience)
        if pasted == "html":
            data = pasting.tidied(data.decode(errors="replace")).encode()
        config = desk.config(self.serving.config)
        check = self.checking.check(config)
        id = secrets.token_urlsafe(16)
        title = desk.title(name) if pasted else name
        name = f"{name}.{pasted}" if pasted else name

        def opened() -> tuple[Letter, Json]:
            letter = Letter(id, name, data, check, title=title, copy=pasted == "html")
            return letter, self._shown(letter)

        letter, shown = await _while_there(request, self.checking.open(opened, job), job)
        desk.put(letter, config)
        self.desks.tidy()
        return shown

    async def progress(self, request: Request, desk: Desk) -> Json:
        """Return which share of a file is read, from 0 to 1."""
        job = desk.jobs.get(request.path_params["job"])
        return {"done": job.done if job else 0.0}

    async def clear(self, _request: Request, desk: Desk) -> Json:
        """Forget all letters of this user."""
        desk.clear()
        return self._list(desk)

    async def table(self, _request: Request, desk: Desk) -> Response:
        """Return the findings in all letters."""
        letters = [kept.letter for kept in desk]
        if not letters:
            raise RefusedError(404, "forgotten")
        return _file(await self.checking.open(lambda: delivering.table(letters)))

    async def choose(self, request: Request, desk: Desk) -> Json:
        """Take over for whom the user writes, and which words are allowed."""
        asked = await Question.of(request)
        if profile := asked.text("profile"):
            if profile not in get_args(Profile):
                raise RefusedError(400, "wrong_question")
            desk.profile = cast(Profile, profile)
        if word := " ".join(asked.text("allow", most=_LONGEST_WORD).split()):
            terms = self.serving.config.terms
            if word.lower() in {one.lower() for one in (*terms.preferred, *terms.forbidden)}:
                raise RefusedError(409, "word_refused", word=word)
            if len(desk.words) >= _MOST_WORDS:
                raise RefusedError(409, "too_many_words", most=_MOST_WORDS)
            desk.words = tuple(dict.fromkeys((*desk.words, word)))
        if refused := asked.text("refuse"):
            desk.words = tuple(word for word in desk.words if word != refused)
        return self._choices(desk)

    # About one letter

    async def show(self, _request: Request, desk: Desk, kept: Kept) -> Json:
        """Return a letter, checked with the settings as they are now."""
        await self._current(desk, kept)
        return await self.checking.change(lambda: self._shown(kept.letter))

    async def drop(self, _request: Request, desk: Desk, kept: Kept) -> Json:
        """Forget a letter."""
        desk.drop(kept.letter.id)
        return self._list(desk)

    async def changes(self, _request: Request, _desk: Desk, kept: Kept) -> Json:
        """Return what the user changed."""
        return await self.checking.change(lambda: showing.changes(kept.letter))

    async def copy(self, _request: Request, _desk: Desk, kept: Kept) -> Json:
        """Return the text for the clipboard."""
        return dict(delivering.copied(kept.letter))

    async def take(self, request: Request, desk: Desk, kept: Kept) -> Response:
        """Return a file to take along."""
        letter = kept.letter
        check = self.checking.check(desk.config(self.serving.config))
        kinds: dict[str, Callable[[], delivering.Parcel]] = {
            "word": lambda: delivering.word(letter, check, dt.datetime.now().astimezone()),
            "own": lambda: delivering.own(letter),
            "report": lambda: delivering.report(letter, self.checking.rules(letter.now.checker)),
            "table": lambda: delivering.table([letter]),
        }
        kind = request.path_params["kind"]
        if kind not in kinds:
            raise RefusedError(404, "no_such_file")
        return _file(await self.checking.open(kinds[kind]))

    def changing(self, work: Work) -> OfLetter:
        """Return what answers a question that changes a letter by ``work``."""

        async def answer(request: Request, desk: Desk, kept: Kept) -> Json:
            asked = await Question.of(request)
            await self._current(desk, kept)
            kept.letter.expect(asked.number("version"))
            check = self.checking.check(desk.config(self.serving.config))

            def changed() -> Json:
                work(kept.letter, asked, check)
                return self._shown(kept.letter)

            return await self.checking.change(changed)

        return answer

    async def _current(self, desk: Desk, kept: Kept) -> None:
        """Check a letter again when the settings changed since."""
        config = desk.config(self.serving.config)
        if kept.settings != config:
            await self.checking.change(lambda: kept.letter.again(self.checking.check(config)))
            kept.settings = config

    # What holds for all questions

    def all_letters(self, answer: OfDesk) -> Answer:
        """Return ``answer`` for a user who came in, with what goes wrong as a Dutch sentence."""

        async def run(request: Request) -> Response:
            desk = self.desk(request)
            if desk is None:
                return _refusal(RefusedError(401, "no_entry"))
            if not self._pace.allows(request.cookies[self.serving.cookie]):
                return _refusal(RefusedError(429, "too_fast"))
            try:
                said = await answer(request, desk)
            except RefusedError as refused:
                return _refusal(refused)
            except SlowError:
                return _refusal(RefusedError(503, "too_slow"))
            except BusyError:
                return _refusal(RefusedError(503, "busy"))
            except B1CheckError as error:
                return JSONResponse({"error": str(error)}, 422)
            except (ClientDisconnect, StoppedError):  # nobody hears the answer
                return Response(status_code=400)
            except Exception as error:  # whatever goes wrong, the page must get an answer that it can show
                self.log.failed(request.method, error)
                return _refusal(RefusedError(500, "crashed"))
            return said if isinstance(said, Response) else JSONResponse(said)

        return run

    def one_letter(self, answer: OfLetter) -> Answer:
        """Return ``answer`` for the letter that the address names; one question at a time."""

        async def run(request: Request, desk: Desk) -> Json | Response:
            kept = desk.get(request.path_params["id"])
            if kept is None:
                raise RefusedError(404, "forgotten")
            async with kept.lock:
                try:
                    return await answer(request, desk, kept)
                except OutdatedError:
                    said = TEXTS["changed_elsewhere"]
                except IndexError:
                    said = TEXTS["no_such_remark"]
                shown = await self.checking.change(lambda: self._shown(kept.letter))
                return JSONResponse({"error": said, "letter": shown}, 409)

        return self.all_letters(run)

    def _list(self, desk: Desk) -> Json:
        entries = [showing.entry(kept.letter) for kept in desk]
        entries.sort(key=lambda one: _EASIEST if one["difficulty"] is None else one["difficulty"], reverse=True)
        return {"letters": entries, **self._choices(desk)}

    def _choices(self, desk: Desk) -> Json:
        return {"profile": desk.profile or self.serving.config.profile, "words": list(desk.words)}

    def _shown(self, letter: Letter) -> Json:
        shown = showing.letter(letter, self.checking.rules(letter.now.checker))
        return shown | {"own": delivering.own_format(letter)}


def write(letter: Letter, asked: Question, check: Check) -> None:
    """Give a paragraph other words."""
    letter.write(asked.number("block"), asked.text("text"), check, typing=asked.text("typing", most=_LONGEST_WORD))


def accept(letter: Letter, asked: Question, check: Check) -> None:
    """Take over an alternative."""
    letter.accept(asked.number("remark"), asked.number("fix"), check)


def ignore(letter: Letter, asked: Question, check: Check) -> None:
    """Say no more about a remark."""
    reason = asked.text("reason", most=_LONGEST_REASON)
    if not reason.strip():
        raise RefusedError(400, "ignore_empty")
    letter.ignore(asked.number("remark"), reason, check)


def restore(letter: Letter, asked: Question, check: Check) -> None:
    """Say again what was ignored."""
    letter.restore(asked.number("off"), check)


def undo(letter: Letter, _asked: Question, check: Check) -> None:
    """Go a step back."""
    letter.undo(check)


def redo(letter: Letter, _asked: Question, check: Check) -> None:
    """Do again what was undone."""
    letter.redo(check)


def sort(letter: Letter, asked: Question, check: Check) -> None:
    """Take over what sort of document it is; "" when b1check may guess."""
    chosen = asked.text("type")
    if chosen and chosen not in set(DocumentType):
        raise RefusedError(400, "wrong_question")
    letter.choose(DocumentType(chosen) if chosen else None, check)


CHANGES: dict[Literal["write", "accept", "ignore", "restore", "undo", "redo", "sort"], Work] = {
    "write": write,
    "accept": accept,
    "ignore": ignore,
    "restore": restore,
    "undo": undo,
    "redo": redo,
    "sort": sort,
}
"""What can be done to a letter, by the last word of the address."""


async def _while_there(request: Request, work: Coroutine[Any, Any, Result], job: Job) -> Result:
    """Return the result of ``work``, and end it when whoever asked for it goes away."""
    working = asyncio.create_task(work)
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            job.stop()
        return await working
    finally:
        gone.cancel()
        working.cancel()


async def _gone(request: Request) -> None:
    """Wait until the connection is closed; the whole question has been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _refusal(refused: RefusedError) -> Response:
    return JSONResponse({"error": refused.text}, refused.status)


def _file(parcel: delivering.Parcel) -> Response:
    """Return a file that a browser saves and never opens as a page of ours."""
    named = f"attachment; filename*=UTF-8''{quote(parcel.name)}"
    headers = {"content-disposition": named, "content-security-policy": "sandbox; default-src 'none'"}
    return Response(parcel.data, media_type=parcel.type, headers=headers)
