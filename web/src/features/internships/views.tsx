import { useNavigate } from '@tanstack/react-router';
import type { InternshipState } from '@/api/gen/types.gen';
import { StatusBadge } from '@/ui/status-badge';
import { Switcher } from '@/ui/switcher';
import classes from './internships.module.css';
import { stateNames, stateTones, views } from './ru';

const addresses = { list: '/support/internships', sites: '/support/internships/sites' } as const;

/** Who is an intern, and where interns are taken. */
export function Views({ open }: { open: keyof typeof addresses }) {
  const navigate = useNavigate();
  return (
    <div className={classes.views}>
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

export function StateBadge({ state }: { state: InternshipState }) {
  return <StatusBadge tone={stateTones[state]}>{stateNames[state]}</StatusBadge>;
}
