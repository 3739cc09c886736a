import { findingText } from './finding-text';
import type { Finding } from './rule';

const aFinding = (parts: Partial<Finding>): Finding => ({
  rule: 'limits-within-vm',
  class: 'policy',
  severity: 'error',
  object: 'Deployment/znyw-prod/anomaly-influx',
  field: 'spec.template.spec.containers[influxdb].resources.limits.memory',
  message: 'is 24Gi; one YAML may have 22Gi (70 % of a VM of 32Gi)',
  remedy: 'Lower the limit in lib/environments/prod.ts, or split the workload.',
  file: 'anomaly-influx.k8s.yaml',
  ...parts,
});

const ofWholeSet: Partial<Finding> = {
  rule: 'requests-within-quota',
  object: 'Environment//prod',
  field: 'requests.cpu',
  message: 'the workloads request 8.35 CPU; the container cloud allows 8 (50 % of 2 VMs of 8)',
  detail: 'biggest: anomaly-influx 0.8, focus-web 0.6, anomaly-mongo 0.5',
  remedy: 'Lower requests by 0.35 CPU, or raise vms to 3 in lib/environments/prod.ts.',
  file: '',
};

test('a finding about an object names it with the field, and says below what is wrong and what to do', () => {
  expect(findingText(aFinding({}))).toMatchInlineSnapshot(`
   "error limits-within-vm Deployment/znyw-prod/anomaly-influx spec.template.spec.containers[influxdb].resources.limits.memory:
     is 24Gi; one YAML may have 22Gi (70 % of a VM of 32Gi)
     to fix: Lower the limit in lib/environments/prod.ts, or split the workload."
  `);
});

test('a finding about the whole set names the environment and what is wrong in one line', () => {
  expect(findingText(aFinding(ofWholeSet))).toMatchInlineSnapshot(`
   "error requests-within-quota prod: the workloads request 8.35 CPU; the container cloud allows 8 (50 % of 2 VMs of 8)
     biggest: anomaly-influx 0.8, focus-web 0.6, anomaly-mongo 0.5
     to fix: Lower requests by 0.35 CPU, or raise vms to 3 in lib/environments/prod.ts."
  `);
});

test('an environment without a name, and a field that is the whole object, leave no gap', () => {
  expect(findingText(aFinding({ ...ofWholeSet, object: 'Environment//' })).split('\n')[0]).toBe(
    'error requests-within-quota: the workloads request 8.35 CPU; the container cloud allows 8 (50 % of 2 VMs of 8)',
  );
  expect(findingText(aFinding({ field: '', severity: 'warning' })).split('\n')[0]).toBe(
    'warning limits-within-vm Deployment/znyw-prod/anomaly-influx:',
  );
});

test('an object of the kind Environment is not taken for the whole set', () => {
  expect(findingText(aFinding({ object: 'Environment//x', field: '' })).split('\n')[0]).toBe(
    'error limits-within-vm Environment//x:',
  );
});
