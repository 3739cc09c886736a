import { GROUND_COLOURS, TEXT_COLOURS, THEME, themeStyle } from './theme';

const grounds = ['light', 'dark'] as const;

/** @see https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test('black on white has the contrast that the definition says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

test.each(
  grounds.flatMap((ground) => TEXT_COLOURS.flatMap((text) => GROUND_COLOURS.map((on) => [ground, text, on] as const))),
)('in %s, %s can be read on %s', (ground, text, on) => {
  expect(contrast(THEME[text][ground], THEME[on][ground])).toBeGreaterThanOrEqual(4.5);
});

test('dark is for screens alone, and never against the choice of light', () => {
  const style = themeStyle();

  expect(style.match(/ color-scheme: dark;/g)).toHaveLength(2);
  expect(style).toContain("@media screen and (prefers-color-scheme: dark) {\n  :root:not([data-theme='light'])");
  expect(style).toContain("@media screen {\n  :root[data-theme='dark']");
});
