import { firstLine } from './first-line';

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array, void> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

test.each([
  ['a line', ['secret\n'], 'secret'],
  ['a line of Windows', ['secret\r\n'], 'secret'],
  ['no line break', ['secret'], 'secret'],
  ['several lines', ['secret\nmore'], 'secret'],
  ['a line in pieces', ['se', 'cret', '\n'], 'secret'],
  ['spaces and other scripts', [' 口 令 \n'], ' 口 令 '],
])('%s', async (_, texts, line) => {
  expect(await firstLine(chunks(...texts))).toBe(line);
});

test('nothing after the line break is waited for', async () => {
  async function* endless(): AsyncGenerator<Uint8Array, void> {
    yield Buffer.from('secret\n');
    await new Promise(() => undefined);
  }

  expect(await firstLine(endless())).toBe('secret');
});

test.each([
  ['nothing', [], 'standard input has no password'],
  ['an empty line', ['\nsecret'], 'standard input has no password'],
  ['far too much', ['x'.repeat(5000)], 'the password on standard input is longer than 4096 bytes'],
])('%s is refused', async (_, texts, message) => {
  await expect(firstLine(chunks(...texts))).rejects.toThrow(message);
});
