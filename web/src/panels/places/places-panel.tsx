import { useState, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { usePlaceProfiles, type PlaceProfiles } from '../../actions/places.ts';
import type { Question } from '../../exploration/question.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { save } from '../export/save.ts';
import '../fragility/fragility.css';
import { FoundList, NodeName } from '../fragility/found-list.tsx';
import { NodeChoice } from '../node-choice.tsx';
import { Failure, Waiting } from '../states.tsx';
import { UnderFilters, useFilterWords } from '../under-filters.tsx';
import { useLast } from '../use-last.ts';
import { CountsTable } from './counts-table.tsx';
import { placesCsv } from './places-csv.ts';
import './places.css';
import { ProfileLists } from './profile-lists.tsx';
import { RelatedClasses } from './related-classes.tsx';

const PLACE_TYPES = ['Province', 'Regency'] as const;

/** What the data hold of a place, or of two side by side: counts as bars, each list with its links, and what is not known. */
export function PlacesPanel({ place }: { readonly place: NodeId | null }): ReactElement {
  const { t } = useTranslation();
  const [first, setFirst] = useState(place);
  const [second, setSecond] = useState<NodeId | null>(null);
  const question = useExploration((exploration) => exploration.question);
  const places = [first, second].flatMap((one) => (one === null ? [] : [one]));
  const answer = usePlaceProfiles(places, question);
  const found = useLast(JSON.stringify({ places, question }), answer.status === 'ready' ? answer.value : null);
  return (
    <AnalysisFrame title={t('places.title')}>
      <div className="analysis-asked">
        <div className="analysis-sentence">
          <p>
            <Trans
              i18nKey="places.sentence"
              components={{
                place: (
                  <NodeChoice
                    label={t('places.place')}
                    node={first}
                    types={PLACE_TYPES}
                    onChoose={(id) => {
                      setFirst(id);
                      if (id === second) setSecond(null);
                    }}
                  />
                ),
                other: (
                  <span className="gap-end">
                    <NodeChoice
                      label={t('places.other')}
                      node={second}
                      none={t('places.noOther')}
                      types={PLACE_TYPES}
                      onChoose={(id) => setSecond(id === first ? null : id)}
                    />
                    {second !== null && (
                      <IconButton icon="close" label={t('places.letGo')} onPress={() => setSecond(null)} />
                    )}
                  </span>
                ),
              }}
            />
          </p>
        </div>
        <UnderFilters question={question} />
      </div>
      <div className="answer-scroll">
        {places.length === 0 && <p className="analysis-note">{t('places.chooseOne')}</p>}
        {answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {places.length > 0 && answer.status === 'loading' && found === null && (
          <Waiting awaited={t('places.waiting')} rows={6} />
        )}
        {found !== null && <Found found={found} question={question} />}
      </div>
    </AnalysisFrame>
  );
}

function Found({ found, question }: { readonly found: PlaceProfiles; readonly question: Question }): ReactElement {
  const { profiles } = found;
  const two = profiles.length > 1;
  return (
    <>
      <div className="place-ground">
        <CountsTable profiles={profiles} />
        <Download found={found} question={question} />
      </div>
      {two && <Shared shared={found.shared} />}
      {profiles.map((profile) => (
        <ProfileLists key={profile.place.id} profile={profile} named={two} />
      ))}
      {profiles.map(({ place }) => (
        <RelatedClasses key={place.id} place={place} question={question} named={two} />
      ))}
    </>
  );
}

/** What both places have. */
function Shared({ shared }: { readonly shared: PlaceProfiles['shared'] }): ReactElement {
  const { t } = useTranslation();
  const rows = [...shared.sectors, ...shared.supporters, ...shared.largeIndustries, ...shared.designations];
  return (
    <FoundList
      title={t('places.shared')}
      reason={t('places.sharedWhy')}
      rows={rows}
      total={rows.length}
      nodesOf={(node) => [node]}
      startsOpen
    >
      {(node) => (
        <li key={node.id} className="fragile-row">
          <NodeName node={node} />
        </li>
      )}
    </FoundList>
  );
}

function Download({ found, question }: { readonly found: PlaceProfiles; readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { evidence, date } = useFilterWords(question);
  const download = (): void => {
    const text = placesCsv(found, `${evidence}; ${date}`, (node) => nameIn(node, language));
    save({ name: fileName(t('places.title'), new Date(), 'csv'), blob: new Blob([text], { type: 'text/csv' }) });
  };
  return (
    <Button onPress={download}>
      <Icon name="export" /> {t('ranks.download')}
    </Button>
  );
}
