import { useRouter } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { Icon } from '../ui/Icon.tsx';
import { useWords } from '../ui/words.ts';
import './palette.css';
import { type Finding, useFindings } from './palette-findings.ts';

/** Ctrl K: commands, screens, cases, people, exhibits and events, found by typing. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords('shell');
  return (
    <ModalOverlay className="shade top" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label={say('palette.label')}>
          <Search onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Search({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords('shell');
  const router = useRouter();
  const [text, setText] = useState('');
  const groups = useFindings(text);

  function perform(finding: Finding): void {
    onClose();
    if (typeof finding.act === 'string') router.history.push(finding.act);
    else finding.act();
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="palette-search" aria-label={say('palette.label')} autoFocus>
        <Icon name="search" />
        <Input placeholder={say('palette.open')} spellCheck={false} />
      </SearchField>
      {/* More than fits is scrolled by the keyboard too: the list itself never takes the focus from the field. */}
      <div className="palette-scroll" tabIndex={0} role="group" aria-label={say('palette.label')}>
        <Menu
          className="palette-list"
          aria-label={say('palette.label')}
          renderEmptyState={() => <p className="quiet palette-empty">{say('palette.empty', { text })}</p>}
        >
          {groups.map((group) => (
            <MenuSection key={group.name} id={group.name} className="palette-group">
              <Header>{say(`palette.${group.name}`)}</Header>
              {group.findings.map((finding) => (
                <MenuItem key={finding.key} id={finding.key} textValue={finding.label} className="option" onAction={() => perform(finding)}>
                  <span>{finding.label}</span>
                  {finding.detail && <span className="option-detail">{finding.detail}</span>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
      <p className="palette-hint quiet small">{say('palette.hint')}</p>
    </Autocomplete>
  );
}
