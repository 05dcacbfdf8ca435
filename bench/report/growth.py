# SPDX-License-Identifier: Apache-2.0
"""How cost grows with size: whether a straight line through a list of any length tells the time."""
# So far from the line a size may lie.
TOLERANCE = 0.10
# Besides the arena a decode touches its stack and the edges of pages.
SPARE_BYTES = 1 << 16


def line_through(points):
    """Fixed cost and cost a byte, with the smallest sum of squared relative errors: (a, b) of
    time = a + b * bytes."""
    # Both unknowns over the measured time should be 1: two normal equations.
    uu = sum(1 / time ** 2 for _, time in points)
    uv = sum(size / time ** 2 for size, time in points)
    vv = sum(size ** 2 / time ** 2 for size, time in points)
    u = sum(1 / time for _, time in points)
    v = sum(size / time for size, time in points)
    determinant = uu * vv - uv * uv
    return (u * vv - v * uv) / determinant, (v * uu - u * uv) / determinant


def points_of(timings, contestant):
    """(bytes, ns of the best round) of the growth rows that a contestant did, by size."""
    return sorted((timings.message_bytes[row], min(contestants[contestant]))
                  for row, contestants in timings.rounds.items()
                  if row.startswith('growth/') and contestant in contestants)


def report(timings, memory):
    """The section of growth as text; `memory` maps a row's bytes to what the count driver says of it."""
    points = points_of(timings, 'anvil')
    if len(points) < 3:
        return ''
    fixed, per_byte = line_through(points)
    lines = [f'growth: {fixed:.0f} ns and {per_byte:.3f} ns a byte']
    worst = 0.0
    is_bounded = True
    for size, time in points:
        off = time / (fixed + per_byte * size) - 1
        worst = max(worst, abs(off))
        lines.append(f'  {size:>11.0f} bytes  {time / size:7.3f} ns a byte  {100 * off:+6.1f} % off the line'
                     f"  arena {memory[size]['arena_bytes']}, resident memory +{memory[size]['resident_bytes']}")
        is_bounded = is_bounded and memory[size]['resident_bytes'] <= memory[size]['arena_bytes'] + SPARE_BYTES
    verdict = 'met' if worst <= TOLERANCE else 'NOT MET'
    bound = 'met' if is_bounded else 'NOT MET'
    lines.append(f'linear within {100 * TOLERANCE:.0f} %: {verdict}; resident memory bounded by the arena: {bound}; '
                 'no allocation: tests/lint/symbols.sh')
    return '\n'.join(lines) + '\n'
