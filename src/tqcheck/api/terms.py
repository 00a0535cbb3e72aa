"""What rules may import of the term engine: a glossary made by hand, for their examples."""

from tqcheck.terms.model import Glossary, glossary

__all__ = ["Glossary", "glossary"]
