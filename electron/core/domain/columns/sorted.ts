/** The first index in [from, to) whose value is not less than `value`; by default of them all. */
export function lowerBound(values: Float64Array, value: number, from = 0, to = values.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index in [from, to) whose value is greater than `value`. */
export function upperBound(values: Float64Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As lowerBound or, with `past`, as upperBound, for values that are known not to lie before `from`: neighbours are near. */
export function gallop(values: Float64Array, value: number, from: number, size: number, past: boolean): number {
  let step = 1;
  let low = from;
  while (low + step <= size && (past ? (values[low + step - 1] as number) <= value : (values[low + step - 1] as number) < value)) {
    low += step;
    step *= 2;
  }
  const high = Math.min(size, low + step);
  return past ? upperBound(values, value, low, high) : lowerBound(values, value, low, high);
}
