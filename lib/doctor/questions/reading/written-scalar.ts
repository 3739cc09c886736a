import type { Json } from '../../../validation/manifest';

/** Returns a text, number or truth value as evidence shows it, and a question mark for anything else. */
export function writtenScalar(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '?';
}
