import type { ExampleGroup } from './example.ts';

/** What only shows when the whole graph is looked at. */
export const whole: ExampleGroup = {
  title: { en: 'Chains and the whole graph', id: 'Rantai dan seluruh graf', ja: '供給連鎖とグラフ全体' },
  examples: [
    {
      id: 'tiers',
      title: {
        en: 'Suppliers, tier by tier',
        id: 'Pemasok, tingkat demi tingkat',
        ja: '供給元を段階ごとに',
      },
      comment: {
        en: 'Every way to a supplier with its part of the purchases, as stated (low) and as possible (high); DOWNSTREAM asks for buyers.',
        id: 'Setiap jalur ke pemasok dengan bagiannya dari pembelian, yang dinyatakan (low) dan yang mungkin (high); DOWNSTREAM menanyakan pembeli.',
        ja: '供給元への各経路と購入に占める割合を、記録された値（low）と可能な値（high）で示します。DOWNSTREAMなら買い手です。',
      },
      query: /* GraphQL */ `
        query Tiers($root: ID!, $direction: TierDirection, $depth: Int, $asOf: PartialDate!) {
          tiers(root: $root, direction: $direction, depth: $depth, asOf: $asOf) {
            totalCount
            nodes {
              tier
              nodes {
                name
              }
              contribution {
                low
                high
              }
              held
            }
            reached {
              node {
                name
              }
              clusters {
                name
              }
            }
            balance {
              end
              unattributed
              cycle
              truncated
            }
          }
        }
      `,
      variables: {
        root: 'large-industry:astra-honda-motor',
        direction: 'UPSTREAM',
        depth: 2,
        asOf: '2025-12-31',
      },
    },
    {
      id: 'centrality',
      title: {
        en: 'Nodes that stand between most others',
        id: 'Simpul yang paling sering menjadi perantara',
        ja: '他を最も多く媒介するノード',
      },
      comment: {
        en: 'By betweenness, DEGREE or PAGERANK, over goods, agreements to supply and memberships.',
        id: 'Menurut BETWEENNESS, DEGREE, atau PAGERANK, pada barang, kesepakatan memasok, dan keanggotaan.',
        ja: '物の流れ、供給合意、所属の関係について、BETWEENNESS、DEGREE、PAGERANKで順位づけします。',
      },
      query: /* GraphQL */ `
        query Centrality($measure: CentralityMeasure!, $first: Int, $nodeTypes: [NodeType!]) {
          centrality(measure: $measure, first: $first, nodeTypes: $nodeTypes) {
            totalCount
            nodes {
              rank
              node {
                name
                type
              }
              value
              degree
            }
          }
        }
      `,
      variables: { measure: 'BETWEENNESS', first: 10, nodeTypes: [] },
    },
    {
      id: 'communities',
      title: {
        en: 'What belongs together',
        id: 'Apa yang saling terkait erat',
        ja: 'まとまりのあるノード群',
      },
      comment: {
        en: 'Parts of the graph that are more tightly joined inside than with the rest; a higher resolution makes smaller ones.',
        id: 'Bagian graf yang lebih erat di dalam daripada dengan yang lain; resolution lebih tinggi menghasilkan bagian lebih kecil.',
        ja: '外よりも内側で強く結ばれた部分です。resolutionを上げると小さく分かれます。',
      },
      query: /* GraphQL */ `
        query Communities($resolution: Float, $seed: Int, $first: Int) {
          communities(resolution: $resolution, seed: $seed, first: $first) {
            totalCount
            nodes {
              size
              members(first: 5) {
                nodes {
                  name
                }
              }
            }
          }
        }
      `,
      variables: { resolution: 0.03, seed: 1, first: 5 },
    },
    {
      id: 'community-sweep',
      title: {
        en: 'At which resolution communities are stable',
        id: 'Pada resolusi mana komunitas stabil',
        ja: 'まとまりが安定する解像度',
      },
      comment: {
        en: 'Communities at 25 resolutions and the ranges in which they hardly change; the middle of a wide range is one to ask with.',
        id: 'Komunitas pada 25 resolusi dan rentang di mana komunitas hampir tidak berubah; tengah rentang lebar cocok untuk dipakai.',
        ja: '25の解像度でのまとまりと、ほとんど変わらない範囲です。広い範囲の中ほどの解像度が使いやすい値です。',
      },
      query: /* GraphQL */ `
        query CommunitySweep($quality: CommunityQuality, $seed: Int) {
          communitySweep(quality: $quality, seed: $seed) {
            ranges {
              from
              to
              middle {
                resolution
                communityCount
              }
            }
            points {
              resolution
              communityCount
              singletonCount
              largestSize
            }
          }
        }
      `,
      variables: { quality: 'CPM', seed: 1 },
    },
    {
      id: 'fragility',
      title: {
        en: 'Where one loss does most',
        id: 'Di mana satu kehilangan paling terasa',
        ja: '一つ失うと最も響くところ',
      },
      comment: {
        en: 'Buyers with a single recorded supplier, how concentrated purchases are, and nodes that hold parts together.',
        id: 'Pembeli dengan satu pemasok tercatat, pemusatan pembelian, dan simpul yang menyatukan bagian-bagian.',
        ja: '記録上の供給元が一つの買い手、購入の集中度、部分同士をつなぐノードです。',
      },
      query: /* GraphQL */ `
        query Fragility($asOf: PartialDate!, $first: Int) {
          fragility(asOf: $asOf, first: $first) {
            singleSourceCount
            singleSource {
              buyer {
                name
              }
              supplier {
                name
              }
            }
            concentrationCount
            concentration {
              buyer {
                name
              }
              index {
                low
                high
              }
            }
            cutNodeCount
            cutNodes {
              node {
                name
              }
              neighbourCount
            }
          }
        }
      `,
      variables: { asOf: '2025-12-31', first: 10 },
    },
    {
      id: 'removal',
      title: {
        en: 'Remove a node and see',
        id: 'Hilangkan satu simpul dan lihat',
        ja: 'ノードを一つ除いてみる',
      },
      comment: {
        en: 'Which ties to large industry would be lost or weaker without it.',
        id: 'Keterkaitan dengan industri besar mana yang hilang atau melemah tanpanya.',
        ja: 'それがなければ失われる、または弱まる大企業とのつながりです。',
      },
      query: /* GraphQL */ `
        query Removal($node: ID!) {
          removal(node: $node) {
            tieCount
            lostCount
            lost {
              cluster {
                name
              }
              largeIndustry {
                name
              }
              strength
            }
            weakenedCount
            weakened {
              before {
                strength
              }
              after {
                strength
              }
            }
          }
        }
      `,
      variables: { node: 'small-industry:gemilang-lestari-teknik' },
    },
    {
      id: 'picture',
      title: { en: 'The graph in columns', id: 'Graf dalam kolom', ja: '列形式のグラフ' },
      comment: {
        en: 'For pictures and notebooks: up to 20,000 nodes and 50,000 relations at once, one list a property.',
        id: 'Untuk gambar dan analisis: hingga 20.000 simpul dan 50.000 relasi sekaligus, satu daftar per sifat.',
        ja: '図や分析用に、最大2万ノードと5万関係を性質ごとのリストで返します。',
      },
      query: /* GraphQL */ `
        query Picture($filter: GraphFilter, $mostNodes: Int) {
          picture(filter: $filter, mostNodes: $mostNodes, withUnrelated: false) {
            shown {
              nodes
              relations
            }
            total {
              nodes
              relations
            }
            nodes {
              ids
              names
              typeList
              types
            }
            relations {
              from
              to
              typeList
              types
            }
          }
        }
      `,
      variables: { filter: { families: ['supply'] }, mostNodes: 100 },
    },
  ],
};
