import { asList, asObject, kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import type { Question, Symptom } from '../../judge/finding';
import { listedNames } from '../reading/listed-names';
import { expectedId, explainedByMissing, isMuchMissing, missingGroups } from '../reading/missing-groups';
import type { MissingGroup } from '../reading/missing-groups';
import { nameOf, shortId } from '../reading/named';

/** What was published and is not there: a file that was not applied, or an object that somebody has deleted. */
export const objectMissing: Question = {
  id: 'object-missing',
  severity: 'error',
  summary: { en: 'Is everything there that was published?', zh: '发布的对象是否都在？' },
  ask: (cluster, expected) =>
    [...missingGroups(cluster, expected).values()]
      .filter((groups) => !isMuchMissing(groups))
      .flat()
      .map((group) => symptomOf(group, cluster, expected)),
};

function symptomOf(group: MissingGroup, cluster: Cluster, expected: Expected): Symptom {
  const { namespace, objects, isEssential } = group;
  const [first] = objects;
  const names = listedNames(objects.map(({ manifest }) => shortId(manifest)));
  const port = tryTakenNodePort(first.manifest, cluster);
  const were = objects.length === 1 ? 'was published and is' : 'were published and are';
  const { file } = first.manifest;
  return {
    object: expectedId(first),
    severity: isEssential ? 'error' : 'warning',
    cause: {
      en: `${names.en} ${were} not in the namespace ${namespace}${port === undefined ? '' : `; its nodePort ${port.number} belongs to ${port.service}`}`,
      zh: `已发布的 ${names.zh} 不在命名空间 ${namespace} 里${port === undefined ? '' : `；它的 nodePort ${port.number} 已被 ${port.service} 占用`}`,
    },
    evidence: objects.map((one) => `${expectedId(one)}: not found${file === '' ? '' : `, published in ${file}`}`),
    remedy: {
      en: 'Publish it again and read what the Jenkins build says of it: a refusal of `kubectl apply` leaves no event. Where it was deleted on purpose, take it out of the program.',
      zh: '重新发布并查看 Jenkins 构建输出：`kubectl apply` 被拒绝不会留下事件。若是有意删除，就从程序中去掉。',
    },
    explains: explainedByMissing(cluster, expected, [group]),
  };
}

function tryTakenNodePort(manifest: Manifest, cluster: Cluster) {
  const wanted = new Set(kindOf(manifest) === 'Service' ? nodePorts(manifest) : []);
  for (const service of wanted.size === 0 ? [] : cluster.ofKind('Service')) {
    const number = nodePorts(service).find((one) => wanted.has(one));
    if (number !== undefined) return { number, service: `Service/${nameOf(service)}` };
  }
  return undefined;
}

function nodePorts({ json }: Manifest): readonly number[] {
  return asList(asObject(json['spec'])['ports'])
    .map((port) => asObject(port)['nodePort'])
    .filter((port) => typeof port === 'number');
}
