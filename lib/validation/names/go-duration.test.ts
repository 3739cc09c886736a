import { tryGoDurationSeconds } from './go-duration';

test.each([
  ['0', 0],
  ['-0', 0],
  ['1h30m', 5400],
  ['1h1h', 7200],
  ['1.5s', 1.5],
  ['.5m', 30],
  ['1.s', 1],
  ['+1s', 1],
  ['-1s', -1],
  ['500ms', 0.5],
  ['1us', 1e-6],
  ['1µs', 1e-6],
  ['1μs', 1e-6],
  ['1ns', 1e-9],
])('%j is %d seconds', (text, seconds) => {
  expect(tryGoDurationSeconds(text)).toBeCloseTo(seconds, 12);
});

test.each(['', '1', '-', 'h', '.h', '1d', '1 h', ' 1h', '1h ', '1h-1m', '1H', '--1h', '3000000h', '1h\n'])(
  '%j is no duration',
  (text) => {
    expect(tryGoDurationSeconds(text)).toBeUndefined();
  },
);
