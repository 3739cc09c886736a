import { OperatorError } from '../lib/operator-error';

/** More than any password has. */
const MAX_BYTES = 4096;

const LINE_BREAK = 0x0a;

/**
 * Reads the first line of standard input: a password.
 *
 * @throws OperatorError if it is empty or too long; the message never has any of it
 */
export async function firstLine(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES || chunk.includes(LINE_BREAK)) break;
  }
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/);
  if (line === '' || line.length > MAX_BYTES) {
    throw new OperatorError(
      line === ''
        ? 'standard input has no password'
        : `the password on standard input is longer than ${MAX_BYTES} bytes`,
      'Write the password, and nothing else, to standard input.',
    );
  }
  return line;
}
