"""Letters of Latin, Cyrillic and Greek that print alike."""

from __future__ import annotations

from collections.abc import Mapping

# confusables.txt of UTS #39: the letters of Cyrillic and Greek that print as a Latin one does, in upright or italic type.
_CYRILLIC = dict(
    zip("асеорхуіјѕһԁԛԝАВЕЅІЈКМНОРСТХУԌҮ", "aceopxyijshdqwABESIJKMHOPCTXYGY", strict=True),
)
_GREEK = dict(zip("οανιυκρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaviukpABEZHIKMNOPTYX", strict=True))

# For each script, which of its letters stands for which of the others'. Into Cyrillic only those of Russian and Ukrainian.
CONFUSABLES: Mapping[str, Mapping[str, str]] = {
    "Latin": _CYRILLIC | _GREEK,
    "Cyrillic": {latin: own for own, latin in _CYRILLIC.items() if own in "асеорхуіАВЕКМНОРСТХІ"}
    | dict(zip("οαρΑΒΕΗΚΜΟΡΤΧ", "оарАВЕНКМОРТХ", strict=True)),
    "Greek": {latin: own for own, latin in _GREEK.items()}
    | {
        cyrillic: own
        for cyrillic, latin in _CYRILLIC.items()
        for own, same in _GREEK.items()
        if same == latin
    },
}
