import type { CountedResource } from '../quantities/counted-resources';

const MI = 2 ** 20;

/**
 * Returns what an amount has to become so that this many Pods with it give the excess together, or undefined if
 * nothing of it would be left.
 *
 * Memory is rounded down to whole Mi, since nobody writes a size in bytes.
 */
export function tryLoweredAmount(
  amount: number,
  excess: number,
  pods: number,
  { name }: CountedResource,
): number | undefined {
  // Divided up in integers: beside a large number of bytes, a quotient has no room for its fraction.
  const rest = excess % pods;
  const lowered = amount - (excess - rest) / pods - (rest === 0 ? 0 : 1);
  if (lowered <= 0) return undefined;
  return name === 'memory' && lowered >= MI ? lowered - (lowered % MI) : lowered;
}
