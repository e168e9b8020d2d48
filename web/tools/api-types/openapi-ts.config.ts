import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: process.env.OPENAPI ?? '../../../openapi.yaml',
  output: { path: '../../src/api/gen', clean: true },
  plugins: [
    { name: '@hey-api/typescript', enums: false },
    { name: '@hey-api/sdk' },
    { name: '@hey-api/client-fetch', throwOnError: true },
    { name: '@tanstack/react-query', queryOptions: { name: '{{name}}Query' }, infiniteQueryOptions: false },
  ],
});
