import type { ExampleGroup } from './example.ts';

/** Questions as officers ask them, answered in words. */
export const questions: ExampleGroup = {
  title: { en: 'Questions in words', id: 'Pertanyaan dengan kata-kata', ja: '文章での質問' },
  examples: [
    {
      id: 'named-questions',
      title: { en: 'Which questions there are', id: 'Pertanyaan apa saja yang ada', ja: 'どのような質問があるか' },
      comment: {
        en: 'The library with what each question takes; answer answers one.',
        id: 'Daftar pertanyaan beserta parameternya; answer menjawab salah satunya.',
        ja: '質問の一覧と、それぞれのパラメーターです。answerで答えます。',
      },
      query: /* GraphQL */ `
        query NamedQuestions($language: Language) {
          questions(language: $language) {
            id
            title
            askedBy
            parameters {
              name
              label
              kind
              default {
                text
              }
            }
          }
        }
      `,
      variables: { language: 'en' },
    },
    {
      id: 'answer',
      title: {
        en: 'Through whom does Ngingas reach AHM?',
        id: 'Melalui siapa Ngingas memasok AHM?',
        ja: 'ギンガスは誰を通じてAHMに供給しているか',
      },
      comment: {
        en: 'The answer in words, its figures and table, what is unknown, and who says so.',
        id: 'Jawaban dengan kata-kata, angka dan tabelnya, yang tidak diketahui, dan siapa sumbernya.',
        ja: '文章での答えと、数値、表、不明な点、出典です。',
      },
      query: /* GraphQL */ `
        query Answer($question: ID!, $parameters: [ParameterValue!], $language: Language) {
          answer(question: $question, parameters: $parameters, language: $language) {
            title
            sentences
            figures {
              name
              value
              text
            }
            columns {
              title
            }
            table(first: 20) {
              totalCount
              nodes {
                cells {
                  text
                }
              }
            }
            unknown
            sources {
              title
              url
            }
          }
        }
      `,
      variables: {
        question: 'supply-route',
        parameters: [
          { name: 'cluster', value: 'cluster:metal-ngingas' },
          { name: 'firm', value: 'large-industry:astra-honda-motor' },
        ],
        language: 'en',
      },
    },
    {
      id: 'understand',
      title: {
        en: 'What a typed question asks',
        id: 'Apa yang ditanyakan pertanyaan yang diketik',
        ja: '入力した質問が何を尋ねているか',
      },
      comment: {
        en: 'English or Indonesian, by a fixed grammar: an unclear name is asked back, anything else is refused with the nearest three.',
        id: 'Bahasa Inggris atau Indonesia, dengan tata bahasa tetap: nama yang tidak jelas ditanyakan kembali, selain itu ditolak dengan tiga yang terdekat.',
        ja: '英語またはインドネシア語を決まった文法で読みます。名前が曖昧なら聞き返し、それ以外は断って近い三つを示します。',
      },
      query: /* GraphQL */ `
        query Understand($text: String!, $language: Language) {
          understand(text: $text, language: $language) {
            kind
            asked {
              question {
                id
              }
              title
              parameters {
                name
                text
              }
            }
          }
        }
      `,
      variables: { text: 'IKM mana yang memasok PT Dharma Polimetal?', language: 'en' },
    },
  ],
};
