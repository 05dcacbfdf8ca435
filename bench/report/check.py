# SPDX-License-Identifier: Apache-2.0
"""`make bench-check` and `make bench-accept`: counts and compares with bench/budget.json.

    python3 bench/report/check.py [--accept] [--rows REGEX] [--json FILE] --flags FLAGS FOLDER...

Each FOLDER holds a build: libanvil.a and bench/count. The exit code is 1 when a figure is over its
budget, or a row has none although the build has; a build without any budget is not judged.
"""
import argparse
import pathlib
import re
import sys

import budget
import counts
import custom
import rows


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('--accept', action='store_true')
    parser.add_argument('--rows', default='.')
    parser.add_argument('--json', type=pathlib.Path)
    parser.add_argument('--flags', required=True)
    parser.add_argument('folders', nargs='+')
    return parser.parse_args()


def say(folder):
    """Progress: on a terminal a line that changes, in a log nothing until the end."""
    def told(name, done, total):
        if sys.stderr.isatty():
            end = '\r\033[K' if done == total else ''
            print(f'\r\033[K{folder}: {done} of {total}: {name}{end}', end='', file=sys.stderr, flush=True)
    return told


def count_build(folder, chosen, flags, is_whole):
    """The key of a build and all its figures."""
    build = counts.Build(folder)
    counted = counts.count(build, chosen, say(folder))
    if is_whole:
        counted[budget.LIBRARY] = {'text_bytes': build.text_bytes()}
    return build.key(flags, rows.read()[0]), counted


def judge(key, known, counted, is_whole):
    """Tells what became of one build; False when that is a failure."""
    print(f'# {key}')
    if known is None:
        print(f'not judged: bench/budget.json has no budget for this compiler, libc and kernel;\n'
              f'            `make bench-accept` adds one for {len(counted)} rows')
        return True
    found = budget.changes(known, counted)
    over = [change for change in found if change.is_over()]
    under = [change for change in found if change.is_under()]
    told = [change for change in found if change.figure in budget.TOLD_ONLY]
    missing = budget.unknown(known, counted) if is_whole else []
    if over:
        print(f'over budget by more than {100 * budget.TOLERANCE:g} %:\n{budget.table(over)}')
    if under:
        print(f'better than the budget by more than {100 * budget.TOLERANCE:g} %:\n{budget.table(under)}\n'
              '`make bench-accept` keeps it so')
    if told:
        print(f'not judged here:\n{budget.table(told)}')
    for row, figure in missing:
        print(f'{row}: {figure} is counted or budgeted, not both: `make bench-accept`')
    figures = sum(len(row) for row in counted.values())
    print(f"{'FAILED' if over or missing else 'ok'}: {figures} figures of {len(counted)} rows, "
          f'{len(over)} over budget, {len(missing)} without one')
    return not over and not missing


def accept(budgets, key, counted):
    """Takes the counts as the new budget and tells what that changes."""
    print(f'# {key}')
    known = budgets.get(key, {})
    found = budget.changes(known, counted)
    print(budget.table(found) if found else 'no figure changes')
    budgets[key] = counted
    budget.write(budgets)


def main():
    options = arguments()
    chosen = [row for row in rows.read() if re.search(options.rows, row.name)]
    if not chosen:
        raise SystemExit(f"no row has '{options.rows}' in its name")
    is_whole = options.rows == '.'
    if options.accept and not is_whole:
        raise SystemExit('a budget is accepted whole')
    budgets = budget.read()
    builds = {}
    is_good = True
    for folder in options.folders:
        key, counted = count_build(folder, chosen, options.flags, is_whole)
        builds[key] = counted
        if options.accept:
            accept(budgets, key, counted)
        else:
            is_good = judge(key, budgets.get(key), counted, is_whole) and is_good
    if options.json:
        custom.write(options.json, custom.of_counts(builds))
    if options.accept:
        print('bench/budget.json is rewritten: commit it by itself, with a message that says what it pays for')
    return 0 if is_good else 1


if __name__ == '__main__':
    sys.exit(main())
