import * as fc from 'fast-check';
import type { Manifest } from '../validation/manifest';
import { oddManifests } from '../validation/testing/odd-manifests';
import { allQuestions } from './all-questions';
import { Cluster } from './cluster/cluster';
import { NOTHING_EXPECTED } from './cluster/expected';
import { diagnose } from './judge/diagnose';
import { limitToWorkloads, workloadNames } from './judge/limit-to-workloads';
import { asRead } from './load/as-read';
import { containersToHear } from './load/containers-to-hear';
import { newestMillis } from './load/newest-time';
import { reportJson } from './report/report-json';
import { reportText } from './report/report-text';
import { brokenCluster } from './testing/broken-cluster';

const objects = brokenCluster().map((json): Manifest => ({ json, file: 'all.json' }));

/** A cluster with much that is wrong, some of its objects spoilt, some left out. */
const oddObjects = fc
  .tuple(oddManifests(...objects), fc.subarray(objects))
  .map(([odd, others]) => [...odd, ...others, ...odd]);

test('whatever is missing or odd in a cluster, no question throws and a report comes out', () => {
  fc.assert(
    fc.property(oddObjects, fc.boolean(), (odd, isExpected) => {
      const all = asRead(odd);
      const cluster = new Cluster({
        objects: all,
        logs: new Map([['znyw-prod/web-5d4f8c7b9d-x2x4z/web', 'Killed\n']]),
        unread: new Map(),
        unanswered: [],
        readAtMillis: newestMillis(all),
      });
      const expected = isExpected ? { manifests: odd, environment: { namespace: 'znyw-prod' } } : NOTHING_EXPECTED;

      containersToHear(cluster);
      const diagnosis = diagnose(cluster, expected, allQuestions);
      const limited = limitToWorkloads(diagnosis, workloadNames(cluster, expected), cluster);
      const text = reportText(limited, { namespace: '', workloads: 0, pods: 0 }, { language: 'zh', colours: false });

      expect(diagnosis.unknown.filter(({ reason }) => reason.includes('a bug of znyw'))).toEqual([]);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(reportJson(diagnosis, 'en')).not.toMatch(/"undefined|NaN|\[object/);
    }),
    { numRuns: 250 },
  );
});
