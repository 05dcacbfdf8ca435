# SPDX-License-Identifier: Apache-2.0
"""`make bench`: measures, prints the table, writes the files.

    python3 bench/report/bench.py DRIVER OUT [--rounds N] [--repetitions N] [--seconds S] [--rows REGEX]
"""
import argparse
import pathlib
import re

import chart
import counts
import custom
import growth
import rows
import table
import timing


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('driver', type=pathlib.Path)
    parser.add_argument('out', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=7)
    parser.add_argument('--repetitions', type=int, default=15)
    parser.add_argument('--seconds', type=float, default=0.001)
    parser.add_argument('--rows', default='.')
    return parser.parse_args()


def memory_of(out, chosen, timings):
    """What memory the growth rows took, by the length of their message."""
    build = counts.Build(out.parent)
    return {timings.message_bytes[row.name]: build.memory(row)
            for row in chosen if row.name.startswith('growth/')}


def main():
    options = arguments()
    chosen = [row for row in rows.read() if re.search(options.rows, row.name)]
    if not chosen:
        raise SystemExit(f"no row has '{options.rows}' in its name")
    timings = timing.measure(options.driver, chosen, options.rounds, options.repetitions, options.seconds)
    text = table.table(chosen, timings) + '\n' + growth.report(timings, memory_of(options.out, chosen, timings))
    (options.out / 'table.txt').write_text(text)
    timings.write(options.out / 'google-benchmark.json')
    custom.write(options.out / 'custom-smaller-is-better.json', custom.of_timings(timings))
    written = ['table.txt', 'google-benchmark.json', 'custom-smaller-is-better.json']
    if chart.draw(options.out / 'chart.svg', chosen, timings):
        written.append('chart.svg')
    print(f"{text}\nin {options.out}: {', '.join(written)}")


if __name__ == '__main__':
    main()
