# SPDX-License-Identifier: Apache-2.0
"""Writes the messages of the benchmark that are not examples already, into the folder it stands in.

    python3 bench/cases/generate.py          run by `make bench-cases`

Needs nothing but Python 3. The same model and examples give the same files.
"""
import json
import pathlib
import random

CASES = pathlib.Path(__file__).resolve().parent
ROOT = CASES.parent.parent


def shuffled(example, dice):
    """The message with its members in another order and white space as people like it."""
    message = json.loads((ROOT / 'spec/examples' / example / 'request.json').read_text())
    names = list(message)
    while names == list(message):
        dice.shuffle(names)
    return json.dumps({name: message[name] for name in names}, indent=2) + '\n'


def main():
    dice = random.Random(20220331)
    for example in ('associate', 'disassociate', 'registration'):
        (CASES / f'{example}-request-shuffled.json').write_text(shuffled(example, dice))


if __name__ == '__main__':
    main()
