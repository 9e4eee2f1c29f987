import re

import pytest

from b1check.documents import readers
from b1check.errors import ReadError

from .bad_files import BAD, Bad


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_what_cannot_be_read_gives_one_clear_line(bad: Bad) -> None:
    with pytest.raises(ReadError, match=bad.words) as caught:
        readers.read_bytes(bad.data, name=bad.name)
    message = str(caught.value)
    assert message.endswith((".", "?"))
    assert "\n" not in message
    # It says what to do, in a sentence of its own.
    assert len(re.findall(r"[.?](?:\s|$)", message)) > 1


def test_no_name_occurs_twice() -> None:
    assert len({bad.name for bad in BAD}) == len(BAD)
