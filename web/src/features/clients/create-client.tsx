import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { createClientMutation } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/api/session';
import { PageHeader } from '@/ui/page-header';
import { ClientForm, type ClientValues, networkList } from './client-form';
import { KeyShown } from './key-shown';
import { clientChanged } from './queries';
import { form, ofKind, ru } from './ru';

export function CreateClient() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { region } = useMe();
  const create = useMutation({ ...createClientMutation(), mutationKey: ['create-client'], gcTime: 0 });
  async function save(values: ClientValues) {
    const { networks, expiresOn, ...rest } = values;
    const issued = await create.mutateAsync({
      body: { ...rest, name: rest.name.trim(), expiresOn, networks: networkList(networks) },
    });
    await clientChanged(queryClient, issued.client);
  }
  const issued = create.data;
  return (
    <>
      <PageHeader
        title={issued ? issued.client.name : form.addTitle}
        above={
          <p style={{ margin: '0 0 6px' }}>
            <Link to="/clients">{ru.title}</Link>
          </p>
        }
        answer={issued ? undefined : form.addAnswer}
      />
      {issued ? (
        <KeyShown
          value={issued.key}
          onDone={() => void navigate({ to: '/clients/$clientId', params: { clientId: issued.client.id } })}
        />
      ) : (
        <ClientForm
          initial={{
            name: '',
            kind: 'integration',
            place: region.code,
            permissions: ofKind.integration,
            expiresOn: null,
            networks: '',
          }}
          isNew
          save={save}
          pending={create.isPending}
          problem={create.error}
          onCancel={() => void navigate({ to: '/clients' })}
        />
      )}
    </>
  );
}
