"""Zipped documents with some of their parts anew; the others are as they were."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from b1check.documents.readers.archive import Archive


def part(element: etree._Element) -> bytes:
    """Return the part that ``element`` is in, as it is now."""
    return etree.tostring(element.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def zipped(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """Return the file of ``archive`` with the parts in ``changed``, by name; new ones come at its end."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for info in archive.infos():
            content = changed.get(info.filename)
            new.writestr(info, archive.unpack(info.filename) if content is None else content)
        for name, content in changed.items():
            if name not in archive:
                # The day of a new part would be another one at each run.
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
