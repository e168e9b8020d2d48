import { type TabLink, TabLinks } from '@/ui/tab-links';

const tabs: readonly TabLink[] = [
  { label: 'Сводка', link: { to: '/indicators' }, path: '/indicators' },
  { label: 'Ввод', link: { to: '/indicators/entry' }, path: '/indicators/entry' },
  { label: 'Сдача периодов', link: { to: '/indicators/reports' }, path: '/indicators/reports' },
  { label: 'Рекомендации', link: { to: '/recommendations' }, path: '/recommendations' },
  {
    label: 'Определения',
    link: { to: '/indicators/definitions' },
    path: '/indicators/definitions',
    below: true,
  },
  {
    label: 'Динамика результатов',
    link: { to: '/indicators/dynamics' },
    path: '/indicators/dynamics',
    below: true,
  },
];

/** The pages of «Показатели», each an address of its own. */
export function SectionTabs() {
  return <TabLinks label="Разделы показателей" tabs={tabs} />;
}
