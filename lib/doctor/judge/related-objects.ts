import { asList, asObject, asText, kindOf, objectId } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';
import type { Cluster } from '../cluster/cluster';
import { NOTHING_EXPECTED } from '../cluster/expected';
import type { Expected } from '../cluster/expected';

/** The kinds that are made for another object, which stands in a field. */
const MADE_FOR: Readonly<Record<string, (object: JsonObject) => readonly string[]>> = {
  EndpointSlice: ({ metadata }) => [
    `Service/${asText(asObject(asObject(metadata)['labels'])['kubernetes.io/service-name'])}`,
  ],
  Endpoints: ({ metadata }) => [`Service/${asText(asObject(metadata)['name'])}`],
  HorizontalPodAutoscaler: ({ spec }) => {
    const { kind, name } = asObject(asObject(spec)['scaleTargetRef']);
    return [`${asText(kind)}/${asText(name)}`];
  },
  Ingress: ({ spec }) =>
    asList(asObject(spec)['rules'])
      .flatMap((rule) => asList(asObject(asObject(rule)['http'])['paths']))
      .map((path) => asObject(asObject(asObject(path)['backend'])['service']))
      .map(({ name }) => `Service/${asText(name)}`),
};

/** The kinds whose Pods serve. */
const SERVING = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** The objects that an object stands and falls with: found once, asked for often. */
export class RelatedObjects {
  private readonly byId = new Map<string, Manifest>();
  private readonly related = new Map<string, ReadonlySet<string>>();
  private templates: readonly (readonly [id: string, labels: JsonObject])[] | undefined;

  /** @param expected what should be there: a Service also stands and falls with a workload that is missing */
  constructor(
    private readonly cluster: Cluster,
    private readonly expected: Expected = NOTHING_EXPECTED,
  ) {
    for (const object of cluster.reading.objects) this.byId.set(objectId(object), object);
  }

  /** Returns the highest controller of an object, by name; of what was not read, itself. */
  topOwner(id: string): string {
    const object = this.byId.get(id);
    return object === undefined ? id : objectId(this.cluster.topOwner(object));
  }

  /**
   * Returns an object with those above it, and of a Service, an autoscaler or an Ingress the workloads behind it: the
   * objects of which one in trouble explains its own.
   */
  of(id: string): ReadonlySet<string> {
    const known = this.related.get(id);
    if (known !== undefined) return known;
    const found = new Set<string>();
    // Before it is looked through, since objects may refer to one another in a circle.
    this.related.set(id, found);
    for (let above: string | undefined = id; above !== undefined && !found.has(above);) {
      found.add(above);
      above = this.tryOwner(above);
    }
    const object = this.byId.get(id);
    for (const other of object === undefined ? [] : this.behind(object)) {
      for (const related of this.of(other)) found.add(related);
    }
    return found;
  }

  private tryOwner(id: string): string | undefined {
    const object = this.byId.get(id);
    const owner = object === undefined ? undefined : this.cluster.tryOwner(object);
    return owner === undefined ? undefined : objectId(owner);
  }

  private behind(object: Manifest): readonly string[] {
    const { namespace } = asObject(object.json['metadata']);
    const kind = kindOf(object);
    if (kind === 'Service') return this.selectedBy(object);
    const madeFor = Object.hasOwn(MADE_FOR, kind) ? MADE_FOR[kind] : undefined;
    return (madeFor?.(object.json) ?? []).map((kindAndName) => kindAndName.replace('/', `/${asText(namespace)}/`));
  }

  private selectedBy(service: Manifest): readonly string[] {
    const labels = Object.entries(asObject(asObject(service.json['spec'])['selector']));
    if (labels.length === 0) return [];
    const owners = (this.templates ??= [...this.readTemplates()]).filter(([, template]) =>
      labels.every(([name, value]) => template[name] === value),
    );
    return owners.map(([id]) => id);
  }

  /** The labels of the Pods of every workload that has no owner of its own, there or missing. */
  private *readTemplates(): Generator<[string, JsonObject], void> {
    const missing = this.expected.manifests.filter(
      (manifest) => SERVING.includes(kindOf(manifest)) && !this.byId.has(objectId(manifest)),
    );
    for (const workload of [...SERVING.flatMap((kind) => this.cluster.ofKind(kind)), ...missing]) {
      const template = asObject(asObject(workload.json['spec'])['template']);
      yield [objectId(workload), asObject(asObject(template['metadata'])['labels'])];
    }
  }
}
