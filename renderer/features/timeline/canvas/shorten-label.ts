/** Shortens a label to what a person reads at a glance, with an ellipsis. */
export function shortenLabel(text: string, measure: (text: string) => number, widest: number): string {
  const whole = measure(text);
  if (whole <= widest) return text;
  let fits = 1;
  let fails = text.length;
  let guess = Math.max(1, Math.min(fails - 1, Math.floor((text.length * widest) / whole)));
  while (fails - fits > 1) {
    if (measure(`${text.slice(0, guess)}…`) <= widest) fits = guess;
    else fails = guess;
    guess = Math.floor((fits + fails) / 2);
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}
