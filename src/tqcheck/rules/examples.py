"""Run a rule on its own examples: what tests, `tqcheck rules test` and pack authors use."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.documents import AlignedArticle, Block, BlockKind, Document, Pair, Passage, Text
from tqcheck.facts import ArticleFacts
from tqcheck.model import Span
from tqcheck.providers import Resources, provider_of
from tqcheck.rules.apply import RuleHit, apply_rules
from tqcheck.rules.rule import AnyRule, Example
from tqcheck.terms.model import Glossary


def article_of(example: Example) -> AlignedArticle:
    """The little article that an example describes: one paragraph or "# heading" per text."""
    source_language, target_language = example.languages.split("-", 1)
    source = _document("source", example.source, source_language)
    target = _document("target", example.target, target_language)
    pairs = tuple(
        Pair(str(index), source=left, target=right)
        for index, (left, right) in enumerate(
            zip(_texts(source, example.source), _texts(target, example.target), strict=True)
        )
    )
    bilingual = any(text is not None for text in example.source)
    return AlignedArticle(
        source if bilingual else None,
        target,
        pairs,
        aligned_by="an example",
        comparable=example.comparable,
    )


def run_example(rule: AnyRule, example: Example) -> tuple[RuleHit, ...]:
    """The hits of the rule on one example. Raises whatever the rule raises, as RuntimeError."""
    article = article_of(example)
    facts = ArticleFacts({kind: _facts(kind, example, article) for kind in rule.needs})
    hits, failures = apply_rules([rule], article, facts)
    if failures:
        raise RuntimeError(failures[0].error)
    return tuple(hits)


def problems(rule: AnyRule) -> Iterator[str]:
    """What is wrong with a rule's examples, one line each; nothing if all hold."""
    for example in rule.examples:
        hits = run_example(rule, example)
        found = tuple(_marked(hit.pair.target, hit.hit.target) for hit in hits)
        where = f"{rule.id}: {example.source} → {example.target}"
        if found != example.marks:
            yield f"{where}: marks {list(found)}, wanted {list(example.marks)}"
            continue
        sources = tuple(_marked(hit.pair.source, hit.hit.source) for hit in hits)
        if example.source_marks is not None and sources != example.source_marks:
            yield f"{where}: marks {list(sources)} in the source, wanted {list(example.source_marks)}"
        if example.suggestion is not None and hits[0].hit.suggestions[:1] != (example.suggestion,):
            yield f"{where}: suggests {list(hits[0].hit.suggestions)}, wanted {example.suggestion!r} first"


def _facts(kind: type, example: Example, article: AlignedArticle) -> dict[str, object]:
    handed = [fact for fact in example.facts if isinstance(fact, kind)]
    if not handed:
        glossary = next((fact for fact in example.facts if isinstance(fact, Glossary)), None)
        return dict(provider_of(kind).gather(article, Resources(glossary=glossary)).facts)
    if len(handed) not in {1, len(article.pairs)}:
        raise ValueError(f"an example of {len(article.pairs)} pairs was handed {len(handed)} {kind.__name__}")
    by_pair = handed * len(article.pairs) if len(handed) == 1 else handed
    return {pair.id: fact for pair, fact in zip(article.pairs, by_pair, strict=True)}


def _document(path: str, texts: tuple[str | None, ...], language: str) -> Document:
    whole = "\n\n".join(text or "" for text in texts)
    blocks, at = list[Block](), 0
    for text in texts:
        if text:
            marker = 2 if text.startswith("# ") else 0
            kind = BlockKind.HEADING if marker else BlockKind.PARAGRAPH
            blocks.append(Block(kind, Passage.verbatim(text[marker:], at + marker), level=marker // 2))
        at += len(text or "") + 2
    return Document(path, whole, tuple(blocks), language)


def _texts(document: Document, texts: tuple[str | None, ...]) -> Iterator[Text | None]:
    blocks = iter(enumerate(document.blocks))
    for text in texts:
        if not text:
            yield None
            continue
        index, block = next(blocks)
        yield Text(block.passage, document.language or "und", block.kind, blocks=(index,))


def _marked(text: Text | None, span: Span | None) -> str:
    return span.of(text.text) if span is not None and text is not None else ""
