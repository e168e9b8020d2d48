import { useNavigate } from '@tanstack/react-router';
import { Switcher } from '@/ui/switcher';
import classes from './partnerships.module.css';
import { views } from './ru';

const addresses = {
  list: '/support/partnerships',
  gaps: '/support/partnerships/gaps',
  partners: '/support/partnerships/partners',
  network: '/support/partnerships/network',
} as const;

/** Agreements, who lacks them, who can help, and the picture of it all. */
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
