# SPDX-License-Identifier: Apache-2.0
"""The rows of bench/rows.tsv and their targets."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def read():
    """The rows in order: name to a dict of contestant to the ratio that is allowed."""
    rows = {}
    for line in (ROOT / 'bench/rows.tsv').read_text().splitlines():
        if line.startswith('#'):
            continue
        columns = line.split('\t')
        if len(columns) != 9:
            raise SystemExit(f'bench/rows.tsv: {columns[0]} has {len(columns)} columns, not 9')
        targets = {}
        if columns[8] != '-':
            for target in columns[8].split(', '):
                contestant, ratio = target.split()
                targets[contestant] = float(ratio)
        rows[columns[0]] = targets
    return rows
