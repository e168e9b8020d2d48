import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { SchoolInternships } from '@/features/internships/school-internships';
import { SchoolMentoring } from '@/features/mentoring/school-mentoring';
import { SchoolPartnerships } from '@/features/partnerships/school-partnerships';
import { schoolOptions } from '@/features/schools/queries';
import classes from '@/ui/card-page.module.css';

export const Route = createFileRoute('/_app/schools/$schoolId/partnerships')({ component: PartnershipsTab });

function PartnershipsTab() {
  const { schoolId } = Route.useParams();
  const { state } = useSuspenseQuery(schoolOptions(schoolId)).data;
  const open = state === 'Open';
  return (
    <div className={classes.stack}>
      <SchoolPartnerships schoolId={schoolId} open={open} />
      <SchoolMentoring schoolId={schoolId} open={open} />
      <SchoolInternships schoolId={schoolId} />
    </div>
  );
}
