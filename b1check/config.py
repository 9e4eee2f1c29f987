"""Settings: ``b1check.toml`` or ``[tool.b1check]`` in ``pyproject.toml``; the closest file wins whole."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from b1check.errors import ConfigError
from b1check.findings import Severity
from b1check.globs import matches
from b1check.letter.model import DocumentType, Term, Topic
from b1check.validation import explain

FILE_NAME = "b1check.toml"


class _Settings(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _is_term(value: str) -> str:
    if Term.parse(value) is None:
        raise ValueError(f"Schrijf een termijn zoals 2 werkdagen of 8 weken, niet: {value}.")
    return value


Norm = Annotated[str, AfterValidator(_is_term)]
Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class RuleSettings(_Settings):
    """Settings of one rule.

    Attributes:
        on: switch the rule on or off.
        severity: give its findings another severity.
        options: other options of its kind.
    """

    on: bool | None = None
    severity: Severity | None = None
    options: dict[str, Any] = Field(default_factory=dict)


Wordings = Annotated[tuple[str, ...], BeforeValidator(_as_tuple), Field(min_length=1, max_length=4)]


class Terms(_Settings):
    """What a municipality agreed on about words; ``rulebook.agreed`` says how a word is found.

    Attributes:
        preferred: what to write instead, by word; 1 to 4 wordings, the best first.
        forbidden: what a writer can do, by word that must not be used.
        explanations: the agreed explanation, by term; offered where a term is used without one.
        explained: terms that the reader finds explained elsewhere, such as in a list on the site.
        allowed: words that no rule about words may remark on.
    """

    preferred: dict[Word, Wordings] = Field(default_factory=dict)
    forbidden: dict[Word, str] = Field(default_factory=dict)
    explanations: dict[Word, Word] = Field(default_factory=dict)
    explained: tuple[Word, ...] = ()
    allowed: tuple[Word, ...] = ()

    @model_validator(mode="after")
    def _agree(self) -> Self:
        refused = {word.lower() for word in (*self.preferred, *self.forbidden)}
        for word in self.allowed:
            if word.lower() in refused:
                raise ValueError(f"Het woord {word} staat bij allowed, maar ook bij preferred of forbidden. Kies er 1.")
        return self


class Config(_Settings):
    """All settings.

    Attributes:
        profile: for whom the texts are: ``inwoner``, ``ondernemer`` or ``professional``; see ``b1check.settings``.
        address: the form in which the reader is addressed, ``u`` or ``je``; None when each document may choose.
        numbers: write numbers in ``cijfers`` or ``woorden``; None for what the rules say.
        documents: sort of document, by glob pattern of its path; see ``letter.model.DocumentType``.
        templates: glob patterns of letters that still have to be filled in; a field that stays open is no error there.
        servicenormen: within what time the municipality does what it promises, by topic, such as "2 werkdagen".
        terms: what the municipality agreed on about words.
        pipeline: name of an installed spaCy pipeline; None for the one that b1check brings.
        select: names of rules or groups to run; None for all that are on by default.
        ignore: names of rules or groups to leave out.
        packs: folders with rules of others, from the folder of the file; see ``rulebook.packs``.
        fail_on: from which severity on the command ends with exit code 1.
        exclude: glob patterns of paths to pass over.
        rules: settings by name of the rule.
        folder: where the file stands, which the patterns of ``exclude`` are about; no setting of the file itself.
    """

    profile: Literal["inwoner", "ondernemer", "professional"] = "inwoner"
    address: Literal["u", "je"] | None = None
    numbers: Literal["cijfers", "woorden"] | None = None
    documents: dict[str, DocumentType] = Field(default_factory=dict)
    templates: tuple[str, ...] = ()
    servicenormen: dict[Topic, Norm] = Field(default_factory=dict)
    terms: Terms = Terms()
    pipeline: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    fail_on: Severity = Severity.FOUT
    exclude: tuple[str, ...] = ()
    rules: dict[str, RuleSettings] = Field(default_factory=dict)
    folder: Path | None = Field(default=None, exclude=True)

    @classmethod
    def closest(cls, path: Path | str) -> Config:
        """Return the settings for ``path``: those of the closest file in its folder or above, or the defaults.

        Raises:
            ConfigError: when that file is not right.
        """
        return find(Path(path))

    def is_excluded(self, path: Path) -> bool:
        """Tell whether ``path`` is to be passed over."""
        return bool(self.exclude) and matches(path, self.exclude, root=self.folder or Path.cwd())

    def is_template(self, path: Path) -> bool:
        """Tell whether ``path`` is a letter that still has to be filled in."""
        return bool(self.templates) and matches(path, self.templates, root=self.folder or Path.cwd())

    def document_type(self, path: Path) -> DocumentType | None:
        """Return the sort of document that the settings give ``path``, by the first pattern that fits."""
        root = self.folder or Path.cwd()
        return next((sort for pattern, sort in self.documents.items() if matches(path, [pattern], root=root)), None)

    @property
    def pack_folders(self) -> tuple[Path, ...]:
        """The folders of :attr:`packs`, from the folder of the file or else from where we are."""
        return tuple((self.folder or Path.cwd()) / Path(pack).expanduser() for pack in self.packs)


def folder_of(path: Path) -> Path:
    """Return the folder in which the search for the settings of ``path`` begins."""
    place = path.resolve()
    return place if place.is_dir() else place.parent


def find(path: Path) -> Config:
    """Return the settings for ``path``: those of the closest file in its folder or above, or the defaults.

    Raises:
        ConfigError: when that file is not right.
    """
    folder = folder_of(path)
    for place in (folder, *folder.parents):
        if (file := place / FILE_NAME).is_file():
            return load(file)
        if (file := place / "pyproject.toml").is_file() and "b1check" in _toml(file).get("tool", {}):
            return load(file)
    return Config()


def load(file: Path) -> Config:
    """Read the settings from ``file``.

    Raises:
        ConfigError: when it cannot be read, or holds a key or value that b1check does not know.
    """
    data = _toml(file)
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("b1check", {})
    if "folder" in data:
        raise ConfigError(f"Het bestand {file} is niet goed. Onbekende instelling: folder.")
    try:
        return Config.model_validate(data).model_copy(update={"folder": file.resolve().parent})
    except ValidationError as error:
        raise ConfigError(f"Het bestand {file} is niet goed. {explain(error, _known())}") from error


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"Het bestand {file} is niet te lezen als TOML: {error}") from error


def _known() -> list[str]:
    fields = {**Config.model_fields, **RuleSettings.model_fields, **Terms.model_fields}
    return [str(field.alias or name) for name, field in fields.items()]
