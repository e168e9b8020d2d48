import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { removeAuthenticatorMutation, renewRecoveryCodesMutation } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/api/session';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { Note } from '@/ui/note';
import { doneToast } from '@/ui/toast';
import { ProofForm } from './proof-form';
import { useMeChange } from './queries';
import { RecoveryCodes } from './recovery-codes';
import { ru } from './ru';
import { SetUpFactor } from './set-up-factor';

export function SecondFactor() {
  const me = useMe();
  const change = useMeChange();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [asking, setAsking] = useState<'off' | 'renew' | null>(null);
  return (
    <Card title={ru.factor.title}>
      <Stack gap="sm">
        {me.mustSetUpSecondFactor ? (
          <Note title={ru.factor.demanded}>
            <p>{ru.factor.demandedText}</p>
          </Note>
        ) : null}
        {codes ? (
          <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
        ) : (
          <p style={{ margin: 0 }}>{me.secondFactor ? ru.factor.on : ru.factor.off}</p>
        )}
        {me.secondFactor || codes ? null : (
          <SetUpFactor
            onCodes={(made) => {
              setCodes(made);
              change({ secondFactor: true, mustSetUpSecondFactor: false });
              doneToast(ru.factor.turnedOn);
            }}
          />
        )}
        {me.secondFactor && !codes ? (
          <Group>
            <Button variant="default" onClick={() => setAsking('renew')}>
              {ru.factor.renew}
            </Button>
            <Button variant="default" onClick={() => setAsking('off')}>
              {ru.factor.turnOff}
            </Button>
          </Group>
        ) : null}
      </Stack>
      {asking === 'off' ? <TurnOff onClose={() => setAsking(null)} /> : null}
      {asking === 'renew' ? (
        <Renew
          onClose={() => setAsking(null)}
          onCodes={(made) => {
            setAsking(null);
            setCodes(made);
          }}
        />
      ) : null}
    </Card>
  );
}

function TurnOff({ onClose }: { onClose: () => void }) {
  const change = useMeChange();
  const remove = useMutation({ ...removeAuthenticatorMutation(), mutationKey: ['remove-authenticator'] });
  return (
    <Dialog title={ru.factor.turnOffTitle} onClose={onClose}>
      <ProofForm
        submitLabel={ru.factor.turnOff}
        withCode
        pending={remove.isPending}
        error={remove.error}
        onCancel={onClose}
        onProof={(body, onError) =>
          remove.mutate(
            { body },
            {
              onSuccess: () => {
                change({ secondFactor: false });
                doneToast(ru.factor.turnedOff);
                onClose();
              },
              onError,
            },
          )
        }
      />
    </Dialog>
  );
}

function Renew({ onClose, onCodes }: { onClose: () => void; onCodes: (codes: readonly string[]) => void }) {
  const renew = useMutation({ ...renewRecoveryCodesMutation(), mutationKey: ['renew-recovery-codes'] });
  return (
    <Dialog title={ru.factor.renewTitle} onClose={onClose}>
      <p style={{ marginTop: 0 }}>{ru.factor.renewText}</p>
      <ProofForm
        submitLabel={ru.factor.renewSubmit}
        pending={renew.isPending}
        error={renew.error}
        onCancel={onClose}
        onProof={({ password }, onError) =>
          renew.mutate({ body: { password } }, { onSuccess: ({ codes }) => onCodes(codes), onError })
        }
      />
    </Dialog>
  );
}
