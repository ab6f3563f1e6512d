import { describe, expect, it } from 'vitest';
import { type Act, type EditHistory, moveAct, NO_HISTORY, recordAct, revertsOf } from '../../../../../renderer/parts/event/edit-history.ts';
import type { EventEdit } from '../../../../../shared/contract/event.ts';
import type { EventId } from '../../../../../shared/model/identifier.ts';

const dinner = 'dinner' as EventId;

/** The core as the history sees it: every edit and every revert makes the next version, and all of them stay. */
class Versions {
  readonly #texts = new Map<EventId, string[]>();

  say(eventId: EventId, text: string): EventEdit {
    const texts = this.#texts.get(eventId) ?? [''];
    this.#texts.set(eventId, [...texts, text]);
    return { eventId, before: texts.length - 1, after: texts.length };
  }

  says(eventId: EventId): string | undefined {
    return this.#texts.get(eventId)?.at(-1);
  }

  revert(edits: ReturnType<typeof revertsOf>): EventEdit[] {
    return edits.map(({ eventId, version, from }) => {
      const texts = this.#texts.get(eventId) ?? [];
      expect(from, 'the version the event is in').toBe(texts.length - 1);
      return this.say(eventId, texts[version] ?? '');
    });
  }
}

const editOf = (edit: EventEdit): Act => ({ kind: 'edit', title: 'Dinner', edits: [edit] });

function move(history: EditHistory, versions: Versions, way: 'undo' | 'redo'): EditHistory {
  const act = (way === 'undo' ? history.done : history.undone).at(-1);
  const made = act && 'edits' in act ? versions.revert(revertsOf(history, act.edits, way)) : [];
  return moveAct(history, way, made);
}

describe('the history of edits', () => {
  it('leads back and forth through the same words, however often, always from the version there is', () => {
    const versions = new Versions();
    let history = NO_HISTORY;
    versions.say(dinner, 'one');
    for (const text of ['two', 'three', 'four']) history = recordAct(history, editOf(versions.say(dinner, text)));
    const seen: (string | undefined)[] = [];
    for (const way of ['undo', 'undo', 'redo', 'undo', 'undo', 'redo', 'redo', 'redo', 'undo'] as const) {
      history = move(history, versions, way);
      seen.push(versions.says(dinner));
    }
    expect(seen).toEqual(['three', 'two', 'three', 'two', 'one', 'two', 'three', 'four', 'three']);
    expect([history.done.length, history.undone.length]).toEqual([2, 1]);
  });

  it('forgets what was taken back once something new is done, and leads on from there', () => {
    const versions = new Versions();
    versions.say(dinner, 'one');
    let history = recordAct(NO_HISTORY, editOf(versions.say(dinner, 'two')));
    history = move(history, versions, 'undo');
    history = recordAct(history, editOf(versions.say(dinner, 'another')));
    expect(history.undone).toEqual([]);
    history = move(history, versions, 'undo');
    expect(versions.says(dinner)).toBe('one');
    expect(history.done).toEqual([]);
    history = move(history, versions, 'redo');
    expect(versions.says(dinner)).toBe('another');
  });

  it('holds the versions of several events apart, and stays as it is when there is nothing to move', () => {
    const versions = new Versions();
    const ids = ['a', 'b', 'c'].map((id) => id as EventId);
    for (const id of ids) versions.say(id, 'before');
    let history = recordAct(NO_HISTORY, { kind: 'change', title: '', edits: ids.map((id) => versions.say(id, 'after')) });
    history = recordAct(history, editOf(versions.say(ids[1] as EventId, 'alone')));
    history = move(move(history, versions, 'undo'), versions, 'undo');
    expect(ids.map((id) => versions.says(id))).toEqual(['before', 'before', 'before']);
    expect(moveAct(history, 'undo')).toBe(history);
    history = move(move(history, versions, 'redo'), versions, 'redo');
    expect(ids.map((id) => versions.says(id))).toEqual(['after', 'alone', 'after']);
  });

  it('keeps the last two hundred acts', () => {
    let history = NO_HISTORY;
    for (let at = 0; at < 250; at += 1) history = recordAct(history, { kind: 'add', events: [{ id: dinner, title: String(at) }] });
    expect(history.done).toHaveLength(200);
    expect(history.done.at(-1)).toMatchObject({ events: [{ title: '249' }] });
  });
});
