import { Field } from './field';
import type { Json } from '../manifest';
import { portNumber, portNumberOrName } from './port-expectations';

const FORM = 'a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another,';

test.each<[Json, string | undefined]>([
  [1, undefined],
  [65_535, undefined],
  ['http', undefined],
  [0, 'is 0; 1 to 65535 is expected'],
  [65_536, 'is 65536; 1 to 65535 is expected'],
  ['80', `is "80"; ${FORM} is expected`],
])('a port by number or name, %j', (value, message) => {
  expect(portNumberOrName(new Field('port', value))).toBe(message);
});

test('a port by number only does not judge names', () => {
  expect(portNumber(new Field('port', '80'))).toBeUndefined();
});
