import { Button, FileButton, Group, Stack } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { removeRegionLogo, replaceRegionLogo } from '@/api/gen/sdk.gen';
import type { Problem } from '@/api/problem';
import { regionLogoChanged, useRegionLogo } from '@/api/region-logo';
import { useMe } from '@/api/session';
import { formatBytes } from '@/lib/format';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { settingsOptions } from './queries';
import { ru } from './ru';
import classes from './settings.module.css';

const most = 256 * 1024;
const types = ['image/png', 'image/jpeg'];
const text = ru.logo;

/** The region's picture, beside the form: a file is kept as soon as it is chosen. */
export function LogoCard({ hasLogo }: { hasLogo: boolean }) {
  const { region } = useMe();
  const queryClient = useQueryClient();
  const address = useRegionLogo(region.code);
  const [wrong, setWrong] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const reset = useRef<() => void>(null);
  const path = { code: region.code };

  function changed(picture: Blob | null, message: string) {
    regionLogoChanged(queryClient, region.code, picture);
    queryClient.setQueryData(settingsOptions(region.code).queryKey, (settings) =>
      settings ? { ...settings, hasLogo: picture !== null } : settings,
    );
    setRemoving(false);
    doneToast(message);
  }
  const replace = useMutation<unknown, Problem, File>({
    mutationKey: ['replace-logo'],
    mutationFn: (file) =>
      replaceRegionLogo({ path, body: file, headers: { 'Content-Type': file.type }, throwOnError: true }),
    onSuccess: (_, file) => changed(file, text.replaced),
    // The same file may be chosen again after it was put right.
    onSettled: () => reset.current?.(),
  });
  const remove = useMutation<unknown, Problem, void>({
    mutationKey: ['remove-logo'],
    mutationFn: () => removeRegionLogo({ path, throwOnError: true }),
    onSuccess: () => changed(null, text.removed),
  });

  function choose(file: File | null) {
    if (!file || replace.isPending) return;
    const fault = !types.includes(file.type)
      ? text.notImage
      : file.size > most
        ? text.tooLarge(formatBytes(file.size))
        : undefined;
    setWrong(fault);
    if (fault) reset.current?.();
    else replace.mutate(file);
  }

  return (
    <Card title={ru.sections.logo}>
      <Stack gap="sm">
        <p className={classes.meaning}>{text.hint}</p>
        {wrong ? (
          <Note tone="bad" alert>
            {wrong}
          </Note>
        ) : replace.error ? (
          <ProblemAlert error={replace.error} />
        ) : null}
        <div className={classes.logo}>
          {hasLogo && address ? (
            <div className={classes.picture}>
              <img src={address} alt={text.alt(region.name)} />
            </div>
          ) : null}
          {hasLogo ? null : <p className={classes.meaning}>{text.none}</p>}
          <Group gap="xs">
            <FileButton resetRef={reset} accept={types.join(',')} onChange={choose}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  loading={replace.isPending}
                  leftSection={<IconPhoto size={18} aria-hidden="true" />}
                >
                  {hasLogo ? text.replace : text.choose}
                </Button>
              )}
            </FileButton>
            {hasLogo ? (
              <Button
                variant="default"
                leftSection={<IconTrash size={18} aria-hidden="true" />}
                onClick={() => setRemoving(true)}
              >
                {text.remove}
              </Button>
            ) : null}
          </Group>
        </div>
      </Stack>
      {removing ? (
        <Dialog title={text.removeTitle} onClose={() => setRemoving(false)}>
          <Stack>
            <p style={{ margin: 0 }}>{text.removeText}</p>
            {remove.error ? <ProblemAlert error={remove.error} /> : null}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setRemoving(false)} data-autofocus>
                {text.cancel}
              </Button>
              <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
                {text.remove}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      ) : null}
    </Card>
  );
}
