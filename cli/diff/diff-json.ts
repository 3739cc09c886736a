import type { ImageChange } from '../../lib/review/diff/image-changes';
import type { ObjectChange } from '../../lib/review/diff/object-change';
import type { QuotaChange } from '../../lib/review/diff/quota-change';
import { allChanges } from './diff-report';
import type { DiffReport } from './diff-report';

/**
 * Returns a comparison for another program: one JSON object, the same bytes for the same input.
 *
 * What is not there is null, so that every field is always there; an environment that is not known is left out.
 */
export function diffJson(report: DiffReport): string {
  const { sets, remarks } = report;
  const [only] = sets;
  const content = {
    same: sets.every(({ objects }) => objects.length === 0),
    objects: allChanges(report).map(objectJson),
    // Of several environments none is the one that counts.
    quota: sets.length === 1 && only !== undefined ? quotaJson(only.quota) : null,
    images: sets.flatMap(({ environment, images }) => images.map((image) => imageJson(image, environment))),
    environments: Object.fromEntries(
      sets.flatMap(({ environment, quota, same }) =>
        environment === undefined ? [] : [[environment, { quota: quotaJson(quota), unchangedObjects: same }]],
      ),
    ),
    remarks,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function objectJson({ object, environment, change, effects, restarts, notes, fields }: ObjectChange) {
  return {
    object,
    ...inEnvironment(environment),
    change,
    effects,
    restarts,
    notes,
    fields: fields.map(({ path, before = null, after = null, lines }) => ({
      path,
      before,
      after,
      ...(lines === undefined ? {} : { lines }),
    })),
  };
}

function quotaJson(quota: QuotaChange) {
  const { before, after, rolloutPeakAfter, peakAllAtOnceAfter } = quota;
  const allowed = quota.allowed ?? null;
  return {
    before,
    after,
    allowed,
    rolloutPeakAfter,
    peakAllAtOnceAfter,
    fullestFileAfter: quota.fullestFileAfter ?? null,
  };
}

function imageJson({ workload, container, before, after }: ImageChange, environment: string | undefined) {
  return {
    workload,
    ...inEnvironment(environment),
    container,
    before: before ?? null,
    after: after ?? null,
  };
}

function inEnvironment(environment: string | undefined) {
  return environment === undefined ? {} : { environment };
}
