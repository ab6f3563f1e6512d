import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { standardOfProof } from '../../../shared/model/case.ts';
import { stance } from '../../../shared/model/citation.ts';
import { clockKind, setting } from '../../../shared/model/clock.ts';
import { eventKind, lane, standing } from '../../../shared/model/event.ts';
import { partyRole } from '../../../shared/model/party.ts';

/** A citation in the story: `EX-0001#page=5`, or the same with a stance and the words cited. */
const cited = z.union([
  z.string(),
  z.object({
    at: z.string(),
    stance: stance.default('supports'),
    quote: z.string().default(''),
  }),
]);

const story = z.object({
  case: z.object({
    reference: z.string(),
    title: z.string(),
    zone: z.string(),
    mandate: z.string(),
    standardOfProof,
  }),
  parties: z.array(
    z.object({
      name: z.string(),
      role: partyRole,
      kind: z.enum(['person', 'organisation']).default('person'),
      position: z.string(),
    }),
  ),
  allegations: z.array(
    z.object({ title: z.string(), respondent: z.string(), category: z.string(), location: z.string(), when: z.string() }),
  ),
  /** In the order of their exhibit numbers. */
  evidence: z.array(z.object({ file: z.string(), source: z.string(), dated: z.string().default('') })),
  clocks: z.array(
    z.object({
      name: z.string(),
      kind: clockKind,
      make: z.string(),
      model: z.string(),
      serial: z.string(),
      zone: z.string(),
      daylightSaving: setting,
      networkTime: setting,
      storesUtc: setting,
      note: z.string().default(''),
      /** One with `anchor`, the title of an event, is taken when the events are there. */
      readings: z.array(
        z.object({
          shown: z.string(),
          reference: z.string().default(''),
          referenceName: z.string().default(''),
          uncertainty: z.int().default(1000),
          anchor: z.string().optional(),
          at: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  ),
  events: z.array(
    z.object({
      title: z.string(),
      lane,
      standing,
      /** With `clock`, what that clock showed. */
      when: z.string(),
      clock: z.string().optional(),
      kind: eventKind.default('happening'),
      recorded: z.string().default(''),
      learned: z.string().default(''),
      tags: z.array(z.string()).default([]),
      /** By their place in the list of allegations, from 0. */
      allegations: z.array(z.int()).default([]),
      location: z.string().default(''),
      description: z.string().default(''),
      /** Any part of a party's name that no other party shares. */
      parties: z.array(z.string()),
      cite: z.array(cited).min(1),
    }),
  ),
  /** What an account says of order; events by their titles. */
  claims: z.array(z.object({ earlier: z.string(), later: z.string(), at: z.string(), quote: z.string() })),
});
export type Story = z.infer<typeof story>;

/** The invented case that shows every part of the product, and the folder its evidence lies in. */
export function readStory(): {
  readonly story: Story;
  readonly evidence: string;
} {
  const folder = findFolder();
  return {
    story: story.parse(JSON.parse(readFileSync(join(folder, 'story.json'), 'utf8'))),
    evidence: join(folder, 'evidence'),
  };
}

/** Beside a package's resources; in a checkout under build, seen from the sources or from the bundle. */
function findFolder(): string {
  const resources =
    'resourcesPath' in process && typeof process.resourcesPath === 'string' ? [join(process.resourcesPath, 'sample-case')] : [];
  const checkout = ['../../../build/sample-case', '../../build/sample-case'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = [...resources, ...checkout].find((path) => existsSync(join(path, 'story.json')));
  if (found === undefined) throw new Error('the sample case is not part of this installation');
  return found;
}
