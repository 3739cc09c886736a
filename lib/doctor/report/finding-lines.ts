import { visibleLine } from '../../visible-text';
import type { Language } from '../../text';
import type { DoctorFinding, Where } from '../judge/finding';
import { covered } from './covered';
import { COUNTS, LABELS, SEVERITIES, WORDS_OF_PLACE } from './report-words';
import { wrappedText } from './wrapped-text';

/** How a report looks. */
export interface TextStyle {
  readonly language: Language;
  readonly colours: boolean;
}

/** The strongest evidence stands first; all of it is in the JSON. */
const MOST_EVIDENCE = 2;

/** An event may quote a whole page. */
const MAX_EVIDENCE = 300;

const MOST_EXPLAINED = 6;

/** As wide as people read, and narrower than what the log of a build cuts off. */
const COLUMNS = 115;

const COLOURS = { error: '31', warning: '33' } as const;

/**
 * Returns a finding as a person reads it: what, what shows it, what to do, where, and what follows from it.
 *
 * @param alike other objects of which the same is to be said
 */
export function findingLines(
  finding: DoctorFinding,
  alike: readonly string[],
  number: number,
  style: TextStyle,
): readonly string[] {
  const { id, severity, object, cause, evidence, remedy, where, explains } = finding;
  const { language } = style;
  const word = SEVERITIES[severity][language];
  return [
    `${number}. ${style.colours ? `\u001B[${COLOURS[severity]}m${word}\u001B[0m` : word} ${id} ${visibleLine(object)}`,
    ...indented('', visibleLine(covered(cause[language]))),
    ...evidence.slice(0, MOST_EVIDENCE).flatMap((line) => indented(LABELS.evidence[language], evidenceLine(line))),
    ...indented(LABELS.remedy[language], visibleLine(remedy[language])),
    ...(where === undefined ? [] : indented(LABELS.where[language], visibleLine(placeOf(where, language)))),
    ...(alike.length === 0 ? [] : indented(LABELS.alike[language], explainedLine(alike, style))),
    ...(explains.length === 0 ? [] : indented(LABELS.explains[language], explainedLine(explains, style))),
  ];
}

/** Below its number; what goes on in another line stands below its beginning. */
function indented(label: string, text: string): readonly string[] {
  const [first = '', ...rest] = wrappedText(`${label}${text}`, COLUMNS);
  return [`   ${first}`, ...rest.map((line) => `     ${line}`)];
}

/** Returns objects on one line, the first of many. */
export function objectsLine(objects: readonly string[], most: number, { language }: TextStyle): string {
  const shown = objects.slice(0, most).map(visibleLine).join(', ');
  return objects.length > most ? `${shown}, ${COUNTS.more(objects.length - most)[language]}` : shown;
}

function evidenceLine(line: string): string {
  // Cut first: what is printable is longer, and a log may be of any length.
  const text = visibleLine(covered(line.slice(0, MAX_EVIDENCE * 4)));
  return text.length > MAX_EVIDENCE ? `${text.slice(0, MAX_EVIDENCE)}…` : text;
}

function explainedLine(explains: readonly string[], style: TextStyle): string {
  return COUNTS.objects(explains.length)[style.language] + objectsLine(explains, MOST_EXPLAINED, style);
}

function placeOf({ file, source, construct, property }: Where, language: Language): string {
  const files = source?.split(' or ').join(WORDS_OF_PLACE.or[language]);
  const edit = files === undefined ? '' : WORDS_OF_PLACE.edit[language] + files;
  const what = [construct === undefined ? '' : ` (${construct})`, property === undefined ? '' : `: ${property}`];
  return `${file}${edit}${what.join('')}`;
}
