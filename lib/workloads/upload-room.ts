import { Size } from 'cdk8s';
import { wholeMebibytes } from '../platform/container-size';

const MEBIBYTES_PER_GIBIBYTE = 1024;

/**
 * Returns the scratch space that holds several uploads at a time, in whole Gi and 1 Gi at least. A Pod that writes more
 * than its scratch space is evicted.
 */
export function uploadRoom(largest: Size, uploads: number): Size {
  return Size.gibibytes(Math.max(1, Math.ceil((wholeMebibytes(largest) * uploads) / MEBIBYTES_PER_GIBIBYTE)));
}
