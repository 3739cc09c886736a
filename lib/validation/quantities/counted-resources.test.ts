import { countedResources } from './counted-resources';

test('CPU is reported before memory, each in its own words', () => {
  const written = countedResources.map(({ name, tryParse, format, describe: describeAmount }) => [
    name,
    format(tryParse('1500M') ?? 0),
    describeAmount(tryParse('1.5Gi') ?? 0),
  ]);

  expect(written).toEqual([
    ['cpu', '1500000000', '1610612736 CPU'],
    ['memory', '1464843.75Ki', '1.5Gi of memory'],
  ]);
});
