import type { Source } from '#vocabulary';

/** Characters that Markdown would read as marks. */
function plain(text: string): string {
  return text.replace(/[\\`*[\]<>]/g, (mark) => `\\${mark}`);
}

function line(source: Source): string {
  const date = source.date === null ? 'undated' : source.date;
  const url = source.url === null ? '' : ` <${source.url}>`;
  return `- ${plain(source.title)}. ${plain(source.publisher)}, ${date}. \`${source.id}\`${url}`;
}

/** The text of SOURCES.md: every source by licence, then id. */
export function sourcesPage(sources: readonly Source[]): string {
  const byLicence = new Map<string, Source[]>();
  for (const source of sources) {
    const list = byLicence.get(source.licence) ?? [];
    byLicence.set(source.licence, [...list, source]);
  }
  const parts = [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, list]) => {
      const lines = list.sort((a, b) => (a.id < b.id ? -1 : 1)).map(line);
      return `## Licence: ${plain(licence)}\n\n${lines.join('\n')}\n`;
    });
  return [
    '# Sources of the dataset\n',
    'Written by `npx tsx graph-seed/dataset/write-sources.ts` from the records; change those, not this page.\n',
    '"Facts only" means that facts, figures, names, titles and addresses were taken over, and no sentence.\n',
    ...parts,
  ].join('\n');
}
