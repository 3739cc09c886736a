import { visibleText, visibleLine } from '../../lib/visible-text';
import { CHANGE_WORDS, EFFECT_WORDS } from '../../lib/review/diff/effect-words';
import { fieldView } from '../../lib/review/diff/field-view';
import type { ObjectChange } from '../../lib/review/diff/object-change';
import type { SetDiff } from '../../lib/review/diff/set-diff';
import type { Language } from '../../lib/text';
import { allChanges } from './diff-report';
import type { DiffReport } from './diff-report';
import { code, codeInCell, fenced, plain, table } from './markdown';
import { quotaRows } from './quota-rows';
import { countLine, summaryRows } from './summary-rows';
import { allTheSame, MAX_FIELDS, moreFields, moreItems, moreLines, WORDS } from './words';

/** More names in one row than anybody reads. */
const MAX_ITEMS = 40;

/**
 * Returns a comparison as Markdown for a review: tables of what counts, then each object with a fenced diff. No value of
 * the objects acts as Markdown or HTML.
 */
export function diffMarkdown(report: DiffReport, language: Language): string {
  const { before, after, sets, remarks } = report;
  const changes = allChanges(report);
  const same = sets.reduce((sum, set) => sum + set.same, 0);
  const parts = [
    `${code(before)} → ${code(after)}`,
    ...(remarks.length === 0 ? [] : [remarks.map((remark) => `> ${plain(remark[language])}`).join('\n>\n')]),
    ...(changes.length === 0 ? [plain(allTheSame(same)[language])] : []),
    ...(changes.length === 0 ? [] : sets.flatMap((set) => summary(set, sets.length, language))),
    ...changes.flatMap((change) => changeParts(change, sets.length > 1, language)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function summary(set: SetDiff, sets: number, language: Language): readonly string[] {
  const name = set.environment ?? (sets > 1 ? WORDS.others[language] : '');
  const colon = language === 'zh' ? '：' : ': ';
  const heading = `## ${plain(`${name === '' ? '' : `${name}${colon}`}${countLine(set, language)}`)}`;
  if (set.objects.length === 0) return [heading];
  const rows = summaryRows(set, language).map(({ title, items, weight }) => {
    const shown = items.slice(0, MAX_ITEMS).map((item) => (item === WORDS.nothing[language] ? item : codeInCell(item)));
    const more = items.length - shown.length;
    const words = [...shown, ...(more > 0 ? [moreItems(more)[language]] : [])].join('<br>');
    return [weight === 'stop' ? `**${plain(title)}**` : plain(title), words];
  });
  const quota = quotaRows(set.quota, language).map(({ title, before = '', after, allowed = '', left = '', isOver }) => [
    plain(title),
    before,
    isOver ? `**${after}**` : after,
    allowed,
    isOver ? `**${left}**` : left,
  ]);
  return [
    heading,
    table([WORDS.effect[language], WORDS.object[language]], rows),
    table(
      [
        WORDS.quota[language],
        WORDS.before[language],
        WORDS.after[language],
        WORDS.allowed[language],
        WORDS.roomLeft[language],
      ],
      quota,
    ),
  ];
}

function changeParts(change: ObjectChange, isOfSeveral: boolean, language: Language): readonly string[] {
  const { object, environment, effects, restarts, notes } = change;
  const place = isOfSeveral && environment !== undefined ? ` (${plain(environment)})` : '';
  const colon = language === 'zh' ? '：' : ': ';
  const words = effects.map((effect) => EFFECT_WORDS[effect][language]).join(language === 'zh' ? '，' : ', ');
  const others = restarts.filter((workload) => workload !== object);
  const shown = others.slice(0, MAX_ITEMS).map(code);
  const more = others.length - shown.length;
  const bullets = [
    ...notes.map((note) => `- ${plain(note[language])}`),
    ...(others.length === 0
      ? []
      : [
          `- ${WORDS.restarted[language]}${colon}${[...shown, ...(more > 0 ? [moreItems(more)[language]] : [])].join(', ')}`,
        ]),
  ];
  const lines = diffLines(change, language);
  return [
    `### ${CHANGE_WORDS[change.change][language]} ${code(object)}${place}${colon}${words}`,
    ...(bullets.length === 0 ? [] : [bullets.join('\n')]),
    ...(lines.length === 0 ? [] : [fenced('diff', lines)]),
  ];
}

function diffLines({ fields }: ObjectChange, language: Language): readonly string[] {
  const shown = fields.slice(0, MAX_FIELDS).flatMap((field) => {
    const { path, before, after, lines, hiddenLines } = fieldView(field);
    const place = visibleLine(path);
    if (lines.length === 0) {
      return [
        ...(before === undefined ? [] : [`- ${place}: ${lineOf(before)}`]),
        ...(after === undefined ? [] : [`+ ${place}: ${lineOf(after)}`]),
      ];
    }
    return [
      `@@ ${place} @@`,
      ...lines.flatMap(({ sign, text, afterGap = false }) => [
        ...(afterGap ? ['  …'] : []),
        `${sign} ${lineOf(text)}`.trimEnd(),
      ]),
      ...(hiddenLines > 0 ? [moreLines(hiddenLines)[language]] : []),
    ];
  });
  return fields.length > MAX_FIELDS ? [...shown, moreFields(fields.length - MAX_FIELDS)[language]] : shown;
}

function lineOf(text: string): string {
  return visibleText(text).replaceAll('\n', '\\n');
}
