# SPDX-License-Identifier: Apache-2.0
"""Figures in the form `customSmallerIsBetter` of github-action-benchmark: a list of
{name, unit, value, range, extra}, of which the last two can be missing."""
import json

from spread import Spread
from table import ratios_of


def of_timings(timings):
    """Nanoseconds a message, and ratios to peers where they say something."""
    for row, contestants in timings.rounds.items():
        own = Spread(contestants['anvil'])
        yield {'name': row, 'unit': 'ns/message', 'value': round(own.median, 3),
               'range': f'{own.low:.3f}..{own.high:.3f}',
               'extra': f'median and middle half of {len(own.values)} rounds'}
        for peer, ratio in ratios_of(contestants).items():
            if ratio.is_meaningful():
                yield {'name': f'{row} / {peer}', 'unit': 'ratio', 'value': round(ratio.median, 4),
                       'range': f'{ratio.low:.4f}..{ratio.high:.4f}'}


def of_counts(builds):
    """Every figure of every build: the same on every run, so any difference is a change."""
    for key, counted in builds.items():
        for row, figures in counted.items():
            for figure, count in figures.items():
                unit = 'instructions' if figure == 'instructions' else 'bytes'
                yield {'name': f'{row} {figure}', 'unit': unit, 'value': count, 'extra': key}


def write(path, entries):
    path.write_text(json.dumps(list(entries), indent=1) + '\n')
