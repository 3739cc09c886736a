import type { Json, JsonObject } from '../validation/manifest';
import { MAX_DEPTH, tooDeep } from './nesting';
import { lineAt, ReadingError } from './reading-error';

/** A JSON number, or nothing. */
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

const WORDS = { true: true, false: false, null: null } as const;

/** Tells whether kubectl takes a text for JSON: by its first character, whatever the file is called. */
export function isJson(text: string): boolean {
  return text.trimStart().startsWith('{');
}

/**
 * Reads the JSON values that follow one another in a text.
 *
 * Unlike `JSON.parse` it refuses a key that is there twice and names the line of a mistake without quoting the text,
 * which may hold a secret.
 *
 * @returns the values, lazily, so that those before a mistake are known
 * @throws ReadingError with the line, while it is iterated
 */
export function* jsonValues(text: string): Generator<Json, void> {
  const reading = new JsonReading(text);
  while (!reading.atEnd()) yield reading.value(0);
}

class JsonReading {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Skips white space, and tells whether nothing follows. */
  atEnd(): boolean {
    while (' \t\r\n'.includes(this.text[this.position] ?? 'x')) this.position += 1;
    return this.position >= this.text.length;
  }

  value(depth: number): Json {
    switch (this.peek()) {
      case '{':
        return this.object(depth);
      case '[':
        return this.list(depth);
      case '"':
        return this.string();
      default:
        return this.word();
    }
  }

  private object(depth: number): JsonObject {
    const entries = new Map<string, Json>();
    const written = new Map<string, number>();
    this.items('}', depth, () => {
      this.atEnd();
      const position = this.position;
      if (this.peek() !== '"') throw this.problem('a name in quotes or }');
      const name = this.string();
      const former = written.get(name);
      if (former !== undefined) {
        const message = `has the key "${name}" twice in one object, the first in line ${lineAt(this.text, former)}`;
        throw new ReadingError(message, lineAt(this.text, position));
      }
      written.set(name, position);
      if (this.peek() !== ':') throw this.problem('a colon');
      this.position += 1;
      entries.set(name, this.value(depth + 1));
    });
    // Not by assignment, which would take a key named __proto__ for the prototype.
    return Object.fromEntries(entries);
  }

  private list(depth: number): readonly Json[] {
    const items: Json[] = [];
    this.items(']', depth, () => items.push(this.value(depth + 1)));
    return items;
  }

  private items(end: '}' | ']', depth: number, readItem: () => void): void {
    if (depth === MAX_DEPTH) throw tooDeep(lineAt(this.text, this.position));
    this.position += 1;
    if (this.peek() === end) {
      this.position += 1;
      return;
    }
    for (;;) {
      readItem();
      const separator = this.peek();
      if (separator !== ',' && separator !== end) throw this.problem(`a comma or ${end}`);
      this.position += 1;
      if (separator === end) return;
    }
  }

  private string(): string {
    const start = this.position;
    let end = this.text.indexOf('"', start + 1);
    while (end !== -1 && this.isEscaped(end, start)) end = this.text.indexOf('"', end + 1);
    if (end === -1) throw this.problem('the end of a text in quotes');
    try {
      this.position = end + 1;
      return String(JSON.parse(this.text.slice(start, end + 1)));
    } catch {
      this.position = start;
      throw this.problem('a text without control characters and unknown escapes');
    }
  }

  private isEscaped(quote: number, start: number): boolean {
    let backslashes = 0;
    while (quote - backslashes - 1 > start && this.text[quote - backslashes - 1] === '\\') backslashes += 1;
    return backslashes % 2 === 1;
  }

  private word(): Json {
    for (const [word, value] of Object.entries(WORDS)) {
      if (this.text.startsWith(word, this.position)) {
        this.position += word.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.position;
    const number = Number(NUMBER.exec(this.text)?.[0] ?? NaN);
    if (!Number.isFinite(number)) throw this.problem('a value');
    this.position = NUMBER.lastIndex;
    return number + 0;
  }

  /** The next character that is no white space, or an empty text. */
  private peek(): string {
    return this.atEnd() ? '' : (this.text[this.position] ?? '');
  }

  private problem(expected: string): ReadingError {
    return new ReadingError(`is not JSON: expected ${expected}`, lineAt(this.text, this.position));
  }
}
