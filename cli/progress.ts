import { noProgress } from '../lib/progress';
import type { Progress } from '../lib/progress';
import type { Language, Text } from '../lib/text';
import { visibleLine } from '../lib/visible-text';
import type { Terminal } from './terminal';

/** A terminal that can also be told what is being done. */
export interface WatchedTerminal extends Terminal {
  /** Shows it to a person who waits, on a line that disappears before anything else is written. */
  readonly progress: Progress;
}

/** Nobody wonders before that, and what is over by then would only flicker. */
const FIRST_MILLISECONDS = 300;

/** What changes faster cannot be read. */
const NEXT_MILLISECONDS = 200;

const ERASED = '\r\u001B[K';

/** So that a line of any length, in characters of any width, stays one line that can be erased. */
const [NO_WRAP, WRAP] = ['\u001B[?7l', '\u001B[?7h'];

/**
 * Does work, and shows meanwhile what is done where a person reads `err`; nothing of it is left when the work ends.
 *
 * @param now the time in milliseconds, from any point on
 */
export async function withProgress<Result>(
  terminal: Terminal,
  language: Language,
  work: (watched: WatchedTerminal) => Promise<Result>,
  now: () => number = () => performance.now(),
): Promise<Result> {
  if (!terminal.errIsTerminal || terminal.env['TERM'] === 'dumb') return work({ ...terminal, progress: noProgress });
  const line = new ProgressLine(terminal, language, now);
  const erasing =
    (write: (text: string) => void): ((text: string) => void) =>
    (text) => {
      line.erase();
      write(text);
    };
  // Most work never lets go of the thread, so that it is shown as it is told; the timer is for what is waited for.
  const timer = setInterval(() => line.showIfDue(), NEXT_MILLISECONDS).unref();
  try {
    return await work({ ...terminal, out: erasing(terminal.out), err: erasing(terminal.err), progress: line.tell });
  } finally {
    clearInterval(timer);
    line.erase();
  }
}

class ProgressLine {
  private next: (() => Text) | undefined;
  private dueMillis: number;
  private isShown = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly language: Language,
    private readonly now: () => number,
  ) {
    this.dueMillis = now() + FIRST_MILLISECONDS;
  }

  readonly tell: Progress = (what, mayTakeLong = false) => {
    this.next = what;
    if (mayTakeLong) this.show();
    else this.showIfDue();
  };

  showIfDue(): void {
    if (this.now() >= this.dueMillis) this.show();
  }

  erase(): void {
    this.next = undefined;
    if (this.isShown) this.terminal.err(ERASED);
    this.isShown = false;
  }

  /** Writes only what is new: a program that was started may have written behind the line. */
  private show(): void {
    if (this.next === undefined) return;
    const text = visibleLine(this.next()[this.language]);
    this.next = undefined;
    this.terminal.err(`\r${NO_WRAP}${text}\u001B[K${WRAP}`);
    this.isShown = true;
    this.dueMillis = this.now() + NEXT_MILLISECONDS;
  }
}
