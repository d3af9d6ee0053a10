import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import { LINK_AT_MOST, type Link } from '../../sharing/link.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { addressWith, copyLink } from './copy-link.ts';
import { KeptList } from './kept-list.tsx';
import type { Told } from './told.ts';
import { saveViews } from './view-files.ts';
import type { ViewSharing } from './view-sharing.ts';

/** Sends the view as a link, keeps it under a name, and opens what was kept. */
export function ViewsDialog({
  sharing,
  close,
}: {
  readonly sharing: ViewSharing;
  readonly close: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const phone = useMedia(PHONE);
  return (
    <Sheet
      title={t('views.title')}
      close={t('app.close')}
      at={phone ? 'bottom' : 'middle'}
      isOpen
      onOpenChange={(open) => !open && close()}
    >
      <div className="views">
        <LinkPart sharing={sharing} />
        <KeptList sharing={sharing} close={close} />
      </div>
    </Sheet>
  );
}

function LinkPart({ sharing }: { readonly sharing: ViewSharing }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const link = useLink(sharing);
  const field = useRef<HTMLInputElement>(null);
  const [said, say] = useState<Told['kind'] | null>(null);
  const copy = (): void => {
    void copyLink(sharing).then(({ kind }) => {
      say(kind);
      if (kind === 'NOT_COPIED') field.current?.select();
    });
  };
  const size = { length: number(link?.length ?? 0), most: number(LINK_AT_MOST) };
  return (
    <section className="views-part" aria-label={t('views.link')}>
      <h3 className="section-title">{t('views.link')}</h3>
      {link === null || link.fits ? (
        <>
          <div className="views-row">
            <input
              ref={field}
              className="field-input views-link"
              readOnly
              aria-label={t('views.link')}
              value={link === null ? '' : addressWith(link.fragment)}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button look="solid" onPress={copy} isDisabled={link === null}>
              <Icon name={said === 'COPIED' ? 'check' : 'copy'} /> {t('views.copyShort')}
            </Button>
          </div>
          <p className="field-note">{link !== null && t('views.carries', size)}</p>
        </>
      ) : (
        <>
          <p className="views-long">
            <Icon name="warning" /> {t('views.tooLong', size)}
          </p>
          <div>
            <Button look="solid" onPress={() => saveViews(sharing, t('views.untitled'))}>
              {t('views.saveThis')}
            </Button>
          </div>
        </>
      )}
      <p className="views-said" role="status">
        {said === 'COPIED' && t('views.copied')}
        {said === 'NOT_COPIED' && t('views.notCopiedAdvice')}
      </p>
    </section>
  );
}

/** A link to the view as it was when the dialog was opened; null until it is made. */
function useLink(sharing: ViewSharing): Link | null {
  const [link, setLink] = useState<Link | null>(null);
  useEffect(() => {
    let wanted = true;
    void sharing.link().then((made) => {
      if (wanted) setLink(made);
    });
    return () => {
      wanted = false;
    };
  }, [sharing]);
  return link;
}
