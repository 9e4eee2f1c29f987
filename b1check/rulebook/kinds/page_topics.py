"""Pages about a product that leave out what every applicant wants to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.letter.model import DocumentType
from b1check.rulebook.kinds.clause_elements import listed
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach, Regex


class Topic(Options):
    """Something that the page must tell.

    Attributes:
        found: pattern of the words that tell it.
        words: Dutch words for it that fit in the message.
    """

    found: Regex = Field(description="Woorden waaraan te zien is dat het op de pagina staat.")
    words: str = Field(description="Woorden voor in de opmerking.")


class PageTopicsOptions(Options):
    """What must be told.

    Attributes:
        topics: by name.
        types: sorts of documents.
    """

    topics: Mapping[str, Topic] = Field(description="Wat er op de pagina moet staan.")
    types: frozenset[DocumentType] = Field(description="Soorten documenten waarin dit moet.")


def _build(options: PageTopicsOptions, _folder: Path) -> PerDocument:
    topics = [(re.compile(topic.found, re.IGNORECASE), topic.words) for topic in options.topics.values()]

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if view.letter.type.type not in options.types or not view.blocks:
            return
        missing = [words for found, words in topics if not any(found.search(one.block.text) for one in view.blocks)]
        if missing:
            title = next((one for one in view.blocks if one.block.kind is BlockKind.HEADING), view.blocks[0])
            yield title.index, Match(0, len(title.block.text), {"ontbreekt": listed(missing)})

    return PerDocument(find)


KIND = Kind(PageTopicsOptions, _build, Reach.DOCUMENT)
