import { describe, expect, it } from 'vitest';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import {
  clockZone,
  correctRecorded,
  describeKnownClock,
  describeOffsetThen,
  openClock,
  readShown,
  stampMoments,
} from '../../../../shared/time/index.ts';
import { wallAt } from '../../../../shared/time/zone.ts';
import { FailureError } from '../../../../shared/result.ts';
import { type Chance, chanceFrom } from '../../../support/random.ts';
import { basisOf } from '../../../support/basis.ts';

const SECOND = 1000;
const DAY = 86_400_000;
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/Berlin', '+05:45'];

type Reading = SourceClock['readings'][number];

function clockWith(fields: Partial<SourceClock>): SourceClock {
  return {
    id: crypto.randomUUID() as SourceClock['id'],
    caseId: crypto.randomUUID() as SourceClock['caseId'],
    name: 'Corridor recorder',
    kind: 'recorder',
    make: '',
    model: '',
    serial: '',
    zone: 'Asia/Shanghai',
    daylightSaving: 'on',
    networkTime: 'unknown',
    storesUtc: 'unknown',
    changed: '',
    changedAt: null,
    driftAllowance: 0,
    limit: null,
    limitReason: '',
    note: '',
    readings: [],
    enteredAt: 0,
    enteredBy: 'Inés Marlow',
    version: 1,
    ...fields,
  };
}

function readingOf(shown: string, referenceAt: number, uncertainty: number): Reading {
  return {
    id: crypto.randomUUID() as Reading['id'],
    shown,
    shownAt: 0,
    resolution: SECOND,
    reference: new Date(referenceAt).toISOString(),
    referenceAt,
    referenceName: 'NTP',
    uncertainty,
    anchor: null,
    exhibitId: null,
    place: '',
    note: '',
    withdrawn: false,
    enteredAt: 0,
    enteredBy: 'Inés Marlow',
  };
}

/** A clock that really runs so, set in a zone, with or without daylight-saving time, and what its face shows at a true instant. */
interface RealClock {
  readonly zone: string;
  readonly daylightSaving: 'on' | 'off';
  readonly offset: number;
  readonly rate: number;
}

const ORIGIN = Date.parse('2031-01-01T00:00Z');

function faceAt({ zone, daylightSaving, offset, rate }: RealClock, at: number): string {
  const nominal = Math.round(at + offset + rate * (at - ORIGIN));
  const year = new Date(wallAt(nominal, zone)).getUTCFullYear();
  const wall = wallAt(nominal, clockZone(zone, daylightSaving, year));
  return new Date(Math.floor(wall / SECOND) * SECOND).toISOString().slice(0, 19);
}

function randomClock(chance: Chance): RealClock {
  return {
    zone: chance.pick(ZONES),
    daylightSaving: chance.pick(['on', 'off']),
    offset: chance.whole(-40 * 3600, 40 * 3600) * SECOND + chance.whole(0, 999),
    rate: chance.pick([0, 0, 1e-5, -2e-5]),
  };
}

/** Undefined where the clock showed this figure twice, or a reading cannot be taken then: the vault asks, and takes none. */
function withReadings(chance: Chance, real: RealClock, known: Partial<SourceClock>): SourceClock | undefined {
  const count = real.rate === 0 ? chance.whole(1, 3) : chance.whole(2, 3);
  const readings = Array.from({ length: count }, (_, index) => {
    // A reading lies a week or more from the next, so that they tell a rate; the reference is off by up to half a second.
    const at = ORIGIN + (10 + index * 60 + chance.whole(0, 30)) * DAY + chance.whole(0, 86_399) * SECOND;
    return readingOf(faceAt(real, at), at + chance.whole(-500, 500), 1500);
  });
  const clock = clockWith({ zone: real.zone, daylightSaving: real.daylightSaving, readings, ...known });
  try {
    openClock(clock, 'UTC');
    return clock;
  } catch (problem) {
    if (problem instanceof FailureError) return undefined;
    throw problem;
  }
}

describe('what a source clock stamped', () => {
  it('has true bounds that hold when it really happened, for random clocks, zones and settings, known or not', () => {
    let looked = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const chance = chanceFrom(seed);
      const real = randomClock(chance);
      const known = chance.next() < 0.4 ? ({ daylightSaving: 'unknown' } as const) : {};
      const clock = withReadings(chance, real, known);
      if (!clock) continue;
      const opened = openClock(clock, 'UTC');
      for (let turn = 0; turn < 12; turn += 1) {
        const at = ORIGIN + chance.whole(0, 330) * DAY + chance.whole(0, 86_399_999);
        const shown = faceAt(real, at);
        const { happened } = stampMoments(opened, shown, 'en');
        if (happened.earliest !== null && happened.latest !== null) looked += 1;
        const where = `seed ${seed} ${real.zone} ${clock.daylightSaving} showed ${shown} at ${new Date(at).toISOString()}`;
        expect(happened.earliest ?? at, where).toBeLessThanOrEqual(at);
        expect(happened.latest ?? at + 1, where).toBeGreaterThan(at);
      }
    }
    expect(looked).toBeGreaterThan(3000);
  });

  it('is corrected to the very same moment again, and back after any other clock was thought of', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const chance = chanceFrom(seed);
      const real = randomClock(chance);
      const [clock, other] = [withReadings(chance, real, {}), withReadings(chance, randomClock(chance), {})];
      if (!clock || !other) continue;
      const opened = openClock(clock, 'UTC');
      const { recorded, happened } = stampMoments(opened, faceAt(real, ORIGIN + chance.whole(0, 300) * DAY), 'en');
      expect(correctRecorded(opened, recorded, 'en')).toEqual(happened);
      if (clock.daylightSaving === 'on') expect(correctRecorded(opened, recorded, 'en', true)).toEqual(happened);
      correctRecorded(openClock({ ...other, zone: clock.zone, daylightSaving: 'off' }, 'UTC'), recorded, 'en');
      expect(correctRecorded(openClock(clock, 'UTC'), recorded, 'en')).toEqual(happened);
    }
  });

  it('has wider bounds, never other ones, by a less certain reading', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const chance = chanceFrom(seed);
      const clock = withReadings(chance, { ...randomClock(chance), rate: 0 }, {});
      if (!clock) continue;
      const rougher = { ...clock, readings: clock.readings.map((one) => ({ ...one, uncertainty: one.uncertainty + 5000 })) };
      const shown = '2031-07-14T12:00:00';
      const [near, far] = [clock, rougher].map((one) => stampMoments(openClock(one, 'UTC'), shown, 'en').happened);
      expect(far?.earliest).toBeLessThanOrEqual(near?.earliest ?? 0);
      expect(far?.latest).toBeGreaterThanOrEqual(near?.latest ?? 0);
    }
  });

  it('keeps the zone and the offset that a text names itself', () => {
    const opened = openClock(clockWith({ readings: [readingOf('2031-08-03T14:00:05', Date.parse('2031-08-03T06:00:00Z'), 1000)] }), 'UTC');
    const { recorded, happened } = stampMoments(opened, '2031-08-03T06:00:05Z', 'en');
    expect(recorded).toMatchObject({ zone: 'UTC', earliest: Date.parse('2031-08-03T06:00:05Z') });
    expect(happened.earliest).toBe(Date.parse('2031-08-03T05:59:59Z'));
    expect(correctRecorded(opened, recorded, 'en')).toEqual(happened);
  });

  it('is refused where a clock that follows daylight-saving time skips it, and read where it does not', () => {
    const text = '2031-03-30T02:30:00';
    const berlin = { zone: 'Europe/Berlin' } as const;
    expect(() => readShown(text, { ...berlin, daylightSaving: 'on' }, 'en')).toThrow(/straight/);
    const standard = readShown(text, { ...berlin, daylightSaving: 'off' }, 'en');
    expect(standard.earliest).toBe(Date.parse('2031-03-30T01:30:00Z'));
    expect(readShown(text, { ...berlin, daylightSaving: 'unknown' }, 'en')).toMatchObject({
      earliest: standard.earliest,
      latest: standard.latest,
    });
  });

  it('keeps in the basis which side of a change of the clock’s setting it rests on', () => {
    const changedAt = Date.parse('2031-06-01T00:00Z');
    const clock = clockWith({
      changed: '2031-06-01 08:00',
      changedAt,
      readings: [
        readingOf('2031-05-03T14:07:12', Date.parse('2031-05-03T06:00:00Z'), 2000),
        readingOf('2031-08-03T14:00:03', Date.parse('2031-08-03T06:00:00Z'), 2000),
      ],
    });
    const opened = openClock(clock, 'UTC');
    const basis = (text: string): string => basisOf(stampMoments(opened, text, 'en').happened);
    expect(basis('2031-05-14T23:34:07')).toMatch(/Corridor recorder: Before it was set on 1 Jun 2031, 08:00: 7 min 12 s fast/);
    expect(basis('2031-07-14T23:34:07')).toMatch(/Corridor recorder: Since it was set on 1 Jun 2031, 08:00: 3 s fast/);
    expect(basis('2031-06-01T08:03:00')).toMatch(/Before .* Since .* before or after the clock was set/);
    expect(basisOf(stampMoments(opened, '2031-07-14T23:34:07', 'zh-CN').happened, 'zh-CN')).toContain('Corridor recorder：');
  });

  it('says how far off it was then in words, also where it is not known', () => {
    const unknown = openClock(clockWith({ zone: null }), 'Asia/Shanghai');
    const { recorded, happened } = stampMoments(unknown, '2031-05-14 23:34:07', 'en');
    expect(describeOffsetThen(unknown, recorded, 'en')).toBe('offset unknown');
    expect(describeKnownClock(unknown, 'en').at(-1)).toContain('Asia/Shanghai, is assumed');
    expect(happened).toMatchObject({ earliest: null, latest: null, edtf: '', precision: 'interval' });
    const right = openClock(clockWith({ readings: [readingOf('2031-08-03T14:07:12', Date.parse('2031-08-03T06:00:00Z'), 2000)] }), 'UTC');
    expect(describeOffsetThen(right, recorded, 'zh-CN')).toBe('快7分12秒（±2秒）');
  });
});
