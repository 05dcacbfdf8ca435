#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many executions a second each target reaches on one core, against its floor: fuzzing from the
shared and the committed corpus, and the bare target fed with them over and over."""

import argparse
import re
import subprocess
import sys
import tempfile

import engines
import layout
import outcome
import table

HEADS = ["target", "variant", "exec/s", "floor", "verdict"]
# Of the targets that read requests; any other one has to stay above the common floor.
FLOORS = {("explore", "request_check"): 500_000, ("detect", "request_check"): 150_000}
_COMMON_FLOOR = {"explore": 20_000, "detect": 5_000}


def measure(target, variant, seconds, core):
    with tempfile.TemporaryDirectory(prefix="anvil-bench-") as fresh:
        folders = [fresh] + layout.corpus_folders(target)
        command = engines.libfuzzer_command(variant, target, seconds, folders, seed=1)
        log = subprocess.run(["taskset", "-c", str(core)] + command, capture_output=True,
                             env=engines.libfuzzer_environment(), check=False)
    text = log.stderr.decode("utf-8", "replace")
    done = re.search(r"Done (\d+) runs in (\d+) second", text)
    if not done:
        raise SystemExit(f"{target} {variant} did not end well:\n{text[-1000:]}")
    return int(done[1]) / max(1, int(done[2])), outcome.libfuzzer_progress(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--targets", default="")
    arguments = parser.parse_args()
    rows = []
    for target in layout.choose_targets(arguments.targets):
        for variant in ("explore", "detect"):
            if not layout.program(variant, target).exists():
                continue
            rate, _ = measure(target, variant, arguments.seconds, arguments.core)
            floor = FLOORS.get((variant, target), _COMMON_FLOOR[variant])
            rows.append([target, variant, int(rate), floor, "ok" if rate >= floor else "below"])
            print("  ".join(str(cell) for cell in rows[-1]), flush=True)
    table.write_tsv(layout.FUZZ / "bench.tsv", HEADS, rows)
    print("\n" + table.as_text(HEADS, rows))
    return 1 if any(row[-1] == "below" for row in rows) or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
