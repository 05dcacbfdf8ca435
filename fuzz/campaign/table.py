# SPDX-License-Identifier: Apache-2.0
"""Tables: for people with columns in line, for machines with tabs."""


def short_number(number):
    """1234567 as 1.23M: three digits that count."""
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= limit:
            return f"{number / limit:.3g}{unit}"
    return f"{number:.3g}" if isinstance(number, float) else str(number)


def as_text(heads, rows):
    """Lines with the first column to the left and all others to the right."""
    cells = [heads] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(heads))]
    lines = []
    for row in cells:
        rest = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        lines.append("  ".join([row[0].ljust(widths[0])] + rest).rstrip())
    return "\n".join(lines)


def write_tsv(path, heads, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(str(cell) for cell in row) for row in [heads] + rows]
    path.write_text("\n".join(lines) + "\n")


def since(seconds):
    """A time that has passed, in the two units that count."""
    seconds = int(seconds)
    for size, unit, below, part in ((86400, "d", 3600, "h"), (3600, "h", 60, "m"), (60, "m", 1, "s")):
        if seconds >= size:
            return f"{seconds // size}{unit}{seconds % size // below:02}{part}"
    return f"{seconds}s"
