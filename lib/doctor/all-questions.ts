import { consequences, inRoom } from './judge/placed-question';
import type { PlacedQuestion } from './judge/placed-question';
import { addressWithoutService } from './questions/serving/address-without-service';
import { autoscalerBlind } from './questions/refusals/autoscaler-blind';
import { brokenRevisionKept } from './questions/refusals/broken-revision-kept';
import { budgetBlocksDrain } from './questions/serving/budget-blocks-drain';
import { certificateRefused } from './questions/crashes/certificate-refused';
import { changedByHand } from './questions/drift/changed-by-hand';
import { claimLost } from './questions/pending/claim-lost';
import { claimMissing } from './questions/pending/claim-missing';
import { claimTerminating } from './questions/pending/claim-terminating';
import { configurationKeyMissing } from './questions/waiting/configuration-key-missing';
import { configurationMissing } from './questions/waiting/configuration-missing';
import { configurationRefused } from './questions/crashes/configuration-refused';
import { connectionBlocked } from './questions/serving/connection-blocked';
import { containerCannotStart } from './questions/waiting/container-cannot-start';
import { controllerBehind } from './questions/refusals/controller-behind';
import { controllerPaused } from './questions/refusals/controller-paused';
import { crashesUnexplained } from './questions/crashes/crashes-unexplained';
import { creatingForLong } from './questions/waiting/creating-for-long';
import { cronJobHeldUp } from './questions/refusals/cron-job-held-up';
import { cronJobMissed } from './questions/refusals/cron-job-missed';
import { cronJobNeverScheduled } from './questions/refusals/cron-job-never-scheduled';
import { daemonSetWithoutNode } from './questions/refusals/daemon-set-without-node';
import { dataUnusable } from './questions/crashes/data-unusable';
import { diskFull } from './questions/crashes/disk-full';
import { endedBySignal } from './questions/crashes/ended-by-signal';
import { endsAtOnce } from './questions/crashes/ends-at-once';
import { failedPodsLeft } from './questions/serving/failed-pods-left';
import { hadoopRefuses } from './questions/crashes/hadoop-refuses';
import { hostPortTaken } from './questions/pending/host-port-taken';
import { imageDiffers } from './questions/drift/image-differs';
import { imageDiskFull } from './questions/waiting/image-disk-full';
import { imageNameInvalid } from './questions/waiting/image-name-invalid';
import { imageNeverPulled } from './questions/waiting/image-never-pulled';
import { imageNotFound } from './questions/waiting/image-not-found';
import { imageNotPulled } from './questions/waiting/image-not-pulled';
import { imagePlatform } from './questions/waiting/image-platform';
import { imagePullRefused } from './questions/waiting/image-pull-refused';
import { ingressTargetMissing } from './questions/serving/ingress-target-missing';
import { initContainerBlocks } from './questions/waiting/init-container-blocks';
import { jobFailed } from './questions/refusals/job-failed';
import { kerberosRefused } from './questions/crashes/kerberos-refused';
import { limitRangeRefused } from './questions/refusals/limit-range-refused';
import { livenessProbeKills } from './questions/crashes/liveness-probe-kills';
import { memoryExhausted } from './questions/crashes/memory-exhausted';
import { namespaceTerminating } from './questions/refusals/namespace-terminating';
import { nodeCordoned } from './questions/pending/node-cordoned';
import { nodeGone } from './questions/pending/node-gone';
import { nodeNotReady } from './questions/pending/node-not-ready';
import { nodeNotSelected } from './questions/pending/node-not-selected';
import { noRoom } from './questions/pending/no-room';
import { notReady } from './questions/serving/not-ready';
import { notScheduled } from './questions/pending/not-scheduled';
import { notWritable } from './questions/crashes/not-writable';
import { noVolumeFits } from './questions/pending/no-volume-fits';
import { objectExtra } from './questions/drift/object-extra';
import { objectMissing } from './questions/refusals/object-missing';
import { oldPodsKept } from './questions/refusals/old-pods-kept';
import { outOfMemory } from './questions/crashes/out-of-memory';
import { passwordRefused } from './questions/crashes/password-refused';
import { podCountFull } from './questions/pending/pod-count-full';
import { podEvicted } from './questions/serving/pod-evicted';
import { podSecurityRefused } from './questions/refusals/pod-security-refused';
import { podsKeptApart } from './questions/pending/pods-kept-apart';
import { podsKeptTogether } from './questions/pending/pods-kept-together';
import { podsNotCreated } from './questions/refusals/pods-not-created';
import { podTerminating } from './questions/serving/pod-terminating';
import { portTaken } from './questions/crashes/port-taken';
import { processorUnsuited } from './questions/crashes/processor-unsuited';
import { programCannotRun } from './questions/crashes/program-cannot-run';
import { programIncomplete } from './questions/crashes/program-incomplete';
import { publicationIncomplete } from './questions/refusals/publication-incomplete';
import { pullSecretMissing } from './questions/waiting/pull-secret-missing';
import { pullSecretNotNamed } from './questions/waiting/pull-secret-not-named';
import { pullSecretType } from './questions/waiting/pull-secret-type';
import { quotaExceeded } from './questions/refusals/quota-exceeded';
import { quotaMustSpecify } from './questions/refusals/quota-must-specify';
import { quotaNearlyFull } from './questions/drift/quota-nearly-full';
import { readinessGateOpen } from './questions/serving/readiness-gate-open';
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
import { serverNotServing } from './questions/crashes/server-not-serving';
import { serverUnreachable } from './questions/crashes/server-unreachable';
import { serviceAccountMissing } from './questions/refusals/service-account-missing';
import { servicePortWithoutContainer } from './questions/serving/service-port-without-container';
import { serviceSelectsNothing } from './questions/serving/service-selects-nothing';
import { serviceWithoutReadyPods } from './questions/serving/service-without-ready-pods';
import { spreadImpossible } from './questions/pending/spread-impossible';
import { startupProbeKills } from './questions/crashes/startup-probe-kills';
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
import { workloadUnavailable } from './questions/serving/workload-unavailable';

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
    nodeCordoned,
    taintNotTolerated,
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
    nodeNotSelected,
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
    imageDiskFull,
    sandboxNotCreated,
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
    volumeAttachedElsewhere,
    volumeNotMounted,
    refusedByNode,
    containerCannotStart,
    imageNotPulled,
    initContainerBlocks,
  ]),
  // Before the crashes that follow from an address which leads nowhere.
  ...inRoom('serving', [connectionBlocked, addressWithoutService, serviceSelectsNothing, servicePortWithoutContainer]),
  ...inRoom('crashes', [
    outOfMemory,
    memoryExhausted,
    processorUnsuited,
    diskFull,
    dataUnusable,
    notWritable,
    portTaken,
    kerberosRefused,
    passwordRefused,
    certificateRefused,
    hadoopRefuses,
    configurationRefused,
    programIncomplete,
    startupProbeKills,
    livenessProbeKills,
    serverUnreachable,
    programCannotRun,
    endedBySignal,
    endsAtOnce,
    crashesUnexplained,
  ]),
  // Before what has no Pods for that reason; of what is there it says little.
  ...inRoom('refusals', [publicationIncomplete]),
  ...inRoom('serving', [
    podEvicted,
    podTerminating,
    notReady,
    readinessGateOpen,
    ingressTargetMissing,
    failedPodsLeft,
    budgetBlocksDrain,
  ]),
  ...inRoom('drift', [imageDiffers, replicasDiffer, changedByHand, objectExtra]),
  // Before all others, so that what waits for another workload is told under that.
  ...consequences('crashes', [serverNotServing]),
  ...consequences('refusals', [
    podsNotCreated,
    cronJobHeldUp,
    rolloutStandsStill,
    statefulSetWaits,
    jobFailed,
    oldPodsKept,
  ]),
  ...consequences('waiting', [creatingForLong]),
  ...consequences('serving', [workloadUnavailable, serviceWithoutReadyPods]),
  ...consequences('drift', [quotaNearlyFull]),
];
