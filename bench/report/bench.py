# SPDX-License-Identifier: Apache-2.0
"""`make bench`: measures, prints the table, writes the files.

    python3 bench/report/bench.py DRIVER OUT [--rounds N] [--repetitions N] [--seconds S] [--rows REGEX]
"""
import argparse
import pathlib
import re

import rows
import table
import timing


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('driver', type=pathlib.Path)
    parser.add_argument('out', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=7)
    parser.add_argument('--repetitions', type=int, default=3)
    parser.add_argument('--seconds', type=float, default=0.005)
    parser.add_argument('--rows', default='.')
    return parser.parse_args()


def main():
    options = arguments()
    chosen = {row: targets for row, targets in rows.read().items() if re.search(options.rows, row)}
    if not chosen:
        raise SystemExit(f"no row has '{options.rows}' in its name")
    timings = timing.measure(options.driver, chosen, options.rounds, options.repetitions, options.seconds)
    timings.write(options.out / 'google-benchmark.json')
    text = table.table(chosen, timings)
    (options.out / 'table.txt').write_text(text)
    print(text, end='')


if __name__ == '__main__':
    main()
