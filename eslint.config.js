import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

// The list of programs is explicit, so a file that no tsconfig knows is a lint error and not silently untyped.
const projects = [
  'src/domain/tsconfig.json',
  'src/protocol/tsconfig.json',
  'src/service-worker/tsconfig.json',
  'src/server/tsconfig.json',
  'tsconfig.json',
  'tests/tsconfig.json',
]

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use an `as const` list.' }
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' }
const noNetworkGate = {
  selector: "MemberExpression[object.name='navigator'][property.name='onLine']",
  message: 'navigator.onLine lies both ways: only device/ may read it, as a hint.',
}
const banned = [noEnum, noDefaultExport, noNetworkGate]

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'demo-data/', 'coverage/', 'test-results/', 'playwright-report/', '.cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  vue.configs['no-layout-rules'],
  {
    languageOptions: {
      parserOptions: {
        project: projects,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-undef': 'off', // TypeScript does it, with the right globals for each room.
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...banned],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/no-unused-emit-declarations': 'error',
      'vue/no-unused-properties': 'error',
      'vue/no-unused-refs': 'error',
      // An optional prop without a default is `undefined`, which its type already says.
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    files: ['src/device/**'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noDefaultExport] },
  },
  {
    files: ['src/server/main.ts', 'src/server/*.mjs', 'src/server/demo.ts', 'src/server/logger.ts', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Configuration files are read by tools that ask for a default export.
    files: ['*.config.{js,ts}', 'src/app/vueFiles.d.ts', 'tests/**/*.config.{ts,mjs}', 'tests/e2e/buildFirst.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noNetworkGate] },
  },
  {
    files: ['tests/**'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-empty-function': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    ignores: ['src/server/*.mjs', 'tests/**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
)
