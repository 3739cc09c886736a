import { anyOf, lowering, moreVms } from './capacity-remedy';
import { countedResources } from '../quantities/counted-resources';
import { demandsOf } from '../pods/demand';
import { aSizedContainer, aWorkload } from '../testing/manifest-builders';

const [cpu, memory] = countedResources;

function requesting(name: string, requests: string, replicas = 1) {
  return aWorkload({ name, spec: { replicas }, containers: [aSizedContainer(name, requests, '')] });
}

test('the biggest workload that can give the excess is lowered, of each resource', () => {
  const demands = demandsOf([requesting('small', '1/1Gi'), requesting('web', '2/512Mi', 3)], 2);

  const text = lowering(demands, [
    { resource: cpu, excess: 500 },
    { resource: memory, excess: 2 ** 20 },
  ]);

  expect(text).toBe(
    'lower the request of web from 2 CPU to 1.833 CPU in each Pod and ' +
      'the request of web from 512Mi of memory to 511Mi of memory in each Pod',
  );
});

test('where no workload can give it alone, only the amount is named', () => {
  expect(lowering(demandsOf([requesting('web', '1/0')], 2), [{ resource: cpu, excess: 1000 }])).toBe(
    'lower requests by 1 CPU',
  );
});

test('VMs are raised in the file in which they are set', () => {
  expect(moreVms(3, 'lib/environments/prod.ts')).toEqual(['raise vms to 3 in lib/environments/prod.ts']);
  expect(moreVms(3, undefined)).toEqual(['use 3 VMs']);
  expect(moreVms(undefined, undefined)).toEqual([]);
});

test('ways out are one sentence', () => {
  expect(anyOf(['lower it', 'use 3 VMs'])).toBe('Lower it, or use 3 VMs.');
});
