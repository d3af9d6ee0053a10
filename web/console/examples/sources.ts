import type { ExampleGroup } from './example.ts';

/** On whose word, where sources differ, and what is loaded at all. */
export const sources: ExampleGroup = {
  title: { en: 'Sources, figures, the whole', id: 'Sumber, angka, keseluruhan', ja: '出典・数値・全体' },
  examples: [
    {
      id: 'sources',
      title: {
        en: 'All sources, most used first',
        id: 'Semua sumber, terbanyak dipakai dahulu',
        ja: 'よく使われる順の出典',
      },
      comment: {
        en: 'Every source with its publisher, licence and how much rests on it.',
        id: 'Setiap sumber dengan penerbit, lisensi, dan seberapa banyak yang bertumpu padanya.',
        ja: 'すべての出典と、発行者、ライセンス、それに基づく件数です。',
      },
      query: /* GraphQL */ `
        query Sources($first: Int, $after: String) {
          sources(first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              id
              title
              publisher
              date
              url
              licence
              relationCount
              figureCount
            }
          }
        }
      `,
      variables: { first: 10, after: null },
    },
    {
      id: 'source',
      title: { en: 'What rests on one source', id: 'Apa yang bertumpu pada satu sumber', ja: '一つの出典に基づくもの' },
      comment: {
        en: 'The relations, figures and nodes that would lose evidence without this source.',
        id: 'Relasi, angka, dan simpul yang kehilangan bukti tanpa sumber ini.',
        ja: 'この出典がなければ証拠を失う関係・数値・ノードです。',
      },
      query: /* GraphQL */ `
        query Source($id: ID!, $first: Int) {
          source(id: $id) {
            title
            relations(first: $first) {
              totalCount
              nodes {
                type
                fromNode {
                  name
                }
                toNode {
                  name
                }
              }
            }
            figures(first: $first) {
              totalCount
              nodes {
                measure
                value
                about {
                  name
                }
              }
            }
            nodes(first: $first) {
              totalCount
              nodes {
                name
              }
            }
          }
        }
      `,
      variables: { id: 'source:netralnews-2017', first: 5 },
    },
    {
      id: 'disagreements',
      title: { en: 'Where sources disagree', id: 'Di mana sumber berbeda', ja: '出典の食い違い' },
      comment: {
        en: 'The question on which sources differ and every side of it, each with its source; none is preferred.',
        id: 'Pertanyaan yang dijawab berbeda oleh sumber dan setiap sisinya, masing-masing dengan sumbernya; tidak ada yang diutamakan.',
        ja: '出典が食い違う問いと、それぞれの主張と出典です。どれも優先しません。',
      },
      query: /* GraphQL */ `
        query Disagreements($id: ID!) {
          node(id: $id) {
            name
            disagreements {
              question
              relations {
                type
                fromNode {
                  name
                }
                toNode {
                  name
                }
                evidence {
                  note
                  source {
                    title
                    date
                  }
                }
              }
            }
          }
        }
      `,
      variables: { id: 'cluster:ship-components-pasuruan' },
    },
    {
      id: 'figures',
      title: { en: 'Figures with their sources', id: 'Angka dengan sumbernya', ja: '数値とその出典' },
      comment: {
        en: 'Numbers about a node: what is counted, whose count, for when and from which source.',
        id: 'Angka tentang sebuah simpul: apa yang dihitung, oleh siapa, untuk kapan, dan dari sumber mana.',
        ja: 'ノードについての数値と、何を、誰が、いつについて数えたか、その出典です。',
      },
      query: /* GraphQL */ `
        query Figures($id: ID!, $language: Language) {
          node(id: $id) {
            name
            figures {
              measure
              label(language: $language)
              value
              unit
              approximate
              within {
                name
              }
              period {
                from
                to
              }
              evidence {
                source {
                  title
                  date
                }
              }
            }
          }
        }
      `,
      variables: { id: 'cluster:metal-tegal', language: 'en' },
    },
    {
      id: 'overview',
      title: { en: 'What is loaded', id: 'Apa yang dimuat', ja: '読み込まれているもの' },
      comment: {
        en: 'Counts by type, family and evidence, with the revision that names exactly this content.',
        id: 'Jumlah menurut jenis, rumpun, dan bukti, dengan revisi yang menamai persis isi ini.',
        ja: '種類・系統・証拠ごとの数と、この内容を特定するリビジョンです。',
      },
      query: /* GraphQL */ `
        query Overview {
          dataset {
            revision
            referenceDay
            engine
            nodeCount
            relationCount
            figureCount
            sourceCount
          }
          overview {
            nodeTypes {
              type
              count
            }
            families {
              family
              count
            }
            evidence {
              kind
              count
            }
          }
        }
      `,
    },
    {
      id: 'vocabulary',
      title: { en: 'The words of the graph', id: 'Kosakata graf', ja: 'グラフの語彙' },
      comment: {
        en: 'Every type of node and relation with its meaning, and which types a relation may join.',
        id: 'Setiap jenis simpul dan relasi dengan artinya, serta jenis yang boleh dihubungkan sebuah relasi.',
        ja: 'ノードと関係のすべての種類とその意味、関係が結べる種類です。',
      },
      query: /* GraphQL */ `
        query Vocabulary($language: Language) {
          vocabulary {
            nodeTypes {
              type
              label(language: $language)
              description
            }
            relationTypes {
              type
              family
              label(language: $language)
              reverseLabel(language: $language)
              description
              fromTypes
              toTypes
            }
          }
        }
      `,
      variables: { language: 'en' },
    },
  ],
};
