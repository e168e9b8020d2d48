import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { useCan } from '@/api/session';
import { ImportList } from '@/features/imports/import-list';
import { importsOptions } from '@/features/imports/queries';
import { ru } from '@/features/imports/ru';
import { StartImport } from '@/features/imports/start-import';
import { Stepper } from '@/features/imports/stepper';
import { titles } from '@/features/imports/titles';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';
import { FilterTags } from '@/ui/filter-bar';
import { PageHeader } from '@/ui/page-header';

const search = z.object({
  kind: optionalOf(['exam-results', 'indicator-values', 'teachers', 'schools', 'cohort-members', 'municipalities']),
  state: optionalOf(['awaitingConfirmation']),
  troubled: optionalOf(['true']),
  finishedSince: optionalText,
  page: optionalPage,
});

export const Route = createFileRoute('/_app/imports/')({
  validateSearch: search,
  loader: ({ context, location }) =>
    context.queryClient.ensureQueryData(importsOptions({ ...search.parse(location.search), kind: undefined })),
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: ImportsPage,
});

function ImportsPage() {
  const search = Route.useSearch();
  const { kind, state, troubled, finishedSince } = search;
  const narrowed = state ? ru.onlyWaiting : troubled ? ru.onlyTroubled : undefined;
  const may = useCan('imports:write');
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <>
      <PageHeader title={ru.title} answer={may ? ru.answer : undefined} />
      {may ? (
        <>
          <Stepper step="file" />
          <StartImport initialKind={kind} />
        </>
      ) : null}
      <h2 style={{ margin: '32px 0 12px', fontSize: '1.375rem' }}>{ru.past}</h2>
      {narrowed ? (
        <FilterTags
          tags={[{ key: 'narrowed', label: narrowed, onRemove: () => void navigate({ search: { kind } }) }]}
          onReset={() => void navigate({ search: { kind } })}
        />
      ) : null}
      <ImportList
        search={{ state, troubled, finishedSince, page: search.page }}
        onPage={(next) => void navigate({ search: { ...search, page: next > 1 ? next : undefined } })}
      />
    </>
  );
}
