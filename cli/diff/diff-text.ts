import { visibleText, visibleLine } from '../../lib/visible-text';
import { CHANGE_WORDS, EFFECT_WORDS } from '../../lib/review/diff/effect-words';
import { fieldView } from '../../lib/review/diff/field-view';
import type { FieldView } from '../../lib/review/diff/field-view';
import type { Effect, LineChange, ObjectChange } from '../../lib/review/diff/object-change';
import type { SetDiff } from '../../lib/review/diff/set-diff';
import type { Language } from '../../lib/text';
import { allChanges } from './diff-report';
import type { DiffReport } from './diff-report';
import { colour } from './colours';
import type { Colour } from './colours';
import { quotaLines } from './quota-rows';
import { countLine, summaryRows } from './summary-rows';
import type { SummaryRow } from './summary-rows';
import { allTheSame, MAX_FIELDS, moreFields, moreItems, moreLines, WORDS } from './words';

/** How a comparison looks. */
export interface TextStyle {
  readonly language: Language;
  /** Whether what weighs is coloured. */
  readonly colours: boolean;
}

/** So many names stand on one line, and so many in all. */
const ITEMS_ON_A_LINE = 2;
const MAX_ITEMS = 40;

const WEIGHT_COLOURS: Readonly<Record<SummaryRow['weight'], Colour | undefined>> = {
  stop: 'red',
  care: 'yellow',
  know: undefined,
};
const CHANGE_COLOURS = { removed: 'red', changed: 'yellow', added: 'green' } as const;
const EFFECT_COLOURS: Partial<Record<Effect, Colour>> = {
  'data-lost': 'red',
  refused: 'red',
  recreates: 'yellow',
  restarts: 'yellow',
};
const SIGN_COLOURS: Readonly<Record<LineChange['sign'], Colour | undefined>> = {
  '-': 'red',
  '+': 'green',
  ' ': undefined,
};

/** Returns a comparison for a person at a terminal: what counts first, then object by object. */
export function diffText(report: DiffReport, style: TextStyle): string {
  const { before, after, sets, remarks } = report;
  const { language } = style;
  const colon = language === 'zh' ? '：' : ': ';
  const changes = allChanges(report);
  const same = sets.reduce((sum, set) => sum + set.same, 0);
  const paint = painter(style);
  const head = [
    `${WORDS.before[language]}${colon}${visibleLine(before)}`,
    `${WORDS.after[language]}${colon}${visibleLine(after)}`,
    ...remarks.map((remark) => paint(`${WORDS.remark[language]}${colon}${visibleLine(remark[language])}`, 'yellow')),
  ];
  const parts = [
    head.join('\n'),
    ...(changes.length === 0 ? [allTheSame(same)[language]] : sets.map((set) => summaryText(set, sets.length, style))),
    ...changes.map((change) => changeText(change, sets.length > 1, style)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function painter({ colours }: TextStyle) {
  return (text: string, wanted: Colour | undefined) => (colours ? colour(text, wanted) : text);
}

function summaryText(set: SetDiff, sets: number, style: TextStyle): string {
  const { language } = style;
  const paint = painter(style);
  const colon = language === 'zh' ? '：' : ': ';
  const name = set.environment ?? (sets > 1 ? WORDS.others[language] : '');
  const first = `${name === '' ? '' : `${name}${colon}`}${countLine(set, language)}`;
  if (set.objects.length === 0) return first;
  const rows = summaryRows(set, language).flatMap(({ title, items, weight }) =>
    titled(`${title}${colon}`, items, language).map((line, index) =>
      index === 0 ? line.replace(title, () => paint(title, WEIGHT_COLOURS[weight])) : line,
    ),
  );
  const quota = quotaLines(set.quota, language).map(({ text, isOver }) =>
    paint(visibleLine(text), isOver ? 'red' : undefined),
  );
  return [first, ...[...rows, ...quota].map((line) => `  ${line}`)].join('\n');
}

/** A few names stand behind the title, many below it. */
function titled(title: string, items: readonly string[], language: Language): readonly string[] {
  const shown = items.slice(0, MAX_ITEMS).map(visibleLine);
  if (items.length <= ITEMS_ON_A_LINE) return [`${title}${shown.join(', ')}`];
  const more = items.length - shown.length;
  return [title.trimEnd(), ...[...shown, ...(more > 0 ? [moreItems(more)[language]] : [])].map((line) => `  ${line}`)];
}

function changeText(change: ObjectChange, isOfSeveral: boolean, style: TextStyle): string {
  const { object, environment, effects, restarts, notes, fields } = change;
  const { language } = style;
  const paint = painter(style);
  const colon = language === 'zh' ? '：' : ': ';
  const place = isOfSeveral && environment !== undefined ? ` [${environment}]` : '';
  const words = effects.map((effect) => paint(EFFECT_WORDS[effect][language], EFFECT_COLOURS[effect]));
  const what = paint(CHANGE_WORDS[change.change][language], CHANGE_COLOURS[change.change]);
  const others = restarts.filter((workload) => workload !== object);
  const lines = [
    ...notes.map((note) => visibleLine(note[language])),
    ...(others.length === 0 ? [] : titled(`${WORDS.restarted[language]}${colon}`, others, language)),
    ...fields.slice(0, MAX_FIELDS).flatMap((field) => fieldLines(fieldView(field), style)),
    ...(fields.length > MAX_FIELDS ? [moreFields(fields.length - MAX_FIELDS)[language]] : []),
  ];
  const separator = language === 'zh' ? '，' : ', ';
  const head = `${what} ${visibleLine(object)}${place}${colon}${words.join(separator)}`;
  return [head, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
}

function fieldLines({ path, before, after, lines, hiddenLines }: FieldView, style: TextStyle): readonly string[] {
  const paint = painter(style);
  const place = visibleLine(path);
  if (lines.length === 0) {
    if (before === undefined) return [paint(`+ ${place}: ${lineOf(after)}`, 'green')];
    if (after === undefined) return [paint(`- ${place}: ${lineOf(before)}`, 'red')];
    return [`${paint('~', 'yellow')} ${place}: ${paint(lineOf(before), 'red')} → ${paint(lineOf(after), 'green')}`];
  }
  return [
    `${paint('~', 'yellow')} ${place}:`,
    ...lines.flatMap(({ sign, text, afterGap = false }) => [
      ...(afterGap ? ['      …'] : []),
      paint(`    ${sign} ${lineOf(text)}`.trimEnd(), SIGN_COLOURS[sign]),
    ]),
    ...(hiddenLines > 0 ? [`    ${moreLines(hiddenLines)[style.language]}`] : []),
  ];
}

/** The spaces of a line are a part of what changed, its control characters are not to act. */
function lineOf(text: string | undefined): string {
  return visibleText(text ?? '').replaceAll('\n', '\\n');
}
