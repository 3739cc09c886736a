import { isIP } from 'node:net';
import type { Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-27';
import { cpuMillis, cpuQuantity, sizeBytes, sizeQuantity } from '../platform/container-size';
import type { HostPort } from '../platform/host-port';
import { isDnsLabel, isDnsSubdomain } from '../validation/names/dns-name';

/** Something that is wrong with the data of an environment. */
export interface DataProblem {
  /** Dotted path within the environment: `workloads.focus-web.replicas`. */
  readonly field: string;
  /** What is there. */
  readonly is: string;
  /** What may be there. */
  readonly expected: string;
  /** What to do. @default to correct it in the environment's file */
  readonly remedy?: string;
}

const LARGEST_PORT = 65535;
const NODE_PORTS = { first: 30000, last: 32767 };

/** Returns the problem as a list, or an empty list if the value is as it should be. */
export function unless(
  holds: boolean,
  field: string,
  value: string | number,
  expected: string,
  remedy?: string,
): readonly DataProblem[] {
  const is = typeof value === 'string' ? JSON.stringify(value) : `${value}`;
  return holds ? [] : [{ field, is, expected, remedy }];
}

/** A name of an object of one part: a namespace. */
export function dnsLabel(field: string, value: string): readonly DataProblem[] {
  return unless(isDnsLabel(value), field, value, 'a DNS label: a-z, 0-9 and "-", 63 characters at most');
}

/** A host, or a name of an object that may have dots: a Secret, a storage class. */
export function dnsName(field: string, value: string): readonly DataProblem[] {
  return unless(
    isDnsSubdomain(value),
    field,
    value,
    'a DNS name: a-z, 0-9, "-" and ".", 253 characters at most, no part longer than 63',
  );
}

/** A host, and the port behind it. */
export function server(field: string, { host, port }: HostPort): readonly DataProblem[] {
  return [...dnsName(`${field}.host`, host), ...portNumber(`${field}.port`, port)];
}

/** One or more servers. */
export function servers(field: string, values: readonly HostPort[]): readonly DataProblem[] {
  return [
    ...unless(values.length > 0, field, `${values.length} servers`, '1 or more'),
    ...values.flatMap((value, index) => server(`${field}[${index}]`, value)),
  ];
}

export function portNumber(field: string, value: number): readonly DataProblem[] {
  const holds = Number.isInteger(value) && value >= 1 && value <= LARGEST_PORT;
  return unless(holds, field, value, `a whole number from 1 to ${LARGEST_PORT}`);
}

/** A port of every VM, from the range that Kubernetes hands out. */
export function nodePort(field: string, value: number): readonly DataProblem[] {
  const { first, last } = NODE_PORTS;
  const holds = Number.isInteger(value) && value >= first && value <= last;
  return unless(holds, field, value, `a whole number from ${first} to ${last}`);
}

/** Address ranges; none at all would close the way without a word. */
export function addressRanges(field: string, values: readonly string[]): readonly DataProblem[] {
  return [
    ...unless(values.length > 0, field, `${values.length} ranges`, '1 or more'),
    ...values.flatMap((value, index) => {
      if (isCidr(value)) return [];
      const hint = isIP(value) === 0 ? undefined : `Did you mean "${value}/${isIP(value) === 4 ? 32 : 128}"?`;
      return unless(false, `${field}[${index}]`, value, 'a CIDR such as 10.0.0.0/8', hint);
    }),
  ];
}

export function wholePercent(field: string, value: number): readonly DataProblem[] {
  return unless(Number.isInteger(value) && value >= 1 && value <= 100, field, value, 'a whole number from 1 to 100');
}

/** CPU, of which there has to be some. */
export function someCpu(field: string, amount: Cpu): readonly DataProblem[] {
  return exact(field, () => unless(cpuMillis(amount) > 0, field, cpuQuantity(amount), 'more than 0'));
}

/** Memory or storage, of which there has to be some. */
export function someMemory(field: string, amount: Size): readonly DataProblem[] {
  return exact(field, () => unless(sizeBytes(amount) > 0, field, sizeQuantity(amount), 'more than 0'));
}

/** Returns what is wrong with an amount, also where it cannot be counted exactly. */
function exact(field: string, problems: () => readonly DataProblem[]): readonly DataProblem[] {
  try {
    return problems();
  } catch (error) {
    return [{ field, is: error instanceof Error ? error.message : String(error), expected: 'an exact amount' }];
  }
}

function isCidr(text: string): boolean {
  const match = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  const version = isIP(match?.[1] ?? '');
  return version !== 0 && Number(match?.[2]) <= (version === 4 ? 32 : 128);
}
