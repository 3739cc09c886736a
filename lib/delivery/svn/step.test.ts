import { runSteps } from './step';
import type { Step } from './step';

/** Steps that note what happens, of which one may fail. */
function noted(failing?: string) {
  const notes: string[] = [];
  const step = (title: string, skip?: string): Step => ({
    title,
    skip: () => skip,
    do: () => {
      notes.push(`do ${title}`);
      if (title === failing) throw new Error(`${title} failed`);
    },
    undo: () => void notes.push(`undo ${title}`),
  });
  return { notes, step };
}

test('steps are done in their order, and those not needed say why', async () => {
  const { notes, step } = noted();
  const lines: string[] = [];

  await runSteps([step('a'), step('b', 'it is there'), step('c')], (line) => lines.push(line));

  expect(notes).toEqual(['do a', 'do c']);
  expect(lines).toEqual(['a', 'b: skipped, it is there', 'c']);
});

test('after a failure everything begun is undone, the last one first', async () => {
  const { notes, step } = noted('c');

  const run = runSteps([step('a'), step('b', 'no need'), step('c'), step('d')], () => undefined);

  await expect(run).rejects.toThrow('c failed');
  expect(notes).toEqual(['do a', 'do c', 'undo c', 'undo a']);
});

test('an undo that fails is told, and hides neither the reason nor the other undos', async () => {
  const { notes, step } = noted('c');
  const lines: string[] = [];
  const stubborn: Step = {
    title: 'b',
    do: () => undefined,
    undo: () => {
      throw new Error('no');
    },
  };

  const run = runSteps([step('a'), stubborn, step('c')], (line) => lines.push(line));

  await expect(run).rejects.toThrow('c failed');
  expect(notes).toEqual(['do a', 'do c', 'undo c', 'undo a']);
  expect(lines).toContain('could not undo "b": no');
});
