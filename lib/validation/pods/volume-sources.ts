import { podField, resourceReferenceProblems } from '../references/downward-reference';
import {
  between,
  given,
  givenOfForm,
  notEmpty,
  ofForm,
  oneOfOrEmpty,
  pathWithoutDots,
  quoted,
} from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemsBelow } from '../fields/field-problems';
import type { Expectation, FieldExpectation, FieldProblem } from '../fields/field-problems';
import { oneSourceProblems } from '../fields/one-source';
import { repeatedTexts } from '../fields/repeated-texts';
import { textForms } from '../fields/text-forms';

/** The sources of volumes of 1.27. @see kubernetes/kubernetes v1.27 pkg/apis/core/types.go, VolumeSource */
const VOLUME_SOURCES = (
  'hostPath emptyDir gcePersistentDisk awsElasticBlockStore gitRepo secret nfs iscsi glusterfs persistentVolumeClaim rbd ' +
  'flexVolume cinder cephfs flocker downwardAPI fc azureFile configMap vsphereVolume quobyte azureDisk ' +
  'photonPersistentDisk projected portworxVolume scaleIO storageos csi ephemeral'
).split(' ');

const PROJECTED_SOURCES = ['configMap', 'secret', 'downwardAPI', 'serviceAccountToken'];

const HOST_PATH_TYPES = 'DirectoryOrCreate Directory FileOrCreate File Socket CharDevice BlockDevice'.split(' ');

/** What a file of a volume can tell of a Pod. */
const POD_FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations', 'metadata.uid'];

/** The bits of access that a file may have, which people write in octal and JSON in decimal. */
const mode: Expectation = ({ integer }) =>
  integer === undefined || (integer >= 0 && integer <= 0o777)
    ? undefined
    : `is ${integer}; 0 to 511 is expected, which is 0777 in octal`;

/** A path below the volume. Names that begin with two dots are those of Kubernetes itself there. */
const pathInVolume: Expectation = (field) => {
  const { text } = field;
  const reserved = text?.startsWith('..') === true && !text.startsWith('../');
  return reserved
    ? `is ${quoted(text)}; a path that does not begin with ".." is expected`
    : ofForm(textForms.relativePath)(field);
};

const ITEM: readonly FieldExpectation[] = [
  ['key', notEmpty],
  ['path', notEmpty],
  ['path', pathInVolume],
  ['mode', mode],
];

const ITEMS = [
  'configMap.items[]',
  'secret.items[]',
  'projected.sources[].configMap.items[]',
  'projected.sources[].secret.items[]',
];

const TOLD_ITEM: readonly FieldExpectation[] = [
  ['path', notEmpty],
  ['path', pathInVolume],
  ['mode', mode],
  ['fieldRef.apiVersion', oneOfOrEmpty('v1')],
  ['fieldRef.fieldPath', podField(POD_FIELDS)],
  ['resourceFieldRef.containerName', given],
  ['resourceFieldRef', resourceReferenceProblems],
];

const TOLD_ITEMS = ['downwardAPI.items[]', 'projected.sources[].downwardAPI.items[]'];

const EXPECTATIONS: readonly FieldExpectation[] = [
  ...['configMap', 'secret', 'downwardAPI', 'projected'].map((source) => [`${source}.defaultMode`, mode] as const),
  ['configMap.name', given],
  ['secret.secretName', given],
  ['persistentVolumeClaim.claimName', notEmpty],
  ['hostPath.path', notEmpty],
  ['hostPath.type', oneOfOrEmpty(...HOST_PATH_TYPES)],
  ['nfs.server', notEmpty],
  [
    'nfs.path',
    ({ text }) =>
      text === undefined || text.startsWith('/') ? undefined : `is ${quoted(text)}; a path with "/" first is expected`,
  ],
  ['gitRepo.repository', notEmpty],
  ['gitRepo.directory', ofForm(textForms.relativePath)],
  ['csi.driver', notEmpty],
  ['csi.nodePublishSecretRef.name', givenOfForm(textForms.dnsSubdomain)],
  ['ephemeral.volumeClaimTemplate', (field) => (field.exists ? undefined : 'is missing; a claim is expected')],
  ['projected.sources[].serviceAccountToken.expirationSeconds', between(600, 2 ** 32)],
  ['projected.sources[].serviceAccountToken.path', notEmpty],
  ['projected.sources[].configMap.name', given],
  ['projected.sources[].secret.name', given],
  ...ITEMS.map((items) => [items, (item: Field) => problemsBelow(item, ITEM)] as const),
  ...TOLD_ITEMS.map((items) => [items, toldItemProblems] as const),
  ['projected.sources[]', (source) => oneSourceProblems(source, PROJECTED_SOURCES, { noneIsFine: true })],
  ['projected', repeatedPaths],
  ['hostPath.path', pathWithoutDots],
];

/**
 * Returns what is wrong with the source of a volume. A volume without one is an empty folder.
 *
 * Of the volumes of single cloud providers and storage vendors only is said that they stand alone.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateVolumeSource
 */
export function volumeSourceProblems(volume: Field): readonly FieldProblem[] {
  return [...oneSourceProblems(volume, VOLUME_SOURCES, { noneIsFine: true }), ...problemsBelow(volume, EXPECTATIONS)];
}

function toldItemProblems(item: Field): readonly FieldProblem[] {
  return [...oneSourceProblems(item, ['fieldRef', 'resourceFieldRef']), ...problemsBelow(item, TOLD_ITEM)];
}

/** Returns the paths that a projected volume gives twice. A volume of one source takes the last file of a path. */
function repeatedPaths(projected: Field): readonly FieldProblem[] {
  const paths = projected
    .all('sources[]')
    .flatMap((source) => ['secret', 'configMap', 'downwardAPI'].flatMap((name) => source.all(`${name}.items[].path`)));
  return repeatedTexts(paths, 'item of the volume');
}
