/** The line of a generated file that tells which files to edit instead, as lib/app/file-header.ts writes it. */
const EDIT = /^# Generated; .*\. Edit (.+)\.$/;

/** Returns the files that the comment at the head of a generated file names as those to edit; none in other files. */
export function sourcesInHeader(text: string): readonly string[] {
  for (const line of text.split('\n', 10)) {
    if (!line.startsWith('#')) return [];
    const [, sources] = EDIT.exec(line.trimEnd()) ?? [];
    if (sources !== undefined) return sources.split(' or ');
  }
  return [];
}
