"""Sentences made wrong in the ways of learners and translation engines, with the edit that heals each as its label.

A label stands on the token that is wrong, or on the one before which a word is missing.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from confusions import ADDED, ALTERNATIVES, DROPPED, FUNCTION

from tqcheck.edits.labels import DELETE, FORM, FORMS, INSERT, MORPH, OK, ORDER, REPLACE, SHUFFLED, SPELL

# Many errors in few sentences: a short training learns more from each. What is found is a matter of thresholds.
UNCHANGED, MORE = 0.25, 0.55
_PUNCTUATION = frozenset(",.;:!?()\"'–-")
# A word that is a verb in hardly more than the dictionary: its noun is meant.
_NOT_VERBS = frozenset("people man men china us".split())


class Corrupter:
    """Makes sentences wrong. `rows` are inflections, `derived` derivations, `lower` the common lower-case words."""

    def __init__(
        self,
        rows: Sequence[tuple[str, ...]],
        derived: Mapping[str, tuple[str, ...]],
        lower: frozenset[str],
        rng: random.Random,
    ) -> None:
        self.derived, self.lower, self.random = derived, lower, rng
        forms = defaultdict(dict[tuple[str, str, bool], None])
        for row in rows:
            verb = bool(row[2])
            for at, right in enumerate(row):
                for wrong in row:
                    # "talked" for the participle of "have talked" is the past tense too.
                    if right and wrong and right != wrong:
                        name = FORMS[at] if row[2] != row[3] or at != 3 else "ED"
                        forms[right][(wrong, name, verb)] = None
        self._forms: dict[str, list[tuple[str, str, bool]]] = {
            word: list(found) for word, found in forms.items()
        }
        self._nouns: set[str] = {form for row in rows if not row[2] for form in row[:2]}
        self._verbs = {form for row in rows if row[2] for form in row} - _NOT_VERBS
        self._function = frozenset(FUNCTION)
        self._operations: list[tuple[float, Callable[[list[list[str]]], bool]]] = [
            (0.32, self._swap),
            (0.04, self._move),
            (0.20, self._drop),
            (0.09, self._add),
            (0.14, self._replace),
            (0.13, self._inflect),
            (0.05, self._derive),
            (0.04, self._drop_content),
            (0.12, self._misspell),
            (0.01, self._double),
        ]

    def __call__(self, tokens: Sequence[str]) -> tuple[list[str], list[str]]:
        """A sentence as it is (nearly half of them) or made wrong, with one label a token."""
        work = [[token, OK] for token in tokens]
        if self.random.random() < 0.03:
            for item in work:
                item[0] = item[0].lower()
        if self.random.random() < UNCHANGED:
            return self._done(work)
        if len(tokens) > 6 and self.random.random() < 0.035:
            self._shuffle(work)
            return self._done(work)
        count = 1
        while self.random.random() < MORE and count < max(1, len(tokens) // 5):
            count += 1
        weights, operations = zip(*((weight, op) for weight, op in self._operations), strict=True)
        for operation in self.random.choices(operations, weights, k=count):
            for _ in range(4):
                if operation(work):
                    break
        return self._done(work)

    @staticmethod
    def _done(work: list[list[str]]) -> tuple[list[str], list[str]]:
        return [item[0] for item in work], [item[1] for item in work]

    def _place(self, work: list[list[str]], width: int = 1) -> int | None:
        """Where `width` tokens and their neighbours are still right."""
        if len(work) < width + 1:
            return None
        at = self.random.randrange(len(work) - width)
        near = work[max(0, at - 1) : at + width + 1]
        return at if all(label == OK for _, label in near) else None

    def _lowered(self, token: str) -> str:
        """A word that a sentence begins with, inside it."""
        return token.lower() if token.lower() in self.lower and token != "I" else token

    def _like(self, token: str, example: str) -> str:
        if token == "i":
            return "I"
        return token.capitalize() if example[:1].isupper() and example != "I" else token

    def _recase(self, work: list[list[str]]) -> None:
        """Mostly, what is now first has a capital."""
        if self.random.random() < 0.7 and work[0][0][:1].islower():
            work[0][0] = work[0][0][:1].upper() + work[0][0][1:]

    def _swap(self, work: list[list[str]]) -> bool:
        start = self._place(work, 2)
        if start is None:
            return False
        middle = self._unit(work, start)
        end = self._unit(work, middle)
        if len({start, middle, end}) < 3 or any(label != OK for _, label in work[start : end + 1]):
            return False
        first, second = [token for token, _ in work[start:middle]], [token for token, _ in work[middle:end]]
        if first == second or self._mere_variant(work, start, middle):
            return False
        if start == 0 and self.random.random() < 0.6:
            first[0], second[0] = self._lowered(first[0]), self._like(second[0], first[0])
        work[start:end] = [[token, ORDER if at == 0 else OK] for at, token in enumerate([*second, *first])]
        return True

    def _unit(self, work: list[list[str]], start: int) -> int:
        """The end of what is written without a space from `start` on, as far as tokens tell: a word, parts with hyphens.

        Now and then with the comma behind it.
        """
        if start >= len(work) or not work[start][0][0].isalnum():
            return start
        end = start + 1
        while end + 1 < len(work) and work[end][0] == "-" and work[end + 1][0][0].isalnum():
            end += 2
        while end < len(work) and work[end][0][0] == "'" and len(work[end][0]) > 1:
            end += 1
        if end + 1 < len(work) and work[end][0] == "," and self.random.random() < 0.5:
            end += 1
        return end

    def _mere_variant(self, work: list[list[str]], first: int, second: int) -> bool:
        """Two capitals: mostly as good the other way round."""
        capitals = first > 0 and work[first][0][:1].isupper() and work[second][0][:1].isupper()
        return capitals and self.random.random() < 0.6

    def _move(self, work: list[list[str]]) -> bool:
        distance = self.random.choice((2, 2, 3, 4))
        at = self._place(work, distance + 1)
        if at is None or not all(token[0].isalnum() for token, _ in work[at : at + distance + 1]):
            return False
        if self.random.random() < 0.5:
            moved = work.pop(at)
            if at == 0:
                moved[0] = self._lowered(moved[0])
            work.insert(at + distance, [moved[0], ORDER])
        else:
            moved = work.pop(at + distance)
            if at == 0:
                work[0][0] = self._lowered(work[0][0])
            work.insert(at, [moved[0], ORDER])
        if at == 0:
            self._recase(work)
        return True

    def _drop(self, work: list[list[str]]) -> bool:
        places = [
            at
            for at in range(len(work) - 1)
            if work[at][0].lower() in DROPPED and self.random.random() < DROPPED[work[at][0].lower()] / 3
        ]
        if not places:
            return False
        at = self.random.choice(places)
        return self._remove(work, at, INSERT + work[at][0].lower())

    def _remove(self, work: list[list[str]], at: int, label: str) -> bool:
        if at + 1 >= len(work) or any(lab != OK for _, lab in work[max(0, at - 1) : at + 2]):
            return False
        token = work[at + 1][0]
        if at and work[at - 1][0].lower() == token.lower():
            return False
        del work[at]
        work[at][1] = label
        if at == 0:
            self._recase(work)
        return True

    def _add(self, work: list[list[str]]) -> bool:
        at = self._place(work)
        if at is None or work[at][0][0] == "'":
            return False
        if self.random.random() < 0.08:  # "of the of"
            if work[at][0].lower() not in {"of", "in", "for"}:
                return False
            work[at + 1 : at + 1] = [["the", DELETE], [work[at][0].lower(), DELETE]]
            return True
        word = self.random.choice(ADDED)
        before = work[at - 1][0].lower() if at else ""
        if word in {before, work[at][0].lower()}:
            return False
        if word in {"the", "a", "an"} and (work[at][0].lower() in self._nouns and self.random.random() < 0.5):
            return False
        if at == 0:
            work[0][0] = self._lowered(work[0][0])
            word = word.capitalize()
        work.insert(at, [word, DELETE])
        return True

    def _replace(self, work: list[list[str]]) -> bool:
        places = [
            at for at, (token, label) in enumerate(work) if label == OK and token.lower() in ALTERNATIVES
        ]
        if not places:
            return False
        at = self.random.choice(places)
        if any(label != OK for _, label in work[max(0, at - 1) : at + 2]):
            return False
        right = work[at][0].lower()
        wrong = self.random.choice(ALTERNATIVES[right])
        if right == "a" and wrong == "an" and self.random.random() < 0.5:
            return False
        work[at] = [self._like(wrong, work[at][0]), REPLACE + right]
        return True

    def _inflect(self, work: list[list[str]]) -> bool:
        places = [
            at for at, (token, label) in enumerate(work) if label == OK and token.lower() in self._forms
        ]
        if not places:
            return False
        at = self.random.choice(places)
        right = work[at][0].lower()
        if right in self._function or any(label != OK for _, label in work[max(0, at - 1) : at + 2]):
            return False
        found = self._forms[right]
        if right in self._nouns and right not in self._verbs:
            found = [item for item in found if not item[2]] or found
        wrong, name, _ = self.random.choice(found)
        if right in self._nouns and name in {"ED", "EN"}:
            return False
        work[at] = [self._like(wrong, work[at][0]), FORM + name]
        return True

    def _derive(self, work: list[list[str]]) -> bool:
        at = self._place(work)
        if at is None or work[at][0].lower() not in self.derived:
            return False
        wrong = self.random.choice(self.derived[work[at][0].lower()])
        work[at] = [self._like(wrong, work[at][0]), MORPH]
        return True

    def _drop_content(self, work: list[list[str]]) -> bool:
        at = self._place(work)
        if at is None:
            return False
        lower = work[at][0].lower()
        following = work[at + 1][0].lower()
        if lower in self._function or not lower.isalpha():
            return False
        before = work[at - 1][0].lower() if at else ""
        if lower in self._verbs and lower not in self._nouns and before not in {"the", "a", "an", "and"}:
            return self._remove(work, at, INSERT + "VERB")
        heads = following in self._function or following in _PUNCTUATION
        if lower in self._nouns and heads and before not in {"and", "or", ","} and at:
            return self._remove(work, at, INSERT + "NOUN")
        return False

    def _misspell(self, work: list[list[str]]) -> bool:
        at = self._place(work)
        if at is None or len(work[at][0]) < 2 or not work[at][0].isalpha():
            return False
        word = work[at][0]
        if word.lower() not in self.lower or word[1:] != word[1:].lower() or (at and word[0].isupper()):
            return False
        if len(word) < 4 or self.random.random() < 0.4:
            where = self.random.randrange(len(word))
            work[at] = [self._like(word[:where] + word[where + 1 :], word), SPELL]
            return True
        where = self.random.randrange(1, len(word) - 1)
        letter = self.random.choice("abcdefghijklmnopqrstuvwxyz")
        wrong = self.random.choice(
            (
                word[:where] + word[where + 1] + word[where] + word[where + 2 :],
                word[:where] + word[where + 1 :],
                word[:where] + word[where] + word[where:],
                word[:where] + letter + word[where + 1 :],
                word[:where] + letter + word[where:],
            )
        )
        if wrong == word:
            return False
        work[at] = [wrong, SPELL]
        return True

    def _double(self, work: list[list[str]]) -> bool:
        at = self._place(work)
        if at is None or not work[at][0].isalpha():
            return False
        work.insert(at + 1, [self._lowered(work[at][0]), DELETE])
        return True

    def _shuffle(self, work: list[list[str]]) -> None:
        end = len(work) - 1
        if self.random.random() < 0.5:
            size = self.random.randrange(5, min(end, 14) + 1)
            start = self.random.randrange(0, end - size + 1)
        else:
            start, size = 0, end
        part = work[start : start + size]
        self.random.shuffle(part)
        work[start : start + size] = [[token, SHUFFLED] for token, _ in part]


def labels() -> list[str]:
    """All labels in a fixed order, OK first."""
    return [
        OK, ORDER, DELETE, MORPH, SPELL, SHUFFLED,
        *(FORM + form for form in FORMS),
        INSERT + "NOUN", INSERT + "VERB",
        *(INSERT + word for word in sorted(DROPPED)),
        *(REPLACE + word for word in sorted(ALTERNATIVES)),
    ]  # fmt: skip
