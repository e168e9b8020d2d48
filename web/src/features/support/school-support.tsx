import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '@/api/session';
import { formatCount } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { pageSize } from './filter';
import { OtherActs } from './overview-page';
import { ofSchoolOptions, requestsOptions } from './queries';
import { RequestTable } from './request-table';
import { forms, ofSchool, ru, overview as words } from './ru';
import classes from './support.module.css';

interface Props {
  schoolId: string;
  page: number;
  onPage: (page: number) => void;
}

/** What a school asked for and what it got, for its card. */
export function SchoolSupport({ schoolId, page, onPage }: Props) {
  const list = useQuery(requestsOptions({ school: schoolId, page: page > 1 ? page : undefined }));
  const sums = useQuery(ofSchoolOptions(schoolId)).data;
  const mayAdd = useCan('requests:write');
  const add = mayAdd ? (
    <LinkButton
      to="/support/specialists/new"
      search={{ school: schoolId }}
      leftSection={<IconPlus size={18} aria-hidden="true" />}
    >
      {ru.add}
    </LinkButton>
  ) : null;
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || !sums) return <DelayedSkeleton rows={6} />;
  const { items, total } = list.data;
  return (
    <div className={classes.stack}>
      {total === 0 ? (
        <EmptyState title={ofSchool.empty} action={add}>
          {ru.emptyText}
        </EmptyState>
      ) : (
        <div>
          <p className={classes.bar}>
            <span>
              {words.reached(formatCount(sums.total.children, forms.children))}.{' '}
              <Link to="/support/specialists" search={{ school: schoolId }}>
                {ofSchool.all}
              </Link>
            </span>
            {add}
          </p>
          <RequestTable
            rows={items}
            paging={{ page, pageSize, total, onPage }}
            stale={list.isPlaceholderData}
            empty={null}
            ofSchool
          />
        </div>
      )}
      {sums.visits + sums.consultations > 0 ? <OtherActs overview={sums} /> : null}
    </div>
  );
}
