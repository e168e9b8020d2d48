import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { reviseRegionSettingsMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { RegionSettingsDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { useMe } from '@/api/session';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { LogoCard } from './logo-card';
import { settingsChanged, settingsOptions } from './queries';
import { ru } from './ru';
import { SettingsForm } from './settings-form';
import { inWords, revision, type SettingsValues, valuesOf } from './values';

interface Conflict {
  mine: SettingsValues;
  theirs: RegionSettingsDetails;
  /** Ends the waiting save: with the values that hold from then on, or without any when nothing was decided. */
  end: (values?: SettingsValues) => void;
}

/** What holds for the whole region, saved under the version that was seen. */
export function SettingsPage() {
  const { region } = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const current = useSuspenseQuery(settingsOptions(region.code)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen, setSeen] = useState(current);
  const [conflict, setConflict] = useState<Conflict>();
  const revise = useMutation({ ...reviseRegionSettingsMutation(), mutationKey: ['revise-settings'] });

  async function send(values: SettingsValues, version: number): Promise<SettingsValues> {
    const path = { code: region.code };
    const saved = await revise.mutateAsync({ path, headers: ifMatch(version), body: revision(values) });
    setSeen(saved);
    doneToast(ru.saved);
    const { mustSetUpSecondFactor } = await settingsChanged(queryClient, saved);
    // After the form has taken the saved values, otherwise it would ask whether to leave.
    if (mustSetUpSecondFactor) setTimeout(() => void navigate({ to: '/profile' }));
    return valuesOf(saved);
  }

  const readTheirs = () => queryClient.fetchQuery({ ...settingsOptions(region.code), staleTime: 0 });

  async function save(values: SettingsValues): Promise<SettingsValues | undefined> {
    try {
      return await send(values, seen.version);
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await readTheirs();
      return await new Promise((end) => setConflict({ mine: values, theirs, end }));
    }
  }

  async function keepMine({ mine, theirs, end }: Conflict) {
    try {
      decide(await send(mine, theirs.version));
    } catch (error) {
      // Changed once more while both versions were compared.
      if (toProblem(error).status === 412) setConflict({ mine, theirs: await readTheirs(), end });
      else decide();
    }
  }

  function decide(values?: SettingsValues) {
    conflict?.end(values);
    setConflict(undefined);
  }

  return (
    <>
      <PageHeader title={ru.title} answer={ru.answer} />
      <SettingsForm
        settings={seen}
        save={save}
        problem={revise.error && toProblem(revise.error).status !== 412 ? revise.error : null}
      >
        <LogoCard hasLogo={current.hasLogo} />
      </SettingsForm>
      {conflict ? (
        <VersionConflict
          fields={inWords(conflict.mine).map(({ name, value }, at) => ({
            name,
            mine: value,
            theirs: inWords(valuesOf(conflict.theirs))[at]?.value ?? '',
          }))}
          pending={revise.isPending}
          onMine={() => void keepMine(conflict)}
          onTheirs={() => {
            setSeen(conflict.theirs);
            decide(valuesOf(conflict.theirs));
          }}
          onClose={() => decide()}
        />
      ) : null}
    </>
  );
}
