# SPDX-License-Identifier: Apache-2.0
"""Runs the time driver so that neighbours on the machine hurt everybody alike.

A round is one process for each row, in which the repetitions of all contestants are mixed at random
(--benchmark_enable_random_interleaving). Of a round the fastest repetition counts, because neighbours
only ever add time; ratios are taken inside a round, and medians over the rounds. Processor time is
used, not the clock on the wall.
"""
import json
import subprocess
import sys

ABSENT = 'does not take part'
# A long message is its own repetition.
LONG_BYTES = 1_500_000
LONG_REPETITIONS = 3


class Timings:
    """Nanoseconds a message: one value for each row, contestant and round, and Google Benchmark's
    own report of all processes together."""

    def __init__(self):
        self.context = None
        self.benchmarks = []
        self.rounds = {}
        self.message_bytes = {}

    def add(self, row, round_index, report):
        """Takes in what one process reported."""
        self.context = self.context or report['context']
        repetitions = {}
        for benchmark in report['benchmarks']:
            if benchmark.get('run_type') != 'iteration':
                continue
            contestant = benchmark['run_name'].rsplit('/', 1)[1]
            if benchmark.get('error_occurred'):
                if benchmark['error_message'] != ABSENT:
                    raise SystemExit(f"{benchmark['name']}: {benchmark['error_message']}")
                continue
            self.benchmarks.append(dict(benchmark, round=round_index))
            repetitions.setdefault(contestant, []).append(benchmark['cpu_time'])
            self.message_bytes[row] = benchmark['message_bytes']
        for contestant, times in repetitions.items():
            self.rounds.setdefault(row, {}).setdefault(contestant, []).append(min(times))

    def write(self, path):
        """Writes one file in Google Benchmark's form."""
        path.write_text(json.dumps({'context': self.context, 'benchmarks': self.benchmarks}, indent=1))


def run_driver(driver, row, contestants, repetitions, seconds):
    """One process: all contestants of one row, mixed."""
    command = [str(driver), f'--benchmark_filter=^{row}/{contestants}$',
               '--benchmark_enable_random_interleaving=true',
               f'--benchmark_repetitions={repetitions}', f'--benchmark_min_time={seconds}',
               '--benchmark_format=json']
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f'{row}: {done.stderr.strip()}')
    return json.loads(done.stdout)


def measure_round(timings, driver, rows, index, repetitions, seconds, contestants, told):
    """Runs one round of all rows; progress goes to a terminal or, a line a round, to a log."""
    is_terminal = sys.stderr.isatty()
    for number, row in enumerate(rows):
        if is_terminal:
            print(f'\r\033[K{told}, {number + 1} of {len(rows)}: {row.name}', end='', file=sys.stderr,
                  flush=True)
        times = LONG_REPETITIONS if row.grown_bytes > LONG_BYTES else repetitions
        timings.add(row.name, index, run_driver(driver, row.name, contestants, times, seconds))
    print('\r\033[K' if is_terminal else f'{told}\n', end='', file=sys.stderr, flush=True)


def measure(driver, rows, rounds, repetitions, seconds):
    """Runs all rounds of all rows with all contestants."""
    timings = Timings()
    for index in range(rounds):
        measure_round(timings, driver, rows, index, repetitions, seconds, '.*',
                      f'round {index + 1} of {rounds}')
    return timings
