# SPDX-License-Identifier: Apache-2.0
"""bench/budget.json: what every row may cost, for each build that was ever accepted.

    {key of the build: {row: {figure: number}}}

The row "library" holds what is no row's own. Knows nothing of how figures are counted.
"""
import json

from rows import ROOT

PATH = ROOT / 'bench/budget.json'
# So much more than the budget is too much; figures are exact, so this is room for the compiler's moods.
TOLERANCE = 0.01
LIBRARY = 'library'
# Told and not judged: bench/size.sh holds the code's size to a budget of its own.
TOLD_ONLY = ('text_bytes',)


class Change:
    """A figure whose count is not what the budget says."""

    def __init__(self, row, figure, old, new):
        self.row, self.figure, self.old, self.new = row, figure, old, new

    @property
    def part(self):
        """The change as a part of the budget."""
        return (self.new - self.old) / self.old if self.old else float('inf') if self.new else 0.0

    def is_over(self):
        return self.figure not in TOLD_ONLY and self.part > TOLERANCE

    def is_under(self):
        return self.figure not in TOLD_ONLY and self.part < -TOLERANCE

    def cells(self):
        return [self.row, self.figure, f'{self.old:.10g}', f'{self.new:.10g}', f'{100 * self.part:+.2f} %']


def read():
    return json.loads(PATH.read_text()) if PATH.exists() else {}


def write(budgets):
    """Writes all budgets, a row on each line, so that a change of one is a line of a diff."""
    parts = []
    for key in sorted(budgets):
        lines = [f'    {json.dumps(row)}: {json.dumps(budgets[key][row])}' for row in budgets[key]]
        parts.append(f'  {json.dumps(key)}: {{\n' + ',\n'.join(lines) + '\n  }')
    PATH.write_text('{\n' + ',\n'.join(parts) + '\n}\n')


def changes(budget, counted):
    """All figures that differ, in the order of the rows."""
    return [Change(row, figure, budget[row][figure], count)
            for row, figures in counted.items() if row in budget
            for figure, count in figures.items()
            if figure in budget[row] and budget[row][figure] != count]


def unknown(budget, counted):
    """What only one of the two has: rows and figures without a budget, budgets that nothing counts."""
    flat = [{(row, figure) for row, figures in side.items() for figure in figures}
            for side in (budget, counted)]
    return sorted(flat[0] ^ flat[1])


def table(found):
    """Old, new and change of some figures as text."""
    cells = [['row', 'figure', 'budget', 'now', 'change'], *(change.cells() for change in found)]
    widths = [max(len(row[i]) for row in cells) for i in range(5)]
    return '\n'.join('  '.join([row[0].ljust(widths[0]), row[1].ljust(widths[1]),
                                *(cell.rjust(width) for cell, width in zip(row[2:], widths[2:]))])
                     for row in cells)
