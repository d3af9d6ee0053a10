import { NODE_TYPES } from '#vocabulary';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { secondText } from '../canvas/sizes.ts';
import { stackKinds, stackName } from './item-names.ts';
import styles from './map.module.css';

import type { MapVoice } from './spoken-map.ts';
import type { MapTipContent } from './use-hands.ts';

/** As many names of a stack are said in its tooltip. */
const NAMES = 8;

/** What the pointer rests on: the whole name, what it is, and when it stands at a place that is not its own. */
export function MapTip({
  tip,
  voice,
}: {
  readonly tip: MapTipContent | null;
  readonly voice: MapVoice;
}): ReactElement | null {
  const { t } = useTranslation();
  if (tip === null) return null;
  const { nodes } = tip.item;
  const [first, second] = nodes;
  if (first === undefined) return null;
  const { language, names } = voice;
  const style = { left: `min(${Math.round(tip.at.x + 14)}px, calc(100% - 296px))`, top: Math.round(tip.at.y + 14) };
  if (second !== undefined) {
    const others = nodes.length - NAMES;
    return (
      <div className={styles.tip} style={style} role="tooltip">
        <p className={styles.tipName}>{stackName(tip.item, names)}</p>
        <p>{stackKinds(tip.item, names)}</p>
        <ul>
          {nodes.slice(0, NAMES).map(({ node }) => (
            <li key={node.id}>{node.name}</li>
          ))}
          {others > 0 && <li>+{names.number(others)}</li>}
        </ul>
      </div>
    );
  }
  const { node, spot } = first;
  return (
    <div className={styles.tip} style={style} role="tooltip">
      <p className={styles.tipName}>{node.name}</p>
      <p>{[NODE_TYPES[node.type].label[language], secondText(node.second, language)].filter(Boolean).join(' · ')}</p>
      {spot.place !== null && <p>{t('map.atPlace', { place: spot.place })}</p>}
    </div>
  );
}
