// A new administration in three steps: the creditor, the passphrase, the recovery sheet.

import { useState } from 'react';
import type { AdministrationCreated, CreditorForm } from '../../../backend';
import { putDraft, UNKEPT_SHEET, useDraft } from '../../session/drafts';
import { useSession } from '../../session/session';
import { CreditorStep } from './CreditorStep';
import { emptyCreditor } from './creditor';
import { noSecret, SecretStep } from './SecretStep';
import { SheetStep } from './SheetStep';
import { Steps } from './Steps';
import './create.css';

type Step = 0 | 1 | 2;

export function CreateRoom({ onLeave }: { onLeave: () => void }) {
  const { setSession } = useSession();
  const [step, setStep] = useState<Step>(0);
  const [creditor, setCreditor, forgetCreditor] = useDraft<CreditorForm>('new.creditor', emptyCreditor);
  // Not a draft: a passphrase lives no longer than this room.
  const [secret, setSecret] = useState(noSecret);
  const [created, setCreated] = useState<AdministrationCreated | null>(null);

  const made = (answer: AdministrationCreated) => {
    // Before the fields are forgotten: the window is not to close unasked in between.
    putDraft(UNKEPT_SHEET, true);
    forgetCreditor();
    setSecret(noSecret);
    setCreated(answer);
    setStep(2);
  };

  return (
    <div className="create-room">
      <div className="create">
        <Steps current={step} />
        <main className="create-main">
          {step === 0 && (
            <CreditorStep
              creditor={creditor}
              onChange={setCreditor}
              onBack={onLeave}
              onNext={() => setStep(1)}
            />
          )}
          {step === 1 && (
            <SecretStep
              creditor={creditor}
              secret={secret}
              onChange={setSecret}
              onBack={() => setStep(0)}
              onMade={made}
            />
          )}
          {step === 2 && created && (
            <SheetStep
              name={creditor.name}
              created={created}
              // Only now does the window enter the administration: the sheet comes first.
              onDone={() => setSession(created.session)}
            />
          )}
        </main>
      </div>
    </div>
  );
}
