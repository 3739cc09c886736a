import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';

export interface StackProps {
  readonly environment: Environment;

  /** The file that defines the stack: what to open for a change of what runs and who talks to whom. */
  readonly source: string;
}

/** Workloads that belong together. Their names begin with its id. */
export abstract class Stack extends Construct {
  readonly environment: Environment;
  readonly source: string;

  constructor(scope: Construct, id: string, { environment, source }: StackProps) {
    super(scope, id);
    this.environment = environment;
    this.source = source;
  }

  /** Id of the stack, and first part of the names of its workloads. */
  get id(): string {
    return this.node.id;
  }

  /**
   * Returns the id of a workload to be, if it is free. Asked here, as constructs' own message names no remedy.
   *
   * @throws RangeError if there is a workload of that id already
   */
  freeId(id: string): string {
    if (this.node.tryFindChild(id) !== undefined) {
      throw new RangeError(
        `there are 2 workloads "${this.id}-${id}"; a name may stand once, rename one in ${this.source}`,
      );
    }
    return id;
  }
}
