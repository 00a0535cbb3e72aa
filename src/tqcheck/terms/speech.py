"""Parts of speech as glossaries name them."""

from __future__ import annotations

import re

from tqcheck.errors import ConfigError

# The names of TBX-Basic's pick list, and what tables have for short.
_PARTS = {
    "": "", "other": "", "noun": "noun", "n": "noun", "propernoun": "noun", "verb": "verb", "v": "verb",
    "adjective": "adjective", "adj": "adjective", "adverb": "adverb", "adv": "adverb",
}  # fmt: skip


def part_of_speech(name: str, where: str) -> str:
    """noun, verb, adjective or adverb; "" where none is said or it is another. Raises ConfigError for what is none."""
    part = _PARTS.get(re.sub(r"[\s._-]+", "", name).lower())
    if part is None:
        raise ConfigError(
            f"{where}: the part of speech is {name!r}. Write noun, verb, adjective, adverb or other, or leave it out"
        )
    return part
