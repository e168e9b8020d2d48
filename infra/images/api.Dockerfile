# The API, without the web application: nginx serves that (infra/images/web.Dockerfile).
# Build from the root of the repository: docker build -f infra/images/api.Dockerfile .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig ./
COPY infra/BannedSymbols.txt infra/
COPY api/ api/
RUN dotnet restore api/Api --locked-mode
RUN dotnet publish api/Api --configuration Release --no-restore --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Keys of the cookies, uploads being imported and the set-up secret: a volume that the replicas share.
RUN mkdir /data && chown "$APP_UID" /data
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
ENV ASPNETCORE_HTTP_PORTS=8080 \
    # What the proxy says of the visitor is believed; it stands in the private network of the containers.
    Proxies=10.0.0.0/8,172.16.0.0/12,192.168.0.0/16
EXPOSE 8080
VOLUME /data
# The image has no curl; bash opens the connection itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "Opora.Api.dll", "--data", "/data"]
