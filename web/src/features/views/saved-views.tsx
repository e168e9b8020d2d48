import { Button, Popover } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import type { ViewScreen } from '@/api/gen/types.gen';
import { keptQuery } from './queries';
import { ru } from './ru';
import { ViewsPanel } from './views-panel';

interface Props {
  screen: ViewScreen;
  /** What the address of the screen holds now. */
  search: Record<string, unknown>;
  /** Opens the screen with these filters. */
  onOpen: (query: string) => void;
}

/** Filters under a name: one's own, and those shared in the region. */
export function SavedViews({ screen, search, onOpen }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={18} aria-hidden="true" />}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {ru.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={ru.title}>
        {open ? (
          <ViewsPanel
            screen={screen}
            query={keptQuery(search)}
            onOpen={(query) => {
              setOpen(false);
              onOpen(query);
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
