"""How long a text is when it is translated."""

from __future__ import annotations

# English letters to one of the language: NTREX-128 and WMT's test sets together; cs, nl and pl by their relatives.
ENGLISH_LENGTH = {
    "ar": 1.11, "cs": 0.95, "de": 0.87, "es": 0.89, "fr": 0.87, "hi": 0.98, "it": 0.86, "ja": 2.3, "ko": 1.92, "nl": 0.9,
    "pl": 0.95, "pt": 0.91, "ru": 0.96, "uk": 0.97, "zh": 3.2,
}  # fmt: skip


def expected_length(text: str, source: str, target: str) -> float:
    """How many letters its translation has between two languages (primary subtags); others are as English is."""
    return len(text) * ENGLISH_LENGTH.get(source, 1.0) / ENGLISH_LENGTH.get(target, 1.0)
