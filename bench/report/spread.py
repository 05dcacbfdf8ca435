# SPDX-License-Identifier: Apache-2.0
"""Medians with their spread, and whether two samples differ. Knows nothing of what was measured."""
import math
import random
import statistics

# A ratio whose middle half is wider than this part of it says nothing.
MEANINGLESS = 0.15


class Spread:
    """A sample: its median, and the middle half around it."""

    def __init__(self, values):
        self.values = sorted(values)
        self.median = statistics.median(self.values)
        if len(self.values) > 1:
            self.low, _, self.high = statistics.quantiles(self.values, n=4, method='inclusive')
        else:
            self.low = self.high = self.median

    @property
    def width(self):
        """How wide the middle half is, as a part of the median."""
        return (self.high - self.low) / self.median if self.median else math.inf

    def is_meaningful(self):
        """Tells whether the median may be quoted: three values at least, close to each other."""
        return len(self.values) >= 3 and self.width <= MEANINGLESS


def bootstrap_interval(values, confidence, draws=4000):
    """Where the median of such values lies: (low, high). The same values give the same interval."""
    dice = random.Random(len(values))
    medians = sorted(statistics.median(dice.choices(values, k=len(values))) for _ in range(draws))
    cut = (1 - confidence) / 2
    return medians[int(cut * draws)], medians[min(draws - 1, int((1 - cut) * draws))]


def mann_whitney(first, second):
    """The two-sided chance that samples of one source differ like these (normal approximation, ties
    corrected)."""
    pooled = sorted((value, side) for side, values in enumerate((first, second)) for value in values)
    total = len(pooled)
    rank_sum = ties = 0.0
    start = 0
    while start < total:
        end = start
        while end < total and pooled[end][0] == pooled[start][0]:
            end += 1
        rank = (start + 1 + end) / 2
        rank_sum += rank * sum(1 for _, side in pooled[start:end] if side == 0)
        ties += (end - start) ** 3 - (end - start)
        start = end
    n, m = len(first), len(second)
    mean = n * m / 2
    variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    if variance <= 0:
        return 1.0
    off = max(0.0, abs(rank_sum - n * (n + 1) / 2 - mean) - 0.5)
    return math.erfc(off / math.sqrt(2 * variance))
