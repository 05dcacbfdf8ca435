# SPDX-License-Identifier: Apache-2.0
"""Writes the messages of the benchmark that are not examples already, into the folder it stands in.

    python3 bench/cases/generate.py ANVIL     run by `make bench-cases`

Every message is checked with the command ANVIL, identities included. The same model and examples
give the same files.
"""
import json
import pathlib
import random
import subprocess
import sys

from sample import Sampler

CASES = pathlib.Path(__file__).resolve().parent
ROOT = CASES.parent.parent
MODEL = ROOT / 'spec/model/pinpoint-sms-voice-v2.json'
COMPACT = (',', ':')


def check(anvil, operation, side, text):
    """Ends the program when a message is not as the model wants it."""
    done = subprocess.run([anvil, 'check', operation, '--' + side, '--profile', 'strict', '--identity'],
                          input=text.encode(), capture_output=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f'{operation} {side}: {text}\n{done.stdout.decode()}{done.stderr.decode()}')


def shuffled(example, dice):
    """The message with its members in another order and white space as people like it."""
    message = json.loads((ROOT / 'spec/examples' / example / 'request.json').read_text())
    names = list(message)
    while names == list(message):
        dice.shuffle(names)
    return json.dumps({name: message[name] for name in names}, indent=2) + '\n'


def page(anvil, sampler, operation, member, item, count):
    """A response that lists things, an item a line, so that the driver can make it longer."""
    items = [json.dumps(sampler.message(item), separators=COMPACT) for _ in range(count)]
    text = f'{{"{member}":[\n' + '\n,'.join(items) + '\n]}\n'
    check(anvil, operation, 'response', text)
    return text


def stream(anvil, sampler, model):
    """A request and a response of every operation, one a line: name, side, body."""
    lines = []
    for target in sampler.operations:
        operation = model['shapes'][target]
        name = target.split('#')[1]
        for side, part in (('request', 'input'), ('response', 'output')):
            message = sampler.message(operation[part]['target'].split('#')[1])
            text = json.dumps(message, separators=COMPACT, ensure_ascii=False)
            check(anvil, name, side, text)
            lines.append(f'{name}\t{side}\t{text}\n')
    return ''.join(lines)


def main():
    anvil = sys.argv[1]
    dice = random.Random(20220331)
    model = json.loads(MODEL.read_text())
    sampler = Sampler(model, dice)
    files = {f'{example}-request-shuffled.json': shuffled(example, dice)
             for example in ('associate', 'disassociate', 'registration')}
    files['phone-numbers.json'] = page(anvil, sampler, 'DescribePhoneNumbers', 'PhoneNumbers',
                                       'PhoneNumberInformation', 64)
    files['opted-out-numbers.json'] = page(anvil, sampler, 'DescribeOptedOutNumbers', 'OptedOutNumbers',
                                           'OptedOutNumberInformation', 64)
    files['stream.tsv'] = stream(anvil, sampler, model)
    for name, text in files.items():
        (CASES / name).write_text(text)


if __name__ == '__main__':
    main()
