// Asks for a path in words, where no system dialog exists (the test bridge in a browser).

import { useState, type FormEvent } from 'react';
import { usePathRequest, type PathRequest } from '../backend';
import { useText } from '../i18n';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './TextField';

function PathForm({ request }: { request: PathRequest }) {
  const t = useText();
  const [path, setPath] = useState(request.options.start ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.answer(path.trim() === '' ? null : path.trim());
  };
  return (
    <Dialog
      title={request.options.title || t.path.title[request.kind]}
      isOpen
      onClose={() => request.answer(null)}
      buttons={
        <>
          <Button onPress={() => request.answer(null)}>{t.common.cancel}</Button>
          <Button weight="primary" type="submit" form="path-form">
            {t.path.confirm}
          </Button>
        </>
      }
    >
      <form id="path-form" onSubmit={submit}>
        <TextField label={t.path.label} value={path} onChange={setPath} autoFocus mono />
      </form>
    </Dialog>
  );
}

export function PathDialog() {
  const request = usePathRequest();
  return request ? <PathForm key={`${request.kind} ${request.options.title}`} request={request} /> : null;
}
