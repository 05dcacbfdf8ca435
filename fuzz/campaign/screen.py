# SPDX-License-Identifier: Apache-2.0
"""The status of a campaign: a screen that is redrawn when a person looks on, a line now and then when
a log does."""

import sys
import time

import layout
import table

HEADS = ["target", "now", "exec/s", "executions", "edges", "features", "model", "corpus", "findings",
         "last new"]
_LINE_SECONDS = 30


class Screen:
    def __init__(self, targets, total_seconds):
        self.targets = targets
        self.total = total_seconds
        self.is_live = sys.stdout.isatty()
        self.drawn = 0
        self.next_line = 0

    def show(self, state, workers):
        if self.is_live:
            self._draw(self._lines(state, workers))
        elif time.monotonic() >= self.next_line:
            self.next_line = time.monotonic() + _LINE_SECONDS
            print(self._summary(state, workers), flush=True)

    def say(self, text):
        if self.is_live:
            self._erase()
        print(text, flush=True)

    def _summary(self, state, workers):
        executions = sum(state.of(t)["executions"] for t in self.targets)
        rate = sum(worker.progress()["rate"] for worker in workers)
        findings = sum(len(layout.list_findings(t)) for t in self.targets)
        newest = max((state.of(t)["last_new"] or 0 for t in self.targets), default=0)
        last = table.since(time.time() - newest) if newest else "-"
        return (f"{table.since(state.elapsed)} of {table.since(self.total)}: "
                f"{table.short_number(executions)} executions, {table.short_number(rate)}/s, "
                f"{sum(state.of(t)['features'] for t in self.targets)} features, "
                f"{findings} findings, last new {last} ago")

    def _lines(self, state, workers):
        rows = []
        for target in self.targets:
            known = state.of(target)
            mine = [worker for worker in workers if worker.target == target]
            rate = sum(worker.progress()["rate"] for worker in mine)
            last = table.since(time.time() - known["last_new"]) if known["last_new"] else "-"
            model = f"{known['marks']}/{known['possible']}" if known["possible"] else "-"
            rows.append([target, "+".join(worker.variant for worker in mine) or "-",
                         table.short_number(rate) if mine else "-",
                         table.short_number(known["executions"]), known["edges"], known["features"],
                         model, known["corpus"], len(layout.list_findings(target)), last])
        return table.as_text(HEADS, rows).splitlines() + ["", self._summary(state, workers)]

    def _erase(self):
        if self.drawn:
            print(f"\033[{self.drawn}A\033[J", end="")
            self.drawn = 0

    def _draw(self, lines):
        self._erase()
        print("\n".join(lines), flush=True)
        self.drawn = len(lines)
