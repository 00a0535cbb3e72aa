"""The HTML report: one file that asks for nothing, to read, filter and print."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from tqcheck.report import Report
from tqcheck.reporters import ReportOptions
from tqcheck.reporters.html.build import page_of

# What has no glyph is shown by its control picture; what no encoding can hold, by the replacement character.
_UNPRINTABLE = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
_UNPRINTABLE |= {0x7F: 0x2421} | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


def render(report: Report, options: ReportOptions) -> str:
    """The report as one HTML page."""
    style, script = _part("report.css"), _part("report.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'"
    page = _template().render(
        page=page_of(report, options),
        policy=f"{policy}; form-action 'none'",
        style=Markup(style),  # noqa: S704 - ours, not an article's
        script=Markup(script),  # noqa: S704
    )
    return page.lstrip()  # the macros come before the doctype


def _printable(value: object) -> object:
    return value.translate(_UNPRINTABLE) if type(value) is str else value


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    return environment.from_string(_part("report.html.j2"))


@cache
def _part(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
