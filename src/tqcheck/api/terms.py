"""What rules may import of the term engine: a glossary made by hand for their examples, words spelt in
two ways, terms under two names."""

from tqcheck.terms.consistency import Renamed, renamed
from tqcheck.terms.model import Glossary, glossary
from tqcheck.terms.spelling import spellings_mixed

__all__ = ["Glossary", "Renamed", "glossary", "renamed", "spellings_mixed"]
