import { createFileRoute, Outlet } from '@tanstack/react-router';
import { SectionTabs } from '@/features/indicators/section-tabs';

export const Route = createFileRoute('/_app/indicators')({ component: Section });

function Section() {
  return (
    <>
      <SectionTabs />
      <Outlet />
    </>
  );
}
