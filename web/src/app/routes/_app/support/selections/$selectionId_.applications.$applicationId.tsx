import { createFileRoute } from '@tanstack/react-router';
import { ApplicationPage } from '@/features/selections/application-page';
import { applicationOptions, selectionOptions } from '@/features/selections/queries';
import { titles } from '@/features/selections/titles';

export const Route = createFileRoute('/_app/support/selections/$selectionId_/applications/$applicationId')({
  loader: async ({ context: { queryClient }, params: { selectionId, applicationId } }) => {
    await Promise.all([
      queryClient.ensureQueryData(selectionOptions(selectionId)),
      queryClient.ensureQueryData(applicationOptions(selectionId, applicationId)),
    ]);
  },
  head: () => ({ meta: [{ title: `${titles.application} – Опора` }] }),
  component: CardScreen,
});

function CardScreen() {
  const { selectionId, applicationId } = Route.useParams();
  return <ApplicationPage selectionId={selectionId} applicationId={applicationId} />;
}
