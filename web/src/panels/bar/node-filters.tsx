import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices, type Choice as NodeChoice } from '../../actions/asking.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn, placeNames } from '../../actions/known.ts';
import { useFormats } from '../../languages/use-language.ts';
import { ChoiceMenu, type ChoiceSection } from '../../ui/choice-menu.tsx';
import { ChoicesInstead } from './choices-instead.tsx';
import { useFindWords } from './use-find-words.ts';

const ALL = 'all';

const clustersOf = (node: NodeChoice): number => ('clusters' in node ? node.clusters.totalCount : 0);

/** All Indonesia, a province, or a regency or city; the number is that of its clusters, or groups, as the question asks for. */
export function PlaceFilter(): ReactElement {
  const { t } = useTranslation();
  const { number, language } = useFormats();
  const { ask, know } = useExplorer();
  const scope = useExploration((exploration) => exploration.question.scope);
  const place = useExploration((exploration) => exploration.question.place);
  const nodes = useExploration((exploration) => exploration.nodes);
  const [opened, open] = useState(false);
  const find = useFindWords();
  const choices = useChoices(['Province', 'Regency'], opened, scope);
  const places = choices.status === 'ready' ? choices.value : [];
  const section = (type: 'Province' | 'Regency', title: string): ChoiceSection => ({
    id: type,
    title,
    choices: places
      .filter((node) => node.type === type)
      // Where clusters are known comes first; within that, by name as the API gives them.
      .toSorted((a, b) => Number(clustersOf(b) > 0) - Number(clustersOf(a) > 0))
      .map((node) => {
        const clusters = clustersOf(node);
        const within = placeNames(node, language).join(', ');
        return {
          id: node.id,
          text: nameIn(node, language),
          ...(type === 'Regency' && within !== '' ? { note: within } : {}),
          ...(clusters > 0 ? { end: number(clusters) } : {}),
        };
      }),
  });
  return (
    <ChoiceMenu
      label={t('filter.PLACE')}
      value={place === null ? t('filter.allPlaces') : (nodes[place]?.name ?? place)}
      look="filter"
      active={place !== null}
      chosen={place ?? ALL}
      onOpen={() => open(true)}
      find={find}
      instead={<ChoicesInstead choices={choices} />}
      loaded={choices.status === 'ready'}
      sections={[
        { id: 'all', title: null, choices: [{ id: ALL, text: t('filter.allPlaces') }] },
        section('Province', t('filter.provinces')),
        section('Regency', t('filter.regencies')),
      ]}
      onChoose={(id) => {
        const chosen = places.find((node) => node.id === id);
        ask({ place: chosen === undefined ? null : know(chosen) });
      }}
    />
  );
}

/** All sectors or one; those with clusters first. */
export function SectorFilter(): ReactElement {
  const { t } = useTranslation();
  const { number, language } = useFormats();
  const { ask, know } = useExplorer();
  const scope = useExploration((exploration) => exploration.question.scope);
  const sector = useExploration((exploration) => exploration.question.sector);
  const nodes = useExploration((exploration) => exploration.nodes);
  const [opened, open] = useState(false);
  const find = useFindWords();
  const choices = useChoices(['Sector'], opened, scope);
  const sectors = choices.status === 'ready' ? choices.value : [];
  const rows = (wanted: readonly NodeChoice[]): ChoiceSection['choices'] =>
    wanted.map((node) => {
      const clusters = clustersOf(node);
      return {
        id: node.id,
        text: nameIn(node, language),
        ...(node.code === null ? {} : { note: node.code }),
        ...(clusters > 0 ? { end: number(clusters) } : {}),
      };
    });
  return (
    <ChoiceMenu
      label={t('filter.SECTOR')}
      value={sector === null ? t('filter.allSectors') : (nodes[sector]?.name ?? sector)}
      look="filter"
      active={sector !== null}
      chosen={sector ?? ALL}
      onOpen={() => open(true)}
      find={find}
      instead={<ChoicesInstead choices={choices} />}
      loaded={choices.status === 'ready'}
      sections={[
        { id: 'all', title: null, choices: [{ id: ALL, text: t('filter.allSectors') }] },
        { id: 'with', title: t('filter.withClusters'), choices: rows(sectors.filter((node) => clustersOf(node) > 0)) },
        {
          id: 'without',
          title: t('filter.withoutClusters'),
          choices: rows(sectors.filter((node) => clustersOf(node) === 0)),
        },
      ]}
      onChoose={(id) => {
        const chosen = sectors.find((node) => node.id === id);
        ask({ sector: chosen === undefined ? null : know(chosen) });
      }}
    />
  );
}
