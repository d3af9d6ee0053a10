import type { ExampleGroup } from './example.ts';

/** What stands around nodes, and how one is reached from another. */
export const around: ExampleGroup = {
  title: { en: 'Neighbourhood and paths', id: 'Sekitar dan jalur', ja: '周辺と経路' },
  examples: [
    {
      id: 'neighbourhood',
      title: {
        en: 'What stands around a node, on whose word',
        id: 'Apa di sekitar sebuah simpul, menurut siapa',
        ja: 'ノードの周辺と、その出典',
      },
      comment: {
        en: 'Every relation one step away, with evidence and source; shown and total say what was left out.',
        id: 'Setiap relasi satu langkah jauhnya, dengan bukti dan sumber; shown dan total menyebut yang tidak ditampilkan.',
        ja: '一段階先のすべての関係を証拠と出典つきで示し、shownとtotalで省かれた数が分かります。',
      },
      query: /* GraphQL */ `
        query Neighbourhood($of: [ID!]!, $first: Int) {
          neighbourhood(of: $of, first: $first) {
            shown {
              nodes
              relations
            }
            total {
              nodes
              relations
            }
            relations {
              type
              label
              fromNode {
                name
              }
              toNode {
                name
              }
              evidenceClass
              evidence {
                kind
                note
                source {
                  title
                  date
                }
              }
            }
          }
        }
      `,
      variables: { of: ['cluster:metal-tegal'], first: 20 },
    },
    {
      id: 'neighbourhood-filtered',
      title: {
        en: 'Only goods, only documented',
        id: 'Hanya barang, hanya terdokumentasi',
        ja: '記録のある物の流れだけ',
      },
      comment: {
        en: 'The same with filters: relations of one family and evidence kind that held, or possibly held, at a date.',
        id: 'Sama, dengan penyaring: relasi dari satu rumpun dan jenis bukti yang berlaku, atau mungkin berlaku, pada suatu tanggal.',
        ja: '同じ問いに絞り込みを加え、指定日に成り立っていた（可能性のある）関係だけを見ます。',
      },
      query: /* GraphQL */ `
        query NeighbourhoodFiltered($of: [ID!]!, $filter: RelationFilter, $asOf: PartialDate!) {
          neighbourhood(of: $of, filter: $filter) {
            total {
              relations
            }
            groups {
              relationType
              direction
              nodeType
              count
            }
            relations {
              type
              fromNode {
                name
              }
              toNode {
                name
              }
              held(asOf: $asOf)
              period {
                attested
                lastCertain
              }
            }
          }
        }
      `,
      variables: {
        of: ['cluster:metal-tegal'],
        filter: { families: ['supply'], evidence: ['DOCUMENTED'], asOf: '2017' },
        asOf: '2017',
      },
    },
    {
      id: 'relations-among',
      title: {
        en: 'Relations among given nodes',
        id: 'Relasi di antara simpul tertentu',
        ja: '指定したノード同士の関係',
      },
      comment: {
        en: 'Only what joins the nodes you name, for a picture of them.',
        id: 'Hanya yang menghubungkan simpul yang disebut, untuk menggambarnya.',
        ja: '挙げたノード同士を結ぶ関係だけを返し、図を描くのに向きます。',
      },
      query: /* GraphQL */ `
        query RelationsAmong($ids: [ID!]!) {
          relationsAmong(ids: $ids) {
            id
            type
            from
            to
            evidenceClass
          }
        }
      `,
      variables: {
        ids: [
          'cluster:metal-tegal',
          'small-industry:kannindo-metal',
          'large-industry:kayaba',
          'large-industry:komatsu-indonesia',
        ],
      },
    },
    {
      id: 'relation',
      title: { en: 'One relation with its evidence', id: 'Satu relasi dengan buktinya', ja: '一つの関係とその証拠' },
      comment: {
        en: 'How it reads in both directions, when it held, and every piece of evidence with its source.',
        id: 'Bunyinya dari kedua arah, kapan berlaku, dan setiap bukti dengan sumbernya.',
        ja: '両方向の読み方、成り立つ期間、すべての証拠と出典です。',
      },
      query: /* GraphQL */ `
        query Relation($id: ID!, $language: Language) {
          relation(id: $id) {
            label(language: $language)
            reverseLabel(language: $language)
            fromNode {
              name
            }
            toNode {
              name
            }
            period {
              attested
              lastCertain
            }
            evidence {
              kind
              note
              facts
              source {
                title
                publisher
                url
                date
              }
            }
          }
        }
      `,
      variables: { id: 'cluster:metal-tegal--SUPPLIES--large-industry:komatsu-indonesia', language: 'id' },
    },
    {
      id: 'relations',
      title: { en: 'Several relations at once', id: 'Beberapa relasi sekaligus', ja: '複数の関係をまとめて' },
      comment: {
        en: 'Up to 200 relations by id in the order asked for, with their strongest evidence and what they carry.',
        id: 'Hingga 200 relasi menurut id sesuai urutan yang diminta, dengan bukti terkuat dan apa yang dibawanya.',
        ja: '最大200の関係をidで指定した順に、最も強い証拠と運ばれる物とともに返します。',
      },
      query: /* GraphQL */ `
        query Relations($ids: [ID!]!) {
          relations(ids: $ids) {
            type
            fromNode {
              name
            }
            toNode {
              name
            }
            evidenceClass
            carries
          }
        }
      `,
      variables: {
        ids: [
          'cluster:metal-tegal--SUPPLIES--large-industry:komatsu-indonesia',
          'small-industry:kannindo-metal--MEMBER_OF--cluster:metal-tegal',
        ],
      },
    },
    {
      id: 'paths',
      title: {
        en: 'How two nodes are connected',
        id: 'Bagaimana dua simpul terhubung',
        ja: '二つのノードのつながり方',
      },
      comment: {
        en: 'The shortest ways between two nodes, step by step with every parallel relation.',
        id: 'Jalur terpendek antara dua simpul, langkah demi langkah dengan setiap relasi sejajar.',
        ja: '二つのノードを結ぶ短い経路を、並行する関係も含めて一歩ずつ示します。',
      },
      query: /* GraphQL */ `
        query Paths($from: ID!, $to: ID!, $first: Int, $evidence: [EvidenceKind!]) {
          paths(from: $from, to: $to, first: $first, evidence: $evidence) {
            totalCount
            hasMore
            nodes {
              length
              nodes {
                name
              }
              steps {
                relations {
                  type
                  from
                  to
                  evidenceClass
                }
              }
            }
          }
        }
      `,
      variables: {
        from: 'cluster:metal-ngingas',
        to: 'large-industry:astra-honda-motor',
        first: 3,
        evidence: ['DOCUMENTED'],
      },
    },
    {
      id: 'no-path',
      title: { en: 'Why there is no way', id: 'Mengapa tidak ada jalur', ja: '経路がない理由' },
      comment: {
        en: 'When nothing is found, closedBy names the filter that closed the last way.',
        id: 'Bila tidak ada yang ditemukan, closedBy menyebut penyaring yang menutup jalur terakhir.',
        ja: '経路が見つからないとき、closedByは最後の経路を閉ざした条件を示します。',
      },
      query: /* GraphQL */ `
        query NoPath($from: ID!, $to: ID!, $relationTypes: [RelationType!]) {
          paths(from: $from, to: $to, relationTypes: $relationTypes) {
            totalCount
            closedBy
          }
        }
      `,
      variables: { from: 'cluster:metal-ngingas', to: 'large-industry:kayaba', relationTypes: ['SUPPLIES'] },
    },
  ],
};
