import { decodedText } from './decoded-text';
import { refusalOf } from './testing-reading';

const TEXT = 'name: 异常\n';

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16 of Windows', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16 with the large byte first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
])('%s is read', (_, bytes) => {
  expect(decodedText(bytes)).toBe(TEXT);
});

test.each([
  ['a zero byte', Buffer.from('a: b\n\0'), 'is binary: it has a zero byte'],
  [
    'Latin-1',
    Buffer.from('a: b\nc: caf\u00e9\n', 'latin1'),
    'line 2: is neither UTF-8 nor UTF-16 with a byte order mark',
  ],
  ['half a character', Buffer.from(TEXT).subarray(0, 8), 'line 1: is neither UTF-8 nor UTF-16 with a byte order mark'],
  [
    'half a surrogate pair',
    Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
    'is not the UTF-16 that its byte order mark announces',
  ],
])('%s is refused', (_, bytes, expected) => {
  expect(refusalOf(() => decodedText(bytes))).toBe(expected);
});
