import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/index.ts',
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  dts: true,
  fixedExtension: false,
  publint: { level: 'error', strict: true },
  attw: { profile: 'esm-only', level: 'error' },
});
