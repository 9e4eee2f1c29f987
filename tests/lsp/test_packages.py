"""An installed package of rules that is not right: the writer is told, and gets all other remarks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HARD = "Indien u vragen hebt, kunt u ons bellen."


def test_a_package_that_gives_no_rules_is_told(
    start: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    info = tmp_path / "vb_regels-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: vb-regels\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[b1check.rules]\nvb = bestaat_niet_vb\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    client = start(PUSH)
    client.open("file:///werk/een.txt", HARD)
    assert [one["code"] for one in client.pushed("file:///werk/een.txt", 1)] == ["formeel-verbindingswoord"]
    told = client.wait("window/showMessage")["message"]
    assert told.startswith("Het onderdeel vb van het pakket vb-regels werkt niet. ModuleNotFoundError")
