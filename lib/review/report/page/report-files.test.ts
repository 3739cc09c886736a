import { reportFiles } from './report-files';
import { anEnvironment } from './testing-report';

test('it tells each graph that is laid out, and then the pictures that are drawn', async () => {
  const node = { id: 'web', label: 'web', role: 'service', detail: '' } as const;
  const graph = { stack: 'focus', nodes: [node], edges: [] };
  const told: string[] = [];

  await reportFiles({ environments: [anEnvironment({ name: 'prod', graphs: [graph] })] }, (what) =>
    told.push(`${what().en} / ${what().zh}`),
  );

  expect(told).toEqual([
    'laying out focus, 1 box, of prod / 正在排布 focus，1 个方框：prod',
    'drawing 2 pictures / 正在绘制 2 张图片',
    'drawing 0 of 2 pictures / 正在绘制图片 0 / 2',
    'drawing 1 of 2 pictures / 正在绘制图片 1 / 2',
  ]);
});
