import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../../operator-error';
import { kindOf } from '../../validation/manifest';
import type { JsonObject } from '../../validation/manifest';
import type { ClusterReading } from '../cluster/cluster';
import { readKinds } from '../cluster/read-kinds';
import { covered } from '../report/covered';
import { ELSEWHERE_FILE, FACTS_FILE, FACTS_KIND, FACTS_VERSION } from './saved-facts';

/** What a name of Kubernetes may be, and a path may not. */
const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/**
 * Writes what was read of a cluster into a folder, a file for each kind and each log, so that it can be judged on any
 * machine. No value of a Secret is among it, and passwords in logs are covered.
 *
 * @throws OperatorError if there is something in the folder already
 */
export function saveReading(folder: string, reading: ClusterReading): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new OperatorError(`${folder} is not empty`, 'Name a folder that is not there yet.');
  }
  mkdirSync(folder, { recursive: true });
  for (const { plural, kind } of readKinds) {
    const objects = reading.objects.filter((object) => kindOf(object) === kind);
    if (objects.length > 0 || !reading.unread.has(plural)) {
      writeFileSync(join(folder, `${plural}.json`), listText(objects.map(({ json }) => json)));
    }
  }
  if (reading.podsElsewhere !== undefined) {
    writeFileSync(join(folder, ELSEWHERE_FILE), listText(reading.podsElsewhere.map(({ json }) => json)));
  }
  for (const [container, log] of reading.logs) {
    const [namespace = '', pod = '', name = ''] = container.split('/');
    if (![namespace, pod, name].every((part) => NAME.test(part))) continue;
    const file = join(folder, 'logs', namespace, pod, `${name}.log`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, covered(log));
  }
  writeFileSync(join(folder, FACTS_FILE), `${JSON.stringify(factsOf(reading), null, 2)}\n`);
}

/** One object a line: thousands of Pods stay small, and a person can still look for one. */
function listText(items: readonly JsonObject[]): string {
  const lines = items.map((item) => JSON.stringify(item)).join(',\n');
  return `{"apiVersion":"v1","kind":"List","items":[\n${lines}\n]}\n`;
}

function factsOf(reading: ClusterReading): JsonObject {
  const { namespace = '', readAtMillis, unread, unanswered, podsElsewhere } = reading;
  return {
    apiVersion: FACTS_VERSION,
    kind: FACTS_KIND,
    namespace,
    readAt: new Date(readAtMillis).toISOString(),
    read: readKinds.map(({ plural }) => plural).filter((plural) => !unread.has(plural)),
    unread: Object.fromEntries(unread),
    unanswered: unanswered.map(({ question, reason, isEssential = false }) => ({ question, reason, isEssential })),
    podsElsewhere: podsElsewhere !== undefined,
  };
}
