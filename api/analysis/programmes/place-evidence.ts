/** On which evidence somebody or a place lies in a place: it is seldom documented, is no claim about support, and never only inferred here. */
export const PLACE_EVIDENCE = ['DOCUMENTED', 'GENERAL_KNOWLEDGE'] as const;
