import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import {
  cpuMillis,
  cpuQuantity,
  resourceRequirements,
  sizeBytes,
  sizeQuantity,
  wholeMebibytes,
} from './container-size';

const BYTES: Readonly<Record<string, number>> = { '': 1, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** Reads a quantity as Kubernetes does. */
function bytesOf(quantity: string): number {
  const [, amount = '', unit = ''] = /^(\d+)(Ki|Mi|Gi)?$/.exec(quantity) ?? [];
  return Number(amount) * (BYTES[unit] ?? Number.NaN);
}

describe('CPU', () => {
  test.each([
    [Cpu.units(2), 2000, '2'],
    [Cpu.units(0.5), 500, '500m'],
    [Cpu.units(0.29), 290, '290m'],
    [Cpu.units(5.6), 5600, '5600m'],
    [Cpu.millis(350), 350, '350m'],
    [Cpu.millis(1000), 1000, '1'],
    [Cpu.millis(0), 0, '0'],
  ])('%j is %d thousandths, written as %s', (cpu, millis, quantity) => {
    expect(cpuMillis(cpu)).toBe(millis);
    expect(cpuQuantity(cpu)).toBe(quantity);
  });

  test('less than a thousandth is refused, as Kubernetes would round it up', () => {
    expect(() => cpuMillis(Cpu.units(0.0005))).toThrow(
      new RangeError('CPU of "0.0005" is no whole number of thousandths; write Cpu.millis(n) with a whole n'),
    );
    expect(() => cpuMillis(Cpu.millis(0.5))).toThrow(
      new RangeError('CPU of "0.5m" is no whole number of thousandths; write Cpu.millis(n) with a whole n'),
    );
  });

  test('whole thousandths are exact, whether written as CPUs or as thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (millis) => {
        expect(cpuMillis(Cpu.millis(millis))).toBe(millis);
        expect(cpuMillis(Cpu.units(millis / 1000))).toBe(millis);
      }),
    );
  });

  test('a quantity says the same amount as the CPU that it is written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (millis) => {
        const quantity = cpuQuantity(Cpu.millis(millis));

        expect(quantity.endsWith('m') ? Number(quantity.slice(0, -1)) : Number(quantity) * 1000).toBe(millis);
      }),
    );
  });
});

describe('memory and storage', () => {
  test.each([
    [Size.gibibytes(4), '4Gi'],
    [Size.gibibytes(1.5), '1536Mi'],
    [Size.mebibytes(1408), '1408Mi'],
    [Size.mebibytes(2048), '2Gi'],
    [Size.kibibytes(3), '3Ki'],
    [Size.kibibytes(0.5), '512'],
    [Size.tebibytes(2), '2048Gi'],
    [Size.mebibytes(0), '0'],
  ])('%j is written in its largest whole unit, as %s', (size, quantity) => {
    expect(sizeQuantity(size)).toBe(quantity);
  });

  test('a quantity says exactly the bytes of the size that it is written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (kibibytes) => {
        const size = Size.kibibytes(kibibytes);

        expect(sizeBytes(size)).toBe(kibibytes * 1024);
        expect(bytesOf(sizeQuantity(size))).toBe(kibibytes * 1024);
      }),
    );
  });

  test('a part of a byte is refused', () => {
    expect(() => sizeBytes(Size.kibibytes(0.3))).toThrow(
      new RangeError('size of 0.3Ki is no whole number of bytes; write it in a smaller unit'),
    );
  });

  test('whole Mi round down, so that a program never takes more than its container has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (kibibytes) => {
        expect(wholeMebibytes(Size.kibibytes(kibibytes))).toBe(Math.floor(kibibytes / 1024));
      }),
    );
  });
});

test('the resources of a container have all four figures', () => {
  const { requests, limits } = resourceRequirements({
    cpu: { request: Cpu.millis(350), limit: Cpu.units(1.2) },
    memory: { request: Size.mebibytes(1408), limit: Size.mebibytes(1664) },
  });

  expect({ requests, limits }).toEqual({
    requests: { cpu: { value: '350m' }, memory: { value: '1408Mi' } },
    limits: { cpu: { value: '1200m' }, memory: { value: '1664Mi' } },
  });
});
