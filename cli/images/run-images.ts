import { imageList } from '../../lib/delivery/images/image-list';
import { imageListJson, imageListText } from '../../lib/delivery/images/image-list-text';
import type { ListedImage } from '../../lib/delivery/images/listed-image';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import { imageCatalog } from '../../lib/platform/image-catalog';
import { builtEnvironment, builtEnvironments } from '../built-environment';
import type { BuiltEnvironment } from '../built-environment';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { images } from '../images';
import { outputOf, requireOwnOptions } from '../subcommand';
import type { Terminal } from '../terminal';
import { unknownName } from '../usage-error';
import { runPush } from './run-push';

const LIST = { words: 'images', options: ['environment', 'output'] };
const PUSH = {
  words: 'images push',
  options: ['environment', 'from', 'dry-run', 'username', 'password-from-stdin'],
};

/** Does the work of `znyw images`. */
export async function runImages(input: CommandInput, terminal: Terminal, run?: RunProgram): Promise<ExitCode> {
  const [word, ...words] = input.words;
  const known = Object.keys(images.options);
  if (word === 'push') {
    requireOwnOptions(input, PUSH, known);
    return runPush(input, words, terminal, (name) => listed([builtEnvironment(name)]), run);
  }
  if (word !== undefined) throw unknownName('word', word, ['push']);
  requireOwnOptions(input, LIST, known);
  const output = outputOf(input);
  const name = input.tryValue('environment');
  const list = listed(name === undefined ? builtEnvironments() : [builtEnvironment(name)]);
  terminal.out(output === 'json' ? imageListJson(list) : imageListText(list));
  return exitCode.fine;
}

function listed(environments: readonly BuiltEnvironment[]): readonly ListedImage[] {
  return imageList(
    environments.map(({ environment, manifests }) => ({ environment: environment.name, manifests })),
    imageCatalog,
  );
}
