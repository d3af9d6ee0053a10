# Builds the page and the server, then keeps only what runs. No engine was at hand when this was written: tests/start
# assembles what is copied here and starts it.

FROM node:24-bookworm-slim AS build
WORKDIR /sentra
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json vite.config.ts ./
COPY graph-seed ./graph-seed
COPY api ./api
COPY web ./web
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production SENTRA_HOST=0.0.0.0 SENTRA_PORT=4000 SENTRA_STORE=sqlite:/data/graph.db
# Keys are added in it: docker compose exec sentra node dist/server/keys.js add NAME --role reader
ENV SENTRA_ACCESS=/data/access SENTRA_AUDIT=/data/audit.jsonl
WORKDIR /sentra
COPY --from=build /sentra/package.json ./
COPY --from=build /sentra/node_modules ./node_modules
COPY --from=build /sentra/dist ./dist
COPY --from=build /sentra/web/csp-style-hashes.json ./web/
COPY --from=build /sentra/graph-seed/dataset/records ./graph-seed/dataset/records
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.SENTRA_PORT + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/serve.js"]
