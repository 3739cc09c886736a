import { parseImageReference } from '../../../validation/names/image-reference';
import type { WorkloadReport } from '../report-model';

/** How much of a digest tells it from others. */
const DIGEST_LENGTH = 'sha256:'.length + 12;

/** Returns the images of a workload without their registry, each once: `mongodb:4.4.29`. */
export function shortImages({ containers }: Pick<WorkloadReport, 'containers'>): readonly string[] {
  return [...new Set(containers.map(({ image }) => shortImage(image)))];
}

function shortImage(image: string): string {
  const { repository, tag, digest } = parseImageReference(image);
  if (tag !== undefined) return `${repository}:${tag}`;
  return digest === undefined ? repository : `${repository}@${digest.slice(0, DIGEST_LENGTH)}`;
}
