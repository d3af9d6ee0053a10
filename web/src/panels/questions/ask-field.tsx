import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

/** The longest text the API takes. */
const LONGEST = 200;

/** A question in one's own words, matched to a named one by a fixed grammar. */
export function AskField({
  typed,
  submit,
  children,
}: {
  /** What stands in it at first. */
  readonly typed: string | null;
  readonly submit: (text: string) => void;
  /** What became of the text that was asked last; spoken. */
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState(typed ?? '');
  return (
    <div className="ask">
      <form
        className="ask-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') submit(text.trim());
        }}
      >
        <input
          className="ask-input"
          aria-label={t('questions.type')}
          placeholder={t('questions.placeholder')}
          maxLength={LONGEST}
          value={text}
          autoComplete="off"
          enterKeyHint="go"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t('questions.ask')}</Button>
      </form>
      <div role="status" className="ask-outcome">
        {children}
      </div>
    </div>
  );
}
