// Reads what a test runner wrote (trx, Vitest's or Playwright's JSON) and prints "passed failed skipped",
// then one line for each failed test.
import { readFileSync } from 'node:fs';

const [, , file] = process.argv;
const text = readFileSync(file, 'utf8');
const tally = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", '#xD': '', '#xA': '\n' };
const decode = (xml) => xml.replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);
const firstLine = (message) => (message ?? '').trim().split('\n', 1)[0].slice(0, 300);

function readTrx() {
  // A result is either self-closing or has its output inside; theories and data rows are results of their own.
  for (const [, head, body] of text.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const outcome = /\boutcome="(\w+)"/.exec(head)?.[1];
    const name = decode(/\btestName="([^"]*)"/.exec(head)?.[1] ?? '?');
    if (outcome === 'Passed') {
      tally.passed++;
    } else if (outcome === 'NotExecuted' || outcome === 'Inconclusive') {
      tally.skipped++;
    } else {
      tally.failed++;
      failures.push(`${name}: ${firstLine(decode(/<Message>([\s\S]*?)<\/Message>/.exec(body ?? '')?.[1] ?? outcome ?? ''))}`);
    }
  }
}

function readVitest(report) {
  tally.passed = report.numPassedTests;
  tally.failed = report.numFailedTests;
  tally.skipped = report.numPendingTests + report.numTodoTests;
  for (const suite of report.testResults) {
    const failed = suite.assertionResults.filter((test) => test.status === 'failed');
    failures.push(...failed.map((test) => `${test.fullName}: ${firstLine(test.failureMessages?.[0])}`));
    if (suite.status === 'failed' && failed.length === 0) {
      // The file itself could not be loaded, so none of its tests was counted.
      tally.failed++;
      failures.push(`${suite.name}: ${firstLine(suite.message)}`);
    }
  }
}

function readPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  tally.passed = expected + flaky;
  tally.failed = unexpected + report.errors.length;
  tally.skipped = skipped;
  failures.push(...report.errors.map((error) => firstLine(error.message)));
  const walk = (suite) => {
    for (const spec of suite.specs ?? []) {
      const result = spec.tests.flatMap((test) => test.results).findLast((attempt) => attempt.error);
      if (!spec.ok) failures.push(`${spec.file} › ${spec.title}: ${firstLine(result?.error?.message)}`);
    }
    for (const inner of suite.suites ?? []) walk(inner);
  };
  for (const suite of report.suites) walk(suite);
}

if (file.endsWith('.trx')) {
  readTrx();
} else {
  const report = JSON.parse(text);
  if ('stats' in report) readPlaywright(report);
  else readVitest(report);
}

console.log(`${tally.passed} ${tally.failed} ${tally.skipped}`);
for (const failure of failures) console.log(failure);
