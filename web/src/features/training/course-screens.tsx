import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { municipalitiesOptions } from '@/api/dictionaries';
import { offerCourseMutation, reviseCourseMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { CourseDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { useMe } from '@/api/session';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { CourseForm } from './course-form';
import { type CourseValues, courseBody, courseValues, emptyCourse } from './course-values';
import { courseOptions, trainingChanged } from './queries';
import { form, formNames, ru } from './ru';
import { titles } from './titles';

export function AddCourse() {
  const queryClient = useQueryClient();
  const { role } = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const add = useMutation({ ...offerCourseMutation(), mutationKey: ['offer-course'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const own = role === 'Coordinator' && municipalities.length === 1 ? (municipalities[0]?.code ?? null) : null;
  async function save(values: CourseValues) {
    const body = { facts: courseBody(values), municipalityCode: values.municipalityCode || null };
    const added = await add.mutateAsync({ body });
    await trainingChanged(queryClient);
    done.current = true;
    doneToast(form.courseAdded);
    await navigate({ to: '/training/courses/$courseId', params: { courseId: added.id } });
  }
  return (
    <>
      <PageHeader title={titles.addCourse} answer={form.courseAnswer} />
      <CourseForm
        initial={emptyCourse(own)}
        isNew
        save={save}
        pending={add.isPending}
        problem={add.error}
        done={done}
        onCancel={() => void navigate({ to: '/training/courses' })}
      />
    </>
  );
}

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditCourse({ courseId }: { courseId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(courseOptions(courseId)).data;
  const [seen] = useState<CourseDetails>(current);
  const [conflict, setConflict] = useState<{ mine: CourseValues; theirs: CourseDetails } | null>(null);
  const revise = useMutation({ ...reviseCourseMutation(), mutationKey: ['revise-course'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/training/courses/$courseId', params: { courseId } });
  async function save(values: CourseValues, version: number) {
    try {
      await revise.mutateAsync({ path: { id: courseId }, headers: ifMatch(version), body: courseBody(values) });
      setConflict(null);
      await trainingChanged(queryClient);
      done.current = true;
      doneToast(form.courseSaved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status === 412)
        setConflict({
          mine: values,
          theirs: await queryClient.fetchQuery({ ...courseOptions(courseId), staleTime: 0 }),
        });
      throw error;
    }
  }
  const words = (values: CourseValues) => [
    values.title,
    values.hours,
    formNames[values.form],
    values.deficits.join(', '),
  ];
  const names = [ru.fields.title, ru.fields.hours, ru.fields.form, ru.fields.deficits];
  return (
    <>
      <PageHeader title={titles.editCourse} answer={seen.title} />
      <CourseForm
        initial={courseValues(seen)}
        provider={seen.provider}
        isNew={false}
        save={(values) => save(values, seen.version)}
        pending={revise.isPending}
        problem={revise.error && toProblem(revise.error).status !== 412 ? revise.error : null}
        done={done}
        onCancel={() => void toCard()}
      />
      {conflict ? (
        <VersionConflict
          fields={names.map((name, i) => ({
            name,
            mine: words(conflict.mine)[i] ?? '',
            theirs: words(courseValues(conflict.theirs))[i] ?? '',
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
