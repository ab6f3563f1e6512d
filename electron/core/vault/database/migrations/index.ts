import { firstSchema } from './0001-first-schema.ts';
import { momentsAndClocks } from './0002-moments-and-clocks.ts';
import { factsOfSentences } from './0003-facts-of-sentences.ts';
import { notesOfReaders } from './0004-notes-of-readers.ts';
import type { Migration } from './migration.ts';

/** Every step there ever was, in order. */
export const migrations: readonly Migration[] = [firstSchema, momentsAndClocks, factsOfSentences, notesOfReaders];

/** The schema this Casewright writes. */
export const SCHEMA = migrations.length;
