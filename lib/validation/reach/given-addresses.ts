import { asList, asObject, asText } from '../manifest';
import type { Manifest } from '../manifest';
import type { NamedObjects } from '../references/named-objects';
import { podReferences } from '../references/pod-references';
import type { PodReference } from '../references/pod-references';
import type { PodTemplate } from '../pods/pod-templates';
import type { Container } from '../pods/pods';
import { addressesIn, addressesListed } from './written-addresses';
import type { WrittenAddress } from './written-addresses';

/** An address that a workload is given. */
export interface GivenAddress extends WrittenAddress {
  /** Where it is given to the workload. */
  readonly field: string;
}

/** The end of the name of a variable that holds addresses. */
const ADDRESS_VARIABLE =
  /(?:HOST|HOSTS|HOSTNAME|URL|URI|ADDR|ADDRESS|ADDRESSES|SERVER|SERVERS|BROKERS|ENDPOINT|ENDPOINTS)$/i;

/** The addresses that workloads are given: in variables, in arguments, and in the ConfigMaps that they read. */
export class GivenAddresses {
  /** What each text of a ConfigMap says; many workloads may read the same one. */
  private readonly inConfigMaps = new Map<Manifest, Map<string, readonly WrittenAddress[]>>();

  /** @param mayBeMeant tells which hosts are of interest; a ConfigMap may be full of others */
  constructor(
    private readonly objects: NamedObjects,
    private readonly mayBeMeant: (host: string) => boolean,
  ) {}

  /** Returns the addresses that the Pods of a workload are given. */
  of({ workload, namespace }: PodTemplate): readonly GivenAddress[] {
    return [
      ...workload.containers.flatMap((container) => [...inVariables(container), ...inCommand(container)]),
      ...podReferences(workload).flatMap((reference) => this.inReference(reference, namespace, workload.containers)),
    ];
  }

  private inReference(
    reference: PodReference,
    namespace: string,
    containers: readonly Container[],
  ): readonly GivenAddress[] {
    const { kind, name, field, through } = reference;
    if (kind !== 'ConfigMap') return [];
    const configMap = this.objects.tryFind('ConfigMap', namespace, name);
    if (configMap === undefined) return [];
    const data = asObject(configMap.json['data']);
    // A key that becomes a variable is read as one; without keys, each becomes a variable of its own name.
    const whole = Object.keys(data).map((key) => ({ key, field, as: key }));
    const mounted = mountedFiles(reference, containers);
    const read = (reference.keys ?? whole).filter(({ as }) => mounted?.has(as) !== false);
    return read.flatMap(({ key, field: place, as }) => {
      const variable = through === 'environment' ? as : '';
      return this.inText(configMap, key, variable).map((address) => ({ ...address, field: place }));
    });
  }

  private inText(configMap: Manifest, key: string, variable: string): readonly WrittenAddress[] {
    const known = this.inConfigMaps.get(configMap) ?? new Map<string, readonly WrittenAddress[]>();
    this.inConfigMaps.set(configMap, known);
    const listed = ADDRESS_VARIABLE.test(variable);
    const id = `${listed ? 'listed' : 'text'}/${key}`;
    const read = listed ? addressesListed : addressesIn;
    const addresses = known.get(id) ?? read(textOf(configMap, key)).filter(({ host }) => this.mayBeMeant(host));
    known.set(id, addresses);
    return addresses;
  }
}

function inVariables({ json, path }: Container): readonly GivenAddress[] {
  const variables = asList(json['env']).map(asObject);
  const values = new Map(variables.map(({ name, value }) => [asText(name), asText(value)]));
  return variables.flatMap(({ name, value }) => {
    const variable = asText(name);
    const field = `${path}.env[${variable}]`;
    if (!ADDRESS_VARIABLE.test(variable)) return addressesIn(asText(value)).map((address) => ({ ...address, field }));
    const port = Number(values.get(variable.replace(ADDRESS_VARIABLE, 'PORT')) ?? '');
    return addressesListed(asText(value)).map((address) => {
      const paired = address.port === undefined && address.scheme === undefined && port > 0;
      return { ...address, ...(paired ? { port } : {}), field };
    });
  });
}

function inCommand({ json, path }: Container): readonly GivenAddress[] {
  return ['command', 'args'].flatMap((part) => {
    const text = asList(json[part]).map(asText).join(' ');
    return addressesIn(text).map((address) => ({ ...address, field: `${path}.${part}` }));
  });
}

/** Returns the files of a volume that containers mount one by one, or undefined where one mounts all of them. */
function mountedFiles({ volume }: PodReference, containers: readonly Container[]): ReadonlySet<string> | undefined {
  if (volume === undefined) return undefined;
  const mounts = containers
    .flatMap(({ json }) => asList(json['volumeMounts']).map(asObject))
    .filter(({ name }) => name === volume);
  const files = mounts.map(({ subPath }) => asText(subPath));
  return files.includes('') ? undefined : new Set(files);
}

function textOf(configMap: Manifest, key: string): string {
  const data = asObject(configMap.json['data']);
  return Object.hasOwn(data, key) ? asText(data[key]) : '';
}
