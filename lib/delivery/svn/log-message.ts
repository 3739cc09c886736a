import type { Restarts } from '../../review/effects/restarts';
import { formatCpu, formatMemory } from '../../validation/quantities/quantity-format';
import type { ResourceAmounts } from '../../validation/quantities/resource-amounts';
import { printable } from './printable';
import type { PublicationPlan } from './publication-plan';

/** What the log of SVN is to say of a publication. */
export interface LogFacts {
  readonly environment: string;
  /** The words of the person who publishes. @default none */
  readonly message?: string;
  /** The state of the program that wrote the files. */
  readonly source: string;
  readonly plan: PublicationPlan;
  readonly restarts: Restarts;
  /** Files that stood in SVN and could not be read, so that their workloads are not among `before` and `restarts`. */
  readonly unread: readonly string[];
  /** The requests of all that stood in SVN, of all that is published, and what is allowed. */
  readonly requests: {
    readonly before: ResourceAmounts;
    readonly after: ResourceAmounts;
    readonly allowed: ResourceAmounts;
  };
  /** What changes by hand are overwritten, a line each. */
  readonly overwritten: readonly string[];
}

/** Returns the log message of a publication: what was said, and then what a reader has to know of it, a line each. */
export function logMessage(facts: LogFacts): string {
  const { environment, plan, restarts, unread, requests, overwritten } = facts;
  const message = printable(facts.message ?? '').trim();
  const lines = [
    `source: ${facts.source}`,
    ...listed('added', plan.added),
    ...listed('changed', plan.changed),
    ...listed('marked as published', plan.marked),
    ...listed('deleted', plan.deleted),
    `restarts: ${restarts.restarted.length === 0 ? 'none' : restarts.restarted.join(', ')}`,
    ...listed('new workloads', restarts.added),
    ...listed('removed workloads', restarts.removed),
    ...listed('not readable before, so not compared', unread),
    `requests before: ${amounts(requests.before)}`,
    `requests after: ${amounts(requests.after)}, of ${amounts(requests.allowed)} allowed`,
    ...overwritten.map((line) => `overwritten drift: ${line}`),
  ];
  return `${message === '' ? `Publish ${environment}` : message}\n\n${lines.join('\n')}\n`;
}

function listed(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${title}: ${names.join(', ')}`];
}

function amounts({ cpuMillis, memoryBytes }: ResourceAmounts): string {
  return `${formatCpu(cpuMillis)} CPU and ${formatMemory(memoryBytes)}`;
}
