import { asObject, asText, kindOf } from '../manifest';
import type { Manifest } from '../manifest';
import { oncePer } from '../once-per';
import { apiGroupOf } from './pods';
import { wholeNumber } from '../quantities/whole-number';

/** The versions in which Kubernetes 1.27 serves a HorizontalPodAutoscaler. */
const SERVED_VERSIONS: ReadonlySet<string> = new Set(['autoscaling/v1', 'autoscaling/v2']);

/** Between how many Pods a HorizontalPodAutoscaler keeps its target. */
export interface AutoscalerBounds {
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/** The HorizontalPodAutoscalers of a set of objects, found by what they scale. */
export class Autoscalers {
  private readonly boundsByTarget = new Map<string, AutoscalerBounds>();

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      const { apiVersion } = manifest.json;
      if (kindOf(manifest) !== 'HorizontalPodAutoscaler' || !SERVED_VERSIONS.has(asText(apiVersion))) continue;
      const spec = asObject(manifest.json['spec']);
      const { apiVersion: targetVersion, kind, name } = asObject(spec['scaleTargetRef']);
      const key = targetKey(asText(targetVersion), asText(kind), namespaceOf(manifest), asText(name));
      const minReplicas = wholeNumber(spec['minReplicas'], 1);
      const maxReplicas = Math.max(wholeNumber(spec['maxReplicas'], minReplicas), minReplicas);
      const other = this.boundsByTarget.get(key);
      this.boundsByTarget.set(key, {
        minReplicas: Math.max(minReplicas, other?.minReplicas ?? 0),
        maxReplicas: Math.max(maxReplicas, other?.maxReplicas ?? 0),
      });
    }
  }

  /**
   * Returns the bounds of the autoscaler that targets the object, the larger ones where several do, or undefined.
   *
   * The target's API group has to be right as well: Kubernetes finds no `Deployment` without `apps`, and then
   * nothing is scaled.
   */
  tryBoundsOf(manifest: Manifest): AutoscalerBounds | undefined {
    const { apiVersion, metadata } = manifest.json;
    const name = asText(asObject(metadata)['name']);
    return this.boundsByTarget.get(targetKey(asText(apiVersion), kindOf(manifest), namespaceOf(manifest), name));
  }
}

/** Returns the autoscalers of a set. */
export const autoscalersAmong = oncePer((manifests: readonly Manifest[]) => new Autoscalers(manifests));

function namespaceOf(manifest: Manifest): string {
  return asText(asObject(manifest.json['metadata'])['namespace']);
}

function targetKey(apiVersion: string, kind: string, namespace: string, name: string): string {
  return JSON.stringify([apiGroupOf(apiVersion) ?? null, kind, namespace, name]);
}
