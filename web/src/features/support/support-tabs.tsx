import { useNavigate } from '@tanstack/react-router';
import { Switcher } from '@/ui/switcher';
import { tabs } from './ru';
import classes from './support.module.css';

const addresses = {
  requests: '/support/specialists',
  sessions: '/support/specialists/sessions',
  overview: '/support/specialists/overview',
  visits: '/support/specialists/visits',
  consultations: '/support/specialists/consultations',
} as const;
type View = keyof typeof addresses;
const views = Object.keys(addresses) as View[];

/** The pages of support, each an address of its own. */
export function SupportTabs({ open }: { open: View }) {
  const navigate = useNavigate();
  return (
    <div className={`${classes.views} no-print`}>
      <Switcher
        label={tabs.label}
        value={open}
        options={views.map((value) => ({ value, label: tabs[value] }))}
        onChange={(view) => void navigate({ to: addresses[view] })}
      />
    </div>
  );
}
