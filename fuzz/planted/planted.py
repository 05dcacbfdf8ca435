#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plants each bug of fuzz/planted in a copy of the library and lets the fuzzers look for it.

For each bug and engine: the time and the executions until a finding. Ends with a table, also as
build/fuzz/planted/table.tsv, and fails when libFuzzer has missed one.
"""

import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "campaign"))

import engines  # noqa: E402
import layout  # noqa: E402
import outcome  # noqa: E402
import table  # noqa: E402

HEADS = ["bug", "target", "libFuzzer s", "executions", "found by", "AFL++ s", "executions"]
TREES = layout.FUZZ / "planted"
ENGINES = ("libfuzzer", "afl")


class Bug:
    def __init__(self, patch):
        self.patch = patch
        self.name = patch.stem
        self.facts = {}
        for line in patch.read_text().splitlines():
            if line.startswith("--- "):
                break
            name, colon, value = line.partition(": ")
            if colon:
                self.facts[name] = value
        self.target = self.facts["Target"]


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300, help="for each bug and engine")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--bugs", default="", help="only those with one of these words in their name")
    parser.add_argument("--engines", default=" ".join(ENGINES))
    parser.add_argument("--seeds", action="store_true", help="begin with the committed corpus")
    parser.add_argument("--check", action="store_true", help="only tell whether every patch applies")
    return parser.parse_args()


def choose_bugs(words):
    bugs = [Bug(patch) for patch in sorted(HERE.glob("*.patch"))]
    return [bug for bug in bugs if not words or any(word in bug.name for word in words.split())]


def apply(bug, tree, dry=False):
    """Applies a patch; returns what patch(1) complains about, or nothing."""
    command = ["patch", "-p1", "-s", "-f", "-d", str(tree), "-i", str(bug.patch)]
    result = subprocess.run(command + (["--dry-run"] if dry else []), capture_output=True, text=True,
                            check=False)
    return "" if result.returncode == 0 else result.stdout + result.stderr


def check(bugs):
    failed = 0
    for bug in bugs:
        complaint = apply(bug, layout.ROOT, dry=True)
        if bug.target not in layout.all_targets():
            complaint += f"there is no target {bug.target}"
        if complaint:
            failed += 1
            print(f"{bug.name}: {complaint.strip()}")
    print(f"{len(bugs) - failed} patches apply, {failed} do not")
    return 1 if failed or not bugs else 0


def plant(bug, variant):
    """A tree like this one with the bug in it, and the target built there. Objects that the bug does
    not touch are taken from the build of this tree. Returns the program."""
    tree = TREES / bug.name
    out = layout.FUZZ.relative_to(layout.ROOT) / variant
    if not tree.exists():
        tree.mkdir(parents=True)
        for path in layout.ROOT.iterdir():
            if path.name not in ("build", "core", ".git"):
                (tree / path.name).symlink_to(path)
        shutil.copytree(layout.ROOT / "core", tree / "core")
        complaint = apply(bug, tree)
        if complaint:
            raise SystemExit(f"{bug.name} does not apply:\n{complaint}")
    if not (tree / out).exists():
        shutil.copytree(layout.ROOT / out, tree / out)
    result = subprocess.run(["make", "-s", "--no-print-directory", f"fuzz-variant-{variant}",
                             f"TARGET={bug.target}"], cwd=tree, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise SystemExit(f"{bug.name} does not build:\n{result.stdout}{result.stderr}")
    return tree / out / "fuzz" / bug.target


def hunt_libfuzzer(bug, seconds, with_seeds):
    """Seconds, executions and the oracle or detector that noticed; None without a finding."""
    program = plant(bug, "explore")
    folder = TREES / bug.name / "libfuzzer"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    command = engines.libfuzzer_command("explore", bug.target, seconds, [])
    command[0] = str(program)
    command = [part for part in command if not part.startswith("-artifact_prefix")]
    command += [f"-artifact_prefix={folder}/found-", "-seed=1"]
    command += [str(path) for path in layout.corpus_folders(bug.target)] if with_seeds else []
    begin = time.monotonic()
    log = subprocess.run(command, env=engines.libfuzzer_environment(), capture_output=True,
                         check=False).stderr.decode("utf-8", "replace")
    passed = time.monotonic() - begin
    if not outcome.libfuzzer_crashed(log):
        return None
    return passed, outcome.libfuzzer_progress(log)["executions"], noticed_by(log)


def noticed_by(log):
    for line in log.splitlines():
        if ": the oracle " in line:
            return line.split(": the oracle ")[1].split()[0]
    return "crash"


def hunt_afl(bug, seconds, with_seeds):
    program = plant(bug, "afl")
    folder = TREES / bug.name / "afl"
    shutil.rmtree(folder, ignore_errors=True)
    seeds = folder / "seeds"
    if with_seeds:
        engines.afl_seeds(bug.target, seeds)
    else:
        seeds.mkdir(parents=True)
        (seeds / "empty-object").write_bytes(b"\0\0{}")
    command = engines.afl_command(bug.target, seconds, seeds, folder / "out")
    command[command.index("--") + 1:] = [str(program)]
    # The comparing program has no bug in it and would disagree about coverage.
    for option in ("-c", "-l", "-F"):
        if option in command:
            del command[command.index(option):command.index(option) + 2]
    begin = time.monotonic()
    log = subprocess.run(command, env=dict(engines.afl_environment(), AFL_BENCH_UNTIL_CRASH="1"),
                         capture_output=True, stdin=subprocess.DEVNULL, check=False).stdout
    passed = time.monotonic() - begin
    # The very first input shows it, and afl-fuzz will not begin with such a one.
    if b"results in a crash" in log:
        return passed, 1, ""
    stats = outcome.afl_stats(folder / "out" / "main")
    crashes = list((folder / "out" / "main" / "crashes").glob("id:*"))
    return (passed, stats["executions"], "") if crashes else None


def row_of(bug, found):
    row = [bug.name, bug.target]
    for engine in ENGINES:
        if engine not in found:
            cells = ["-", "-", "-"]
        elif found[engine] is None:
            cells = ["NOT FOUND", "-", "-"]
        else:
            cells = [f"{found[engine][0]:.1f}", found[engine][1], found[engine][2]]
        row += cells if engine == "libfuzzer" else cells[:2]
    return row


def hunt(bug, arguments):
    hunters = {"libfuzzer": hunt_libfuzzer, "afl": hunt_afl}
    found = {}
    for engine in arguments.engines.split():
        if engine == "libfuzzer" or shutil.which("afl-fuzz"):
            found[engine] = hunters[engine](bug, arguments.seconds, arguments.seeds)
    row = row_of(bug, found)
    print("  ".join(str(cell) for cell in row), flush=True)
    shutil.rmtree(TREES / bug.name / layout.FUZZ.relative_to(layout.ROOT), ignore_errors=True)
    return row


def main():
    arguments = parse_arguments()
    bugs = choose_bugs(arguments.bugs)
    if arguments.check:
        return check(bugs)
    bugs = [bug for bug in bugs if bug.target in layout.all_targets()]
    for bug in bugs:
        shutil.rmtree(TREES / bug.name, ignore_errors=True)
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        rows = list(pool.map(lambda bug: hunt(bug, arguments), bugs))
    table.write_tsv(TREES / "table.tsv", HEADS, rows)
    print("\n" + table.as_text(HEADS, rows))
    missed = [row[0] for row in rows if row[2] == "NOT FOUND"]
    print(f"{len(rows) - len(missed)} found by libFuzzer, {len(missed)} not")
    return 1 if missed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
