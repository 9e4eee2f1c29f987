"""What VS Code itself says that our extension gives, asked in its extension host by a small extension of ours."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.proof

INHOST = Path(__file__).with_name("inhost")
PATIENCE = 120_000
# Before the word stand an emoji (two UTF-16 units) and an accent that is a character of its own.
LETTER = (
    "Onderwerp: uw pas\n\nBeste mevrouw Jansen,\n\n"
    "Kom \N{BALLOON} naar het cafe\N{COMBINING ACUTE ACCENT}, indien u een pas wilt.\n\n"
    "Wij hebben op 3 maart uw aanvraag voor een kaart gekregen en wij hebben daarna ook met uw huisarts gebeld over "
    "uw klachten.\n\nMet vriendelijke groet,\nGemeente Zandwijk\n"
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small extension that asks, as a package."""
    made = tmp_path_factory.mktemp("asker") / "asker.vsix"
    with zipfile.ZipFile(made, "w") as package:
        for file in INHOST.iterdir():
            package.write(file, f"extension/{file.name}")
    return made


@pytest.fixture(scope="module")
def see(desk: Callable[..., Any], asker: Path, browser: Any) -> Callable[..., dict[str, Any]]:
    """Start VS Code with a letter, and return what the small extension saw."""

    def look(texts: dict[str, str], **settings: Any) -> dict[str, Any]:
        place = desk({"brief.txt": LETTER, **texts}, asker)
        seen = place.home / "seen.json"
        place.variables["B1CHECK_SEEN"] = str(seen)
        place.settings(**{**place.server, **settings})
        place.start()
        page = browser.new_page()
        page.goto(place.address())
        page.get_by_text("asked and answered").wait_for(timeout=PATIENCE)
        page.close()
        place.stop()
        told: dict[str, Any] = json.loads(seen.read_text(encoding="utf-8"))
        assert "error" not in told, told["error"]
        return told

    return look


def test_vs_code_gets_all_that_the_server_gives(see: Callable[..., dict[str, Any]]) -> None:
    seen = see({})
    assert seen["trusted"]
    by_words = {one["words"]: one for one in seen["remarks"]}
    hard = by_words["indien"]  # so the emoji and the accent are counted as VS Code counts
    assert hard["rule"] == "formeel-verbindingswoord"
    assert hard["link"].startswith("file:")
    assert hard["severity"] == "Warning"
    assert any("lange-zin" in one["rule"] for one in seen["remarks"])
    assert any(title.startswith("Schrijf: ‘als’") for title in seen["actions"])
    assert any(title.startswith("Negeer hier, met een reden") for title in seen["actions"])
    assert any(title.startswith("Uitleg") for title in seen["actions"])
    assert "Zo wel" in seen["hover"]
    assert "→ als" in seen["hints"]
    assert any(hint.endswith(" woorden") for hint in seen["hints"])
    assert len(seen["lenses"]) == 1
    assert seen["lenses"][0].startswith("b1check")
    assert seen["symbols"]
    assert seen["fixed"] == LETTER.replace("indien", "als")
    assert seen["silent"]
    assert {"b1check.openReport", "b1check.ignore", "b1check.fixAll"} <= set(seen["commands"])


def test_a_cell_with_text_of_a_notebook_is_read(see: Callable[..., dict[str, Any]]) -> None:
    words = "Kom \N{BALLOON} naar ons, indien u een pas wilt."
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "id": "tekst", "metadata": {}, "source": [words]},
        {
            "cell_type": "code",
            "id": "code",
            "metadata": {},
            "source": ["# indien"],
            "outputs": [],
            "execution_count": None,
        },
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    seen = see({"schrift.ipynb": json.dumps(notebook)})["cells"]
    assert "indien" in seen["words"]
    assert seen["code"] == 0
    assert seen["fixed"] == words.replace("indien", "als")


def test_a_folder_that_is_not_trusted_chooses_no_program(see: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path / 'sprung'}\n", encoding="utf-8")
    trap.chmod(0o755)
    chosen = {name: str(trap) for name in ("b1check.python", "b1check.installFrom")}
    texts = {
        ".vscode/settings.json": json.dumps({**chosen, "b1check.serverCommand": [str(trap)]}),
        # What the server itself could import, if it were started in the folder.
        "lsp_server/__init__.py": f"open({str(tmp_path / 'sprung')!r}, 'w')",
        "b1check.py": f"open({str(tmp_path / 'sprung')!r}, 'w')",
    }
    seen = see(texts, security__workspace__trust__enabled=True, security__workspace__trust__startupPrompt="never")
    assert not seen["trusted"]
    assert "indien" in {one["words"] for one in seen["remarks"]}  # by the server of the user's own settings
    assert not (tmp_path / "sprung").exists()
