import { describe, expect, it } from 'vitest';
import { circlesOfFiles, circlesOfRooms, roomOf, sidewaysImports } from '../../../build/layers/rooms.js';

const imports = (files: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(files).map(([source, targets]) => ({ source, targets }));

describe('a room', () => {
  it.each([
    ['electron/core/domain/events/event.ts', 'electron/core/domain/events'],
    ['electron/core/print/case-file/chapters/cover.ts', 'electron/core/print/case-file'],
    ['electron/core/vault/database/tables/case/case.ts', 'electron/core/vault/database'],
    ['electron/core/vault/door.ts', 'electron/core/vault'],
    ['electron/core/router.ts', 'electron/core'],
    ['electron/main/index.ts', 'electron/main'],
    ['renderer/features/timeline/canvas/stage.ts', 'renderer/features/timeline'],
    ['shared/time/phrase/read.ts', 'shared/time'],
    ['shared/result.ts', 'shared'],
    ['node_modules/zod/index.js', undefined],
  ])('of %s is %s', (file, room) => expect(roomOf(file)).toBe(room));
});

describe('circles', () => {
  it('of folders are found where no two files need each other', () => {
    const files = imports({
      'electron/core/domain/events/event.ts': ['electron/core/domain/timeline/timeline.ts'],
      'electron/core/domain/timeline/timeline.ts': ['electron/core/domain/questions/asked.ts'],
      'electron/core/domain/questions/order.ts': ['electron/core/domain/events/moments.ts'],
      'electron/core/domain/questions/asked.ts': [],
      'electron/core/domain/events/moments.ts': ['node_modules/zod/index.js'],
    });
    expect(circlesOfFiles(files)).toEqual([]);
    expect(circlesOfRooms(files)).toEqual([
      ['electron/core/domain/events', 'electron/core/domain/questions', 'electron/core/domain/timeline'],
    ]);
  });

  it('of files are found at any length, each once', () => {
    const ring = Array.from({ length: 5000 }, (_, index) => [`shared/${index}.ts`, [`shared/${(index + 1) % 5000}.ts`]]);
    const found = circlesOfFiles(
      imports({ ...Object.fromEntries(ring), 'shared/a.ts': ['shared/b.ts'], 'shared/b.ts': ['shared/a.ts', 'shared/0.ts'] }),
    );
    expect(found.map((circle) => circle.length).toSorted((one, other) => one - other)).toEqual([2, 5000]);
  });

  it('are not made by what lies within one room, nor by two ways down', () => {
    const files = imports({
      'electron/core/vault/door.ts': ['electron/core/vault/keys/slots.ts', 'electron/core/vault/ledger/ledger.ts'],
      'electron/core/vault/ledger/ledger.ts': ['electron/core/vault/keys/identity.ts'],
      'electron/core/vault/keys/slots.ts': ['electron/core/vault/keys/identity.ts'],
    });
    expect([...circlesOfFiles(files), ...circlesOfRooms(files)]).toEqual([]);
  });
});

describe('sideways imports', () => {
  it('are those of one screen from another', () => {
    const files = imports({
      'renderer/features/timeline/Page.tsx': [
        'renderer/features/evidence/List.tsx',
        'renderer/features/timeline/Bar.tsx',
        'renderer/parts/event/Field.tsx',
      ],
      'renderer/app/routes.tsx': ['renderer/features/timeline/Page.tsx'],
    });
    expect(sidewaysImports(files)).toEqual([['renderer/features/timeline/Page.tsx', 'renderer/features/evidence/List.tsx']]);
  });
});
