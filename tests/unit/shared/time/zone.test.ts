import { describe, expect, it } from 'vitest';
import { formatMoment, formatOffset, interpretMoment, isZone, offsetAt } from '../../../../shared/time/index.ts';
import { readWall } from '../../../../shared/time/zone.ts';
import { wallOf } from '../../../../shared/time/wall.ts';
import { basisOf } from '../../../support/basis.ts';

function hours(text: string, zone: string): number {
  const { earliest, latest } = interpretMoment(text, zone);
  return ((latest as number) - (earliest as number)) / 3_600_000;
}

function earliest(text: string, zone: string): string {
  return new Date(interpretMoment(text, zone).earliest as number).toISOString();
}

describe('local times in their zone', () => {
  it('Shanghai had daylight-saving time in 1988: nine hours ahead, not eight', () => {
    expect(earliest('1988-07-01T12:00', 'Asia/Shanghai')).toBe('1988-07-01T03:00:00.000Z');
    expect(earliest('1988-12-01T12:00', 'Asia/Shanghai')).toBe('1988-12-01T04:00:00.000Z');
    expect(earliest('2031-07-01T12:00', 'Asia/Shanghai')).toBe('2031-07-01T04:00:00.000Z');
    expect(hours('1988-04-17', 'Asia/Shanghai')).toBe(23);
    expect(hours('1988-09-11', 'Asia/Shanghai')).toBe(25);
  });

  it('Shanghai of 1900 kept local mean time, to the second', () => {
    expect(earliest('1900-06-01', 'Asia/Shanghai')).toBe('1900-05-31T15:54:17.000Z');
    expect(formatOffset(offsetAt(Date.parse('1900-06-01'), 'Asia/Shanghai'))).toBe('UTC+08:05:43');
  });

  it('New York skips an hour in spring: a time in the gap is refused with the gap named', () => {
    expect(() => interpretMoment('2031-03-09T02:30', 'America/New_York')).toThrow(
      'in America/New_York the clocks went from 9 Mar 2031, 02:00 straight to 9 Mar 2031, 03:00',
    );
    expect(() => interpretMoment('2031-03-09T02', 'America/New_York')).toThrow('did not exist');
    expect(earliest('2031-03-09T03:00', 'America/New_York')).toBe('2031-03-09T07:00:00.000Z');
    expect(earliest('2031-03-09T01:59:59', 'America/New_York')).toBe('2031-03-09T06:59:59.000Z');
    expect(hours('2031-03-09', 'America/New_York')).toBe(23);
  });

  it('New York repeats an hour in autumn: both readings are kept, and the basis says so', () => {
    const twice = interpretMoment('2031-11-02T01:30', 'America/New_York');
    expect(new Date(twice.earliest as number).toISOString()).toBe('2031-11-02T05:30:00.000Z');
    expect(new Date(twice.latest as number).toISOString()).toBe('2031-11-02T06:31:00.000Z');
    expect(basisOf(twice)).toContain('01:30 happened twice in America/New_York on 2 Nov 2031');
    expect(formatMoment(twice, { language: 'en', zone: 'America/New_York' })).toBe('2 Nov 2031, 01:30 (UTC-04:00 to UTC-05:00)');
    expect(interpretMoment('2031-11-02T01:30-05:00', 'America/New_York').earliest).toBe(Date.parse('2031-11-02T06:30:00Z'));
    expect(hours('2031-11-02', 'America/New_York')).toBe(25);
  });

  it('Lord Howe moves its clocks by half an hour', () => {
    expect(() => interpretMoment('2031-10-05T02:10', 'Australia/Lord_Howe')).toThrow(
      'from 5 Oct 2031, 02:00 straight to 5 Oct 2031, 02:30',
    );
    expect(hours('2031-10-05T02', 'Australia/Lord_Howe')).toBe(0.5);
    expect(basisOf(interpretMoment('2031-10-05T02', 'Australia/Lord_Howe'))).toContain('Part of it does not exist');
    expect(hours('2031-04-06', 'Australia/Lord_Howe')).toBe(24.5);
    expect(hours('2031-04-06T01:40', 'Australia/Lord_Howe')).toBeCloseTo(0.5 + 1 / 60, 9);
  });

  it('Kathmandu is five hours and three quarters ahead, since 1986', () => {
    expect(earliest('2031-05-14', 'Asia/Kathmandu')).toBe('2031-05-13T18:15:00.000Z');
    expect(earliest('1985-05-14', 'Asia/Kathmandu')).toBe('1985-05-13T18:30:00.000Z');
  });

  it('Apia never had a 30 December 2011', () => {
    expect(() => interpretMoment('2011-12-30', 'Pacific/Apia')).toThrow('from 30 Dec 2011, 00:00 straight to 31 Dec 2011, 00:00');
    expect(() => interpretMoment('2011-12-30T12:00', 'Pacific/Apia')).toThrow('did not exist');
    expect(hours('2011-12-29', 'Pacific/Apia')).toBe(24);
    expect(hours('2011-12', 'Pacific/Apia')).toBe(30 * 24);
    expect(hours('2011-12-29/2011-12-31', 'Pacific/Apia')).toBe(48);
  });

  it('a day whose midnight was skipped begins when its clocks begin', () => {
    // Beirut sets its clocks forward at midnight.
    expect(hours('2022-03-27', 'Asia/Beirut')).toBe(23);
    expect(earliest('2022-03-27', 'Asia/Beirut')).toBe('2022-03-26T22:00:00.000Z');
  });

  it('knows tz names and offsets as zones, and nothing else', () => {
    expect(['Asia/Shanghai', 'UTC', '+09:00', '-03:30'].every(isZone)).toBe(true);
    expect(['', 'Shanghai', 'Mars/Olympus', '+9'].some(isZone)).toBe(false);
  });

  it('every instant is found again under the wall clock it shows, in every hour around a change of clocks', () => {
    const changes = {
      'America/New_York': '2031-11-02T06:00:00Z',
      'Australia/Lord_Howe': '2031-10-04T15:30:00Z',
      'Pacific/Apia': '2011-12-30T10:00:00Z',
      'Asia/Shanghai': '1988-04-16T18:00:00Z',
    };
    for (const [zone, change] of Object.entries(changes)) {
      for (let instant = Date.parse(change) - 86_400_000; instant < Date.parse(change) + 86_400_000; instant += 17 * 60_000) {
        const wall = instant + offsetAt(instant, zone);
        const { readings } = readWall(wall, wall + 1, zone);
        expect(readings.some(({ earliest: from, latest }) => from <= instant && instant < latest)).toBe(true);
      }
    }
    expect(readWall(wallOf(2011, 12, 30), wallOf(2011, 12, 31), 'Pacific/Apia').readings).toEqual([]);
  });
});
