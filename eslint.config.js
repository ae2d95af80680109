/** House rules of the TypeScript and of the build script. */

import tseslint from 'typescript-eslint';

const HTML = 'HTML enters the page through player/src/views/html.ts only, with HTML that the compiler made';
const PURE = 'core takes its clock, timers, chance and storage as parameters, so that journeys can be replayed';

const written = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'parseFromString'];
const htmlRule = written.map((property) => ({ property, message: HTML }));
const impure = ['window', 'document', 'localStorage', 'sessionStorage', 'setTimeout', 'setInterval', 'fetch', 'performance', 'crypto'];

export default tseslint.config(
  { ignores: ['target/', 'dist/', 'player/dist/', 'node_modules/'] },
  tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'max-lines': ['error', 200],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['player/src/**/*.ts', 'player/sim/**/*.ts', 'player/catalogue/**/*.ts', 'player/decoder/**/*.ts', 'player/trial/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', 30],
      'no-restricted-properties': ['error', ...htmlRule, { object: 'document', property: 'write', message: HTML }],
      'no-restricted-syntax': ['error', {
        selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
        message: "an inline style is refused under the header default-src 'self': use a class",
      }],
    },
  },
  {
    files: ['player/src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impure.map((name) => ({ name, message: PURE }))],
      'no-restricted-properties': ['error', ...htmlRule, { object: 'Date', property: 'now', message: PURE }, { object: 'Math', property: 'random', message: PURE }],
    },
  },
  // Tables of words.
  { files: ['player/trial/words/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['player/src/views/html.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['player/test/**/*.ts', 'tests/e2e/**/*.ts'], rules: { 'max-lines': ['error', 400] } },
);
