#!/usr/bin/env bash
# Writes openapi.yaml and the table of routes and roles anew from the routes of the product; tests fail while the committed files differ.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
OPORA_WRITE_CONTRACT=1 SkipWeb=true dotnet test tests/Api.Tests --filter "FullyQualifiedName~CommittedContractTests|FullyQualifiedName~AccessTableTests" "$@"
git --no-pager diff --stat -- openapi.yaml api/Api/Auth/access.md
