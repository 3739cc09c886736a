import { OperatorError } from '../../lib/operator-error';

/** Standard input where a person types, as Node has it. */
export interface Keyboard extends AsyncIterable<Uint8Array> {
  /** Whether each key arrives at once, and is not shown. */
  readonly setRawMode: (raw: boolean) => unknown;
}

const [INTERRUPT, END, BACKSPACE, CLEAR, ESCAPE, DELETE] = ['\u0003', '\u0004', '\b', '\u0015', '\u001B', '\u007F'];

/** Tells whether a person types what a stream reads. */
export function isKeyboard(stream: AsyncIterable<Uint8Array>): stream is Keyboard {
  return 'isTTY' in stream && stream.isTTY === true && 'setRawMode' in stream;
}

/**
 * Reads a line that a person types, and shows nothing of it.
 *
 * @param show writes the prompt
 * @throws OperatorError if nothing is typed, or the person breaks it off
 */
export async function typedLine(keyboard: Keyboard, prompt: string, show: (text: string) => void): Promise<string> {
  show(prompt);
  keyboard.setRawMode(true);
  try {
    const line = await lineFrom(keyboard);
    if (line === '') throw new OperatorError('no password was typed', 'Start again.');
    return line;
  } finally {
    keyboard.setRawMode(false);
    show('\n');
  }
}

async function lineFrom(keyboard: Keyboard): Promise<string> {
  const decoder = new TextDecoder();
  let typed: string[] = [];
  for await (const chunk of keyboard) {
    const keys = decoder.decode(chunk, { stream: true });
    // Arrows and the like, which have nothing to move in.
    if (keys.startsWith(ESCAPE ?? '')) continue;
    for (const key of keys) {
      if (key === '\r' || key === '\n' || key === END) return typed.join('');
      if (key === INTERRUPT) throw new OperatorError('broken off at the password; nothing was made');
      if (key === BACKSPACE || key === DELETE) typed = typed.slice(0, -1);
      else if (key === CLEAR) typed = [];
      else typed.push(key);
    }
  }
  return typed.join('');
}
