import { type ReactElement, useState } from "react";
import type { ReportLocale } from "../../../shared/contract/release.ts";
import type { CaseId } from "../../../shared/model/identifier.ts";
import { useJob } from "../../app/jobs.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNote } from "../../ui/ErrorNote.tsx";
import { Select } from "../../ui/Field.tsx";
import { formatBytes } from "../../ui/sizes.ts";
import { useToasts } from "../../ui/toasts.ts";
import { useLanguage, useWords } from "../../ui/words.ts";
import { JobProgress } from "../evidence/JobProgress.tsx";

interface MakeCaseFileProps {
	readonly caseId: CaseId;
	readonly allowed: boolean;
	readonly locale: ReportLocale;
	readonly onLocale: (locale: ReportLocale) => void;
}

/** Says what will happen, who will see it and what the ledger records; then does it. */
export function MakeCaseFile({
	caseId,
	allowed,
	locale,
	onLocale,
}: MakeCaseFileProps): ReactElement {
	const say = useWords("release");
	const language = useLanguage();
	const tell = useToasts((state) => state.tell);
	const job = useJob("desk.releaseCaseFile");
	const [asked, setAsked] = useState(false);

	async function sign(): Promise<void> {
		setAsked(true);
		const made = await job.run({ caseId, locale }).catch(() => null);
		setAsked(false);
		if (made)
			tell(
				say("signed", {
					number: made.number,
					pages: made.pages,
					size: formatBytes(made.bytes, language),
				}),
			);
	}

	return (
		<section className="panel">
			<h2>{say("make")}</h2>
			<p>{say("make.text")}</p>
			<ul className="consequences">
				<li>{say("make.visible")}</li>
				<li>{say("make.recorded")}</li>
			</ul>
			{job.running && job.progress ? (
				<JobProgress job={job} label={say("signing")} />
			) : (
				<div className="make-row">
					<Select
						label={say("language")}
						value={locale}
						onChange={onLocale}
						options={(["en", "zh-CN"] as const).map((key) => ({
							key,
							label: say(`language.${key}`),
						}))}
					/>
					<Button
						look="primary"
						isDisabled={!allowed || asked}
						onPress={() => void sign()}
					>
						{say("sign")}
					</Button>
				</div>
			)}
			<ErrorNote error={job.error} />
		</section>
	);
}
