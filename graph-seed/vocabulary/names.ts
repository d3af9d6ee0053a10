/** The languages of the interface and of names, as BCP 47 tags. */
export const LANGUAGES = ['en', 'id', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language; a missing one does not compile. */
export type Labels = Readonly<Record<Language, string>>;

/** What an alias is: another name in use, a short form, a spelling a source got wrong, a former name, or an official code. */
export const ALIAS_KINDS = ['OTHER_NAME', 'ABBREVIATION', 'MISSPELLING', 'FORMER_NAME', 'CODE'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];
