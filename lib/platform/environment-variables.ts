/**
 * One key of a Secret that is made outside this program (`kubectl`, or whoever keeps the passwords).
 *
 * The YAML holds this reference and never a value: SVN keeps every version for ever and is no vault.
 */
export interface SecretKey {
  /** Name of the Secret, in the namespace of the environment. */
  readonly secret: string;

  /** Key within the Secret. */
  readonly key: string;
}

/** A field of the Pod itself, known when it starts: `status.podIP`, for example. */
export interface PodField {
  readonly field: string;
}

/** What an environment variable of a container holds. */
export type EnvironmentValue = string | SecretKey | PodField;

/**
 * Environment variables of a container by name, in the order in which they are written: `$(NAME)` in a value or an
 * argument stands for a variable above it.
 */
export type EnvironmentVariables = Readonly<Record<string, EnvironmentValue>>;
