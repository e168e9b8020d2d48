import { Button, Group } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toProblem } from '@/api/problem';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';

function HomeButton() {
  return (
    <LinkButton to="/" variant="default">
      {ru.errors.toHome}
    </LinkButton>
  );
}

export function Forbidden() {
  return (
    <>
      <PageHeader title={ru.errors.forbiddenTitle} />
      <EmptyState title={ru.errors.forbidden} action={<HomeButton />} />
    </>
  );
}

export function NotFound() {
  return (
    <>
      <PageHeader title={ru.errors.notFoundTitle} />
      <EmptyState title={ru.errors.notFound} action={<HomeButton />} />
    </>
  );
}

/** A page chunk of an older version is gone after an update: only a reload helps. */
function isOldVersion(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  useEffect(() => queries.reset(), [queries]);
  const { status, code } = toProblem(error);
  if (isOldVersion(error)) {
    return (
      <>
        <PageHeader title={ru.errors.update} />
        <EmptyState
          title={ru.errors.updateText}
          action={<Button onClick={() => window.location.reload()}>{ru.errors.reload}</Button>}
        />
      </>
    );
  }
  // A link cut short in a letter names no record that could be read.
  if (status === 404 || code === 'malformed') return <NotFound />;
  if (status === 403) return <Forbidden />;
  return (
    <>
      <PageHeader title={ru.errors.title} />
      <ProblemAlert
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
      <Group mt="md">
        <HomeButton />
      </Group>
    </>
  );
}
