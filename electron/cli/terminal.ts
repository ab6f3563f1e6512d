import process from 'node:process';

/**
 * What moves the cursor of a terminal, speaks to it, or turns the direction of writing: control characters of both sets, the
 * separators of lines and paragraphs, and the marks of direction. A name in foreign evidence may hold any of them.
 */
const commands = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/** A value on one line. */
export function line(value: string | number | null): string {
  return value === null ? '' : String(value).replace(commands, ' ');
}

/** The one door for what people read on standard output; the lines are ours, what stands in them is not. */
export function print(text: string): void {
  process.stdout.write(`${clean(text)}\n`);
}

/** One line on standard error: a name out of a foreign file must not break it. */
export function tell(sentence: string): void {
  process.stderr.write(`${line(sentence)}\n`);
}

/** The one door for programs. The same value in every terminal: what would be a command to it is written as its number. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonText(value)}\n`);
}

export function jsonText(value: unknown): string {
  return clean(JSON.stringify(value, null, 2), (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function clean(text: string, instead: (one: string) => string = () => ' '): string {
  return text.replace(commands, (one) => (one === '\n' ? one : instead(one)));
}
