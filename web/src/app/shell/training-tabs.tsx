import type { MeDetails } from '@/api/gen/types.gen';
import { TabLinks } from '@/ui/tab-links';
import { trainingTabs } from './training-sections';

export function TrainingTabs({ me }: { me: MeDetails }) {
  return <TabLinks label="Разделы обучения и поддержки" tabs={trainingTabs(me)} />;
}
