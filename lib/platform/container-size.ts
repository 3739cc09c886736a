import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Quantity, type ResourceRequirements } from '../../imports/k8s';

/**
 * CPU and memory of one container.
 *
 * The request is what the scheduler sets aside and the quota counts; the limit is where CPU is throttled and where
 * memory ends the process. What a program inside may use (heap, cache, buffer pool) follows from these; it is never
 * set a second time.
 */
export interface ContainerSize {
  readonly cpu: { readonly request: Cpu; readonly limit: Cpu };
  readonly memory: { readonly request: Size; readonly limit: Size };
}

const MILLIS_PER_CPU = 1000;
const BYTES_PER_KIBIBYTE = 1024;

/**
 * Returns an amount of CPU in thousandths, exactly.
 *
 * @throws RangeError if the amount is not a whole number of thousandths
 */
export function cpuMillis(cpu: Cpu): number {
  const millis = cpu.amount.endsWith('m')
    ? Number(cpu.amount.slice(0, -1))
    : // Rounding repairs what binary fractions lose (0.29 * 1000), and the check below still refuses 0.0005.
      Number((Number(cpu.amount) * MILLIS_PER_CPU).toFixed(6));
  if (!Number.isSafeInteger(millis)) {
    throw new RangeError(
      `CPU of "${cpu.amount}" is no whole number of thousandths; write Cpu.millis(n) with a whole n`,
    );
  }
  return millis;
}

/**
 * Returns a size in bytes, exactly.
 *
 * @throws RangeError if the size is not a whole number of bytes
 */
export function sizeBytes(size: Size): number {
  const bytes = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * BYTES_PER_KIBIBYTE;
  if (!Number.isSafeInteger(bytes)) {
    throw new RangeError(`size of ${size.asString()} is no whole number of bytes; write it in a smaller unit`);
  }
  return bytes;
}

/** Returns a size in whole Mi, rounded down: the unit in which the programs inside are configured. */
export function wholeMebibytes(size: Size): number {
  return size.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR });
}

/** Returns a size as a Kubernetes quantity in its largest whole binary unit: `4Gi`, `1408Mi`. */
export function sizeQuantity(size: Size): string {
  const bytes = sizeBytes(size);
  const unit = (['Gi', 'Mi', 'Ki'] as const).find((_, index) => bytes > 0 && bytes % 1024 ** (3 - index) === 0);
  return unit === undefined ? `${bytes}` : `${bytes / 1024 ** { Gi: 3, Mi: 2, Ki: 1 }[unit]}${unit}`;
}

/** Returns an amount of CPU as a Kubernetes quantity: `2`, `350m`. */
export function cpuQuantity(cpu: Cpu): string {
  const millis = cpuMillis(cpu);
  return millis % MILLIS_PER_CPU === 0 ? `${millis / MILLIS_PER_CPU}` : `${millis}m`;
}

/** Returns the `resources` of a container. All four figures are always written: a compute quota refuses a Pod without. */
export function resourceRequirements({ cpu, memory }: ContainerSize): ResourceRequirements {
  const quantities = (cpuAmount: Cpu, memoryAmount: Size) => ({
    cpu: Quantity.fromString(cpuQuantity(cpuAmount)),
    memory: Quantity.fromString(sizeQuantity(memoryAmount)),
  });
  return { requests: quantities(cpu.request, memory.request), limits: quantities(cpu.limit, memory.limit) };
}
