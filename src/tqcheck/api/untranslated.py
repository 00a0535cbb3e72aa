"""What rules may import of the search for text that was not translated."""

from tqcheck.meaning.untranslated import (
    ForeignPassage,
    ForeignSentence,
    foreign_text,
    is_names,
    is_source,
    language_name,
)

__all__ = [
    "ForeignPassage",
    "ForeignSentence",
    "foreign_text",
    "is_names",
    "is_source",
    "language_name",
]
