import { LANGUAGES } from '#vocabulary';
import { QUESTIONS } from '../../api/questions/library.ts';

/** Documents as a person may paste them: the eight of the foundation, and what was added since. */
export const DOCUMENTS = {
  dataset: '{ dataset { revision nodeCount relationCount sourceCount engine } }',
  search:
    '{ search(text: "Pasuruhan", first: 5) { totalCount nodes { id type name } matches { node { id } matchedName } } }',
  node: '{ node(id: "province:35") { id type name names { language text } relationGroups { relationType direction nodeType count } } }',
  province:
    '{ province(code: "35") { name regencies(first: 100) { totalCount nodes { code name clusters { nodes { id name sectors { name } } } } } } }',
  neighbourhood:
    '{ neighbourhood(of: ["agency:jica"], first: 50) { nodes { id type name } relations { id type from to fromNode { name } toNode { name } period { from to attested } evidence { kind note source { title publisher url date } } } shown { nodes relations } total { nodes relations } } }',
  ties: '{ clustersTiedToLargeIndustry(first: 50) { totalCount nodes { cluster { id name } largeIndustry { id name } strength route { relations { id type from to period { from to } } } evidence { kind source { title url } } } } }',
  paths:
    '{ paths(from: "programme:smidep", to: "agency:jica", first: 3) { totalCount nodes { length nodes { id name } relations { type } } } }',
  inputOutput:
    '{ inputOutput { id name year sources { id } sectors { code name node { id } output finalDemand valueAdded imports productTaxes } linkages { sector { code } backward backwardIndex sensitivity sensitivityIndex forward forwardIndex keyByLeontief keyByGhosh } extractions { sector { code } total { value percent } backward { value } forward { value } } leontief: matrix(of: LEONTIEF) } finalDemandEffect(changes: [{ sector: "6", percent: -10 }]) { multiplier rounds sectors { sector { code } amounts { output valueAdded imports } } } }',
  communitySweep:
    '{ communitySweep { nodeCount relationCount points { resolution communityCount singletonCount largestSize agreementWithNext } ranges { from to pointCount middle { resolution communityCount } } } }',
  whatIf:
    '{ whatIf(asOf: "2025-12-31", shocks: [{ label: "firm", close: ["large-industry:komatsu-indonesia"] }, { label: "place", closePlaces: ["regency:33.28"] }, { label: "demand", finalDemand: [{ sector: "6", percent: -10 }] }]) { shocks { label closedCount closed { node { id } because relations { id } } unplacedCount shortBuyers { node { id } tier lostInput { low high } way { nodes { id } relations { id } } } losingSuppliers { node { id } tier buyerCount closedBuyerCount } clusterEffects { cluster { id name } kind tier lostInput { low high } wayCount ways { nodes { id } relations { id evidence { kind source { id } } } } units { low high figures { id value } } workers { low high } } clusterTiers { tier clusterCount units { low high knownCount unknownCount } workers { low high knownCount unknownCount } } lostTies { cluster { id } largeIndustry { id } strength } sectorClusters { sector { code } outputPercent clusters { id } } } clusters { cluster { id } effects { kind tier } } sectors { sector { code } effects { output } } } }',
  sources: '{ sources(first: 10) { totalCount nodes { id title publisher url date relationCount } } }',
} as const;

/** All that the answer to a named question holds. */
const WHOLE_ANSWER = `title sentences parameters { name value text } figures { name value text } columns { id title numeric }
  table(first: 200) { totalCount nodes { cells { text known value high date nodes { id } } } }
  relations { id } relationCount sources { id } sourceCount unknown revision
  view { kind place { id } cluster { id } largeIndustry { id } from { id } to { id } root { id } direction without { id }
    of { id } sector { id code } percent picture inferred nodes { id } }`;

/** Every named question with its usual parameters, whole, in every language. */
function answerDocuments(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    QUESTIONS.map(({ id }) => [
      `answer ${id}`,
      `{ ${LANGUAGES.map((language) => `${language}: answer(question: "${id}", language: ${language}) { ${WHOLE_ANSWER} }`).join(' ')} }`,
    ]),
  );
}

/** Every analysis, whole. */
export const ANALYSIS_DOCUMENTS: Readonly<Record<string, string>> = {
  tiers:
    '{ tiers(root: "large-industry:astra-honda-motor", asOf: "2025-12-31", relationTypes: [SUPPLIES, AGREED_TO_SUPPLY]) { totalCount nodes { tier nodes { id } contribution { low high } held } } }',
  centrality:
    '{ centrality(measure: BETWEENNESS, first: 50) { totalCount nodeCount pairCount nodes { rank node { id name } value degree } } }',
  fragility:
    '{ fragility(asOf: "2025-12-31", first: 200) { singleSourceCount singleSource { buyer { id } supplier { id } relations { id } } concentration { buyer { id } index { low high } } cutNodes { node { id } neighbourCount } bridges { ends { id } } } }',
  removal:
    '{ removal(node: "large-industry:rachmat-perdana-adhimetal") { tieCount lostCount lost { cluster { id } largeIndustry { id } strength } weakened { before { strength } after { strength } } } }',
  communities: '{ communities(first: 20) { totalCount nodes { size members(first: 5) { nodes { id } } } } }',
  placeProfiles:
    '{ placeProfiles(places: ["province:35", "province:33"], evidence: [DOCUMENTED, GENERAL_KNOWLEDGE, INFERRED]) { profiles { place { id } parts { kind count nodes { id } } sectorCount sectors { sector { id } makerCount makers { id } } supportCount supports { supporter { id } clusterCount clusters { id } } targetCount targets { programme { id } status place { id } relation { id } } designationCount designations { designation { id } place { id } relation { id } } tieCount tiedClusterCount ties { cluster { id } largeIndustry { id } strength } gapCount gaps { cluster { id } largeIndustry { id } level low high } unknown { kind count nodes { id } } sourceCount sources { id } } shared { sectors { id } supporters { id } largeIndustries { id } designations { id } } } }',
  placeRelatedness:
    '{ placeRelatedness(place: "province:35") { placeCount classCount fewestPlaces makerCount totalCount classes { sector { id } count advantage density } } }',
  coverage:
    '{ coverage(evidence: [DOCUMENTED, GENERAL_KNOWLEDGE, INFERRED], first: 200) { totalCount clusterCount withoutPublicSupportCount endedWithoutBuyerCount referenceDay nodes { cluster { id } through { id } during support { supporter { id } type level status statusRelations { id } period { from to attested } statedPeriod { from to } periodRelations { id } isPublic evidence relations { id } } } clusters { cluster { id } supportCount publicSupportCount certainOverlapCount possibleOverlapCount } withoutPublicSupport { id } endedWithoutBuyer { cluster { id } relations { id } lastDay stillSupported exports { id } } } }',
  supportOverlaps:
    '{ byCluster: supportOverlaps(first: 200) { ...Overlaps } byPlace: supportOverlaps(by: PLACE, first: 200) { ...Overlaps } } fragment Overlaps on SupportOverlapConnection { totalCount certainCount possibleCount nodes { at { id } held heldAsStated certain { from to } possible { from to } first { clusters { id } support { supporter { id } } } second { clusters { id } support { supporter { id } } } } }',
  programmePhases:
    '{ programmePhases { comparisons { earlier { id } later { id } bothCount relations { id } places { province { id } earlier { ...Side } later { ...Side } } } } } fragment Side on PhaseSide { status targets { id } clusters { cluster { id } makes { id } relations { id } } }',
  programmeCriteria:
    '{ programmeCriteria(evidence: [DOCUMENTED, INFERRED]) { programmes { programme { id } criteria { criterion { id } relations { id } demands { demand { id } evidence asked { id } } } places { place { id } targets { id } clusters { id } findings { criterion { id } demand { id } finding relations { id } } } } } }',
  questions:
    '{ questions(language: id) { id title askedBy analysis wording { text parameter } parameters { name label default { value text node { id } } choices { id } } } }',
  understand:
    '{ asked: understand(text: "IKM mana yang memasok PT Dharma Polimetal?") { kind asked { title parameters { name value } } } unclear: understand(text: "which clusters in Pasuruan have no large buyer?", language: ja) { kind unclear { text candidates { id } } nearest { title } } }',
  ...answerDocuments(),
  gaps: '{ gaps(wide: true, first: 200) { totalCount nodes { rank cluster { id } largeIndustry { id } level low high fit { rule value relations { id } } distance { km } support { value relations { id } } documentedTie { id } inferredTie { id } } withoutCandidate { cluster { id } reason } } }',
};
