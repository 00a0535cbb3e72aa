"""What rules may import of the term engine: a glossary made by hand for their examples, words spelt in
two ways, terms under two names, two words under one."""

from tqcheck.terms.consistency import Renamed, renamed
from tqcheck.terms.merged import Merged, merged_words
from tqcheck.terms.model import Glossary, glossary
from tqcheck.terms.spelling import spellings_mixed

__all__ = ["Glossary", "Merged", "Renamed", "glossary", "merged_words", "renamed", "spellings_mixed"]
