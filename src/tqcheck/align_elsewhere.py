"""Text that the best path leaves without counterpart, and that has one in another place: moved text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tqcheck.align_search import Link
from tqcheck.embed.windows import Floats

# Of the rise of a typical pair's cosine above chance. In news with a twentieth of the sentences dropped, inserted or
# moved (ko, ja, zh, ar → en): 23 of 31 moved sentences that would pass for missing are nearer than this to
# one that their own partner is not nearer to, of 167 really missing ones 1.
_NEAR = 0.4
_AT_ONCE = 500  # sentences that are compared with all of the other side


def has_counterpart_elsewhere(source: Floats, target: Floats, links: Sequence[Link]) -> set[Link]:
    """The one-sided links whose sentence is nearer to some sentence of the other side than that one's own partner.

    Vectors are unit float32 [sentences, d]. A repetition is not meant: what it says has its partner.
    """
    both = [(list(s), list(t)) for s, t in links if s and t]
    if not both:
        return set()
    chance = float(source.mean(axis=0) @ target.mean(axis=0))
    typical = float(np.median([(source[s] @ target[t].T).max() for s, t in both]))
    enough = chance + _NEAR * (typical - chance)
    partner = np.full(len(source), -1.0), np.full(len(target), -1.0)  # cosine with what each is linked to
    for left, right in both:
        across = source[left] @ target[right].T
        partner[0][left], partner[1][right] = across.max(axis=1), across.max(axis=0)
    found = set[Link]()
    for side, own, other in ((0, source, target), (1, target, source)):
        alone = [link for link in links if link[side] and not link[1 - side]]
        for at in range(0, len(alone), _AT_ONCE):
            some = alone[at : at + _AT_ONCE]
            across = own[[link[side][0] for link in some]] @ other.T
            nearest = across.argmax(axis=1)
            near = across.max(axis=1) >= np.maximum(enough, partner[1 - side][nearest])
            found.update(link for link, elsewhere in zip(some, near, strict=True) if elsewhere)
    return found
