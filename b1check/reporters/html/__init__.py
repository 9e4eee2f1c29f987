"""The report as one page of HTML that holds everything it needs: open it, send it, print it.

The page fetches nothing: its style and script stand in it, and its content policy allows no others. Everything works
without the script, which only adds filters and keys.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

import b1check
from b1check.config import Config
from b1check.documents.document import Document
from b1check.errors import RuleError
from b1check.explanations import Explanation, explain
from b1check.readability import score
from b1check.report import Problem, Report
from b1check.reporters import masking
from b1check.reporters.html import view
from b1check.reporters.site import reasons
from b1check.reporters.text import count, number
from b1check.sites import Site

_TEMPLATE = "page.html.jinja"
_STYLE = "page.css"
_SCRIPT = "page.js"
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_SIGNS = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), _REPLACED),
    **{ord(sign): sign for sign in "\n\t"},
    **dict.fromkeys(map(ord, "\r\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")),
    **{ord(sign): "\n" for sign in "\x85\u2028\u2029"},
}
"""What a page must not get: signs that turn the reading direction go, line ends become one, others can be seen."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document and what was found in it.

    Attributes:
        report: what was found.
        document: the document that was checked.
        rules: explanations of the rules that found something, by name.
    """

    report: Report
    document: Document
    rules: Mapping[str, Explanation]

    @classmethod
    def of(cls, report: Report, document: Document, config: Config | None = None) -> Page:
        """Return the page of ``document``, with the rules of ``config`` explained."""
        found = (*report.findings, *(one.finding for one in report.suppressed))
        rules = dict.fromkeys(finding.rule for finding in found)
        about = {name: said for name in rules if (said := _explanation(name, config))}
        return cls(report, document, about)


def render(
    pages: Sequence[Page], problems: Sequence[Problem] = (), *, masked: bool = False, site: Site | None = None
) -> str:
    """Return one page of HTML about ``pages``, the hardest text first.

    Args:
        pages: the documents.
        problems: the documents that could not be checked.
        masked: whether numbers and addresses of people were hidden, so that the page says so; see :mod:`.masking`.
        site: the website that the documents are pages of; None when they are not.
    """
    views = view.document_views([(page.report, page.document, page.rules) for page in pages])
    style, script = _file(_STYLE), _file(_SCRIPT)
    template = _environment().get_template(_TEMPLATE)
    page = template.render(
        documents=views,
        problems=problems,
        masked=masked,
        site=site,
        left_out=list(reasons(site)) if site else [],
        mask_sign=masking.SIGN,
        version=b1check.__version__,
        style=Markup(style),
        script=Markup(script),
        policy=(
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'"
        ),
    )
    return page.strip() + "\n"


def _explanation(name: str, config: Config | None) -> Explanation | None:
    try:
        return explain(name, config=config)
    except RuleError:
        return None


@cache
def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
    )
    made.globals |= {"amber": score.AMBER, "green": score.GREEN}
    made.filters |= {"count": count, "number": number, "language": view.language}
    return made


def _safe(value: Any) -> Any:
    """Return what may be written of ``value``; the escaping of HTML comes after this."""
    return str(value).translate(_SIGNS) if isinstance(value, str) and not isinstance(value, Markup) else value
