// `npm run synth`, and what `npx cdk8s synth` runs: main.ts, compiled where it has changed, after its types are right.
const { typeProblems } = require('./checked-types');
const { compiledProgram } = require('./compiled-program');
const { runProgram } = require('./run-program');
const { ROOT } = require('./source-key');

// Where nobody says where to, the output folder of this program is meant, wherever it is started.
if (!process.env['CDK8S_OUTDIR']) process.chdir(ROOT);

const checked = typeProblems();
const { program, problem = '' } = compiledProgram('main.ts');
void checked.then((problems) => {
  if (program !== undefined && problems === '') return runProgram(program, process.argv.slice(2));
  // Of what is no TypeScript at all, the type checker has more to say than the compiler.
  process.stderr.write(`${problems || problem}nothing was written\n`);
  process.exitCode = 1;
});
