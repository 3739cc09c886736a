import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../../program-folder';
import { PICTURE_STYLE } from '../pictures/picture-style';
import type { ReportModel } from '../report-model';
import { attributeInBoth, both } from './bilingual';
import { environmentPage } from './environment-page';
import { environmentSection } from './environment-section';
import { fileNames } from './file-names';
import { Markup, markup } from './markup';
import type { EnvironmentPictures } from './report-pictures';
import { themeStyle } from './theme';
import { WORDS } from './words';

/** What the head of each page says of its origin, so that a report can be told from anybody's folder. */
export const GENERATOR = '<meta name="generator" content="znyw report">';

/** In this order: what listens to an event comes before what tells of it. */
const SCRIPTS = ['settings.js', 'pictures.js', 'page.js'];

/**
 * Returns the report as one HTML page that needs nothing besides itself: no network, no other file.
 *
 * Its policy lets it run its own script and style alone, named by their hashes, and load nothing: even what slipped
 * through as markup could not act.
 */
export function reportPage(model: ReportModel, pictures: readonly EnvironmentPictures[]): string {
  const script = SCRIPTS.map(browserFile).join('');
  const style = `${themeStyle()}${PICTURE_STYLE}\n${browserFile('page.css')}`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${new Markup(GENERATOR)}
<title>${titleOf(model, 'en')}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
<script>${new Markup(script)}</script>
</head>
<body data-title-en="${titleOf(model, 'en')}" data-title-zh="${titleOf(model, 'zh')}">
<a class="skip" href="#content">${both(WORDS.skip)}</a>
${header(model)}
<main id="content" tabindex="-1">
${sections(model, pictures)}
</main>
<footer><p>${both(WORDS.generated)}</p></footer>
</body>
</html>
`.text;
}

function browserFile(name: string): string {
  return readFileSync(join(programFolder(), 'lib/review/report/page/browser', name), 'utf8');
}

function contentPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${sha256(script)}'`,
    `style-src '${sha256(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function titleOf({ environments }: ReportModel, language: 'en' | 'zh'): string {
  return `${WORDS.title[language]} – ${environments.map(({ name }) => name).join(', ')}`;
}

function sections({ environments }: ReportModel, pictures: readonly EnvironmentPictures[]): readonly Markup[] {
  const prefixes = fileNames(environments.map(({ name }) => name));
  const taken = new Set<string>();
  return environments.flatMap((report, index) => {
    const [drawn, prefix] = [pictures[index], prefixes[index]];
    if (drawn === undefined || prefix === undefined) return [];
    return [environmentSection(environmentPage(report, drawn, prefix, taken))];
  });
}

/** The controls are hidden until the script shows them: without it they would do nothing. */
function header({ environments }: ReportModel): Markup {
  const prefixes = fileNames(environments.map(({ name }) => name));
  return markup`<header class="page">
<h1>${both(WORDS.title)}</h1>
<div class="controls script" hidden>
${
  environments.length < 2
    ? undefined
    : buttons(
        'environment',
        WORDS.environment,
        environments.map(({ name }, index) => [prefixes[index] ?? '', name]),
      )
}
${buttons('language', WORDS.language, [
  ['en', markup`<span lang="en">English</span>`],
  ['zh', markup`<span lang="zh-CN">中文</span>`],
])}
${buttons('theme', WORDS.theme, [
  ['auto', both(WORDS.themeAuto)],
  ['light', both(WORDS.themeLight)],
  ['dark', both(WORDS.themeDark)],
])}
</div>
</header>`;
}

function buttons(
  setting: string,
  label: Parameters<typeof attributeInBoth>[1],
  choices: readonly (readonly [string, Markup | string])[],
): Markup {
  return markup`<div class="choice" role="group" ${attributeInBoth('aria-label', label)}>${choices.map(
    ([value, text]) => markup`<button type="button" aria-pressed="false" data-${setting}="${value}">${text}</button>`,
  )}</div>`;
}
