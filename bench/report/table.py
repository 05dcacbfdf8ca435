# SPDX-License-Identifier: Apache-2.0
"""The table that `make bench` prints: what each row costs Anvil, how that compares, what it had to."""
from spread import Spread

# The order of the columns; contestants that nobody thought of come behind.
ORDER = ['yyjson', 'yyjson-insitu', 'yyjson+bind', 'yyjson+pcre2', 'pcre2-jit', 'memcpy',
         'simdjson-ondemand', 'simdjson-dom', 'rapidjson', 'rapidjson-insitu', 'cjson', 'jansson',
         'json-c']
UNCLEAR = '?'


def ratios_of(contestants):
    """Anvil's time over each peer's: a Spread of the rounds."""
    anvil = contestants.get('anvil', [])
    return {name: Spread([a / b for a, b in zip(anvil, times)])
            for name, times in contestants.items() if name != 'anvil'}


def verdict(ratio, at_most):
    """Whether a target is met; unclear when the middle half lies on both sides of it."""
    if ratio is None:
        return 'not measured'
    if ratio.high <= at_most:
        return 'met'
    if ratio.low > at_most:
        return 'NOT MET'
    return 'unclear'


def judge(targets, ratios):
    """The last column of a row, such as `0.33 yyjson: met (0.29)`."""
    told = []
    for name, at_most in targets.items():
        ratio = ratios.get(name)
        measured = '' if ratio is None else f' ({ratio.median:.3g})'
        told.append(f'{at_most:g} {name}: {verdict(ratio, at_most)}{measured}')
    return ', '.join(told)


def lines_of(cells):
    """Cells as aligned text: the first and the last column to the left, numbers to the right."""
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    for row in cells:
        inner = [cell.rjust(width) for cell, width in zip(row[1:-1], widths[1:-1])]
        yield '  '.join([row[0].ljust(widths[0]), *inner, row[-1]]).rstrip()


def table(rows, timings):
    """The whole table as text."""
    present = {name for contestants in timings.rounds.values() for name in contestants} - {'anvil'}
    peers = [name for name in ORDER if name in present] + sorted(present - set(ORDER))
    cells = [['row', 'bytes', 'ns', '+-', 'GB/s', *peers, 'target']]
    for row in rows:
        contestants = timings.rounds.get(row.name)
        if not contestants or 'anvil' not in contestants:
            continue
        own = Spread(contestants['anvil'])
        ratios = ratios_of(contestants)
        size = timings.message_bytes[row.name]
        shown = [('' if name not in ratios else
                  f'{ratios[name].median:.3f}' if ratios[name].is_meaningful() else UNCLEAR)
                 for name in peers]
        cells.append([row.name, f'{size:.0f}', f'{own.median:.4g}', f'{100 * own.width:.0f} %',
                      f'{size / own.median:.2f}', *shown, judge(row.targets, ratios)])
    return '\n'.join(lines_of(cells)) + f"""

ns: processor time a message, the best of a round and of these the median; +-: their middle half's width.
Columns of peers: Anvil's time as a part of theirs, the median of the ratios inside each round;
{UNCLEAR} where the middle half of these ratios is too wide to say anything.
A target is unclear when the middle half of the ratios lies on both sides of it.
"""
