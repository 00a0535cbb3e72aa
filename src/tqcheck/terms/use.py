"""How an article uses the terms of a glossary: which it renders otherwise, which forbidden words it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.documents import primary_language
from tqcheck.model import Span
from tqcheck.terms.find import SPACED_CHARACTER, Finder, Form, Match, stands, tokens
from tqcheck.terms.model import Term
from tqcheck.terms.words import folded

# What may stand for a term that the sentence before has named.
_PRONOUNS = frozenset(
    "it its itself they them their theirs he him his she her hers this that these those one ones which who whose "
    "former latter such same".split()
)
# Two terms with fewer words between them (a word of Chinese has two characters) are coupled, or subject and object.
_NEAR = 4
_PAUSE = re.compile("[.,;:!?()，。；：！？（）]")
_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")


@dataclass(frozen=True, slots=True)
class Use:
    """One term at one place that should be otherwise; spans of the pair's own sides.

    `at` is the pair. A forbidden word has no `source`; a term to be copied that stands in other letters has both, and
    so has one that is rendered as the `other` term of the source.
    """

    at: int
    terms: tuple[Term, ...]
    source: Span | None = None
    target: Span | None = None
    other: Span | None = None


class TermUse:
    """The terms of one article: `sources` and `targets` are its pairs' texts, None where a pair lacks the side.

    `languages`: of source and target.
    """

    def __init__(
        self,
        terms: Sequence[Term],
        sources: Sequence[str | None],
        targets: Sequence[str | None],
        languages: tuple[str, str],
    ) -> None:
        self._sources, self._targets = sources, targets
        source_language, self._language = languages
        finder = Finder(
            ((_form(text, term), term) for term in terms for text in term.sources), source_language
        )
        self._found = [finder.longest(text) if text else [] for text in sources]
        self._right = Finder(
            ((_form(text, term), term) for term in terms for text in term.targets),
            self._language,
            spelt_alike=True,
        )
        self._wrong = Finder(
            ((_form(text, term), term) for term in terms for text in term.forbidden),
            self._language,
            spelt_alike=True,
        )
        self._first: dict[Form, int] = {}  # the pair where it first stands; asked for few forms
        self.forbidden = tuple(self._forbidden(bilingual=any(sources)))
        self.changed = tuple(self._uncopied())
        self.merged = tuple(self._merged())
        self.missing = tuple(self._missing())

    def _forbidden(self, *, bilingual: bool) -> Iterator[Use]:
        for at, text in enumerate(self._targets):
            if not text:
                continue
            here = {term for match in self._found[at] for term in match.values}
            right: list[Match[Term]] | None = None
            for match in self._wrong.longest(text):
                terms = tuple(
                    term for term in match.values if not term.sources or not bilingual or term in here
                )
                if not terms:
                    continue
                right = self._right.all(text) if right is None else right
                if not any(other.span.contains(match.span) for other in right):
                    yield Use(at, terms, target=match.span)

    def _uncopied(self) -> Iterator[Use]:
        for at, match in self._matches():
            copied = tuple(term for term in match.values if term.copied)
            if not copied or len(copied) < len(match.values):
                continue
            text, form = self._targets[at] or "", match.span.of(self._sources[at] or "")
            forms = {form, *(source for term in copied for source in term.sources)}
            beside = " \n ".join(filter(None, self._targets[max(0, at - 1) : at + 2]))
            if _copied(forms, text) or (self._has_pronoun(text) and _copied(forms, beside)):
                continue
            any_form = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
            near = re.search(
                rf"(?<!{SPACED_CHARACTER})(?:{any_form})(?!{SPACED_CHARACTER})", text, re.IGNORECASE
            )
            if near and near.group().isupper() and text.isupper():
                continue
            yield Use(at, copied, match.span, Span(*near.span()) if near else None)

    def _merged(self) -> Iterator[Use]:
        """Terms that have the rendering of another one close by, which stands as often as both together should."""
        for at, match, forms in self._unrendered():
            if self._explained(forms, at, match):
                continue
            for other in self._found[at]:
                others = _forms(other.values)
                if not others or others & forms or self._short_for(others, forms):
                    continue
                owed = [
                    found
                    for found in self._found[at]
                    if found.values == match.values or _forms(found.values) & others
                ]
                text = self._targets[at] or ""
                places = [found for found in self._right.longest(text) if _forms(found.values) & others]
                if len(places) != len(owed):
                    continue
                own, theirs = owed.index(match), owed.index(other)
                if (
                    abs(own - theirs) == 1
                    and _close(self._sources[at] or "", match.span, other.span)
                    and _close(text, places[own].span, places[theirs].span)
                ):
                    yield Use(at, match.values, match.span, places[own].span, other.span)
                    break

    def _short_for(self, others: Iterable[Form], forms: Iterable[Form]) -> bool:
        """Whether one of the other renderings is a part of the term's own: "the bank" for "the central bank"."""
        return any(stands(short.text, long.text, self._language) for short in others for long in forms)

    def _missing(self) -> Iterator[Use]:
        merged = {(use.at, use.source) for use in self.merged}
        for at, match, forms in self._unrendered():
            if (at, match.span) not in merged and not self._explained(forms, at, match):
                yield Use(at, match.values, match.span)

    def _unrendered(self) -> Iterator[tuple[int, Match[Term], set[Form]]]:
        """The terms that none of their renderings stands for in the pair, nor a forbidden word."""
        forbidden = {(use.at, term) for use in self.forbidden for term in use.terms}
        for at, match in self._matches():
            if any(term.copied or (at, term) in forbidden for term in match.values):
                continue
            forms = _forms(match.values)
            if forms and not self._stands(forms, at):
                yield at, match, forms

    def _matches(self) -> Iterator[tuple[int, Match[Term]]]:
        """The terms of the source in the pairs that have a target: what is left out is another matter."""
        for at, matches in enumerate(self._found):
            if self._targets[at]:
                for match in matches:
                    yield at, match

    def _stands(self, forms: set[Form], at: int) -> bool:
        text = self._targets[at] if 0 <= at < len(self._targets) else None
        return bool(text) and any(_stands(form, text or "", self._language) for form in forms)

    def _named(self, forms: set[Form], before: int) -> bool:
        """Whether one of the forms stands in a pair before this one."""
        for form in forms - self._first.keys():
            self._first[form] = next(
                (at for at in range(len(self._targets)) if self._stands({form}, at)), len(self._targets)
            )
        return any(self._first[form] < before for form in forms)

    def _explained(self, forms: set[Form], at: int, match: Match[Term]) -> bool:
        """Whether a pronoun or shorter form stands for a term that was named, or the sentence beside has it."""
        text = self._targets[at] or ""
        shorter = (short for form in forms for short in _short(form))
        if any(self._stands_alone(short, at, match) for short in shorter) and self._named(forms, at):
            return True
        terms = set(match.values)
        for other in (at - 1, at + 1):
            if not self._stands(forms, other):
                continue
            owed = any(terms & set(found.values) for found in self._found[other])
            if not owed or self._has_pronoun(text):
                return True
        return False

    def _stands_alone(self, short: Form, at: int, match: Match[Term]) -> bool:
        """Whether a shorter form of a term stands elsewhere than in another term's rendering."""
        text = self._targets[at] or ""
        taken = [
            other.span for other in self._right.longest(text) if not set(other.values) & set(match.values)
        ]
        places = Finder([(short, None)], self._language).all(text)
        return any(
            not any(span.contains(place.span) and span != place.span for span in taken) for place in places
        )

    def _has_pronoun(self, text: str) -> bool:
        """Whether the sentence may refer back; of a language other than English nobody here knows."""
        if primary_language(self._language) != "en":
            return True
        return any(folded(span.of(text)) in _PRONOUNS for span in tokens(text))


def _close(text: str, one: Span, two: Span) -> bool:
    """Whether two phrases are parts of one clause, and near each other: farther off, nobody knows what stands for what."""
    first, second = sorted((one, two))
    between = text[first.end : second.start]
    return not _PAUSE.search(between) and (
        len(tokens(between)) <= _NEAR and len(_CHARACTER.findall(between)) <= 2 * _NEAR
    )


def _forms(terms: Iterable[Term]) -> set[Form]:
    return {_form(text, term) for term in terms if not term.copied for text in term.targets}


def _form(text: str, term: Term) -> Form:
    return Form(text, term.case, term.part_of_speech)


@lru_cache(maxsize=65536)
def _stands(form: Form, text: str, language: str) -> bool:
    return stands(form.text, text, language, case=form.case, part=form.part)


def _copied(forms: Iterable[str], text: str) -> bool:
    """Whether one of the forms stands there letter by letter, be it with an ending of the target's language."""
    return any(
        re.search(rf"(?<!{SPACED_CHARACTER}){re.escape(form)}(?!{SPACED_CHARACTER}{{4}})", text)
        for form in forms
    )


def _short(form: Form) -> Iterator[Form]:
    """What may stand for a term of several words once it was named: its initials, its last word."""
    words = [span.of(form.text) for span in tokens(form.text)]
    if len(words) > 1:
        yield form._replace(text=words[-1])
        initials = "".join(word[0] for word in words if word[0].isupper())
        if len(initials) > 1:
            yield form._replace(text=initials)
