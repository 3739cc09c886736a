import * as fc from 'fast-check';
import { fittedText, textWidth } from './text-width';

test('a Chinese character is as wide as it is high, and narrow letters are narrow', () => {
  expect(textWidth('数据', 10)).toBe(20);
  expect(textWidth('ii', 10)).toBeLessThan(textWidth('mm', 10));
});

test('a text is cut only where it has no room, and then fits with its mark', () => {
  expect(fittedText('anomaly-mongo', 10, 200)).toBe('anomaly-mongo');
  expect(fittedText('anomaly-mongo', 10, 60)).toBe('anomaly…');

  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 20, max: 300 }), (text, room) => {
      const fitted = fittedText(text, 10, room);
      expect(textWidth(fitted, 10)).toBeLessThanOrEqual(room + 1);
      expect(fitted === text || fitted.endsWith('…')).toBe(true);
    }),
  );
});
