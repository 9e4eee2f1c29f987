"""The settings in the documentation are settings that work."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from b1check import Checker, Config

_PAGE = Path(__file__).resolve().parents[1] / "docs" / "instellingen.md"
_BLOCKS = re.findall(r"```toml\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("block", _BLOCKS, ids=lambda block: block.splitlines()[0])
def test_every_block_of_settings_on_the_page_works(block: str) -> None:
    assert Checker(Config.model_validate(tomllib.loads(block))).rules
