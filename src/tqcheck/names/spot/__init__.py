"""Spot names in the source, script by script.

What can be known here is whether a word is a name; how English writes it is `tqcheck.names.rendering`'s matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.names.model import Spotted


def spot(text: str, language: str) -> tuple[Spotted, ...]:
    """The names of a source text in order of place; `language` is a primary subtag, unknown ones read as Latin."""
    return tuple(sorted(_spotted(text, language), key=lambda name: name.span))


def _spotted(text: str, language: str) -> Iterator[Spotted]:
    """Each script's own module, loaded with its first text; Latin names inside other scripts are common to all."""
    from tqcheck.names.spot.latin import latin_islands, latin_names

    match language:
        case "zh":
            from tqcheck.names.spot.chinese import chinese_names as native_names
        case "ja":
            from tqcheck.names.spot.japanese import japanese_names as native_names
        case "ko":
            from tqcheck.names.spot.korean import korean_names as native_names
        case "ar" | "fa" | "ur":
            from tqcheck.names.spot.arabic import arabic_names

            yield from arabic_names(text, language)
            yield from latin_islands(text)
            return
        case "he":
            from tqcheck.names.spot.hebrew import hebrew_names as native_names
        case "el":
            from tqcheck.names.spot.greek import greek_names as native_names
        case "hi":
            from tqcheck.names.spot.hindi import hindi_names as native_names
        case "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk":
            from tqcheck.names.spot.cyrillic import cyrillic_names

            yield from cyrillic_names(text, language)
            yield from latin_islands(text)
            return
        case _:
            yield from latin_names(text, language)
            return
    yield from native_names(text)
    yield from latin_islands(text)
