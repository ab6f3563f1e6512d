import type { Allegation } from '../../../../shared/model/allegation.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { AllegationId, CaseId, PartyId } from '../../../../shared/model/identifier.ts';
import type { Party } from '../../../../shared/model/party.ts';
import type { Release } from '../../../../shared/model/release.ts';
import type { Table } from './table.ts';

export interface ReadCases {
  /** By reference. */
  list(): readonly Case[];
  find(id: CaseId): Case | undefined;
  findByReference(reference: string): Case | undefined;
  counts(id: CaseId): {
    readonly parties: number;
    readonly exhibits: number;
    readonly unreadable: number;
    readonly events: number;
    readonly uncitedEvents: number;
    readonly releases: number;
  };
}

export interface WriteCases {
  insert(one: Case): void;
  update(one: Case): void;
}

export interface ReadParties {
  list(caseId: CaseId): readonly Party[];
  find(id: PartyId): Party | undefined;
  /** Events (not removed ones) that name the party. */
  countEvents(id: PartyId): number;
}

export interface WriteParties {
  insert(party: Party): void;
  update(party: Party): void;
  remove(id: PartyId): void;
}

export interface ReadAllegations {
  /** Not the removed ones, by number. */
  list(caseId: CaseId): readonly Allegation[];
  /** Not a removed one. */
  find(id: AllegationId): Allegation | undefined;
  /** Events (not removed ones) it is about. */
  countEvents(id: AllegationId): number;
  /** The next free number of the case: A1, A2, … Numbers are never used twice. */
  nextNumber(caseId: CaseId): string;
}

export interface WriteAllegations {
  insert(allegation: Allegation): void;
  update(allegation: Allegation): void;
  remove(id: AllegationId): void;
}

export interface ReadReleases {
  list(caseId: CaseId): readonly Release[];
  nextNumber(caseId: CaseId): number;
}

export interface WriteReleases {
  insert(release: Release): void;
}

export interface CaseRecords {
  readonly cases: Table<ReadCases, WriteCases>;
  readonly parties: Table<ReadParties, WriteParties>;
  readonly allegations: Table<ReadAllegations, WriteAllegations>;
}

export interface ReleaseRecords {
  readonly releases: Table<ReadReleases, WriteReleases>;
}
