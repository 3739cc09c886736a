/** What runtimes put in front of what they have to say. */
const PREFACES: readonly RegExp[] = [
  /^.*unable to start container process: /s,
  /^.*OCI runtime create failed: /s,
  /^.*failed to resolve (?:reference|image) "[^"]*": /s,
  /^.*rpc error: code = \w+ desc = /s,
];
/** How much of it stands in a sentence; the evidence has all. */
const MOST_CHARACTERS = 300;

/** How much of a message is looked through. */
export const MOST_READ = 4000;

/** Returns what a runtime says at last, without the stages that the message went through. */
export function lastWords(said: string): string {
  // What it comes to stands at the end.
  const end = said.slice(-MOST_READ);
  const preface = PREFACES.find((one) => one.test(end));
  const words = preface === undefined ? end : end.replace(preface, '');
  return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words;
}
