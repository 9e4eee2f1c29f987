"""What we write into Word files keeps to the standard of their form (ECMA-376), as an independent validator sees it."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import b1check
from b1check import Applicability, Tracked

pytestmark = pytest.mark.proof
_LETTERS = Path(__file__).resolve().parents[2] / "corpora" / "brieven"
_NAMES = ("terras-uitstel.voor", "bezwaar-parkeervergunning.voor", "terugvordering-bijstand")
_MOMENT = dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC)
_BREAKS = {
    "a range without its number": ("word/document.xml", rb'<w:commentRangeStart w:id="1"/>', b"<w:commentRangeStart/>"),
    "a comment without its author": ("word/comments.xml", rb' w:author="b1check"', b""),
}


@pytest.fixture(scope="module")
def faults() -> Callable[[Path], Counter[str]]:
    audit: Any = pytest.importorskip("openxml_audit", reason="openxml-audit is hier niet: pip install -e '.[proofs]'")
    validator = audit.OpenXmlValidator()
    return lambda file: Counter(str(error.description) for error in validator.validate(str(file)).errors)


def _annotated(file: Path) -> bytes:
    return b1check.annotate(file, date=_MOMENT).data


def _tracked(file: Path) -> bytes:
    fixed = b1check.fix_file(file, levels={Applicability.SAFE, Applicability.REVIEW})
    assert fixed.applied
    return fixed.write(Tracked(_MOMENT))


@pytest.mark.parametrize("write", [_annotated, _tracked])
@pytest.mark.parametrize("name", _NAMES)
def test_a_file_that_we_wrote_has_no_fault_that_it_did_not_have(
    faults: Callable[[Path], Counter[str]], tmp_path: Path, name: str, write: Callable[[Path], bytes]
) -> None:
    made = tmp_path / "nieuw.docx"
    made.write_bytes(write(_LETTERS / f"{name}.docx"))
    assert faults(made) - faults(_LETTERS / f"{name}.docx") == Counter()


@pytest.mark.parametrize("what", list(_BREAKS))
def test_the_validator_sees_what_is_wrong(faults: Callable[[Path], Counter[str]], tmp_path: Path, what: str) -> None:
    part, old, new = _BREAKS[what]
    made, broken = tmp_path / "nieuw.docx", tmp_path / "stuk.docx"
    made.write_bytes(_annotated(_LETTERS / f"{_NAMES[0]}.docx"))
    with zipfile.ZipFile(made) as files, zipfile.ZipFile(broken, "w") as target:
        for item in files.infolist():
            data = files.read(item)
            target.writestr(item, re.sub(old, new, data, count=1) if item.filename == part else data)
    assert any("is missing" in fault for fault in faults(broken) - faults(made))
