# nginx with the built web application; proxies /api to the API's replicas.
# Build from the root of the repository: docker build -f infra/images/web.Dockerfile .
FROM node:20-bookworm-slim AS build
WORKDIR /source/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY web/ ./
RUN npm run build

# Debian's nginx: the official image has no module that serves ready .br files.
FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-brotli-static curl \
  && rm -rf /var/lib/apt/lists/*
COPY infra/nginx/ /etc/nginx/
COPY --from=build /source/web/dist /srv/web
USER www-data
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=10s --timeout=5s --retries=3 CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/health/web"]
CMD ["nginx", "-e", "/dev/stderr", "-g", "daemon off;"]
