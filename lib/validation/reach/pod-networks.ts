import { isWithinBlock, tryIpBlock } from './ip-block';
import type { IpBlock } from './ip-block';
import { asList, asText } from '../manifest';
import type { JsonObject } from '../manifest';
import { oncePer } from '../once-per';

/** The private networks of RFC 1918, of which clusters take the addresses of their Pods. */
const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => tryIpBlock(text) ?? []);

/** The usual network of a whole cluster's Pods; a narrower block is taken for that of some outside system. */
const CLUSTER_PREFIX = 16;

/**
 * Tells whether the `ipBlock` of a NetworkPolicy may hold the addresses of Pods, which no manifest says.
 *
 * Whether such a block counts for Pods at all differs from one network plugin to the next. So this only tells what
 * is plainly about other machines: a narrow block, or one whose exceptions take out the private networks.
 */
export const mayHoldPods = oncePer((block: JsonObject): boolean => {
  const cidr = tryIpBlock(asText(block['cidr']));
  // Another rule is about one that is no block.
  if (cidr === undefined) return true;
  if (cidr.bits === 128) return cidr.prefix < 64;
  const exceptions = asList(block['except']).flatMap((text) => tryIpBlock(asText(text)) ?? []);
  return PRIVATE_NETWORKS.flatMap((network) => tryCommonBlock(cidr, network) ?? []).some(
    (common) => isClusterWide(common) && !exceptions.some((exception) => holds(exception, common)),
  );
});

function isClusterWide(block: IpBlock): boolean {
  return block.prefix < CLUSTER_PREFIX || PRIVATE_NETWORKS.some((network) => holds(block, network));
}

function tryCommonBlock(one: IpBlock, other: IpBlock): IpBlock | undefined {
  if (holds(one, other)) return other;
  return holds(other, one) ? one : undefined;
}

function holds(outer: IpBlock, inner: IpBlock): boolean {
  return isWithinBlock(inner, outer) || (inner.first === outer.first && inner.prefix === outer.prefix);
}
