# SPDX-License-Identifier: Apache-2.0
"""Values as a customer of the service would have them, made from the model's shapes with dice.

Every identity is invented: 111122223333 is an account of examples, the numbers are fictitious.
"""
import base64
import json

SERVICE_PREFIX = 'com.amazonaws.pinpointsmsvoicev2#'
REGIONS = ('us-east-1', 'eu-central-1', 'ap-southeast-2')
ACCOUNT = '111122223333'
COUNTRIES = ('US', 'DE', 'GB', 'FR', 'IN', 'BR', 'AU', 'CA')
NAMES = ('alerts', 'marketing-emea', 'one-time-passwords', 'deliveries', 'appointments_eu', 'billing')
SENDERS = ('EXAMPLECO', 'ParcelBird', 'MyClinic', 'BANKALERT')
SENTENCES = (
    'Your parcel arrives between 9 and 11.',
    'Your code is 481920. It is valid for ten minutes; never share it.',
    'The appointment on Tuesday at 14:30 is confirmed. Reply NO to cancel it.',
    'Invoice 2291 is due on Friday.\nThank you for being with us.',
    'We say "hello" to everybody who joined this week.',
    'Your table for four is ready in the caf\u00e9 at the old harbour.',
)
WORDS = ('order', 'shop', 'campaign', 'locale', 'customer', 'batch')

# What a member is called says more about its text than the model does.
BY_NAME = {
    'MonthlyLeasingPrice': ('2.00', '15.00', '1.15'),
    'RegistrationType': ('US_TOLL_FREE_REGISTRATION', 'US_TEN_DLC_BRAND_REGISTRATION'),
    'FieldPath': ('companyInfo.companyName', 'messagingUseCase.monthlyMessageVolume'),
    'SectionPath': ('companyInfo', 'messagingUseCase'),
    'LanguageCode': ('en-US', 'de-DE', 'fr'),
    'MCC': ('262', '310'), 'MNC': ('01', '260'), 'DialingCountryCode': ('49', '1'),
    'ResourceType': ('phone-number', 'pool', 'sender-id'),
    'Policy': ('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sms-voice:*"}]}',),
    'VerificationCode': ('481920',), 'TwoWayMediaS3KeyPrefix': ('inbound/media',),
}
# And else the pattern: one text or more that match.
BY_PATTERN = {
    '^[A-Z]{2}$': COUNTRIES,
    '^[A-Z_]+$': ('VERTICAL', 'TALL_HEIGHT', 'MEDIUM_WIDTH'),
    '^[0-9]{0,2}\\.[0-9]{1,5}$': ('0.075', '.05', '12.5'),
    '^[A-Za-z0-9_\\.]+$': ('companyInfo.companyName',),
    '^[/\\.:A-Za-z0-9+_-]+$': ('ACTIVE', 'TRANSACTIONAL', 'US'),
    '^(https://|s3://).+$': ('https://media.example.com/cards/spring/hero-1200x600.png',),
    '^https://\\S+$': ('https://www.example.com/orders/A-1029?from=message',),
    '^s3://([a-z0-9\\.-]{3,63})/(.+)$': ('s3://example-media/cards/spring/hero-1200x600.png',),
    '^[A-Za-z0-9_ -]+$': ('Example Company',),
}
# Where one word is enough.
SINGLE_WORDS = ('^.+$', '^[A-Za-z0-9_]+$', '^[A-Za-z0-9_-]+$', '^\\S+$', '^[\\S]+$')
SHORT = ('key', 'value', 'Key', 'Value', 'Name')
FOREIGN_ARNS = {
    'sns': 'arn:aws:sns:{region}:{account}:two-way-{name}',
    'iam': 'arn:aws:iam::{account}:role/sms-voice-{name}',
    'logs': 'arn:aws:logs:{region}:{account}:log-group:/sms/{name}',
    'firehose': 'arn:aws:firehose:{region}:{account}:deliverystream/{name}',
}


class Sampler:
    """Makes messages of a model; the same dice make the same messages."""

    def __init__(self, model, dice):
        self.shapes = model['shapes']
        self.dice = dice
        service = self.shapes[SERVICE_PREFIX + 'PinpointSMSVoiceV2']
        self.resources = {resource['type']: resource
                          for resource in service['traits']['anvil.identity#resources']}
        self.operations = [target['target'] for target in service['operations']]

    def message(self, shape):
        """A message of a structure shape, members in model order."""
        return self.structure(SERVICE_PREFIX + shape, 0)

    def hex(self, count):
        return ''.join(self.dice.choice('0123456789abcdef') for _ in range(count))

    def traits(self, member):
        traits = dict(self.shapes.get(member['target'], {}).get('traits', {}))
        traits.update(member.get('traits', {}))
        return {name.split('#')[1]: value for name, value in traits.items()}

    def structure(self, shape, depth):
        made = {}
        for name, member in self.shapes[shape]['members'].items():
            is_required = 'smithy.api#required' in member.get('traits', {})
            if is_required or self.dice.random() < (0.7 if depth < 3 else 0.2):
                made[name] = self.value(name, member, depth)
        return made

    def union(self, shape, depth):
        name, member = self.dice.choice(list(self.shapes[shape]['members'].items()))
        return {name: self.value(name, member, depth)}

    def value(self, name, member, depth):
        target = self.shapes.get(member['target'])
        kind = target['type'] if target else member['target'].split('#')[1]
        traits = self.traits(member)
        if kind in ('structure', 'union'):
            return getattr(self, kind)(member['target'], depth + 1)
        if kind in ('list', 'map'):
            return self.collection(kind, target, traits, depth)
        if kind == 'enum':
            values = [word['traits']['smithy.api#enumValue'] for word in target['members'].values()]
            return self.dice.choice(values)
        if kind in ('string', 'String'):
            return self.text(name, traits)
        return self.scalar(kind, traits)

    def collection(self, kind, target, traits, depth):
        length = traits.get('length', {})
        count = max(length.get('min', 0), min(length.get('max', 3), self.dice.randint(1, 3)))
        if kind == 'map':
            return {self.text('key', self.traits(target['key'])): self.value('value', target['value'], depth)
                    for _ in range(count)}
        items = [self.value('item', target['member'], depth) for _ in range(count)]
        seen = {json.dumps(item): item for item in items}
        return list(seen.values()) if len(seen) >= length.get('min', 0) else items

    def scalar(self, kind, traits):
        if kind in ('boolean', 'Boolean', 'PrimitiveBoolean'):
            return self.dice.random() < 0.5
        if kind == 'Timestamp':
            return round(1750000000 + self.dice.random() * 2e7, 3)
        if kind == 'blob':
            return base64.b64encode(bytes(self.dice.getrandbits(8) for _ in range(300))).decode()
        limits = traits.get('range', {})
        low, high = limits.get('min', 0), limits.get('max', 10**6)
        if kind == 'double':
            return round(self.dice.uniform(low, high), 6)
        return self.dice.randint(low, high)

    def text(self, name, traits):
        pattern = traits.get('pattern')
        if 'accepts' in traits:
            text = self.identity(traits['accepts'])
        elif name.endswith(('Token', 'token')):
            text = '-'.join(self.hex(count) for count in (8, 4, 4, 4, 12))
        elif name in BY_NAME:
            text = self.dice.choice(BY_NAME[name])
        elif pattern in BY_PATTERN:
            text = self.dice.choice(BY_PATTERN[pattern])
        elif name in SHORT or pattern in SINGLE_WORDS:
            text = self.dice.choice(WORDS)
        else:
            text = self.dice.choice(SENTENCES)
        length = traits.get('length', {})
        if len(text) > length.get('max', len(text)):
            text = self.dice.choice(WORDS)
        return text

    def identity(self, accepts):
        makers = {'types': self.resource, 'numbers': self.number, 'arnServices': self.foreign_arn,
                  'text': self.free_text}
        parts = [part for part in makers if part in accepts]
        return makers[self.dice.choice(parts)](accepts)

    def resource(self, accepts):
        resource = self.resources[self.dice.choice(accepts['types'])]
        form = self.dice.choice(accepts.get('forms', ('id', 'arn')))
        text = {'prefixed': lambda: resource['prefix'] + self.hex(32),
                'name': lambda: self.dice.choice(SENDERS),
                'label': lambda: self.dice.choice(NAMES),
                'opaque': lambda: self.hex(32)}[resource['form']]()
        if form == 'id':
            return text
        country = '/' + self.dice.choice(COUNTRIES) if resource['form'] == 'name' else ''
        region = self.dice.choice(REGIONS)
        return f"arn:aws:sms-voice:{region}:{ACCOUNT}:{resource['type']}/{text}{country}"

    def number(self, _):
        return '+1425555' + f'{self.dice.randint(100, 199):04}'

    def foreign_arn(self, accepts):
        form = FOREIGN_ARNS[self.dice.choice(accepts['arnServices'])]
        return form.format(region=self.dice.choice(REGIONS), account=ACCOUNT,
                           name=self.dice.choice(NAMES))

    def free_text(self, accepts):
        return {'keyword': 'HELP', 'bucket-name': 'example-media'}.get(accepts['text'], 'spring-sale')
