"""How each sentence of the target reads, by the n-gram model of its language (`tqcheck.fluency`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.facts import Fluency, Gathered, SentenceFluency
from tqcheck.fluency.score import scorer
from tqcheck.fluency.tokens import Tokens, is_word, tokenise
from tqcheck.model import Span
from tqcheck.providers import Provider, Resources

if TYPE_CHECKING:
    from tqcheck.fluency.score import Judged


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Fluency]:  # noqa: ARG001
    """The fluency of every pair's target. Raises ResourceUnavailable for a language without a model."""
    language = primary_language(article.target_language)
    judge = scorer(language).judge
    places = [
        (pair.id, span, tokens)
        for pair in article.pairs
        if pair.target is not None
        for span in pair.target.sentences
        if (tokens := tokenise(span.of(pair.target.text), language)).words
    ]
    found: dict[str, list[SentenceFluency]] = {
        pair.id: [] for pair in article.pairs if pair.target is not None
    }
    judged = judge([tokens.words for _, _, tokens in places])
    for (pair_id, span, tokens), sentence in zip(places, judged, strict=True):
        found[pair_id].append(_placed(sentence, span, tokens))
    facts = {pair_id: Fluency(tuple(sentences)) for pair_id, sentences in found.items()}
    return Gathered(facts, f"n-grams of {language}")


def _placed(judged: Judged, sentence: Span, tokens: Tokens) -> SentenceFluency:
    """A judgement on tokens as one on the pair's text."""
    first, last = judged.run
    while last > first and not is_word(tokens.words[last - 1]):
        last -= 1
    at = sentence.start
    run = Span(at + tokens.spans[first].start, at + tokens.spans[last - 1].end) if last > first else None
    return SentenceFluency(
        sentence,
        sum(map(is_word, tokens.words)),
        judged.order,
        judged.strings,
        judged.babble,
        run,
        tuple(Span(at + tokens.spans[i].start, at + tokens.spans[i].end) for i in judged.strange),
        judged.surprise,
    )


PROVIDER = Provider("fluency", Fluency, gather)
