"""Pages in the browser of `tests/conftest.py`, with axe for accessibility."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def new_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a page; the options are those of a browser context of playwright.

    Every error in the page, and every request that goes to no file of ours, makes the test fail at its end.
    """
    contexts = []
    wrong: list[str] = []

    def make(**options: Any) -> Any:
        context = browser.new_context(
            **({"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | options)
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("request", lambda asked: wrong.append(f"request: {asked.url}") if not _ours(asked.url) else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert wrong == []


def _ours(url: str) -> bool:
    return url.startswith(("file:", "data:", "blob:", "about:", "http://127.0.0.1:", "http://localhost:"))


@pytest.fixture
def accessible() -> Callable[[Any], None]:
    """Assert that axe finds nothing against WCAG 2.2 AA in a page, as it is shown now."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing: pip install '.[proofs]'")

    def check(page: Any) -> None:
        found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]})
        assert found.response["passes"], "axe looked at nothing"
        violations = [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found.response["violations"]
            for node in violation["nodes"]
        ]
        assert violations == []

    return check
