import type { ExampleGroup } from './example.ts';

/** Which support reached whom, when, and by which criteria. */
export const programmes: ExampleGroup = {
  title: { en: 'Programmes and places', id: 'Program dan wilayah', ja: '事業と地域' },
  examples: [
    {
      id: 'coverage',
      title: {
        en: 'Which support reached which cluster',
        id: 'Dukungan mana menjangkau sentra mana',
        ja: 'どの支援がどの産地に届いたか',
      },
      comment: {
        en: 'Every documented support in a place with its status, period and level; supporter, levels, from and to narrow it.',
        id: 'Setiap dukungan terdokumentasi di suatu wilayah dengan status, masa, dan sasarannya; supporter, levels, from, dan to mempersempitnya.',
        ja: 'ある地域の文書のある支援を、状況・期間・届いた相手とともに示します。supporter、levels、from、toで絞れます。',
      },
      query: /* GraphQL */ `
        query Coverage($place: ID, $evidence: [EvidenceKind!], $first: Int) {
          coverage(place: $place, evidence: $evidence, first: $first) {
            totalCount
            clusterCount
            withoutPublicSupport {
              id
            }
            endedWithoutBuyer {
              cluster {
                id
              }
              lastDay
              stillSupported
            }
            nodes {
              cluster {
                name
              }
              support {
                supporter {
                  name
                }
                level
                status
                period {
                  from
                  to
                  attested
                }
                evidence
                relations {
                  id
                }
              }
            }
          }
        }
      `,
      variables: { place: 'province:35', evidence: ['DOCUMENTED'], first: 20 },
    },
    {
      id: 'support-overlaps',
      title: {
        en: 'Which supports met in time',
        id: 'Dukungan mana yang bersamaan waktunya',
        ja: '同じ時期に重なった支援',
      },
      comment: {
        en: 'Certain overlaps first, with the days on which both held; by is CLUSTER or PLACE. Here: two JICA projects in one regency.',
        id: 'Tumpang tindih yang pasti lebih dahulu, dengan hari-hari keduanya berlaku; by adalah CLUSTER atau PLACE. Di sini: dua proyek JICA di satu kabupaten.',
        ja: '確実な重なりから順に、両方が続いていた日を示します。byはCLUSTERかPLACEです。ここでは一つの県でのJICAの二事業です。',
      },
      query: /* GraphQL */ `
        query SupportOverlaps($by: OverlapBy, $supporter: ID) {
          supportOverlaps(by: $by, supporter: $supporter, first: 20) {
            certainCount
            possibleCount
            nodes {
              at {
                id
                name
              }
              held
              heldAsStated
              certain {
                from
                to
              }
              first {
                support {
                  supporter {
                    name
                  }
                }
              }
              second {
                support {
                  supporter {
                    name
                  }
                }
              }
            }
          }
        }
      `,
      variables: { by: 'PLACE', supporter: 'agency:jica' },
    },
    {
      id: 'programme-phases',
      title: {
        en: 'Two phases compared by province',
        id: 'Dua tahap dibandingkan per provinsi',
        ja: '二つの期を州ごとに比較',
      },
      comment: {
        en: 'Which provinces are in both phases, what their clusters make, and which had only committed.',
        id: 'Provinsi mana yang ada di kedua tahap, apa yang dibuat sentranya, dan mana yang baru berkomitmen.',
        ja: '両方の期に入った州、その産地の製品、そして表明だけにとどまった州を示します。',
      },
      query: /* GraphQL */ `
        query ProgrammePhases($programme: ID) {
          programmePhases(programme: $programme) {
            comparisons {
              bothCount
              places {
                province {
                  name
                }
                earlier {
                  status
                  clusters {
                    cluster {
                      name
                    }
                    makes {
                      name
                    }
                  }
                }
                later {
                  status
                  clusters {
                    cluster {
                      name
                    }
                    makes {
                      name
                    }
                  }
                }
              }
            }
          }
        }
      `,
      variables: { programme: 'programme:smidep' },
    },
    {
      id: 'programme-criteria',
      title: {
        en: 'What criteria ask for, and what the data hold of it',
        id: 'Apa yang diminta kriteria dan apa yang ada di data',
        ja: '基準が求めるものと、データにあるもの',
      },
      comment: {
        en: 'Source of support, strategic theme and affirmative theme, place by place; what the data hold nothing of says so.',
        id: 'Sumber dukungan, tema strategis, dan tema afirmatif, wilayah demi wilayah; yang tidak ada di data dinyatakan demikian.',
        ja: '支援の財源、戦略的テーマ、格差是正テーマを地域ごとに示します。データに何もないものはそう示します。',
      },
      query: /* GraphQL */ `
        query ProgrammeCriteria($programme: ID, $evidence: [EvidenceKind!]) {
          programmeCriteria(programme: $programme, evidence: $evidence) {
            programmes {
              criteria {
                criterion {
                  name
                }
                demands {
                  demand {
                    id
                  }
                  evidence
                }
              }
              places {
                place {
                  name
                }
                findings {
                  demand {
                    id
                  }
                  finding
                  relations {
                    id
                  }
                }
              }
            }
          }
        }
      `,
      variables: { programme: 'programme:smidep-follow-up', evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'] },
    },
    {
      id: 'place-profiles',
      title: { en: 'Two provinces side by side', id: 'Dua provinsi berdampingan', ja: '二つの州を並べて' },
      comment: {
        en: 'What the data hold of one to four provinces or regencies, what all of them have, and what is not known.',
        id: 'Apa yang ada di data tentang satu sampai empat provinsi atau kabupaten/kota, apa yang sama, dan apa yang tidak diketahui.',
        ja: '1～4の州または県・市についてデータにあること、共通すること、分からないことを示します。',
      },
      query: /* GraphQL */ `
        query PlaceProfiles($places: [ID!]!) {
          placeProfiles(places: $places) {
            profiles {
              place {
                name
              }
              parts {
                kind
                count
              }
              supports {
                supporter {
                  name
                }
                clusterCount
              }
              tieCount
              tiedClusterCount
              gapCount
              unknown {
                kind
                count
              }
              sourceCount
            }
            shared {
              sectors {
                id
              }
              supporters {
                id
              }
              largeIndustries {
                id
              }
            }
          }
        }
      `,
      variables: { places: ['province:33', 'province:35'] },
    },
    {
      id: 'place-relatedness',
      title: {
        en: 'What a place could make next',
        id: 'Apa yang dapat dibuat suatu wilayah berikutnya',
        ja: '地域が次に作れるもの',
      },
      comment: {
        en: 'Whether enough places are known to say which classes go together; add classes for advantage and density. Here placeCount is too small.',
        id: 'Apakah cukup wilayah yang diketahui untuk melihat golongan yang sejalan; tambahkan classes untuk keunggulan dan kepadatan. Di sini placeCount terlalu kecil.',
        ja: '分類の相性を語れるだけの地域が分かっているかを示します。classesを加えると優位性と密度が出ます。ここではplaceCountが足りません。',
      },
      query: /* GraphQL */ `
        query PlaceRelatedness($place: ID!) {
          placeRelatedness(place: $place) {
            placeCount
            classCount
            fewestPlaces
            makerCount
            revision
          }
        }
      `,
      variables: { place: 'province:35' },
    },
  ],
};
