import { isKeyboard, typedLine } from './typed-line';

/** A keyboard on which these keys are pressed, and which remembers how it was set. */
function aKeyboard(...presses: readonly string[]) {
  const modes: boolean[] = [];
  return {
    modes,
    isTTY: true,
    setRawMode: (raw: boolean) => void modes.push(raw),
    async *[Symbol.asyncIterator]() {
      for (const press of presses) yield Promise.resolve(Buffer.from(press, 'latin1'));
    },
  };
}

async function typed(...presses: readonly string[]) {
  const shown: string[] = [];
  const keyboard = aKeyboard(...presses);
  const line = await typedLine(keyboard, 'Password: ', (text) => shown.push(text)).catch((error: unknown) => error);
  return { line, shown: shown.join(''), modes: keyboard.modes };
}

test('a line is read, and nothing but the prompt is shown', async () => {
  expect(await typed('s', '3', 'cret', '\r', 'more')).toEqual({
    line: 's3cret',
    shown: 'Password: \n',
    modes: [true, false],
  });
});

test.each([
  ['a backspace', ['ab', '\u007f', 'c\n'], 'ac'],
  ['a backspace too many', ['\b\ba\n'], 'a'],
  ['a cleared line', ['ab\u0015c\n'], 'c'],
  ['an arrow', ['a', '\u001b[D', 'b\n'], 'ab'],
  ['an end of the file', ['ab\u0004'], 'ab'],
  ['a stream that ends', ['ab'], 'ab'],
  ['a character whose bytes arrive apart', ['\u00e4', '\u00b8', '\u00ad\n'], '中'],
])('%s is understood', async (_, presses, line) => {
  expect((await typed(...presses)).line).toBe(line);
});

test.each([
  ['Ctrl-C', ['s3cret\u0003'], 'broken off at the password; nothing was made'],
  ['nothing', ['\r'], 'no password was typed'],
])('%s ends it, and the keyboard is as before', async (_, presses, message) => {
  const { line, modes, shown } = await typed(...presses);

  expect(line).toMatchObject({ message });
  expect({ modes, shown }).toEqual({ modes: [true, false], shown: 'Password: \n' });
});

test('a pipe is no keyboard', () => {
  const keyboard = aKeyboard();
  const pipe = { ...keyboard, isTTY: false };

  expect([isKeyboard(pipe), isKeyboard(keyboard)]).toEqual([false, true]);
});
