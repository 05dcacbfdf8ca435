#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the corpus small again: of all inputs that this machine knows those that cover something,
chosen by libFuzzer. With --commit, of those the smallest set that covers the same edges goes to
corpus/<target>/min; a person looks at it and commits it.

Refuses to write a set that covers less than the one that is there.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import engines
import layout
import outcome

# What is committed of one target has to stay small.
_COMMIT_BYTES = 2 << 20
_RESULT = re.compile(r"MERGE-OUTER: (\d+) new files with (\d+) new features added")


def _merge(target, into, sources, flag="-merge=1", code_only=False):
    """Adds to `into` what of the sources covers something more. Returns (files, features)."""
    command = [str(layout.program("explore", target)), flag, f"-max_len={engines.MAX_LEN}",
               "-rss_limit_mb=4096", f"-artifact_prefix={layout.findings_folder(target)}/merge-",
               str(into)] + [str(source) for source in sources if source.is_dir()]
    # How often an edge was taken says much to a fuzzer and nothing to those who read the corpus.
    command[2:2] = ["-use_counters=0"] if code_only else []
    result = subprocess.run(command, env=engines.libfuzzer_environment(code_only=code_only),
                            capture_output=True, text=True, errors="replace", check=False)
    found = _RESULT.search(result.stderr)
    if result.returncode != 0 or not found:
        raise SystemExit(f"{target}: the merge failed:\n{result.stderr[-2000:]}")
    return tuple(int(number) for number in found.groups())


def _edges(target, folder):
    """The edges that a folder's inputs reach; what a set cover says of itself is not that."""
    command = [str(layout.program("explore", target)), "-runs=0", f"-max_len={engines.MAX_LEN}", str(folder)]
    result = subprocess.run(command, env=engines.libfuzzer_environment(code_only=True),
                            capture_output=True, text=True, errors="replace", check=False)
    return outcome.libfuzzer_progress(result.stderr)["edges"]


def import_inputs(target, folder):
    """Takes what is new of another engine's inputs into the shared corpus."""
    if layout.program("explore", target).exists() and any(folder.iterdir()):
        _merge(target, layout.work_folder(target), [folder])


def shrink(target):
    """Replaces the shared corpus by the part of it that covers something."""
    work = layout.work_folder(target)
    before = sum(1 for _ in work.iterdir())
    fresh = work.with_name(work.name + ".fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    files, features = _merge(target, fresh, [work] + layout.corpus_folders(target))
    shutil.rmtree(work)
    fresh.rename(work)
    print(f"{target}: {before} inputs became {files} with {features} features", flush=True)


def commit(target):
    """Writes corpus/<target>/min: the smallest set that covers the same of the code. Coverage of the
    model is what corpus/<target>/seed is for, and thousands of inputs."""
    destination = layout.ROOT / "corpus" / target / "min"
    old_edges = _edges(target, destination) if destination.is_dir() and any(destination.iterdir()) else 0
    with tempfile.TemporaryDirectory(prefix="anvil-merge-") as new:
        sources = [layout.work_folder(target)] + layout.corpus_folders(target)
        files, _ = _merge(target, new, sources, "-set_cover_merge=1", True)
        size = sum(path.stat().st_size for path in Path(new).iterdir())
        edges = _edges(target, new)
        if edges < old_edges:
            raise SystemExit(f"{target}: {edges} edges, where there were {old_edges}: nothing written")
        if size > _COMMIT_BYTES:
            raise SystemExit(f"{target}: {size} bytes, more than {_COMMIT_BYTES}: nothing written")
        shutil.rmtree(destination, ignore_errors=True)
        shutil.copytree(new, destination)
    print(f"{target}: {files} inputs, {size} bytes, {edges} edges (there were {old_edges})", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--targets", default="")
    parser.add_argument("--commit", action="store_true", help="also write corpus/<target>/min")
    arguments = parser.parse_args()
    for target in layout.choose_targets(arguments.targets):
        if not layout.program("explore", target).exists():
            raise SystemExit(f"{target} is not built: make fuzz builds it")
        shrink(target)
        if arguments.commit:
            commit(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
