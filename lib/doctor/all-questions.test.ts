import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allQuestions } from './all-questions';
import { readKinds } from './cluster/read-kinds';

const QUESTIONS = join(__dirname, 'questions');

/** The files of questions, as `room/id`: what exports one. */
const files = readdirSync(QUESTIONS).flatMap((room) =>
  readdirSync(join(QUESTIONS, room))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => /^export const \w+: Question\b/m.test(readFileSync(join(QUESTIONS, room, name), 'utf8')))
    .map((name) => `${room}/${name.replace(/\.ts$/, '')}`),
);

test('every question is in the table once, in the room of its file, which is named after it', () => {
  expect(allQuestions.map(({ room, id }) => `${room}/${id}`).sort()).toEqual(files.sort());
});

test.each(allQuestions.map((question) => [question.id, question] as const))(
  '%s asks in both languages',
  (id, question) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(question.summary.en).toMatch(/\?$/);
    expect(question.summary.zh).toMatch(/？$/);
  },
);

test('what questions need are kinds that are read', () => {
  const read = readKinds.map(({ plural }) => plural);

  expect(read).toEqual(expect.arrayContaining(allQuestions.flatMap(({ needs = [] }) => [...needs])));
});

const placeOf = (id: string) => allQuestions.findIndex((question) => question.id === id);

test.each([
  ['node-not-ready', 'node-cordoned'],
  ['node-cordoned', 'taint-not-tolerated'],
  ['taint-not-tolerated', 'claim-lost'],
  ['image-disk-full', 'configuration-missing'],
  ['sandbox-not-created', 'configuration-missing'],
  ['image-never-pulled', 'image-not-pulled'],
  ['image-not-pulled', 'creating-for-long'],
  ['out-of-memory', 'publication-incomplete'],
])('%s is asked before %s, which it explains', (cause, explained) => {
  expect(placeOf(cause)).toBeGreaterThanOrEqual(0);
  expect(placeOf(cause)).toBeLessThan(placeOf(explained));
});
