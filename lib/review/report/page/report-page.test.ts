import { createHash } from 'node:crypto';
import type { EnvironmentReport } from '../report-model';
import { reportPage } from './report-page';
import { picturesOf } from './testing-pictures';
import { aFinding, anEnvironment, anEnvironmentWithCloud, aWorkload, HOSTILE } from './testing-report';

function pageOf(...environments: readonly EnvironmentReport[]): string {
  return reportPage({ environments }, environments.map(picturesOf));
}

function contentOf(page: string, element: string): string {
  return new RegExp(`<${element}>([^]*?)</${element}>`).exec(page)?.[1] ?? '';
}

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A graph in which every text is hostile. */
const hostileGraph = {
  stack: HOSTILE,
  nodes: [
    { id: HOSTILE, label: HOSTILE, role: 'service', detail: HOSTILE },
    { id: 'b', label: HOSTILE, role: 'store', detail: HOSTILE },
  ],
  edges: [{ from: HOSTILE, to: 'b', ports: [HOSTILE] }],
} as const;

function hostileEnvironment(): EnvironmentReport {
  const finding = aFinding({
    rule: HOSTILE,
    object: HOSTILE,
    field: HOSTILE,
    message: HOSTILE,
    remedy: HOSTILE,
    detail: HOSTILE,
  });
  return anEnvironmentWithCloud({
    name: HOSTILE,
    namespace: HOSTILE,
    workloads: [
      aWorkload({
        id: HOSTILE,
        kind: HOSTILE,
        name: HOSTILE,
        stack: HOSTILE,
        containers: [{ name: HOSTILE, image: HOSTILE, init: true }],
        storage: [{ claim: HOSTILE, size: HOSTILE, storageClass: HOSTILE }],
        schedule: HOSTILE,
        endpoints: [HOSTILE, HOSTILE],
        file: HOSTILE,
        sources: [HOSTILE],
        yaml: HOSTILE,
      }),
    ],
    graphs: [hostileGraph],
    images: [{ image: HOSTILE, versions: [HOSTILE], containers: [HOSTILE] }],
    rules: {
      findings: [finding],
      acknowledged: [{ finding, reason: HOSTILE }],
      notRun: [{ rule: HOSTILE, reason: HOSTILE }],
    },
  });
}

test('the page runs its own script and style alone, and loads nothing', () => {
  const page = pageOf(anEnvironmentWithCloud());
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");

  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${sha256(contentOf(page, 'script'))}`,
    `style-src ${sha256(contentOf(page, 'style'))}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<style/g)).toHaveLength(1);
  expect(page).not.toMatch(/ style=|\ssrc=|https?:\/\/(?!anomaly)/);
});

test('names that are code stay text', () => {
  const page = pageOf(hostileEnvironment());

  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/<img|<b>|onerror=alert\(2\)>|\u2028|\u202E/);
  expect(page).not.toContain('\u0007');
  expect(page).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;');
});

test('every element that is opened is closed, whatever the names', () => {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = pageOf(hostileEnvironment(), anEnvironment()).replace(/<(script|style)>[^]*?<\/\1>/g, '');
  for (const [, slash, name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/g)) {
    if (['meta', 'link', 'input', 'wbr'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }

  expect({ open, wrong }).toEqual({ open: [], wrong: [] });
});

test('ids are unique and links lead somewhere, even where two environments have the same objects', () => {
  const page = pageOf(anEnvironmentWithCloud(), anEnvironmentWithCloud(), hostileEnvironment());
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(links.filter((link) => !ids.includes(link))).toEqual([]);
});

test('pictures are drawn in both languages, for a page, and each has its table', () => {
  const page = pageOf(anEnvironmentWithCloud({ graphs: [{ stack: 'focus', nodes: [], edges: [] }] }));

  for (const name of ['graph-0', 'images', 'placement-0', 'placement-1', 'quota']) {
    expect(page).toContain(`<div class="en" lang="en"><svg data-name="${name} en true">`);
    expect(page).toContain(`<div class="zh" lang="zh-CN"><svg data-name="${name} zh true">`);
  }
  expect(page).toContain('The placement as a table');
  expect(page).toContain('以表格列出配额');
});

test('the YAML of a workload is there once', () => {
  const page = pageOf(anEnvironment({ workloads: [aWorkload({ yaml: 'kind: Deployment # here\n' })] }));

  expect(page.match(/kind: Deployment # here/g)).toHaveLength(1);
});

test('what is over the allowance does not look like 100 per cent', () => {
  expect(pageOf(anEnvironmentWithCloud())).toContain('<td class="number" data-value="8001">101 %</td>');
});

test('Pods without room are named, and Pods of a workload are counted', () => {
  const page = pageOf(anEnvironmentWithCloud());

  expect(page).toContain('every Pod has room');
  expect(page.match(/<td>anomaly-mongo × 2<\/td>/g)).toHaveLength(2);
});

test('YAML of anybody, without a cloud, says what is not known', () => {
  const page = pageOf(anEnvironment());

  expect(page.match(/nobody said how many VMs there are/g)).toHaveLength(2);
});

test('findings link to their workload, and reasons and rules not asked are shown', () => {
  const finding = aFinding();
  const notRun = [
    { rule: 'requests-within-quota', reason: 'the VMs of the container cloud are not known' },
    { rule: 'limits-within-vm', reason: 'the VMs of the container cloud are not known' },
  ];
  const page = pageOf(
    anEnvironment({ rules: { findings: [finding], acknowledged: [{ finding, reason: 'a trial' }], notRun } }),
  );

  expect(page).toMatch(/<a href="#[^"]+">Deployment\/<wbr>znyw-prod\/<wbr>anomaly-mongo<\/a>/);
  expect(page).toContain('>a trial</td>');
  expect(page.match(/the VMs of the container cloud are not known/g)).toHaveLength(1);
});

test('the table has what a workload is made of, and numbers are sorted by value', () => {
  const page = pageOf(anEnvironment({ workloads: [aWorkload({ schedule: '0 3 * * *' })] }));

  for (const cell of [
    'data-value="500">0.5<',
    `data-value="${3 * 2 ** 30}">3Gi<`,
    `data-value="${50 * 2 ** 30}">50Gi<`,
  ]) {
    expect(page).toContain(cell);
  }
  expect(page).toContain('<td>0 3 * * *</td>');
  expect(page.match(/<th scope="col" aria-sort="none"/g)).toHaveLength(14);
});

test('an environment alone needs no switch, several have one', () => {
  expect(pageOf(anEnvironment())).not.toContain('data-environment="');
  expect(pageOf(anEnvironment(), anEnvironment({ name: 'test' }))).toContain('data-environment="test">test</button>');
});
