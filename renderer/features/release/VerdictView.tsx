import type { ReactElement } from "react";
import type { Verdict } from "../../../shared/model/release.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { useWords } from "../../ui/words.ts";
import { OutcomeMark } from "./OutcomeMark.tsx";

const tones = {
	matches: "verified",
	differs: "breach",
	"not-included": "plain",
} as const;

/** The verdict first, then what it rests on, then every exhibit. */
export function VerdictView({
	fileName,
	verdict,
}: {
	readonly fileName: string;
	readonly verdict: Verdict;
}): ReactElement {
	const say = useWords("release");
	return (
		<div className="verdict">
			<div
				className={verdict.valid ? "verdict-line good" : "verdict-line bad"}
				role={verdict.valid ? "status" : "alert"}
			>
				<Icon name={verdict.valid ? "check" : "warning"} />
				<div>
					<strong>
						{say(verdict.valid ? "verdict.valid" : "verdict.invalid")}
					</strong>
					<p>{fileName}</p>
					<p>{verdict.summary}</p>
				</div>
			</div>
			<Facts
				facts={[
					{ name: say("verdict.signer"), value: verdict.signer || "—" },
					{
						name: say("verdict.certificate"),
						value: (
							<span className="code">{verdict.certificateSha256 || "—"}</span>
						),
					},
					{
						name: say("verdict.time"),
						value: verdict.claimedSigningTime || "—",
					},
					{ name: say("verdict.reference"), value: verdict.reference || "—" },
					{ name: say("verdict.release"), value: verdict.releaseNumber ?? "—" },
				]}
			/>
			<h3>{say("verdict.checks")}</h3>
			<ul className="checks">
				{verdict.checks.map((check) => (
					<li key={check.name}>
						<OutcomeMark outcome={check.outcome} />
						<div>
							<strong>{say(`verdict.check.${check.name}`)}</strong>
							<p className="small quiet">{check.detail}</p>
						</div>
					</li>
				))}
			</ul>
			{verdict.exhibits.length > 0 && (
				<>
					<h3>{say("verdict.exhibits")}</h3>
					<ul className="verdict-exhibits">
						{verdict.exhibits.map((exhibit) => (
							<li key={exhibit.number}>
								<b className="exhibit-number">{exhibit.number}</b>
								<Tag tone={tones[exhibit.outcome]}>
									{say(`exhibit.${exhibit.outcome}`)}
								</Tag>
								<span className="code quiet">{exhibit.sha256}</span>
							</li>
						))}
					</ul>
				</>
			)}
		</div>
	);
}
