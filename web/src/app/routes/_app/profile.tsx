import { createFileRoute } from '@tanstack/react-router';
import { ProfilePage } from '@/features/profile/profile-page';
import { ru } from '@/features/profile/ru';

export const Route = createFileRoute('/_app/profile')({
  head: () => ({ meta: [{ title: `${ru.title} – Опора` }] }),
  component: ProfilePage,
});
