import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { EventPage } from '@/features/events/event-page';
import { eventOptions } from '@/features/events/queries';
import { titles } from '@/features/events/titles';

export const Route = createFileRoute('/_app/training/events/$eventId')({
  loader: async ({ context: { queryClient }, params: { eventId } }) => {
    const [event] = await Promise.all([
      queryClient.ensureQueryData(eventOptions(eventId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]);
    return { title: event.title };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.title ?? titles.event} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { eventId } = Route.useParams();
  return <EventPage eventId={eventId} />;
}
