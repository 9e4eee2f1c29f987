"""Text that other programs can take: no half pairs of signs, and no control characters that they do not know."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

_HALF_PAIRS = re.compile("[\ud800-\udfff]")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def dump(data: Any) -> str:
    """Return ``data`` as JSON that every program can read, with a line end."""
    return _HALF_PAIRS.sub(_REPLACED, json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def for_xml(text: str) -> str:
    """Return ``text`` with a sign in place of each character that XML does not know."""
    return _NOT_IN_XML.sub(_REPLACED, text)


def dump_xml(root: ET.Element) -> str:
    """Return the tree below ``root`` as an XML file."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
