import type { Text } from '../../../text';
import { WORDS } from './words';

test('every text is there in English and in Chinese', () => {
  for (const text of Object.values<Text>(WORDS).flatMap(({ en, zh }) => [en, zh])) {
    expect(text).toMatch(/^\S(.*\S)?$/);
  }
});

test('sentences end in both languages', () => {
  for (const { en, zh } of Object.values(WORDS)) {
    expect([en, en.endsWith('.')]).toEqual([en, zh.endsWith('。')]);
  }
});
