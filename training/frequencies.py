"""Makes ``b1check/language/frequencies.txt.gz`` from the Dutch list of the package wordfreq.

Kept are words of letters (with hyphen or apostrophe) that occur at least about three times in ten million words.
The form is one line per tenth of a Zipf unit: the value, a space, and all words of that value.

    pip install wordfreq && python training/frequencies.py b1check/language/frequencies.txt.gz

The data are shared under CC BY-SA 4.0 (Robyn Speer and others, see NOTICE), and so is the derived table.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import defaultdict
from pathlib import Path

MIN_ZIPF = 2.5
_WORD = re.compile(r"[a-zà-ÿ]+(?:['’-][a-zà-ÿ]+)*")


def table(frequencies: dict[str, float]) -> str:
    """Return the table for ``frequencies``, which maps words to their share of running text."""
    from wordfreq import freq_to_zipf  # noqa: PLC0415 - only this script needs the package

    by_zipf: dict[float, list[str]] = defaultdict(list)
    for word, frequency in frequencies.items():
        zipf = round(freq_to_zipf(frequency), 1)
        if zipf >= MIN_ZIPF and _WORD.fullmatch(word):
            by_zipf[zipf].append(word)
    return "\n".join(f"{zipf} {' '.join(sorted(words))}" for zipf, words in sorted(by_zipf.items(), reverse=True))


def main() -> None:
    """Run the command line."""
    """Write the table to the path on the command line; the same input gives the same bytes."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - see above

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    data = table(get_frequency_dict("nl", wordlist="large")).encode()
    output: Path = parser.parse_args().output
    output.write_bytes(gzip.compress(data, mtime=0))
    print(f"{output}: {data.count(b' ')} words, {output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
