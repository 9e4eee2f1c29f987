"""Settings: ``b1check.toml`` or ``[tool.b1check]`` in ``pyproject.toml``; the closest file wins whole.

The descriptions of the fields are in Dutch: they are what a writer's editor shows, by way of
``docs/b1check.schema.json``. The docstrings say the same for who reads the code.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from b1check import layers
from b1check.errors import ConfigError
from b1check.findings import Severity
from b1check.globs import matches
from b1check.language.terms import Term
from b1check.letter.model import DocumentType, Topic
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
Profile = Literal["inwoner", "ondernemer", "professional"]
Address = Literal["u", "je"]
Numbers = Literal["cijfers", "woorden"]
MinScore = Annotated[float, Field(ge=0, le=100)]

_PROFILE = "Voor wie de teksten zijn. Een profiel verandert regels, niet de score."
_ADDRESS = "Hoe u de lezer aanspreekt. Zonder deze instelling mag elke tekst kiezen."
_NUMBERS = "Hoe u getallen schrijft. Zonder deze instelling geldt wat de regels zeggen."
_SELECT = "Gebruik alleen deze regels en groepen."
_FAIL_ON = "Vanaf welk niveau de opdracht eindigt met 1."
_MIN_SCORE = "Onder welke score de opdracht eindigt met 1, van 0 tot en met 100. Met 0 is elke score goed."
_RULES = "Instellingen voor een regel, bij zijn naam."
_HOST = re.compile(r"[a-z0-9.-]+|[0-9a-f:.]+")
"""The name of a server, or its address."""
_PUBLIC_HOSTS = ("languagetool.org", "languagetoolplus.com")
_PUBLIC = (
    "De server {host} staat op internet en is van LanguageTool zelf. Uw teksten gaan er dan naartoe. "
    "Mag dat echt? Zet dan bij [languagetool] ook: public-api = true."
)
_NO_SERVER = "Dit is geen adres van een server: {server}. Schrijf het zoals http://127.0.0.1:8081."


class RuleSettings(_Settings):
    """Settings of one rule.

    Attributes:
        on: switch the rule on or off.
        severity: give its findings another severity.
        options: other options of its kind.
    """

    on: bool | None = Field(default=None, description="Zet de regel aan (true) of uit (false).")
    severity: Severity | None = Field(default=None, description="Geef de opmerkingen van de regel dit niveau.")
    options: dict[str, Any] = Field(
        default_factory=dict, description="Andere opties voor de regel. Welke er zijn, leest u met: b1check rule NAAM"
    )

    def over(self, lower: RuleSettings) -> RuleSettings:
        """Return these settings, with those of ``lower`` for what they do not say; options one by one."""
        return RuleSettings(
            on=lower.on if self.on is None else self.on,
            severity=self.severity or lower.severity,
            options={**lower.options, **self.options},
        )


Wordings = Annotated[
    tuple[str, ...],
    BeforeValidator(_as_tuple),
    Field(min_length=1, max_length=4),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 4},
            ]
        }
    ),
]


class Terms(_Settings):
    """What a municipality agreed on about words; ``rulebook.agreed`` says how a word is found.

    Attributes:
        preferred: what to write instead, by word; 1 to 4 wordings, the best first.
        forbidden: what a writer can do, by word that must not be used.
        explanations: the agreed explanation, by term; offered where a term is used without one.
        explained: terms that the reader finds explained elsewhere, such as in a list on the site.
        allowed: words that no rule about words may remark on.
    """

    preferred: dict[Word, Wordings] = Field(
        default_factory=dict,
        description="Wat u liever schrijft, bij het woord dat u vermijdt: 1 tot 4 woorden, het beste eerst.",
    )
    forbidden: dict[Word, str] = Field(
        default_factory=dict, description="Wat een schrijver kan doen, bij een woord dat u niet wilt."
    )
    explanations: dict[Word, Word] = Field(default_factory=dict, description="Uw vaste uitleg, bij een woord.")
    explained: tuple[Word, ...] = Field(default=(), description="Woorden die u ergens anders al uitlegt.")
    allowed: tuple[Word, ...] = Field(default=(), description="Woorden waar u geen opmerking over wilt.")

    @model_validator(mode="after")
    def _agree(self) -> Self:
        refused = {word.lower() for word in (*self.preferred, *self.forbidden)}
        for word in self.allowed:
            if word.lower() in refused:
                raise ValueError(f"Het woord {word} staat bij allowed, maar ook bij preferred of forbidden. Kies er 1.")
        return self


Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]+$")]
"""The name of a rule or a category of LanguageTool: it goes into a list with commas."""


class LanguageTool(_Settings):
    """Whether and how LanguageTool helps; see :mod:`b1check.languagetool`.

    Attributes:
        on: ask it about spelling and grammar.
        server: address of a server that runs already; None to start one on this computer. A text goes to another
            computer only with consent from outside the settings; see :mod:`b1check.languagetool.consent`.
        public_api: whether texts may go to the servers of LanguageTool itself, on the internet.
        select: its rules and categories to run, and no others; None for all that it has on.
        ignore: its rules and categories to leave out.
        extra: its rules and categories to run besides those that it has on.
        timeout: seconds in which the server must answer.
        start_timeout: seconds in which it must give its first answer, for which it has to load all about Dutch.
    """

    on: bool = Field(default=False, description="Vraag LanguageTool om spelling en grammatica (true) of niet (false).")
    server: str | None = Field(
        default=None,
        description="Het adres van een server die al draait, zoals http://127.0.0.1:8081. "
        "Zonder adres start b1check zelf een server op uw computer. Staat de server op een andere computer? Dan moet u "
        "daar ook zelf voor kiezen.",
    )
    public_api: bool = Field(
        default=False,
        description="Mogen uw teksten naar de server van LanguageTool zelf, op internet? Alleen met true.",
    )
    select: tuple[Code, ...] | None = Field(
        default=None, min_length=1, description="Gebruik alleen deze regels en categorieën van LanguageTool."
    )
    ignore: tuple[Code, ...] = Field(default=(), description="Sla deze regels en categorieën van LanguageTool over.")
    extra: tuple[Code, ...] = Field(
        default=(), description="Gebruik ook deze regels en categorieën, die bij LanguageTool zelf uitstaan."
    )
    timeout: float = Field(
        default=30, gt=0, le=600, description="Binnen hoeveel seconden de server een antwoord moet geven."
    )
    start_timeout: float = Field(
        default=120,
        gt=0,
        le=600,
        description="Binnen hoeveel seconden de server moet starten en het eerste antwoord moet geven.",
    )

    @model_validator(mode="after")
    def _is_allowed(self) -> Self:
        if self.server is None:
            return self
        try:
            place = urlsplit(self.server)
            host, _ = (place.hostname or "").rstrip(".").lower(), place.port
        except ValueError:
            host = ""
        # Only plain hosts: "%2e" and other signs become a point, and so another server, on the way to the network.
        if (
            not _HOST.fullmatch(host)
            or place.scheme not in {"http", "https"}
            or "@" in place.netloc
            or place.query
            or place.fragment
        ):
            raise ValueError(_NO_SERVER.format(server=self.server))
        if not self.public_api and any(host == own or host.endswith(f".{own}") for own in _PUBLIC_HOSTS):
            raise ValueError(_PUBLIC.format(host=host))
        return self


class Override(_Settings):
    """Other settings for some paths.

    Attributes:
        paths: glob patterns of the paths; from the folder of the file.
        profile: for whom the texts are.
        address: the form in which the reader is addressed.
        numbers: how to write numbers.
        select: names of rules or groups to run; takes the place of what else is selected.
        ignore: names of rules or groups to leave out; comes on top of what else is left out.
        fail_on: from which severity on the command ends with exit code 1.
        min_score: the lowest score with which it does not.
        rules: settings by name of the rule; they go over those for all paths.
    """

    paths: tuple[str, ...] = Field(
        min_length=1, description="Voor welke paden dit geldt, gezien vanaf de map van het bestand met instellingen."
    )
    profile: Profile | None = Field(default=None, description=_PROFILE)
    address: Address | None = Field(default=None, description=_ADDRESS)
    numbers: Numbers | None = Field(default=None, description=_NUMBERS)
    select: tuple[str, ...] | None = Field(default=None, description=_SELECT)
    ignore: tuple[str, ...] = Field(default=(), description="Sla hier ook deze regels en groepen over.")
    fail_on: Severity | None = Field(default=None, description=_FAIL_ON)
    min_score: MinScore | None = Field(default=None, description=_MIN_SCORE)
    rules: dict[str, RuleSettings] = Field(default_factory=dict, description=_RULES)


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
        languagetool: whether and how LanguageTool helps.
        pipeline: name of an installed spaCy pipeline; None for the one that b1check brings.
        select: names of rules or groups to run; None for all that are on by default.
        ignore: names of rules or groups to leave out.
        packs: folders with rules of others, from the folder of the file; see ``rulebook.packs``.
        fail_on: from which severity on the command ends with exit code 1.
        min_score: the lowest score with which it does not; None for any.
        exclude: glob patterns of paths to pass over.
        rules: settings by name of the rule.
        overrides: other settings for some paths; of those that fit, a later one goes over an earlier one.
        folder: where the file stands, which the patterns are about; no setting of the file itself.
    """

    profile: Profile = Field(default="inwoner", description=_PROFILE)
    address: Address | None = Field(default=None, description=_ADDRESS)
    numbers: Numbers | None = Field(default=None, description=_NUMBERS)
    documents: dict[str, DocumentType] = Field(
        default_factory=dict, description="Wat voor document het is, bij een patroon van het pad. Anders raadt b1check."
    )
    templates: tuple[str, ...] = Field(
        default=(), description="Patronen van brieven die nog ingevuld worden. Een open veld is daar geen fout."
    )
    servicenormen: dict[Topic, Norm] = Field(
        default_factory=dict, description="Hoe snel uw gemeente iets doet, zoals 2 werkdagen of 8 weken."
    )
    terms: Terms = Field(default=Terms(), description="De woorden van uw gemeente.")
    languagetool: LanguageTool = Field(
        default=LanguageTool(), description="Spelling en grammatica van LanguageTool, naast de opmerkingen van b1check."
    )
    pipeline: str | None = Field(
        default=None, description="De naam van een andere taalanalyse van spaCy. Meestal hebt u dit niet nodig."
    )
    select: tuple[str, ...] | None = Field(default=None, description=_SELECT)
    ignore: tuple[str, ...] = Field(default=(), description="Sla deze regels en groepen over.")
    packs: tuple[str, ...] = Field(
        default=(), description="Mappen met eigen regels, gezien vanaf de map van het bestand met instellingen."
    )
    fail_on: Severity = Field(default=Severity.FOUT, description=_FAIL_ON)
    min_score: MinScore | None = Field(default=None, description=_MIN_SCORE)
    exclude: tuple[str, ...] = Field(
        default=(), description="Patronen van bestanden en mappen die b1check overslaat, ook als u ze zelf noemt."
    )
    rules: dict[str, RuleSettings] = Field(default_factory=dict, description=_RULES)
    overrides: tuple[Override, ...] = Field(
        default=(), description="Andere instellingen voor sommige paden. Wat later staat, gaat voor."
    )
    folder: Path | None = Field(default=None, exclude=True)

    _roots: Mapping[str, Path] = PrivateAttr(default_factory=dict)
    """The folder that patterns are about, by their place in the settings; only for those from an extended file."""
    _notes: tuple[str, ...] = PrivateAttr(default=())
    _files: tuple[Path, ...] = PrivateAttr(default=())

    @classmethod
    def closest(cls, path: Path | str) -> Config:
        """Return the settings for ``path``: those of the closest file in its folder or above, or the defaults.

        Raises:
            ConfigError: when that file is not right.
        """
        return find(Path(path))

    @property
    def notes(self) -> tuple[str, ...]:
        """Dutch remarks about the file, such as about a name that has changed."""
        return self._notes

    @property
    def files(self) -> tuple[Path, ...]:
        """The files from which the settings come: those that are extended, and at last the file itself."""
        return self._files

    def of(self, path: Path) -> Config:
        """Return the settings for the document at ``path``: these, with the overrides that are about it."""
        if not self.overrides:
            return self
        changes: dict[str, Any] = {"overrides": ()}
        for index, override in enumerate(self.overrides):
            if matches(path, override.paths, root=self._root(f"{layers.OVERRIDES}.{index}")):
                changes |= _changes(override, self.model_copy(update=changes))
        return self.model_copy(update=changes)

    def overrides_for(self, path: Path) -> tuple[int, ...]:
        """Return which of the overrides are about ``path``, by their numbers from 0."""
        return tuple(
            index
            for index, override in enumerate(self.overrides)
            if matches(path, override.paths, root=self._root(f"{layers.OVERRIDES}.{index}"))
        )

    def is_excluded(self, path: Path) -> bool:
        """Tell whether ``path`` is to be passed over."""
        return bool(self.exclude) and matches(path, self.exclude, root=self._root("exclude"))

    def is_template(self, path: Path) -> bool:
        """Tell whether ``path`` is a letter that still has to be filled in."""
        return bool(self.templates) and matches(path, self.templates, root=self._root("templates"))

    def document_type(self, path: Path) -> DocumentType | None:
        """Return the sort of document that the settings give ``path``, by the first pattern that fits."""
        fitting = (
            sort
            for pattern, sort in self.documents.items()
            if matches(path, [pattern], root=self._root(f"documents.{pattern}"))
        )
        return next(fitting, None)

    @property
    def pack_folders(self) -> tuple[Path, ...]:
        """The folders of :attr:`packs`, from the folder of the file or else from where we are."""
        return tuple((self.folder or Path.cwd()) / Path(pack).expanduser() for pack in self.packs)

    def _root(self, place: str) -> Path:
        return self._roots.get(place) or self.folder or Path.cwd()


def _changes(override: Override, config: Config) -> dict[str, Any]:
    """Return what ``override`` makes of the settings."""
    names = ("profile", "address", "numbers", "select", "fail_on", "min_score")
    changes = {name: value for name in names if (value := getattr(override, name)) is not None}
    if override.ignore:
        changes["ignore"] = (*config.ignore, *override.ignore)
    if override.rules:
        none = RuleSettings()
        changes["rules"] = config.rules | {
            name: rule.over(config.rules.get(name, none)) for name, rule in override.rules.items()
        }
    return changes


def folder_of(path: Path) -> Path:
    """Return the folder in which the search for the settings of ``path`` begins."""
    place = Path(os.path.realpath(path))  # takes links that go round in a circle, which Path.resolve does not
    return place if place.is_dir() else place.parent


def closest_file(path: Path) -> Path | None:
    """Return the file with the settings for ``path``: the closest in its folder or above.

    Raises:
        ConfigError: when a ``pyproject.toml`` on the way cannot be read.
    """
    folder = folder_of(path)
    for place in (folder, *folder.parents):
        if (file := place / FILE_NAME).is_file():
            return file
        if (file := place / layers.PYPROJECT).is_file() and layers.holds_settings(file):
            return file
    return None


def find(path: Path) -> Config:
    """Return the settings for ``path``: those of the closest file in its folder or above, or the defaults.

    Of a folder they hold the overrides, for each document in it to take its own; see :meth:`Config.of`.

    Raises:
        ConfigError: when that file is not right.
    """
    file = closest_file(path)
    config = load(file) if file else Config()
    return config if path.is_dir() else config.of(path)


def load(file: Path) -> Config:
    """Read the settings from ``file`` and the files that it extends.

    Raises:
        ConfigError: when one cannot be read, or holds a key or value that b1check does not know.
    """
    read = layers.read(file)
    for layer in read:
        _validated(layer.data, layer.file)  # alone first, so that a mistake has the name of its own file
    config = _validated(_merged(read), file).model_copy(update={"folder": file.resolve().parent})
    config._roots = _roots(read)
    config._files = tuple(layer.file for layer in read)
    config._notes = tuple(note for layer in read for note in layer.notes)
    return config


def _validated(data: Mapping[str, Any], file: Path) -> Config:
    if "folder" in data:
        raise ConfigError(f"Het bestand {file} is niet goed. Onbekende instelling: folder.")
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        raise ConfigError(f"Het bestand {file} is niet goed. {explain(error, _known())}") from error


def _merged(read: Iterable[layers.Layer]) -> dict[str, Any]:
    """Return what the layers say together; packs of an extended file stay where they are."""
    *extended, last = read
    rooted: list[Mapping[str, Any]] = []
    for layer in extended:
        folder = layer.file.resolve().parent
        packs = [str(folder / Path(pack).expanduser()) for pack in layer.data.get("packs", ())]
        rooted.append({**layer.data, **({"packs": packs} if packs else {})})
    return layers.merge([*rooted, last.data])


def _roots(read: Iterable[layers.Layer]) -> dict[str, Path]:
    roots: dict[str, Path] = {}
    overrides = 0
    for layer in read:
        places = [name for name in ("exclude", "templates") if name in layer.data]
        places += [f"documents.{pattern}" for pattern in layer.data.get("documents", ())]
        own = len(layer.data.get(layers.OVERRIDES, ()))
        places += [f"{layers.OVERRIDES}.{overrides + index}" for index in range(own)]
        overrides += own
        roots |= dict.fromkeys(places, layer.file.resolve().parent)
    return roots


def _known() -> list[str]:
    models = (Config, RuleSettings, Terms, LanguageTool, Override)
    fields = {name: field for model in models for name, field in model.model_fields.items()}
    return [*(str(field.alias or name) for name, field in fields.items() if name != "folder"), layers.EXTEND]
