import { describe, expect, test } from 'vitest';
import { judgeGate } from '../../../../electron/core/domain/release/gate.ts';
import { sayCaseFile } from '../../../../electron/core/print/sentences.ts';
import { languages } from '../../../../shared/model/language.ts';
import { type Findings, findingsStatus } from '../../../../shared/model/exhibit.ts';
import { describeFindings, type FindingsKind } from '../../../../shared/words/findings-count.ts';

const findings = (status: Findings['status'], noted = false) =>
  ({ status, notes: noted ? [{ code: 'message-html' }] : [] }) satisfies Findings;

/** Each state an exhibit can be in, and the one thing that may be said of it. */
const table: readonly (readonly [fact: string, findings: Findings, said: FindingsKind])[] = [
  ['read from end to end', findings('read'), 'read'],
  ['read, its text cut short', findings('read', true), 'noted'],
  ['read, with pages that carry no text', findings('read', true), 'noted'],
  ['read, its name and its content of two kinds', findings('read', true), 'noted'],
  ['empty', findings('minimal', true), 'minimal'],
  ['too large to be read', findings('minimal', true), 'minimal'],
  ['of a format without a reader', findings('minimal', true), 'minimal'],
  ['a film', findings('minimal', true), 'minimal'],
  ['encrypted', findings('unreadable', true), 'unreadable'],
  ['damaged', findings('unreadable', true), 'unreadable'],
  ['stopped at a limit', findings('unreadable', true), 'unreadable'],
  ['imported and not yet read', findings('pending'), 'pending'],
];

const sentence = {
  en: {
    read: /without a remark: (\d+) of/,
    noted: /^Read with a remark that the schedule states, (\d+):/m,
    minimal: /Only described from outside[^:]*, (\d+):/,
    unreadable: /could not be read, (\d+):/,
    pending: /Not read yet, (\d+):/,
  },
  'zh-CN': {
    read: /无附注的证据：\d+ 件中的 (\d+) 件/,
    noted: /读过但有附注（见证据清单），(\d+) 件/,
    minimal: /仅记录类型、大小等外部事实，(\d+) 件/,
    unreadable: /内容无法读取，(\d+) 件/,
    pending: /尚未读取，(\d+) 件/,
  },
} as const;

describe.each(languages)('what is said of the exhibits together (%s)', (language) => {
  const say = sayCaseFile(language);
  const exhibits = table.map(([, one], index) => ({ number: `EX-${String(index + 1).padStart(4, '0')}`, findings: one }));
  const said = (of: readonly (typeof exhibits)[number][]) =>
    describeFindings(of, say, (numbers) => numbers.join('+'))
      .replaceAll('. ', '.\n')
      .replaceAll('。 ', '。\n');

  test.each(table)('%s is counted as nothing better', (_, one, kind) => {
    const text = said([
      { number: 'EX-0001', findings: findings('read') },
      { number: 'EX-0002', findings: one },
    ]);
    const counts = Object.fromEntries(Object.entries(sentence[language]).map(([name, form]) => [name, Number(form.exec(text)?.[1] ?? 0)]));
    // The first exhibit is read: alone with another one that is read there is a shorter sentence.
    if (kind === 'read') expect(text).toBe(say('counted.all', { total: 2 }));
    else {
      expect(counts).toEqual({ read: 1, noted: 0, minimal: 0, unreadable: 0, pending: 0, [kind]: 1 });
      expect(text).toContain('EX-0002');
    }
  });

  test('the counts of one case give the number of its exhibits, and every one that is not simply read is named', () => {
    const text = said(exhibits);
    const counts = Object.values(sentence[language]).map((form) => Number(form.exec(text)?.[1] ?? 0));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(table.length);
    for (const [index, [, , kind]] of table.entries())
      expect(text.includes(`EX-${String(index + 1).padStart(4, '0')}`)).toBe(kind !== 'read');
  });

  test('none is not all', () => {
    expect(said([])).toBe(say('counted.none'));
    expect(said([{ number: 'EX-0001', findings: findings('pending') }])).not.toContain(say('counted.all', { total: 1 }));
  });

  test('the gate passes only where each was read without a remark', () => {
    for (const [, one, kind] of table) {
      const { checks } = judgeGate(
        { custody: { entries: 1, problems: [] }, hashes: [], drawn: null, exhibits: [{ number: 'EX-0001', findings: one }], events: [] },
        say,
      );
      expect(checks.find((check) => check.name === 'exhibits-readable')?.outcome).toBe(kind === 'read' ? 'passed' : 'warning');
    }
  });
});

test('the table knows every status of the model', () => {
  expect(new Set(table.map(([, one]) => one.status))).toEqual(new Set(findingsStatus.options));
});
