import { Duration, Size } from 'cdk8s';
import { FocusWeb } from './focus-web';
import { theDeployment, theVariables } from './testing/rendered-objects';
import type { Stack } from './stack';
import { aStack } from './testing/testing-stack';

function aFocusWeb(limitMebibytes = 2560): Stack {
  const memory = { request: Size.mebibytes(1024), limit: Size.mebibytes(limitMebibytes) };
  const stack = aStack({ id: 'focus', workloads: { 'focus-web': { memory } } });
  new FocusWeb(stack, 'web', { analysisTimeout: Duration.minutes(10), uploadLimit: Size.mebibytes(200) });
  return stack;
}

test.each([
  [1024, 1],
  [1280, 1],
  [2559, 1],
  [2560, 2],
  [3840, 3],
])('of a limit of %d Mi there is room for %d workers', (limit, workers) => {
  expect(theVariables(aFocusWeb(limit), 'focus-web')['GUNICORN_CMD_ARGS']).toContain(` --workers=${workers} `);
});

test('an analysis may take as long as the stack says, and an upload be as large', () => {
  expect(theVariables(aFocusWeb(), 'focus-web')).toEqual({
    GUNICORN_CMD_ARGS:
      '--bind=0.0.0.0:8000 --workers=2 --worker-class=gthread --threads=4 --timeout=600 --graceful-timeout=60 --worker-tmp-dir=/dev/shm',
    MAX_UPLOAD_BYTES: '209715200',
    OMP_NUM_THREADS: '1',
    TZ: 'Asia/Shanghai',
  });
});

test('it is killed only after gunicorn has given up on its workers', () => {
  const { terminationGracePeriodSeconds, containers } = theDeployment(aFocusWeb(), 'focus-web').spec.template.spec;

  expect(containers[0]?.lifecycle?.preStop.exec.command).toEqual(['sleep', '5']);
  expect(terminationGracePeriodSeconds).toBeGreaterThan(5 + 60);
});
