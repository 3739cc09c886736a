import { check } from './check';
import type { Command } from './command';
import { images } from './images';
import { publish } from './publish';
import { secret } from './secret';

/** Every command, in the order of the help. A new one is a file beside this one and a name in this list. */
export const allCommands: readonly Command[] = [check, images, publish, secret];
