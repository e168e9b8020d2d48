import { createFileRoute } from '@tanstack/react-router';
import { subjectsOptions } from '@/api/dictionaries';
import { CoursePage } from '@/features/training/course-page';
import { courseOptions, deficitsOptions, runsOptions } from '@/features/training/queries';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/courses/$courseId')({
  loader: async ({ context: { queryClient }, params: { courseId } }) => {
    const [course] = await Promise.all([
      queryClient.ensureQueryData(courseOptions(courseId)),
      queryClient.ensureQueryData(runsOptions(courseId)),
      queryClient.ensureQueryData(subjectsOptions()),
      queryClient.ensureQueryData(deficitsOptions()),
    ]);
    return { title: course.title };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.title ?? titles.courses} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { courseId } = Route.useParams();
  return <CoursePage courseId={courseId} />;
}
