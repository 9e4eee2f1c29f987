"""What ``b1check --version --verbose`` tells, for who reports a fault: versions, parts of others, settings.

Nothing here tells who the user is: a path in the folder of the user begins with ``~``.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import b1check
from b1check import B1CheckError, Config, plugins, reporters
from b1check import config as configuration
from b1check.cache import default_folder
from b1check.documents import readers
from b1check.language.pipeline import EMBEDDED
from b1check.plugins import Offer, Plugin
from b1check.reporters.text import clean
from b1check.rulebook import load, packs

_PACKAGES = ("spacy", "pydantic", "click", "lxml", "turbohtml", "markdown-it-py", "pypdfium2", "textstat", "pygls")
_ABSENT = "geen"
_WIDTH = 14


def lines() -> Iterator[str]:
    """Yield what to tell, line by line; what is not right is told too, and stops nothing."""
    yield f"b1check {b1check.__version__}"
    told = ""
    for name, value in _facts():
        label = f"{name}:" if name != told else ""
        told = name
        yield f"  {label:<{_WIDTH}}{_shortened(clean(value))}"


def _shortened(text: str) -> str:
    """Return ``text`` without the folder of the user, which holds his name."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text  # in a container it can be /


def _facts() -> Iterator[tuple[str, str]]:
    """Yield what there is to tell, each after its Dutch name."""
    yield "python", f"{platform.python_version()} ({platform.python_implementation()}), {sys.executable}"
    yield "systeem", f"{platform.system()} {platform.release()} ({platform.machine()})"
    yield "staat in", str(Path(b1check.__file__).parent)
    yield "pakketten", ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    config = Config()
    try:
        config = configuration.find(Path.cwd())
        yield "instellingen", ", ".join(map(str, config.files)) or _ABSENT
    except B1CheckError as error:
        yield "instellingen", str(error)
    yield "taalanalyse", _pipeline(config.pipeline)
    yield from (("regels", told) for told in _rules(config))
    yield from (("lezers", told) for told in _parts(readers.foreign()))
    yield from (("rapporten", told) for told in _parts(reporters.foreign()))
    yield "bewaard in", str(default_folder())


def _pipeline(name: str | None) -> str:
    if name:
        return f"{name} {_version(name)}"
    about = json.loads((EMBEDDED / "meta.json").read_text(encoding="utf-8"))
    return f"{about['lang']}_{about['name']} {about['version']}, van b1check"


def _rules(config: Config) -> Iterator[str]:
    """Yield where rules come from, and what is wrong with them."""
    try:
        yield f"{len(load.specs())}, van b1check"
        for folder in config.pack_folders:
            yield f"{len(packs.in_folder(folder).files())}, uit {folder}"
        for plugin in plugins.installed(plugins.RULES):
            try:
                yield f"{len(packs.of_plugin(plugin).files())}, uit {_named(plugin)}"
            except B1CheckError:
                continue  # the notes tell it
        yield from load.rulebook(config.pack_folders).notes
    except B1CheckError as error:
        yield str(error)


def _parts(offer: Offer) -> Iterator[str]:
    """Yield what other packages bring, and what is wrong with it."""
    if not (offer.plugins or offer.refused):
        yield "alleen die van b1check"
    for plugin in offer.plugins.values():
        try:
            plugin.load()
        except B1CheckError as error:
            yield str(error)
        else:
            yield _named(plugin)
    yield from offer.refused


def _named(plugin: Plugin) -> str:
    return f"{plugin.name} (pakket {plugin.package} {plugin.version})"


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return f"({_ABSENT})"
