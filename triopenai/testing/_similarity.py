"""How alike two texts are, by the measures that graders have names for.

Sources: BLEU (Papineni et al. 2002), GLEU (Wu et al. 2016), METEOR (Banerjee and Lavie 2005, of which the
matches of equal words alone), ROUGE (Lin 2004), the longest common subsequence by bits (Hyyrö 2004).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict, deque
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from triopenai.testing._embeddings import unit_vector

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["METRICS", "similarity"]

_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 4
_EMBEDDING: Final = ("text-embedding-3-large", 3072)


def similarity(metric: str, text: str, reference: str) -> float:
    """How alike a text is to a reference: 0 for nothing in common, 1 for equal ones, a bit less by METEOR."""
    return round(METRICS[metric](text, reference), 4)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _grams(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[start : start + size]) for start in range(len(words) - size + 1))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _balance(common: int, first: int, second: int) -> float:
    """The harmonic mean of the shares that are common."""
    return _share(2 * common, first + second)


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    where: defaultdict[str, int] = defaultdict(int)
    for index, one in enumerate(first):
        where[one] |= 1 << index
    mask = (1 << len(first)) - 1
    unmatched = mask
    for one in second:
        matched = unmatched & where[one]
        unmatched = (unmatched + matched) | (unmatched - matched)
    return len(first) - (unmatched & mask).bit_count()


def _cosine(text: str, reference: str) -> float:
    model, size = _EMBEDDING
    first, second = unit_vector(model, text, size), unit_vector(model, reference, size)
    return sum(one * other for one, other in zip(first, second, strict=True))


def _fuzzy(text: str, reference: str) -> float:
    return _balance(_common(text, reference), len(text), len(reference))


def _rouge(size: int, text: str, reference: str) -> float:
    given, wanted = _grams(_words(text), size), _grams(_words(reference), size)
    return _balance((given & wanted).total(), given.total(), wanted.total())


def _rouge_l(text: str, reference: str) -> float:
    given, wanted = _words(text), _words(reference)
    return _balance(_common(given, wanted), len(given), len(wanted))


def _bleu(text: str, reference: str) -> float:
    given, wanted = _words(text), _words(reference)
    sizes = range(1, min(_LONGEST, len(given)) + 1)
    shares = [
        _share((_grams(given, size) & _grams(wanted, size)).total(), len(given) - size + 1) for size in sizes
    ]
    if not shares or not all(shares):
        return 0.0
    brevity = min(0.0, 1 - len(wanted) / len(given))
    return math.exp(brevity + sum(map(math.log, shares)) / len(shares))


def _gleu(text: str, reference: str) -> float:
    given: Counter[tuple[str, ...]] = Counter()
    wanted: Counter[tuple[str, ...]] = Counter()
    for size in range(1, _LONGEST + 1):
        given += _grams(_words(text), size)
        wanted += _grams(_words(reference), size)
    return _share((given & wanted).total(), max(given.total(), wanted.total()))


def _meteor(text: str, reference: str) -> float:
    given, wanted = _words(text), _words(reference)
    left: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, word in enumerate(wanted):
        left[word].append(place)
    pairs = [(number, left[word].popleft()) for number, word in enumerate(given) if left[word]]
    if not pairs:
        return 0.0
    runs = 1 + sum((one + 1, other + 1) != after for (one, other), after in pairwise(pairs))
    precision, recall = len(pairs) / len(given), len(pairs) / len(wanted)
    mean = 10 * precision * recall / (recall + 9 * precision)
    return mean * (1 - 0.5 * (runs / len(pairs)) ** 3)


METRICS: Final[Mapping[str, Callable[[str, str], float]]] = {
    "cosine": _cosine,
    "fuzzy_match": _fuzzy,
    "bleu": _bleu,
    "gleu": _gleu,
    "meteor": _meteor,
    **{f"rouge_{size}": partial(_rouge, size) for size in range(1, 6)},
    "rouge_l": _rouge_l,
}
