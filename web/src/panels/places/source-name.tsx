import type { ReactElement } from 'react';
import { parseSourceId } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import type { PlaceProfile } from '../../actions/places.ts';

/** A source by its title; a press opens what rests on it. */
export function SourceName({ source }: { readonly source: PlaceProfile['sources'][number] }): ReactElement {
  const { selectSource } = useExplorer();
  return (
    <button type="button" className="place-source" onClick={() => selectSource(parseSourceId(source.id))}>
      <span>{source.title}</span>
      <span className="place-figure">
        {[source.publisher, source.date ?? ''].filter((text) => text !== '').join(', ')}
      </span>
    </button>
  );
}
