# SPDX-License-Identifier: Apache-2.0
"""How each engine is called: command lines and environments. Knows no schedule and no outcome."""

import os

import layout

MAX_LEN = 1024
_SANITIZERS = {
    "ASAN_OPTIONS": "quarantine_size_mb=10:detect_stack_use_after_return=1:handle_abort=1:"
    "handle_sigill=1:allocator_may_return_null=1:dedup_token_length=3:detect_leaks=0",
    "UBSAN_OPTIONS": "print_stacktrace=1",
    "MSAN_OPTIONS": "handle_abort=1:handle_sigill=1:dedup_token_length=3",
}
# AFL++ neither asks the machine for a core pattern nor for a governor, and shows no screen.
_AFL = {
    "AFL_NO_UI": "1",
    "AFL_SKIP_CPUFREQ": "1",
    "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES": "1",
    "AFL_TRY_AFFINITY": "1",
    "AFL_FINAL_SYNC": "1",
    "AFL_TESTCACHE_SIZE": "100",
    "AFL_AUTORESUME": "1",
    "AFL_FAST_CAL": "1",
}


def libfuzzer_command(variant, target, seconds, folders, seed=0):
    """Runs a target for so long. The first folder takes what is new."""
    command = [
        str(layout.program(variant, target)),
        f"-max_total_time={max(1, int(seconds))}",
        f"-max_len={MAX_LEN}",
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        "-reload=1",
        f"-artifact_prefix={layout.findings_folder(target)}/{variant}-",
    ]
    if seed:
        command.append(f"-seed={seed}")
    if layout.DICTIONARY.exists():
        command.append(f"-dict={layout.DICTIONARY}")
    # Weighing inputs by the rarity of what they cover costs more than it brings where every member of
    # the model is a feature; the other variants keep it, to be different.
    if variant in ("explore", "detect"):
        command.append("-entropic=0")
    # Half of the comparing runs also count how near a comparison came.
    if variant == "compare" and seed % 2 == 1:
        command.append("-use_value_profile=1")
    return command + [str(folder) for folder in folders]


def libfuzzer_environment(counts=None, marks=None, code_only=False):
    """With `code_only` the engine sees no marks of the model, only the code."""
    environment = dict(os.environ, **_SANITIZERS)
    if code_only:
        environment["FUZZ_WITHOUT_SIGNALS"] = "1"
    if counts:
        environment["FUZZ_ORACLE_COUNTS"] = str(counts)
    if marks:
        environment["FUZZ_MODEL_MARKS"] = str(marks)
    return environment


def afl_command(target, seconds, seeds, out, name="main", is_main=True, power=None):
    """Runs a target for so long, with comparisons logged where that variant is built."""
    command = ["afl-fuzz", "-V", str(max(1, int(seconds))), "-i", str(seeds), "-o", str(out)]
    command += ["-M" if is_main else "-S", name, "-g", "1", "-G", str(MAX_LEN)]
    if is_main:
        command += ["-F", str(layout.work_folder(target))]
    if layout.program("cmplog", target).exists():
        command += ["-c", str(layout.program("cmplog", target)), "-l", "2AT"]
    if power:
        command += ["-p", power]
    if layout.DICTIONARY.exists():
        command += ["-x", str(layout.DICTIONARY)]
    return command + ["--", str(layout.program("afl", target))]


def afl_environment():
    environment = dict(os.environ, **_AFL)
    if layout.AFL_MUTATOR.exists():
        environment["AFL_CUSTOM_MUTATOR_LIBRARY"] = str(layout.AFL_MUTATOR)
    return environment


def afl_seeds(target, folder):
    """AFL++ takes one folder of inputs and none that is empty: gathers the committed ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in layout.corpus_folders(target):
        for path in source.iterdir():
            copy = folder / f"{source.name}-{path.name}"[:200]
            if path.is_file() and not copy.exists():
                copy.write_bytes(path.read_bytes())
    if not any(folder.iterdir()):
        (folder / "empty-object").write_bytes(b"\0\0{}")
    return folder
