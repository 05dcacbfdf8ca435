# SPDX-License-Identifier: Apache-2.0
"""What a campaign remembers between two lives: time spent, executions, what was last new. One JSON
file, replaced in one step, and one line of stats.tsv each time something ended or a minute passed."""

import json
import os
import time

import layout
import outcome

FOLDER = layout.FUZZ / "campaign"
STATS_HEADS = ["unix_time", "elapsed", "target", "executions", "rate", "edges", "features", "marks",
               "corpus", "findings", "last_new"]


class CampaignState:
    def __init__(self):
        self.elapsed = 0.0
        self.targets = {}
        self.served = {}

    @staticmethod
    def load():
        """What was saved, or a new one."""
        state = CampaignState()
        try:
            saved = json.loads((FOLDER / "state.json").read_text())
            state.elapsed = saved["elapsed"]
            state.targets = saved["targets"]
            state.served = {tuple(key.split("/")): value for key, value in saved["served"].items()}
        except (OSError, ValueError, KeyError):
            pass
        return state

    def save(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        fresh = FOLDER / "state.json.new"
        served = {"/".join(key): value for key, value in self.served.items()}
        fresh.write_text(json.dumps({"elapsed": self.elapsed, "targets": self.targets,
                                     "served": served}))
        os.replace(fresh, FOLDER / "state.json")

    def of(self, target):
        return self.targets.setdefault(target, {
            "executions": 0, "edges": 0, "features": 0, "marks": 0, "possible": 0, "corpus": 0,
            "last_new": None})

    def note_progress(self, target, progress):
        """Takes in what a running or ended process tells; says whether something was new."""
        known = self.of(target)
        is_new = progress["features"] > known["features"] or progress["edges"] > known["edges"]
        known["features"] = max(known["features"], progress["features"])
        known["edges"] = max(known["edges"], progress["edges"])
        if is_new or known["last_new"] is None:
            known["last_new"] = time.time()
        return is_new

    def note_marks(self, target, path):
        """Adds the marks that a process left to those of its target."""
        kept = FOLDER / "marks" / target
        kept.parent.mkdir(parents=True, exist_ok=True)
        marks, possible = outcome.model_marks([kept, path])
        if not possible:
            return
        kept.write_text(f"# {len(marks)} of {possible}\n" + "".join(f"{m}\n" for m in sorted(marks)))
        self.of(target).update(marks=len(marks), possible=possible)

    def append_stats(self, rows):
        path = FOLDER / "stats.tsv"
        is_new = not path.exists()
        with open(path, "a", encoding="ascii") as file:
            if is_new:
                file.write("\t".join(STATS_HEADS) + "\n")
            for row in rows:
                file.write("\t".join(str(cell) for cell in row) + "\n")
