import type { Json } from '../manifest';
import { tryCpuMillis, tryMemoryBytes } from './quantity';

/**
 * Tells how two quantities compare: below 0 if the first is less, above 0 if it is more, 0 if they are equal to a
 * thousandth, to which the API server rounds. Undefined where either is no quantity.
 */
export function compareQuantities(one: Json | undefined, other: Json | undefined): number | undefined {
  const [units, otherUnits] = [tryMemoryBytes(asRead(one)), tryMemoryBytes(asRead(other))];
  const [thousandths, otherThousandths] = [tryCpuMillis(asRead(one)), tryCpuMillis(asRead(other))];
  if (units === undefined || otherUnits === undefined) return undefined;
  if (thousandths === undefined || otherThousandths === undefined) return undefined;
  // Whole units first: thousandths reach their largest number at 9 T.
  return Math.sign(units - otherUnits || thousandths - otherThousandths);
}

/** Tells whether a value is a quantity below 0. */
export function isNegativeQuantity(value: Json | undefined): boolean {
  // A fraction is rounded away from 0.
  return (tryMemoryBytes(asRead(value)) ?? 0) < 0;
}

/** Tells whether a value is a quantity that has a fraction. */
export function isFractionalQuantity(value: Json | undefined): boolean {
  const [units, thousandths] = [tryMemoryBytes(asRead(value)), tryCpuMillis(asRead(value))];
  if (units === undefined || thousandths === undefined) return false;
  return Math.abs(thousandths) < Number.MAX_SAFE_INTEGER && thousandths % 1000 !== 0;
}

/** Returns a quantity as it is written, for a message: null as the 0 that the API server reads. */
export function writtenQuantity(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '0';
}

/** Returns 0 for null: that is how the API server decodes it in a list of resources. */
function asRead(value: Json | undefined): Json | undefined {
  return value === null ? 0 : value;
}
