"""Train the pipeline: `config.cfg` with the data of `prepare.py` and the vectors of `vectors.py`.

python -m training.train OUT_FOLDER --data FOLDER --vectors FOLDER [--set training.max_steps=8000 ...]
"""

import argparse
import json
from pathlib import Path
from typing import Any

from spacy.cli.train import train

import b1check.language.dutch  # noqa: F401 - registers the language "nl_b1"

_CONFIG = Path(__file__).with_name("config.cfg")


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with train.spacy and dev.spacy")
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--set", action="append", default=[], metavar="SECTION.KEY=VALUE", dest="settings")
    options = parser.parse_args()
    overrides = {key: _value(value) for key, _, value in (item.partition("=") for item in options.settings)}
    overrides |= {
        "paths.train": str(options.data / "train.spacy"),
        "paths.dev": str(options.data / "dev.spacy"),
        "paths.vectors": str(options.vectors),
    }
    train(_CONFIG, options.out, overrides=overrides)


if __name__ == "__main__":
    main()
