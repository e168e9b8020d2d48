import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reviseTeacherMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { TeacherDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { teacherChanged, teacherOptions } from './queries';
import { form, ru } from './ru';
import { TeacherForm } from './teacher-form';
import { useSubjectNames } from './teacher-table';
import { bodyOf, comparedFields, type TeacherValues, valuesOf, valueWords } from './teacher-values';
import { titles } from './titles';

interface Conflict {
  mine: TeacherValues;
  confirmed: boolean;
  theirs: TeacherDetails;
}

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditTeacher({ teacherId }: { teacherId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(teacherOptions(teacherId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<TeacherDetails>(current);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const revise = useMutation({ ...reviseTeacherMutation(), mutationKey: ['revise-teacher'] });
  const named = useSubjectNames();
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/training/teachers/$teacherId', params: { teacherId } });

  async function save(values: TeacherValues, confirmed: boolean, version: number) {
    try {
      const body = { facts: bodyOf(values), sameNameConfirmed: confirmed };
      const saved = await revise.mutateAsync({ path: { id: teacherId }, headers: ifMatch(version), body });
      setConflict(null);
      await teacherChanged(queryClient, saved);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...teacherOptions(teacherId), staleTime: 0 });
      setConflict({ mine: values, confirmed, theirs });
      throw error;
    }
  }
  return (
    <>
      <PageHeader title={titles.edit} answer={seen.school.name} />
      <TeacherForm
        initial={valuesOf(seen)}
        submitLabel={form.save}
        save={(values, confirmed) => save(values, confirmed, seen.version)}
        pending={revise.isPending}
        problem={revise.error && toProblem(revise.error).status !== 412 ? revise.error : null}
        done={done}
        onCancel={() => void toCard()}
      />
      {conflict ? (
        <VersionConflict
          fields={comparedFields.map((field) => ({
            name: ru.fields[field],
            mine: valueWords(conflict.mine, field, named),
            theirs: valueWords(valuesOf(conflict.theirs), field, named),
          }))}
          pending={revise.isPending}
          onMine={() => void save(conflict.mine, conflict.confirmed, conflict.theirs.version).catch(() => undefined)}
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
