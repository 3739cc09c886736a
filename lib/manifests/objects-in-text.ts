import type { Json, JsonObject } from '../validation/manifest';
import { apiObjects } from './api-objects';
import { isJson, jsonValues } from './json-values';
import { ReadingError } from './reading-error';
import { yamlDocuments } from './yaml-documents';
import { yamlValue } from './yaml-value';

/** What the documents of a text come to. */
export interface ObjectsInText {
  /** The API objects, in their order. */
  readonly objects: readonly JsonObject[];
  /** Why other documents could not be read. */
  readonly problems: readonly ReadingError[];
  /** Whether there is neither an object nor a problem nor an empty List: nothing but comments. */
  readonly isEmpty: boolean;
}

/**
 * Reads the documents of a text, JSON or YAML, as kubectl does.
 *
 * Where kubectl stops at the first document that it cannot read, this goes on with the next, so that all mistakes are
 * told at once; in JSON nothing marks where the next begins.
 *
 * @param told before each document of YAML, how many are done, and of how many
 */
export function objectsInText(text: string, told?: (done: number, documents: number) => void): ObjectsInText {
  return isJson(text) ? fromJson(text) : fromYaml(text, told);
}

function fromJson(text: string): ObjectsInText {
  const documents = new Documents();
  documents.attempt(() => {
    for (const value of jsonValues(text)) documents.attempt(() => documents.add(value));
  });
  return documents;
}

function fromYaml(text: string, told?: (done: number, documents: number) => void): ObjectsInText {
  const documents = new Documents();
  const all = yamlDocuments(text);
  for (const [index, document] of all.entries()) {
    told?.(index, all.length);
    documents.attempt(() => {
      if (document.badSeparator) {
        const message = 'has something besides a comment behind "---"; kubectl reads nothing from here on';
        throw new ReadingError(message, document.firstLine - 1);
      }
      documents.add(yamlValue(document));
    }, document.firstLine);
  }
  return documents;
}

class Documents implements ObjectsInText {
  readonly objects: JsonObject[] = [];
  readonly problems: ReadingError[] = [];
  isEmpty = true;

  add(value: Json): void {
    if (value === null) return;
    this.isEmpty = false;
    // One by one, since a long list of arguments overflows the stack.
    for (const object of apiObjects(value)) this.objects.push(object);
  }

  /** Keeps what a document cannot be read for, with its first line where no line is known. */
  attempt(read: () => void, firstLine?: number): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      this.isEmpty = false;
      this.problems.push(new ReadingError(error.message, error.line ?? firstLine));
    }
  }
}
