import { parseNodeId, type Language } from '#vocabulary';
import { useMemo } from 'react';
import { useChoices, type Choice } from '../actions/asking.ts';
import { nameIn } from '../actions/known.ts';
import type { GroundPlace } from './drawing.ts';
import { onMap } from './projection.ts';

/** All provinces and regencies at their centres, in the language; empty until they are there. Without them the map stands, too. */
export function useGround(language: Language): readonly GroundPlace[] {
  const provinces = useChoices(['Province'], true);
  const regencies = useChoices(['Regency'], true);
  const [wide, narrow] = [provinces, regencies].map((answer) => (answer.status === 'ready' ? answer.value : null));
  return useMemo(
    () => [...groundOf(wide ?? [], true, language), ...groundOf(narrow ?? [], false, language)],
    [wide, narrow, language],
  );
}

function groundOf(places: readonly Choice[], province: boolean, language: Language): readonly GroundPlace[] {
  return places.flatMap(({ id, coordinates, ...names }) =>
    coordinates === null
      ? []
      : [{ id: parseNodeId(id), name: nameIn(names, language), at: onMap(coordinates), province }],
  );
}
