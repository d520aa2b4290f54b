// The e-mail around a letter, as it will be written; the letter itself goes along as its attachment.

import type { ReactNode } from 'react';
import type { LetterPreview } from '../../../backend';
import { Icon } from '../../../components/Icon';
import { useText } from '../../../i18n';

type Mail = NonNullable<LetterPreview['mail']>;

export function MailView({ mail, tools, foot }: { mail: Mail; tools: ReactNode; foot: ReactNode }) {
  const t = useText();
  return (
    <div className="pdf">
      <div className="pdf-bar">
        <div className="pdf-tools">{tools}</div>
      </div>
      {/* Focusable, because it scrolls and has nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="pdf-scroll" tabIndex={0} role="region" aria-label={t.dunning.letter.mail}>
        <article className="run-mail">
          <dl className="run-mail-head">
            <dt>{t.dunning.letter.mailTo}</dt>
            <dd>{mail.to}</dd>
            <dt>{t.dunning.letter.mailSubject}</dt>
            <dd>{mail.subject}</dd>
            <dt>{t.dunning.letter.mailAttached}</dt>
            <dd className="run-mail-file">
              <Icon name="file" size={15} />
              {t.dunning.letter.paper} (PDF)
            </dd>
          </dl>
          <p className="run-mail-body">{mail.body}</p>
        </article>
      </div>
      <div className="pdf-foot">{foot}</div>
    </div>
  );
}
