import type { Json } from '../validation/manifest';
import { ReadingError } from './reading-error';
import { yamlDocuments } from './yaml-documents';
import { yamlValue } from './yaml-value';

/** Returns what a text of one YAML document reads as. */
export function yamlOf(text: string): Json {
  const [document] = yamlDocuments(text);
  return document === undefined ? null : yamlValue(document);
}

/** Returns the message and line with which something is refused, as `line 3: …`, or an empty text if it is not. */
export function refusalOf(read: () => unknown): string {
  try {
    read();
    return '';
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    return error.line === undefined ? error.message : `line ${error.line}: ${error.message}`;
  }
}
