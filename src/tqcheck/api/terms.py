"""What rules may import of the term engine: a glossary made by hand for their examples, words spelt in two ways."""

from tqcheck.terms.model import Glossary, glossary
from tqcheck.terms.spelling import spellings_mixed

__all__ = ["Glossary", "glossary", "spellings_mixed"]
