import { createFileRoute } from '@tanstack/react-router';
import { ProfilePage } from '@/features/profile/profile-page';
import { titles } from '@/features/profile/titles';

export const Route = createFileRoute('/_app/profile')({
  head: () => ({ meta: [{ title: `${titles.profile} – Опора` }] }),
  component: ProfilePage,
});
