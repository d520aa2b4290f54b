// One letter's text: editing it, looking at it on a real customer, checking it with everybody, and keeping it.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend, type TemplateRow, type TemplateText } from '../../../backend';
import { Button } from '../../../components/Button';
import { Chip } from '../../../components/Chip';
import { TextEditor } from '../../../components/letterText/TextEditor';
import { RoomHead } from '../../../components/RoomHead';
import { ErrorStrip, Skeleton, wordError } from '../../../components/States';
import { useLanguage, useText } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { useAct } from '../../session/useAct';
import { CheckResult } from './CheckResult';
import { TemplatePreviewPane } from './TemplatePreviewPane';
import { useTemplateCheck } from './useTemplateCheck';
import { VersionsSheet } from './VersionsSheet';

type Props = { row: TemplateRow; title: string };

function Editor({ row, title, kept }: Props & { kept: TemplateText }) {
  const t = useText();
  const words = t.texts;
  const { act, busy, failure } = useAct();
  const [draft, setDraft, forget] = useDraft<string | null>(`dunning.template.${row.name}`, null);
  const [versions, setVersions] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const check = useTemplateCheck(row.name);
  const text = draft ?? kept.text;
  const changed = text !== kept.text;
  const set = (next: string) => setDraft(next === kept.text ? null : next);
  const fresh = check.of === text ? check.result : undefined;
  const refused = refusal ?? failure ?? (check.of === text ? check.error : null);
  const said = refused ? wordError(refused, t) : null;

  const keep = async () => {
    const done = await act('configure', { what: 'template', name: row.name, text }, { ownErrors: true });
    if (!done) return;
    forget();
    setDraft(null);
  };
  /** Nothing is used before it was tried on everybody; what does not fit is shown first. */
  const save = async () => {
    const result = fresh ?? (await check.run(text));
    if (result && result.problems.length === 0) await keep();
  };

  return (
    <section className="template" aria-label={title}>
      <RoomHead title={title} lead={words.intro}>
        <Button weight="quiet" onPress={() => setVersions(true)}>
          {words.versions}
        </Button>
        <Button weight="quiet" isDisabled={text === kept.shipped} onPress={() => set(kept.shipped)}>
          {words.shipped}
        </Button>
      </RoomHead>
      <div className="template-split">
        <div className="template-words">
          <TextEditor
            value={text}
            onChange={(next) => {
              set(next);
              setRefusal(null);
            }}
            locked={kept.locked}
            fields={kept.fields}
            problem={said ? [said.message, said.hint].filter(Boolean).join(' ') : undefined}
          />
        </div>
        <TemplatePreviewPane row={row} text={changed ? text : undefined} onRefused={setRefusal} />
      </div>
      <footer className="template-foot">
        <div className="template-buttons">
          <Button
            weight="primary"
            isDisabled={!changed || check.busy || Boolean(refused)}
            isPending={busy}
            onPress={() => void (fresh && fresh.problems.length > 0 ? keep() : save())}
          >
            {fresh && fresh.problems.length > 0 ? words.saveAnyway : words.save}
          </Button>
          <Button isDisabled={check.busy} onPress={() => void check.run(text)}>
            {words.check}
          </Button>
          <Button isDisabled={!changed} onPress={() => set(kept.text)}>
            {words.restore}
          </Button>
          {changed && <Chip tone="held">{words.draft}</Chip>}
        </div>
        <CheckResult check={check} stale={check.of !== null && check.of !== text} />
      </footer>
      <VersionsSheet
        isOpen={versions}
        onClose={() => setVersions(false)}
        versions={kept.versions}
        onUse={(version) => {
          set(version);
          setVersions(false);
        }}
      />
    </section>
  );
}

export function TemplateEditor({ row, title }: Props) {
  const backend = useBackend();
  const lang = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['template_read', lang, row.name],
    queryFn: () => backend.call('template_read', { name: row.name }),
    staleTime: Infinity,
  });
  if (error) {
    return (
      <div className="template-wait">
        <ErrorStrip reason={error} />
      </div>
    );
  }
  if (!data) {
    return (
      <div className="template-wait">
        <Skeleton lines={['title', 'text', 'block', 'block']} />
      </div>
    );
  }
  return <Editor row={row} title={title} kept={data} />;
}
