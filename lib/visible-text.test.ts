import { visibleText, visibleLine } from './visible-text';

test('line breaks, tabs and any script stay; what would steer a terminal is written out', () => {
  expect(visibleText('a\tb\r\n中文\u001b[31m\u202e\r')).toBe('a\tb\n中文\\u001b[31m\\u202e\\u000d');
});

test('a line stays one', () => {
  expect(visibleLine(' a\nb\u0007 ')).toBe('a b\\u0007');
});
