#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a campaign: both engines, all variants that are built, a shared corpus for each target, as many
processes as asked for, for so many hours. Killed and started again it goes on where it was.

Ends with a report in build/fuzz/report/, and fails when there are findings.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import time

import html_report
import layout
import outcome
import schedule
from campaign_state import FOLDER, CampaignState
from screen import Screen
from worker import Worker

_TICK = 2
_STATS_SECONDS = 60
_STATS_LINES = 100


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--targets", default="")
    parser.add_argument("--fresh", action="store_true", help="forget an earlier campaign's progress")
    return parser.parse_args()


class Campaign:
    def __init__(self, targets, hours, jobs):
        self.targets = targets
        self.seconds = hours * 3600
        self.jobs = jobs
        self.state = CampaignState.load()
        self.screen = Screen(targets, self.seconds)
        self.workers = []
        self.is_stopping = False
        self.begin = time.monotonic() - self.state.elapsed
        self.next_stats = 0
        self.variants = {
            t: layout.built_variants(t) + (["afl"] if layout.has_afl(t) else []) for t in targets}

    def left(self):
        return self.seconds - self.state.elapsed

    def start_workers(self):
        while len(self.workers) < self.jobs and self.left() >= 5 and not self.is_stopping:
            running = [(worker.target, worker.variant) for worker in self.workers]
            job = schedule.next_job(self.targets, self.variants, self.state.served, running)
            if job is None:
                return
            seconds = schedule.slice_seconds(self.seconds, self.jobs, len(self.targets))
            self.workers.append(Worker(*job, min(seconds, self.left()), random.randrange(1, 1 << 31)))

    def count(self, worker):
        """What a process has executed since it was last looked at."""
        progress = worker.progress()
        if worker.variant == "afl" and worker.counted == 0:
            # A resumed instance goes on counting where it was.
            worker.counted = self.state.of(worker.target).get("afl", 0)
        more = progress["executions"] - worker.counted
        if more > 0:
            self.state.of(worker.target)["executions"] += more
            worker.counted = progress["executions"]
        if worker.variant == "afl":
            self.state.of(worker.target)["afl"] = progress["executions"]
        self.state.note_progress(worker.target, progress)

    def finish(self, worker):
        self.count(worker)
        worker.collect()
        key = (worker.target, worker.variant)
        self.state.served[key] = self.state.served.get(key, 0) + worker.age()
        self.state.note_marks(worker.target, worker.marks)
        worker.marks.unlink(missing_ok=True)
        self.workers.remove(worker)

    def write_stats(self):
        rows = []
        for target in self.targets:
            known = self.state.of(target)
            known["corpus"] = sum(1 for _ in layout.work_folder(target).iterdir())
            rate = sum(w.progress()["rate"] for w in self.workers if w.target == target)
            rows.append([int(time.time()), int(self.state.elapsed), target, known["executions"],
                         int(rate), known["edges"], known["features"], known["marks"],
                         known["corpus"], len(layout.list_findings(target)),
                         int(known["last_new"] or 0)])
        self.state.append_stats(rows)

    def tick(self):
        self.state.elapsed = time.monotonic() - self.begin
        findings = sum(len(layout.list_findings(t)) for t in self.targets)
        for worker in list(self.workers):
            self.count(worker)
            if worker.is_over():
                self.finish(worker)
        if sum(len(layout.list_findings(t)) for t in self.targets) > findings:
            self.screen.say("a finding: see make fuzz-triage")
        self.start_workers()
        if time.monotonic() >= self.next_stats:
            self.next_stats = time.monotonic() + min(_STATS_SECONDS, self.seconds / _STATS_LINES)
            self.write_stats()
        self.state.save()
        self.screen.show(self.state, self.workers)

    def stop(self, *_):
        self.is_stopping = True

    def run(self):
        signal.signal(signal.SIGINT, self.stop)
        signal.signal(signal.SIGTERM, self.stop)
        while not self.is_stopping and (self.left() >= 5 or self.workers):
            self.tick()
            time.sleep(_TICK)
        for worker in list(self.workers):
            worker.stop()
            self.finish(worker)
        self.write_stats()
        self.state.save()


def main():
    arguments = parse_arguments()
    targets = layout.choose_targets(arguments.targets)
    targets = [t for t in targets if layout.built_variants(t) or layout.has_afl(t)]
    if not targets:
        raise SystemExit("nothing is built: make fuzz builds it")
    if arguments.fresh:
        shutil.rmtree(FOLDER, ignore_errors=True)
    campaign = Campaign(targets, arguments.hours, arguments.jobs)
    if campaign.left() < 5:
        # The last one came to its end: this is a new one on the same corpus.
        shutil.rmtree(FOLDER, ignore_errors=True)
        campaign = Campaign(targets, arguments.hours, arguments.jobs)
    elif campaign.state.elapsed:
        print(f"going on after {int(campaign.state.elapsed)} s of an earlier run")
    campaign.run()
    page = html_report.write(campaign.state, targets)
    silent = [f"{t}: {oracle}" for t, counts in outcome.oracle_counts(FOLDER / "oracles").items()
              for oracle, count in counts.items() if count == 0]
    findings = sum(len(layout.list_findings(t)) for t in targets)
    print(f"report: {page}")
    for line in silent:
        print(f"never asked: {line}")
    print(f"{findings} findings" + (": make fuzz-triage shows them" if findings else ""))
    return 1 if findings or silent else 0


if __name__ == "__main__":
    sys.exit(main())
