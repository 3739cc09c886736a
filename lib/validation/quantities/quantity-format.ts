const UNITS = [
  ['Gi', 2 ** 30],
  ['Mi', 2 ** 20],
  ['Ki', 2 ** 10],
] as const;

/** Returns thousandths of a CPU as people write CPUs, exactly and without an ending zero: `8`, `0.35`, `6.05`. */
export function formatCpu(millis: number): string {
  const magnitude = Math.abs(millis);
  const fraction = String(magnitude % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${millis < 0 ? '-' : ''}${Math.floor(magnitude / 1000)}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * Returns bytes in the largest binary unit that shows them exactly with at most two decimals: `22Gi`, `25.25Gi`, `512Mi`.
 *
 * Never rounded, so that two different numbers never print alike and a message cannot say that 22Gi exceeds 22Gi;
 * a number without such a unit is written out, as in `32212254721 bytes`.
 */
export function formatMemory(bytes: number): string {
  if (bytes === 0) return '0';
  const magnitude = Math.abs(bytes);
  for (const [unit, size] of UNITS) {
    // In a power of two, two decimals hold exactly the quarters.
    const quarters = (magnitude % size) / (size / 4);
    if (magnitude >= size && Number.isInteger(quarters)) {
      return `${bytes < 0 ? '-' : ''}${Math.floor(magnitude / size)}${['', '.25', '.5', '.75'][quarters]}${unit}`;
    }
  }
  return `${bytes} ${magnitude === 1 ? 'byte' : 'bytes'}`;
}
