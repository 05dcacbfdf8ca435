# SPDX-License-Identifier: Apache-2.0
"""One engine's process on one target for one slice of time."""

import ctypes
import os
import shutil
import signal
import subprocess
import time

import engines
import layout
import merge
import outcome
from campaign_state import FOLDER

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


def _die_with_parent():
    """A campaign that is killed leaves no process behind."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class Worker:
    def __init__(self, target, variant, seconds, seed):
        self.target = target
        self.variant = variant
        self.seconds = seconds
        self.begin = time.monotonic()
        self.counted = 0
        folder = FOLDER / "slices"
        folder.mkdir(parents=True, exist_ok=True)
        stem = f"{target}.{variant}.{os.getpid()}.{seed}"
        self.log = folder / f"{stem}.log"
        self.marks = folder / f"{stem}.marks"
        self.counts = FOLDER / "oracles"
        if variant == "afl":
            command, environment = self._afl(seed)
        else:
            folders = [layout.work_folder(target)] + layout.corpus_folders(target)
            command = engines.libfuzzer_command(variant, target, seconds, folders, seed)
            environment = engines.libfuzzer_environment(self.counts, self.marks)
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log,
                                            stdin=subprocess.DEVNULL, preexec_fn=_die_with_parent)

    def _afl(self, seed):
        self.out = FOLDER / "afl" / self.target
        self.out.mkdir(parents=True, exist_ok=True)
        seeds = engines.afl_seeds(self.target, FOLDER / "afl-seeds" / self.target)
        name = f"main-{os.uname().nodename}"
        self.instance = self.out / name
        power = ("explore", "fast", "exploit", "rare")[seed % 4]
        return engines.afl_command(self.target, self.seconds, seeds, self.out, name,
                                   power=power), engines.afl_environment()

    def progress(self):
        if self.variant == "afl":
            stats = outcome.afl_stats(self.instance)
            # Its edges are not libFuzzer's edges.
            return {"executions": stats["executions"], "rate": stats["rate"], "edges": 0,
                    "features": 0, "corpus": stats["corpus"]}
        return outcome.libfuzzer_progress(outcome.read_text(self.log, 1 << 16))

    def age(self):
        return time.monotonic() - self.begin

    def is_over(self):
        if self.process.poll() is not None:
            return True
        # An engine that does not end by itself is ended.
        if self.age() > self.seconds + 120:
            self.process.kill()
        return False

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def collect(self):
        """What the process has found goes where all processes look for it."""
        if self.variant == "afl":
            self._collect_afl()
        if self.variant != "afl" and not outcome.libfuzzer_crashed(outcome.read_text(self.log)):
            self.log.unlink(missing_ok=True)

    def _collect_afl(self):
        queue = self.instance / "queue"
        if queue.is_dir():
            merge.import_inputs(self.target, queue)
        for path in (self.instance / "crashes").glob("id:*"):
            name = "afl-" + path.name.replace(":", "-").replace(",", "-")[:120]
            if not (layout.findings_folder(self.target) / name).exists():
                shutil.copyfile(path, layout.findings_folder(self.target) / name)
