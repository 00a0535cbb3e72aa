"""What rules may import of the name engine: how a name is rendered, what replaces another, how words are made."""

from tqcheck.names.absent import added, changed, missing
from tqcheck.names.compounds import couples, hyphenated
from tqcheck.names.frequency import rank
from tqcheck.names.gaps import awaited, gaps
from tqcheck.names.gender import pronouns_contradict, titles_contradict
from tqcheck.names.literal import translated
from tqcheck.names.merged import merged
from tqcheck.names.model import NameKind, NameMention, Rendered
from tqcheck.names.roles import swapped_roles
from tqcheck.names.variants import spellings, titles
from tqcheck.names.whole import bearers

__all__ = [
    "NameKind",
    "NameMention",
    "Rendered",
    "added",
    "awaited",
    "bearers",
    "changed",
    "couples",
    "gaps",
    "hyphenated",
    "merged",
    "missing",
    "pronouns_contradict",
    "rank",
    "spellings",
    "swapped_roles",
    "titles",
    "titles_contradict",
    "translated",
]
