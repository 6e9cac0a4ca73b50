// For tools that run TypeScript without Vue's own compiler (ESLint): vue-tsc knows the real type of each file.
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  export default component
}
