# SPDX-License-Identifier: Apache-2.0
"""Where things lie: targets, variants and their programs, corpora, findings. Knows no engine."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUZZ = Path(os.environ.get("FUZZ_ROOT", ROOT / "build" / "fuzz"))
FINDINGS = FUZZ / "findings"
WORK = FUZZ / "work"
DICTIONARY = FUZZ / "anvil.dict"
AFL_MUTATOR = FUZZ / "plain" / "fuzz" / "mutator.so"

LIBFUZZER_VARIANTS = ("explore", "compare", "detect", "msan")
# The target that shows that the detectors work: the one for which a crash is the pass.
MUST_CRASH = "must_crash"


def all_targets():
    """The names of all targets, sorted, without the one that has to crash."""
    names = sorted(path.stem for path in (ROOT / "fuzz" / "targets").glob("*.c"))
    return [name for name in names if name != MUST_CRASH]


def choose_targets(wanted):
    """Those named in `wanted`, separated by commas or spaces; all when it is empty."""
    names = wanted.replace(",", " ").split()
    unknown = [name for name in names if name not in all_targets()]
    if unknown:
        raise SystemExit(f"no such target: {' '.join(unknown)}; there are: {' '.join(all_targets())}")
    return names or all_targets()


def program(variant, target):
    return FUZZ / variant / "fuzz" / target


def built_variants(target):
    """The libFuzzer variants that are built for a target, in the order of LIBFUZZER_VARIANTS."""
    return [v for v in LIBFUZZER_VARIANTS if program(v, target).exists()]


def has_afl(target):
    return shutil.which("afl-fuzz") is not None and program("afl", target).exists()


def corpus_folders(target):
    """The committed inputs: generated seeds, the minimised corpus, what ever failed."""
    folders = [ROOT / "corpus" / target / part for part in ("seed", "min", "regress")]
    return [folder for folder in folders if folder.is_dir() and any(folder.iterdir())]


def work_folder(target):
    """What fuzzing on this machine has found so far; shared by all variants and engines."""
    folder = WORK / target
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def findings_folder(target):
    folder = FINDINGS / target
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def list_findings(target):
    folder = FINDINGS / target
    return sorted(p for p in folder.glob("*") if p.is_file()) if folder.is_dir() else []
