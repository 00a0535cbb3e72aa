"""Lakes, mountains, rivers and seas, which languages name each in their own way: Hintersee, Lake Hinter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.model import Span
from tqcheck.names.model import NameMention
from tqcheck.names.roots import native_forms
from tqcheck.names.target import TargetName

# What English says before or after such a name, and what names of the same sort end in, or have beside them, elsewhere.
_SORTS = (
    (
        r"Lakes?|Loch|Lough|Lagoon|Reservoir",
        r"\w{3,}see(?:s|n)?\b|\b(?:See|Stausee)\b|meer\b|\b(?:lac|lago|lacul|jezior\w+|jezer\w+)\b|озер|湖|호(?![가-힣])|झील|بحير",
    ),
    (
        r"Mount|Mt|Mountains?|Peak|Range|Ridge|Hills?|Massif|Volcano",
        (r"\w{3,}(?:gebirge|berge?|horn|kogel|spitze|joch)(?:s|n)?\b|\b(?:monts?|monte|montes|montagnes?|cerro|sierra|hora|hory|gór\w+)\b"
        r"|\b(?:гор[аыеуи]|горой|вулкан\w*|хреб\w+)\b|山|岭|嶺|峰|岳|산(?![가-힣])|पर्वत|पहाड़|جبل"),
    ),
    (
        r"Rivers?|Creek|Canal",
        (r"\w{3,}(?:fluss|bach|ach)\b|\b(?:rivière|fleuve|r[ií]o|fiume|rzek\w+|řek\w+|rivier)\b|\b(?:рек|річк|ріц)[аеиіуой]+\b"
        r"|江|河|川|강(?![가-힣])|नदी|نهر"),
    ),
    (
        r"Sea|Ocean|Bay|Gulf|Straits?|Channel|Sound|Fjord",
        (r"\w{3,}(?:meer|see|bucht|golf|straße|kanal|sund)(?:s|n)?\b|\b(?:Meer|Golf|mer|mar|mare|golfe|golfo|baie|bahía|moř\w+|morz\w+|zatok\w+)\b"
        r"|\b(?:мор[еяюі]|морем|залив\w*|затоц\w*|проли?в\w*|проток\w*|океан\w*)\b|海|湾|灣|洋|峡|해(?![가-힣])|सागर|खाड़ी|بحر|خليج"),
    ),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"\b(?:{english})\b"), re.compile(foreign)) for english, foreign in _SORTS)


def of_landscape(
    name: TargetName, english: str, source: str, foreign: Sequence[NameMention], language: str
) -> bool:
    """Is it a lake's, mountain's, river's or sea's, and has the source one that no other name renders?

    Not a name that the tables know in this language: they would have found it.
    """
    if any(native_forms(language).get(bearer.id) for bearer in name.bearers):
        return False
    before = re.search(r"[A-Z]\w*\.? (?:of )?(?:the )?$", english[: name.span.start])
    after = re.match(r" [A-Z]\w*", english[name.span.end :])
    start = before.start() if before else name.span.start
    whole = english[start : name.span.end + (after.end() if after else 0)]
    linked = [other.span for other in foreign if other.counterpart is not None]
    return any(
        theirs.search(whole) is not None
        and any(
            not any(Span(*match.span()).overlaps(span) for span in linked) for match in ours.finditer(source)
        )
        for theirs, ours in _COMPILED
    )
