import { isIPv4, isIPv6 } from 'node:net';

/** A range of IP addresses, as `10.0.0.0/8` writes one. */
export interface IpBlock {
  readonly bits: 32 | 128;
  /** Its first address, as a number. */
  readonly first: bigint;
  /** How many leading bits its addresses share. */
  readonly prefix: number;
}

/**
 * Tells whether a text is an IP address as Kubernetes reads it: of either family, without a zone, and with zeros
 * before a number of IPv4.
 *
 * @see k8s.io/utils net/parse.go, ParseIPSloppy
 */
export function isIpAddress(text: string): boolean {
  return isIPv4(withoutLeadingZeros(text)) || isIPv6Address(text);
}

/** Returns the block that a text writes, or undefined if Kubernetes reads none in it. */
export function tryIpBlock(text: string): IpBlock | undefined {
  const [, address = '', length = ''] = /^([^/]+)\/(\d+)$/.exec(text) ?? [];
  if (!isIpAddress(address)) return undefined;
  const bits = isIPv6Address(address) ? 128 : 32;
  const prefix = Number(length);
  if (prefix > bits) return undefined;
  const number = bits === 32 ? ipv4Number(address) : ipv6Number(address);
  const hostBits = BigInt(bits - prefix);
  return { bits, first: (number >> hostBits) << hostBits, prefix };
}

/** Tells whether a block holds another one and more. */
export function isWithinBlock(inner: IpBlock, outer: IpBlock): boolean {
  return inner.prefix > outer.prefix && isInBlock(inner, outer);
}

/** Tells whether a block holds another one, which may be the same. */
export function isInBlock(inner: IpBlock, outer: IpBlock): boolean {
  if (inner.bits !== outer.bits || inner.prefix < outer.prefix) return false;
  const hostBits = BigInt(outer.bits - outer.prefix);
  return inner.first >> hostBits === outer.first >> hostBits;
}

function isIPv6Address(text: string): boolean {
  // Node takes a zone, as in fe80::1%eth0. What has no colon is not asked about: its pattern takes 4 ms to compile.
  return text.includes(':') && isIPv6(text) && !text.includes('%');
}

function withoutLeadingZeros(address: string): string {
  return address.replace(/(^|\.)0+(?=\d)/g, '$1');
}

function ipv4Number(address: string): bigint {
  return withoutLeadingZeros(address)
    .split('.')
    .reduce((number, part) => number * 256n + BigInt(part), 0n);
}

function ipv6Number(address: string): bigint {
  const hexadecimal = address.replace(/[^:]+\.[^:]+$/, (tail) => {
    const number = ipv4Number(tail);
    return `${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`;
  });
  const [head = '', tail] = hexadecimal.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].reduce((number, part) => number * 65_536n + BigInt(`0x${part}`), 0n);
}
