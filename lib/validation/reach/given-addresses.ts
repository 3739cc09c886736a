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

/** The end of the name of a variable that holds addresses, in small letters. */
const ADDRESS_VARIABLE = /(?:hosts?|hostname|url|uri|addr|address|addresses|servers?|brokers|endpoints?)$/;

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
    const given: GivenAddress[] = [];
    for (const container of workload.containers) {
      addInVariables(container, given);
      addInCommand(container, given);
    }
    for (const reference of podReferences(workload)) {
      if (reference.kind === 'ConfigMap') this.addInReference(reference, namespace, workload.containers, given);
    }
    return given;
  }

  private addInReference(
    reference: PodReference,
    namespace: string,
    containers: readonly Container[],
    given: GivenAddress[],
  ): void {
    const { name, field, through } = reference;
    const configMap = this.objects.tryFind('ConfigMap', namespace, name);
    if (configMap === undefined) return;
    const data = asObject(configMap.json['data']);
    // A key that becomes a variable is read as one; without keys, each becomes a variable of its own name.
    const whole = Object.keys(data).map((key) => ({ key, field, as: key }));
    const mounted = mountedFiles(reference, containers);
    for (const { key, field: place, as } of reference.keys ?? whole) {
      if (mounted?.has(as) === false) continue;
      const variable = through === 'environment' ? as : '';
      for (const address of this.inText(configMap, key, variable)) given.push({ ...address, field: place });
    }
  }

  private inText(configMap: Manifest, key: string, variable: string): readonly WrittenAddress[] {
    const known = this.inConfigMaps.get(configMap) ?? new Map<string, readonly WrittenAddress[]>();
    this.inConfigMaps.set(configMap, known);
    const listed = addressPart(variable) !== -1;
    const id = `${listed ? 'listed' : 'text'}/${key}`;
    const read = listed ? addressesListed : addressesIn;
    const addresses = known.get(id) ?? read(textOf(configMap, key)).filter(({ host }) => this.mayBeMeant(host));
    known.set(id, addresses);
    return addresses;
  }
}

function addInVariables({ json, path }: Container, given: GivenAddress[]): void {
  const variables = asList(json['env']);
  let values: ReadonlyMap<string, string> | undefined;
  for (const item of variables) {
    const { name, value } = asObject(item);
    if (typeof value !== 'string' || value === '') continue;
    const variable = asText(name);
    const end = addressPart(variable);
    const addresses = end === -1 ? addressesIn(value) : addressesListed(value);
    if (addresses.length === 0) continue;
    const field = `${path}.env[${variable}]`;
    for (const address of addresses) {
      let { port } = address;
      if (end !== -1 && port === undefined && address.scheme === undefined) {
        // The port that MONGO_PORT says beside MONGO_HOST.
        values ??= new Map(variables.map(asObject).map((other) => [asText(other['name']), asText(other['value'])]));
        const beside = Number(values.get(`${variable.slice(0, end)}PORT`) ?? '');
        if (beside > 0) port = beside;
      }
      given.push({ ...address, port, field });
    }
  }
}

/** Returns where in the name of a variable stands that it holds addresses, or -1. */
function addressPart(variable: string): number {
  return variable.toLowerCase().search(ADDRESS_VARIABLE);
}

function addInCommand({ json, path }: Container, given: GivenAddress[]): void {
  for (const part of ['command', 'args']) {
    if (json[part] === undefined) continue;
    const text = asList(json[part]).map(asText).join(' ');
    for (const address of addressesIn(text)) given.push({ ...address, field: `${path}.${part}` });
  }
}

/** Returns the files of a volume that containers mount one by one, or undefined where one mounts all of them. */
function mountedFiles({ volume }: PodReference, containers: readonly Container[]): ReadonlySet<string> | undefined {
  if (volume === undefined) return undefined;
  const files = new Set<string>();
  for (const { json } of containers) {
    for (const mount of asList(json['volumeMounts'])) {
      const { name, subPath } = asObject(mount);
      if (name === volume) files.add(asText(subPath));
    }
  }
  return files.has('') ? undefined : files;
}

function textOf(configMap: Manifest, key: string): string {
  const data = asObject(configMap.json['data']);
  return Object.hasOwn(data, key) ? asText(data[key]) : '';
}
