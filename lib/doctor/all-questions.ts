import type { Question } from './judge/finding';
import type { PlacedQuestion, Room } from './judge/placed-question';
import { autoscalerBlind } from './questions/refusals/autoscaler-blind';
import { brokenRevisionKept } from './questions/refusals/broken-revision-kept';
import { changedByHand } from './questions/drift/changed-by-hand';
import { claimLost } from './questions/pending/claim-lost';
import { claimMissing } from './questions/pending/claim-missing';
import { claimTerminating } from './questions/pending/claim-terminating';
import { configurationKeyMissing } from './questions/waiting/configuration-key-missing';
import { configurationMissing } from './questions/waiting/configuration-missing';
import { containerCannotStart } from './questions/waiting/container-cannot-start';
import { controllerBehind } from './questions/refusals/controller-behind';
import { controllerPaused } from './questions/refusals/controller-paused';
import { creatingForLong } from './questions/waiting/creating-for-long';
import { cronJobHeldUp } from './questions/refusals/cron-job-held-up';
import { cronJobMissed } from './questions/refusals/cron-job-missed';
import { cronJobNeverScheduled } from './questions/refusals/cron-job-never-scheduled';
import { daemonSetWithoutNode } from './questions/refusals/daemon-set-without-node';
import { hostPortTaken } from './questions/pending/host-port-taken';
import { imageDiffers } from './questions/drift/image-differs';
import { imageDiskFull } from './questions/waiting/image-disk-full';
import { imageNameInvalid } from './questions/waiting/image-name-invalid';
import { imageNeverPulled } from './questions/waiting/image-never-pulled';
import { imageNotFound } from './questions/waiting/image-not-found';
import { imageNotPulled } from './questions/waiting/image-not-pulled';
import { imagePlatform } from './questions/waiting/image-platform';
import { imagePullRefused } from './questions/waiting/image-pull-refused';
import { initContainerBlocks } from './questions/waiting/init-container-blocks';
import { jobFailed } from './questions/refusals/job-failed';
import { limitRangeRefused } from './questions/refusals/limit-range-refused';
import { namespaceTerminating } from './questions/refusals/namespace-terminating';
import { noRoom } from './questions/pending/no-room';
import { noVolumeFits } from './questions/pending/no-volume-fits';
import { nodeCordoned } from './questions/pending/node-cordoned';
import { nodeGone } from './questions/pending/node-gone';
import { nodeNotReady } from './questions/pending/node-not-ready';
import { nodeNotSelected } from './questions/pending/node-not-selected';
import { notScheduled } from './questions/pending/not-scheduled';
import { objectExtra } from './questions/drift/object-extra';
import { objectMissing } from './questions/refusals/object-missing';
import { oldPodsKept } from './questions/refusals/old-pods-kept';
import { podCountFull } from './questions/pending/pod-count-full';
import { podSecurityRefused } from './questions/refusals/pod-security-refused';
import { podsKeptApart } from './questions/pending/pods-kept-apart';
import { podsKeptTogether } from './questions/pending/pods-kept-together';
import { podsNotCreated } from './questions/refusals/pods-not-created';
import { pullSecretMissing } from './questions/waiting/pull-secret-missing';
import { pullSecretNotNamed } from './questions/waiting/pull-secret-not-named';
import { pullSecretType } from './questions/waiting/pull-secret-type';
import { publicationIncomplete } from './questions/refusals/publication-incomplete';
import { quotaExceeded } from './questions/refusals/quota-exceeded';
import { quotaMustSpecify } from './questions/refusals/quota-must-specify';
import { quotaNearlyFull } from './questions/drift/quota-nearly-full';
import { refused } from './questions/refusals/refused';
import { refusedByNode } from './questions/waiting/refused-by-node';
import { registryCertificate } from './questions/waiting/registry-certificate';
import { registryPlainHttp } from './questions/waiting/registry-plain-http';
import { registryRateLimit } from './questions/waiting/registry-rate-limit';
import { registryUnreachable } from './questions/waiting/registry-unreachable';
import { replacementWaits } from './questions/refusals/replacement-waits';
import { replicasDiffer } from './questions/drift/replicas-differ';
import { rolloutStandsStill } from './questions/refusals/rollout-stands-still';
import { runsAsRoot } from './questions/waiting/runs-as-root';
import { sandboxNotCreated } from './questions/waiting/sandbox-not-created';
import { scaledToZero } from './questions/refusals/scaled-to-zero';
import { schedulerUnknown } from './questions/pending/scheduler-unknown';
import { schedulingGated } from './questions/pending/scheduling-gated';
import { serviceAccountMissing } from './questions/refusals/service-account-missing';
import { spreadImpossible } from './questions/pending/spread-impossible';
import { statefulSetWaits } from './questions/refusals/stateful-set-waits';
import { storageClassMissing } from './questions/pending/storage-class-missing';
import { storageClassNotNamed } from './questions/pending/storage-class-not-named';
import { suspended } from './questions/refusals/suspended';
import { taintNotTolerated } from './questions/pending/taint-not-tolerated';
import { volumeAttachedElsewhere } from './questions/waiting/volume-attached-elsewhere';
import { volumeElsewhere } from './questions/pending/volume-elsewhere';
import { volumeNotMounted } from './questions/waiting/volume-not-mounted';
import { volumeNotProvisioned } from './questions/pending/volume-not-provisioned';
import { webhookDenied } from './questions/refusals/webhook-denied';
import { webhookFailing } from './questions/refusals/webhook-failing';
import { workloadBeingDeleted } from './questions/refusals/workload-being-deleted';

/**
 * Every question, in the order of their weight: what comes first is told first, and explains what follows from it.
 *
 * The rooms stand in the order in which a Pod passes through them; in each, what concerns many workloads comes first,
 * and the last resorts come last. A new question is a file in `questions/<room>/` and a name here.
 */
export const allQuestions: readonly PlacedQuestion[] = [
  ...inRoom('refusals', [
    namespaceTerminating,
    controllerBehind,
    quotaExceeded,
    quotaMustSpecify,
    limitRangeRefused,
    serviceAccountMissing,
    podSecurityRefused,
    webhookFailing,
    webhookDenied,
    refused,
    objectMissing,
    controllerPaused,
    scaledToZero,
    suspended,
    replacementWaits,
    brokenRevisionKept,
    daemonSetWithoutNode,
    cronJobMissed,
    cronJobNeverScheduled,
    autoscalerBlind,
  ]),
  ...inRoom('pending', [
    nodeGone,
    nodeNotReady,
    claimLost,
    claimMissing,
    claimTerminating,
    storageClassMissing,
    storageClassNotNamed,
    noVolumeFits,
    volumeNotProvisioned,
    volumeElsewhere,
    noRoom,
    podCountFull,
    taintNotTolerated,
    nodeNotSelected,
    nodeCordoned,
    podsKeptApart,
    podsKeptTogether,
    spreadImpossible,
    hostPortTaken,
    schedulingGated,
    notScheduled,
    schedulerUnknown,
  ]),
  // After the questions about claims, which know more of a claim that is being deleted.
  ...inRoom('refusals', [workloadBeingDeleted]),
  ...inRoom('waiting', [
    configurationMissing,
    configurationKeyMissing,
    runsAsRoot,
    pullSecretMissing,
    pullSecretType,
    pullSecretNotNamed,
    registryUnreachable,
    registryCertificate,
    registryPlainHttp,
    registryRateLimit,
    imagePullRefused,
    imageNameInvalid,
    imageNotFound,
    imagePlatform,
    imageNeverPulled,
    imageDiskFull,
    volumeAttachedElsewhere,
    volumeNotMounted,
    sandboxNotCreated,
    refusedByNode,
    containerCannotStart,
    imageNotPulled,
    initContainerBlocks,
    creatingForLong,
  ]),
  ...inRoom('crashes', []),
  // Before what has no Pods for that reason; of what is there it says little.
  ...inRoom('refusals', [publicationIncomplete]),
  ...inRoom('serving', []),
  ...inRoom('drift', [imageDiffers, replicasDiffer, changedByHand, objectExtra]),
  ...consequences('refusals', [
    podsNotCreated,
    cronJobHeldUp,
    rolloutStandsStill,
    statefulSetWaits,
    jobFailed,
    oldPodsKept,
  ]),
  ...consequences('drift', [quotaNearlyFull]),
];

function inRoom(room: Room, questions: readonly Question[]): readonly PlacedQuestion[] {
  return questions.map((question) => ({ ...question, room }));
}

/** What says that something is wrong rather than why: any cause on the same workload explains it. */
function consequences(room: Room, questions: readonly Question[]): readonly PlacedQuestion[] {
  return inRoom(room, questions).map((question) => ({ ...question, isConsequence: true }));
}
