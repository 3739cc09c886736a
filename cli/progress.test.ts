import { setTimeout } from 'node:timers/promises';
import { withProgress } from './progress';
import type { WatchedTerminal } from './progress';
import type { Terminal } from './terminal';
import { progressIn } from './testing-terminal';

const ERASED = '\r\u001B[K';

/** A terminal of which a person sees everything, and a clock that stands still. */
class Seen {
  screen = '';
  millis = 1000;
  readonly terminal: Terminal;

  constructor(parts: Partial<Terminal> = {}) {
    this.terminal = {
      out: (text) => void (this.screen += text),
      err: (text) => void (this.screen += text),
      env: {},
      stdin: async function* () {},
      isTerminal: true,
      errIsTerminal: true,
      ...parts,
    };
  }

  during(work: (watched: WatchedTerminal) => void, language: 'en' | 'zh' = 'en'): Promise<void> {
    return withProgress(
      this.terminal,
      language,
      async (watched) => work(watched),
      () => this.millis,
    );
  }
}

const words = (text: string) => () => ({ en: text, zh: `正在${text}` });

test('what may take long is shown at once, in one line, and erased at the end', async () => {
  const seen = new Seen();

  await seen.during(({ progress }) => {
    progress(words('reading'), true);
    progress(words('comparing'), true);
  });

  expect(seen.screen).toBe(`\r\u001B[?7lreading\u001B[K\u001B[?7h\r\u001B[?7lcomparing\u001B[K\u001B[?7h${ERASED}`);
});

test('what is over soon is not shown, and its words are not asked for', async () => {
  const seen = new Seen();
  const what = jest.fn(words('reading'));

  await seen.during(({ progress }) => {
    progress(what);
    seen.millis += 299;
    progress(what);
  });

  expect(seen.screen).toBe('');
  expect(what).not.toHaveBeenCalled();
});

test('a count is shown when somebody begins to wonder, and then no more often than it can be read', async () => {
  const seen = new Seen();

  await seen.during(({ progress }) => {
    for (let file = 0; file < 100; file += 1) {
      progress(words(`${file} of 100`));
      seen.millis += 10;
    }
  });

  expect(progressIn(seen.screen).shown).toEqual(['30 of 100', '50 of 100', '70 of 100', '90 of 100']);
});

test('what is waited for is shown, too, and once', async () => {
  const seen = new Seen();

  const waiting = async ({ progress }: WatchedTerminal) => {
    progress(words('asking the server'));
    seen.millis += 300;
    await setTimeout(500);
  };
  await withProgress(seen.terminal, 'en', waiting, () => seen.millis);

  expect(progressIn(seen.screen)).toEqual({ shown: ['asking the server'], rest: ERASED });
});

test('results and errors stand alone', async () => {
  const seen = new Seen();

  await seen.during(({ progress, out, err }) => {
    progress(words('reading'), true);
    out('result\n');
    err('error\n');
    progress(words('comparing'), true);
    err('another\n');
  });

  expect(progressIn(seen.screen).rest).toBe(`${ERASED}result\nerror\n${ERASED}another\n`);
});

test('nothing is left when the work fails', async () => {
  const seen = new Seen();

  const failing = seen.during(({ progress }) => {
    progress(words('reading'), true);
    throw new RangeError('no');
  });

  await expect(failing).rejects.toThrow('no');
  expect(progressIn(seen.screen)).toEqual({ shown: ['reading'], rest: ERASED });
});

test('it is told in the language that is asked for', async () => {
  const seen = new Seen();

  await seen.during(({ progress }) => progress(words('读取'), true), 'zh');

  expect(progressIn(seen.screen).shown).toEqual(['正在读取']);
});

test('it follows the errors and not the results: a person sees it though these go to a file', async () => {
  const seen = new Seen({ isTerminal: false });

  await seen.during(({ progress }) => progress(words('reading'), true));

  expect(progressIn(seen.screen).shown).toEqual(['reading']);
});

test.each([
  ['the errors go to a file', { errIsTerminal: false }],
  ['the terminal knows no codes', { env: { TERM: 'dumb' } }],
])('nothing is written where %s', async (_, parts) => {
  const seen = new Seen(parts);

  await seen.during(({ progress, out }) => {
    progress(words('reading'), true);
    out('result\n');
  });

  expect(seen.screen).toBe('result\n');
});

test('a name that would act on the terminal is shown with its codes', async () => {
  const seen = new Seen();

  await seen.during(({ progress }) => progress(words('reading a\u001B[2Jb\n'), true));

  expect(progressIn(seen.screen).shown).toEqual(['reading a\\u001b[2Jb']);
});
