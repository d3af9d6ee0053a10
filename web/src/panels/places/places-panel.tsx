import { useRef, useState, type ReactElement } from 'react';
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

/** As many as the API answers side by side. */
const MOST = 4;

/** What the data hold of a place, or of up to four side by side: counts as bars, each list with its links, and what is not known. */
export function PlacesPanel({ place }: { readonly place: NodeId | null }): ReactElement {
  const { t } = useTranslation();
  const [places, setPlaces] = useState<readonly NodeId[]>(place === null ? [] : [place]);
  const question = useExploration((exploration) => exploration.question);
  const answer = usePlaceProfiles(places, question);
  const found = useLast(JSON.stringify({ places, question }), answer.status === 'ready' ? answer.value : null);
  /** In the place of the one that stood there; a place that stands already is not listed twice. */
  const put = (at: number, id: NodeId): void => {
    const others = places.map((one, index) => (index === at ? id : one));
    setPlaces([...new Set(at < places.length ? others : [...places, id])]);
  };
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
                    node={places[0] ?? null}
                    types={PLACE_TYPES}
                    onChoose={(id) => put(0, id)}
                  />
                ),
                other: (
                  <Others places={places} put={put} letGo={(id) => setPlaces(places.filter((one) => one !== id))} />
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

/** The places beside the first, each with its way out, and room for one more. */
function Others({
  places,
  put,
  letGo,
}: {
  readonly places: readonly NodeId[];
  readonly put: (at: number, id: NodeId) => void;
  readonly letGo: (id: NodeId) => void;
}): ReactElement {
  const beside = Array.from({ length: MOST - 1 }, (_, index) => index + 1);
  return (
    <>
      {beside
        .filter((at) => at <= Math.max(1, places.length))
        .map((at) => (
          <Other key={at} node={places[at] ?? null} first={at === 1} choose={(id) => put(at, id)} letGo={letGo} />
        ))}
    </>
  );
}

function Other({
  node,
  first,
  choose,
  letGo,
}: {
  readonly node: NodeId | null;
  readonly first: boolean;
  readonly choose: (id: NodeId) => void;
  readonly letGo: (id: NodeId) => void;
}): ReactElement {
  const { t } = useTranslation();
  const name = useExploration((exploration) => (node === null ? '' : (exploration.nodes[node]?.name ?? node)));
  const slot = useRef<HTMLSpanElement>(null);
  return (
    <span className="place-other" ref={slot}>
      <NodeChoice
        label={t(first ? 'places.other' : 'places.another')}
        node={node}
        none={t(first ? 'places.noOther' : 'places.oneMore')}
        types={PLACE_TYPES}
        onChoose={choose}
      />
      {node !== null && (
        <IconButton
          icon="close"
          label={t('places.letGo', { name })}
          onPress={() => {
            letGo(node);
            // The button may go with the place: the keyboard stays where another is chosen.
            slot.current?.querySelector('button')?.focus();
          }}
        />
      )}
    </span>
  );
}

function Found({ found, question }: { readonly found: PlaceProfiles; readonly question: Question }): ReactElement {
  const { profiles } = found;
  const several = profiles.length > 1;
  return (
    <>
      <div className="place-ground">
        <CountsTable profiles={profiles} />
        <Download found={found} question={question} />
      </div>
      {several && <Shared shared={found.shared} count={profiles.length} />}
      {profiles.map((profile) => (
        <ProfileLists key={profile.place.id} profile={profile} named={several} />
      ))}
      {profiles.map(({ place }) => (
        <RelatedClasses key={place.id} place={place} question={question} named={several} />
      ))}
    </>
  );
}

/** What all of the places have. */
function Shared({ shared, count }: { readonly shared: PlaceProfiles['shared']; readonly count: number }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const rows = [...shared.sectors, ...shared.supporters, ...shared.largeIndustries, ...shared.designations];
  return (
    <FoundList
      title={count === 2 ? t('places.shared') : t('places.sharedByAll', { shown: number(count) })}
      reason={t('places.sharedWhy')}
      rows={rows}
      total={rows.length}
      nodesOf={(node) => [node]}
      startsOpen={rows.length > 0}
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
