#!/usr/bin/env bash
# Writes openapi.yaml anew from the routes of the product; the contract tests fail while the committed file differs.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
OPORA_WRITE_CONTRACT=1 SkipWeb=true dotnet test tests/Api.Tests --filter FullyQualifiedName~CommittedContractTests "$@"
git --no-pager diff --stat -- openapi.yaml
