import { contrastOf } from '../testing/contrast';
import { COLOURS } from './picture-colours';
import type { ColourName } from './picture-colours';

const GROUNDS = ['ground', 'frame', 'card'] as const;
const LINES = ['line', 'entry', 'service', 'stream', 'job', 'store', 'other', 'outside', 'bad'] as const;

function contrast(one: ColourName, other: ColourName, ground: 'light' | 'dark'): number {
  return contrastOf(COLOURS[one][ground], COLOURS[other][ground]);
}

describe.each(['light', 'dark'] as const)('on %s ground', (ground) => {
  test.each(GROUNDS)('text on %s can be read', (behind) => {
    for (const colour of ['ink', 'quiet', 'bad'] as const)
      expect(contrast(colour, behind, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(GROUNDS)('lines on %s can be seen', (behind) => {
    for (const colour of LINES) expect(contrast(colour, behind, ground)).toBeGreaterThanOrEqual(3);
  });

  test('names on the bars of stacks can be read', () => {
    for (const colour of ['service', 'store', 'entry', 'stream', 'other', 'outside', 'job'] as const) {
      expect(contrast('ground', colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
