"""The browser of these tests sees what is wrong with a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.proof


@pytest.mark.parametrize(
    "wrong",
    [
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "<p style='color: #999; background: #fff'>Dit is niet te lezen.</p>",
        "<a href='#a'></a>",
        "<button type='button' style='width: 10px; height: 10px; padding: 0'>a</button>"
        "<button type='button' style='width: 10px; height: 10px; padding: 0'>b</button>",
    ],
)
def test_what_is_not_accessible_is_seen(
    wrong: str, new_page: Callable[..., Any], accessible: Callable[[Any], None]
) -> None:
    page = new_page()
    page.set_content(f"<!DOCTYPE html><html lang='nl'><title>Test</title><main><h1>Test</h1>{wrong}</main></html>")
    with pytest.raises(AssertionError):
        accessible(page)


def test_a_page_that_is_right_passes(new_page: Callable[..., Any], accessible: Callable[[Any], None]) -> None:
    page = new_page()
    page.set_content("<!DOCTYPE html><html lang='nl'><title>Test</title><main><h1>Test</h1><p>Goed.</p></main></html>")
    accessible(page)
