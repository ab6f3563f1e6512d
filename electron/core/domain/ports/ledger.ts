import type { CaseId, ExhibitId } from '../../../../shared/model/identifier.ts';
import type { Chain, CustodyAct, LedgerEntry, LedgerHead } from '../../../../shared/model/ledger.ts';

export interface ReadLedger {
  head(chain: Chain): LedgerHead;
  /** Oldest first, from `from` (1-based) on; streamed, so that a long chain is never held whole. */
  entries(chain: Chain, from?: number): Iterable<LedgerEntry>;
  /** Newest first. */
  page(filter: {
    readonly chain: Chain;
    readonly caseId?: CaseId | undefined;
    readonly exhibitId?: ExhibitId | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  }): {
    readonly entries: readonly LedgerEntry[];
    readonly total: number;
  };
  /** The entries about a case, oldest first; streamed. */
  ofCase(chain: Chain, caseId: CaseId): Iterable<LedgerEntry>;
  /** The entries of the audit chain that brought in somebody's signing key, oldest first. */
  introductions(): readonly LedgerEntry[];
  /** RFC 9162: the root of the perfect subtree of 2^level leaves that is number `position` from 0, base64. */
  node(chain: Chain, level: number, position: number): string;
}

type Detail = Readonly<Record<string, string | number | boolean | null>>;

export interface WriteLedger {
  /** Appends a signed entry about an exhibit, by the vault's user, now. */
  custody(act: CustodyAct, about: { readonly caseId: CaseId; readonly exhibitId: ExhibitId }, detail: Detail): LedgerEntry;
  /** Appends a signed entry about the vault or one of its records. `act` is noun.verb-in-the-past: `event.added`. */
  audit(act: string, about: { readonly caseId?: CaseId; readonly exhibitId?: ExhibitId }, detail: Detail): LedgerEntry;
}
