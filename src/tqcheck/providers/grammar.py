"""What the run's grammar engine marks in the target, mapped to our categories."""

from __future__ import annotations

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, Grammar, GrammarMatch
from tqcheck.model import Span
from tqcheck.providers import Provider, Resources


def _gather(article: AlignedArticle, resources: Resources) -> Gathered[Grammar]:
    from tqcheck.languagetool.mapping import is_measured, judge

    if resources.grammar is None:
        raise ResourceUnavailable("The grammar check is off", "--grammar auto turns it on.")
    language = article.target_language
    checker = resources.grammar.checker(language)
    pairs = [pair for pair in article.pairs if pair.target is not None]
    texts = [pair.target_text for pair in pairs]
    try:
        answers = checker.check_all(texts, language)
    except ResourceUnavailable as error:
        # It had started: a failure must not look like something that was never there.
        raise RuntimeError(str(error)) from error
    facts, measured = {}, is_measured(checker.engine, primary_language(language))
    for pair, text, answer in zip(pairs, texts, answers, strict=True):
        judged = [(match, judge(match, text)) for match in answer]
        facts[pair.id] = Grammar(
            engine=checker.engine,
            measured=measured,
            matches=tuple(
                GrammarMatch(
                    span=Span(match.start, match.end),
                    message=match.message,
                    rule=match.rule_id,
                    category=verdict.folder,
                    severity=verdict.severity,
                    replacements=match.replacements,
                )
                for match, verdict in judged
                if verdict is not None
            ),
        )
    detail = f"{checker.description} {language}"
    if resources.grammar.missing is not None:
        detail += f"; {resources.grammar.missing}"
    return Gathered(facts, detail)


PROVIDER = Provider("grammar", Grammar, _gather)
