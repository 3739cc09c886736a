import { diffMarkdown } from './diff-markdown';
import { aChange, aReport, aSetDiff } from './testing-report';

test('it has tables of what counts, and each object with a fenced diff', () => {
  expect(diffMarkdown(aReport({ remarks: [{ en: 'one file', zh: '' }] }), 'en')).toBe(
    `\`dist\` → \`a fresh synth\`

> one file

## prod: 1 removed, 2 changed, 1 added; 80 the same

| effect | object |
| --- | --- |
| **data is lost** | \`PersistentVolumeClaim/n/data\` |
| restarts | \`Deployment/n/web\` |
| images | \`Deployment/n/web/web 1 → 2\` |

| quota | before | after | allowed | room left |
| --- | --- | --- | --- | --- |
| cpu requests | 6.05 | 6.15 | 8 | 1.85 |
| cpu rollout peak |  | 6.75 | 8 | 1.25 |
| cpu limits of one file (web.k8s.yaml) |  | 3 | 5.6 | 2.6 |
| memory requests | 25Gi | 25Gi | 32Gi | 7Gi |
| memory rollout peak |  | 27Gi | 32Gi | 5Gi |
| memory limits of one file (web.k8s.yaml) |  | 4Gi | 22Gi | 18Gi |

### removed \`PersistentVolumeClaim/n/data\`: data is lost

- What is in the volume goes with it.

### changed \`ConfigMap/n/web\`: Pods restart

- restarts: \`Deployment/n/web\`

\`\`\`diff
@@ data[a.conf] @@
  one
- two
+ 2
  …
  three
\`\`\`

### changed \`Deployment/n/web\`: Pods restart

\`\`\`diff
- spec.paused: true
+ spec.replicas: 2
- spec.template.spec.containers[web].image: dtr.example/web:1
+ spec.template.spec.containers[web].image: dtr.example/web:2
\`\`\`

### added \`Service/n/web\`: nothing restarts
`,
  );
});

test('it is there in Chinese as well', () => {
  const text = diffMarkdown(aReport(), 'zh');

  expect(text).toContain('## prod：删除 1 个，修改 2 个，新增 1 个；80 个相同\n\n| 影响 | 对象 |\n');
  expect(text).toContain('### 删除 `PersistentVolumeClaim/n/data`：数据丢失\n\n- 卷中的数据会一并删除。\n');
});

test('no value breaks out of its fence, its table or its line', () => {
  const objects = [
    aChange('Service/n/`|<img src=x onerror=alert(1)>\n# heading', {
      effects: ['refused'],
      notes: [{ en: 'use <b>`x`</b> [a](http://b) | *c* @all', zh: '' }],
      fields: [
        {
          path: 'data[a]',
          lines: [
            { sign: ' ', text: '```' },
            { sign: '+', text: '````\n<script>' },
          ],
        },
      ],
    }),
  ];

  const text = diffMarkdown(aReport({ before: '`|`', sets: [aSetDiff({ objects })] }), 'en');

  expect(text).toContain('`` `|` `` → `a fresh synth`\n');
  expect(text).toContain(
    '| **refused by the API server** | ``Service/n/`\\|<img src=x onerror=alert(1)> # heading`` |\n',
  );
  expect(text).toContain('- use &lt;b\\>\\`x\\`&lt;/b\\> \\[a\\](http://b) \\| \\*c\\* &#64;all\n');
  expect(text).toContain('`````diff\n@@ data[a] @@\n  ```\n+ ````\\n<script>\n`````\n');
});

test('nothing that differs is one line', () => {
  expect(diffMarkdown(aReport({ sets: [aSetDiff()] }), 'en')).toBe(
    '`dist` → `a fresh synth`\n\nno difference: all 80 objects mean the same\n',
  );
});
