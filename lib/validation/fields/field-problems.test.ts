import { Field } from './field';
import { problemAt, problemsBelow, problemsOf } from './field-problems';

const root = new Field('', { ports: [{ port: 1 }, { port: 0 }] });

test('an expectation that is not met is a problem of its field', () => {
  expect(problemsOf(root.at('ports'), () => 'is odd')).toEqual([{ field: 'ports', message: 'is odd' }]);
  expect(problemsOf(root.at('ports'), () => undefined)).toEqual([]);
  expect(problemAt(root, 'is odd')).toEqual({ field: '', message: 'is odd' });
});

test('a table is asked about every field that a pattern finds', () => {
  expect(problemsBelow(root, [['ports[].port', ({ integer }) => (integer === 0 ? 'is 0' : undefined)]])).toEqual([
    { field: 'ports[1].port', message: 'is 0' },
  ]);
});

test('a null in a list of texts is an empty text', () => {
  const modes = new Field('', { modes: [null, 'a'], mode: null });
  const empty = ({ text }: Field) => (text === '' ? 'is empty' : undefined);

  expect(
    problemsBelow(modes, [
      ['modes[]', empty],
      ['mode', empty],
    ]),
  ).toEqual([{ field: 'modes[0]', message: 'is empty' }]);
});
