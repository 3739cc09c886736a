const CELLS = 20;

/**
 * Returns a bar of how much of an allowance is used, with the per cent: `[###############.....]  75 %`.
 *
 * In ASCII, so that it is the same in the log of a build. Per cent are rounded down up to 100 and up beyond, so that
 * neither 99.9 nor 100.1 % looks like 100.
 */
export function usageBar(used: number, allowed: number): string {
  if (allowed === 0) return used === 0 ? bar(0, '  0 %') : bar(CELLS, 'none is allowed');
  const share = used / allowed;
  const percent = used > allowed ? Math.ceil(share * 100) : Math.floor(share * 100);
  // A cluster may tell of less than nothing.
  return bar(Math.max(0, Math.min(Math.floor(share * CELLS), CELLS)), `${String(percent).padStart(3)} %`);
}

function bar(filled: number, text: string): string {
  return `[${'#'.repeat(filled)}${'.'.repeat(CELLS - filled)}] ${text}`;
}
