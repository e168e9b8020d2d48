import { useNavigate } from '@tanstack/react-router';
import { Switcher } from '@/ui/switcher';
import classes from './diagnostics.module.css';
import { views } from './ru';

const addresses = {
  list: '/training/diagnostics',
  counts: '/training/diagnostics/deficits',
  chains: '/training/diagnostics/chains',
  dictionary: '/training/diagnostics/dictionary',
} as const;

/** Campaigns, the deficits that they found, what came of them, and the dictionary of it all. */
export function Views({ open }: { open: keyof typeof addresses }) {
  const navigate = useNavigate();
  return (
    <div className={`${classes.views} no-print`}>
      <Switcher
        label={views.label}
        value={open}
        options={(Object.keys(addresses) as (keyof typeof addresses)[]).map((value) => ({
          value,
          label: views[value],
        }))}
        onChange={(view) => void navigate({ to: addresses[view] })}
      />
    </div>
  );
}
