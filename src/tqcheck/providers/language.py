"""What language each sentence of the target is written in."""

from __future__ import annotations

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.facts import Gathered, SentenceLanguages
from tqcheck.language import UNKNOWN, detect, letters
from tqcheck.providers import Provider, Resources

# Below this a sentence is names and loan words: of the English references of WMT's news tests (8,186 sentences of
# this length), 3 are taken for another language, none with the prior below.
_LEGIBLE = 20

# How much likelier a sentence is to be in the language of its article than in any other, before it is read.
_PRIOR = 10.0


def _gather(article: AlignedArticle, resources: Resources) -> Gathered[SentenceLanguages]:  # noqa: ARG001
    target = primary_language(article.target_language)
    prior = {} if target == UNKNOWN else {target: _PRIOR}
    facts = dict[str, SentenceLanguages]()
    for pair in article.pairs:
        if pair.target is None:
            continue
        found = [
            (span, *detect(sentence, prior))
            for span in pair.target.sentences
            if letters(sentence := span.of(pair.target.text)) >= _LEGIBLE
        ]
        if told := tuple(item for item in found if item[1] != UNKNOWN):
            facts[pair.id] = SentenceLanguages(told)
    return Gathered(facts, "script and fastText lid.176")


PROVIDER = Provider("language", SentenceLanguages, _gather)
