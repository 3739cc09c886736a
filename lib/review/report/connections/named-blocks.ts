import { tryIpBlock } from '../../../validation/reach/ip-block';

/** A block with fewer leading bits is a network of all sorts of machines, and names no system. */
const NAMING_PREFIX = { 32: 16, 128: 32 } as const;

/** Tells whether a block of addresses is that of some system, such as `10.20.0.0/16`, and not of everybody. */
export function namesMachines(cidr: string): boolean {
  const block = tryIpBlock(cidr);
  return block !== undefined && block.prefix >= NAMING_PREFIX[block.bits];
}
