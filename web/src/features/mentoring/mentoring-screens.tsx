import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { makeMentoringMutation, reviseMentoringMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { MentoringDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { useMe } from '@/api/session';
import { missing } from '@/lib/format';
import { today } from '@/lib/today';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { MentoringForm } from './mentoring-form';
import { bodyOf, comparedFields, emptyValues, type MentoringValues, valuesOf, valueWords } from './mentoring-values';
import { mentoringChanged, mentoringOptions, namedSchoolOptions } from './queries';
import { form, kindNames, ru } from './ru';

/** A new pairing; the address may name the school that is helped. */
export function AddMentoring({ schoolId }: { schoolId: string | undefined }) {
  const queryClient = useQueryClient();
  const make = useMutation({ ...makeMentoringMutation(), mutationKey: ['make-mentoring'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const now = today(useMe().region.timeZone);
  const school = useQuery({ ...namedSchoolOptions(schoolId ?? ''), enabled: Boolean(schoolId) });
  async function save(values: MentoringValues) {
    const made = await make.mutateAsync({ body: bodyOf(values) });
    await mentoringChanged(queryClient, made);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/support/mentoring/$mentoringId', params: { mentoringId: made.id } });
  }
  return (
    <>
      <PageHeader title={form.addTitle} answer={form.addAnswer} />
      {school.isLoading ? (
        <DelayedSkeleton />
      ) : (
        <MentoringForm
          initial={emptyValues(now, school.data?.id)}
          named={school.data ? [{ value: school.data.id, label: school.data.name }] : []}
          submitLabel={ru.add}
          save={save}
          pending={make.isPending}
          problem={make.error}
          done={done}
          onCancel={() => void navigate({ to: '/support/mentoring' })}
        />
      )}
    </>
  );
}

/** Those who take part, by the id under which the form holds them. */
const namesOf = ({ parties }: MentoringDetails) =>
  parties.flatMap(({ teacherId, schoolId, organisationId, person, name }) => {
    const value = teacherId ?? schoolId ?? organisationId;
    return value ? [{ value, label: person && teacherId ? `${person}, ${name}` : name }] : [];
  });

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditMentoring({ mentoringId }: { mentoringId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(mentoringOptions(mentoringId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<MentoringDetails>(current);
  const [conflict, setConflict] = useState<{ mine: MentoringValues; theirs: MentoringDetails } | null>(null);
  const revise = useMutation({ ...reviseMentoringMutation(), mutationKey: ['revise-mentoring'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/support/mentoring/$mentoringId', params: { mentoringId } });

  async function save(values: MentoringValues, version: number) {
    try {
      const saved = await revise.mutateAsync({
        path: { id: mentoringId },
        headers: ifMatch(version),
        body: bodyOf(values),
      });
      setConflict(null);
      await mentoringChanged(queryClient, saved);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...mentoringOptions(mentoringId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }
  const nameOf = (theirs: MentoringDetails) => (id: string) =>
    [...namesOf(theirs), ...namesOf(seen)].find(({ value }) => value === id)?.label ?? missing;

  return (
    <>
      <PageHeader title={form.editTitle} answer={kindNames[seen.kind]} />
      <MentoringForm
        initial={valuesOf(seen)}
        named={namesOf(seen)}
        submitLabel={form.save}
        save={(values) => save(values, seen.version)}
        pending={revise.isPending}
        problem={revise.error && toProblem(revise.error).status !== 412 ? revise.error : null}
        done={done}
        onCancel={() => void toCard()}
      />
      {conflict ? (
        <VersionConflict
          fields={comparedFields.map((field) => ({
            name: ru.fields[field],
            mine: valueWords(conflict.mine, field, nameOf(conflict.theirs)),
            theirs: valueWords(valuesOf(conflict.theirs), field, nameOf(conflict.theirs)),
          }))}
          pending={revise.isPending}
          onMine={() => void save(conflict.mine, conflict.theirs.version).catch(() => undefined)}
          onTheirs={() => {
            setConflict(null);
            done.current = true;
            void toCard();
          }}
          onClose={() => setConflict(null)}
        />
      ) : null}
    </>
  );
}
