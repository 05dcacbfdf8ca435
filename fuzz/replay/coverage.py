#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the corpus alone reaches of core/: functions, branches and, where the compiler tells, MC/DC.

    coverage.py EXPORT.json EXCLUSIONS [--floor] [--list]

EXPORT.json is what `llvm-cov export` prints. Every outcome of every branch is counted once, whatever
the number of functions that it was inlined into. EXCLUSIONS lists what nothing can reach, one a line:
the file, a part of the line's text, and the reason, with tabs between them; an exclusion that is
reached, or that fits nothing, is an error.

--floor prints TAP lines and fails below the floors; --list prints what was not reached.
"""

import json
import os
import sys

FLOORS = {"functions": 100.0, "branches": 99.0, "MC/DC": 95.0}


def inside_core(name):
    """The path from core/ on of a hand-written file of the library, or None."""
    at = name.rfind("/core/")
    path = name[at + 1:] if at >= 0 else name
    skips = ("core/gen/", "core/include/")
    return path if path.startswith("core/") and not path.startswith(skips) else None


def collect(functions):
    """Outcomes by place: functions, branches, and the conditions of decisions."""
    called, branches, decisions = {}, {}, {}
    for function in functions:
        path = inside_core(function["filenames"][0])
        if path is None:
            continue
        begin = tuple(function["regions"][0][:2])
        called[path, *begin] = called.get((path, *begin), 0) + function["count"]
        for branch in function["branches"]:
            file = inside_core(function["filenames"][branch[6]])
            if file is None:
                continue
            seen = branches.setdefault((file, *branch[:4]), [0, 0])
            seen[0] += branch[4]
            seen[1] += branch[5]
        for index, record in enumerate(function.get("mcdc_records", [])):
            conditions = next(part for part in record if isinstance(part, list))
            # A decision inside a macro is told with its place in the macro: the function's is told.
            is_here = begin[0] <= record[0] <= function["regions"][0][2]
            line = record[0] if is_here else begin[0]
            place = (path, line, record[1], *begin, index)
            seen = decisions.setdefault(place, [False] * len(conditions))
            for i, covered in enumerate(conditions):
                seen[i] = seen[i] or covered
    return called, branches, decisions


class Exclusions:
    """What nothing can reach, and whether that is still so."""

    def __init__(self, path):
        self.entries = []
        with open(path, encoding="ascii") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    file, text, reason = line.rstrip("\n").split("\t")
                    self.entries.append([file, text, reason, False])
        self.sources = {}

    def line(self, file, number):
        if file not in self.sources:
            with open(file, encoding="utf-8") as source:
                self.sources[file] = source.read().split("\n")
        return self.sources[file][number - 1]

    def holds(self, file, number):
        for entry in self.entries:
            if entry[0] == file and entry[1] in self.line(file, number):
                entry[3] = True
                return True
        return False

    def unused(self):
        return [f"{file}: {text}" for file, text, _, is_used in self.entries if not is_used]


def count(places, exclusions):
    """How many outcomes there are, how many were seen, and the places of the others."""
    total = hit = 0
    missed = []
    for place, seen in sorted(places.items()):
        outcomes = seen if isinstance(seen, list) else [seen]
        good = sum(1 for outcome in outcomes if outcome)
        if good < len(outcomes) and exclusions.holds(place[0], place[1]):
            good = len(outcomes)
        if good < len(outcomes):
            missed.append((place, outcomes))
        total += len(outcomes)
        hit += good
    return total, hit, missed


def main(arguments):
    options = {argument for argument in arguments if argument.startswith("--")}
    export, exclusion_list = [argument for argument in arguments if argument not in options]
    with open(export, encoding="utf-8") as text:
        functions = json.load(text)["data"][0]["functions"]
    exclusions = Exclusions(exclusion_list)
    is_good = True
    for name, places in zip(FLOORS, collect(functions)):
        total, hit, missed = count(places, exclusions)
        if total == 0:
            if name != "MC/DC":
                print(f"not ok - coverage: no {name} at all")
                is_good = False
            continue
        share = 100.0 * hit / total
        is_enough = share >= FLOORS[name]
        is_good = is_good and is_enough
        mark = ("ok - " if is_enough else "not ok - ") if "--floor" in options else ""
        print(f"{mark}coverage of core/ by the corpus: {name} {hit} of {total}, "
              f"{share:.2f} %, floor {FLOORS[name]:.0f} %")
        if "--list" in options or not is_enough:
            for place, outcomes in missed:
                line = exclusions.line(place[0], place[1]).strip()
                print(f"# {place[0]}:{place[1]}:{place[2]} {outcomes} {line}")
    unused = exclusions.unused()
    if unused:
        print("not ok - coverage: exclusions that fit nothing unreached: " + "; ".join(unused))
    return 0 if is_good and not unused else 1


if __name__ == "__main__":
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    sys.exit(main(sys.argv[1:]))
