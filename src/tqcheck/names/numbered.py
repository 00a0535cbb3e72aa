"""Wars that are told apart by their number: World War I, the Second World War."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.model import Span

_NUMBERS = {
    1: ("I", "1", "One", "First", "1st"), 2: ("II", "2", "Two", "Second", "2nd"),
    3: ("III", "3", "Three", "Third", "3rd"), 4: ("IV", "4", "Four", "Fourth", "4th"),
}  # fmt: skip
_ENGLISH = re.compile(
    r"\b(?:WW[ -]?(?P<short>IV|I{1,3}|[1-4])|World Wars? (?P<after>IV|I{1,3}|[1-4]|One|Two|Three|Four)"
    r"|(?P<before>First|Second|Third|Fourth|1st|2nd|3rd|4th) World War)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"World Wars? (?:I|One|1) (?:and|or|to) (?:II|Two|2)|(?:First|Second) (?:and|or) \w+ World War|both (?:the )?[Ww]orld [Ww]ars"
)
# How other languages name the first, the second and the third.
_OTHERS: dict[str, tuple[str, str, str]] = {
    "zh": (r"第一次世界大战|第一次世界大戰|一战|一戰", r"第二次世界大战|第二次世界大戰|二战|二戰", r"第三次世界大战|三战"),
    "ja": (r"第一次世界大戦|第1次世界大戦", r"第二次世界大戦|第2次世界大戦|先の大戦|太平洋戦争|戦後|戦時|大戦", r"第三次世界大戦|第3次世界大戦"),
    "ko": (r"제?1차 ?세계 ?대전", r"제?2차 ?세계 ?대전", r"제?3차 ?세계 ?대전"),
    "ru": (
        r"перв\w+ миров\w+|1-\w+ миров\w+|\bпмв\b|i миров\w+",
        r"втор\w+ миров\w+|2-\w+ миров\w+|\bвмв\b|великой отечественной|ii миров\w+|вов\b",
        r"треть\w+ миров\w+",
    ),
    "uk": (r"перш\w+ світов\w+", r"друг\w+ світов\w+|ii світов\w+", r"треть\w+ світов\w+"),
    "de": (r"erste[nrs]? weltkrieg\w*|1\. weltkrieg\w*|i\. weltkrieg", r"zweite[nrs]? weltkrieg\w*|2\. weltkrieg\w*|ii\. weltkrieg", r"dritte[nrs]? weltkrieg\w*"),
    "fr": (r"première guerre mondiale|14-18|1914-1918|grande guerre", r"(?:seconde|deuxième) guerre mondiale|39-45", r"troisième guerre mondiale"),
    "es": (r"primera guerra mundial|gran guerra|i guerra mundial", r"segunda guerra mundial|ii guerra mundial", r"tercera guerra mundial|iii guerra mundial"),
    "pt": (r"primeira guerra mundial|1ª guerra|i guerra mundial", r"segunda guerra mundial|2ª guerra|ii guerra mundial", r"terceira guerra mundial"),
    "it": (r"prima guerra mondiale|grande guerra", r"seconda guerra mondiale", r"terza guerra mondiale"),
    "pl": (r"pierwsz\w+ wojn\w+ światow\w+|\bi wojn\w+ światow\w+", r"drug\w+ wojn\w+ światow\w+|ii wojn\w+ światow\w+", r"trzeci\w+ wojn\w+ światow\w+"),
    "cs": (r"prvn\w+ světov\w+|1\. světov\w+", r"druh\w+ světov\w+|2\. světov\w+", r"třetí světov\w+"),
    "ar": (r"الحرب العالمية الأولى", r"الحرب العالمية الثانية", r"الحرب العالمية الثالثة"),
}  # fmt: skip


def wars(source: str, target: str, language: str) -> Iterator[tuple[Span, Span, str]]:
    """(target span, source span, the right name) of a world war that is another one in an English target."""
    named = _foreign(source, language)
    if not named:
        return
    found = list(_english(target))
    right = set(named) & {number for number, _ in found}
    # A translator may explain the others: only what stands in the place of one that is missing is wrong.
    gone = [number for number in sorted(named) if number not in right]
    for number, span in found:
        if number not in named and gone:
            meant = gone.pop(0)
            yield span, named[meant], f"World War {_NUMBERS[meant][0]}"


def _english(text: str) -> Iterator[tuple[int, Span]]:
    if _BOTH.search(text):
        return
    for match in _ENGLISH.finditer(text):
        word = (match["short"] or match["after"] or match["before"]).lower()
        number = next(
            number for number, forms in _NUMBERS.items() if word in (form.lower() for form in forms)
        )
        yield number, Span(*match.span())


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _OTHERS.get(language, ()))


def _foreign(text: str, language: str) -> dict[int, Span]:
    """Number → where the text names that war."""
    found = {}
    for number, pattern in enumerate(_patterns(language), 1):
        if match := pattern.search(text):
            found[number] = Span(*match.span())
    return found
