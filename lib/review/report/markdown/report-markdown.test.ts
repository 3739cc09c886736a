import { aFinding, anEnvironment, anEnvironmentWithCloud, aWorkload, HOSTILE } from '../page/testing-report';
import { reportMarkdown } from './report-markdown';

test('an environment has its facts, graph, tables and findings', () => {
  const finding = aFinding();
  const environment = anEnvironmentWithCloud({
    graphs: [{ stack: 'focus', nodes: [], edges: [] }],
    rules: { findings: [finding], acknowledged: [{ finding, reason: 'a trial' }], notRun: [] },
  });
  const text = reportMarkdown({ environments: [environment] }, 'en');

  expect(text.match(/^#+ .*$/gm)).toEqual([
    '# Deployment report',
    '## prod',
    '### Architecture',
    '### Images and containers',
    '### Placement on the VMs',
    '### Quota',
    '### Workloads',
    '### Findings',
  ]);
  expect(text).toContain('- Container cloud: 2 × 8 CPU, 32Gi');
  expect(text).toContain('**Focus**\n\n```mermaid\nflowchart LR\n```');
  expect(text).toContain('| Everything that runs | 0.5 / 8 (6 %) | 3Gi / 32Gi (9 %) |');
  expect(text).toContain('| VM 1 is lost | Without room |  | anomaly-mongo × 2 |');
  expect(text).toContain('| anomaly-mongo | Deployment | mongodb:6.0.28 | 1 | 0.5 CPU, 3Gi | 2 CPU, 3Gi |');
  expect(text).toContain('| error | image-tag-pinned | Deployment/znyw-prod/anomaly-mongo<br>');
  expect(text).toContain('| a trial |');
});

test('it speaks Chinese when asked to', () => {
  const text = reportMarkdown({ environments: [anEnvironment()] }, 'zh');

  expect(text).toContain('# 部署报告');
  expect(text).toContain('| 工作负载 | 类型 | 镜像与版本 |');
  expect(text).toContain('未知：没有给出虚拟机数量。');
});

test('hostile names stay in their cells', () => {
  const text = reportMarkdown(
    {
      environments: [anEnvironment({ name: HOSTILE, workloads: [aWorkload({ name: HOSTILE, endpoints: [HOSTILE] })] })],
    },
    'en',
  );

  expect(text).not.toMatch(/(?<!\\)<(?!br>)|\u2028|\u202E/);
  expect(text).not.toContain('\u0007');
  expect(text.split('\n').filter((line) => line.startsWith('| \\<script'))).toHaveLength(1);
});
