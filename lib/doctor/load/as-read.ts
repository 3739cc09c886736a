import { asObject, asText, kindOf, objectId } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';
import { withoutSecrets } from './without-secrets';

/**
 * Returns objects as the questions expect them: each once, Secrets without their content, events in the words of the
 * core API, whichever of the two was asked.
 */
export function asRead(objects: Iterable<Manifest>): readonly Manifest[] {
  const byId = new Map<string, Manifest>();
  for (const object of objects) {
    if (Object.keys(asObject(object.json['metadata'])).length === 0 && kindOf(object) === '') continue;
    byId.set(`${group(object)} ${objectId(object)}`, asCoreEvent(withoutSecrets(object)));
  }
  return [...byId.values()];
}

function asCoreEvent(event: Manifest): Manifest {
  const { json } = event;
  if (kindOf(event) !== 'Event' || json['regarding'] === undefined) return event;
  const { regarding, note, deprecatedLastTimestamp, deprecatedFirstTimestamp, deprecatedCount, ...rest } = json;
  const core: JsonObject = {
    involvedObject: regarding,
    message: note,
    lastTimestamp: deprecatedLastTimestamp,
    firstTimestamp: deprecatedFirstTimestamp,
    count: deprecatedCount,
  };
  return {
    ...event,
    json: { ...Object.fromEntries(Object.entries(core).filter(([, value]) => value !== undefined)), ...rest },
  };
}

/** An event is one whichever of its two groups it was read from. */
function group(object: Manifest): string {
  return kindOf(object) === 'Event' ? '' : asText(object.json['apiVersion']).split('/').slice(0, -1).join('/');
}
