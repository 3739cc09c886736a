import { isInBlock, isIpAddress, isWithinBlock, tryIpBlock } from './ip-block';
import type { IpBlock } from './ip-block';

test.each(['10.0.0.1', '010.000.0.001', '::', '::1', 'fd00::1', '::ffff:10.0.0.1'])('%s is an IP address', (text) => {
  expect(isIpAddress(text)).toBe(true);
});

test.each(['', '10.0.0', '10.0.0.256', '10.0.0.1/8', 'a', 'fe80::1%eth0', '1:2'])('%j is no IP address', (text) => {
  expect(isIpAddress(text)).toBe(false);
});

test.each<[string, IpBlock]>([
  ['10.1.2.3/8', { bits: 32, first: 0x0a_00_00_00n, prefix: 8 }],
  ['0.0.0.0/0', { bits: 32, first: 0n, prefix: 0 }],
  ['10.0.0.1/032', { bits: 32, first: 0x0a_00_00_01n, prefix: 32 }],
  ['fd00::1/16', { bits: 128, first: 0xfd00n << 112n, prefix: 16 }],
  ['::ffff:1.2.3.4/128', { bits: 128, first: 0xffff_0102_0304n, prefix: 128 }],
])('%s is a block', (text, block) => {
  expect(tryIpBlock(text)).toEqual(block);
});

test.each(['', '10.0.0.1', '10.0.0.1/33', '::1/129', '10.0.0.1/-1', '10.0.0.1/a', 'a/8', '10.0.0.1/8/8'])(
  '%j is no block',
  (text) => {
    expect(tryIpBlock(text)).toBeUndefined();
  },
);

test.each<[string, string, boolean]>([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['10.0.0.0/8', '10.1.0.0/16', false],
  ['1.2.3.4/32', '0.0.0.0/0', true],
  ['fd00:1::/32', 'fd00::/16', true],
  ['::ffff:10.0.0.0/104', '10.0.0.0/8', false],
])('%s within %s: %s', (inner, outer, within) => {
  const [one, other] = [tryIpBlock(inner), tryIpBlock(outer)];

  expect(one !== undefined && other !== undefined && isWithinBlock(one, other)).toBe(within);
});

test('a block holds itself, and is not within itself', () => {
  const block: IpBlock = { bits: 32, first: 0n, prefix: 8 };

  expect([isInBlock(block, block), isWithinBlock(block, block)]).toEqual([true, false]);
});
