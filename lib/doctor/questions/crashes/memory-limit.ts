import { asObject, asText } from '../../../validation/manifest';
import { tryMemoryBytes } from '../../../validation/quantities/quantity';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Language, Text } from '../../../text';
import type { AilingContainer } from './ailing-containers';
import type { MemorySetting } from './memory-settings';

const MEBIBYTE = 2 ** 20;
/** Limits are written in steps of this. */
const STEP_BYTES = 64 * MEBIBYTE;

/** Returns the memory limit of a container in bytes, or undefined where it has none. */
export function tryMemoryLimit({ spec }: Pick<AilingContainer, 'spec'>): number | undefined {
  return tryMemoryBytes(asObject(asObject(spec['resources'])['limits'])['memory']);
}

/** Returns the memory limit of a container as it is written. */
export function writtenLimit({ spec }: Pick<AilingContainer, 'spec'>): string {
  const { memory } = asObject(asObject(spec['resources'])['limits']);
  return typeof memory === 'number' ? String(wholeNumber(memory, 0)) : asText(memory);
}

/** Writes bytes as whole Mi, at least 1. */
export function mebibytesText(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / MEBIBYTE))}Mi`;
}

/** Returns the limit to try: what the settings need, or half as much again where they fit or there are none. */
export function limitToTry(limitBytes: number, settings: readonly MemorySetting[]): number {
  const needed = Math.max(0, ...settings.map(({ neededBytes }) => neededBytes));
  const wanted = needed > limitBytes ? needed : limitBytes * 1.5;
  return Math.ceil(wanted / STEP_BYTES) * STEP_BYTES;
}

/** Returns what the program is told to take: `heap of the JVM 768Mi (-Xmx768m, env JAVA_TOOL_OPTIONS)`. */
export function settingsText(settings: readonly MemorySetting[]): Text {
  if (settings.length === 0) {
    return {
      en: 'no memory setting of its program was found',
      zh: '没有找到程序自身的内存设置',
    };
  }
  const list = (language: Language) =>
    settings.map(
      ({ name, bytes, written, place }) => `${name[language]} ${mebibytesText(bytes)} (${written}, ${place})`,
    );
  return { en: `its own settings: ${list('en').join('; ')}`, zh: `程序自身设置：${list('zh').join('；')}` };
}
