import { ReadingProgress } from './reading-progress';

/** Returns a reading of so many files, and what it tells, with a mark for what must not be skipped. */
function aReading(files: number) {
  const told: string[] = [];
  const reading = new ReadingProgress(
    (what, mayTakeLong) => told.push(`${mayTakeLong ? '! ' : ''}${what().en}`),
    'dist',
    files,
  );
  return { reading, told };
}

test('of a folder it tells how many files are read', () => {
  const { reading, told } = aReading(1200);

  reading.next('dist/a.yaml');
  reading.next('dist/b.yaml');

  expect(told).toEqual(['! reading 0 of 1,200 files in dist', 'reading 1 of 1,200 files in dist']);
});

test('few files may be skipped, and a single one is told by its name', () => {
  const [few, single] = [aReading(2), aReading(1)];

  few.reading.next('dist/a.yaml');
  single.reading.next('dist/a.yaml');

  expect([...few.told, ...single.told]).toEqual(['reading 0 of 2 files in dist', 'reading dist/a.yaml']);
});

test('of a large file it tells the size, and how many documents are read', () => {
  const { reading, told } = aReading(1);

  const large = reading.content('all.yaml', 7 * 2 ** 20);
  large(0, 1);
  large(5, 1200);
  reading.content('small.yaml', 1000)(5, 1200);

  expect(told).toEqual(['! reading 7 MiB in all.yaml', 'reading 5 of 1,200 documents in all.yaml']);
});
