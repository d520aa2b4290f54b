// The template editor: every letter in each language at the left, the chosen one to edit at the right.

import { useQuery } from '@tanstack/react-query';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useBackend, type TemplateRow } from '../../../backend';
import { Chip } from '../../../components/Chip';
import { ErrorState, Skeleton } from '../../../components/States';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText, type Text } from '../../../i18n';
import { stepWord } from '../words';
import { TemplateEditor } from './TemplateEditor';
import './Texts.css';

const nameOf = ({ step }: TemplateRow, t: Text) => (step ? stepWord(step, t) : t.texts.statement);

export function TextsTab() {
  const t = useText();
  const backend = useBackend();
  const lang = useLanguage();
  const { place, replace } = useNavigation();
  const { data, error, refetch } = useQuery({
    queryKey: ['templates', lang],
    queryFn: () => backend.call('templates', {}),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
  if (error && !data)
    return <ErrorState title={t.texts.failed} reason={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={['title', 'row', 'row', 'row']} />;
  const { templates } = data;
  // Others lead here by the letter alone; then its Dutch text is meant.
  const chosen =
    templates.find(({ name }) => name === place.open) ??
    templates.find(({ name }) => name.startsWith(`${place.open}.`)) ??
    templates[0];

  return (
    <div className="texts">
      <ListBox
        className="texts-list"
        aria-label={t.texts.list}
        items={templates.map((row) => ({ ...row, id: row.name }))}
        dependencies={[t]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen.name] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (typeof key === 'string') replace({ room: 'dunning', tab: 'texts', open: key });
        }}
      >
        {(row) => (
          <ListBoxItem
            id={row.id}
            className="texts-row"
            textValue={`${nameOf(row, t)} ${t.texts.language[row.language]}`}
          >
            <span className="texts-words">
              <span className="texts-name">{nameOf(row, t)}</span>
              <small>{t.texts.language[row.language]}</small>
            </span>
            {row.changed && <Chip tone="accent">{t.texts.changed}</Chip>}
          </ListBoxItem>
        )}
      </ListBox>
      {chosen && (
        <TemplateEditor
          key={chosen.name}
          row={chosen}
          title={`${nameOf(chosen, t)} · ${t.texts.language[chosen.language]}`}
        />
      )}
    </div>
  );
}
