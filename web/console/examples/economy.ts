import type { ExampleGroup } from './example.ts';

/** What input-output tables say of sectors. */
export const economy: ExampleGroup = {
  title: { en: 'Sectors and shocks', id: 'Sektor dan guncangan', ja: '部門と衝撃' },
  examples: [
    {
      id: 'what-if',
      title: {
        en: 'If a firm, a place or a demand fell away',
        id: 'Jika perusahaan, wilayah, atau permintaan hilang',
        ja: '企業・地域・需要が失われたら',
      },
      comment: {
        en: 'Three shocks side by side: which clusters are met, in which tier, by which ways, with makers and workers where known; sectors by Leontief.',
        id: 'Tiga guncangan berdampingan: sentra mana terdampak, di tingkat mana, lewat jalur mana, dengan pelaku dan tenaga kerja bila diketahui; sektor menurut Leontief.',
        ja: '三つの衝撃を並べて、影響を受けるクラスターと段階、経路、分かる範囲の生産者数と従業者数、部門への影響（レオンチェフ）を示します。',
      },
      query: /* GraphQL */ `
        query WhatIf($shocks: [WhatIfShock!]!, $asOf: PartialDate!, $depth: Int) {
          whatIf(shocks: $shocks, asOf: $asOf, depth: $depth) {
            shocks {
              label
              closedCount
              unplacedCount
              clusterTiers {
                tier
                clusters {
                  name
                }
                units {
                  low
                  high
                  knownCount
                  unknownCount
                }
                workers {
                  low
                  high
                  knownCount
                  unknownCount
                }
              }
              clusterEffects {
                cluster {
                  name
                }
                kind
                tier
                ways {
                  nodes {
                    name
                  }
                }
              }
              lostTieCount
              economy {
                total {
                  output
                  outputPercent
                }
              }
            }
            clusters {
              cluster {
                name
              }
              effects {
                kind
                tier
              }
            }
            sectors {
              sector {
                name
              }
              effects {
                output
              }
            }
          }
        }
      `,
      variables: {
        shocks: [
          { label: 'PT Komatsu', close: ['large-industry:komatsu-indonesia'] },
          { label: 'Tegal', closePlaces: ['regency:33.28'] },
          { label: 'Construction −10 %', finalDemand: [{ sector: '6', percent: -10 }] },
        ],
        asOf: '2025-12-31',
        depth: 3,
      },
    },
    {
      id: 'input-output',
      title: {
        en: 'How sectors are linked',
        id: 'Bagaimana sektor saling terkait',
        ja: '部門どうしのつながり',
      },
      comment: {
        en: 'Backward and forward linkages of the 17 products of 2020, and what would be missing without one; extractions takes other sectors.',
        id: 'Keterkaitan ke belakang dan ke depan 17 produk tahun 2020, dan apa yang hilang tanpa salah satunya; extractions menerima sektor lain.',
        ja: '2020年の17部門の後方・前方連関と、一つの部門がなければ何が失われるかです。extractionsで他の部門も選べます。',
      },
      query: /* GraphQL */ `
        query InputOutput($table: ID, $sectors: [ID!]) {
          inputOutput(table: $table) {
            id
            name
            year
            sources {
              title
              publisher
            }
            linkages {
              sector {
                code
                name
              }
              backwardIndex
              sensitivityIndex
              forwardIndex
              keyByLeontief
              keyByGhosh
            }
            extractions(sectors: $sectors) {
              sector {
                name
              }
              total {
                value
                percent
              }
              others {
                value
                percent
              }
            }
          }
        }
      `,
      variables: { table: null, sectors: ['3'] },
    },
    {
      id: 'input-output-tables',
      title: { en: 'Which tables there are', id: 'Tabel apa saja yang ada', ja: '利用できる投入産出表' },
      comment: {
        en: "The dataset's table and those of the folder that SENTRA_INPUT_OUTPUT names, with their sectors.",
        id: 'Tabel dari himpunan data dan dari folder yang disebut SENTRA_INPUT_OUTPUT, dengan sektornya.',
        ja: 'データセットの表と、SENTRA_INPUT_OUTPUTで指定したフォルダーの表を部門とともに示します。',
      },
      query: /* GraphQL */ `
        query InputOutputTables {
          inputOutputTables {
            id
            year
            fromFile
            totalOutput
            sectors {
              code
              name
              output
              finalDemand
              valueAdded
              imports
            }
          }
        }
      `,
    },
    {
      id: 'read-input-output',
      title: { en: 'A table of your own', id: 'Tabel milik sendiri', ja: '手持ちの投入産出表' },
      comment: {
        en: 'A CSV in the form of BPS with its source, answered like the one of 2020; a faulty one is refused with the line of each fault.',
        id: 'CSV berbentuk tabel BPS beserta sumbernya, dijawab seperti tabel 2020; yang keliru ditolak dengan baris setiap kesalahan.',
        ja: 'BPS形式のCSVを出典とともに渡すと、2020年の表と同じように答えます。誤りのある表は行を示して断ります。',
      },
      query: /* GraphQL */ `
        query ReadInputOutput($file: InputOutputFile!) {
          readInputOutput(file: $file) {
            name
            year
            linkages {
              sector {
                code
                name
              }
              backward
              sensitivity
              forward
            }
            leontief: matrix(of: LEONTIEF)
          }
        }
      `,
      variables: {
        file: {
          name: 'Miller and Blair, table 2.3',
          year: '2009',
          csv: [
            'code,name,1,2,3011,3012,3020,3030,3040,3050,3060,3100',
            '1,Agriculture,150,500,350,0,0,0,0,0,0,1000',
            '2,Manufacturing,200,100,1700,0,0,0,0,0,0,2000',
            '1950,,0,0,,,,,,,,',
            '2000,,0,0,,,,,,,,',
            '2010,,650,1400,,,,,,,,',
            '2020,,0,0,,,,,,,,',
            '2030,,0,0,,,,,,,,',
            '2100,,1000,2000,,,,,,,,',
          ].join('\n'),
          source: { title: 'Input-Output Analysis', publisher: 'Cambridge University Press', licence: 'facts only' },
        },
      },
    },
    {
      id: 'final-demand-effect',
      title: {
        en: 'If final demand changes',
        id: 'Jika permintaan akhir berubah',
        ja: '最終需要が変わると',
      },
      comment: {
        en: 'Ten percent less construction: output, value added and imports of every sector, by Leontief.',
        id: 'Konstruksi berkurang sepuluh persen: output, nilai tambah, dan impor setiap sektor menurut Leontief.',
        ja: '建設の最終需要が1割減ると、各部門の産出、付加価値、輸入がどう変わるかをレオンチェフ・モデルで示します。',
      },
      query: /* GraphQL */ `
        query FinalDemandEffect($changes: [FinalDemandChange!]!) {
          finalDemandEffect(changes: $changes) {
            total {
              finalDemand
              output
              outputPercent
              valueAdded
              imports
              productTaxes
            }
            multiplier
            rounds
            sectors {
              sector {
                name
              }
              amounts {
                output
                outputPercent
                valueAdded
              }
            }
          }
        }
      `,
      variables: { changes: [{ sector: 'sector:io17-6', percent: -10 }] },
    },
  ],
};
