import { asList, asObject, asText } from '../validation/manifest';
import type { Json, JsonObject } from '../validation/manifest';
import { ReadingError } from './reading-error';

/**
 * Returns the API objects of a document: itself, or the items of a List of any kind, those of Lists within it included.
 *
 * What has a list of `items` is a List to kubectl, whatever its kind. An item that says neither its kind nor its
 * version has those of its List: a Deployment in a DeploymentList.
 *
 * @throws ReadingError if the document, or an item, is no object
 * @see k8s.io/apimachinery v0.27 pkg/apis/meta/v1/unstructured/helpers.go, decodeToList
 */
export function apiObjects(document: Json): readonly JsonObject[] {
  const object = asApiObject(document, 'is');
  if (!Array.isArray(object['items'])) return [object];
  return asList(object['items']).flatMap((item) =>
    apiObjects(withTypeOf(object, asApiObject(item, 'is a List with an item that is'))),
  );
}

function withTypeOf(list: JsonObject, item: JsonObject): JsonObject {
  if (asText(item['kind']) !== '' || asText(item['apiVersion']) !== '') return item;
  const kind = asText(list['kind']).replace(/List$/, '');
  return kind === '' ? item : { apiVersion: list['apiVersion'], kind, ...item };
}

function asApiObject(value: Json, beginning: string): JsonObject {
  const object = asObject(value);
  if (object === value) return object;
  const found = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
  throw new ReadingError(`${beginning} ${found}, where an API object is expected`);
}
