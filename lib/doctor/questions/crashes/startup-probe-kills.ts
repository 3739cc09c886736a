import type { Question } from '../../judge/finding';
import { probeKills } from './probe-question';

/** What starts more slowly than its startup probe allows is ended, and starts again as slowly. */
export const startupProbeKills: Question = probeKills('startup', {
  en: 'Does a startup probe end a container before it has started?',
  zh: '是否有 startupProbe 在启动完成前终止容器？',
});
