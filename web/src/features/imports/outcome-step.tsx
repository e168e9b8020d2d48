import { Button, Group, Modal } from '@mantine/core';
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { rollBackImport } from '@/api/gen/sdk.gen';
import type { ImportDetails, ImportKind, ImportState } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatInstant, formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { AbsentList } from './absent-list';
import { ErrorTable } from './error-table';
import { ImportStateBadge } from './import-state';
import classes from './imports.module.css';
import { checkStep, ru as list, outcomeStep as ru } from './ru';
import { isLoaded } from './steps';
import { useStep } from './use-step';

const next: Record<ImportKind, { label: string; link: LinkProps }> = {
  'exam-results': { label: ru.toResults, link: { to: '/indicators/dynamics' } },
  schools: { label: ru.toSchools, link: { to: '/schools' } },
  municipalities: { label: ru.toSchools, link: { to: '/schools' } },
  'cohort-members': { label: ru.toCohorts, link: { to: '/cohorts' } },
  'indicator-values': { label: ru.toIndicators, link: { to: '/indicators' } },
  teachers: { label: ru.toTeachers, link: { to: '/training/teachers' } },
};

const titles: Partial<Record<ImportState, string>> = {
  succeeded: ru.succeeded,
  partiallySucceeded: ru.partiallySucceeded,
  failed: ru.failed,
  cancelled: ru.cancelled,
  rolledBack: ru.rolledBack,
};
const order = ['received', 'created', 'updated', 'unchanged', 'rejected'] as const;

/** What came of it, where to look now, and the way back. */
export function OutcomeStep({ job }: { job: ImportDetails }) {
  const { region } = useMe();
  // Of a partial load that was stopped, what was loaded until then is in.
  const stopped = job.state === 'cancelled' && job.counts.created + job.counts.updated > 0;
  const title = job.dryRun && isLoaded(job.state) ? ru.dryRun : stopped ? ru.stopped : titles[job.state];
  const counted = isLoaded(job.state) || stopped || job.state === 'rolledBack';
  return (
    <div className={classes.stack}>
      <Card title={title} aside={<ImportStateBadge state={job.state} />}>
        {job.message ? <p className={classes.message}>{job.message}</p> : null}
        {counted ? (
          <dl className={classes.counts}>
            {order.map((name) => (
              <div key={name}>
                <dt>{ru.counts[name]}</dt>
                <dd>{formatNumber(job.counts[name])}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className={classes.hint}>
          {job.finishedAt
            ? ru.when(formatInstant(job.createdAt, region.timeZone), formatInstant(job.finishedAt, region.timeZone))
            : null}{' '}
          {job.mappingName ? ru.mapping(job.mappingName) : null}
        </p>
        <Group>
          {isLoaded(job.state) && !job.dryRun ? (
            <LinkButton {...(next[job.kind].link as { to: '/schools' })}>{next[job.kind].label}</LinkButton>
          ) : null}
          <LinkButton to="/imports" variant="default">
            {ru.another}
          </LinkButton>
          {job.errorsTotal > 0 ? (
            <Button
              component="a"
              variant="default"
              href={`/api/v1/imports/${job.id}/annotated`}
              download
              leftSection={<IconDownload size={16} aria-hidden="true" />}
            >
              {checkStep.annotated}
            </Button>
          ) : null}
          {job.canRollBack ? <RollBack job={job} /> : null}
        </Group>
      </Card>
      {isLoaded(job.state) && !job.dryRun ? <AbsentList job={job} /> : null}
      {job.errorsTotal > 0 ? <ErrorTable job={job} /> : null}
    </div>
  );
}

function RollBack({ job }: { job: ImportDetails }) {
  const [asking, setAsking] = useState(false);
  const rollBack = useStep(job, (_, headers) => rollBackImport({ path: { id: job.id }, headers, throwOnError: true }));
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {ru.rollBack}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={ru.rollBackTitle(job.fileName ?? list.batch)}
        closeButtonProps={{ 'aria-label': 'Закрыть' }}
      >
        <p style={{ marginTop: 0 }}>{ru.rollBackText}</p>
        {rollBack.error ? <ProblemAlert error={rollBack.error} /> : null}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            {ru.cancelButton}
          </Button>
          <Button
            color="var(--o-bad)"
            loading={rollBack.isPending}
            onClick={() =>
              rollBack.mutate(undefined, {
                onSuccess: () => {
                  setAsking(false);
                  doneToast(ru.rolledBackNow);
                },
              })
            }
          >
            {ru.rollBack}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
