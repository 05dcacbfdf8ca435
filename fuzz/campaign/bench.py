#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many executions each target makes in a second of one core: processor time, so that others on
the machine disturb it little. Everything counts, the mutator and libFuzzer's bookkeeping included.

The goal is what is wanted in the end; the floor is what it must not fall below again.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile

import engines
import layout
import outcome
import table

HEADS = ["target", "variant", "exec/s", "floor", "goal", "verdict"]
GOALS = {("explore", "request_check"): 500_000, ("detect", "request_check"): 150_000}
_FLOOR = {"explore": 3_000, "detect": 1_000}


def _run(target, variant, arguments):
    """Executions and seconds of processor time of one run."""
    command = engines.libfuzzer_command(variant, target, 1, [], seed=2) + arguments
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    log = subprocess.run(command, capture_output=True, env=engines.libfuzzer_environment(),
                         check=False).stderr.decode("utf-8", "replace")
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    executions = outcome.libfuzzer_progress(log)["executions"]
    if outcome.libfuzzer_crashed(log) or not executions:
        raise SystemExit(f"{target} {variant} did not end well:\n{log[-1000:]}")
    return executions, seconds


def measure(target, variant, seconds):
    """Executions per second of processor time, without the loading of the committed corpus."""
    with tempfile.TemporaryDirectory(prefix="anvil-bench-") as folder:
        for source in layout.corpus_folders(target):
            for path in source.iterdir():
                shutil.copy(path, f"{folder}/{source.name}-{path.name}"[:200])
        inputs = [folder] if any(True for _ in layout.corpus_folders(target)) else []
        loaded, loading = _run(target, variant, inputs + ["-runs=0"])
        executed, executing = _run(target, variant, inputs + [f"-max_total_time={seconds}"])
    return max(0, executed - loaded) / max(0.1, executing - loading)


def judge(rate, floor, goal):
    if rate < floor:
        return "below the floor"
    return "ok" if goal is None or rate >= goal else "goal not reached"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--targets", default="")
    arguments = parser.parse_args()
    rows = []
    for target in layout.choose_targets(arguments.targets):
        for variant in ("explore", "detect"):
            if not layout.program(variant, target).exists():
                continue
            rate = measure(target, variant, arguments.seconds)
            goal = GOALS.get((variant, target))
            rows.append([target, variant, int(rate), _FLOOR[variant], goal or "-",
                         judge(rate, _FLOOR[variant], goal)])
            print("  ".join(str(cell) for cell in rows[-1]), flush=True)
    table.write_tsv(layout.FUZZ / "bench.tsv", HEADS, rows)
    print("\n" + table.as_text(HEADS, rows))
    return 1 if any(row[-1].startswith("below") for row in rows) or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
