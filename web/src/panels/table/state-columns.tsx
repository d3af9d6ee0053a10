import type { TFunction } from 'i18next';
import type { Held } from '#vocabulary';
import { RestrictedTag } from '../details/restricted-mark.tsx';
import { DisputedCell, HeldCell } from './cells.tsx';
import type { DataColumn } from './columns.ts';

/** Whether it held at the date asked for, in the table of nodes and of relations alike. */
export function heldColumn(t: TFunction): DataColumn<{ readonly held: Held | null }> {
  return {
    id: 'held',
    title: t('table.heldTitle'),
    width: [72, 130],
    choices: true,
    value: ({ held }) => held ?? '',
    text: ({ held }) => (held === null ? '' : t(`table.held.${held}`)),
    show: ({ held }) => (held === null ? null : <HeldCell held={held} />),
  };
}

/** Whether sources disagree about it; what is disputed sorts first. */
export function disputedColumn(t: TFunction): DataColumn<{ readonly disputed: boolean }> {
  return {
    id: 'disputed',
    title: t('table.disputedTitle'),
    width: [72, 120],
    value: ({ disputed }) => (disputed ? 0 : 1),
    text: ({ disputed }) => (disputed ? t('table.disputed') : ''),
    show: ({ disputed }) => (disputed ? <DisputedCell /> : null),
  };
}

/** Whether only some roles see it; what is restricted sorts first. */
export function restrictedColumn(t: TFunction): DataColumn<{ readonly restricted?: true }> {
  return {
    id: 'restricted',
    title: t('details.restricted'),
    width: [72, 120],
    value: ({ restricted }) => (restricted ? 0 : 1),
    text: ({ restricted }) => (restricted ? t('details.restricted') : ''),
    show: ({ restricted = false }) => (restricted ? <RestrictedTag restricted /> : null),
  };
}
