import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteView, reviseView, saveView } from '@/api/gen/sdk.gen';
import type { SavedViewDetails, ViewScreen } from '@/api/gen/types.gen';
import { announce } from '@/lib/announce';
import { ProblemAlert } from '@/ui/problem-alert';
import { viewsChanged, viewsOptions } from './queries';
import { ru } from './ru';
import { ViewForm, type ViewValues } from './view-form';
import classes from './views.module.css';

interface Props {
  screen: ViewScreen;
  query: string;
  onOpen: (query: string) => void;
}

export function ViewsPanel({ screen, query, onOpen }: Props) {
  const queryClient = useQueryClient();
  const views = useQuery(viewsOptions(screen));
  const [edited, setEdited] = useState<SavedViewDetails | 'new'>();
  const [removed, setRemoved] = useState<SavedViewDetails>();
  const refresh = () => viewsChanged(queryClient, screen);
  const save = useMutation({
    mutationFn: async (values: ViewValues) => {
      if (edited === 'new') await saveView({ body: { screen, query, ...values }, throwOnError: true });
      else if (edited)
        await reviseView({
          path: { id: edited.id },
          headers: { 'If-Match': `"${edited.version}"` },
          body: { query: edited.query, ...values },
          throwOnError: true,
        });
    },
    onSuccess: async () => {
      setEdited(undefined);
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (view: SavedViewDetails) =>
      deleteView({ path: { id: view.id }, headers: { 'If-Match': `"${view.version}"` }, throwOnError: true }),
    onSuccess: async (_answer, view) => {
      setRemoved(view);
      announce(ru.removed(view.name));
      await refresh();
    },
  });
  const restore = useMutation({
    mutationFn: ({ name, query: kept, shared }: SavedViewDetails) =>
      saveView({ body: { screen, name, query: kept, shared }, throwOnError: true }),
    onSuccess: async () => {
      setRemoved(undefined);
      await refresh();
    },
  });
  const error = views.error ?? save.error ?? remove.error ?? restore.error;
  return (
    <div className={classes.panel}>
      {error ? <ProblemAlert error={error} onRetry={() => void views.refetch()} /> : null}
      {removed ? (
        <p className={classes.removed}>
          {ru.removed(removed.name)}{' '}
          {removed.own ? (
            <Button variant="subtle" size="compact-sm" onClick={() => restore.mutate(removed)}>
              {ru.undo}
            </Button>
          ) : null}
        </p>
      ) : null}
      {views.data?.length === 0 ? <p className={classes.soft}>{ru.none}</p> : null}
      <ul className={classes.list}>
        {views.data?.map((view) => (
          <li key={view.id}>
            <button type="button" className={classes.open} onClick={() => onOpen(view.query)}>
              {view.name}
              {view.shared ? <span className={classes.soft}> · {ru.sharedMark}</span> : null}
            </button>
            {view.editable ? (
              <>
                <ActionIcon variant="subtle" size="lg" aria-label={ru.edit(view.name)} onClick={() => setEdited(view)}>
                  <IconPencil size={18} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={ru.remove(view.name)}
                  onClick={() => remove.mutate(view)}
                >
                  <IconTrash size={18} aria-hidden="true" />
                </ActionIcon>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {edited ? (
        <ViewForm
          key={edited === 'new' ? 'new' : edited.id}
          start={edited === 'new' ? { name: '', shared: false } : { name: edited.name, shared: edited.shared }}
          busy={save.isPending}
          onSave={(values) => save.mutate(values)}
          onCancel={() => setEdited(undefined)}
        />
      ) : query ? (
        <Button fullWidth onClick={() => setEdited('new')}>
          {ru.save}
        </Button>
      ) : (
        <p className={classes.soft}>{ru.nothing}</p>
      )}
    </div>
  );
}
