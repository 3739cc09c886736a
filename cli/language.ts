import type { Language } from '../lib/text';
import { UsageError } from './usage-error';

/**
 * Returns the language to help in: the one asked for, or else Chinese in a Chinese locale and English in any other.
 *
 * @param asked the value of `--lang`
 * @throws UsageError if it is neither
 */
export function languageOf(asked: string | undefined, env: Readonly<Partial<Record<string, string>>>): Language {
  if (asked === 'en' || asked === 'zh') return asked;
  if (asked !== undefined) throw new UsageError(`unknown language "${asked}"; known: en, zh`);
  // An empty variable counts as none, as in POSIX.
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.startsWith('zh') === true ? 'zh' : 'en';
}
