import type { Text } from '../../lib/text';

/** What a comparison says by itself. */
export const WORDS = {
  same: { en: 'the same', zh: '相同' },
  before: { en: 'before', zh: '变更前' },
  after: { en: 'after', zh: '变更后' },
  freshSynth: { en: 'a fresh synth', zh: '当前代码的 synth 结果' },
  dataLost: { en: 'data is lost', zh: '数据丢失' },
  refused: { en: 'refused by the API server', zh: 'API server 将拒绝' },
  ended: { en: 'ends and does not start again', zh: '终止且不再启动' },
  recreated: { en: 'stops, then starts anew', zh: '先停止再重建' },
  restarted: { en: 'restarts', zh: '重启' },
  traffic: { en: 'traffic changes', zh: '网络流量变化' },
  images: { en: 'images', zh: '镜像' },
  nothing: { en: 'nothing', zh: '无' },
  newImage: { en: 'new', zh: '新增' },
  formerImage: { en: 'removed', zh: '删除' },
  others: { en: 'objects of no environment', zh: '不属于任何环境的对象' },
  requests: { en: 'requests', zh: 'requests' },
  rolloutPeak: { en: 'rollout peak', zh: '滚动更新峰值' },
  limits: { en: 'limits of one file', zh: '单个文件的 limits' },
  quota: { en: 'quota', zh: '配额' },
  allowed: { en: 'allowed', zh: '允许' },
  roomLeft: { en: 'room left', zh: '剩余' },
  change: { en: 'change', zh: '变更' },
  object: { en: 'object', zh: '对象' },
  effect: { en: 'effect', zh: '影响' },
  remark: { en: 'note', zh: '注意' },
} as const satisfies Readonly<Record<string, Text>>;

/** More fields of one object than anybody reads; JSON has them all. */
export const MAX_FIELDS = 200;

/** Says that fields were left out. */
export function moreFields(count: number): Text {
  return { en: `… ${count} more fields`, zh: `…… 另有 ${count} 个字段` };
}

/** Says that lines were left out. */
export function moreLines(count: number): Text {
  return { en: `… ${count} more lines`, zh: `…… 另有 ${count} 行` };
}

/** Says that names were left out. */
export function moreItems(count: number): Text {
  return { en: `and ${count} more`, zh: `另有 ${count} 个` };
}

/** Says that the two sides do not differ. */
export function allTheSame(objects: number): Text {
  return {
    en: `no difference: ${objects === 1 ? 'the only object means' : `all ${objects} objects mean`} the same`,
    zh: `没有差异：${objects} 个对象的含义完全相同`,
  };
}
