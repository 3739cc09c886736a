const SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|k|z)?sh$/;

/** For ever, or days on end: nobody waits for it. */
const LONG_SLEEP = /^(?:exec )?(?:\/(?:usr\/)?bin\/)?sleep (?:inf(?:inity)?|\d{6,}s?|\d{4,}[mh]|\d+d)$/;
const TAIL = /^(?:exec )?(?:\/(?:usr\/)?bin\/)?tail (?:-f|-F|--follow) \/dev\/null$/;
const LOOP = /^while (?:true|:|\[ 1 \]) ?;? ?do (?:: ?; )?sleep \S+ ?;? ?done$/;

/**
 * Tells whether a command does nothing but wait, as people write it to look into a container: `sleep infinity`,
 * `tail -f /dev/null`, a loop around a `sleep`, each alone or as the script of a shell.
 *
 * A script that does something first is none.
 *
 * @param words command and arguments of the container
 */
export function isEndlessSleep(words: readonly string[]): boolean {
  // Nearly all commands do neither, and some are long scripts.
  if (!words.some((word) => word.includes('sleep') || word.includes('tail'))) return false;
  const [program = '', ...rest] = words;
  const script = SHELLS.test(program) ? rest.filter((word) => !word.startsWith('-')) : words;
  const line = script.join(' ').trim().replace(/\s+/g, ' ').replace(/ ?;$/, '');
  return LONG_SLEEP.test(line) || TAIL.test(line) || LOOP.test(line);
}
