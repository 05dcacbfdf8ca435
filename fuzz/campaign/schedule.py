# SPDX-License-Identifier: Apache-2.0
"""Who runs next: shares of processor time between variants, and turns between targets. Knows numbers,
no processes."""

# libFuzzer without sanitizers tries the most; the others find what it cannot see.
WEIGHTS = {"explore": 60, "compare": 15, "detect": 15, "msan": 5, "afl": 5}


def next_job(targets, variants_of, served, running):
    """The (target, variant) that has been served least for its weight, those that run now last.

    `variants_of` maps targets to their variants; `served` maps (target, variant) to seconds;
    `running` lists what runs now. A target is never run twice at once in the same variant."""
    candidates = [(t, v) for t in targets for v in variants_of[t] if (t, v) not in running]
    if not candidates:
        return None

    def need(job):
        target, variant = job
        total = sum(served.get((target, v), 0) for v in variants_of[target])
        share = served.get(job, 0) / WEIGHTS[variant]
        is_busy = any(t == target for t, _ in running)
        return is_busy, total, share, -WEIGHTS[variant]

    # First the target that has had least, then the variant of it.
    return min(candidates, key=need)


def slice_seconds(total_seconds, jobs, target_count):
    """How long one process runs: long enough to be worth its start, and short enough that every
    target has several turns. Between 10 seconds and half an hour."""
    return max(10, min(1800, total_seconds * jobs / max(1, target_count) / 6))
