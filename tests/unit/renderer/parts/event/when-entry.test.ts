import { describe, expect, it } from 'vitest';
import { draftOfWhen, newWhen, readWhen, type WhenEntry, type WhenGround } from '../../../../../renderer/parts/event/when-entry.ts';
import type { ExhibitDate } from '../../../../../shared/contract/exhibit.ts';
import type { CaseEvent } from '../../../../../shared/model/event.ts';
import type { ExhibitId } from '../../../../../shared/model/identifier.ts';
import { interpretMoment } from '../../../../../shared/time/index.ts';
import { basisOf } from '../../../../support/basis.ts';

const zone = 'Asia/Shanghai';
const datedOn = (id: string, date: string): ExhibitDate => ({
  exhibitId: id as ExhibitId,
  number: `EX-000${id}`,
  title: 'Memo',
  moment: interpretMoment(date, zone),
  by: 'stated',
});
const dated = [datedOn('2', '2031-05-19'), datedOn('3', '2031-06-01')];
const ground: WhenGround = { language: 'en', caseZone: zone, dated, cited: ['1', '2', '3'] as ExhibitId[] };
const typed = (text: string, more: Partial<WhenEntry> = {}): WhenEntry => ({ ...newWhen(zone), text, ...more });

describe('a moment as it is typed', () => {
  it('is nothing while nothing is typed, and says why it cannot be read', () => {
    expect(readWhen(typed('  '), ground)).toEqual({ moment: null, failure: null, alternatives: [], isRelative: false });
    const read = readWhen(typed('31 April 2031'), ground);
    expect(read).toMatchObject({ moment: null, failure: { values: { reason: 'noSuchDate' } }, alternatives: [] });
  });

  it('asks with every reading, and takes the chosen one with the words that were typed', () => {
    const asked = readWhen(typed('5/6/2031'), ground);
    expect(asked.moment).toBeNull();
    expect(asked.alternatives.map(({ edtf }) => edtf)).toEqual(['2031-06-05', '2031-05-06']);
    const chosen = typed('5/6/2031', { reading: '2031-05-06' });
    expect(readWhen(chosen, ground)).toMatchObject({ moment: { edtf: '2031-05-06', phrase: '5/6/2031' }, failure: null, alternatives: [] });
    expect(draftOfWhen(chosen, ground)).toEqual({ when: '2031-05-06', phrase: '5/6/2031', zone });
  });

  it.each(['three days later', '三天后'])('“%s” is counted from the first cited exhibit that has a date', (text) => {
    const read = readWhen(typed(text), ground);
    expect(read).toMatchObject({ isRelative: true, failure: null });
    expect(read.moment?.edtf).toContain('2031-05-22');
    expect(basisOf(read.moment)).toContain('EX-0002');
    expect(draftOfWhen(typed(text), ground)).toMatchObject({ when: text, relativeTo: { exhibitId: '2' } });
  });

  it('is counted from what was chosen instead, and asks when there is nothing to count from', () => {
    const event = { id: 'dinner', title: 'Dinner', happened: interpretMoment('2031-05-14', zone) } as unknown as CaseEvent;
    const chosen = typed('three days later', { from: { event } });
    expect(readWhen(chosen, ground).moment?.edtf).toContain('2031-05-17');
    expect(draftOfWhen(chosen, ground).relativeTo).toEqual({ eventId: 'dinner' });
    const bare = readWhen(typed('three days later'), { ...ground, cited: [] });
    expect(bare).toMatchObject({ moment: null, isRelative: true, failure: { values: { reason: 'referenceMissing' } } });
  });

  it('offers years for a day without one, and does not count from anything what stands by itself', () => {
    const bare = readWhen(typed('14 May'), { ...ground, cited: [] });
    expect(bare.moment).toBeNull();
    expect(bare.alternatives.length).toBeGreaterThanOrEqual(2);
    expect(bare.alternatives.every(({ edtf }) => /^\d{4}-05-14$/.test(edtf))).toBe(true);
    expect(readWhen(typed('14 May'), ground).moment?.edtf).toBe('2031-05-14');
    expect(draftOfWhen(typed('14 May 2031'), ground)).toEqual({ when: '14 May 2031', phrase: '', zone });
  });

  it('left untouched is the moment it was, also where its words would be read otherwise now', () => {
    const reference = { earliest: Date.UTC(2031, 0, 1), latest: Date.UTC(2031, 0, 2), zone, name: 'Letter' };
    const known = interpretMoment('three days later', zone, 'en', reference);
    const entry = newWhen(zone, known);
    expect(entry.text).toBe('three days later');
    expect(readWhen(entry, { ...ground, known }).moment).toBe(known);
    expect(draftOfWhen(entry, { ...ground, known })).toEqual({ when: 'three days later', phrase: '', zone });
    const moved = readWhen({ ...entry, from: { exhibitId: '3' as ExhibitId } }, { ...ground, known });
    expect(moved.moment?.edtf).toContain('2031-06-04');
  });
});
