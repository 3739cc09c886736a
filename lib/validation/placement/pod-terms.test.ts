import { Field } from '../fields/field';
import type { Json, JsonObject } from '../manifest';
import { PodTerms } from './pod-terms';

function termsOf(...pods: readonly (readonly [namespace: string, labels: JsonObject])[]) {
  return new PodTerms(pods.map(([namespace, labels]) => ({ namespace, labels: new Field('labels', labels) })));
}

const selector = (value?: Json) => new Field('labelSelector', value);

const WEB = ['a', { app: 'web' }] as const;
const API = ['a', { app: 'api', tier: 'back' }] as const;
const ELSEWHERE = ['b', { app: 'web' }] as const;

test.each<[string, Json | undefined, readonly boolean[]]>([
  ['by labels', { matchLabels: { app: 'web' } }, [true, false]],
  ['by all of its labels', { matchLabels: { app: 'api', tier: 'front' } }, [false, false]],
  [
    'by one of several values',
    { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] },
    [true, true],
  ],
  ['by what is not there', { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, [true, false]],
  ['everything where it is empty', {}, [true, true]],
  ['nothing where it is missing', undefined, [false, false]],
  ['nothing where it is null', null, [false, false]],
])('a term selects %s', (_, value, meant) => {
  const terms = termsOf(WEB, API, ELSEWHERE);

  const term = terms.selecting(['a'], selector(value));

  expect([0, 1, 2].map((pod) => terms.meaning(pod).includes(term))).toEqual([...meant, false]);
});

test('without namespaces a term is about all of them', () => {
  const terms = termsOf(WEB, API, ELSEWHERE);

  const term = terms.selecting(undefined, selector({ matchLabels: { app: 'web' } }));

  expect([0, 1, 2].map((pod) => terms.meaning(pod).includes(term))).toEqual([true, false, true]);
});

test('the same term has one number and means a Pod once', () => {
  const terms = termsOf(WEB);
  const value = { matchLabels: { app: 'web' } };

  expect(terms.selecting(['a'], selector(value))).toBe(terms.selecting(['a'], selector(value)));
  expect(terms.named('port', 0)).toBe(terms.named('port', 0));
  expect(terms.meaning(0)).toHaveLength(2);
});

test('a named term means exactly the Pods that name it', () => {
  const terms = termsOf(WEB, API);

  const port = terms.named('0.0.0.0:80/TCP', 1);

  expect([terms.meaning(0), terms.meaning(1)]).toEqual([[], [port]]);
});

test('of the terms that want no label only some are looked at', () => {
  const terms = termsOf(WEB);
  const wanting = (key: string) => selector({ matchExpressions: [{ key, operator: 'DoesNotExist' }] });

  const numbers = Array.from({ length: 200 }, (_, index) => terms.selecting(['a'], wanting(`key-${index}`)));

  expect(terms.meaning(0)).toEqual(numbers.slice(0, 100));
});
