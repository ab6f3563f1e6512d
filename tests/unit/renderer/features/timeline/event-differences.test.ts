import { describe, expect, it } from 'vitest';
import { draftOf, wordsOf } from '../../../../../renderer/parts/event/event-draft.ts';
import { differingFields } from '../../../../../renderer/features/timeline/event-differences.ts';
import { readUndoKey } from '../../../../../renderer/ui/undo-keys.ts';
import type { CaseEvent } from '../../../../../shared/model/event.ts';
import { interpretMoment } from '../../../../../shared/time/index.ts';

const zone = 'Asia/Shanghai';
const event = {
  id: 'dinner',
  caseId: 'case',
  title: 'Dinner',
  description: '',
  lane: 'incident',
  standing: 'asserted',
  kind: 'memory-gap',
  location: 'hotel',
  happened: interpretMoment('14 May 2031 19:30', zone),
  recorded: null,
  learned: interpretMoment('19 May 2031', zone),
  clockId: null,
  allegations: ['a1'],
  tags: ['hotel'],
  parties: ['p1'],
  citations: [{ id: 'c1', exhibitId: 'e1', exhibitNumber: 'EX-0001', place: 'line=1', stance: 'supports', quote: 'one' }],
  enteredAt: 1,
  enteredBy: 'Inés Marlow',
  version: 1,
} as unknown as CaseEvent;

describe('two versions of an event', () => {
  it('differ in what they say, and not in what was counted or renumbered', () => {
    expect(
      differingFields(event, { ...event, version: 2, citations: event.citations.map((one) => ({ ...one, id: 'c2' as never })) }),
    ).toEqual([]);
    expect(differingFields(event, { ...event, title: 'Supper', tags: [], learned: null })).toEqual(['title', 'learned', 'tags']);
    expect(differingFields(event, { ...event, happened: interpretMoment('2031-05-14T19:30', zone) })).toEqual(['happened']);
  });
});

describe('an event as a draft', () => {
  it('leaves nothing out that saving it again would lose', () => {
    expect(draftOf(event)).toMatchObject({
      when: '14 May 2031 19:30',
      zone,
      kind: 'memory-gap',
      recorded: null,
      learned: { when: '19 May 2031', zone },
      tags: ['hotel'],
      allegations: ['a1'],
      parties: ['p1'],
      citations: [{ exhibitId: 'e1', place: 'line=1', stance: 'supports', quote: 'one' }],
    });
  });

  it('is written in the words of the moment, or in its normal form where a field could not take them', () => {
    expect(wordsOf({ phrase: 'Friday night', edtf: '2031-05-16' })).toBe('Friday night');
    for (const phrase of ['', ' padded ', 'x'.repeat(201)]) expect(wordsOf({ phrase, edtf: '2031-05-16' })).toBe('2031-05-16');
  });

  it('of an event that a clock stamped says what the clock showed', () => {
    const recorded = interpretMoment('2031-05-14T23:41:07', zone);
    expect(draftOf({ ...event, clockId: 'clock' as never, recorded })).toMatchObject({
      when: '2031-05-14T23:41:07',
      clockId: 'clock',
      recorded: null,
    });
  });
});

describe('the keys that take back', () => {
  const key = (letter: string, more: Partial<Parameters<typeof readUndoKey>[0]> = {}) =>
    readUndoKey({ key: letter, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, ...more });

  it('are Ctrl Z, and Ctrl Shift Z or Ctrl Y to do again, and no others', () => {
    expect([key('z'), key('Z', { shiftKey: true }), key('y'), key('z', { ctrlKey: false, metaKey: true })]).toEqual([
      'undo',
      'redo',
      'redo',
      'undo',
    ]);
    expect([key('z', { ctrlKey: false }), key('z', { altKey: true }), key('Y', { shiftKey: true }), key('x')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
