import type { Finding } from './rule';

const WHOLE_SET = 'Environment//';

/**
 * Returns a finding as text for a terminal, a few lines without a final line break.
 *
 * About the whole set, the first line names the environment and says what is wrong; about an object, it names the
 * object and the field, and what is wrong follows. What to do stands last in both.
 */
export function findingText({ severity, rule, object, field, message, detail, remedy, file }: Finding): string {
  const lines = detail === undefined ? [`to fix: ${remedy}`] : [detail, `to fix: ${remedy}`];
  if (file === '' && object.startsWith(WHOLE_SET)) {
    const name = object.slice(WHOLE_SET.length);
    return [`${severity} ${rule}${name === '' ? '' : ` ${name}`}: ${message}`, ...lines].join('\n  ');
  }
  const place = field === '' ? object : `${object} ${field}`;
  return [`${severity} ${rule} ${place}:`, message, ...lines].join('\n  ');
}
