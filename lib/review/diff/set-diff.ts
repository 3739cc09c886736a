import { fieldChanges } from '../comparison/field-changes';
import { objectPairs } from '../comparison/object-pairs';
import { meansTheSame } from '../effects/defaults/means-the-same';
import { effectsOf } from '../effects/effects-of';
import { grouped, noProgress } from '../../progress';
import type { Progress } from '../../progress';
import type { Text } from '../../text';
import type { Manifest } from '../../validation/manifest';
import type { CloudCapacity } from '../../validation/rule';
import { imageChanges } from './image-changes';
import type { ImageChange } from './image-changes';
import type { FieldChange, ObjectChange, ObjectEffect, ObjectPair } from './object-change';
import { quotaChange } from './quota-change';
import type { QuotaChange } from './quota-change';

/** Two sets of objects of which one takes the place of the other. */
export interface ComparedSet {
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
  /** Name of the environment. @default none: the objects belong to none of this program */
  readonly environment?: string;
  /** The namespace of objects that name none. @default one without a name */
  readonly namespace?: string;
  /** @default not known: there are only the sums of what is requested */
  readonly cloud?: CloudCapacity;
}

/** How two sets differ. */
export interface SetDiff {
  /** @default none: the objects belong to none of this program */
  readonly environment?: string;
  /** Removed ones first, then changed and added ones; each by namespace, kind and name. */
  readonly objects: readonly ObjectChange[];
  readonly images: readonly ImageChange[];
  readonly quota: QuotaChange;
  /** How many objects are the same. */
  readonly same: number;
}

interface Difference {
  readonly pair: ObjectPair;
  readonly fields: readonly FieldChange[];
}

/** As many take a third of a second; of fewer there is nothing to tell. */
const MANY_OBJECTS = 1000;

const NO_EFFECT: ObjectEffect = { effects: ['none'], restarts: [], notes: [] };
const CHANGES: readonly ObjectChange['change'][] = ['removed', 'changed', 'added'];

/**
 * Compares two sets by meaning, and says what the difference does in a cluster.
 *
 * @param progress is told how many objects are compared
 */
export function setDiff(
  { before, after, environment, namespace, cloud }: ComparedSet,
  progress: Progress = noProgress,
): SetDiff {
  const pairs = objectPairs(before, after, namespace);
  const tell = pairs.length > MANY_OBJECTS ? progress : noProgress;
  const differences = pairs.flatMap((pair, index): readonly Difference[] => {
    tell(() => comparing(index, pairs.length), index === 0);
    const fields = isInBoth(pair) ? fieldChanges(pair) : [];
    return isInBoth(pair) && fields.length === 0 ? [] : [{ pair, fields }];
  });
  const effects = effectsOf(
    differences.map(({ pair }) => pair),
    {
      before,
      after,
      ...(namespace === undefined ? {} : { defaultNamespace: namespace }),
    },
  );
  const effectOf = (pair: ObjectPair): ObjectEffect => effects.get(pair) ?? NO_EFFECT;
  const told = differences.filter(({ pair }) => !isNoDifference(pair, effectOf(pair)));
  const objects = told.map(({ pair, fields }): ObjectChange => ({
    object: pair.id,
    ...(environment === undefined ? {} : { environment }),
    change: changeOf(pair),
    ...effectOf(pair),
    fields,
  }));
  return {
    ...(environment === undefined ? {} : { environment }),
    objects: objects.sort(compareChanges),
    images: imageChanges(told.map(({ pair }) => pair)),
    quota: quotaChange(before, after, cloud),
    same: pairs.length - told.length,
  };
}

/** Orders changes by what weighs most: what goes, then what changes, then what is new; then by their place. */
export function compareChanges(one: ObjectChange, other: ObjectChange): number {
  return (
    CHANGES.indexOf(one.change) - CHANGES.indexOf(other.change) ||
    compareText(one.environment ?? '', other.environment ?? '') ||
    compareText(placeOf(one.object), placeOf(other.object))
  );
}

/**
 * Tells whether an object only writes out what the API server keeps of it anyway. Where there is something to say of
 * that it is a difference: an autoscaler and a written number of Pods work against each other, the default one too.
 */
function isNoDifference({ before, after }: ObjectPair, { effects, notes }: ObjectEffect): boolean {
  if (before === undefined || after === undefined) return false;
  return notes.length === 0 && effects.every((effect) => effect === 'none') && meansTheSame(before, after);
}

function comparing(done: number, all: number): Text {
  return {
    en: `comparing ${grouped(done)} of ${grouped(all)} objects`,
    zh: `正在比较对象 ${grouped(done)} / ${grouped(all)}`,
  };
}

function isInBoth({ before, after }: ObjectPair): boolean {
  return before !== undefined && after !== undefined;
}

function changeOf({ before, after }: ObjectPair): ObjectChange['change'] {
  if (after === undefined) return 'removed';
  return before === undefined ? 'added' : 'changed';
}

/** Returns namespace, kind and name, in which a space sorts before all that a name may have. */
function placeOf(object: string): string {
  const [kind = '', namespace = '', ...name] = object.split('/');
  return [namespace, kind, name.join('/')].join(' ');
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
