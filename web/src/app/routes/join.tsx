import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toProblem } from '@/api/problem';
import { EntryPage } from '@/features/access/entry-page';
import { JoinForm } from '@/features/access/join-form';
import { linkOptions } from '@/features/access/queries';
import { ru } from '@/features/access/ru';
import { titles } from '@/features/access/titles';
import { LinkButton } from '@/ui/link-button';

export const Route = createFileRoute('/join')({
  head: () => ({ meta: [{ title: `${titles.join} – Опора` }] }),
  component: JoinPage,
});

/** The secret stands behind «#» of the address: it reaches no server but as the body of a request. */
function JoinPage() {
  const token = useLocation({ select: ({ hash }) => hash });
  const link = useQuery({ ...linkOptions(token), enabled: token !== '' });
  const navigate = useNavigate();
  const [toSignIn, setToSignIn] = useState(false);
  const back = <LinkButton to="/sign-in">{ru.join.toSignIn}</LinkButton>;
  if (!token)
    return (
      <EntryPage screen="join" title={ru.join.noToken} answer={ru.join.noTokenText}>
        {back}
      </EntryPage>
    );
  if (toSignIn)
    return (
      <EntryPage screen="join" title={ru.join.done} answer={ru.join.doneText}>
        {back}
      </EntryPage>
    );
  if (link.error) {
    const problem = toProblem(link.error);
    return (
      <EntryPage screen="join" title={problem.title} answer={problem.detail ?? ''}>
        {back}
      </EntryPage>
    );
  }
  if (!link.data)
    return (
      <EntryPage screen="join" title={ru.join.title}>
        {null}
      </EntryPage>
    );
  const { displayName, purpose, place } = link.data;
  return (
    <EntryPage
      screen="join"
      title={ru.join.hello(displayName)}
      answer={purpose === 'Invitation' ? ru.join.invited(ru.join[place.kind](place.name)) : ru.join.reset}
    >
      <JoinForm
        token={token}
        view={link.data}
        onDone={(signedIn) => (signedIn ? void navigate({ to: '/', replace: true }) : setToSignIn(true))}
      />
    </EntryPage>
  );
}
