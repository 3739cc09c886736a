import type { CommandInput } from '../command-input';
import { unknownName, UsageError } from '../usage-error';

/** What a command line of the doctor asks for. */
export interface DoctorRequest {
  readonly environment?: string;
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly namespace?: string;
  readonly from?: string;
  readonly save?: string;
  readonly output: 'text' | 'json';
  /** Names of workloads, without their kind. */
  readonly workloads: readonly string[];
}

const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** @throws UsageError if the command line cannot be meant as it is */
export function doctorRequest(input: CommandInput): DoctorRequest {
  const values = Object.fromEntries(
    ['environment', 'kubeconfig', 'context', 'namespace', 'from', 'save'].flatMap((option) => {
      const value = input.tryValue(option);
      return value === undefined ? [] : [[option, value]];
    }),
  ) as Omit<DoctorRequest, 'output' | 'workloads'>;
  const { namespace, from, kubeconfig, context } = values;
  if (namespace !== undefined && !NAMESPACE.test(namespace)) {
    throw new UsageError(`--namespace is "${namespace}", which no namespace can be called`);
  }
  if (from !== undefined && (kubeconfig !== undefined || context !== undefined)) {
    throw new UsageError('--from judges files, and --kubeconfig and --context name a cluster; leave one of the 2 out');
  }
  const output = input.tryValue('output') ?? 'text';
  if (output !== 'text' && output !== 'json') throw unknownName('output', output, ['text', 'json']);
  return { ...values, output, workloads: input.words.map((word) => word.slice(word.lastIndexOf('/') + 1)) };
}
