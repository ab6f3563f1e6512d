import type { ReactElement } from "react";
import type { LedgerEntry } from "../../../shared/model/ledger.ts";
import { Facts } from "../../ui/Facts.tsx";
import { useWords } from "../../ui/words.ts";

const BEFORE_THE_FIRST = /^0{64}$/;

/** What was recorded, name by name as it was signed, and what ties the entry into its chain. */
export function EntryDetail({
	entry: { body, hash, signature, publicKey },
}: {
	readonly entry: LedgerEntry;
}): ReactElement {
	const say = useWords("ledger");
	const recorded = Object.entries(body.detail).map(([name, value]) => ({
		name,
		value: value === null || value === "" ? "—" : String(value),
	}));
	return (
		<div className="entry-detail">
			{recorded.length > 0 && <Facts facts={recorded} />}
			<Facts
				facts={[
					{
						name: say("entry.hash"),
						value: <span className="code">{hash}</span>,
					},
					{
						name: say("entry.previous"),
						value: BEFORE_THE_FIRST.test(body.previous) ? (
							say("entry.first")
						) : (
							<span className="code">{body.previous}</span>
						),
					},
					{
						name: say("entry.signature"),
						value: <span className="code">{signature}</span>,
					},
					{
						name: say("entry.publicKey"),
						value: <span className="code">{publicKey}</span>,
					},
				]}
			/>
		</div>
	);
}
