import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import type { Symptom } from '../../judge/finding';
import { foreignRegistryText, ratherText } from './image-texts';
import type { PullFailure } from './pull-failures';

/** Returns a symptom about one image of one workload: its name, what is wrong, and what it should rather be. */
export function imageSymptom(
  cluster: Cluster,
  expected: Expected,
  failure: PullFailure,
  texts: { readonly wrong: Text; readonly remedy: Text },
): Symptom {
  const { id, image, container, path, proofs } = failure;
  const rather = ratherText(cluster, expected, failure);
  const foreign = foreignRegistryText(expected, failure);
  return {
    object: id,
    cause: {
      en: `the image "${image}" of container ${container} ${texts.wrong.en}${rather.en}${foreign.en}`,
      zh: `容器 ${container} 的镜像 "${image}" ${texts.wrong.zh}${rather.zh}${foreign.zh}`,
    },
    evidence: proofs,
    remedy: texts.remedy,
    property: `${path}.image`,
  };
}
