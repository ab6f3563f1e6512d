import type { ReactElement } from "react";
import { useJob } from "../../app/jobs.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNote } from "../../ui/ErrorNote.tsx";
import { useWords } from "../../ui/words.ts";
import { JobProgress } from "../evidence/JobProgress.tsx";
import { VerdictView } from "./VerdictView.tsx";

/** Checks any signed case file as a stranger would, from the file alone. */
export function VerifyFile(): ReactElement {
	const say = useWords("release");
	const job = useJob("desk.verifyFile");
	return (
		<section className="panel">
			<header>
				<h2>{say("verify.title")}</h2>
				<Button
					size="small"
					isDisabled={job.running}
					onPress={() => void job.run({}).catch(() => undefined)}
				>
					{say("verify")}
				</Button>
			</header>
			<p className="quiet small">{say("verify.text")}</p>
			{job.running && job.progress && (
				<JobProgress job={job} label={say("verify.running")} />
			)}
			<ErrorNote error={job.error} />
			{job.output && (
				<VerdictView
					fileName={job.output.fileName}
					verdict={job.output.verdict}
				/>
			)}
		</section>
	);
}
