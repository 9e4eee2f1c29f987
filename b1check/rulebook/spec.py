"""The form of a rule file, held by pydantic: a rule without reason, source and examples is refused."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from b1check.documents.document import PROSE, BlockKind
from b1check.findings import Applicability, Severity

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RuleName = Annotated[str, StringConstraints(pattern=rf"^{NAME.pattern}$", max_length=48)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)  # the words themselves may end in a bracket: [[[datum]]]

GROUPS = {
    "woorden": "Moeilijke en formele woorden",
    "jargon": "Vaktaal, afkortingen en uitleg",
    "zinnen": "Lange en volle zinnen",
    "zinsbouw": "Zinsbouw",
    "lijdend": "Lijdende vorm en onpersoonlijke taal",
    "dubbelzinnig": "Tekst die je op meer manieren kunt lezen",
    "tijd": "Termijnen en datums",
    "getallen": "Getallen en bedragen",
    "toon": "Toon en aanspreekvorm",
    "brief": "Opbouw van een brief",
    "web": "Opbouw van een webpagina",
    "wet": "Juridische delen",
    "huisstijl": "Afspraken van uw gemeente",
    "meting": "De meting zelf",
}
"""Our groups of rules with the title that a writer sees; also the folders under ``rules/``. A pack may add its own."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """A text with the words that must be found between ``[[`` and ``]]``; without them it must stay silent.

    Attributes:
        text: the text, in ``format``.
        fix: the text after the first fix of every finding; None when the example says nothing about it.
        severity: severity of the findings, where it can differ within the rule.
        why: what a good example shows: the trap it guards against.
        kind: what kind of block the text is; a whole document when None.
        format: format of a whole document.
        beside: other rules that must run too, for a rule about what those find.
    """

    text: Text
    fix: Text | None = None
    severity: Severity | None = None
    why: str = ""
    kind: BlockKind | None = BlockKind.PARAGRAPH
    format: Literal["txt", "md", "html"] | None = None
    beside: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The text without the marks."""
        return _MARK.sub(r"\1", self.text)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The marked ranges, as offsets in :attr:`plain`."""
        return tuple(
            (m.start() - 4 * number, m.end() - 4 * (number + 1)) for number, m in enumerate(_MARK.finditer(self.text))
        )


class RuleSpec(_Strict):
    """One rule as it stands in its file.

    Attributes:
        name: Dutch, kebab-case, and the name of the file.
        group: one of :data:`GROUPS` or of the pack, and the folder of the file.
        title: a few words for lists.
        kind: name of the detection in ``rulebook.kinds``.
        severity: of its findings, unless the kind grades them.
        on: whether it is on by default.
        fix: whether its fixes may be applied without a look, offered, or only shown.
        fix_reason: why its fixes may not be more than ``fix``, in Dutch; "" when the fixes tell it themselves.
        message: one or two sentences for at the words; ``{...}`` are values of the kind.
        why: what the reader stumbles over.
        sources: guideline, paper or law that the rule and its threshold come from.
        scope: kinds of block that it looks at.
        quotes: also look inside quotations.
        fields: also look inside merge fields, such as [datum].
        options: settings of the kind.
        bad: examples with the words marked; at least one.
        good: near misses that must stay silent; at least one.
    """

    name: RuleName
    group: str
    title: Text
    kind: Text
    severity: Severity
    on: bool = True
    fix: Applicability = Applicability.REVIEW
    fix_reason: str = ""
    message: Text
    why: Text
    sources: tuple[Text, ...] = Field(min_length=1)
    scope: frozenset[BlockKind] = PROSE
    quotes: bool = False
    fields: bool = False
    options: dict[str, Any] = Field(default_factory=dict)
    bad: tuple[Example, ...] = Field(min_length=1)
    good: tuple[Example, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if any("[[" not in example.text for example in self.bad):
            raise ValueError("een fout voorbeeld heeft geen woorden tussen [[ en ]]")
        if any("[[" in example.text for example in self.good):
            raise ValueError("een goed voorbeeld heeft woorden tussen [[ en ]]")
        if any(not example.why for example in self.good):
            raise ValueError("een goed voorbeeld zegt niet waarom het goed is (why)")
        return self
