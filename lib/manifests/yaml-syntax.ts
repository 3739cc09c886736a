import { Composer, Lexer, Parser } from 'yaml';
import type { Document, ParsedNode, YAMLParseError } from 'yaml';
import { MAX_DEPTH, tooDeep } from './nesting';
import { ReadingError } from './reading-error';
import { TabWatch } from './tab-watch';
import { lineIn } from './yaml-documents';
import type { YamlDocument } from './yaml-documents';

/**
 * The most lexical tokens of one document: about 1.5 GB while it is read. A List of 10,000 Deployments has 4.2
 * million.
 */
const MAX_TOKENS = 6_000_000;

/** Scalars stay text here, keys are not compared and tags not resolved: all that is kubectl's own way. */
const OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

/** What no YAML may hold as it is, only as an escape. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** The one escape of JSON that go-yaml does not know. */
const ESCAPED_SLASH = /(?:^|[^\\])(?:\\\\)*\\\//;

/**
 * Returns the syntax tree of a YAML document, or undefined where there is nothing but comments.
 *
 * @throws ReadingError with the line, if it is not YAML, or larger or deeper than is read
 */
export function trySyntaxTree(document: YamlDocument): ParsedNode | undefined {
  const control = CONTROL_CHARACTER.exec(document.text);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new ReadingError(`is not YAML: control character U+${code}`, lineIn(document, control.index));
  }
  const { trees, errors } = compose(document);
  const [error] = errors;
  if (error !== undefined) {
    // What is missing at the end is told at the last line that has something.
    const offset = Math.min(error.pos[0], document.text.trimEnd().length);
    throw new ReadingError(`is not YAML: ${withoutQuotation(error.message)}`, lineIn(document, offset));
  }
  const [tree, another] = trees;
  if (another !== undefined) {
    const line = lineIn(document, another.range[0]);
    throw new ReadingError('goes on after "...", the end of a document, without "---"; kubectl would drop it', line);
  }
  return tree;
}

interface Composition {
  readonly trees: readonly ParsedNode[];
  readonly errors: readonly YAMLParseError[];
}

function compose(document: YamlDocument): Composition {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  const documents: Document.Parsed[] = [];
  const tabs = new TabWatch();
  let tokens = 0;
  for (const lexeme of new Lexer().lex(document.text)) {
    tokens += 1;
    if (tokens > MAX_TOKENS) {
      throw new ReadingError(`has more than ${MAX_TOKENS} words and signs in one document; split it`);
    }
    if (lexeme.startsWith('"') && ESCAPED_SLASH.test(lexeme)) {
      throw new ReadingError('has the escape \\/, which YAML 1.1 does not know', lineIn(document, parser.offset));
    }
    if (tabs.isRefused(lexeme)) {
      throw new ReadingError('has a tab where only spaces may stand', lineIn(document, parser.offset));
    }
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive') {
        throw new ReadingError('has a directive (%), which kubectl does not read', lineIn(document, token.offset));
      }
      documents.push(...composer.next(token));
    }
    // A level of nesting takes one or two places on the stack; the exact depth is seen later, where there is one.
    if (parser.stack.length > 2 * MAX_DEPTH + 2) throw tooDeep(lineIn(document, parser.offset));
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return {
    trees: documents.flatMap(({ contents }) => contents ?? []),
    errors: [...documents.flatMap(({ errors }) => errors), ...composer.streamInfo().errors],
  };
}

/** The parser's words, without what they quote from the text: that may be a secret. */
function withoutQuotation(message: string): string {
  const words = message.replace(/: ?["\\].*$|(?<=escape sequence).*$|(?<=but found|characters): .*$/s, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
}
