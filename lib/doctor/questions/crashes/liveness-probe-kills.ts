import type { Question } from '../../judge/finding';
import { probeKills } from './probe-question';

/** What does not answer its liveness probe is ended, whether it hangs or is merely busy. */
export const livenessProbeKills: Question = probeKills('liveness', {
  en: 'Does a liveness probe end a container?',
  zh: '是否有 livenessProbe 终止容器？',
});
