# SPDX-License-Identifier: Apache-2.0
"""The tools of fuzz/campaign: what they read out of engines' output, who runs next, what fails."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "fuzz" / "campaign"))

import decoded_view  # noqa: E402
import outcome  # noqa: E402
import schedule  # noqa: E402
import short_round  # noqa: E402
import table  # noqa: E402
import triage  # noqa: E402

LOG = """INFO: seed corpus: files: 3
#3\tINITED cov: 12 ft: 13 corp: 2/20b exec/s: 0 rss: 30Mb
#512\tNEW    cov: 40 ft: 99 corp: 7/1Kb lim: 4 exec/s: 256 rss: 31Mb L: 4/4 MS: 1 ChangeBit-
#9000\tDONE   cov: 41 ft: 120 corp: 9/2Kb lim: 8 exec/s: 4500 rss: 31Mb
stat::number_of_executed_units: 9000
"""


class Outcome(unittest.TestCase):
    def test_the_last_line_of_libfuzzer_counts(self):
        self.assertEqual(outcome.libfuzzer_progress(LOG), {
            "executions": 9000, "edges": 41, "features": 120, "corpus": 9, "rate": 4500})
        self.assertEqual(outcome.libfuzzer_progress("")["executions"], 0)

    def test_crashes_are_seen(self):
        self.assertFalse(outcome.libfuzzer_crashed(LOG))
        self.assertTrue(outcome.libfuzzer_crashed(LOG + "SUMMARY: libFuzzer: deadly signal\n"))

    def test_oracles_and_marks_are_summed(self):
        with tempfile.TemporaryDirectory() as folder:
            counts = Path(folder, "counts")
            counts.write_text("one a=2 b=0\ntwo a=1\none a=3 b=0\n")
            self.assertEqual(outcome.oracle_counts(counts), {"one": {"a": 5, "b": 0}, "two": {"a": 1}})
            first, second = Path(folder, "1"), Path(folder, "2")
            first.write_text("# 2 of 9\nS M min holds\nS M max holds\n")
            second.write_text("# 1 of 9\nS M min holds\n")
            marks, possible = outcome.model_marks([first, second, Path(folder, "none")])
            self.assertEqual((len(marks), possible), (2, 9))


class Verdict(unittest.TestCase):
    def test_a_target_has_to_ask_run_and_find_nothing(self):
        self.assertEqual(short_round.judge(10, {"a": 1}, 0), "")
        self.assertIn("a never asked", short_round.judge(10, {"a": 0, "b": 5}, 0))
        self.assertIn("no oracle", short_round.judge(10, {}, 0))
        self.assertIn("nothing was executed", short_round.judge(0, {"a": 1}, 0))
        self.assertIn("findings", short_round.judge(10, {"a": 1}, 1))


class Schedule(unittest.TestCase):
    def test_time_is_shared_by_weight_and_targets_take_turns(self):
        variants = {t: ["explore", "compare", "detect", "msan", "afl"] for t in "abc"}
        served = {}
        for _ in range(3000):
            job = schedule.next_job(list("abc"), variants, served, [])
            served[job] = served.get(job, 0) + 10
        total = sum(served.values())
        for target in "abc":
            mine = sum(v for (t, _), v in served.items() if t == target)
            self.assertAlmostEqual(mine / total, 1 / 3, delta=0.01)
        for variant, weight in schedule.WEIGHTS.items():
            share = sum(v for (_, x), v in served.items() if x == variant) / total
            self.assertAlmostEqual(share, weight / 100, delta=0.02)

    def test_nothing_runs_twice_at_once(self):
        running = [("a", "explore")]
        self.assertIsNone(schedule.next_job(["a"], {"a": ["explore"]}, {}, running))
        self.assertEqual(schedule.next_job(["a", "b"], {"a": ["explore"], "b": ["explore"]},
                                           {("b", "explore"): 99}, running), ("b", "explore"))


class Triage(unittest.TestCase):
    def test_buckets_are_reasons(self):
        self.assertEqual(triage.bucket_of("x.c:1: the oracle fixpoint does not hold\n"), "fixpoint")
        self.assertEqual(triage.bucket_of("DEDUP_TOKEN: f--g--h\nSUMMARY: x\n"), "f--g--h")
        self.assertEqual(triage.short_name("Heap buffer-overflow (x)"), "heap-buffer-overflow-x")

    def test_the_view_shows_bytes_and_text(self):
        text = decoded_view.view("scan_kernels", b"\x00\x01{\"a\":1}")
        self.assertIn("00 01 7b", text)
        self.assertIn('text: {"a":1}', text)


class Table(unittest.TestCase):
    def test_columns_stand_in_line(self):
        self.assertEqual(table.as_text(["a", "bb"], [["ccc", 1]]), "a    bb\nccc   1")
        self.assertEqual(table.since(3725), "1h02m")
        self.assertEqual(table.short_number(1234567), "1.23M")


@unittest.skipUnless(shutil.which("rsync"), "there is no rsync here")
class Sync(unittest.TestCase):
    def put(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")

    def test_hosts_exchange_inputs_and_main_instances(self):
        host = os.uname().nodename
        with tempfile.TemporaryDirectory() as folder:
            here, there = Path(folder, "here"), Path(folder, "there")
            self.put(here / "work/t/one")
            self.put(here / f"campaign/afl/t/main-{host}/queue/id1")
            self.put(here / "campaign/state.json")
            self.put(there / "work/t/two")
            self.put(there / "findings/t/crash")
            self.put(there / "campaign/afl/t/main-other/queue/id2")
            self.put(there / "campaign/afl/t/main-other/fuzzer_stats")
            self.put(there / f"campaign/afl/t/main-{host}/queue/stale")
            subprocess.run(["sh", ROOT / "fuzz/campaign/sync.sh", there], check=True,
                           stdout=subprocess.DEVNULL, env=dict(os.environ, FUZZ_ROOT=str(here)))
            ours = {str(p.relative_to(here)) for p in here.rglob("*") if p.is_file()}
            theirs = {str(p.relative_to(there)) for p in there.rglob("*") if p.is_file()}
        self.assertEqual(ours, {"work/t/one", "work/t/two", "findings/t/crash", "campaign/state.json",
                                f"campaign/afl/t/main-{host}/queue/id1",
                                "campaign/afl/t/main-other/queue/id2"})
        self.assertLessEqual({"work/t/one", f"campaign/afl/t/main-{host}/queue/id1"}, theirs)
        self.assertNotIn("campaign/state.json", theirs)


if __name__ == "__main__":
    unittest.main()
