#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks at what fuzzing has found: runs each finding again three times, puts those that fail for the
same reason into one bucket, makes the smallest of each smaller, shows it, and leaves a file that is
ready to be kept in corpus/<target>/regress once the bug is mended.

Uses the variant diagnose: no optimisation that hides a line, every sanitizer's full story.
"""

import argparse
import os
import re
import subprocess
import sys

import decoded_view
import engines
import layout

_OUT = layout.FUZZ / "triage"
_ORACLE = re.compile(r": the oracle (\w+) does not hold")
_TOKEN = re.compile(r"^DEDUP_TOKEN: (.*)$", re.M)
_SUMMARY = re.compile(r"^SUMMARY: (.*)$", re.M)


def run_once(target, path, variant="diagnose"):
    """Whether a finding fails again, and what it says."""
    command = [str(layout.program(variant, target)), "-timeout=10", "-rss_limit_mb=2048", str(path)]
    try:
        result = subprocess.run(command, env=engines.libfuzzer_environment(), capture_output=True,
                                text=True, errors="replace", timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return True, "SUMMARY: timeout"
    return result.returncode != 0, result.stderr


def bucket_of(text):
    """A name for why it failed: the oracle, else the topmost functions, else the summary."""
    oracle = _ORACLE.search(text)
    if oracle:
        return oracle[1]
    token = _TOKEN.search(text)
    if token:
        return token[1]
    runtime = re.search(r"(\S+\.c:\d+):\d+: runtime error: ([^\n]{0,60})", text)
    if runtime:
        return f"{runtime[2]} at {os.path.basename(runtime[1])}"
    summary = _SUMMARY.search(text)
    return summary[1] if summary else "unknown"


def minimise(target, path, seconds):
    """A smaller input that fails too, or the same one."""
    small = _OUT / f"{target}.minimising"
    small.unlink(missing_ok=True)
    command = [str(layout.program("detect", target)), "-minimize_crash=1", "-timeout=10",
               f"-max_total_time={seconds}", f"-exact_artifact_path={small}", str(path)]
    subprocess.run(command, env=engines.libfuzzer_environment(), capture_output=True,
                   timeout=seconds * 5 + 60, check=False)
    return small if small.exists() and small.stat().st_size <= path.stat().st_size else path


def short_name(bucket):
    return re.sub(r"[^a-z0-9]+", "-", bucket.lower()).strip("-")[:40]


def next_number(target):
    folder = layout.ROOT / "corpus" / target / "regress"
    numbers = [int(p.name.split("-")[0]) for p in folder.glob("[0-9]*-*")] if folder.is_dir() else []
    return max(numbers, default=0) + 1


def sort_findings(target):
    """{bucket: its findings, the smallest first} and the findings that did not fail again."""
    buckets = {}
    flaky = []
    for path in layout.list_findings(target):
        results = [run_once(target, path) for _ in range(3)]
        failed = [text for has_failed, text in results if has_failed]
        if not failed:
            # What only the other sanitizer sees.
            has_failed, text = run_once(target, path, "msan") \
                if layout.program("msan", target).exists() else (False, "")
            failed = [text] if has_failed else []
        if failed:
            buckets.setdefault(bucket_of(failed[0]), []).append(path)
        else:
            flaky.append(path)
    for paths in buckets.values():
        paths.sort(key=lambda p: (p.stat().st_size, p.name))
    return buckets, flaky


def triage(target, seconds):
    buckets, flaky = sort_findings(target)
    number = next_number(target)
    for bucket, paths in sorted(buckets.items()):
        small = minimise(target, paths[0], seconds)
        has_failed, text = run_once(target, small)
        if has_failed and bucket_of(text) != bucket:
            small = paths[0]
        kept = _OUT / target / f"{number:03}-{short_name(bucket)}.bin"
        kept.parent.mkdir(parents=True, exist_ok=True)
        data = small.read_bytes()
        kept.write_bytes(data)
        number += 1
        print(f"{target}: {bucket}")
        print(f"  {len(paths)} findings, the smallest {paths[0].stat().st_size} bytes, "
              f"minimised to {len(data)}")
        print(decoded_view.view(target, data))
        print(f"  again:  {layout.program('diagnose', target)} {kept}")
        print(f"  mended: cp {kept} corpus/{target}/regress/\n")
    for path in flaky:
        print(f"{target}: {path} did not fail again\n")
    (_OUT / f"{target}.minimising").unlink(missing_ok=True)
    return len(buckets), len(flaky)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--targets", default="")
    parser.add_argument("--seconds", type=int, default=10, help="for making one finding smaller")
    parser.add_argument("--list", action="store_true", help="only name the targets with findings")
    arguments = parser.parse_args()
    targets = [t for t in layout.choose_targets(arguments.targets) if layout.list_findings(t)]
    if arguments.list:
        print(" ".join(targets))
        return 0
    _OUT.mkdir(parents=True, exist_ok=True)
    totals = [triage(target, arguments.seconds) for target in targets]
    buckets = sum(total[0] for total in totals)
    print(f"{buckets} different findings, {sum(total[1] for total in totals)} that did not fail again")
    return 1 if buckets else 0


if __name__ == "__main__":
    sys.exit(main())
