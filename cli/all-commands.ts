import { check } from './check';
import type { Command } from './command';
import { diff } from './diff';
import { doctor } from './doctor';
import { images } from './images';
import { publish } from './publish';
import { report } from './report';
import { secret } from './secret';

/** Every command, in the order of the help. A new one is a file beside this one and a name in this list. */
export const allCommands: readonly Command[] = [check, diff, doctor, images, publish, report, secret];
