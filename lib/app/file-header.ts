import { basename } from 'node:path';
import type { Chart } from 'cdk8s';
import { environmentSource, type Environment } from '../environments/environment';
import type { CapacityUse } from '../validation/capacity/capacity-use';
import { formatCpu, formatMemory } from '../validation/quantities/quantity-format';
import type { ResourceAmounts } from '../validation/quantities/resource-amounts';
import { FILE_EXTENSION } from './rendering';

/** What a chart says of itself, for the head of its file. */
interface FileSubject {
  /** What it is, in a few words. */
  readonly summary: string;
  /** The files to open for a change. */
  readonly sources: readonly string[];
  /** Whether it is kept without a Pod. @default false */
  readonly stopped?: boolean;
  /** Whether its start script is held back for a person to try it. @default false */
  readonly held?: boolean;
}

export interface FileHeaderProps {
  readonly file: string;
  readonly chart: Chart | undefined;
  readonly environment: Environment;
  readonly use: CapacityUse;
}

/**
 * Returns the comment at the head of a file, for the person who opens it in Jenkins: what it is, that it is generated,
 * what to edit instead, and its share of the quota.
 */
export function fileHeader({ file, chart, environment, use }: FileHeaderProps): string {
  const subject = describesItself(chart) ? chart : undefined;
  const sources = sourcesOf(chart, environment);
  const name = basename(file, FILE_EXTENSION);
  const lines = [
    `${name} (${environment.name})${subject === undefined ? '' : `: ${subject.summary}`}`,
    `Generated; a change here is lost with the next synth. Edit ${sources.join(' or ')}.`,
    `本文件由程序生成，在此修改会被下次生成覆盖；请改 ${sources.join(' 或 ')}。`,
    ...quotaLines(file, use),
    ...(subject?.stopped === true
      ? [
          `Stopped in ${environmentSource(environment)}: no Pod runs, its claims stay and are counted. 已停用，存储保留。`,
        ]
      : []),
    ...(subject?.held === true
      ? [
          `Held in ${environmentSource(environment)} (debugHold): its start script does not run. 调试保持中，启动脚本未运行。`,
        ]
      : []),
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}

/** Returns the files to edit for a change of what a chart writes. */
export function sourcesOf(chart: Chart | undefined, environment: Environment): readonly string[] {
  return describesItself(chart) ? chart.sources : ['lib/app/build-app.ts', environmentSource(environment)];
}

function describesItself(chart: Chart | undefined): chart is Chart & FileSubject {
  return chart !== undefined && 'summary' in chart && 'sources' in chart;
}

function quotaLines(file: string, { files, requestsAllowed, limitsAllowed }: CapacityUse): readonly string[] {
  const own = files.get(file);
  return own === undefined
    ? []
    : [
        `Requests ${amounts(own.requests)}, of ${amounts(requestsAllowed)} for everything that runs; ` +
          `limits ${amounts(own.limits)}, of ${amounts(limitsAllowed)} for one file.`,
      ];
}

function amounts({ cpuMillis, memoryBytes }: ResourceAmounts): string {
  return `${formatCpu(cpuMillis)} CPU and ${formatMemory(memoryBytes)}`;
}
