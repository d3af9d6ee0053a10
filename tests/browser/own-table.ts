/** An input-output table of one's own, as it is loaded in a panel: first with a number that is none, which is told by its line. */
import type { Locator } from '@playwright/test';
import { TWO_SECTORS } from '../fixtures/two-sectors.ts';
import { expect } from './explorer.ts';

export interface OwnTable {
  readonly form: Locator;
  /** Loads the table with its fault mended. */
  readonly loadMended: () => Promise<void>;
}

/** @param panel with the form of a table open */
export async function loadFaultyTable(panel: Locator, publisher: string): Promise<OwnTable> {
  const form = panel.getByRole('form', { name: 'Load a table …' });
  const load = async (text: string): Promise<void> => {
    const file = { name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await form.getByLabel(/CSV file/).setInputFiles(file);
    await form.getByRole('button', { name: 'Load', exact: true }).click();
  };
  for (const [field, value] of [
    ['Name of the table', 'Two sectors'],
    ['Year', '2009'],
    ['Title of the source', 'Input-Output Analysis'],
    ['Publisher', publisher],
    ['Licence', 'facts only'],
  ] as const) {
    await form.getByLabel(field).fill(value);
  }
  await load(TWO_SECTORS.replace('150,500', '150,a lot'));
  await expect(form.getByRole('alert')).toContainText(
    "line 2, column 2: 'a lot' is no number; write 0 where there is nothing",
  );
  return { form, loadMended: () => load(TWO_SECTORS) };
}
