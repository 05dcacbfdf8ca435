# SPDX-License-Identifier: Apache-2.0
"""`make bench-compare BASE=rev`: two revisions, measured in turns, and how sure their difference is.

    python3 bench/report/compare.py BASE-DRIVER HEAD-DRIVER [--rounds N] [--rows REGEX]

A round runs each row once with either driver, the order changing from round to round. The change is
the median of the rounds' ratios; its interval comes from a bootstrap, and that the two differ at all
from the test of Mann and Whitney, made stricter by the number of rows.
"""
import argparse
import pathlib
import re
import statistics

import rows
import table
import timing
from spread import bootstrap_interval, mann_whitney

CONFIDENCE = 0.95
# Growth says nothing here that these do not.
LONGEST = 1_500_000


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('base', type=pathlib.Path)
    parser.add_argument('head', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=11)
    parser.add_argument('--repetitions', type=int, default=15)
    parser.add_argument('--seconds', type=float, default=0.001)
    parser.add_argument('--rows', default='.')
    return parser.parse_args()


def measure(options, chosen):
    """The times of both drivers: two lists of Timings.rounds' form."""
    sides = (timing.Timings(), timing.Timings())
    drivers = (options.base, options.head)
    for index in range(options.rounds):
        for side in ((0, 1) if index % 2 == 0 else (1, 0)):
            timing.measure_round(sides[side], drivers[side], chosen, index, options.repetitions,
                                 options.seconds, 'anvil', f'round {index + 1} of {options.rounds}')
    return sides


def compare(name, base, head, row_count):
    """The cells of a row."""
    ratios = [new / old for old, new in zip(base, head)]
    change = statistics.median(ratios)
    low, high = bootstrap_interval(ratios, CONFIDENCE)
    chance = min(1.0, mann_whitney(base, head) * row_count)
    verdict = 'no difference seen'
    if chance < 1 - CONFIDENCE and not low <= 1 <= high:
        verdict = 'FASTER' if change < 1 else 'SLOWER'
    return [name, f'{statistics.median(base):.4g}', f'{statistics.median(head):.4g}',
            f'{100 * (change - 1):+.1f} %', f'{100 * (low - 1):+.1f} .. {100 * (high - 1):+.1f}',
            f'{chance:.2g}', verdict]


def main():
    options = arguments()
    chosen = [row for row in rows.read()
              if re.search(options.rows, row.name) and row.grown_bytes <= LONGEST]
    if not chosen:
        raise SystemExit(f"no row has '{options.rows}' in its name")
    base, head = measure(options, chosen)
    cells = [['row', 'base ns', 'head ns', 'change', f'{100 * CONFIDENCE:.0f} % interval', 'chance', 'verdict']]
    cells += [compare(row.name, base.rounds[row.name]['anvil'], head.rounds[row.name]['anvil'], len(chosen))
              for row in chosen]
    print('\n'.join(table.lines_of(cells)))
    print('\nchance: that rows without a difference look as different as this, one of all rows taken together.')


if __name__ == '__main__':
    main()
