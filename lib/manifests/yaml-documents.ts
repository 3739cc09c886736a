import { lineAt } from './reading-error';

/** One document of a YAML text. */
export interface YamlDocument {
  readonly text: string;
  /** Its first line in the whole text, from 1. */
  readonly firstLine: number;
  /** Whether the separator before it says something besides a comment: kubectl reads nothing from there on. */
  readonly badSeparator: boolean;
}

/**
 * Splits a text into documents as kubectl does: at each line that begins with `---`. Line breaks become plain ones.
 *
 * @see k8s.io/apimachinery v0.27 pkg/util/yaml/decoder.go, YAMLReader
 */
export function yamlDocuments(text: string): readonly YamlDocument[] {
  const documents: YamlDocument[] = [];
  let line = 1;
  for (const part of text.split(/(?<![^\n])(?=---)/)) {
    const [separator = ''] = part.startsWith('---') ? (/^[^\n]*\n?/.exec(part) ?? []) : [];
    documents.push({
      text: withPlainBreaks(part.slice(separator.length)),
      firstLine: separator === '' ? line : line + 1,
      badSeparator: separator !== '' && !/^---\s*(?:#|$)/.test(separator),
    });
    line += part.split('\n').length - 1;
  }
  return documents;
}

/** Returns the line of the whole text, from 1, that an offset of a document stands in. */
export function lineIn({ text, firstLine }: YamlDocument, offset: number): number {
  return firstLine - 1 + lineAt(text, offset);
}

/** go-yaml takes a carriage return alone, and NEL, for line breaks too. */
function withPlainBreaks(text: string): string {
  return /[\r\u0085]/.test(text) ? text.replaceAll(/\r\n?|\u0085/g, '\n') : text;
}
