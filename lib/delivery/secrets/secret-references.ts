import { Field } from '../../validation/fields/field';
import { asList, asObject, asText, kindOf } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { workloadsAmong } from '../../validation/pods/pods';
import type { WorkloadManifest } from '../../validation/pods/pods';
import { podReferences } from '../../validation/references/pod-references';

/** A place in the YAML that names a Secret. */
export interface SecretReference {
  readonly name: string;
  /** The namespace of the object that refers to it; empty where the object says none. */
  readonly namespace: string;
  /** The object that refers to it: `Deployment/anomaly-alert`. */
  readonly user: string;
  /** The keys that are asked for; none where whatever there is is taken. */
  readonly keys: readonly string[];
}

/** The keys that Kubernetes itself reads, by the type of the Secret. */
const PULL_KEYS = ['.dockerconfigjson'];
const TLS_KEYS = ['tls.crt', 'tls.key'];

/** Returns every reference to a Secret, in the order of the objects: of Pods, pulls, ServiceAccounts and Ingresses. */
export function secretReferences(manifests: readonly Manifest[]): readonly SecretReference[] {
  return [
    ...workloadsAmong(manifests).flatMap(workloadReferences),
    ...manifests.flatMap((manifest) => {
      if (kindOf(manifest) === 'ServiceAccount') return accountReferences(manifest);
      return kindOf(manifest) === 'Ingress' ? tlsReferences(manifest) : [];
    }),
  ].filter(({ name }) => name !== '');
}

function workloadReferences(workload: WorkloadManifest): readonly SecretReference[] {
  const read = podReferences(workload).filter(({ kind }) => kind === 'Secret');
  return [
    ...read.map(({ name, keys = [] }) =>
      reference(
        workload.manifest,
        name,
        keys.map(({ key }) => key),
      ),
    ),
    ...pullReferences(workload.manifest, workload.podSpec),
  ];
}

function accountReferences(manifest: Manifest): readonly SecretReference[] {
  const mounted = asList(manifest.json['secrets']).map((item) =>
    reference(manifest, asText(asObject(item)['name']), []),
  );
  return [...mounted, ...pullReferences(manifest, manifest.json)];
}

function pullReferences(manifest: Manifest, holder: Manifest['json']): readonly SecretReference[] {
  return asList(holder['imagePullSecrets']).map((item) =>
    reference(manifest, asText(asObject(item)['name']), PULL_KEYS),
  );
}

function tlsReferences(manifest: Manifest): readonly SecretReference[] {
  const names = Field.of(manifest).all('spec.tls[].secretName');
  return names.map(({ text = '' }) => reference(manifest, text, TLS_KEYS));
}

function reference(manifest: Manifest, name: string, keys: readonly string[]): SecretReference {
  const metadata = asObject(manifest.json['metadata']);
  return {
    name,
    namespace: asText(metadata['namespace']),
    user: `${kindOf(manifest)}/${asText(metadata['name'])}`,
    keys,
  };
}
