"""Puts the service together: the page, its files, and the questions under ``/api``."""

from __future__ import annotations

import time
from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import b1check
from b1check.serve.guard import Guard
from b1check.serve.logs import Log
from b1check.serve.service import CHANGES, Service
from b1check.serve.serving import Serving
from b1check.serve.texts import TEXTS

_STATIC = Path(__file__).with_name("static")
_SECURE = "__Host-"
"""How the name of a cookie begins that a browser sends over https only."""


def create(serving: Serving, log: Log | None = None) -> Starlette:
    """Return the service.

    Args:
        serving: what it allows.
        log: what it writes down; by default to standard error.
    """
    log = log or Log()
    service = Service(serving, log)
    pages = _Pages(service)
    every, one = service.all_letters, service.one_letter
    letter = "/api/letters/{id}"
    routes = [
        Route("/", pages.page),
        Route("/start/{token}", pages.enter),
        Route("/health", service.health),
        Route("/api/start", every(service.start)),
        Route("/api/letters", every(service.letters)),
        Route("/api/letters", every(service.add), methods=["POST"]),
        Route("/api/letters", every(service.clear), methods=["DELETE"]),
        Route("/api/progress/{job}", every(service.progress)),
        Route("/api/table", every(service.table)),
        Route("/api/choices", every(service.choose), methods=["POST"]),
        Route(letter, one(service.show)),
        Route(letter, one(service.drop), methods=["DELETE"]),
        Route(f"{letter}/changes", one(service.changes)),
        Route(f"{letter}/copy", one(service.copy)),
        Route(f"{letter}/files/{{kind}}", one(service.take)),
        *(Route(f"{letter}/{name}", one(service.changing(work)), methods=["POST"]) for name, work in CHANGES.items()),
        Mount("/static", StaticFiles(directory=_STATIC)),
    ]
    app = Starlette(
        routes=routes,
        lifespan=service.lifespan,
        middleware=[Middleware(_Logged, log=log), Middleware(Guard, places=serving.places)],
        exception_handlers={404: _not_found},
    )
    app.state.service = service
    return app


async def _not_found(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse(TEXTS["not_found"], 404)


class _Pages:
    """The page, and the way in."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._serving = service.serving

    async def page(self, request: Request) -> Response:
        """Return the page; who has no key, gets a page that says where to find it."""
        key = ""
        if self._service.desk(request) is None:
            if not self._serving.shared:
                return self._html("entry.html.jinja", 403)
            key = self._service.desks.open()
        response = self._html("page.html.jinja", 200)
        return self._with(response, key)

    async def enter(self, request: Request) -> Response:
        """Take the key out of the address: the browser gets a cookie for it."""
        keys = self._serving.keys
        if keys is None or not keys.fits(request.path_params["token"]):
            return self._html("entry.html.jinja", 403, top="../")
        known = self._service.desk(request) is not None
        return self._with(RedirectResponse("../", 303), "" if known else self._service.desks.open())

    def _with(self, response: Response, key: str) -> Response:
        """Return ``response`` with ``key`` as a cookie that no script can read and no other site can have sent."""
        if key:
            name = self._serving.cookie
            secure = name.startswith(_SECURE)
            response.set_cookie(name, key, path="/", httponly=True, samesite="strict", secure=secure)
        return response

    def _html(self, name: str, status: int, *, top: str = "") -> Response:
        """Return a page; ``top`` leads to the address of the page itself, which may stand in a folder of a server."""
        template = _environment().get_template(name)
        page = template.render(
            t=TEXTS,
            top=top,
            version=b1check.__version__,
            shared=self._serving.shared,
            minutes=self._serving.minutes,
        )
        return HTMLResponse(page, status)


@cache
def _environment() -> Environment:
    loader = FunctionLoader(lambda name: resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


class _Logged:
    """Writes down each question by the form of its address."""

    def __init__(self, app: ASGIApp, log: Log) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, answer)
        finally:
            self._log.answered(scope["method"], _form(scope), status, time.perf_counter() - began)


def _form(scope: Scope) -> str:
    """Return the form of the address that was asked for, without what it names; "-" when there is no such form."""
    path = str(scope["path"])
    if path.startswith("/static/"):
        return "/static"
    route = scope.get("route")
    return str(route.path) if isinstance(route, Route) else "-"
