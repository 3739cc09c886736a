import type { Chart } from 'cdk8s';
import { build } from '../app/build-app';
import { test as testEnvironment } from '../environments/test';
import { acknowledge } from './acknowledge';

const web = testEnvironment.workloads['focus-web'];
const held = {
  ...testEnvironment,
  workloads: { ...testEnvironment.workloads, 'focus-web': { ...web, debugHold: true } },
};

function focusWeb(environment = held) {
  const app = build(environment);
  return { app, chart: app.node.findChild('focus').node.findChild('web') as Chart };
}

test('an acknowledged finding is no warning any more, and its reason is reported', () => {
  const { app, chart } = focusWeb();
  expect(app.prepare().warnings).toHaveLength(1);

  acknowledge(chart, 'Deployment/focus-web', 'debug-hold', 'somebody is in it until Friday, OPS-12');

  expect(app.prepare().warnings).toEqual([]);
  expect(app.aspect.lastReport.acknowledged.map(({ reason }) => reason)).toEqual([
    'somebody is in it until Friday, OPS-12',
  ]);
});

test('an acknowledgement that silences nothing is a finding itself', () => {
  const { app, chart } = focusWeb(testEnvironment as typeof held);

  acknowledge(chart, 'Deployment/focus-web', 'debug-hold', 'nobody is in it');

  expect(app.prepare().warnings.join()).toContain('matches no finding of debug-hold');
});

test('a reason has to be given, and the object has to be there', () => {
  const { chart } = focusWeb();

  expect(() => acknowledge(chart, 'Deployment/focus-web', 'debug-hold', ' ')).toThrow(
    new RangeError('Deployment/focus-web departs from debug-hold without a reason; give one'),
  );
  expect(() => acknowledge(chart, 'Deployment/web', 'debug-hold', 'why')).toThrow(
    new RangeError(
      'focus/web has no Deployment/web; it has Deployment/focus-web, NetworkPolicy/focus-web, Service/focus-web',
    ),
  );
});
