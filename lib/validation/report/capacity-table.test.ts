import { aCloud, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { capacityTable } from './capacity-table';
import { checkReport } from './check-report';
import type { SetReport } from './check-report';
import type { RuleEnvironment } from '../rule';

const web = aWorkload({ spec: { replicas: 2 }, containers: [aSizedContainer('web', '1/2Gi', '2/4Gi')] });
const mongo = aWorkload({ name: 'mongo', containers: [aSizedContainer('mongod', '500m/4Gi', '1/12Gi')] });

function setReportOf(environment: RuleEnvironment): SetReport {
  const [set] = checkReport([{ environment, manifests: [web, mongo] }], undefined, []).sets;
  if (set === undefined) throw new Error('a set makes a report');
  return set;
}

test('use stands against allowance for each resource, the fullest file with its name', () => {
  expect(capacityTable(setReportOf({ name: 'prod', cloud: aCloud() }))).toBe(
    [
      'use of  prod                 used  allowed',
      'cpu     requests             2.5   8        [######..............]  31 %',
      'cpu     peak of one rollout  3.5   8        [########............]  43 %',
      'cpu     all at their peak    4     8        [##########..........]  50 %',
      'cpu     limits of one file   4     5.6      [##############......]  71 %  web.k8s.yaml',
      'memory  requests             8Gi   32Gi     [#####...............]  25 %',
      'memory  peak of one rollout  12Gi  32Gi     [#######.............]  37 %',
      'memory  all at their peak    14Gi  32Gi     [########............]  43 %',
      'memory  limits of one file   12Gi  22Gi     [##########..........]  54 %  mongo.k8s.yaml',
    ].join('\n'),
  );
});

test('without a container cloud it is what is used', () => {
  expect(capacityTable(setReportOf({}))).toBe(
    [
      'use of  the objects          used  allowed',
      'cpu     requests             2.5   not known',
      'cpu     peak of one rollout  3.5   not known',
      'cpu     all at their peak    4     not known',
      'memory  requests             8Gi   not known',
      'memory  peak of one rollout  12Gi  not known',
      'memory  all at their peak    14Gi  not known',
    ].join('\n'),
  );
});
