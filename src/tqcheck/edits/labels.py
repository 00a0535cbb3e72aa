"""The tagger's labels, and the error types of ERRANT (Bryant et al. 2017) that they stand for."""

from __future__ import annotations

OK, ORDER, DELETE, MORPH, SPELL, SHUFFLED = "OK", "WO", "DEL", "MORPH", "SPELL", "SHUF"
INSERT, REPLACE, FORM = "APP_", "REP_", "FORM_"
FORMS = ("0", "S", "ED", "EN", "ING")
WORD_SALAD = "R:WO:ALL"

_CLASSES = {
    "DET": "a an the this that these those some any each every all no another other both either few fewer little less "
    "much many its their his her my our your such whose own most more",
    "PREP": "in on at to for of from with by about into as during over within inside towards toward through via between "
    "among amid since under below beneath above against after before until out up off",
    "PRON": "i me mine myself he him himself she hers herself it itself they them theirs themselves we us ours ourselves "
    "you yours yourself who whom which what others there none",
    "CONJ": "and or but so because although while if when where whether than then not also too yet still already very",
    "VERB": "am is are be was were been being has have had having do does did make can could may might will would shall "
    "should VERB",
    "NOUN": "NOUN",
    "PUNCT": ", .",
}
_CLASS_OF = {word: name for name, words in reversed(_CLASSES.items()) for word in words.split()}


def word_class(word: str) -> str:
    """DET, PREP, PRON, CONJ (with adverbs that join), VERB, NOUN, PUNCT, or OTHER."""
    return _CLASS_OF.get(word, _CLASS_OF.get(word.lower(), "OTHER"))


def kind_of(label: str, word: str) -> str:
    """The error type of a label at a word.

    Beside ERRANT's own: R:INFL for -s or none, of a verb or noun; R:WO:ALL for words all in disorder.
    """
    if label in {ORDER, SHUFFLED}:
        return "R:WO" if label == ORDER else WORD_SALAD
    if label == DELETE:
        return f"U:{word_class(word)}"
    if label.startswith(INSERT):
        return f"M:{word_class(label.removeprefix(INSERT))}"
    if label.startswith(REPLACE):
        return f"R:{word_class(label.removeprefix(REPLACE))}"
    return {MORPH: "R:MORPH", SPELL: "R:SPELL", FORM + "S": "R:INFL", FORM + "0": "R:INFL"}.get(
        label, "R:VERB:FORM"
    )
