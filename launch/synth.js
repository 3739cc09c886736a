// `npm run synth`, and what `npx cdk8s synth` runs: main.ts, compiled where it has changed, after its types are right.
const { compiledProgram } = require('./compiled-program');
const { typeProblems } = require('./checked-types');
const { runProgram } = require('./run-program');

const checked = typeProblems();
const program = compiledProgram('main.ts');
void checked.then((problems) => {
  if (problems === '') return runProgram(program, process.argv.slice(2));
  process.stderr.write(`${problems}nothing was written\n`);
  process.exitCode = 1;
});
