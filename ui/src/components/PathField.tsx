// A place for something to save, or of a file that exists: the path in words, and a button that opens the system's own dialog.

import { useBackend, type FileFilter } from '../backend';
import { useText } from '../i18n';
import { Button } from './Button';
import { TextField } from './TextField';
import './PathField.css';

type Props = {
  label: string;
  help?: string;
  pickTitle: string;
  value: string;
  onChange: (path: string) => void;
  problem?: string | undefined;
  filters?: FileFilter[];
  /** A file that is there already, rather than a place for a new one. */
  existing?: boolean;
  /** A folder, to put files in. */
  folder?: boolean;
};

export function PathField({
  label,
  help,
  pickTitle,
  value,
  onChange,
  problem,
  filters,
  existing,
  folder,
}: Props) {
  const t = useText();
  const backend = useBackend();
  const pick = async () => {
    const options = { title: pickTitle, ...(value !== '' && { start: value }), ...(filters && { filters }) };
    const ask = folder ? backend.pickFolder : existing ? backend.pickFile : backend.saveFile;
    const path = await ask(options);
    if (path !== null) onChange(path);
  };
  return (
    <div className="path-field">
      <TextField
        label={label}
        help={help}
        value={value}
        onChange={onChange}
        problem={problem}
        spellCheck="false"
        autoComplete="off"
      />
      <Button icon="folder" onPress={() => void pick()}>
        {t.common.choose}
      </Button>
    </div>
  );
}
