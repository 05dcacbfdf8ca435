#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The report of a campaign: one page with a table of the targets and plots over time, drawn by
gnuplot. Reads only what the campaign wrote."""

import html
import shutil
import subprocess
import sys
import time

import layout
import outcome
import table
from campaign_state import FOLDER, STATS_HEADS, CampaignState

FOLDER_OUT = layout.FUZZ / "report"
PLOTS = (("executions", "Executions"), ("edges", "Edges of the code"), ("features", "Features"),
         ("marks", "Marks of the model"), ("corpus", "Inputs in the shared corpus"))
HEADS = ["target", "executions", "edges", "features", "model", "corpus", "oracles asked", "findings",
         "processor time", "last new"]
_STYLE = """body{font:15px/1.5 sans-serif;max-width:75em;margin:2em auto;padding:0 1em;color:#222}
table{border-collapse:collapse}td,th{padding:.2em .7em;text-align:right;border-bottom:1px solid #ddd}
td:first-child,th:first-child{text-align:left}figure{display:inline-block;margin:1em 1em 0 0}
figcaption{font-weight:bold}.bad{color:#b00;font-weight:bold}"""


def _draw(column, targets):
    """One plot of a column of stats.tsv, a line for each target. False without gnuplot."""
    if shutil.which("gnuplot") is None:
        return False
    stats = FOLDER / "stats.tsv"
    index = STATS_HEADS.index(column) + 1
    lines = [f'"< awk -F\'\\t\' \'$3 == \\"{t}\\"\' {stats}" using ($2/60):{index} with lines title "{t}"'
             for t in targets]
    script = "\n".join([
        "set terminal svg size 620,400 font 'sans,11' noenhanced",
        f"set output '{FOLDER_OUT}/{column}.svg'",
        "set datafile separator '\\t'",
        "set xlabel 'minutes'", "set key outside right", "set yrange [0:*]", "set grid",
        "plot " + ", ".join(lines)])
    result = subprocess.run(["gnuplot"], input=script, text=True, capture_output=True, check=False)
    if result.returncode != 0:
        print(result.stderr, file=sys.stderr)
    return result.returncode == 0


def _rows(state, targets):
    asked = outcome.oracle_counts(FOLDER / "oracles")
    rows = []
    for target in targets:
        known = state.of(target)
        served = sum(v for (t, _), v in state.served.items() if t == target)
        model = f"{known['marks']} of {known['possible']}" if known["possible"] else "-"
        last = time.strftime("%Y-%m-%d %H:%M", time.gmtime(known["last_new"])) if known["last_new"] else "-"
        rows.append([target, known["executions"], known["edges"], known["features"], model,
                     known["corpus"], table.short_number(sum(asked.get(target, {}).values())),
                     len(layout.list_findings(target)), table.since(served), last])
    return rows


def _table(heads, rows):
    head = "".join(f"<th>{html.escape(str(cell))}</th>" for cell in heads)
    body = ""
    for row in rows:
        cells = "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row)
        body += f"<tr>{cells}</tr>\n"
    return f"<table><tr>{head}</tr>\n{body}</table>"


def write(state, targets):
    """Writes the report and returns the path of its page."""
    FOLDER_OUT.mkdir(parents=True, exist_ok=True)
    figures = ""
    for column, title in PLOTS:
        if _draw(column, targets):
            figures += (f'<figure><figcaption>{title}</figcaption>'
                        f'<img src="{column}.svg" alt="{title} over time"></figure>\n')
    findings = [str(p.relative_to(layout.FUZZ)) for t in targets for p in layout.list_findings(t)]
    listed = "".join(f"<li class=bad>{html.escape(name)}</li>" for name in findings)
    rows = _rows(state, targets)
    table.write_tsv(FOLDER_OUT / "targets.tsv", HEADS, rows)
    page = FOLDER_OUT / "index.html"
    page.write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Fuzzing campaign</title>"
        f"<style>{_STYLE}</style><h1>Fuzzing campaign</h1>"
        f"<p>{table.since(state.elapsed)} of wall-clock time. Executions and times are of this machine; "
        f"coverage is the most that one process had seen.</p>{_table(HEADS, rows)}"
        f"<h2>Over time</h2>{figures or '<p>gnuplot is not installed.</p>'}"
        f"<h2>Findings</h2>{f'<ul>{listed}</ul>' if findings else '<p>None.</p>'}</html>\n")
    return page


if __name__ == "__main__":
    print(write(CampaignState.load(), layout.all_targets()))
