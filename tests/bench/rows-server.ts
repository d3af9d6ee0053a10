/**
 * The peers of `graphql-10k`, started by it: rows that are in memory, by Apollo Server with its default resolvers (`apollo`) or by
 * JSON.stringify over node:http (`plain`). Neither reads a store; both are told their rows by a file.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const [kind, file] = process.argv.slice(2);
const port = Number(process.env['SENTRA_PORT']);
const rows: unknown = JSON.parse(readFileSync(file ?? '', 'utf8'));

const typeDefs = `
  type Query { ready: Boolean neighbourhood: Neighbourhood! }
  type Neighbourhood { nodes: [Node!]! relations: [Relation!]! }
  type Node { id: ID! type: String! name: String! kind: String }
  type Period { from: String to: String attested: [String!]! }
  type Relation { id: ID! type: String! from: ID! to: ID! evidenceClass: String! period: Period! }`;

if (kind === 'apollo') {
  const resolvers = { Query: { neighbourhood: () => rows } };
  const server = new ApolloServer({ typeDefs, resolvers, csrfPrevention: false });
  await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
} else {
  createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { neighbourhood: rows } }));
    });
  }).listen(port, '127.0.0.1');
}
