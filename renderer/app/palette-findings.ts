import { useMemo } from 'react';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { CaseId } from '../../shared/model/identifier.ts';
import { useWords } from '../ui/words.ts';
import { ask } from '../ask/bridge.ts';
import { caseScreens, vaultScreens } from './screens.ts';
import { useQuery } from '../ask/queries.ts';
import { setPreferences } from '../ask/session.ts';
import { useCaseId } from '../ask/use-case.ts';

export interface Finding {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  /** An address to go to, or what to do. */
  readonly act: string | (() => void);
}

export interface FindingGroup {
  readonly name: 'commands' | 'screens' | 'cases' | 'people' | 'exhibits' | 'events';
  readonly findings: readonly Finding[];
}

/** As many of each kind as can be taken in at a glance; the screens of a case just fit. */
const SHOWN_PER_GROUP = 9;

/** Everything that matches what was typed, by kind. Every word must occur, in any order. */
export function useFindings(text: string): readonly FindingGroup[] {
  const commands = useCommands();
  const screens = useScreens();
  const cases = useQuery('case.list', {}).data;
  const contents = useCaseContents(text);
  return useMemo(() => {
    const listed: readonly FindingGroup[] = [
      { name: 'commands', findings: commands },
      { name: 'screens', findings: screens },
      {
        name: 'cases',
        findings: (cases ?? []).map(({ case: one }) => ({
          key: one.id,
          label: one.reference,
          detail: one.title,
          act: `/case/${one.id}/overview`,
        })),
      },
      ...contents,
    ];
    return listed
      .map((group) => ({ ...group, findings: matching(group.findings, text).slice(0, SHOWN_PER_GROUP) }))
      .filter((group) => group.findings.length > 0);
  }, [commands, screens, cases, contents, text]);
}

function matching(findings: readonly Finding[], text: string): readonly Finding[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter((finding) => {
    const content = `${finding.label} ${finding.detail ?? ''}`.toLocaleLowerCase();
    return words.every((word) => content.includes(word));
  });
}

function useCommands(): readonly Finding[] {
  const say = useWords('shell');
  return useMemo(
    () => [
      { key: 'lock', label: say('command.lock'), act: () => void ask('vault.lock', {}) },
      { key: 'newCase', label: say('command.newCase'), act: '/cases?create=true' },
      { key: 'light', label: say('command.light'), act: () => void setPreferences({ theme: 'light' }) },
      { key: 'dark', label: say('command.dark'), act: () => void setPreferences({ theme: 'dark' }) },
      { key: 'english', label: say('command.english'), act: () => void setPreferences({ language: 'en' }) },
      { key: 'chinese', label: say('command.chinese'), act: () => void setPreferences({ language: 'zh-CN' }) },
    ],
    [say],
  );
}

function useScreens(): readonly Finding[] {
  const say = useWords('shell');
  const caseId = useCaseId();
  return useMemo(
    () => [
      ...(caseId
        ? caseScreens.map((screen) => ({
            key: `go ${screen.path}`,
            label: say(`nav.${screen.path}`),
            act: `/case/${caseId}/${screen.path}`,
          }))
        : []),
      ...vaultScreens.map(({ path }) => ({ key: `go ${path}`, label: say(`nav.${path}`), act: `/${path}` })),
    ],
    [say, caseId],
  );
}

function useCaseContents(text: string): readonly FindingGroup[] {
  const words = useWords('people');
  const caseId = useCaseId();
  const people = useQuery('party.list', inCase(caseId)).data;
  const exhibits = useQuery('exhibit.list', inCase(caseId)).data;
  const events = useEvents(caseId, text);
  const address = `/case/${caseId ?? ''}`;
  return useMemo(
    () => [
      {
        name: 'people',
        findings: (people ?? []).map((party) => ({
          key: party.id,
          label: party.name,
          detail: words(`role.${party.role}`),
          act: `${address}/people?party=${party.id}`,
        })),
      },
      {
        name: 'exhibits',
        findings: (exhibits ?? []).map((one) => ({
          key: one.id,
          label: `${one.number} ${one.title}`,
          detail: one.source,
          act: `${address}/evidence/${one.id}`,
        })),
      },
      {
        name: 'events',
        findings: (events ?? []).map((one) => ({
          key: one.id,
          label: one.title,
          detail: one.happened.phrase,
          act: `${address}/timeline?event=${one.id}`,
        })),
      },
    ],
    [people, exhibits, events, address, words],
  );
}

/** A case may have a million events: the core finds those with the longest word of what was typed. */
function useEvents(caseId: CaseId | null, text: string): readonly CaseEvent[] | undefined {
  const [filter = ''] = text.split(/\s+/).sort((one, other) => other.length - one.length);
  return useQuery('event.page', caseId && { caseId, filter: filter.slice(0, 200), from: 0, count: 50 }).data?.events;
}

function inCase(caseId: CaseId | null): { caseId: CaseId } | null {
  return caseId ? { caseId } : null;
}
