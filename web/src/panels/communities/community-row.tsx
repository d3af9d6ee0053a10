import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { nodeIds, useNamedNodes, type Community } from '../../actions/structure.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { sameCommunities } from '../../exploration/drawn-looks.ts';
import type { CommunitiesBy } from '../../exploration/looks.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { LINKING } from '../ranks/asked.ts';
import { Failure, Waiting } from '../states.tsx';
import { useWorking, WorkFailed } from '../working.tsx';

/** Members listed at a time. */
const MEMBERS_AT_ONCE = 25;

/** A community by its most telling members; opens who is in it. */
export function CommunityRow({
  community,
  largest,
  by,
}: {
  readonly community: Community;
  readonly largest: number;
  readonly by: CommunitiesBy;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number, list } = useFormats();
  const hue = useExploration(({ looks, lookFacts: { communities } }) => {
    if (looks.colour === null || communities === null || !sameCommunities(communities.of, by)) return null;
    return communities.coloured.findIndex((one) => one.number === community.number);
  });
  const { number: position, size, relationsInside, mostTelling } = community;
  const named = list(mostTelling.map((node) => nameIn(node, language)));
  return (
    <li className="community">
      <Disclosure
        summary={
          <span className="community-words">
            <span className="community-name">
              <span className={`community-number${hue === null ? '' : ` community-hue-${hue + 1}`}`}>
                {number(position)}
              </span>
              {named}
            </span>
            <span className="rank-bar" aria-hidden="true">
              <span style={{ width: `${(size / largest) * 100}%` }} />
            </span>
            <span className="community-size">
              {t('communities.members', { count: size, shown: number(size) })} ·{' '}
              {t('communities.inside', { count: relationsInside, shown: number(relationsInside) })}
            </span>
          </span>
        }
      >
        {() => <Members community={community} by={by} />}
      </Disclosure>
    </li>
  );
}

function Members({ community, by }: { readonly community: Community; readonly by: CommunitiesBy }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const { openNode, placeMembers, mark } = useExplorer();
  const working = useWorking();
  const [shown, setShown] = useState(MEMBERS_AT_ONCE);
  const ids = nodeIds(community.memberIds.map((id) => ({ id })));
  const members = useNamedNodes(ids.slice(0, shown));
  const families = by.families.length === 0 ? LINKING_ALL : by.families;
  return (
    <>
      <div className="rank-buttons">
        <Button
          onPress={() =>
            working.run(async () => {
              await placeMembers(ids, families);
              mark(ids, 'SET');
            })
          }
        >
          {t('communities.add', { count: ids.length, shown: number(ids.length) })}
        </Button>
        <Button onPress={() => mark(ids, 'SET')}>{t('communities.mark')}</Button>
      </div>
      <WorkFailed working={working} />
      {members.status === 'failed' && <Failure fault={members.fault} again={members.again} />}
      {members.status === 'loading' && <Waiting awaited={t('communities.waiting')} rows={4} />}
      {members.status === 'ready' && (
        <ul className="rows">
          {members.value.map((node) => (
            <li key={node.id}>
              <button type="button" className="row row-relation" onClick={() => openNode(node)}>
                <NodeGlyph type={node.type} size={15} />
                <span className="row-words">{nameIn(node, language)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="cut">
        {t('ranks.shown', { shown: number(Math.min(shown, ids.length)), total: number(ids.length) })}{' '}
        {ids.length > shown && <Button onPress={() => setShown(shown + MEMBERS_AT_ONCE)}>{t('ranks.more')}</Button>}
      </p>
    </>
  );
}

/** What joins members: all that communities look at by themselves. */
const LINKING_ALL = [...LINKING, 'support', 'governance'] as const;
