import type { Question, Symptom } from '../../judge/finding';
import { absentObject, isMisspelt } from '../reading/absent-object';
import type { AbsentObject } from '../reading/absent-object';
import { configurationFaults } from './configuration-faults';
import type { ConfigurationFault } from './configuration-faults';

/** Containers are not created before every ConfigMap and Secret is there that they refer to. */
export const configurationMissing: Question = {
  id: 'configuration-missing',
  severity: 'error',
  summary: {
    en: 'Do containers wait for a ConfigMap or Secret that is not there?',
    zh: '是否有容器在等待不存在的 ConfigMap 或 Secret？',
  },
  ask: (cluster, expected) => {
    const byObject = new Map<string, { absent: AbsentObject; faults: ConfigurationFault[] }>();
    for (const fault of configurationFaults(cluster)) {
      const { kind, namespace, name, key } = fault;
      // What has been made since is read within two minutes.
      if (key !== undefined || cluster.tryFind(kind, namespace, name) !== undefined) continue;
      const object = `${kind}/${namespace}/${name}`;
      const known = byObject.get(object);
      if (known === undefined)
        byObject.set(object, { absent: absentObject(cluster, expected, fault), faults: [fault] });
      else known.faults.push(fault);
    }
    return [...byObject].flatMap(([object, { absent, faults }]) =>
      isSlip(faults, absent) ? faults.map((fault) => misspelt(fault, absent)) : [lost(object, absent, faults)],
    );
  },
};

/** Several workloads do not misspell a name alike. */
function isSlip(faults: readonly ConfigurationFault[], absent: AbsentObject): boolean {
  const [first] = faults;
  return first !== undefined && faults.length === 1 && isMisspelt(first.name, absent);
}

function misspelt({ id, kind, name, field, evidence }: ConfigurationFault, { nearest = '' }: AbsentObject): Symptom {
  return {
    object: id,
    cause: {
      en: `its Pods refer to ${kind} "${name}", which is not there; the nearest that is: "${nearest}"`,
      zh: `其 Pod 引用的 ${kind} "${name}" 不存在；名称最接近的是 "${nearest}"`,
    },
    evidence,
    remedy: {
      en: `Write "${nearest}" where it is referred to, or make the ${kind} "${name}".`,
      zh: `把引用处改为 "${nearest}"，或创建 ${kind} "${name}"。`,
    },
    ...(field === undefined ? {} : { property: field }),
  };
}

function lost(object: string, absent: AbsentObject, faults: readonly ConfigurationFault[]): Symptom {
  const [first] = faults;
  const { kind = 'ConfigMap', name = '', field } = first ?? {};
  const workloads = [...new Set(faults.map(({ id }) => id))].sort();
  const count = workloads.length;
  const published = absent.isPublished ? { en: '; dist/ has it', zh: '；dist/ 中有它的定义' } : { en: '', zh: '' };
  return {
    object,
    cause: {
      en: `${kind} "${name}" is not there${published.en}, and ${count} ${count === 1 ? 'workload cannot create its' : 'workloads cannot create their'} containers without it`,
      zh: `${kind} "${name}" 不存在${published.zh}，${count} 个工作负载因此无法创建容器`,
    },
    evidence: faults.slice(0, 3).flatMap(({ evidence }) => evidence),
    remedy: remedyOf(kind, name, absent),
    ...(field === undefined || absent.isPublished ? {} : { property: field }),
    explains: workloads,
  };
}

function remedyOf(kind: string, name: string, { isPublished }: AbsentObject): Symptom['remedy'] {
  if (isPublished) {
    return {
      en: 'Apply the file of dist/ that holds it; the kubelet goes on by itself.',
      zh: 'apply dist/ 中包含它的文件；kubelet 会自动继续。',
    };
  }
  return kind === 'Secret'
    ? {
        en: `Make the Secret "${name}" with the keys that are asked for (znyw secret), or correct the name; the kubelet goes on by itself.`,
        zh: `按所需的键创建 Secret "${name}"（znyw secret），或更正名称；kubelet 会自动继续。`,
      }
    : {
        en: `Make the ConfigMap "${name}", or correct the name; the kubelet goes on by itself.`,
        zh: `创建 ConfigMap "${name}"，或更正名称；kubelet 会自动继续。`,
      };
}
