import { describe, expect, it } from 'vitest';
import { describeProgress, fractionDone } from '../../../../renderer/ask/job-progress.ts';
import { createWords } from '../../../../renderer/ui/words.ts';
import type { Language } from '../../../../shared/model/language.ts';

const words = { en: createWords('en'), 'zh-CN': createWords('zh-CN') };
const say = (language: Language) => ((name: string, values?: object) => words[language].t(name, { ns: 'job', ...values })) as never;
const progress = { done: 31, total: 50, bytes: 40_000_000, totalBytes: 100_000_000, item: 'a.pdf' };

describe('progress', () => {
  it('goes by bytes where they are known, by items otherwise, and is unknown before', () => {
    expect(fractionDone(progress)).toBeCloseTo(0.4);
    expect(fractionDone({ ...progress, totalBytes: null })).toBeCloseTo(0.62);
    expect(fractionDone({ ...progress, total: null, totalBytes: null })).toBeNull();
    expect(fractionDone(null)).toBeNull();
  });

  it('says how far, how fast and how long still, in both languages', () => {
    const job = { startedAt: 0, heardAt: 10_000, progress };
    expect(describeProgress(job, say('en'), 'en')).toBe('31 of 50, 4 MB per second, about 15 seconds left');
    expect(describeProgress(job, say('zh-CN'), 'zh-CN')).toContain('约剩 15 秒');
  });

  it('promises nothing before there is enough to judge by', () => {
    const job = { startedAt: 0, heardAt: 500, progress: { ...progress, bytes: 100_000 } };
    expect(describeProgress(job, say('en'), 'en')).toBe('31 of 50');
  });
});
