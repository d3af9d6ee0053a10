import type { ExampleGroup } from './example.ts';

/** Finding nodes: by name, by id, by type. */
export const find: ExampleGroup = {
  title: { en: 'Find', id: 'Cari', ja: '探す' },
  examples: [
    {
      id: 'search',
      title: { en: 'Find by name, even misspelt', id: 'Cari nama, walau salah eja', ja: '名前で探す（綴り違いも可）' },
      comment: {
        en: 'Looks through names, aliases and codes in every language and says which name matched and how.',
        id: 'Mencari nama, nama lain, dan kode dalam semua bahasa, serta menyebut nama mana yang cocok dan bagaimana.',
        ja: 'すべての言語の名前・別名・コードを探し、どの名前がどのように一致したかを示します。',
      },
      query: /* GraphQL */ `
        query Search($text: String!, $types: [NodeType!]) {
          search(text: $text, types: $types, first: 10) {
            totalCount
            matches {
              matchedName
              isAlias
              kind
              node {
                id
                type
                name
                places {
                  name
                }
              }
            }
          }
        }
      `,
      variables: { text: 'tegall metl', types: ['SmiCluster', 'LargeIndustry'] },
    },
    {
      id: 'node',
      title: { en: 'One node, whole', id: 'Satu simpul, lengkap', ja: '一つのノードのすべて' },
      comment: {
        en: 'Names, places and evidence of any node, with a count of its relations by type.',
        id: 'Nama, tempat, dan bukti sebuah simpul apa pun, dengan jumlah relasinya menurut jenis.',
        ja: '任意のノードの名前・場所・証拠と、種類ごとの関係の数です。',
      },
      query: /* GraphQL */ `
        query Node($id: ID!) {
          node(id: $id) {
            id
            type
            kind
            name
            names {
              language
              text
            }
            aliases {
              kind
              text
            }
            places {
              type
              name
            }
            evidence {
              kind
              facts
              source {
                title
                publisher
                date
              }
            }
            relationGroups {
              relationType
              direction
              nodeType
              count
            }
          }
        }
      `,
      variables: { id: 'cluster:metal-tegal' },
    },
    {
      id: 'nodes',
      title: { en: 'Several nodes at once', id: 'Beberapa simpul sekaligus', ja: '複数のノードをまとめて' },
      comment: {
        en: 'Up to 200 nodes in the order asked for, with the fields that only some types have.',
        id: 'Hingga 200 simpul sesuai urutan yang diminta, dengan isian yang hanya dimiliki jenis tertentu.',
        ja: '最大200のノードを指定した順に、特定の種類だけが持つ項目も含めて返します。',
      },
      query: /* GraphQL */ `
        query Nodes($ids: [ID!]!) {
          nodes(ids: $ids) {
            id
            type
            name
            ... on SmiCluster {
              sectors {
                name
              }
            }
            ... on LargeIndustry {
              suppliedBy {
                totalCount
              }
            }
          }
        }
      `,
      variables: { ids: ['cluster:metal-tegal', 'large-industry:kayaba', 'programme:smidep'] },
    },
    {
      id: 'list',
      title: { en: 'A list, page by page', id: 'Daftar, halaman demi halaman', ja: '一覧を一ページずつ' },
      comment: {
        en: 'Put endCursor of one answer into after of the next question to read on; totalCount says how many there are.',
        id: 'Masukkan endCursor dari satu jawaban ke after pada pertanyaan berikutnya untuk melanjutkan; totalCount menyebut jumlah seluruhnya.',
        ja: '答えのendCursorを次の問いのafterに入れると続きを読めます。totalCountは全体の数です。',
      },
      query: /* GraphQL */ `
        query List($types: [NodeType!], $first: Int, $after: String) {
          list(types: $types, first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              id
              kind
              name
            }
          }
        }
      `,
      variables: { types: ['SmiCluster'], first: 10, after: null },
    },
  ],
};
