import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { briefText, type BriefWords } from '../../web/src/export/brief.ts';
import { unguarded } from '../../web/src/export/cells.ts';
import { fileName } from '../../web/src/export/file-name.ts';
import { gexfText } from '../../web/src/export/gexf.ts';
import { graphmlText } from '../../web/src/export/graphml.ts';
import { jsonText } from '../../web/src/export/json.ts';
import { tableFiles } from '../../web/src/export/tables.ts';
import { possibleInXml } from '../../web/src/export/xml.ts';
import { crc32, zipped } from '../../web/src/export/zip.ts';
import { readCsv } from './fixture/csv-reader.ts';
import { COLOURS, contentNamed } from './fixture/export-content.ts';
import { anyText, HOSTILE } from './fixture/hostile-texts.ts';
import { allOf, readXml, type ReadElement } from './fixture/xml-reader.ts';

const names = fc.array(anyText, { minLength: 1, maxLength: 5 });
const RUNS = { numRuns: 60 };

const WORDS: BriefWords = {
  madeWith: 'Made with Sentra',
  picture: 'Picture',
  relations: 'Relations',
  nodes: 'Nodes',
  figures: 'Figures',
  sources: 'Sources',
  from: 'From',
  relation: 'Relation',
  to: 'To',
  period: 'Period',
  evidence: 'Evidence',
  name: 'Name',
  type: 'Type',
  place: 'Place',
  sector: 'Sector',
  relationCount: 'Relations',
  disputed: 'disputed',
  restricted: 'Restricted',
  noDate: 'undated',
  figure: ({ value, text }) => `${value ?? ''} ${text ?? ''}`,
  number: String,
};

describe('tables', () => {
  it('hold the same nodes, relations and sources when they are read back, whatever they are called', () => {
    fc.assert(
      fc.property(names, (called) => {
        const content = contentNamed(called);
        const files = new Map(tableFiles(content).map(({ name, text }) => [name, readCsv(text)]));
        const column = (file: string, name: string): readonly string[] => {
          const [head = [], ...rows] = files.get(file) ?? [];
          return rows.map((row) => unguarded(row[head.indexOf(name)] ?? ''));
        };
        expect(column('nodes.csv', 'name')).toEqual(called);
        expect(column('nodes.csv', 'id')).toEqual(content.nodes.map(({ id }) => id));
        expect(column('nodes.csv', 'latitude')).toEqual(content.nodes.map(({ latitude }) => String(latitude)));
        expect(column('relations.csv', 'from')).toEqual(content.relations.map(({ from }) => from));
        expect(column('relations.csv', 'to_name')).toEqual(called.slice(1));
        expect(column('relations.csv', 'evidence')).toEqual(content.relations.map(() => 'INFERRED'));
        expect(column('relations.csv', 'sources')).toEqual(content.relations.map(() => 'source:one'));
        expect(column('sources.csv', 'title')).toEqual([called[0], 'No address']);
        expect(column('about.csv', 'text')).toEqual([called[0], 'r1']);
      }),
      RUNS,
    );
  });
});

describe('JSON', () => {
  it('holds exactly the content, lone surrogates and all', () => {
    fc.assert(
      fc.property(names, (called) => {
        const { statement, ...rest } = contentNamed(called);
        const { lines, ...said } = statement;
        expect(JSON.parse(jsonText({ statement, ...rest }))).toEqual({
          format: 'sentra-view',
          version: 1,
          statement: said,
          about: lines,
          ...rest,
        });
      }),
      RUNS,
    );
  });
});

const dataOf = (element: ReadElement, key: string): string | undefined =>
  element.children.find(({ attributes }) => attributes['key'] === key)?.text;

describe('graph formats', () => {
  it('GraphML is read back as the same nodes and relations, with what was asked', () => {
    fc.assert(
      fc.property(names, (called) => {
        const content = contentNamed(called);
        const read = readXml(graphmlText(content));
        const keys = new Set(allOf(read, 'key').map(({ attributes }) => attributes['id']));
        for (const { attributes } of allOf(read, 'data')) expect(keys).toContain(attributes['key']);
        const nodes = allOf(read, 'node');
        expect(nodes.map((node) => dataOf(node, 'n_name'))).toEqual(called.map(possibleInXml));
        const idOf = new Map(nodes.map((node) => [node.attributes['id'], dataOf(node, 'n_id')]));
        const ends = allOf(read, 'edge').map(({ attributes }) => [
          idOf.get(attributes['source']),
          idOf.get(attributes['target']),
        ]);
        expect(ends).toEqual(content.relations.map(({ from, to }) => [from, to]));
        const [graph] = allOf(read, 'graph');
        expect(graph === undefined ? null : dataOf(graph, 'g_question')).toBe(possibleInXml(called[0] ?? ''));
        expect(graph === undefined ? null : dataOf(graph, 'g_sources')).toContain('https://example.org/a?b=1&c=2');
      }),
      RUNS,
    );
  });

  it('GEXF is read back as the same nodes and relations, with what was asked', () => {
    fc.assert(
      fc.property(names, (called) => {
        const content = contentNamed(called);
        const read = readXml(gexfText(content, COLOURS));
        expect(allOf(read, 'node').map(({ attributes }) => [attributes['id'], attributes['label']])).toEqual(
          content.nodes.map(({ id, name }) => [id, possibleInXml(name)]),
        );
        expect(allOf(read, 'edge').map(({ attributes }) => [attributes['source'], attributes['target']])).toEqual(
          content.relations.map(({ from, to }) => [from, to]),
        );
        expect(allOf(read, 'description')[0]?.text).toContain(`Question: ${possibleInXml(called[0] ?? '')}`);
        const declared = new Set(allOf(read, 'attribute').map(({ attributes }) => attributes['id']));
        for (const { attributes } of allOf(read, 'attvalue')) expect(declared).toContain(attributes['for']);
        for (const { attributes } of allOf(read, 'viz:color')) {
          for (const part of ['r', 'g', 'b']) expect(Number(attributes[part])).toBeLessThanOrEqual(255);
        }
      }),
      RUNS,
    );
  });

  it('an id that is no XML name is numbered, and stands whole in a property', () => {
    const content = contentNamed(['one', 'two']);
    const strange = {
      ...content,
      nodes: content.nodes.map((node, at) => (at === 0 ? { ...node, id: `cluster:a b` as typeof node.id } : node)),
    };
    const [first] = allOf(readXml(graphmlText(strange)), 'node');
    expect(first?.attributes['id']).toBe('n0');
    expect(first === undefined ? null : dataOf(first, 'n_id')).toBe('cluster:a b');
  });
});

describe('the brief', () => {
  it('holds no script, asks for nothing, and lets only the sources lead out', () => {
    const page = briefText(contentNamed(HOSTILE), null, WORDS);
    expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|link|base|form)\b/i);
    expect(page).not.toMatch(/<[^>]*\son\w+\s*=/i);
    expect(page).not.toMatch(/<[^>]*(?:src|srcset|action)=/i);
    const leads = [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(new Set(leads)).toEqual(new Set(['#source-1', 'https://example.org/a?b=1&amp;c=2']));
    expect(page).toContain('javascript:alert(1)');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('holds every name whole, however long, and what is only inferred is marked', () => {
    fc.assert(
      fc.property(names, (called) => {
        const page = briefText(contentNamed(called), null, WORDS);
        const body = readXml(page.slice(page.indexOf('<main>'), page.indexOf('</main>') + 7));
        const [relations, nodes] = allOf(body, 'tbody');
        expect(nodes?.children.map((row) => row.children[0]?.text)).toEqual(called.map(possibleInXml));
        expect(relations?.children.every((row) => row.attributes['class'] === 'inferred')).toBe(true);
        expect(relations?.children.length).toBe(called.length - 1);
      }),
      RUNS,
    );
  });

  it('numbers its sources, and what rests on one refers to its number', () => {
    const page = briefText(contentNamed(['one', 'two']), null, WORDS);
    expect(page).toContain('<a href="#source-1">1</a>');
    expect(page).toContain('<li id="source-1">one.');
    expect(page).toContain('<li id="source-2">No address.');
  });
});

describe('the archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-zip-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the checksum that the standard gives as its example', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('is unpacked by another program as the same files', () => {
    const files = [
      { name: 'nodes.csv', text: 'id\r\nä,"工場"\r\n' },
      { name: 'empty.csv', text: '' },
      { name: 'sumber–データ.csv', text: 'x'.repeat(70_000) },
    ];
    const path = join(folder, 'view.zip');
    writeFileSync(path, zipped(files, new Date('2026-11-25T10:01:02Z')));
    const script =
      'import zipfile,json,sys\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
      'print(json.dumps([{"name":i.filename,"text":z.read(i).decode("utf-8"),"time":list(i.date_time)} for i in z.infolist()]))';
    const run = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const read = z
      .array(z.object({ name: z.string(), text: z.string(), time: z.array(z.number()) }))
      .parse(JSON.parse(run.stdout));
    expect(read.map(({ name, text }) => ({ name, text }))).toEqual(files);
    expect(read[0]?.time).toEqual([2026, 11, 25, 10, 1, 2]);
  });
});

describe('the name of a file', () => {
  it('says the question and the day', () => {
    expect(fileName('Which SMI clusters are tied to large industry?', new Date('2026-11-25T23:30:00Z'), 'csv')).toBe(
      'sentra-which-smi-clusters-are-tied-to-large-industry-2026-11-25.csv',
    );
    expect(fileName('どの産地が？', new Date('2026-11-25T00:00:00Z'), 'svg')).toBe('sentra-どの産地が-2026-11-25.svg');
  });

  it('is a plain name on every system, whatever was asked', () => {
    fc.assert(
      fc.property(anyText, (question) => {
        const name = fileName(question, new Date('2026-11-25T00:00:00Z'), 'zip');
        expect(name).toMatch(/^sentra-(?:[\p{L}\p{N}-]*-)?2026-11-25\.zip$/u);
        expect(name.length).toBeLessThan(160);
      }),
    );
  });
});

describe('a restricted record', () => {
  const plain = contentNamed(['Open', 'Hidden', 'Third']);
  const marked = {
    ...plain,
    nodes: plain.nodes.map((node) => (node.name === 'Hidden' ? { ...node, restricted: true as const } : node)),
    figures: plain.figures.map((figure) => ({ ...figure, restricted: true as const })),
    sources: plain.sources.map((one, at) => (at === 0 ? { ...one, restricted: true as const } : one)),
  };
  const forms = (content: typeof plain): readonly string[] => [
    graphmlText(content),
    gexfText(content, COLOURS),
    briefText(content, null, WORDS),
    jsonText(content),
    ...tableFiles(content).map(({ text }) => text),
  ];

  it('is told of in every form, and only that one', () => {
    const graphml = graphmlText(marked);
    expect(graphml).toContain('<key id="n_restricted" for="node" attr.name="restricted" attr.type="boolean"/>');
    expect(graphml.match(/<data key="n_restricted">true</g)).toHaveLength(1);
    expect(graphml.match(/<data key="n_restricted">false</g)).toHaveLength(2);
    expect(graphml).not.toContain('r_restricted');
    expect(graphml.match(/ \| restricted/g)).toHaveLength(1);
    expect(gexfText(marked, COLOURS).match(/<attvalue for="restricted" value="true"/g)).toHaveLength(1);
    // A node, a figure and a source.
    expect(briefText(marked, null, WORDS).match(/<span class="restricted">Restricted</g)).toHaveLength(3);
    expect(jsonText(marked).match(/"restricted": true/g)).toHaveLength(3);
    const last = tableFiles(marked).map(({ name, text }) => [name, text.split('\r\n')[0]?.endsWith(',restricted')]);
    expect(Object.fromEntries(last)).toMatchObject({
      'nodes.csv': true,
      'relations.csv': false,
      'figures.csv': true,
      'sources.csv': true,
    });
  });

  it('leaves no word of the mark where there is none', () => {
    for (const text of forms(plain)) expect(text.replace(/<style>[^<]*<\/style>/, '')).not.toMatch(/restricted/i);
  });
});
