import { Button, Radio, Stack } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { startImportMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { ImportKind } from '@/api/gen/types.gen';
import { can, useMe } from '@/api/session';
import { formatBytes } from '@/lib/format';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import { fileError } from './file-error';
import classes from './imports.module.css';
import { importChanged } from './queries';
import { fileStep, kindWords, ru } from './ru';

/** First step: what is loaded and from which file. */
export function StartImport({ initialKind }: { initialKind: ImportKind | undefined }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // A coordinator loads results and indicators of the own municipality; schools and lists are the operator's.
  const kinds: ImportKind[] = [
    'exam-results',
    ...(can(me, 'indicators:write') ? (['indicator-values'] as const) : []),
    ...(can(me, 'teachers:write') ? (['teachers'] as const) : []),
    ...(can(me, 'schools:write') ? (['schools', 'cohort-members', 'municipalities'] as const) : []),
  ];
  const [kind, setKind] = useState<ImportKind>(
    initialKind && kinds.includes(initialKind) ? initialKind : 'exam-results',
  );
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const ids = { file: useId(), hint: useId(), error: useId() };
  const start = useMutation({ ...startImportMutation(), mutationKey: ['start-import'] });

  function take(next: File | undefined) {
    if (!next) return;
    setFile(next);
    setError(fileError(next));
    start.reset();
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (start.isPending) return;
    const wrong = file ? fileError(file) : fileStep.needed;
    setError(wrong);
    if (wrong || !file) {
      input.current?.focus();
      return;
    }
    const query = { kind, fileName: file.name, mode: 'partial' as const, confirm: true };
    start.mutate(
      { query, body: file },
      {
        onSuccess: async (job) => {
          await importChanged(queryClient, job);
          await navigate({ to: '/imports/$importId', params: { importId: job.id } });
        },
      },
    );
  }

  return (
    <Card title={ru.start}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="lg">
          <Radio.Group label={fileStep.kind} value={kind} onChange={(value) => setKind(value as ImportKind)}>
            <div className={classes.kinds}>
              {kinds.map((value) => (
                <Radio.Card key={value} value={value} className={classes.kind}>
                  <Radio.Indicator />
                  <span>
                    <b>{kindWords[value].title}</b>
                    <small>{kindWords[value].hint}</small>
                  </span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          <div>
            <label htmlFor={ids.file} className={classes.label}>
              {fileStep.file}
            </label>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way, the button inside does the same */}
            <div
              className={classes.drop}
              data-over={over || undefined}
              data-error={error ? true : undefined}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
              }}
              onDragLeave={() => setOver(false)}
              onDrop={drop}
            >
              <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden="true" />
              <div className={classes.dropWords}>
                {file ? (
                  <b>
                    {file.name}, {formatBytes(file.size)}
                  </b>
                ) : (
                  <span>
                    <Button
                      variant="default"
                      size="xs"
                      onClick={() => input.current?.click()}
                      tabIndex={-1}
                      aria-hidden="true"
                    >
                      {fileStep.choose}
                    </Button>{' '}
                    {fileStep.drop}
                  </span>
                )}
                <small id={ids.hint}>{fileStep.formats}</small>
              </div>
              <input
                ref={input}
                id={ids.file}
                type="file"
                accept=".xlsx,.csv,.txt,text/csv"
                aria-describedby={`${ids.hint} ${error ? ids.error : ''}`}
                aria-invalid={error ? true : undefined}
                onChange={(event) => take(event.currentTarget.files?.[0])}
              />
            </div>
            {error ? (
              <p id={ids.error} className={classes.error} role="alert">
                {error}
              </p>
            ) : null}
          </div>
          {start.error ? <ProblemAlert error={start.error} /> : null}
          <div className={classes.buttons}>
            <Button type="submit" loading={start.isPending}>
              {fileStep.upload}
            </Button>
            <Button
              component="a"
              href={`/api/v1/import-templates/${kind}`}
              download
              variant="subtle"
              leftSection={<IconDownload size={18} aria-hidden="true" />}
            >
              {fileStep.template}
            </Button>
            <small className={classes.soft}>{fileStep.templateHint}</small>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
