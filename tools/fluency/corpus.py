"""The texts that the models of tqcheck.fluency are made from."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from tqcheck.segment import sentence_spans

# Collections whose licence forbids it, or which hold what people chat.
LEFT_OUT = re.compile("um-corpus|bsd|translation2019zh")
FOREIGN = ("ar", "de", "es", "fr", "hi", "ja", "ko", "pt", "ru", "zh")
# One text in so many is kept from training, to say what is normal for text that the model has not seen.
HELD_OUT = 25
# Post-edits, learners' sentences and old-fashioned translations are in the models, but not what normal is measured on.
_NORMAL = re.compile("wmt|news|tico|tatoeba|captions|opennmt|jhe")


def texts(data: Path, language: str) -> Iterator[tuple[str, str]]:
    """Each (text, origin) in a language once, in the order of the files."""
    seen = set[int]()
    files = FOREIGN if language == "en" else (language,)
    for foreign in files:
        with gzip.open(data / f"train/train_{foreign}-en.tsv.gz", "rt", encoding="utf-8") as rows:
            for row in rows:
                source, english, origin = row.rstrip("\n").split("\t")
                text = english if language == "en" else source
                key = hash(text)
                if key not in seen and not LEFT_OUT.search(origin):
                    seen.add(key)
                    yield text, origin


def is_held_out(text: str) -> bool:
    """Whether a text is kept from training, the same on every machine."""
    return crc32(text.encode()) % HELD_OUT == 0


def normal(data: Path, language: str) -> list[str]:
    """The held-out texts that show what is normal."""
    return [text for text, origin in texts(data, language) if is_held_out(text) and _NORMAL.search(origin)]


def sentences(data: Path, language: str) -> list[str]:
    """The sentences of held-out texts that end as sentences do: headlines and lists follow other customs."""
    found = (span.of(text) for text in normal(data, language) for span in sentence_spans(text, language))
    return [text for text in found if re.search(r"[.!?…。！？][\"'”’»“」』）)]*$", text)]
