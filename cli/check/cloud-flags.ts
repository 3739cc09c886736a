import { countedResources } from '../../lib/validation/quantities/counted-resources';
import type { CountedResource } from '../../lib/validation/quantities/counted-resources';
import type { CloudCapacity } from '../../lib/validation/rule';
import type { CommandInput } from '../command-input';
import { UsageError } from '../usage-error';

/** The options without which there is no container cloud. */
const REQUIRED = ['vms', 'vm-cpu', 'vm-memory'] as const;

const SHARES = ['requests-share', 'limits-share'] as const;

/** The shares of the platform, and the part of a VM that the system keeps, in per cent. */
const DEFAULT_SHARES = { requests: 50, limits: 70, system: 5 } as const;

const [cpu, memory] = countedResources;

/**
 * Returns the container cloud that the options describe, or undefined if they describe none.
 *
 * @throws UsageError if they describe a part of one, or say what cannot be
 */
export function tryCloudFromFlags(input: CommandInput): CloudCapacity | undefined {
  const given = [...REQUIRED, ...SHARES].filter((option) => input.has(option));
  if (given.length === 0) return undefined;
  const missing = REQUIRED.filter((option) => !input.has(option));
  if (missing.length > 0) {
    throw new UsageError(
      `options ${named(given)} describe a part of a container cloud; ${named(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
    );
  }
  return {
    vms: count(input.tryValue('vms') ?? ''),
    vmCpuMillis: amount('vm-cpu', input, cpu, '8'),
    vmMemoryBytes: amount('vm-memory', input, memory, '32Gi'),
    requestsSharePercent: percent('requests-share', input, DEFAULT_SHARES.requests),
    limitsSharePercent: percent('limits-share', input, DEFAULT_SHARES.limits),
    systemSharePercent: DEFAULT_SHARES.system,
  };
}

function count(text: string): number {
  const vms = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (vms < 1) throw new UsageError(`--vms is "${text}"; expected a whole number from 1 to 999999`);
  return vms;
}

function amount(option: string, input: CommandInput, resource: CountedResource, example: string): number {
  const text = input.tryValue(option) ?? '';
  const value = resource.tryParse(text) ?? 0;
  if (value <= 0) {
    throw new UsageError(`--${option} is "${text}"; expected a quantity of Kubernetes above 0, such as ${example}`);
  }
  return value;
}

function percent(option: string, input: CommandInput, standard: number): number {
  const text = input.tryValue(option);
  if (text === undefined) return standard;
  const value = /^\d{1,3}%?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (value < 1 || value > 100) {
    throw new UsageError(`--${option} is "${text}"; expected whole per cent from 1% to 100%`);
  }
  return value;
}

function named(options: readonly string[]): string {
  return options.map((option) => `--${option}`).join(', ');
}
