import type { PlacedPod, PlacementReport } from '../report-model';
import { amountsText } from './amounts';
import { both } from './bilingual';
import { dataTable } from './data-table';
import type { EnvironmentPage } from './environment-page';
import { figure, folded } from './figure';
import { markup } from './markup';
import type { Markup } from './markup';
import { lostVmText, vmText, WORDS } from './words';

/** A VM in one case, or the Pods without one. */
interface Row {
  readonly placement: PlacementReport;
  /** @default none: the Pods without room */
  readonly vm?: PlacementReport['vms'][number];
}

/** Returns where the Pods land, and where they would after each VM is lost: pictures, and a table of all cases. */
export function placement({ report, pictures }: EnvironmentPage): Markup {
  const { placements, cloud } = report;
  if (cloud === undefined) return markup`<p>${both(WORDS.cloudUnknown)}</p>`;
  if (placements.length === 0) return markup`<p>${both(WORDS.placementUnknown)}</p>`;
  const rows = placements.flatMap((each): readonly Row[] => [
    ...each.vms.map((vm) => ({ placement: each, vm })),
    { placement: each },
  ]);
  const table = dataTable<Row>({
    caption: WORDS.placement,
    columns: [
      { id: 'case', title: WORDS.case, headsRow: true, cell: (row) => both(caseText(row.placement)) },
      { id: 'vm', title: WORDS.vm, cell: ({ vm }) => both(vm === undefined ? WORDS.homeless : vmText(vm.vm)) },
      { id: 'used', title: WORDS.used, cell: ({ vm }) => (vm === undefined ? undefined : amountsText(vm.used)) },
      { id: 'pods', title: WORDS.pods, cell: podsCell },
    ],
    rows,
  });
  return markup`<p>${both(WORDS.placementLead)}</p>
<div class="figures">${placements.map((each, index) => {
    const picture = pictures.placements[index];
    return picture === undefined ? undefined : figure(picture, { title: caseText(each) });
  })}</div>
${folded(both(WORDS.placementTable), table)}`;
}

function caseText({ lostVm }: PlacementReport) {
  return lostVm === undefined ? WORDS.allVms : lostVmText(lostVm);
}

function podsCell({ placement: { homeless }, vm }: Row) {
  if (vm === undefined && homeless.length === 0) return both(WORDS.everyPodHasRoom);
  return podCounts(vm?.pods ?? homeless).join(', ');
}

/** Returns the Pods by workload: `focus-nginx × 2`. */
export function podCounts(pods: readonly PlacedPod[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { workload } of pods) counts.set(workload, (counts.get(workload) ?? 0) + 1);
  return [...counts].map(([workload, count]) => (count === 1 ? workload : `${workload} × ${count}`));
}
