/** Runs every step, whatever one of them throws, and then throws what was thrown first. For closing: the last step lets go. */
export function toTheEnd(...steps: readonly (() => void)[]): void {
  const thrown: unknown[] = [];
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      thrown.push(error);
    }
  }
  if (thrown.length > 0) throw thrown[0];
}
