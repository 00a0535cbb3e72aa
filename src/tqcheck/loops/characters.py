"""Letters, syllables, digits and marks that run on: "aaaaaaaaa", "lololololololo", "0000000000", "............"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.loops.spoken import is_sound
from tqcheck.model import Span

# One to six characters and the same again. What fewer turns may be meant for: cries ("Goooool!"), laughter, big figures,
# dotted lines; limits by hand, none is met in people's translations of news.
_RUN = re.compile(r"(?P<unit>[^\s](?:[^\W_]{0,5}?))(?P=unit){5,}")
_LETTERS, _SYLLABLES, _DIGITS, _MARKS = 8, 6, 10, 30
_LAUGHTER = 20  # turns of a sound after which nobody laughs any more
_SOURCE_SHARE = 0.5  # of the run's length that a run in the source must have to excuse it


def running_on(target: str, source: str | None) -> Iterator[tuple[Span, str]]:
    """The runs that are too long to be meant, and the unit of each; `source` is None where there is none."""
    longest = max((len(match.group()) for match in _RUN.finditer(source or "")), default=0)
    for match in _RUN.finditer(target):
        unit, length = match["unit"], len(match.group())
        if longest >= _SOURCE_SHARE * length or _is_address(target, match):
            continue
        if length // len(unit) >= _least_turns(unit, has_source=source is not None):
            yield Span(*match.span()), unit


def _least_turns(unit: str, *, has_source: bool) -> float:
    if unit.isdigit():
        return _DIGITS if len(set(unit)) == 1 else _SYLLABLES
    if not unit.isalnum():
        return _MARKS if has_source else float("inf")  # a form, or a table of contents
    if is_sound(unit) or is_sound(unit[1:] + unit[:1]):
        return _LAUGHTER
    return _LETTERS if len(set(unit)) == 1 else _SYLLABLES


def _is_address(text: str, match: re.Match[str]) -> bool:
    """Whether it is part of an address, a hash or the like: letters and digits mixed, or what stands before shows it."""
    before = text[: match.start()].rsplit(None, 1)[-1:] or [""]
    return any(sign in before[0] for sign in ("://", "www.", "@", "#"))
