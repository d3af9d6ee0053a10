import type { ExampleGroup } from './example.ts';

/** Which small-industry clusters are tied to which large industries. */
export const ties: ExampleGroup = {
  title: { en: 'Ties to large industry', id: 'Kaitan dengan industri besar', ja: '大企業とのつながり' },
  examples: [
    {
      id: 'ties',
      title: {
        en: 'Which clusters are tied to large industry',
        id: 'Sentra mana yang terkait industri besar',
        ja: '大企業とつながる産地',
      },
      comment: {
        en: 'The question of the first screen: every documented tie, strongest first, with its route in words.',
        id: 'Pertanyaan layar pertama: setiap kaitan terdokumentasi, terkuat lebih dahulu, dengan rutenya dalam kata-kata.',
        ja: '最初の画面の問いです。記録のあるつながりを強い順に、経路の説明つきで示します。',
      },
      query: /* GraphQL */ `
        query Ties($first: Int, $after: String, $language: Language) {
          clustersTiedToLargeIndustry(first: $first, after: $after) {
            summary {
              clusterCount
              tiedClusterCount
              inferredTieCount
            }
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              cluster {
                name
              }
              largeIndustry {
                name
              }
              strength
              kind
              directions
              description(language: $language)
              sourceCount
            }
          }
        }
      `,
      variables: { first: 5, after: null, language: 'en' },
    },
    {
      id: 'ties-filtered',
      title: {
        en: 'Ties of one province above a strength',
        id: 'Kaitan satu provinsi di atas kekuatan tertentu',
        ja: '一つの州の、一定以上の強さのつながり',
      },
      comment: {
        en: 'Narrows the question by place, strength and date; sector, cluster and largeIndustry narrow it further.',
        id: 'Mempersempit pertanyaan menurut tempat, kekuatan, dan tanggal; sector, cluster, dan largeIndustry mempersempit lebih jauh.',
        ja: '場所・強さ・日付で絞ります。sector、cluster、largeIndustryでさらに絞れます。',
      },
      query: /* GraphQL */ `
        query TiesFiltered($place: ID, $minimumStrength: Float, $asOf: PartialDate) {
          clustersTiedToLargeIndustry(place: $place, minimumStrength: $minimumStrength, asOf: $asOf) {
            totalCount
            nodes {
              cluster {
                name
              }
              largeIndustry {
                name
              }
              strength
              lastCertainDay
              heldAtReferenceDay
            }
          }
        }
      `,
      variables: { place: 'province:33', minimumStrength: 0.2, asOf: '2017' },
    },
    {
      id: 'ties-inferred',
      title: { en: 'With inferred evidence too', id: 'Termasuk bukti simpulan', ja: '推定の証拠も含めて' },
      comment: {
        en: 'What would be added if our own conclusions counted; evidenceClass keeps them apart from what a source says.',
        id: 'Apa yang bertambah bila simpulan kami ikut dihitung; evidenceClass memisahkannya dari ucapan sumber.',
        ja: '私たちの推定も数えた場合です。evidenceClassで出典のある事実と区別できます。',
      },
      query: /* GraphQL */ `
        query TiesInferred($evidence: [EvidenceKind!]) {
          clustersTiedToLargeIndustry(evidence: $evidence, first: 50) {
            totalCount
            summary {
              byKind {
                kind
                count
              }
            }
            nodes {
              cluster {
                name
              }
              largeIndustry {
                name
              }
              evidenceClass
              strength
              strengthAnyEvidence
            }
          }
        }
      `,
      variables: { evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'] },
    },
    {
      id: 'tie-explained',
      title: {
        en: 'Why a tie is as strong as it is',
        id: 'Mengapa kekuatan kaitan demikian',
        ja: 'つながりの強さの理由',
      },
      comment: {
        en: 'The five factors, the route relation by relation and the evidence of one cluster and one firm.',
        id: 'Lima faktor, rute relasi demi relasi, dan bukti untuk satu sentra dan satu perusahaan.',
        ja: '一つの産地と一つの企業について、五つの要素、経路の各関係、証拠を示します。',
      },
      query: /* GraphQL */ `
        query TieExplained($cluster: ID, $largeIndustry: ID) {
          clustersTiedToLargeIndustry(cluster: $cluster, largeIndustry: $largeIndustry) {
            nodes {
              strength
              factors {
                kind
                goodsSteps
                standIns
                evidence
                recency
              }
              route {
                nodes {
                  name
                }
                relations {
                  type
                  from
                  to
                }
              }
              evidence {
                kind
                note
                source {
                  title
                  date
                }
              }
              chainCount
              chains {
                strength
                direction
                kind
              }
            }
          }
        }
      `,
      variables: { cluster: 'cluster:metal-tegal', largeIndustry: 'large-industry:kayaba' },
    },
    {
      id: 'untied',
      title: {
        en: 'Clusters without a documented tie',
        id: 'Sentra tanpa kaitan terdokumentasi',
        ja: '記録のあるつながりがない産地',
      },
      comment: {
        en: 'What is missing: the clusters for which no source shows a tie, each with its place.',
        id: 'Yang belum ada: sentra yang menurut sumber mana pun tidak terlihat kaitannya, masing-masing dengan tempatnya.',
        ja: 'つながりを示す出典がない産地と、その所在地です。',
      },
      query: /* GraphQL */ `
        query Untied($place: ID) {
          clustersTiedToLargeIndustry(place: $place, first: 1) {
            summary {
              clusterCount
              tiedClusterCount
              untiedClusters {
                name
                places {
                  type
                  name
                }
              }
            }
          }
        }
      `,
      variables: { place: 'country:id' },
    },
    {
      id: 'groups-tied',
      title: { en: 'Groups without one place', id: 'Kelompok tanpa satu tempat', ja: '一つの場所に属さない集団' },
      comment: {
        en: 'The same question for cooperatives and scattered trades.',
        id: 'Pertanyaan yang sama untuk koperasi dan usaha yang tersebar.',
        ja: '協同組合や各地に散らばる業者について同じことを尋ねます。',
      },
      query: /* GraphQL */ `
        query GroupsTied($scope: TieScope) {
          clustersTiedToLargeIndustry(scope: $scope) {
            totalCount
            nodes {
              cluster {
                name
                kind
              }
              largeIndustry {
                name
              }
              strength
            }
          }
        }
      `,
      variables: { scope: 'GROUP' },
    },
    {
      id: 'gaps',
      title: { en: 'Who could supply whom', id: 'Siapa dapat memasok siapa', ja: '取引の可能性がある相手' },
      comment: {
        en: 'Pairs that fit by what they make and have no documented goods between them: candidates with reasons, never facts.',
        id: 'Pasangan yang cocok menurut produknya dan belum memiliki pasokan terdokumentasi: calon beserta alasannya, bukan fakta.',
        ja: '製品が合うのに、取引の記録がない組み合わせです。理由つきの候補であり、事実ではありません。',
      },
      query: /* GraphQL */ `
        query Gaps($cluster: ID, $withinKm: Float) {
          gaps(cluster: $cluster, withinKm: $withinKm, first: 20) {
            totalCount
            nodes {
              rank
              cluster {
                name
              }
              largeIndustry {
                name
              }
              level
              low
              high
              fit {
                value
                rule
                direction
                clusterSide {
                  name
                }
                firmSide {
                  name
                }
              }
              distance {
                km
              }
              support {
                value
              }
            }
            withoutCandidate {
              cluster {
                name
              }
              reason
            }
          }
        }
      `,
      variables: { cluster: null, withinKm: null },
    },
  ],
};
