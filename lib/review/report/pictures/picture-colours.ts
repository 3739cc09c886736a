/** A colour on light and on dark ground. */
interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** The colours of the pictures. Those of text have a contrast of 4.5 to 1 on every ground, those of lines 3 to 1. `other` is that of lines to
 * every second store, since stores stand one above the other and many lines lead to each. */
export const COLOURS = {
  ground: { light: '#ffffff', dark: '#14181d' },
  frame: { light: '#f5f7f9', dark: '#1a2027' },
  card: { light: '#ffffff', dark: '#222a33' },
  ink: { light: '#1b2530', dark: '#e3e8ed' },
  quiet: { light: '#53606d', dark: '#a5b1bd' },
  line: { light: '#7d8a97', dark: '#75828f' },
  faint: { light: '#d5dce2', dark: '#35404b' },
  bad: { light: '#a3212a', dark: '#ff9b94' },
  entry: { light: '#6d36c4', dark: '#bb9cf5' },
  service: { light: '#1c5fa5', dark: '#7fb6f0' },
  stream: { light: '#a84e08', dark: '#f0a866' },
  job: { light: '#5a6672', dark: '#adb8c3' },
  store: { light: '#0d6e66', dark: '#56cfc0' },
  other: { light: '#55690a', dark: '#b3c95c' },
  outside: { light: '#93305f', dark: '#f2a0c6' },
} as const satisfies Readonly<Record<string, Colour>>;

/** The name of a colour. */
export type ColourName = keyof typeof COLOURS;
