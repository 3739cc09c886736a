import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aWorkload, clusterWith } from '../../testing/waiting-objects';
import { initContainerBlocks } from './init-container-blocks';

const running = (startedAt: string) =>
  aWorkload(
    { podSpec: { initContainers: [{ name: 'wait', image: 'x' }] } },
    {
      status: {
        phase: 'Pending',
        initContainerStatuses: [{ name: 'wait', state: { running: { startedAt } } }],
        containerStatuses: [{ name: 'web', state: { waiting: { reason: 'PodInitializing' } } }],
      },
    },
  );

test('an init container that goes on and on is told with its last lines', () => {
  const logs = { 'znyw-prod/web-5d4f8c7b9d-x2x4z/wait': 'a\nb\nnc: bad address mysq\nnc: bad address mysq\n' };

  expect(
    initContainerBlocks.ask(clusterWith({ logs }, running('2026-11-23T06:50:00Z')), NOTHING_EXPECTED),
  ).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'init container wait has run for 600 s without an end, and the containers start only after it',
      },
      evidence: [
        'init container wait of Pod/web-5d4f8c7b9d-x2x4z runs since 2026-11-23T06:50:00Z',
        'log: b',
        'log: nc: bad address mysq',
        'log: nc: bad address mysq',
      ],
      property: 'spec.template.spec.initContainers[wait]',
    },
  ]);
});

test.each(['2026-11-23T06:59:30Z', 'yesterday', ''])('one that started at "%s" is given time', (startedAt) => {
  expect(initContainerBlocks.ask(clusterWith({}, running(startedAt)), NOTHING_EXPECTED)).toEqual([]);
});
