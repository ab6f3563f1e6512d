import type { Form } from './form.ts';
import { FormError } from './form-error.ts';
import type { Objects } from './objects.ts';
import { isArray, isDictionary, isName, isReference, isText, type Value } from './values.ts';

/**
 * Nothing stands in the file that nothing leads to. Form 1 kept what its composer had replaced: the names of places that
 * links led to, words about the file, and the catalog's list of names once more.
 */
export function checkLeftOver(objects: Objects, form: Form, names: Value | undefined): void {
  let repeated = 0;
  for (const number of objects.frame.order) {
    if (objects.isTaken(number)) continue;
    if (form === 2) throw new FormError('unreached', number);
    const { value, stream } = objects.take({ kind: 'reference', to: number }, 'unreached');
    if (stream || !isSpent(value)) repeated += stream || !isSame(value, names) ? 2 : 1;
    if (repeated > 1) throw new FormError('unreached', number);
  }
}

function isSpent(value: Value): boolean {
  return isText(value) || (isDictionary(value) && value.size === 2 && isName(value.get('S'), 'GoTo') && isText(value.get('D')));
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (isText(one)) return isText(other) && one.bytes.equals(other.bytes);
  if (isReference(one)) return isReference(other) && one.to === other.to;
  if (isArray(one)) return isArray(other) && one.length === other.length && one.every((part, index) => isSame(part, other[index]));
  if (!isDictionary(one)) return false;
  return isDictionary(other) && one.size === other.size && [...one].every(([key, part]) => isSame(part, other.get(key)));
}
