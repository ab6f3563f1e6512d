import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import { inARow } from '../../../shared/words/in-a-row.ts';
import { requireCase } from '../domain/case/index.ts';
import type { Vault } from '../domain/ports/index.ts';
import { type GateFacts, type GateJudgement, judgeGate } from '../domain/release/index.ts';
import { sayCaseFile } from '../print/sentences.ts';
import { sayVerdict } from '../verifier/sentences.ts';
import { createChainCheck } from '../verifier/ledger-check.ts';
import { nextTurn } from '../domain/ports/turn.ts';

/** Entries verified between two looks at everything else that waits: about ten milliseconds. */
const entriesPerTurn = 100;

/** What the gate would say now, without hashing anything again. Throws case.unknown. */
export async function previewGate(vault: Vault, caseId: CaseId, language: Language): Promise<GateJudgement> {
  const one = requireCase(vault.read, caseId);
  return judgeNow(vault, one, language, { custody: await checkLedger(vault, language), hashes: null });
}

/** Judges with fresh hashes. Throws release.gate when the signature is refused; answers what was checked, to be judged again. */
export async function passGate(
  vault: Vault,
  one: Case,
  language: Language,
  hashes: NonNullable<GateFacts['hashes']>,
  signal?: AbortSignal,
): Promise<Checked> {
  const checked = { custody: await checkLedger(vault, language, signal), hashes };
  const refused = judgeNow(vault, one, language, checked).checks.filter((check) => check.outcome === 'refused');
  if (refused.length > 0) throw new FailureError('release.gate', { problem: inARow(refused.map((check) => check.detail)) });
  return checked;
}

/** What takes long to check. */
type Checked = Pick<GateFacts, 'custody' | 'hashes'>;

/** What was checked, with the exhibits and events as they stand at this moment: a case file must not count those of an hour ago. */
export function judgeNow(
  { read }: Vault,
  one: Case,
  language: Language,
  checked: Checked,
  drawn: GateFacts['drawn'] = null,
): GateJudgement {
  const facts = { ...checked, drawn, exhibits: read.exhibits.list(one.id), events: read.events.narrated(one.id) };
  return judgeGate(facts, sayCaseFile(language));
}

/** Both chains from their first entry on; the first fault of a chain ends it, because nothing after it can be trusted. */
async function checkLedger({ read }: Pick<Vault, 'read'>, language: Language, signal?: AbortSignal): Promise<GateFacts['custody']> {
  const say = sayVerdict(language);
  const names = sayCaseFile(language);
  const problems: string[] = [];
  let entries = 0;
  for (const chain of ['custody', 'audit'] as const) {
    const name = names(`chain.${chain}`);
    const check = createChainCheck(chain);
    const head = read.ledger.head(chain);
    let fault = null;
    for (const entry of read.ledger.entries(chain)) {
      if (check.size === head.size) break;
      fault = check.next(entry);
      if (fault) {
        problems.push(say(`ledger.${fault}`, { chain: name, sequence: entry.body.sequence }));
        break;
      }
      entries += 1;
      if (entries % entriesPerTurn === 0) await nextTurn();
      if (signal?.aborted) throw new FailureError('job.cancelled');
    }
    if (!fault && (check.size !== head.size || check.last !== head.lastHash || check.root() !== head.root))
      problems.push(say('ledger.head', { chain: name }));
  }
  return { entries, problems };
}
