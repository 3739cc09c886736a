import { basename } from 'node:path';
import { fullestFile } from '../validation/capacity/capacity-use';
import { alignedColumns } from '../validation/report/aligned-columns';
import { formatCpu, formatMemory } from '../validation/quantities/quantity-format';
import { FILE_EXTENSION } from './rendering';
import type { SynthesizedEnvironment } from './synthesize-environments';

/**
 * Returns what a synth came to as a table: per environment the requests and what is allowed, the limits of the file
 * that is nearest to what one file may have, and the number of files.
 */
export function synthesisTable(environments: readonly SynthesizedEnvironment[]): string {
  const rows = [
    ['environment', 'requests', 'allowed', 'fullest YAML', 'limits', 'allowed', 'files'],
    ...environments.map(row),
  ];
  return alignedColumns(rows)
    .map((line) => `${line}\n`)
    .join('');
}

function row({ environment, files, use }: SynthesizedEnvironment): readonly string[] {
  const fullest = fullestFile(use);
  const limits = fullest === undefined ? undefined : use.files.get(fullest)?.limits;
  return [
    environment.name,
    amounts(use.requests),
    amounts(use.requestsAllowed),
    fullest === undefined ? '-' : basename(fullest, FILE_EXTENSION),
    limits === undefined ? '-' : amounts(limits),
    amounts(use.limitsAllowed),
    `${files.size}`,
  ];
}

function amounts({ cpuMillis, memoryBytes }: { readonly cpuMillis: number; readonly memoryBytes: number }): string {
  return `${formatCpu(cpuMillis)} CPU ${formatMemory(memoryBytes)}`;
}
