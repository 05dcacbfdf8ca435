# SPDX-License-Identifier: Apache-2.0
"""The chart of the README: ratios to yyjson's parse with their targets, and cost against size."""
import subprocess

from growth import points_of
from table import ratios_of

# Without yyjson somebody else is the measure.
MEASURES = ('yyjson', 'simdjson-ondemand', 'simdjson-dom')
CURVES = ('anvil', 'yyjson', 'simdjson-ondemand', 'simdjson-dom', 'rapidjson-insitu')

SCRIPT = """
set terminal svg size 960,{height} font 'sans-serif,13' background '#ffffff'
set output '{path}'
set multiplot layout 2,1
set style fill solid 0.85 noborder
set title "Anvil's time as a part of {measure}'s, same message, same run (shorter is better)" noenhanced
set xrange [0:*]
set yrange [-0.6:{last}]
set ytics nomirror out noenhanced ({tics})
set xtics nomirror
set grid xtics
set key bottom right
unset border
plot $ratios using 2:1:(0):2:($1-0.32):($1+0.32) with boxxyerror lc rgb '#2f6f9f' title 'Anvil', \\
     $ratios using 3:1:(0):(0.4) with vectors nohead lw 0 notitle, \\
     $ratios using 3:1 with points pt 9 ps 0.9 lc rgb '#c0392b' title 'target', \\
     $ratios using 2:1:(sprintf(' %.2f', $2)) with labels left notitle
set title 'Nanoseconds a byte against the size of a response (DescribeOptedOutNumbers)' noenhanced
set autoscale
set logscale x
set yrange [0:*]
set xlabel 'bytes'
set xtics auto
set ytics auto
set format x '%.0s%cB'
set grid ytics
set key outside right
plot {curves}
"""


def bars(rows, timings, measure):
    """(name, ratio, target or None) of the rows that the measure did, first row on top."""
    made = []
    for row in rows:
        ratio = ratios_of(timings.rounds[row.name]).get(measure)
        if ratio is not None and ratio.is_meaningful() and not row.name.startswith('growth/'):
            made.append((row.name, ratio.median, row.targets.get(measure)))
    return made[::-1]


def draw(path, rows, timings):
    """Writes the chart as SVG; False when there is nothing to draw."""
    measure = next((name for name in MEASURES
                    if any(name in contestants for contestants in timings.rounds.values())), None)
    ratios = bars(rows, timings, measure)
    sizes = {name: points_of(timings, name) for name in CURVES}
    sizes = {name: points for name, points in sizes.items() if len(points) > 1}
    if not ratios or not sizes:
        return False
    data = ['$ratios << END']
    data += [f"{i} {ratio:.4f} {'NaN' if target is None else target}"
             for i, (_, ratio, target) in enumerate(ratios)]
    data.append('END')
    for number, points in enumerate(sizes.values()):
        data += [f'$curve{number} << END', *(f'{size} {time / size:.5f}' for size, time in points), 'END']
    curves = ', '.join(f"$curve{number} using 1:2 with linespoints pt 7 ps 0.6 lw 2 title '{name}'"
                       for number, name in enumerate(sizes))
    tics = ', '.join(f"'{name}' {i}" for i, (name, _, _) in enumerate(ratios))
    script = SCRIPT.format(path=path, measure=measure, height=760 + 8 * len(ratios), tics=tics,
                           last=len(ratios) - 0.4, curves=curves)
    subprocess.run(['gnuplot'], input='\n'.join(data) + script, text=True, check=True)
    return True
