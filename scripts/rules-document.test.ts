import { allRules } from '../lib/validation/all-rules';
import { rulesDocument } from './rules-document';

test('every rule has a chapter: what it demands, why, and what to do', () => {
  const chapters = rulesDocument().split(/^### /m).slice(1);

  expect(chapters.map((chapter) => chapter.split('\n')[0])).toEqual(allRules.map(({ id }) => id));
  for (const chapter of chapters) {
    expect(chapter).toMatch(/^[a-z-]+\n\n[A-Z][^]+\n\n\S[^]+\n\n\*\*What to do\*\*: [A-Z]/);
    expect(chapter).not.toContain('@see');
  }
});
