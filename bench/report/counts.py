# SPDX-License-Identifier: Apache-2.0
"""What one build of the library does for each row, counted: the same numbers on every run.

Every row has processes of its own, so that no row moves another one's code or data:
callgrind counts instructions, lackey the bytes that loads and stores move, and an ordinary run says how
much arena and stack it took.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import tempfile

# What a row counts, for one message.
FIGURES = ('instructions', 'bytes_read', 'bytes_written', 'arena_bytes', 'stack_bytes')
# A stream is counted over so many messages, drawn as always.
STREAM_MESSAGES = 1024
# Tracing every access takes a second for a million instructions: not of long lists, and of a stream
# only so many messages.
TRACED_BYTES = 100_000
TRACED_MESSAGES = 64
# Longer ones say nothing that these do not.
COUNTED_BYTES = 2_000_000

# libc's memcpy is the plainest one of x86-64 whatever the processor: otherwise every machine would
# count something else. Elsewhere nobody reads this.
ENVIRONMENT = {'PATH': os.environ['PATH'], 'LC_ALL': 'C',
               'GLIBC_TUNABLES': 'glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512VL,-ERMS,-FSRM'}
KERNEL = re.compile(r'^c?fn=\(\d+\) anvil_\w+?_(scalar|s?sse\d*|avx\d*|neon)(?:\.|$)', re.MULTILINE)


def each(total, times):
    """What one of `times` messages has of a total; whole where it comes out whole."""
    return total // times if total % times == 0 else round(total / times, 2)


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.stderr.strip()}")
    return done.stdout


class Build:
    """A count driver and the library in it."""

    def __init__(self, folder):
        self.driver = pathlib.Path(folder) / 'bench/count'
        self.library = pathlib.Path(folder) / 'libanvil.a'
        symbols = {line.split()[2]: int(line.split()[0], 16)
                   for line in run(['nm', self.driver]).splitlines() if len(line.split()) == 3}
        self.begin = symbols['bench_measured']
        self.end = symbols['bench_measured_end']

    def command(self, row, times):
        return [self.driver, '.', row.name, str(times)]

    def callgrind(self, row, times):
        """Callgrind's report of what happens between the marks."""
        with tempfile.NamedTemporaryFile() as out:
            run(['valgrind', '--tool=callgrind', '--collect-atstart=no', '--toggle-collect=bench_measured',
                 f'--callgrind-out-file={out.name}', *self.command(row, times)])
            return pathlib.Path(out.name).read_text()

    def instructions(self, row):
        """Instructions a message."""
        times = STREAM_MESSAGES if row.is_stream else 1
        total = re.search(r'^totals: (\d+)', self.callgrind(row, times), re.MULTILINE)
        return each(int(total[1]), times)

    def bytes_moved(self, row):
        """Bytes that a message's loads and stores move: (read, written)."""
        times = TRACED_MESSAGES if row.is_stream else 1
        command = ['valgrind', '--tool=lackey', '--trace-mem=yes', '--log-fd=1', *self.command(row, times)]
        moved = {'L': 0, 'S': 0, 'M': 0}
        begin, end = f'I  {self.begin:08x},', f'I  {self.end:08x},'
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
            is_on = False
            for line in process.stdout:
                if line.startswith('I'):
                    is_on = line.startswith(begin) or (is_on and not line.startswith(end))
                elif is_on and line[1] in moved:
                    moved[line[1]] += int(line.rsplit(',', 1)[1])
        if process.returncode != 0:
            raise SystemExit(f'{row.name}: lackey failed')
        return each(moved['L'] + moved['M'], times), each(moved['S'] + moved['M'], times)

    def memory(self, row):
        """Arena and stack that the work took: a dict."""
        times = STREAM_MESSAGES if row.is_stream else 1
        lines = run([*self.command(row, times), '--memory']).splitlines()
        return {name: int(value) for name, value in (line.split() for line in lines)}

    def row(self, row):
        """All figures of a row."""
        counted = {'instructions': self.instructions(row)}
        if row.grown_bytes <= TRACED_BYTES:
            counted['bytes_read'], counted['bytes_written'] = self.bytes_moved(row)
        counted.update(self.memory(row))
        return {name: counted[name] for name in FIGURES if name in counted}

    def text_bytes(self):
        """Machine code in the library, linked or not."""
        sizes = re.findall(r'^\.text\S*\s+(\d+)', run(['size', '-A', self.library]), re.MULTILINE)
        return sum(map(int, sizes))

    def key(self, flags, row):
        """What the counts depend on; the kernel is the one whose functions run in `row`."""
        kernels = sorted(set(KERNEL.findall(self.callgrind(row, 1))))
        return f"{run([self.driver, '.', '--build']).strip()} {flags} {'+'.join(kernels)}"


def count(build, rows, say):
    """The figures of all rows, counted on all cores; `say` hears of every row that is done."""
    chosen = [row for row in rows if row.grown_bytes <= COUNTED_BYTES]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        futures = {row.name: pool.submit(build.row, row) for row in chosen}
        counted = {}
        for name, future in futures.items():
            counted[name] = future.result()
            say(name, len(counted), len(chosen))
    return counted
