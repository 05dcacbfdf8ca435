# SPDX-License-Identifier: Apache-2.0
"""What the reports of bench/ conclude from numbers that are known beforehand."""
import io
import contextlib
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'bench/report'))

import budget
import check
import compare
import counts
import custom
import growth
import rows
import spread
import table
import timing

KEY = 'x86_64 gcc 12.2.0 glibc 2.36 -O2 ssse3'


def row(name, targets='-', size=0, operation='SendTextMessage'):
    return rows.Row('\t'.join([name, 'decode', 'strict', operation, 'request', 'file', str(size), '-', targets]))


def judged(known, counted, is_whole=True):
    """(passes, what was printed)."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        passes = check.judge(KEY, known, counted, is_whole)
    return passes, printed.getvalue()


def timings_of(row_name, **contestants):
    timings = timing.Timings()
    timings.rounds[row_name] = contestants
    timings.message_bytes[row_name] = 100
    return timings


class Budget(unittest.TestCase):
    known = {'decode/a': {'instructions': 1000, 'stack_bytes': 2000}, 'library': {'text_bytes': 50000}}

    def counted(self, instructions=1000, stack=2000, text=50000):
        return {'decode/a': {'instructions': instructions, 'stack_bytes': stack},
                'library': {'text_bytes': text}}

    def test_the_budget_itself_passes(self):
        self.assertTrue(judged(self.known, self.counted())[0])

    def test_one_percent_passes_and_more_fails(self):
        self.assertTrue(judged(self.known, self.counted(instructions=1010))[0])
        passes, printed = judged(self.known, self.counted(instructions=1011))
        self.assertFalse(passes)
        self.assertRegex(printed, r'decode/a +instructions +1000 +1011 +\+1\.10 %')

    def test_every_figure_but_text_is_judged(self):
        self.assertFalse(judged(self.known, self.counted(stack=2032))[0])
        passes, printed = judged(self.known, self.counted(text=60000))
        self.assertTrue(passes)
        self.assertIn('+20.00 %', printed)

    def test_better_passes_and_is_told(self):
        passes, printed = judged(self.known, self.counted(instructions=900))
        self.assertTrue(passes)
        self.assertIn('-10.00 %', printed)

    def test_a_build_without_budget_is_not_judged_and_says_so(self):
        passes, printed = judged(None, self.counted())
        self.assertTrue(passes)
        self.assertRegex(printed, 'not judged(.|\n)*bench-accept')

    def test_a_row_without_budget_fails(self):
        self.assertFalse(judged({}, self.counted())[0])

    def test_a_budget_that_nothing_counts_fails(self):
        counted = {'library': self.counted()['library']}
        self.assertFalse(judged(self.known, counted)[0])
        self.assertTrue(judged(self.known, counted, is_whole=False)[0])

    def test_what_cost_nothing_may_not_begin_to_cost(self):
        self.assertFalse(judged({'decode/a': {'arena_bytes': 0}}, {'decode/a': {'arena_bytes': 1}})[0])

    def test_what_is_written_is_read(self):
        old = budget.PATH
        with tempfile.TemporaryDirectory() as folder:
            budget.PATH = pathlib.Path(folder) / 'budget.json'
            self.assertEqual(budget.read(), {})
            budget.write({KEY: self.known, 'other': {}})
            self.assertEqual(budget.read(), {KEY: self.known, 'other': {}})
        budget.PATH = old

    def test_kernels_are_read_from_functions(self):
        report = 'fn=(1) anvil_read_plain_avx2\nfn=(2) anvil_span_scalar\nfn=(3) anvil_decode\n'
        self.assertEqual(set(counts.KERNEL.findall(report)), {'avx2', 'scalar'})
        self.assertEqual(counts.KERNEL.findall('cfn=(9) anvil_read_plain_ssse3.constprop.0\n'), ['ssse3'])


class Table(unittest.TestCase):
    def judge(self, anvil, yyjson, target='yyjson 0.5'):
        timings = timings_of('decode/a', anvil=anvil, yyjson=yyjson)
        return table.table([row('decode/a', target)], timings).splitlines()[1]

    def test_met_and_not_met(self):
        self.assertIn('0.5 yyjson: met (0.4)', self.judge([40, 40, 40], [100, 100, 100]))
        self.assertIn('0.5 yyjson: NOT MET (0.6)', self.judge([60, 60, 60], [100, 100, 100]))

    def test_the_ratio_is_taken_inside_a_round(self):
        self.assertIn(' 0.400 ', self.judge([40, 80, 400], [100, 200, 1000]))

    def test_a_wide_spread_shows_no_ratio_and_no_verdict(self):
        line = self.judge([30, 45, 80], [100, 100, 100])
        self.assertIn(' ? ', line)
        self.assertIn('unclear', line)

    def test_an_absent_peer_is_told(self):
        timings = timings_of('decode/a', anvil=[1, 1, 1])
        self.assertIn('not measured', table.table([row('decode/a', 'yyjson 0.5')], timings))

    def test_custom_form_leaves_out_what_says_nothing(self):
        entries = list(custom.of_timings(timings_of('decode/a', anvil=[30, 45, 80], yyjson=[100, 100, 100],
                                                    memcpy=[15, 22.5, 40])))
        self.assertEqual([entry['name'] for entry in entries], ['decode/a', 'decode/a / memcpy'])
        self.assertEqual(entries[0]['value'], 45)


class Statistics(unittest.TestCase):
    def test_mann_whitney(self):
        # The smallest chance of 5 against 5 is about 0.012 with continuity correction.
        self.assertAlmostEqual(spread.mann_whitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), 0.0122, places=3)
        self.assertEqual(spread.mann_whitney([1, 1, 1], [1, 1, 1]), 1.0)
        self.assertGreater(spread.mann_whitney([1, 3, 5, 7], [2, 4, 6, 8]), 0.5)

    def test_bootstrap_holds_the_median(self):
        low, high = spread.bootstrap_interval([0.98, 0.99, 1.0, 1.01, 1.02], 0.95)
        self.assertTrue(0.98 <= low <= 1.0 <= high <= 1.02)

    def test_compare_sees_three_percent_and_not_noise(self):
        base = [100 + i % 3 / 10 for i in range(11)]
        self.assertEqual(compare.compare('a', base, [time * 1.03 for time in base], 30)[-1], 'SLOWER')
        self.assertEqual(compare.compare('a', base, [time * 0.97 for time in base], 30)[-1], 'FASTER')
        self.assertEqual(compare.compare('a', base, base[::-1], 30)[-1], 'no difference seen')

    def test_growth(self):
        self.assertEqual([round(x, 6) for x in growth.line_through([(10, 25), (100, 205), (1000, 2005)])], [5, 2])

    def test_growth_that_bends_is_told(self):
        for times, verdict in (((205, 2005, 20005), '%: met'), ((205, 2005, 30005), '%: NOT MET')):
            timings = timing.Timings()
            memory = {}
            for size, time in zip((100, 1000, 10000), times):
                timings.rounds[f'growth/{size}'] = {'anvil': [time]}
                timings.message_bytes[f'growth/{size}'] = size
                memory[size] = {'arena_bytes': size, 'resident_bytes': size}
            self.assertIn(verdict, growth.report(timings, memory))


class Rows(unittest.TestCase):
    def test_the_catalogue_is_sound(self):
        read = rows.read()
        names = [entry.name for entry in read]
        self.assertEqual(len(set(names)), len(names))
        self.assertTrue(all(0 < ratio < 10 for entry in read for ratio in entry.targets.values()))
        self.assertTrue(any(entry.is_stream for entry in read))

    def test_every_row_that_is_counted_has_a_budget(self):
        counted = {entry.name for entry in rows.read() if entry.grown_bytes <= counts.COUNTED_BYTES}
        for key, known in budget.read().items():
            self.assertEqual(set(known) - {budget.LIBRARY}, counted, key)


if __name__ == '__main__':
    unittest.main()
