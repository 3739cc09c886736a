import * as fc from 'fast-check';
import { capacityUse } from '../../../validation/capacity/capacity-use';
import { anyText } from '../../../validation/testing/any-text';
import { aCloud } from '../../../validation/testing/manifest-builders';
import { layoutGraph } from '../layout/layout-graph';
import type { ArchitectureGraph, ImageUse, PlacementReport, QuotaReport, WorkloadReport } from '../report-model';
import { attributeValues, svgElements } from '../testing/svg-elements';
import { anchorOf } from './anchor';
import { architectureSvg } from './architecture-svg';
import { imagesSvg } from './images-svg';
import type { PictureOptions } from './picture-options';
import { placementSvg } from './placement-svg';
import { quotaSvg } from './quota-svg';

const OPTIONS: PictureOptions = { language: 'en', idPrefix: 'a' };
const HOSTILE = '<script>alert(1)</script>"\'&]]>\u0000\u001b[31m\u202e\ud800\uffff';
const AMOUNTS = { cpuMillis: 500, memoryBytes: 2 ** 30 };

function graphOf(name: string): ArchitectureGraph {
  return {
    stack: name,
    nodes: [
      { id: `Deployment/shop/${name}`, label: name, role: 'service', detail: name },
      { id: `outside:${name}`, label: name, role: 'outside', detail: name },
      { id: 'Deployment/shop/db', label: 'db', role: 'store', detail: 'mongo:7', foreignStack: name },
    ],
    edges: [
      { from: `Deployment/shop/${name}`, to: 'Deployment/shop/db', ports: [`27017/${name}`] },
      { from: `Deployment/shop/${name}`, to: `outside:${name}`, ports: ['443/TCP'] },
    ],
  };
}

function placementOf(name: string, parts: Partial<PlacementReport> = {}): PlacementReport {
  const pods = [1, 2].map(() => ({ workload: name, requests: AMOUNTS }));
  return { vms: [{ vm: 2, pods, used: { cpuMillis: 1000, memoryBytes: 2 ** 31 } }], homeless: [], ...parts };
}

function quotaOf(name: string): QuotaReport {
  const use = capacityUse([], aCloud());
  const files = new Map([
    [`${name}.yaml`, { requests: AMOUNTS, limits: { cpuMillis: 6000, memoryBytes: 2 ** 31 } }],
    ['b.k8s.yaml', { requests: AMOUNTS, limits: AMOUNTS }],
  ]);
  return { use: { ...use, requests: AMOUNTS, files }, rolloutPeak: AMOUNTS, peakAllAtOnce: AMOUNTS };
}

function workloadOf(name: string, parts: Partial<WorkloadReport> = {}): WorkloadReport {
  const rest = { containers: [], replicas: 1, storage: [], endpoints: [], sources: [], yaml: '', file: 'a.yaml' };
  return {
    id: `D/s/${name}`,
    kind: 'Deployment',
    name,
    stack: name,
    requests: AMOUNTS,
    limits: AMOUNTS,
    ...rest,
    ...parts,
  };
}

async function allPictures(name: string, options = OPTIONS): Promise<readonly string[]> {
  const images: readonly ImageUse[] = [{ image: name, versions: [name], containers: [`${name}/${name}`] }];
  return [
    architectureSvg(await layoutGraph(graphOf(name)), options),
    placementSvg(
      placementOf(name, { lostVm: 1, homeless: [{ workload: name, requests: AMOUNTS }] }),
      aCloud(),
      options,
    ),
    quotaSvg(quotaOf(name), [workloadOf(name)], options),
    imagesSvg(images, options),
  ];
}

test('hostile names stay text, and pictures well-formed', async () => {
  for (const svg of await allPictures(HOSTILE)) {
    const names = new Set(svgElements(svg).map(({ name }) => name));
    expect(names.has('script')).toBe(false);
    expect(['\u0000', '\u001b', '\u202e', '\uffff'].filter((character) => svg.includes(character))).toEqual([]);
  }
});

test('any names at all make well-formed pictures', async () => {
  await fc.assert(
    fc.asyncProperty(anyText({ maxLength: 60 }), async (name) => {
      for (const svg of await allPictures(name)) expect(svgElements(svg).length).toBeGreaterThan(5);
    }),
    { numRuns: 20 },
  );
});

test('a very long name is cut where it is shown and whole in the title', async () => {
  const name = 'long-'.repeat(2000);
  for (const svg of await allPictures(name)) {
    const texts = svgElements(svg).filter((element) => element.name === 'text');
    expect(Math.max(...texts.map(({ text }) => text.length))).toBeLessThan(120);
    expect(svgElements(svg).some((element) => element.name === 'title' && element.text.includes(name))).toBe(true);
  }
});

test('every picture is an image with a title and a description in its language', async () => {
  for (const language of ['en', 'zh'] as const) {
    for (const svg of await allPictures('shop', { language, idPrefix: 'p1' })) {
      const [root, title, description] = svgElements(svg);
      expect(root?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'p1-title p1-desc' });
      expect([title?.attributes['id'], description?.attributes['id']]).toEqual(['p1-title', 'p1-desc']);
      expect(/\p{Script=Han}/u.test(title?.text ?? '')).toBe(language === 'zh');
    }
  }
});

test('a picture loads nothing, and the same one has the same bytes', async () => {
  const [first, second] = [await allPictures('shop'), await allPictures('shop')];

  expect(first).toEqual(second);
  for (const svg of first)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|src=/);
});

test('a picture in a page has no style and no ground of its own', async () => {
  for (const svg of await allPictures('shop', { ...OPTIONS, embedded: true })) {
    expect(svg).not.toContain('<style>');
  }
});

test('nodes, edges and labels of an architecture can be found, and workloads are links in a page', async () => {
  const layout = await layoutGraph(graphOf('web'));
  const svg = architectureSvg(layout, { ...OPTIONS, embedded: true });

  expect([...attributeValues(svg, 'data-node')].sort()).toEqual([
    'Deployment/shop/db',
    'Deployment/shop/web',
    'outside:web',
  ]);
  expect(attributeValues(svg, 'data-edge-from')).toEqual(['Deployment/shop/web', 'Deployment/shop/web']);
  expect([...attributeValues(svg, 'data-edge-to')].sort()).toEqual(['Deployment/shop/db', 'outside:web']);
  expect([...attributeValues(svg, 'data-label')].sort()).toEqual(['27017/web', '443/TCP']);
  expect([...attributeValues(svg, 'href')].sort()).toEqual(['#at-Deployment.shop.db', '#at-Deployment.shop.web']);
  expect(attributeValues(architectureSvg(layout, OPTIONS), 'href')).toEqual([]);
});

test('a placement shows each VM, the lost one too, and what has no room', () => {
  const homeless = [{ workload: 'big', requests: AMOUNTS }];
  const svg = placementSvg(placementOf('web', { lostVm: 1, homeless }), aCloud(), OPTIONS);
  const texts = svgElements(svg).filter(({ name }) => name === 'text');

  expect(attributeValues(svg, 'data-vm')).toEqual(['1', '2']);
  expect(attributeValues(svg, 'data-lost')).toHaveLength(1);
  expect(attributeValues(svg, 'data-pod')).toEqual(['web', 'big']);
  expect(attributeValues(svg, 'data-pods')).toEqual(['2', '1']);
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      'VM 1: lost',
      'VM 2',
      'web × 2',
      '1 CPU, 2Gi',
      'free: 6.6 CPU, 28.4Gi',
      'without room',
      'big',
    ]),
  );
});

test('a quota shows each workload that runs, the allowance, the peaks, and each file, the fullest first', () => {
  const svg = quotaSvg(quotaOf('a'), [workloadOf('web'), workloadOf('backup', { kind: 'CronJob' })], OPTIONS);
  const texts = svgElements(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []));

  expect(attributeValues(svg, 'data-workload')).toEqual(['D/s/web', 'D/s/web']);
  expect(attributeValues(svg, 'data-file')).toEqual(['a.yaml', 'b.k8s.yaml']);
  expect(texts).toEqual(
    expect.arrayContaining([
      '0.5 / 8 (6 %)',
      'allowed 8',
      'allowed 32Gi',
      'largest rollout 0.5',
      '100 % = 5.6 CPU, 22Gi',
      '6 CPU (108 %), 2Gi (9 %)',
    ]),
  );
});

test('images stand beside the containers that they run in', () => {
  const svg = imagesSvg([{ image: 'nginx', versions: ['1.26'], containers: ['a/nginx', 'b/proxy'] }], OPTIONS);

  expect(attributeValues(svg, 'data-image')).toEqual(['nginx']);
  expect(attributeValues(svg, 'data-container')).toEqual(['a/nginx', 'b/proxy']);
});

test('nothing at all can be drawn too', async () => {
  const nothing = { stack: '', nodes: [], edges: [] };
  const quota = { ...quotaOf('a'), use: capacityUse([], aCloud({ vms: 0 })) };
  const pictures = [
    architectureSvg(await layoutGraph(nothing), OPTIONS),
    placementSvg({ vms: [], homeless: [] }, aCloud({ vms: 0 }), OPTIONS),
    quotaSvg(quota, [], OPTIONS),
    imagesSvg([], OPTIONS),
  ];

  for (const svg of pictures) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test.each<[string, string]>([
  ['Deployment/znyw-prod/focus-web', 'at-Deployment.znyw-prod.focus-web'],
  ['a.b', 'at-a_2e_b'],
  ['a b_c', 'at-a_20_b_5f_c'],
  ['"><script>', 'at-_22__3e__3c_script_3e_'],
])('the anchor of %j is %j', (id, anchor) => {
  expect(anchorOf(id)).toBe(anchor);
});

test('two ids have two anchors that are safe everywhere', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (one, other) => {
      expect(anchorOf(one) === anchorOf(other)).toBe(one === other);
      expect(anchorOf(one)).toMatch(/^at-[A-Za-z0-9._-]*$/);
    }),
  );
  expect(anchorOf('x'.repeat(500))).not.toBe(anchorOf(`${'x'.repeat(499)}y`));
});
