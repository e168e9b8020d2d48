import { Link } from '@tanstack/react-router';
import type { Change } from '@/api/gen/types.gen';

/** The name of what changed, as a link to its page where it has one. */
export function ThingLink({ change }: { change: Change }) {
  const { thing, thingKey, thingName, rootId, school } = change;
  const text = thingName ?? school?.name;
  if (!text) return null;
  switch (thing) {
    case 'School':
      return (
        <Link to="/schools/$schoolId" params={{ schoolId: thingKey }}>
          {text}
        </Link>
      );
    case 'CohortMember':
      return rootId ? (
        <Link to="/cohorts/$cohortId" params={{ cohortId: rootId }}>
          {text}
        </Link>
      ) : (
        text
      );
    case 'Cohort':
      return (
        <Link to="/cohorts/$cohortId" params={{ cohortId: thingKey }}>
          {text}
        </Link>
      );
    case 'MachineClient':
      return (
        <Link to="/clients/$clientId" params={{ clientId: thingKey }}>
          {text}
        </Link>
      );
    case 'Person':
      return (
        <Link to="/people/$personId" params={{ personId: thingKey }}>
          {text}
        </Link>
      );
    case 'Organisation':
    case 'StaffMember':
      return (
        <Link to="/organisations/$organisationId" params={{ organisationId: thingKey }}>
          {text}
        </Link>
      );
    case 'Recommendation':
      return (
        <Link to="/recommendations/$recommendationId" params={{ recommendationId: thingKey }}>
          {text}
        </Link>
      );
    case 'Partnership':
      return change.action === 'removed' ? (
        text
      ) : (
        <Link to="/support/partnerships/$partnershipId" params={{ partnershipId: thingKey }}>
          {text}
        </Link>
      );
    case 'Mentoring':
      return change.action === 'removed' || change.action === 'exported' ? (
        text
      ) : (
        <Link to="/support/mentoring/$mentoringId" params={{ mentoringId: thingKey }}>
          {text}
        </Link>
      );
    case 'Selection':
    case 'SelectionApplication':
      return change.action === 'removed' ? (
        text
      ) : (
        <Link to="/support/selections/$selectionId" params={{ selectionId: rootId ?? thingKey }}>
          {text}
        </Link>
      );
    case 'InternshipSite':
      return (
        <Link to="/support/internships/sites/$siteId" params={{ siteId: thingKey }}>
          {text}
        </Link>
      );
    case 'Internship':
      return change.action === 'exported' ? (
        text
      ) : (
        <Link to="/support/internships/$internshipId" params={{ internshipId: thingKey }}>
          {text}
        </Link>
      );
    case 'Course':
      return (
        <Link to="/training/courses/$courseId" params={{ courseId: thingKey }}>
          {text}
        </Link>
      );
    case 'CourseRun':
      return (
        <Link to="/training/runs/$runId" params={{ runId: thingKey }}>
          {text}
        </Link>
      );
    case 'DiagnosticCampaign':
    case 'DiagnosticResult': {
      const diagnosticId = thing === 'DiagnosticCampaign' ? thingKey : rootId;
      return change.action === 'removed' || !diagnosticId ? (
        text
      ) : (
        <Link to="/training/diagnostics/$diagnosticId" params={{ diagnosticId }}>
          {text}
        </Link>
      );
    }
    case 'Teacher':
      return change.action === 'exported' ? (
        text
      ) : (
        <Link to="/training/teachers/$teacherId" params={{ teacherId: thingKey }}>
          {text}
        </Link>
      );
    case 'SpecialistRequest':
    case 'SupportSession':
      return (
        <Link to="/support/specialists/$requestId" params={{ requestId: rootId ?? thingKey }}>
          {text}
        </Link>
      );
    case 'Municipality':
      return (
        <Link to="/schools" search={{ municipality: thingKey }}>
          {text}
        </Link>
      );
    default:
      return text;
  }
}
