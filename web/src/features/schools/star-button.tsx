import { ActionIcon, Button } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getSchoolStarQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { ListedSchool } from '@/api/gen/types.gen';
import { useShortcuts } from '@/lib/keys';
import { star as ru } from './ru';
import classes from './school.module.css';
import { useStar } from './use-star';

/** Keeps an eye on a school: applied at once, taken back by the same button; «s» does the same. */
export function StarButton({ schoolId }: { schoolId: string }) {
  const starred = useQuery(getSchoolStarQuery({ path: { id: schoolId } })).data?.starred ?? false;
  const change = useStar(schoolId);
  const toggle = () => {
    if (!change.isPending) change.mutate(!starred);
  };
  useShortcuts({ KeyS: toggle });
  return (
    <Button
      variant="default"
      aria-pressed={starred}
      aria-keyshortcuts="S"
      onClick={toggle}
      leftSection={
        starred ? <IconStarFilled size={18} aria-hidden="true" /> : <IconStar size={18} aria-hidden="true" />
      }
    >
      {starred ? ru.on : ru.off}
    </Button>
  );
}

/** The star in a row of the registry; until the list is read anew it shows what was asked for. */
export function RowStar({ school }: { school: ListedSchool }) {
  const change = useStar(school.id);
  const starred = change.isPending ? change.variables : school.starred;
  return (
    <ActionIcon
      variant="subtle"
      color={starred ? undefined : 'gray'}
      className={classes.rowStar}
      aria-pressed={starred}
      aria-label={ru.row(school.name)}
      aria-keyshortcuts="S"
      data-row-star
      onClick={() => {
        if (!change.isPending) change.mutate(!starred);
      }}
    >
      {starred ? <IconStarFilled size={18} aria-hidden="true" /> : <IconStar size={18} aria-hidden="true" />}
    </ActionIcon>
  );
}

/** «s» presses the star of the row that has the focus. */
export function useRowStarKey(): void {
  useShortcuts({
    KeyS: () => document.activeElement?.closest('tr, li')?.querySelector<HTMLElement>('[data-row-star]')?.click(),
  });
}
