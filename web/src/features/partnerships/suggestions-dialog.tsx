import { useQuery } from '@tanstack/react-query';
import { subjectsOptions } from '@/api/dictionaries';
import type { PartnershipGap } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Dialog } from '@/ui/dialog';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { subjectNames } from './partner-words';
import classes from './partnerships.module.css';
import { partnersOptions } from './queries';
import { gaps, partners } from './ru';

/** Who can help a school: neighbours first, then those with the most room. */
export function SuggestionsDialog({ school, onClose }: { school: PartnershipGap; onClose: () => void }) {
  const { data, error, refetch } = useQuery(partnersOptions({ near: school.schoolId, free: 'true' }));
  const subjects = useQuery(subjectsOptions()).data ?? [];
  return (
    <Dialog title={gaps.suggestTitle(school.schoolName)} size="lg" onClose={onClose}>
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton /> : null}
      {data?.items.length === 0 ? <p>{gaps.noSuggestions}</p> : null}
      <ul className={classes.suggestions}>
        {data?.items.map((partner) => (
          <li key={partner.id}>
            <span>
              <b>{partner.schoolName}</b>
              <span className={classes.line}>
                {shortPlace(partner.municipalityName)} · {subjectNames(partner.subjects, subjects)} ·{' '}
                {partners.free.toLowerCase()}: {partner.free === null ? partners.unknown : formatNumber(partner.free)}
              </span>
              {partner.note ? <span className={classes.soft}>{partner.note}</span> : null}
            </span>
            <LinkButton
              size="compact-md"
              variant="default"
              to="/support/partnerships/new"
              search={{ school: school.schoolId, partner: partner.schoolId }}
            >
              {gaps.make}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
