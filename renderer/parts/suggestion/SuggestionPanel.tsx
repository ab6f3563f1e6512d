import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import type { SearchedExhibit, Suggestion } from '../../../shared/contract/suggestion.ts';
import type { Case } from '../../../shared/model/case.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { useDayOrder, useDayOrderStore } from './day-order.ts';
import { SearchNotes } from './SearchNotes.tsx';
import { SuggestionDetail } from './SuggestionDetail.tsx';
import { SuggestionEditor } from './SuggestionEditor.tsx';
import type { SuggestionAct } from './suggestion-keys.ts';
import { SuggestionList } from './SuggestionList.tsx';
import { identityOf, useDecisions } from './use-decisions.ts';
import './suggestions.css';

interface SuggestionPanelProps {
  readonly matter: Case;
  readonly suggestions: readonly Suggestion[];
  readonly exhibits: readonly SearchedExhibit[];
  /** Over several exhibits: each passage names its own. */
  readonly named: boolean;
  /** What an empty list says. */
  readonly empty: { readonly title: string; readonly text: string };
  /** The passage in hand changed: its place may be shown. */
  readonly onReach?: (suggestion: Suggestion) => void;
  readonly children?: ReactNode;
}

const SHOWN = ['open', 'decided', 'all'] as const;
type Shown = (typeof SHOWN)[number];
const NOTHING: ReadonlySet<string> = new Set();

/** Dated passages with everything that can be decided about them, one by one or many at once. */
export function SuggestionPanel({ matter, suggestions, exhibits, named, empty, onReach, children }: SuggestionPanelProps): ReactElement {
  const say = useWords('suggestion');
  const decisions = useDecisions(matter.id);
  const [shown, setShown] = useState<Shown>('open');
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState(NOTHING);
  const [editing, setEditing] = useState<Suggestion | null>(null);
  const listed = useMemo(
    () => suggestions.filter((one) => shown === 'all' || (one.state === 'open') === (shown === 'open')),
    [suggestions, shown],
  );
  const open = useMemo(() => suggestions.filter(({ state }) => state === 'open'), [suggestions]);
  const clear = useMemo(() => open.filter(({ moment }) => moment !== null), [open]);
  const inHand = listed[Math.min(active, listed.length - 1)];
  const taken = listed.filter((one) => one.state === 'open' && chosen.has(identityOf(one)));

  function reach(index: number): void {
    setActive(index);
    const suggestion = listed[index];
    if (suggestion) onReach?.(suggestion);
  }

  function toggle(suggestion: Suggestion): void {
    const key = identityOf(suggestion);
    setChosen(new Set(chosen.has(key) ? [...chosen].filter((one) => one !== key) : [...chosen, key]));
  }

  async function decide(done: Promise<boolean>): Promise<void> {
    if (await done) setChosen(NOTHING);
  }

  function act({ kind }: Exclude<SuggestionAct, { kind: 'move' }>): void {
    if (kind === 'none') setChosen(NOTHING);
    else if (kind === 'all') setChosen(new Set(listed.map(identityOf)));
    else if (!inHand || decisions.busy) return;
    else if (kind === 'toggle') toggle(inHand);
    else if (kind === 'reopen') inHand.state !== 'open' && void decisions.reopen([inHand]);
    else if (taken.length > 1) {
      const ready = taken.filter(({ moment }) => moment !== null);
      if (kind === 'dismiss') void decide(decisions.dismiss(taken));
      else if (kind === 'accept' && ready.length > 0) void decide(decisions.accept(ready));
    } else if (inHand.state !== 'open') return;
    else if (kind === 'dismiss') void decide(decisions.dismiss([inHand]));
    // What must be asked cannot be accepted by a key alone: the form asks.
    else if (kind === 'edit' || inHand.moment === null) setEditing(inHand);
    else void decide(decisions.accept([inHand]));
  }

  return (
    <div className="dated-panel">
      {children}
      {suggestions.length > 0 && (
        <div className="dated-bar">
          <strong>{say('open', { count: open.length })}</strong>
          <Select
            compact
            label={say('show')}
            value={shown}
            onChange={(next) => (setShown(next), setActive(0), setChosen(NOTHING))}
            options={SHOWN.map((key) => ({ key, label: say(`show.${key}`) }))}
          />
          <DayOrderField asked={suggestions.some(({ reason }) => reason === 'order')} />
          <span className="space" />
          <Button size="small" isDisabled={decisions.busy || clear.length === 0} onPress={() => void decide(decisions.accept(clear))}>
            {say('accept.all', { count: clear.length })}
          </Button>
          <Button
            size="small"
            look="quiet"
            isDisabled={decisions.busy || open.length === 0}
            onPress={() => void decide(decisions.dismiss(open))}
          >
            {say('dismiss.all', { count: open.length })}
          </Button>
        </div>
      )}
      {listed.length > 0 ? (
        <>
          <SuggestionList
            suggestions={listed}
            zone={matter.zone}
            named={named}
            active={Math.min(active, listed.length - 1)}
            onActive={reach}
            chosen={chosen}
            onToggle={toggle}
            onAct={act}
          />
          {inHand && (
            <SuggestionDetail
              matter={matter}
              suggestion={inHand}
              searched={exhibits.find(({ exhibitId }) => exhibitId === inHand.exhibitId)}
              chosen={taken}
              decisions={{ ...decisions, accept: follow(decisions.accept), dismiss: follow(decisions.dismiss) }}
              onEdit={() => setEditing(inHand)}
            />
          )}
        </>
      ) : (
        <EmptyState
          title={suggestions.length > 0 && shown === 'open' ? say('empty.open.title') : empty.title}
          text={suggestions.length > 0 && shown === 'open' ? say('empty.open.text') : empty.text}
        />
      )}
      <SearchNotes exhibits={exhibits} />
      {editing && <SuggestionEditor matter={matter} suggestion={editing} decisions={decisions} onClose={() => setEditing(null)} />}
    </div>
  );

  /** Whatever was chosen is chosen no more once it is decided. */
  function follow<Given extends readonly unknown[]>(decided: (...given: Given) => Promise<boolean>): (...given: Given) => Promise<boolean> {
    return async (...given) => {
      const done = await decided(...given);
      if (done) setChosen(NOTHING);
      return done;
    };
  }
}

/** How figures are read, offered once there is a date that could be read both ways. */
function DayOrderField({ asked }: { readonly asked: boolean }): ReactElement | null {
  const say = useWords('suggestion');
  const dayOrder = useDayOrder();
  if (!asked && dayOrder === null) return null;
  return (
    <Select
      compact
      label={say('order.label')}
      value={dayOrder ?? 'ask'}
      onChange={(next) => useDayOrderStore.setState({ dayOrder: next === 'ask' ? null : next })}
      options={(['ask', 'day-first', 'month-first'] as const).map((key) => ({ key, label: say(`order.${key}`) }))}
    />
  );
}
