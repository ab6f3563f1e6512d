import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
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
  return judgeGate(await gatherFacts(vault, requireCase(vault.read, caseId), language, null), sayCaseFile(language));
}

/** Judges with fresh hashes. Throws release.gate when the signature is refused. */
export async function passGate(
  vault: Vault,
  one: Case,
  language: Language,
  hashes: NonNullable<GateFacts['hashes']>,
  signal?: AbortSignal,
): Promise<GateJudgement> {
  const judgement = judgeGate(await gatherFacts(vault, one, language, hashes, signal), sayCaseFile(language));
  const refused = judgement.checks.filter((check) => check.outcome === 'refused');
  if (refused.length > 0) throw new FailureError('release.gate', { problem: refused.map((check) => check.detail).join(' ') });
  return judgement;
}

async function gatherFacts(
  { read }: Vault,
  one: Case,
  language: Language,
  hashes: GateFacts['hashes'],
  signal?: AbortSignal,
): Promise<GateFacts> {
  return {
    custody: await checkLedger({ read }, language, signal),
    hashes,
    drawn: null,
    exhibits: read.exhibits.list(one.id),
    events: read.events.narrated(one.id),
  };
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
