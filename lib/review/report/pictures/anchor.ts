import { createHash } from 'node:crypto';

/** A longer anchor is cut, and told apart by a hash. */
const LONGEST = 160;

/**
 * Returns the anchor of a node or a workload: unique for its id, the same each time, and safe in a URL and in HTML.
 *
 * A slash becomes a dot, and whatever is neither a letter, a digit nor a hyphen its code between two underscores, so
 * that no two ids come to the same anchor: `Deployment/znyw-prod/focus-web` is `at-Deployment.znyw-prod.focus-web`.
 */
export function anchorOf(id: string): string {
  const anchor = `at-${id.slice(0, LONGEST).replace(/[^A-Za-z0-9-]/g, codeOf)}`;
  return id.length > LONGEST ? `${anchor}_${createHash('sha256').update(id).digest('hex').slice(0, 16)}` : anchor;
}

function codeOf(character: string): string {
  return character === '/' ? '.' : `_${character.charCodeAt(0).toString(16)}_`;
}
