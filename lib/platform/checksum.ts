import { createHash } from 'node:crypto';

const DIGITS = 16;

/**
 * Returns a short checksum of configuration files: 16 hexadecimal digits of SHA-256 over names and contents.
 *
 * It stands in the Pod template, so that a changed file restarts the Pods: a ConfigMap alone does not, and files
 * mounted by `subPath` are never refreshed.
 */
export function configChecksum(files: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, DIGITS);
}
