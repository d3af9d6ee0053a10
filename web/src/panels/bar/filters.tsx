import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DateFilter } from './date-filter.tsx';
import { EvidenceFilter } from './evidence-filter.tsx';
import { PlaceFilter, SectorFilter } from './node-filters.tsx';

/** What narrows the question. Changing one asks again. */
export function Filters(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="filters" role="group" aria-label={t('filter.title')}>
      <PlaceFilter />
      <SectorFilter />
      <DateFilter />
      <EvidenceFilter />
    </div>
  );
}

/** On a phone the filters stand in a sheet; place and evidence are in reach beside its button, and what else belongs in the row. */
export function PhoneFilters({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="phone-filters">
      <Button onPress={() => setOpen(true)}>
        <Icon name="filter" /> {t('filter.title')}
      </Button>
      <PlaceFilter />
      <EvidenceFilter />
      {children}
      <Sheet title={t('filter.title')} close={t('app.close')} at="bottom" isOpen={isOpen} onOpenChange={setOpen}>
        <div className="sheet-filters">
          <Filters />
          <Button look="solid" onPress={() => setOpen(false)}>
            {t('filter.done')}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
