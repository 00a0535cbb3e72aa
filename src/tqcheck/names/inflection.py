"""Inflected names of languages in Latin letters: the stems from which their nominative is made."""

from __future__ import annotations

from functools import lru_cache

# Endings that a language puts to names, folded; the stem must begin what the name is compared with.
_ENDINGS = {
    "cs": "ovych ovymi oveho ovemu ovych ovym ovou ovi ove ova ovy ovu ovo skeho skem skych skymi ske sky ska ina iny "
    "ine inu emi ami ich ech ach eho emu ych ymi ou um ym im em uv ho mu ti ji a e i o u y",
    "pl": "owskiego owskiej owskich owskim owska owskie owski owie owi ow ami ach iego iemu ich imi iej ej ego emu ym "
    "im iem em ie ze ce ia iu ii om a e i o u y",
    "sk": "ovych oveho ovou ovi ova ove ovy eho emu ych ymi ami och om ou ej ym im em a e i o u y",
    "hr": "ovim ovom ovog ova ove ovi ovu ev ov ima ama og om em ski ska ske skog a e i o u",
    "ro": "ului elor ilor ul ei ii lor lui le ea a e i",
    "hu": "bol bel rol rel tol tel nak nek ban ben hoz hez val vel ert ra re on en ot et at ban ba be t i",
    "fi": "ssa sta lla lle lta lta ksi n en in an a i",
    "et": "idega sse st le lt ga ks na ni ta d l s e i a u",
    "tr": "nin nun dan den tan ten ya ye yi yu da de ta te in un li lu ler lar i u a e",
    "de": "innen sche schen scher sches ern ens ers er en es s n e",
    "sv": "ens s",
    "da": "ens s",
    "no": "ens s",
    "nl": "se s e",
    "es": "istas ista eses eno ena es os as s o a",
    "fr": "istes iste iens ienne ien aises aise ais s e",
    "it": "isti ista iani iana iano ani i e o a",
    "pt": "istas ista enses ense eses es os as s o a",
}
_SORTED = {
    language: tuple(sorted(set(endings.split()), key=len, reverse=True))
    for language, endings in _ENDINGS.items()
}
# A stem of fewer letters says nothing: of names cut to three, one in ten begins some word of the sentence.
_SHORTEST = 3


@lru_cache(maxsize=16384)
def stems(folded: str, language: str) -> tuple[str, ...]:
    """A folded name without each of the endings it may have, the longest first: rafajovy → rafaj, rafajov."""
    return tuple(
        dict.fromkeys(
            folded[: -len(ending)]
            for ending in reversed(_SORTED.get(language, ()))
            if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST
        )
    )


def shortest(folded: str, language: str) -> str:
    """The form without its longest ending, for tables that are looked up by stems; at least four letters."""
    for ending in _SORTED.get(language, ()):
        if folded.endswith(ending) and len(folded) - len(ending) > _SHORTEST:
            return folded[: -len(ending)]
    return folded
