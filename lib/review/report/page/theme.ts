/** A colour on light and on dark ground. */
interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** The colours of the page. Every one that text has is tried against every ground that text stands on. */
export const THEME = {
  ground: { light: '#ffffff', dark: '#14181d' },
  raised: { light: '#f5f7f8', dark: '#1c2229' },
  marked: { light: '#e8eff5', dark: '#243140' },
  ink: { light: '#1b2530', dark: '#e3e8ed' },
  quiet: { light: '#566370', dark: '#9fabb7' },
  line: { light: '#d5dce2', dark: '#35404b' },
  accent: { light: '#14507f', dark: '#86bdf0' },
  bad: { light: '#a3212a', dark: '#ff9b94' },
  warn: { light: '#7a4e00', dark: '#e8b861' },
  good: { light: '#1d6336', dark: '#83cf9c' },
} as const satisfies Readonly<Record<string, Colour>>;

/** The colours that are written with, and those that are written on. */
export const TEXT_COLOURS = ['ink', 'quiet', 'accent', 'bad', 'warn', 'good'] as const;
export const GROUND_COLOURS = ['ground', 'raised', 'marked'] as const;

/**
 * Returns the colours as CSS: light on paper and unless the reader prefers or chooses dark.
 *
 * Not by `light-dark()`, which the browsers of many banks do not know yet.
 */
export function themeStyle(): string {
  return `:root { color-scheme: light; ${variables('light')} }
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme='light']) { color-scheme: dark; ${variables('dark')} }
}
@media screen {
  :root[data-theme='dark'] { color-scheme: dark; ${variables('dark')} }
}
`;
}

function variables(ground: keyof Colour): string {
  return Object.entries(THEME)
    .map(([name, colour]) => `--${name}: ${colour[ground]};`)
    .join(' ');
}
