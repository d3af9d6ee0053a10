/** Questions about which support reached whom (ANALYSIS.md §8). */
import { findCoverage } from '../../analysis/programmes/coverage.ts';
import { answerOf, column, dateCell, nodesCell, plainly, said, wordsCell } from '../answering.ts';
import { clusterParameter, PLACE } from '../parameters.ts';
import type { QuestionDefinition } from '../question-types.ts';
import { COLUMNS, EN, ID } from '../terms.ts';

const withoutPublicSupport: QuestionDefinition = {
  id: 'clusters-without-support',
  listed: ['Q16'],
  askedBy: 'MINISTRY',
  analysis: 'COVERAGE',
  parameters: [PLACE],
  phrasings: {
    en: [
      'Which clusters [in {place}] have no documented public support at all?',
      `${EN.which} ${EN.clusters} [in {place}] ${EN.have} no (documented|) (public|government) support [at all]`,
      `in {place} ${EN.which} ${EN.clusters} ${EN.have} no (documented|) (public|government) support [at all]`,
      `${EN.which} ${EN.clusters} [in {place}] (have received|received|got|get) no (documented|) (public|government) support [at all]`,
      `${EN.which} ${EN.clusters} [in {place}] (are not|were not|have not been|have never been) supported by (the|any|) government`,
    ],
    id: [
      'Sentra mana [di {place}] yang tidak memiliki dukungan publik terdokumentasi sama sekali?',
      `${ID.clusters} mana [di {place}] yang (tidak memiliki|tidak punya|tanpa) (dukungan|pembinaan) (publik|pemerintah) (terdokumentasi|) [sama sekali]`,
      `di {place} ${ID.clusters} ${ID.which} yang (tidak memiliki|tidak punya|tanpa|belum punya) (dukungan|pembinaan|bantuan) (publik|pemerintah) (terdokumentasi|) [sama sekali]`,
      `${ID.clusters} ${ID.which} [di {place}] yang (belum pernah|tidak pernah|belum|tidak) (mendapat|mendapatkan|menerima|memperoleh) (dukungan|pembinaan|bantuan) (publik|pemerintah) [sama sekali]`,
      `${ID.clusters} ${ID.which} [di {place}] yang (belum pernah|tidak pernah|belum|tidak) (didukung|dibina|dibantu) (oleh|) pemerintah`,
    ],
    ja: '[{place}で]公的支援が文書でまったく確認できないクラスターはどれか',
  },
  answer: (values, { projection }) => {
    const place = values.nodeOrNull('place');
    const { withoutPublicSupport: none, clusters, rows } = findCoverage(projection, { place: place ?? undefined });
    const otherwise = rows.filter(({ cluster }) => none.includes(cluster));
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(none.length)} of ${w.number(clusters.length)} clusters have no documented public support${none.length === 0 ? '' : `: ${w.names(none, 10)}`}.`,
          (w) =>
            `${w.number(none.length)} dari ${w.number(clusters.length)} sentra tidak memiliki dukungan publik terdokumentasi${none.length === 0 ? '' : `: ${w.names(none, 10)}`}.`,
          (w) =>
            `${w.number(clusters.length)}クラスターのうち${w.number(none.length)}は公的支援が文書で確認できません${none.length === 0 ? '' : `：${w.names(none, 10)}`}。`,
        ),
      ],
      figures: { without: none.length, clusters: clusters.length, otherSupports: otherwise.length },
      table: {
        columns: [COLUMNS.cluster, column('others', 'Other support by', 'Dukungan lain oleh', 'その他の支援者')],
        rows: none.map((cluster) => [
          nodesCell(cluster),
          nodesCell(...new Set(otherwise.flatMap((row) => (row.cluster === cluster ? [row.supporter] : [])))),
        ]),
      },
      relations: otherwise.flatMap(({ relations }) => relations),
      unknown: [
        plainly({
          en: 'Support that no source read here documents may exist.',
          id: 'Mungkin ada dukungan yang tidak terdokumentasi dalam sumber yang dibaca.',
          ja: '読んだ資料に現れない支援があるかもしれません。',
        }),
      ],
      view: { kind: 'PROGRAMMES', of: place },
    });
  },
};

const supportsOfCluster: QuestionDefinition = {
  id: 'supports-of-cluster',
  listed: ['Q17'],
  askedBy: 'PROVINCE',
  analysis: 'COVERAGE',
  parameters: [clusterParameter('cluster:coffee-dogiyai')],
  phrasings: {
    en: [
      'Which supports did {cluster} receive, and which overlapped?',
      '(which|what) (supports|support) (did|has) {cluster} (receive|received|get) [and which overlapped]',
      'by whom (was|is|has) {cluster} (been|) supported',
      'who (supports|supported|has supported) {cluster}',
      '(which|what) (help|aid|assistance) (did|has) {cluster} (receive|received|get|got) [and which overlapped]',
    ],
    id: [
      'Dukungan apa yang diterima {cluster}, dan mana yang tumpang tindih?',
      '(dukungan|pembinaan) apa (saja|) yang diterima {cluster} [dan mana yang tumpang tindih]',
      '(bantuan|dukungan|pembinaan) apa (saja|) yang (pernah|sudah|) (diterima|didapat|diperoleh) (oleh|) {cluster} [dan mana yang tumpang tindih]',
      'siapa (saja|) yang (mendukung|membina|membantu) {cluster}',
      '{cluster} (didukung|dibina|dibantu) (oleh|) siapa (saja|)',
    ],
    ja: '{cluster}はどの支援を受け、どれが重なったか',
  },
  answer: (values, { projection }) => {
    const cluster = values.node('cluster');
    const { rows, overlapsByCluster } = findCoverage(projection, { cluster });
    const certain = overlapsByCluster.filter(({ held }) => held === 'YES').length;
    const possible = overlapsByCluster.length - certain;
    const by = [...new Set(rows.map(({ supporter }) => supporter))];
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(rows.length)} documented supports of ${w.name(cluster)}${by.length === 0 ? '' : `, by ${w.names(by)}`}; certain overlaps: ${w.number(certain)}, possible: ${w.number(possible)} pairs.`,
          (w) =>
            `${w.number(rows.length)} dukungan terdokumentasi untuk ${w.name(cluster)}${by.length === 0 ? '' : `, oleh ${w.names(by)}`}; tumpang tindih pasti: ${w.number(certain)}, mungkin: ${w.number(possible)} pasangan.`,
          (w) =>
            `${w.name(cluster)}への文書で確認できる支援は${w.number(rows.length)}件${by.length === 0 ? '' : `（${w.names(by)}）`}。確実な重なりは${w.number(certain)}組、可能性のある重なりは${w.number(possible)}組です。`,
        ),
      ],
      figures: { supports: rows.length, certainOverlaps: certain, possibleOverlaps: possible },
      table: {
        columns: [
          column('supporter', 'By', 'Oleh', '支援者'),
          column('through', 'Through', 'Melalui', '経由'),
          column('from', 'From', 'Dari', '開始'),
          column('to', 'To', 'Sampai', '終了'),
          column('public', 'Public', 'Publik', '公的'),
        ],
        rows: rows.map(({ supporter, through, period, isPublic }) => [
          nodesCell(supporter),
          nodesCell(...through),
          dateCell(period.from === '..' ? null : period.from),
          dateCell(period.to === '..' ? null : period.to),
          wordsCell(isPublic ? { en: 'yes', id: 'ya', ja: 'はい' } : { en: 'no', id: 'tidak', ja: 'いいえ' }),
        ]),
      },
      relations: rows.flatMap(({ relations }) => relations),
      unknown: [
        plainly({
          en: 'Possible: an end or a beginning is unknown, so that the two may or may not have met.',
          id: 'Mungkin: awal atau akhirnya tidak diketahui, sehingga keduanya bisa bertemu atau tidak.',
          ja: '「可能性」は、始まりか終わりが不明で、重なったかどうか決まらないものです。',
        }),
      ],
      view: { kind: 'PROGRAMMES', of: cluster },
    });
  },
};

export const SUPPORT_QUESTIONS: readonly QuestionDefinition[] = [withoutPublicSupport, supportsOfCluster];
