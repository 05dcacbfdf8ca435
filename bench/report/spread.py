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
