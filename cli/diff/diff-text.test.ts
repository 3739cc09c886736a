import { diffText } from './diff-text';
import { aChange, aReport, aSetDiff } from './testing-report';

const plain = { language: 'en', colours: false } as const;

test('what a reviewer must not overlook comes first, then each object', () => {
  expect(diffText(aReport(), plain)).toBe(`before: dist
after: a fresh synth

prod: 1 removed, 2 changed, 1 added; 80 the same
  data is lost: PersistentVolumeClaim/n/data
  restarts: Deployment/n/web
  images: Deployment/n/web/web 1 → 2
  cpu requests: 6.05 → 6.15 of 8, 1.85 left; rollout peak: 6.75 of 8, 1.25 left
  memory requests: 25Gi of 32Gi, 7Gi left; rollout peak: 27Gi of 32Gi, 5Gi left

removed PersistentVolumeClaim/n/data: data is lost
  What is in the volume goes with it.

changed ConfigMap/n/web: Pods restart
  restarts: Deployment/n/web
  ~ data[a.conf]:
        one
      - two
      + 2
        …
        three

changed Deployment/n/web: Pods restart
  - spec.paused: true
  + spec.replicas: 2
  ~ spec.template.spec.containers[web].image: dtr.example/web:1 → dtr.example/web:2

added Service/n/web: nothing restarts
`);
});

test('it is there in Chinese as well', () => {
  const text = diffText(aReport({ remarks: [{ en: 'x', zh: '只比较一个文件' }] }), { ...plain, language: 'zh' });

  expect(text.split('\n\n').slice(0, 3).join('\n\n')).toBe(`变更前：dist
变更后：a fresh synth
注意：只比较一个文件

prod：删除 1 个，修改 2 个，新增 1 个；80 个相同
  数据丢失：PersistentVolumeClaim/n/data
  重启：Deployment/n/web
  镜像：Deployment/n/web/web 1 → 2
  cpu requests：6.05 → 6.15，允许 8，剩余 1.85；滚动更新峰值：6.75，允许 8，剩余 1.25
  memory requests：25Gi，允许 32Gi，剩余 7Gi；滚动更新峰值：27Gi，允许 32Gi，剩余 5Gi

删除 PersistentVolumeClaim/n/data：数据丢失
  卷中的数据会一并删除。`);
});

test('nothing that differs is one line', () => {
  expect(diffText(aReport({ sets: [aSetDiff()] }), plain)).toBe(`before: dist
after: a fresh synth

no difference: all 80 objects mean the same
`);
});

test('of several environments each has its summary, and each object its environment', () => {
  const prod = aSetDiff({ environment: 'prod', objects: [aChange('Service/n/a', { environment: 'prod' })] });
  const others = aSetDiff({ objects: [aChange('Service/n/b')] });

  const text = diffText(aReport({ sets: [prod, aSetDiff({ environment: 'test' }), others] }), plain);

  expect(text).toContain('\n\ntest: 0 removed, 0 changed, 0 added; 80 the same\n\n');
  expect(text).toContain(
    '\n\nobjects of no environment: 0 removed, 1 changed, 0 added; 80 the same\n  restarts: nothing\n',
  );
  expect(text).toContain('changed Service/n/a [prod]: nothing restarts\n');
  expect(text).toContain('changed Service/n/b: nothing restarts\n');
});

test('more than is allowed is said aloud, with the limits of a file where they are too much', () => {
  const set = aSetDiff({ objects: [aChange('Service/n/a')] });
  const most = { cpuMillis: 6100, memoryBytes: 2 ** 40 };
  const fullest = {
    file: 'web.k8s.yaml',
    limits: { cpuMillis: 3000, memoryBytes: 1 },
    allowed: { ...most, cpuMillis: 2000 },
  };
  const quota = { ...set.quota, allowed: most, fullestFileAfter: fullest };

  const text = diffText(aReport({ sets: [{ ...set, quota }] }), { ...plain, colours: true });

  expect(text).toContain(
    '\u001B[31mcpu requests: 6.05 → 6.15 of 6.1, 0.05 TOO MUCH; rollout peak: 6.75 of 6.1, 0.65 TOO MUCH\u001B[0m\n',
  );
  expect(text).toContain('\u001B[31mcpu limits of one file (web.k8s.yaml): 3 of 2, 1 TOO MUCH\u001B[0m\n');
});

test('colours stand on what weighs, and nowhere without them', () => {
  const coloured = diffText(aReport(), { ...plain, colours: true });

  expect(coloured).toContain('  \u001B[31mdata is lost\u001B[0m: PersistentVolumeClaim/n/data\n');
  expect(coloured).toContain(
    '\u001B[31mremoved\u001B[0m PersistentVolumeClaim/n/data: \u001B[31mdata is lost\u001B[0m\n',
  );
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(diffText(aReport(), plain));
});

test('what others wrote moves no cursor and forges no line', () => {
  const objects = [
    aChange('Service/n/a\nremoved everything', {
      fields: [
        { path: 'data[\u001B[2J]', before: '\u001B]0;x\u0007', after: 'a' },
        { path: 'data[b]', before: 'x\ny', lines: [{ sign: '-', text: '\u001B[1A\r' }] },
      ],
    }),
  ];

  const text = diffText(aReport({ before: 'a\u001Bb', sets: [aSetDiff({ objects })] }), plain);

  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  expect(text).toContain('changed Service/n/a removed everything: nothing restarts\n');
});

test('a change of very many fields is cut', () => {
  const fields = Array.from({ length: 500 }, (_, index) => ({ path: `data.k${index}`, after: index }));

  const text = diffText(aReport({ sets: [aSetDiff({ objects: [aChange('ConfigMap/n/a', { fields })] })] }), plain);

  expect(text).toContain('  + data.k199: 199\n  … 300 more fields\n');
});
