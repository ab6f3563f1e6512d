import type { ReactElement } from "react";
import type { GateCheck } from "../../../shared/model/release.ts";
import { useWords } from "../../ui/words.ts";
import { OutcomeMark } from "./OutcomeMark.tsx";

/** What is checked before anything is signed, each with its outcome in words. */
export function Gate({
	allowed,
	checks,
}: {
	readonly allowed: boolean;
	readonly checks: readonly GateCheck[];
}): ReactElement {
	const say = useWords("release");
	return (
		<section className="panel">
			<header>
				<h2>{say("gate")}</h2>
				<span className={allowed ? "outcome passed" : "outcome refused"}>
					{say(allowed ? "gate.allowed" : "gate.refused")}
				</span>
			</header>
			<p className="quiet small">{say("gate.text")}</p>
			<ul className="checks">
				{checks.map((check) => (
					<li key={check.name}>
						<OutcomeMark outcome={check.outcome} />
						<div>
							<strong>{say(`check.${check.name}`)}</strong>
							{check.detail && <p className="small quiet">{check.detail}</p>}
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}
