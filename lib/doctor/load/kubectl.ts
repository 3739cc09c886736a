import { isJson } from '../../manifests/json-values';
import { objectsInText } from '../../manifests/objects-in-text';
import type { JsonObject } from '../../validation/manifest';
import { failureOf, failureToStart } from './kubectl-failure';
import type { KubectlFailure } from './kubectl-failure';
import type { RunKubectl } from './run-kubectl';

/** Which cluster is asked. */
export interface KubectlAccess {
  /** @default the one of kubectl: KUBECONFIG, or ~/.kube/config */
  readonly kubeconfig?: string;
  /** @default the current one of the kubeconfig */
  readonly context?: string;
}

/** An answer, or why there is none. */
export type Answer<T> =
  | { readonly value: T; readonly failure?: undefined }
  | { readonly value?: undefined; readonly failure: KubectlFailure };

/** An API server ends requests after a minute itself; one that takes this long is of no use to a person. */
const REQUEST_SECONDS = 20;

const TIMEOUT_MILLIS = 90_000;

/** 10,000 Pods are some 100 MiB. */
const MAX_OUTPUT_BYTES = 256 * 2 ** 20;

const NOT_AN_ANSWER: KubectlFailure = {
  kind: 'not-an-answer',
  message: 'what came back is not JSON of Kubernetes',
};

/** Asks a cluster through kubectl. It only reads. */
export class Kubectl {
  private readonly flags: readonly string[];

  constructor(
    private readonly run: RunKubectl,
    { kubeconfig, context }: KubectlAccess,
  ) {
    this.flags = [
      ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
      ...(context === undefined ? [] : ['--context', context]),
    ];
  }

  /**
   * Returns what kubectl prints.
   *
   * @param requestSeconds what the server has for the one request that it takes. @default many requests of 20 seconds
   */
  async text(args: readonly string[], requestSeconds?: number): Promise<Answer<string>> {
    try {
      const result = await this.run(
        [...this.flags, `--request-timeout=${requestSeconds ?? REQUEST_SECONDS}s`, ...args],
        {
          // It may try again, or wait for a plugin that fetches a token.
          timeoutMillis: requestSeconds === undefined ? TIMEOUT_MILLIS : (requestSeconds + 2) * 1000,
          maxOutputBytes: MAX_OUTPUT_BYTES,
        },
      );
      // Of what is forbidden kubectl prints an empty List, as if there were none: only its exit code tells.
      return result.status === 0 && result.ended === undefined
        ? { value: result.stdout }
        : { failure: failureOf(result) };
    } catch (error) {
      return { failure: failureToStart(error) };
    }
  }

  /** Returns the objects that kubectl prints as JSON. */
  async objects(args: readonly string[], requestSeconds?: number): Promise<Answer<readonly JsonObject[]>> {
    const { value, failure } = await this.text(args, requestSeconds);
    if (failure !== undefined) return { failure };
    // A proxy or a page to log in answers with something else, and kubectl prints it.
    if (!isJson(value)) return { failure: NOT_AN_ANSWER };
    const { objects, problems } = objectsInText(value);
    return problems.length === 0 ? { value: objects } : { failure: NOT_AN_ANSWER };
  }
}
