import { addToList } from '../../validation/add-to-list';
import type { Manifest } from '../../validation/manifest';
import { Autoscalers } from '../../validation/pods/autoscalers';
import type { AutoscalerBounds } from '../../validation/pods/autoscalers';
import { podTemplatesAmong, selectedPods } from '../../validation/pods/pod-templates';
import type { PodTemplate } from '../../validation/pods/pod-templates';
import { NetworkPolicies } from '../../validation/reach/network-policies';
import type { Direction } from '../../validation/reach/network-policies';
import { selectingServices } from '../../validation/reach/service-ports';
import { nameOf } from '../../validation/references/named-objects';
import { namespaceOf } from '../../validation/references/namespaces';
import { podReferences } from '../../validation/references/pod-references';
import type { PodReference } from '../../validation/references/pod-references';
import { qualifiedKind } from '../../validation/references/qualified-kind';
import type { RuleEnvironment } from '../../validation/rule';
import { namespaceLabelsAskedBy, policySelectors, selectorBy } from './pod-selectors';
import type { Selector } from './pod-selectors';

/** A workload that refers to an object, and how. */
export interface Reader {
  /** The key of the workload's object. */
  readonly key: string;
  readonly template: PodTemplate;
  readonly reference: PodReference;
}

/** The objects of one of the two sets, found by how they relate to each other. */
export class ReviewedSet {
  private readonly keys = new Map<Manifest, string>();
  private readonly objects = new Map<string, Manifest>();
  private readonly templates = new Map<string, PodTemplate>();
  private readonly readers = new Map<string, Reader[]>();
  private readonly autoscalers: Autoscalers;
  private readonly selected: ReadonlyMap<object, readonly PodTemplate[]>;
  private readonly selecting = new Map<PodTemplate, Selector[]>();
  private readonly networkPolicies: NetworkPolicies;
  private readonly namespaceLabels: ReadonlySet<string>;

  constructor(
    manifests: readonly Manifest[],
    private readonly environment: RuleEnvironment,
  ) {
    // Of two with one name the later is applied over the other.
    for (const manifest of manifests) this.objects.set(this.keyOf(manifest), manifest);
    const objects = [...this.objects.values()];
    const templates = podTemplatesAmong(objects, environment);
    for (const template of templates) this.addTemplate(template);
    this.autoscalers = new Autoscalers(objects);
    const selectors = [
      ...selectingServices(objects, environment).map((one) => ({ ...one, item: selectorBy(one.item, 'Service') })),
      ...objects.flatMap((manifest) => policySelectors(manifest, namespaceOf(manifest, environment))),
    ];
    const selected = selectedPods(templates, selectors);
    this.selected = new Map([...selected].map(([{ by }, pods]) => [by, pods]));
    for (const [selector, pods] of selected) {
      for (const pod of pods) addToList(this.selecting, pod, selector);
    }
    this.networkPolicies = new NetworkPolicies(objects, environment);
    this.namespaceLabels = new Set(objects.flatMap(namespaceLabelsAskedBy));
  }

  /** Returns what tells an object from all others: its kind with the API group, its namespace, its name. */
  keyOf(manifest: Manifest): string {
    const known = this.keys.get(manifest);
    if (known !== undefined) return known;
    const key = placeKey(qualifiedKind(manifest), namespaceOf(manifest, this.environment), nameOf(manifest));
    this.keys.set(manifest, key);
    return key;
  }

  /** Returns the object of the same kind, namespace and name. */
  tryNamesake(manifest: Manifest): Manifest | undefined {
    return this.objects.get(this.keyOf(manifest));
  }

  /** Returns an object by its qualified kind, as in `Deployment.apps`. */
  tryFind(kind: string, namespace: string, name: string): Manifest | undefined {
    return this.objects.get(placeKey(kind, namespace, name));
  }

  /** Returns the Pods of a workload by the key of its object, or undefined if it runs none. */
  tryTemplate(key: string): PodTemplate | undefined {
    return this.templates.get(key);
  }

  /** Returns how workloads refer to an object: a workload may do so several times. */
  readersOf(kind: string, namespace: string, name: string): readonly Reader[] {
    return this.readers.get(placeKey(kind, namespace, name)) ?? [];
  }

  /** Returns the Pods that a Service selects, a NetworkPolicy, or one peer of a policy as it stands in its object. */
  podsSelectedBy(selector: object): readonly PodTemplate[] {
    return this.selected.get(selector) ?? [];
  }

  /** Returns what selects some Pods. */
  selectorsOf(template: PodTemplate | undefined): readonly Selector[] {
    return (template === undefined ? undefined : this.selecting.get(template)) ?? [];
  }

  /** Tells whether some NetworkPolicy is over Pods in a direction, without which everybody may pass. */
  isIsolated(template: PodTemplate, direction: Direction): boolean {
    return this.networkPolicies.over(template, direction).length > 0;
  }

  /** Tells whether a NetworkPolicy selects namespaces by a label. */
  policiesAskFor(namespaceLabel: string): boolean {
    return this.namespaceLabels.has(namespaceLabel);
  }

  /** Returns between how many Pods an autoscaler keeps a workload, or undefined where none does. */
  tryAutoscaled(manifest: Manifest): AutoscalerBounds | undefined {
    return this.autoscalers.tryBoundsOf(manifest);
  }

  private addTemplate(template: PodTemplate): void {
    const { workload, namespace } = template;
    const key = this.keyOf(workload.manifest);
    this.templates.set(key, template);
    for (const reference of podReferences(workload)) {
      addToList(this.readers, placeKey(reference.kind, namespace, reference.name), { key, template, reference });
    }
  }
}

function placeKey(kind: string, namespace: string, name: string): string {
  return JSON.stringify([kind, namespace, name]);
}
