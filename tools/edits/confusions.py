"""English function words: which are taken for one another, left out, put in."""

from __future__ import annotations

from collections import defaultdict

# Words that are taken for one another: each line a set. What matters is that they are written in each other's place.
CONFUSED = [
    line.split()
    for line in """
in on at to for of from with by about into as during over
in into within inside
to towards toward into
with by from through via
of from for about on
between among amid
for since during
under below beneath
above over on
against to with
after before since until
because since as
a an the
a some one
this that these those it
this these
that those
the its their his her
some any
each every all
much many
few little less fewer
other another others
both all either
no not none
i me my mine myself
he him his himself
she her hers herself
it its itself
they them their theirs themselves
we us our ours ourselves
you your yours yourself
who whom whose which that what
which that it
where when which that
and or but
and but so
because but although while if
that which as
than then as
if whether
am is are be
was were be
is was
are were
is are be been being
has have had having
has is
have be
do does did
do make
can could may might
will would shall should
been being be
there their they
its it
too to two
so such very
like as
also too
yet still already
not no
not don
""".strip().splitlines()
]
FUNCTION = sorted(
    {word for line in CONFUSED for word in line}
    | set("such more most own there here how why up out off".split())
)
ALTERNATIVES: dict[str, list[str]] = defaultdict(list)
for _line in CONFUSED:
    for _word in _line:
        ALTERNATIVES[_word] += [other for other in _line if other != _word]
DROPPED = dict(
    [(word, 1.0) for word in FUNCTION]
    + [(word, 3.0) for word in ("the", "a", "an")]
    + [
        (word, 0.15)
        for word in ("that", "also", "very", "so", "too", "more", "most", "such", "all", "some", "any")
    ]
    + [
        (word, 0.1)
        for word in ("still", "already", "yet", "here", "there", "both", "each", "out", "up", "off", "own")
    ]
    + [(",", 0.25)]
)
ADDED = "the the the the a a an of of to to in in for with on at by from is are was be been has have that that it its which and and as more most not who they he their will do does did there".split()
