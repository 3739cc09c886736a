import type { Manifest } from '../../../validation/manifest';
import type { RuleEnvironment } from '../../../validation/rule';
import { buildReportModel } from '../model/build-report-model';
import type { ArchitectureGraph } from '../report-model';

/** Returns the pictures of a set for a test. */
export function graphsOf(
  manifests: readonly Manifest[],
  environment: RuleEnvironment = {},
): readonly ArchitectureGraph[] {
  return buildReportModel([{ name: 'set', environment, manifests }]).environments[0]?.graphs ?? [];
}

/** Returns who talks to whom as a test reads it: `web -> db 5432/TCP`, sorted. */
export function edgeTexts({ nodes, edges }: ArchitectureGraph): readonly string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return edges.map(({ from, to, ports }) => [labels.get(from), '->', labels.get(to), ...ports].join(' ')).sort();
}

/** Returns the same for sets with one picture. */
export function edgesAmong(manifests: readonly Manifest[], environment: RuleEnvironment = {}): readonly string[] {
  return graphsOf(manifests, environment).flatMap(edgeTexts);
}
