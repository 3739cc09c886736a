/** One of the things that a command does one after the other. */
export interface Step {
  readonly title: string;
  /** Why it is not needed, or undefined if it is; asked when its turn comes. @default it is */
  readonly skip?: () => string | undefined;
  readonly do: () => Promise<void> | void;
  /** Takes back what it did, or began to do. @default there is nothing to take back */
  readonly undo?: () => Promise<void> | void;
}

/**
 * Does steps in their order. If one fails, it and those before it are undone, the last one first.
 *
 * @param progress shows a line
 * @throws what the step threw that failed
 */
export async function runSteps(steps: readonly Step[], progress: (line: string) => void): Promise<void> {
  const begun: Step[] = [];
  for (const step of steps) {
    const reason = step.skip?.();
    progress(reason === undefined ? step.title : `${step.title}: skipped, ${reason}`);
    if (reason !== undefined) continue;
    begun.push(step);
    try {
      await step.do();
    } catch (error) {
      await undoSteps(begun.toReversed(), progress);
      throw error;
    }
  }
}

async function undoSteps(steps: readonly Step[], progress: (line: string) => void): Promise<void> {
  for (const { title, undo } of steps) {
    try {
      await undo?.();
    } catch (error) {
      // The reason for the undoing matters more to the reader than that this failed as well.
      progress(`could not undo "${title}": ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
