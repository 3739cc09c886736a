import type { Text } from '../../../text';
import type { Question, Symptom } from '../../judge/finding';
import { lastWords } from './last-words';
import { namespaceOf } from '../reading/named';
import { imageSymptom } from './image-question';
import { groupedFailures, pullFailures, secretFaultOf, workloadsOf } from './pull-failures';
import type { PullFailure } from './pull-failures';

/** The registry knows who asks, or knows that it does not, and does not hand the image out. */
export const imagePullRefused: Question = {
  id: 'image-pull-refused',
  severity: 'error',
  summary: {
    en: 'Does the registry refuse an image?',
    zh: '镜像仓库是否拒绝提供镜像？',
  },
  ask: (cluster, expected) => {
    const refused = pullFailures(cluster, 'refused').filter((failure) => secretFaultOf(failure) === undefined);
    const keyOf = ({ host, pod, secrets }: PullFailure) => JSON.stringify([namespaceOf(pod), host, secrets]);
    return groupedFailures(refused, keyOf).flatMap((group) => {
      const [{ secrets, host, pod }] = group;
      const [secret] = secrets;
      const workloads = workloadsOf(group);
      // Where only one is refused it may be the name of its image: some registries answer so for what they do not have.
      if (secret === undefined || workloads.length < 2) {
        const texts = { wrong: refusedText(group[0]), remedy: remedyText(group[0]) };
        return group.map((failure) => imageSymptom(cluster, expected, failure, texts));
      }
      return [
        {
          object: `Secret/${namespaceOf(pod)}/${secret}`,
          cause: {
            en: `the registry ${host} refuses the images of ${workloads.length} workloads with the pull Secret "${secret}": ${lastWords(group[0].said)}`,
            zh: `镜像仓库 ${host} 拒绝 ${workloads.length} 个工作负载使用拉取 Secret "${secret}" 拉取镜像：${lastWords(group[0].said)}`,
          },
          evidence: group[0].proofs,
          remedy: remedyText(group[0]),
          explains: workloads,
        } satisfies Symptom,
      ];
    });
  },
};

function refusedText({ host, secrets }: PullFailure): Text {
  const named = secrets.join(', ');
  return named === ''
    ? {
        en: `is refused by ${host}: it is not there, or it is private and the Pod names no pull Secret`,
        zh: `被 ${host} 拒绝：镜像不存在，或为私有镜像而 Pod 没有写 imagePullSecrets`,
      }
    : {
        en: `is refused by ${host} with the pull Secret "${named}": the account in it is for another host, has a wrong password or no right to this image, or there is no such image`,
        zh: `被 ${host} 拒绝（拉取 Secret "${named}"）：其中的账号属于其他主机、密码错误或没有该镜像的权限，或镜像不存在`,
      };
}

function remedyText({ secrets, host }: PullFailure): Text {
  const [secret] = secrets;
  return secret === undefined
    ? {
        en: 'Check the name of the image; if it is private, name the pull Secret of its registry in imagePullSecrets.',
        zh: '检查镜像名称；若为私有镜像，在 imagePullSecrets 中写上该仓库的拉取 Secret。',
      }
    : {
        en: `Make the Secret "${secret}" again for the host ${host} exactly as the image names it, with an account that may pull (znyw secret), and check the name of the image.`,
        zh: `用有拉取权限的账号、按镜像中的主机名 ${host} 重新创建 Secret "${secret}"（znyw secret），并检查镜像名称。`,
      };
}
