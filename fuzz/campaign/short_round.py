#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One short round of every target in every variant that is built, and the table of what came out.

Fails on a finding, on an oracle that was never asked, on a target that did nothing, and when the
target that has to crash does not.
"""

import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import engines
import layout
import outcome
import table

HEADS = ["target", "executions", "exec/s", "edges", "model", "oracle hits", "findings", "verdict"]
_SCRATCH = layout.FUZZ / "round"
# What targets/must_crash.c does wrong on request, by the variants that have to notice.
_FAULTS = {"explore": "o", "compare": "o", "detect": "oafu", "msan": "om"}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5, help="for each target and variant")
    parser.add_argument("--total", type=float, help="seconds for everything together, instead")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--targets", default="")
    parser.add_argument("--variants", default="", help="by default all that are built")
    return parser.parse_args()


class Run:
    """One target in one variant, and what it came to."""

    def __init__(self, target, variant):
        self.target = target
        self.variant = variant
        self.seconds = 0
        self.progress = {}
        self.findings = []
        self.marks = _SCRATCH / f"{target}.{variant}.marks"
        self.counts = _SCRATCH / f"{target}.{variant}.oracles"
        self.log = _SCRATCH / f"{target}.{variant}.log"

    def go(self, seconds):
        self.seconds = seconds
        # Another variant of the target may run at the same time: a finding's name tells whose it is.
        before = set(self._own_findings())
        if self.variant == "afl":
            self._go_afl(seconds)
        else:
            self._go_libfuzzer(seconds)
        self.findings += sorted(set(self._own_findings()) - before)
        say(f"{self.target} {self.variant}: {self.progress.get('executions', 0)} executions"
            + (f", {len(self.findings)} findings" if self.findings else ""))
        return self

    def _own_findings(self):
        return [p for p in layout.list_findings(self.target) if p.name.startswith(self.variant + "-")]

    def _call(self, command, environment, seconds):
        with open(self.log, "wb") as log:
            try:
                return subprocess.run(command, env=environment, stdout=log, stderr=log,
                                      stdin=subprocess.DEVNULL, timeout=seconds * 3 + 60,
                                      check=False).returncode
            except subprocess.TimeoutExpired:
                return -1

    def _go_libfuzzer(self, seconds):
        # Two variants of a target run at once: each writes to a folder of its own.
        with tempfile.TemporaryDirectory(prefix="anvil-fuzz-") as fresh:
            folders = [fresh, layout.work_folder(self.target)] + layout.corpus_folders(self.target)
            command = engines.libfuzzer_command(self.variant, self.target, seconds, folders)
            code = self._call(command, engines.libfuzzer_environment(self.counts, self.marks), seconds)
            for path in Path(fresh).iterdir():
                shutil.move(str(path), layout.work_folder(self.target) / path.name)
        log = outcome.read_text(self.log)
        self.progress = outcome.libfuzzer_progress(log)
        if code != 0 and not outcome.libfuzzer_crashed(log):
            self.findings.append(f"ended with {code}, see {self.log}")

    def _go_afl(self, seconds):
        out = _SCRATCH / f"{self.target}.afl"
        shutil.rmtree(out, ignore_errors=True)
        seeds = engines.afl_seeds(self.target, _SCRATCH / f"{self.target}.afl-seeds")
        command = engines.afl_command(self.target, seconds, seeds, out)
        code = self._call(command, engines.afl_environment(), seconds)
        self.progress = outcome.afl_stats(out / "main")
        if code != 0:
            self.findings.append(f"afl-fuzz ended with {code}, see {self.log}")
        for path in sorted((out / "main" / "crashes").glob("id:*")):
            name = "afl-" + path.name.replace(":", "-").replace(",", "-")
            shutil.copy(path, layout.findings_folder(self.target) / name[:120])


def say(text):
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="", flush=True)
    else:
        print(text, flush=True)


def variants_of(target, wanted):
    variants = layout.built_variants(target) + (["afl"] if layout.has_afl(target) else [])
    return [v for v in variants if not wanted or v in wanted.replace(",", " ").split()]


def judge(executions, counts, findings):
    """Why a target fails; empty when it does not."""
    silent = sorted(oracle for oracle, count in counts.items() if count == 0)
    reasons = [f"{oracle} never asked" for oracle in silent]
    if not counts:
        reasons.append("no oracle was asked")
    if executions == 0:
        reasons.append("nothing was executed")
    if findings:
        reasons.append("findings")
    return ", ".join(reasons)


def row_of(target, runs):
    runs = [run for run in runs if run.target == target]
    executions = sum(run.progress.get("executions", 0) for run in runs)
    fastest = max((r.progress.get("executions", 0) / r.seconds for r in runs if r.seconds), default=0)
    edges = max((r.progress.get("edges", 0) for r in runs if r.variant != "afl"), default=0)
    marks, possible = outcome.model_marks([run.marks for run in runs])
    counts = {}
    for run in runs:
        for oracle, count in outcome.oracle_counts(run.counts).get(target, {}).items():
            counts[oracle] = counts.get(oracle, 0) + count
    findings = sum(len(run.findings) for run in runs)
    verdict = judge(executions, counts, findings)
    model = f"{len(marks)}/{possible}" if possible else "-"
    return [target, executions, int(fastest), edges, model, sum(counts.values()), findings,
            verdict or "ok"]


def check_the_detectors():
    """The faults of the target that has to crash are seen by the variants that should see them, and a
    run without a fault passes. Returns what is wrong."""
    wrong = []
    for variant, faults in _FAULTS.items():
        program = layout.program(variant, layout.MUST_CRASH)
        for fault in faults + "." if program.exists() else "":
            path = _SCRATCH / f"fault-{ord(fault)}"
            path.write_text(fault)
            result = subprocess.run([program, path], env=engines.libfuzzer_environment(),
                                    capture_output=True, check=False)
            if (result.returncode == 0) != (fault == "."):
                wrong.append(f"{layout.MUST_CRASH} '{fault}': the variant {variant} ended with "
                             f"{result.returncode}")
    return wrong


def main():
    arguments = parse_arguments()
    targets = layout.choose_targets(arguments.targets)
    shutil.rmtree(_SCRATCH, ignore_errors=True)
    _SCRATCH.mkdir(parents=True)
    runs = [Run(t, v) for t in targets for v in variants_of(t, arguments.variants)]
    if not runs:
        raise SystemExit("nothing is built: make fuzz builds it")
    seconds = arguments.seconds
    if arguments.total:
        seconds = max(1, arguments.total * arguments.jobs / len(runs))
    print(f"{len(targets)} targets, {len(runs)} runs of {seconds:.3g} s, {arguments.jobs} at a time")
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        runs = list(pool.map(lambda run: run.go(seconds), runs))
    wrong = check_the_detectors()
    rows = [row_of(target, runs) for target in targets]
    table.write_tsv(layout.FUZZ / "round.tsv", HEADS, rows)
    say("")
    print(table.as_text(HEADS, rows))
    for line in wrong:
        print(line)
    failed = wrong or [row for row in rows if row[-1] != "ok"]
    print(f"{sum(row[-1] == 'ok' for row in rows)} targets passed, "
          f"{sum(row[-1] != 'ok' for row in rows) + len(wrong)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
