# SPDX-License-Identifier: Apache-2.0
"""The rows of bench/rows.tsv, whose head says what the columns are."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COLUMNS = 9


class Row:
    """One line of the catalogue, as far as reports care."""

    def __init__(self, line):
        columns = line.split('\t')
        if len(columns) != COLUMNS:
            raise SystemExit(f'bench/rows.tsv: {columns[0]} has {len(columns)} columns, not {COLUMNS}')
        self.name = columns[0]
        self.is_stream = columns[3] == '*'
        self.grown_bytes = int(columns[6])
        self.targets = {}
        if columns[8] != '-':
            for target in columns[8].split(', '):
                contestant, ratio = target.split()
                self.targets[contestant] = float(ratio)


def read():
    """All rows in order."""
    lines = (ROOT / 'bench/rows.tsv').read_text().splitlines()
    return [Row(line) for line in lines if not line.startswith('#')]
