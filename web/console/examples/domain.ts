import type { ExampleGroup } from './example.ts';

/** The words of the field: provinces, clusters, firms, programmes. */
export const domain: ExampleGroup = {
  title: { en: 'Places, clusters, firms', id: 'Tempat, sentra, perusahaan', ja: '場所・産地・企業' },
  examples: [
    {
      id: 'province-to-suppliers',
      title: {
        en: 'From a province down to suppliers',
        id: 'Dari provinsi sampai pemasok',
        ja: '州から供給者まで',
      },
      comment: {
        en: 'A province, its regencies, the clusters in each and those seen to supply them, in one question.',
        id: 'Provinsi, kabupatennya, sentra di tiap kabupaten, dan yang terbukti memasoknya, dalam satu pertanyaan.',
        ja: '州、その県・市、各地の産地、そこへ供給したことが確認された相手までを一度に尋ねます。',
      },
      query: /* GraphQL */ `
        query ProvinceToSuppliers($code: String!) {
          province(code: $code) {
            name
            regencies(first: 40) {
              totalCount
              nodes {
                code
                name
                clusters(first: 10) {
                  nodes {
                    id
                    name
                    suppliedBy(first: 10) {
                      totalCount
                      nodes {
                        id
                        name
                      }
                    }
                  }
                }
              }
            }
          }
        }
      `,
      variables: { code: '32' },
    },
    {
      id: 'regency',
      title: { en: 'A regency and its statuses', id: 'Kabupaten dan statusnya', ja: '県・市とその指定' },
      comment: {
        en: 'The provinces it belongs or belonged to, statuses such as underdeveloped, and its clusters.',
        id: 'Provinsi tempatnya bernaung kini atau dahulu, status seperti daerah tertinggal, dan sentranya.',
        ja: '現在または過去に属した州、後進地域などの指定、そこにある産地です。',
      },
      query: /* GraphQL */ `
        query Regency($code: String!) {
          regency(code: $code) {
            name
            provinces {
              code
              name
            }
            designations {
              name
            }
            clusters {
              nodes {
                name
              }
            }
          }
        }
      `,
      variables: { code: '94.06' },
    },
    {
      id: 'cluster',
      title: {
        en: 'A cluster: members, buyers, support',
        id: 'Sentra: anggota, pembeli, dukungan',
        ja: '産地の構成員・買い手・支援',
      },
      comment: {
        en: 'Who belongs to a cluster, whom it was seen to supply and who supports it.',
        id: 'Siapa anggota sentra, siapa yang terbukti dipasoknya, dan siapa yang mendukungnya.',
        ja: '産地に属する者、供給が確認された相手、支援する者です。',
      },
      query: /* GraphQL */ `
        query Cluster($id: ID!) {
          cluster(id: $id) {
            name
            kind
            sectors {
              name
            }
            members {
              totalCount
              nodes {
                type
                name
              }
            }
            suppliesTo {
              nodes {
                type
                name
              }
            }
            supportedBy {
              nodes {
                type
                name
              }
            }
          }
        }
      `,
      variables: { id: 'cluster:metal-tegal' },
    },
    {
      id: 'large-industry',
      title: {
        en: 'A large firm and its suppliers',
        id: 'Industri besar dan pemasoknya',
        ja: '大企業とその供給者',
      },
      comment: {
        en: 'Those seen to supply a large firm, each with the places it lies in, as of a date.',
        id: 'Yang terbukti memasok sebuah industri besar, masing-masing dengan tempatnya, per tanggal tertentu.',
        ja: '指定日の時点で大企業への供給が確認された相手と、それぞれの所在地です。',
      },
      query: /* GraphQL */ `
        query LargeIndustry($id: ID!, $asOf: PartialDate) {
          largeIndustry(id: $id) {
            name
            suppliedBy(asOf: $asOf) {
              totalCount
              nodes {
                type
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
      variables: { id: 'large-industry:rachmat-perdana-adhimetal', asOf: '2017' },
    },
    {
      id: 'programme',
      title: { en: 'A programme and what it reaches', id: 'Program dan sasarannya', ja: '事業とその対象' },
      comment: {
        en: 'Who implements a programme, which places it targets and which clusters it supports.',
        id: 'Siapa pelaksana sebuah program, tempat mana yang disasar, dan sentra mana yang didukung.',
        ja: '事業の実施者、対象となる場所、支援を受ける産地です。',
      },
      query: /* GraphQL */ `
        query Programme($id: ID!) {
          node(id: $id) {
            name
            period {
              from
              to
            }
            ... on Programme {
              implementers {
                nodes {
                  name
                }
              }
              targets {
                totalCount
                nodes {
                  name
                }
              }
              supports {
                totalCount
                nodes {
                  name
                }
              }
            }
          }
        }
      `,
      variables: { id: 'programme:smidep-phase-1' },
    },
    {
      id: 'sector',
      title: { en: 'Clusters of a sector', id: 'Sentra dalam satu sektor', ja: 'ある業種の産地' },
      comment: {
        en: 'The clusters in a sector or in one below it, each with its places.',
        id: 'Sentra dalam sebuah sektor atau sektor di bawahnya, masing-masing dengan tempatnya.',
        ja: 'ある業種とその下位の業種に属する産地と、その所在地です。',
      },
      query: /* GraphQL */ `
        query Sector($id: ID!) {
          node(id: $id) {
            name
            ... on Sector {
              scheme
              clusters {
                totalCount
                nodes {
                  name
                  places {
                    type
                    name
                  }
                }
              }
            }
          }
        }
      `,
      variables: { id: 'sector:footwear' },
    },
  ],
};
