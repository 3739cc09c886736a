/** The areas of the IANA database in which a name has two parts or three. @see https://www.iana.org/time-zones */
const AREAS: ReadonlySet<string> = new Set(
  'Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US'.split(
    ' ',
  ),
);

/** The names of the IANA database without an area. ICU knows others, such as `IST`, which Kubernetes does not. */
const NAMES_WITHOUT_AREA: ReadonlySet<string> = new Set(
  (
    'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran ' +
    'Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK ' +
    'Singapore Turkey UCT UTC Universal W-SU WET Zulu'
  ).split(' '),
);

/** A word of a name behind its area; the alternatives are the only words in capitals. */
const WORD = /^(?:[A-Z][a-z][A-Za-z_-]*|(?:GMT(?:[-+]?\d{1,2})?|UTC|UCT|ACT|NSW|LHI))$/;

/**
 * What has been asked about. The first question to Intl takes longer than all other rules about an object together, so
 * that the time zone of this system is known beforehand.
 */
const asked = new Map<string, boolean>([['Asia/Shanghai', true]]);
const REMEMBERED_NAMES = 100;

/**
 * Tells whether a CronJob's `timeZone` is a name that Kubernetes finds: one of the IANA database, written exactly so.
 *
 * Kubernetes looks a name up as a file, so `asia/shanghai` does not exist there, while Intl takes any case, and
 * reports another name for an alias. So an alias with odd capitals inside a word passes here. `Local`, an empty name
 * and offsets such as `+08:00` are refused by both.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/batch/validation/validation.go, validateTimeZone
 */
export function isTimeZone(name: string): boolean {
  let isKnown = asked.get(name);
  if (isKnown === undefined) {
    isKnown = isInDatabase(name);
    if (asked.size < REMEMBERED_NAMES) asked.set(name, isKnown);
  }
  return isKnown;
}

function isInDatabase(name: string): boolean {
  if (NAMES_WITHOUT_AREA.has(name)) return true;
  const [area = '', ...words] = name.split('/');
  if (!AREAS.has(area) || !words.every((word) => WORD.test(word))) return false;
  const known = tryIntlName(name);
  return known !== undefined && (known === name || known.toLowerCase() !== name.toLowerCase());
}

/** Returns the name under which Intl knows a zone, or undefined if it does not. */
function tryIntlName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // A RangeError is the only way in which Intl says no.
    return undefined;
  }
}
