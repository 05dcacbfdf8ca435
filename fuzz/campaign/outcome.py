# SPDX-License-Identifier: Apache-2.0
"""What engines leave behind, as numbers: logs of libFuzzer, fuzzer_stats of AFL++, the lines of the
oracles, the marks of the model."""

import re

_PULSE = re.compile(r"^#(\d+)\s+(\S+)\s+cov: (\d+) ft: (\d+) corp: (\d+)/\S+.*exec/s: (\d+)", re.M)
_UNITS = re.compile(r"^stat::number_of_executed_units: (\d+)", re.M)


def read_text(path, last_bytes=None):
    """A file as text, whatever bytes it holds; empty when it is not there."""
    try:
        with open(path, "rb") as file:
            if last_bytes:
                file.seek(0, 2)
                file.seek(max(0, file.tell() - last_bytes))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""


def libfuzzer_progress(log):
    """The last state that a log of libFuzzer tells: executions, edges, features, corpus, exec/s."""
    state = {"executions": 0, "edges": 0, "features": 0, "corpus": 0, "rate": 0}
    last = None
    for last in _PULSE.finditer(log):
        pass
    if last:
        state.update(executions=int(last[1]), edges=int(last[3]), features=int(last[4]),
                     corpus=int(last[5]), rate=int(last[6]))
    units = _UNITS.search(log)
    if units:
        state["executions"] = max(state["executions"], int(units[1]))
    return state


def libfuzzer_crashed(log):
    return "SUMMARY: " in log or "Test unit written to" in log or "ERROR: libFuzzer" in log


def afl_stats(folder):
    """The numbers of an AFL++ instance's fuzzer_stats."""
    stats = {}
    for line in read_text(folder / "fuzzer_stats").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            stats[name.strip()] = value.strip()
    return {
        "executions": int(stats.get("execs_done", 0)),
        "edges": int(stats.get("edges_found", 0)),
        "corpus": int(stats.get("corpus_count", 0)),
        "crashes": int(stats.get("saved_crashes", 0)),
        "hangs": int(stats.get("saved_hangs", 0)),
        "rate": float(stats.get("execs_per_sec", 0)),
    }


def oracle_counts(path):
    """{target: {oracle: how often it was asked}}, summed over all processes that wrote there."""
    counts = {}
    for line in read_text(path).splitlines():
        target, *pairs = line.split()
        known = counts.setdefault(target, {})
        for pair in pairs:
            oracle, _, number = pair.partition("=")
            known[oracle] = known.get(oracle, 0) + int(number)
    return counts


def model_marks(paths):
    """The marks hit in any of the files, and how many the model makes possible."""
    marks = set()
    possible = 0
    for path in paths:
        for line in read_text(path).splitlines():
            if line.startswith("# "):
                possible = max(possible, int(line.split()[-1]))
            elif line:
                marks.add(line)
    return marks, possible
