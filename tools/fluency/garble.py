"""Clean sentences garbled in the ways in which translations are: for fitting, where nobody has labelled any."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from random import Random

Tokens = list[str]
LETTERS = "aeiounrstldcmp"


def shuffled(tokens: Tokens, rng: Random) -> Tokens:
    """All words in another order; what ends the sentence stays."""
    end = 1 if not tokens[-1].isalnum() else 0
    body = tokens[: len(tokens) - end]
    return rng.sample(body, len(body)) + tokens[len(body) :]


def partly_shuffled(tokens: Tokens, rng: Random) -> Tokens:
    """Half of the words or more, next to each other."""
    size = max(6, int(len(tokens) * rng.uniform(0.5, 0.9)))
    at = rng.randrange(max(1, len(tokens) - size))
    part = tokens[at : at + size]
    return tokens[:at] + rng.sample(part, len(part)) + tokens[at + size :]


def misread(tokens: Tokens, rng: Random) -> Tokens:
    """Letters changed in a third of the words or more, as by bad recognition of print."""
    share = rng.uniform(0.3, 0.7)
    return [_misread(token, rng) if token.isalpha() and rng.random() < share else token for token in tokens]


def _misread(word: str, rng: Random) -> str:
    if len(word) < 3:
        return word
    at = rng.randrange(len(word) - 1)
    chance = rng.random()
    if chance < 0.3:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if chance < 0.6:
        return word[:at] + word[at + 1 :]
    return word[:at] + rng.choice(LETTERS) + word[at + (chance < 0.8) :]


def looping(tokens: Tokens, rng: Random) -> Tokens:
    """A phrase again and again, after which the sentence goes on or breaks off."""
    size, times = rng.randint(1, 5), rng.randint(3, 9)
    at = rng.randrange(max(1, len(tokens) - size))
    loop = tokens[at : at + size] * times
    return tokens[: at + size] + loop + (tokens[at + size :] if rng.random() < 0.5 else [])


class Babbler:
    """Writes what is likeliest after the two words before, as a hardly trained engine does."""

    def __init__(self, lines: Sequence[Tokens]) -> None:
        following: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for line in lines:
            for first, second, third in zip(["", *line], line, [*line[1:], ""], strict=False):
                following[first, second][third] += 1
        self.following = {pair: found.most_common(3) for pair, found in following.items() if len(found) > 2}
        self.openings = [pair for pair in self.following if pair[0] == ""]

    def __call__(self, tokens: Tokens, rng: Random) -> Tokens:
        """A sentence about as long as one."""
        first = rng.choice(self.openings)[1]
        said = ["", first]
        while len(said) <= len(tokens):
            likely = self.following.get((said[-2], said[-1]))
            if likely is None:
                said += rng.choice(self.openings)[1:]
                continue
            word = rng.choices([each for each, _ in likely], [many for _, many in likely])[0]
            if not word:
                break
            said.append(word)
        return said[1:]


# Mostly whole sentences: what is worth counting is what stands out in any of them.
DISORDER: tuple[Callable[[Tokens, Random], Tokens], ...] = (shuffled, shuffled, partly_shuffled)
