#!/usr/bin/env bash
# Makes the one initial migration of each engine anew from the model. Until the first release there is only that one, so a
# database made before has to be made again.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"

need_tools dotnet-only
cd "$root"
export SkipWeb=true DOTNET_NOLOGO=1
dotnet tool restore >/dev/null

for engine in Sqlite SqlServer PostgreSql; do
  rm -rf -- "api/Persistence/Engines/$engine/Migrations"
done
# Once without any migration; the three runs below only read the model.
dotnet build api/Persistence --configuration Debug
for engine in Sqlite SqlServer PostgreSql; do
  dotnet ef migrations add Initial --no-build --project api/Persistence --startup-project api/Persistence \
    --context "${engine}Db" --output-dir "Engines/$engine/Migrations"
done
dotnet csharpier format api/Persistence/Engines
git status --short -- api/Persistence/Engines 2>/dev/null || true
